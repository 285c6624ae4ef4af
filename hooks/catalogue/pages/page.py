"""A page, and where it stands."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import Any, Self

from ..linking import Key
from ..search.records import SearchRecord
from .headings import with_ids


@dataclass(frozen=True)
class Page:
    """One page: where it goes, its HTML, and what it was made of."""

    path: str
    """Markdown path from the docs folder: ``instrumenten/regio-deal.md``."""
    fields: str
    """What the theme must know of it, as YAML."""
    html: str
    """What stands on it: HTML without blank lines, which Markdown leaves as it is."""
    source: str | None
    """The file that an editor changes, from the root of the project; ``None`` for a page without one file."""
    reads: frozenset[Key] = frozenset()
    """The items that it shows something of: an edit of any other item leaves it as it is.

    With ``NEWEST_DATE`` among them, an edit that brings a newer date than any in the data changes it too.
    """
    record: SearchRecord | None = None
    """What the search index must know of it; ``None`` for a page that is not to be found."""

    @classmethod
    def of(cls, path: str, made: str, source: str | None, **more: Any) -> Self:
        """The page at *path* of what a template made: its fields between two lines with ``---``, and its HTML."""
        _, fields, html = made.split("---\n", 2)
        return cls(path, fields, _BLANK.sub("\n", with_ids(html)).strip() + "\n", source, **more)

    @property
    def head(self) -> str:
        """Its fields, as they stand above a Markdown page."""
        return f"---\n{self.fields}---\n\n"

    @property
    def content(self) -> str:
        """The page as a file that any generator of sites from Markdown can read."""
        return self.head + self.html


_BLANK = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class PageAddress:
    """Where a page stands."""

    path: str
    """Markdown path from the docs folder."""
    address: str
    """From the root of the site; empty for the start page."""

    @property
    def root(self) -> str:
        """The way from the address to the root of the site."""
        return "../" * self.address.count("/") or "./"


def from_docs(source: str) -> str:
    """The way from the docs folder to a file, of which the way from the root of the project is known."""
    return os.path.relpath(source, "docs").replace(os.sep, "/")
