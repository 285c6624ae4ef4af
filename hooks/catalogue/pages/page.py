"""A page, and where it stands."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any

from ..linking import Key, Node
from ..search.records import SearchRecord


@dataclass(frozen=True)
class Page:
    """One page: where it goes, its Markdown, and what it was made of."""

    path: str
    """Markdown path from the docs folder: ``instrumenten/regio-deal.md``."""
    content: str
    source: str | None
    """The file that an editor changes, from the root of the project; ``None`` for a page without one file."""
    reads: frozenset[Key] = frozenset()
    """The items that it shows something of: an edit of any other item leaves it as it is.

    With ``NEWEST_DATE`` among them, an edit that brings a newer date than any in the data changes it too.
    """
    record: SearchRecord | None = None
    """What the search index must know of it; ``None`` for a page that is not to be found."""


@dataclass(frozen=True)
class PageAddress:
    """Where a page stands, and how it links to others from there."""

    path: str
    """Markdown path from the docs folder."""
    address: str
    """From the root of the site; empty for the start page."""

    @property
    def root(self) -> str:
        """The way from the address to the root of the site, for a link in HTML."""
        return "../" * self.address.count("/") or "./"

    @property
    def back(self) -> str:
        """The way from the Markdown file to the docs folder, for a link in Markdown."""
        return "../" * self.path.count("/")

    def link(self, node: Node[Any]) -> str:
        """The target of a Markdown link to a node."""
        return f"{self.back}{node.page}{node.anchor}"


def from_docs(source: str) -> str:
    """The way from the docs folder to a file, of which the way from the root of the project is known."""
    return os.path.relpath(source, "docs").replace(os.sep, "/")
