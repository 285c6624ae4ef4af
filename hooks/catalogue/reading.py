"""Reads one file: bytes → data (dicts, lists, scalars) with the place of every value.

YAML is composed from the parser's events, one by one. So a bomb is refused before it is built: an alias, a tag,
or nesting deeper than ``MAX_DEPTH`` ends the reading at that event, and no nesting can exhaust the C stack.
Scalars follow a strict reading of YAML 1.1: what could be taken for a truth value, a number or a date becomes one,
so that the model refuses it where text is meant. Octal, sexagesimal and other surprises stay text.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from .characters import BLOCK, TIDY, Form, Seen, look_over, told
from .problem import MAX_PROBLEMS, ContentError, Loc, Problem, first_of, one_line

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20

Position = tuple[int, int]
"""Line and column, from 1."""

BELOW = "tekst"
"""In Markdown this field is the text under the front matter."""


@dataclass
class Document:
    """A file that was read: its data, and where to find the place of each value."""

    path: str
    data: dict[str, Any]
    text: str
    """The YAML that the data was read from."""
    first_line: int
    body: Position | None = None
    """Where the text under the front matter starts."""

    def problem(self, loc: Loc, message: str, *, at_key: bool = False) -> Problem:
        """A problem at the value (or its key) that *loc* leads to, as far as *loc* can be followed."""
        known = next(n for n in range(len(loc), -1, -1) if loc[:n] in self._places)
        key_place, place = self._places[loc[:known]]
        place = key_place if at_key and known == len(loc) else place
        return Problem(self.path, *place, field_name(loc), message)

    def span(self, loc: Loc) -> tuple[Position, Position | None]:
        """Where a single value begins, and where what follows it does; that is nowhere at the end of the file.

        Raises ``KeyError`` when nothing stands at *loc*.
        """
        start = self._places[loc][1]
        later = [place for both in self._places.values() for place in both if place > start]
        return start, min(later, default=None)

    @cached_property
    def _places(self) -> dict[Loc, tuple[Position, Position]]:
        # Only a file with a problem pays for this.
        places = _find_places(self.text, self.first_line)
        return places | ({(BELOW,): (self.body, self.body)} if self.body else {})


class FlawedError(ContentError):
    """A field stands twice, or a character came along. The rest of the file is whole, so more can be said of it."""

    def __init__(self, problems: Iterable[Problem], document: Document) -> None:
        super().__init__(problems)
        self.document = document


def field_name(loc: Loc) -> str:
    """A path to a field as an editor reads it, list places from 1: ``factoren[2].naam``."""
    steps = (f"[{one + 1}]" if isinstance(one, int) else f".{one_line(one)}" for one in loc)
    name = "".join(steps)
    return name.lstrip(".") or "bestand"


def read_text(path: Path, shown: str, limit: int = MAX_BYTES) -> str:
    """The text of a file of at most *limit* bytes, with one sort of line end. Raises ``ContentError``."""
    text = decoded(read_bytes(path, shown, limit), shown)
    if found := _OTHER_LINE_END.search(text):
        place = _place_in(text, found.start(), 1)
        raise _refused(shown, *place, "een onzichtbaar regeleinde; typ hier een gewone regel")
    return text


def read_file(path: Path, shown: str) -> Document:
    """Read a YAML card, or a Markdown file whose front matter is the data. Raises ``ContentError``."""
    form = Form.ITEM if path.suffix == ".md" else Form.CARD
    seen = look_over(decoded(read_bytes(path, shown), shown), form)
    flaws = character_problems(seen, shown)
    try:
        read = _read_markdown if form is Form.ITEM else read_yaml
        document = read(seen.text, shown)
    except FlawedError as error:
        raise FlawedError([*flaws, *error.problems], error.document) from None
    except ContentError as error:
        # What came along may be why the rest cannot be read.
        raise ContentError(flaws or error.problems) from None
    if flaws:
        raise FlawedError(flaws, document)
    return document


def character_problems(seen: Seen, shown: str) -> list[Problem]:
    """What is told of the characters that came along in a text."""
    return [
        Problem(shown, trace.line, trace.column, "bestand", said)
        for trace, said in told(seen.traces)
    ]


def read_yaml(text: str, shown: str, first_line: int = 1) -> Document:
    """Compose a text that must hold one mapping."""
    if found := re.search(r"^ *\t", text, re.M):
        line = text.count("\n", 0, found.end()) + first_line
        raise _refused(shown, line, found.end() - found.start(), _TAB)
    composer = _Composer(shown, first_line)
    try:
        data = composer.compose(text)
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(error, text, shown, first_line) from None
    except yaml.reader.ReaderError as error:
        # The parser counts bytes here.
        before = text.encode()[: error.position].decode(errors="ignore")
        place = _place_in(before, len(before), first_line)
        raise _refused(shown, *place, "een teken dat in YAML niet mag") from None
    if data is None:
        raise _refused(shown, first_line, 1, "het bestand is leeg")
    if not isinstance(data, dict):
        place = _find_places(text, first_line)[()][1]
        raise _refused(shown, *place, "hier moeten velden staan, elk als `veld: waarde`")
    document = Document(shown, data, text, first_line)
    if composer.problems:
        raise FlawedError(composer.problems, document)
    return document


_TAB = f"een tab bij het inspringen; gebruik spaties, {TIDY}: dat doet het als de diepte zeker is"
NOT_PLAIN = "dit is geen gewoon bestand; een koppeling naar elders wordt niet gelezen"


def is_plain_file(path: Path) -> bool:
    """Whether it is a file itself, and not a link, a device or a pipe. Opens nothing."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def read_bytes(path: Path, shown: str, limit: int = MAX_BYTES) -> bytes:
    """What is in a file of at most *limit* bytes, if it is one. Raises ``ContentError``."""
    try:
        if not is_plain_file(path):
            raise _refused(shown, 1, 1, NOT_PLAIN)
        if path.stat().st_size > limit:
            raise _refused(shown, 1, 1, f"het bestand is groter dan {limit // 1024} kB")
        return path.read_bytes()
    except OSError as error:
        why = " (geen rechten)" if isinstance(error, PermissionError) else ""
        raise _refused(shown, 1, 1, f"het bestand is niet te lezen{why}") from None


# YAML starts a new line here and an editor does not, so every place after it would be wrong.
_OTHER_LINE_END = re.compile("[\r\x85\u2028\u2029]")


def decoded(raw: bytes, shown: str) -> str:
    """The text that a file holds, with one sort of line end and without a byte-order mark. Raises ``ContentError``."""
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode()
        said = "dit is geen geldige UTF-8; bewaar het bestand als UTF-8"
        raise _refused(shown, *_place_in(before, len(before), 1), said) from None


_NOT_BETWEEN = "de velden bovenaan moeten tussen twee regels met `---` staan"
_NOT_CLOSED = (
    "de velden bovenaan houden niet op; zet na het laatste veld een regel met alleen `---`"
)
FRONT_MATTER = re.compile(r"---[ ]*\n(.*?)^---[ ]*(?:\n|\Z)", re.S | re.M)


def split_front_matter(text: str, shown: str) -> tuple[str, str]:
    """The fields of a Markdown file, and what stands under them. Raises ``ContentError``."""
    if not text.strip():
        raise _refused(shown, 1, 1, "het bestand is leeg")
    found = FRONT_MATTER.match(text)
    if not found:
        opened = re.match(r"---[ ]*$", text, re.M)
        raise _refused(shown, 1, 1, _NOT_CLOSED if opened else _NOT_BETWEEN)
    return found[1], text[found.end() :]


def _read_markdown(text: str, shown: str) -> Document:
    fields, below = split_front_matter(text, shown)
    document = read_yaml(fields, shown, first_line=2)
    if body := below.strip():
        if BELOW in document.data:
            said = "staat er twee keer: als veld en onder de streep"
            raise ContentError([document.problem((BELOW,), said, at_key=True)])
        document.data[BELOW] = body
        start = len(text) - len(below.lstrip())
        document.body = (text.count("\n", 0, start) + 1, 1)
    return document


def _refused(shown: str, line: int, column: int, message: str) -> ContentError:
    return ContentError([Problem(shown, line, column, "bestand", message)])


def _place_in(text: str, position: int, first_line: int) -> Position:
    return text.count("\n", 0, position) + first_line, position - text.rfind("\n", 0, position)


_SYNTAX = {
    "mapping values are not allowed": "een dubbele punt op een plek waar hij niet mag; zet de tekst tussen aanhalingstekens",
    "could not find expected ':'": "er ontbreekt een dubbele punt na een veldnaam; hoort de regel bij de tekst erboven, zet er dan meer spaties voor",
    "did not find expected key": "hier mag niets meer staan; zet aanhalingstekens om de hele waarde",
    "did not find expected '-' indicator": "het inspringen van de lijst klopt niet",
    "block sequence entries are not allowed": "een lijst (`-`) op een plek waar hij niet mag",
    "found character that cannot start any token": "een teken dat hier niet mag beginnen; zet de tekst tussen aanhalingstekens",
    "found unexpected end of stream": "een aanhalingsteken of haakje wordt niet gesloten",
    "found unexpected document indicator": "een aanhalingsteken wordt niet gesloten",
    "did not find expected ',' or": "een haakje wordt niet gesloten, of er ontbreekt een komma",
    "found unknown escape character": "een backslash met een onbekende letter; gebruik enkele aanhalingstekens",
    "found undefined tag handle": "een YAML-tag (`!…`) mag niet",
    "did not find expected node content": "er ontbreekt een waarde, of een haakje wordt niet gesloten",
    "expected <document start>": "er staat iets na het einde van de velden",
    "did not find expected <document start>": "er staat iets na het einde van de velden",
}


def _syntax_error(
    error: yaml.MarkedYAMLError, text: str, shown: str, first_line: int
) -> ContentError:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    if line >= len(lines):
        # The parser points past a last line that has no end.
        line, column = len(lines) - 1, len(lines[-1])
    found = (
        _outside_block(lines, line)
        or _opened(error, lines)
        or _seen_by_an_editor(error, lines, line, column)
    )
    if found is None:
        said = error.problem or ""
        messages = (dutch for english, dutch in _SYNTAX.items() if english in said)
        found = line, column, next(messages, "de YAML klopt hier niet")
    line, column, message = found
    # The parser may point past a last line that has no end.
    place = min((line + first_line, column + 1), _place_in(text, len(text), first_line))
    return _refused(shown, *place, message)


Told = tuple[int, int, str]
"""Line and column, from 0, and a sentence."""

_NOT_CLOSED_WITHIN = {
    "while scanning a quoted scalar": "dit aanhalingsteken wordt niet gesloten",
    "while parsing a flow": "dit haakje wordt niet gesloten, of er ontbreekt een komma",
}


def _outside_block(lines: list[str], line: int) -> Told | None:
    """Where a text starts that does not stand deeper than the field that it belongs to, as when it was pasted."""
    top = next((n for n in range(line - 1, -1, -1) if BLOCK.fullmatch(lines[n])), None)
    if top is None:
        return None
    first = next((n for n in range(top + 1, line + 1) if lines[n].strip()), None)
    if first is None or _indent(lines[first]) > _indent(lines[top]) or _FIELD.match(lines[first]):
        return None
    said = "deze tekst staat niet ver genoeg naar rechts; zet voor elke regel twee spaties meer dan voor het veld"
    return first, _indent(lines[first]), said


def _opened(error: yaml.MarkedYAMLError, lines: list[str]) -> Told | None:
    """Where a quotation mark or bracket stands that is not closed; the parser finds out far behind it."""
    said, mark = error.context or "", error.context_mark
    for english, dutch in _NOT_CLOSED_WITHIN.items():
        if mark and said.startswith(english) and "expected node content" not in str(error.problem):
            return mark.line, mark.column, dutch
    if mark and said == "while scanning a simple key":
        # What should have been a key stands here, and not where the next line starts.
        at = min(mark.line, len(lines) - 1)
        return _glued(lines, at) or (at, mark.column, _SYNTAX["could not find expected ':'"])
    return None


_QUOTE_OPENS = re.compile(r"(?:^|.*[:-]) +\"(?P<rest>.*)")
_FIELD = re.compile(r" *(?:- +)*(?P<name>[\w-]+) *:")
_DEEP = (
    "het inspringen klopt niet: deze regel staat te ver naar rechts; "
    "hoort hij bij de tekst erboven, zet die dan tussen aanhalingstekens"
)


_UNEVEN = "het inspringen klopt niet; zet deze regel even ver als de velden waar hij bij hoort"


def _seen_by_an_editor(
    error: yaml.MarkedYAMLError, lines: list[str], line: int, column: int
) -> Told | None:
    """What an editor did, where the parser tells of what came of it."""
    said = error.problem or ""
    above = next((n for n in range(line - 1, -1, -1) if lines[n].strip()), None)
    if "did not find expected key" in said and line < len(lines):
        if start := _swallowed_from(lines, line, column):
            return start
        at_start = column <= _indent(lines[line])
        return line, column, _UNEVEN if at_start else _SYNTAX["did not find expected key"]
    if "mapping values are not allowed" in said and above is not None:
        field, before = _FIELD.match(lines[line]), lines[above]
        if field is None or field.end() <= column:
            return None
        if glued := _glued(lines, above):
            return glued
        if _indent(before) < _indent(lines[line]):
            return line, field.start("name"), _DEEP
        if ":" not in before:
            return above, _indent(before), _SYNTAX["could not find expected ':'"]
    return None


def _glued(lines: list[str], n: int) -> Told | None:
    """A mark of YAML on a line without the space that makes it one."""
    if re.match(r" *-[^\s-]", lines[n]):
        return n, _indent(lines[n]), "na het streepje van een lijst hoort een spatie"
    if found := re.match(r" *(?:- +)*[\w-]+:(?=[^\s:/])", lines[n]):
        return n, found.end() - 1, "na de dubbele punt hoort een spatie"
    return None


def _swallowed_from(lines: list[str], line: int, column: int) -> Told | None:
    """Where a quotation mark opened that the next one, on this line, closed by accident."""
    if '"' not in lines[line][:column]:
        return None
    for n in range(line - 1, -1, -1):
        if '"' in lines[n]:
            found = _QUOTE_OPENS.fullmatch(lines[n])
            if found and '"' not in found["rest"]:
                return n, found.start("rest") - 1, "dit aanhalingsteken wordt niet gesloten"
            return None
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _events(text: str) -> Iterator[Any]:
    """The parser's events; through ``get_event`` because ``yaml.parse`` costs a third more."""
    return iter(yaml.CSafeLoader(text).get_event, None)


class _Composer:
    """Turns the events of one document into data; keeps duplicate keys as problems."""

    def __init__(self, shown: str, first_line: int) -> None:
        self.shown = shown
        self.first_line = first_line
        self.problems: list[Problem] = []
        self._open: list[Any] = [[]]
        """The mappings and lists that are being filled; the outermost list holds the document."""
        self._key: str | None = None
        """The key that waits for its value."""
        self._documents = 0

    def compose(self, text: str) -> Any:
        for event in _events(text):
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._scalar(event)
            elif kind is yaml.MappingStartEvent:
                self._start(event, {})
            elif kind is yaml.SequenceStartEvent:
                self._start(event, [])
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._open.pop()
            elif kind is yaml.AliasEvent:
                said = "een YAML-verwijzing (`*naam`) mag niet; schrijf de waarde uit"
                raise self._refuse(event, said)
            elif kind is yaml.DocumentStartEvent:
                self._documents += 1
                if self._documents > 1:
                    said = "er mag maar één document in het bestand staan (een tweede `---`)"
                    raise self._refuse(event, said)
        return self._open[0][0] if self._open[0] else None

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._refuse_extras(event)
        if self._key is None and type(self._open[-1]) is dict:
            self._set_key(event)
        else:
            self._add(plain_value(event.value) if event.implicit[0] else event.value)

    def _start(
        self,
        event: yaml.MappingStartEvent | yaml.SequenceStartEvent,
        data: dict[str, Any] | list[Any],
    ) -> None:
        self._refuse_extras(event)
        if len(self._open) > MAX_DEPTH:
            raise self._refuse(event, f"de velden zijn dieper dan {MAX_DEPTH} lagen genest")
        if self._key is None and type(self._open[-1]) is dict:
            raise self._refuse(event, "een veldnaam moet gewone tekst zijn")
        self._add(data)
        self._open.append(data)

    def _set_key(self, event: yaml.ScalarEvent) -> None:
        self._key = event.value
        if event.value in self._open[-1]:
            name = one_line(event.value) or "bestand"
            place = _place(event, self.first_line)
            self.problems.append(Problem(self.shown, *place, name, "dit veld staat er twee keer"))
            if len(self.problems) > MAX_PROBLEMS:
                raise ContentError(first_of(self.problems))

    def _add(self, value: Any) -> None:
        data = self._open[-1]
        if self._key is None:
            data.append(value)
        else:
            data[self._key] = value
            self._key = None

    def _refuse_extras(self, event: Any) -> None:
        if event.tag is not None:
            raise self._refuse(event, f"een YAML-tag (`{one_line(event.tag)}`) mag niet")
        if event.anchor is not None:
            raise self._refuse(event, "een YAML-anker (`&naam`) mag niet")

    def _refuse(self, event: Any, message: str) -> ContentError:
        place = _place(event, self.first_line)
        return ContentError([*self.problems, Problem(self.shown, *place, "bestand", message)])


def _place(event: yaml.Event, first_line: int) -> Position:
    mark = event.start_mark
    assert mark is not None
    return mark.line + first_line, mark.column + 1


def _find_places(text: str, first_line: int) -> dict[Loc, tuple[Position, Position]]:
    """The way to each value of a sound document → the places of its key and of itself."""
    found: dict[Loc, tuple[Position, Position]] = {}
    steps: list[str | int | None] = []
    """The step to the next value in each open collection; ``None`` in a mapping that waits for a key."""
    key_place: Position | None = None
    for event in _events(text):
        if isinstance(event, yaml.CollectionEndEvent):
            steps.pop()
        elif isinstance(event, yaml.ScalarEvent) and steps and steps[-1] is None:
            steps[-1], key_place = event.value, _place(event, first_line)
            continue
        elif isinstance(event, yaml.NodeEvent):
            place = _place(event, first_line)
            found[tuple(steps)] = (key_place or place, place)  # type: ignore[arg-type]
        if isinstance(event, yaml.CollectionStartEvent):
            steps.append(None if isinstance(event, yaml.MappingStartEvent) else 0)
        elif steps:
            steps[-1] = steps[-1] + 1 if isinstance(steps[-1], int) else None
        key_place = None
    return found


_WORDS: dict[str, bool | None] = {"~": None, "": None, "null": None}
_WORDS |= dict.fromkeys(("true", "yes", "on", "y"), True) | dict.fromkeys(
    ("false", "no", "off", "n"), False
)
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})", re.A)
_FLOAT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}", re.A)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.A)


def plain_value(value: str) -> Any:
    """What an unquoted scalar means: a truth value, a number, a date, nothing, or the text itself."""
    if len(value) > 24:
        return value
    if not value or value[0] in "~tTyYoOfFnN":
        return _WORDS.get(value.lower(), value)
    if value[0] not in "+-0123456789":
        return value
    if _INT.fullmatch(value):
        return int(value)
    if _FLOAT.fullmatch(value):
        return float(value)
    if _DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return value
