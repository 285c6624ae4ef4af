"""Marks in a rendered page → numbered notes with a list of sources, and a link at the first mention of a concept.

A template does not count: it leaves a mark where a place in a source is cited or a concept is named. What a mark
becomes depends on the marks before it, so it is decided once the page is whole. Marks stand between two characters that
no text may hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from ..model import Herkomst

START, BETWEEN, END = "\x02", "\x04", "\x03"
_CITED, _NAMED, _LIST, _HERE = "bron", "begrip", "lijst", "hier"
_MARK = re.compile(
    f"{START}([^{BETWEEN}{END}]*){BETWEEN}([^{BETWEEN}{END}]*){BETWEEN}([^{BETWEEN}{END}]*){END}"
)


@dataclass(frozen=True)
class Note:
    """A numbered place in a source."""

    number: int
    bron: str
    """Id of the source."""
    plaats: str


def cite(bron: str, plaats: str) -> Markup:
    """The mark of a place in a source."""
    return _mark(_CITED, bron, plaats)


JUDGEMENT = Markup('<span class="oordeel">oordeel van de redactie</span>')
"""Stands behind what is a judgement of ours."""


def origin(part: Herkomst) -> Markup:
    """The marks of all that a statement rests on; a plan, a proposal and a judgement of ours say so."""
    marks = "".join(cite(bron, plaats) for bron, plaats in part.places)
    judged = f" {JUDGEMENT}" if part.is_redactie else ""
    mark = f' <span class="stand">{part.tense}</span>' if part.tense else ""
    return Markup(f"{mark}{judged}{marks}")


def name_concept(words: str, target: str) -> str:
    """The mark of words that name a concept, with the target of their link."""
    return str(_mark(_NAMED, target, words))


def source_list() -> Markup:
    """The mark of the place where the list of sources comes."""
    return _mark(_LIST, "", "")


def sources_here() -> Markup:
    """The mark of the place where the sources come of what stands between the mark before it and this one."""
    return _mark(_HERE, "", "")


def _mark(sort: str, what: str, words: str) -> Markup:
    return Markup(f"{START}{sort}{BETWEEN}{what}{BETWEEN}{words}{END}")


def resolve_marks(
    content: str,
    title_of: Callable[[str], str],
    list_of: Callable[[dict[str, list[Note]], bool], str],
) -> str:
    """The page with its marks resolved.

    *title_of* gives the title of a source, *list_of* the HTML of the notes per source, in order of first mention,
    and is told whether these are the notes of the whole page.
    """
    notes: dict[tuple[str, str], Note] = {}
    here: dict[int, Note] = {}
    linked: set[str] = set()
    for sort, what, words in _MARK.findall(content):
        if sort == _CITED and (what, words) not in notes:
            notes[what, words] = Note(len(notes) + 1, what, words)

    def resolved(found: re.Match[str]) -> str:
        sort, what, words = found.groups()
        if sort == _CITED:
            note = notes[what, words]
            here[note.number] = note
            return _note(note, title_of(what))
        if sort == _LIST:
            return list_of(_by_source(notes.values()), True) if notes else ""
        if sort == _HERE:
            found_here = _by_source(note for _, note in sorted(here.items()))
            here.clear()
            return list_of(found_here, False) if found_here else ""
        if what in linked:
            return words
        linked.add(what)
        return f'<a href="{what}">{words}</a>'

    return _MARK.sub(resolved, content)


def _note(note: Note, title: str) -> str:
    label = escape(f"Bron {note.number}: {title}, {note.plaats}")
    return f'<sup class="noot"><a href="#bron-{note.number}" aria-label="{label}">{note.number}</a></sup>'


def _by_source(notes: Iterable[Note]) -> dict[str, list[Note]]:
    grouped: dict[str, list[Note]] = {}
    for note in notes:
        grouped.setdefault(note.bron, []).append(note)
    return grouped
