"""A file of content → the same words, without what came along when they were pasted.

Nothing changes that a person must decide on, and no data change: what could be read, reads the same afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..characters import BLOCK, BULLET, Form, Part, Trace, look_over, parts_of
from ..model import KINDS
from ..problem import ContentError
from ..reading import decoded, is_plain_file, read_yaml
from ..search.word_pairs import FILE as WORD_PAIRS
from ..shelf import entries, is_inside, written_pages


@dataclass(frozen=True, order=True)
class Mend:
    """One thing that was mended, on a line of the file as it was."""

    line: int
    what: str
    """What was there, and what became of it, in Dutch."""


@dataclass(frozen=True)
class Tidied:
    """A file without what came along."""

    raw: bytes
    mends: list[Mend]


def content_files(root: Path) -> Iterator[tuple[Path, Form]]:
    """The files of content in a project that are read, each with its form. No link is followed."""
    for kind in KINDS.values():
        form = Form.ITEM if kind.suffix == ".md" else Form.CARD
        for path in entries(root / kind.folder) if is_inside(root, kind.folder) else []:
            if path.suffix == kind.suffix and is_plain_file(path):
                yield path, form
    yield from ((path, Form.PAGE) for path, _ in written_pages(root))
    if is_plain_file(root / WORD_PAIRS):
        yield root / WORD_PAIRS, Form.CARD


def tidied(raw: bytes, shown: str, form: Form) -> Tidied:
    """What a file holds, tidied. Raises ``ContentError`` for what is no text."""
    text = decoded(raw, shown)
    mends = list(_mended_ends(raw))
    seen = look_over(text, form, keep=True)
    mends += [
        Mend(one.line, f"{one.what}: {_became(one)}")
        for one in seen.traces
        if one.sort.instead is not None
    ]
    page = _Text(seen.text.split("\n"), form)
    page.make_lists([one.line - 1 for one in seen.traces if one.sort == BULLET])
    mends += [*page.indent(), *page.trim(), *page.close()]
    return Tidied("\n".join(page.whole()).encode(), sorted(mends))


_WINDOWS = b"\r\n"


def _mended_ends(raw: bytes) -> Iterator[Mend]:
    if raw.startswith(b"\xef\xbb\xbf"):
        yield Mend(1, "een byte-order mark (U+FEFF): weggehaald")
    if times := raw.count(_WINDOWS):
        line = raw.count(b"\n", 0, raw.index(_WINDOWS)) + 1
        yield Mend(line, f"Windows-regeleinden: nu gewone ({times} keer)")


def _became(trace: Trace) -> str:
    if trace.sort.instead == "":
        return "weggehaald"
    shown = {" ": "een spatie", BULLET.instead: "`- `"}
    return f"nu {shown.get(trace.sort.instead, trace.sort.instead)}"


_ITEM = re.compile(r" *(?:[-*+]|[0-9]+\.) ")
_FIELD = re.compile(r" *(?:- +)*[\w-]+:(?: |$)")
_TABBED = re.compile(r" *\t[ \t]*")
_TRAILING = re.compile(r"(?<=[^ \t\\])[ \t]+$|^[ \t]+$")
_TAB_WIDTHS = (2, 4, 8)


class _Text:
    """The lines of a file that is being tidied; each keeps its number until the lists get room."""

    def __init__(self, lines: list[str], form: Form) -> None:
        self.lines = lines
        self.parts = parts_of(lines, form)
        self.form = form
        self.room: set[int] = set()
        """The lines that get an empty line above them."""

    def make_lists(self, items: Iterable[int]) -> None:
        """Let lines that were given a ``-`` be a list: in a block that keeps its lines, with room above it."""
        for n in items:
            if self.parts[n] is Part.FOLDED:
                self._keep_lines(n)
            if self.parts[n] is not Part.FIELDS and self._follows_words(n):
                self.room.add(n)

    def _keep_lines(self, n: int) -> None:
        """Make the folded block around a line a literal one."""
        top = next(m for m in range(n, -1, -1) if self.parts[m] is Part.FIELDS)
        found = BLOCK.fullmatch(self.lines[top])
        assert found
        at = found.start("sign")
        self.lines[top] = f"{self.lines[top][:at]}|{self.lines[top][at + 1 :]}"
        for m in range(top + 1, len(self.lines)):
            if self.parts[m] is not Part.FOLDED:
                break
            self.parts[m] = Part.LITERAL

    def _follows_words(self, n: int) -> bool:
        """Whether a paragraph, and no list, goes on until this line."""
        above = n - 1
        while above >= 0 and self.parts[above] is self.parts[n] and self.lines[above].strip():
            if _ITEM.match(self.lines[above]):
                return False
            above -= 1
        return above < n - 1

    def indent(self) -> Iterator[Mend]:
        """Spaces for the tabs before a line, if all widths that can be read say the same."""
        tabbed = [
            n
            for n, line in enumerate(self.lines)
            if _TABBED.match(line) and self.parts[n] not in (Part.BODY, Part.CODE)
        ]
        if not tabbed:
            return
        tried = [_with_tabs_of(width, self.lines, tabbed) for width in _TAB_WIDTHS]
        read = [
            (lines, data)
            for lines in tried
            if not self._swallows(lines, tabbed) and (data := self._data(lines)) is not None
        ]
        if read and all(data == read[0][1] for _, data in read):
            self.lines[:] = read[0][0]
            yield from (
                Mend(n + 1, "een tab (U+0009) bij het inspringen: nu spaties") for n in tabbed
            )

    def _swallows(self, lines: list[str], tabbed: list[int]) -> bool:
        """Whether a field would become words of the text above it."""
        parts = parts_of(lines, self.form)
        return any(parts[n] is not Part.FIELDS and _FIELD.match(lines[n]) for n in tabbed)

    def trim(self) -> Iterator[Mend]:
        """No space behind a line of fields; in a text it may mean something."""
        for n, line in enumerate(self.lines):
            if self.parts[n] is Part.FIELDS and (found := _TRAILING.search(line)):
                self.lines[n] = line[: found.start()]
                yield Mend(n + 1, "spaties aan het eind van de regel: weggehaald")

    def close(self) -> Iterator[Mend]:
        """A line end behind the last line, unless that would be one more in a text."""
        if self.lines[-1] and self._data(self.lines) == self._data(self.lines, "\n"):
            self.lines.append("")
            yield Mend(len(self.lines) - 1, "een regeleinde achter de laatste regel: erbij gezet")

    def whole(self) -> Iterator[str]:
        """All lines, and the room that lists need."""
        for n, line in enumerate(self.lines):
            if n in self.room:
                yield ""
            yield line

    def _data(self, lines: list[str], end: str = "") -> dict[str, Any] | None:
        """The fields that these lines hold with this behind them, if they can be read."""
        fields = [n for n, part in enumerate(self.parts) if part not in (Part.BODY, Part.CODE)]
        if self.form is not Form.CARD:
            # Between the lines with ---.
            fields = fields[1:-1]
        try:
            return read_yaml("\n".join(lines[n] for n in fields) + end, "").data
        except ContentError:
            return None


def _with_tabs_of(width: int, lines: list[str], tabbed: list[int]) -> list[str]:
    wide = list(lines)
    for n in tabbed:
        found = _TABBED.match(lines[n])
        assert found
        wide[n] = found[0].expandtabs(width) + lines[n][found.end() :]
    return wide
