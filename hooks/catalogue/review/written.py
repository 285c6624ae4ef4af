"""Two versions of the pages that were written by hand → what differs, paragraph by paragraph under its heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path

from ..knowledge.differences import Difference
from ..knowledge.impact import CHANGED, GONE, NEW
from ..problem import ContentError
from ..reading import read_text
from ..shelf import written_pages
from ..written_pages import MAX_BYTES

DOCS = "docs"

MOST_PARAGRAPHS = 2000
"""Pages of more are not compared paragraph by paragraph: that would take too long."""

_HEADING = re.compile(r"#{1,6} +(.+)")
_BETWEEN = re.compile(r"\n(?:[ \t]*\n)+")


@dataclass(frozen=True)
class Written:
    """A page that was written by hand and is not what it was."""

    file: str
    """From the root of the project."""
    title: str
    sort: str
    differences: list[Difference]

    @property
    def address(self) -> str:
        """Where it stands, from the root of the site."""
        return address_of(self.file.removeprefix(f"{DOCS}/"))


def address_of(path: str) -> str:
    """The address of a page by its Markdown path from the docs folder: ``over/scores/``."""
    path = path.removesuffix(".md")
    path = "" if path == "index" else path.removesuffix("/index")
    return f"{path}/" if path else ""


def written_changes(old_root: Path, new_root: Path) -> Iterator[Written]:
    """The pages that are not what they were."""
    old, new = _texts(old_root), _texts(new_root)
    for name in sorted({*old, *new}):
        before, after = old.get(name), new.get(name)
        if before != after:
            sort = GONE if after is None else NEW if before is None else CHANGED
            title = _title(after or before or "", name)
            yield Written(name, title, sort, list(_shown(before, after)))


def _texts(root: Path) -> dict[str, str]:
    """The text of each page, by its file; one that cannot be read is a problem of its own."""
    found: dict[str, str] = {}
    for path, name in written_pages(root):
        with suppress(ContentError):
            found[name] = read_text(path, name, MAX_BYTES)
    return found


def _title(text: str, name: str) -> str:
    found = _HEADING.match(text) or re.search(rf"^{_HEADING.pattern}", text, re.M)
    return found[1].strip() if found else name


def _shown(before: str | None, after: str | None) -> Iterator[Difference]:
    """What differs; of a new page its text, and of one that is gone nothing."""
    if before is None and after is not None:
        for heading, block in _paragraphs(after):
            if not _HEADING.fullmatch(block):
                yield Difference((heading,), "", block)
    elif after is not None:
        yield from _differences(before or "", after)


def _differences(before: str, after: str) -> Iterator[Difference]:
    """What differs, each paragraph with the heading above it."""
    old, new = _paragraphs(before), _paragraphs(after)
    for tag, a, b, c, d in _codes([text for _, text in old], [text for _, text in new]):
        if tag != "equal":
            for was, becomes in zip_longest(old[a:b], new[c:d]):
                heading = (becomes or was or ("", ""))[0]
                yield Difference((heading,), was[1] if was else "", becomes[1] if becomes else "")


def _codes(old: list[str], new: list[str]) -> list[tuple[str, int, int, int, int]]:
    """What is the same and what is not; of very many paragraphs each beside the one that stands in its place."""
    if len(old) + len(new) > MOST_PARAGRAPHS:
        return [("replace", 0, len(old), 0, len(new))] if old != new else []
    return list(SequenceMatcher(None, old, new).get_opcodes())


def _paragraphs(text: str) -> list[tuple[str, str]]:
    """The paragraphs of a text, each with the heading that it stands under."""
    heading, found = "bovenaan", []
    for block in _BETWEEN.split(text.strip()):
        if match := _HEADING.fullmatch(block):
            heading = match[1].strip()
        found.append((heading, block))
    return found if text.strip() else []
