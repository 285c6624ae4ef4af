"""Reads one file: bytes → data (dicts, lists, scalars) with the place of every value.

YAML is composed from the parser's events, one by one. So a bomb is refused before it is built: an alias, a tag,
or nesting deeper than ``MAX_DEPTH`` ends the reading at that event, and no nesting can exhaust the C stack.
Scalars follow a strict reading of YAML 1.1: what could be taken for a truth value, a number or a date becomes one,
so that the model refuses it where text is meant. Octal, sexagesimal and other surprises stay text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from .problem import ContentError, Problem, one_line

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20

Place = tuple[int, int]
"""Line and column, from 1."""


@dataclass(slots=True)
class Marks:
    """Where a value stands; for a mapping or list also where its parts stand."""

    place: Place
    keys: dict[str, Place] | None = None
    parts: dict[str, Marks] | list[Marks] | None = None


@dataclass(slots=True)
class Document:
    """A file that was read: its data, and the place of each value."""

    path: str
    data: dict[str, Any]
    marks: Marks

    def problem(self, loc: tuple[str | int, ...], message: str, *, at_key: bool = False) -> Problem:
        """A problem at the value (or its key) that *loc* leads to, as far as *loc* can be followed."""
        marks, place = self.marks, self.marks.place
        for n, step in enumerate(loc):
            if isinstance(step, str) and isinstance(marks.parts, dict) and step in marks.parts:
                key = (marks.keys or {})[step]
                marks = marks.parts[step]
                place = key if at_key and n == len(loc) - 1 else marks.place
            elif (
                isinstance(step, int) and isinstance(marks.parts, list) and step < len(marks.parts)
            ):
                marks = marks.parts[step]
                place = marks.place
            else:
                break
        return Problem(self.path, *place, field_name(loc), message)


def field_name(loc: tuple[str | int, ...]) -> str:
    """A path to a field as an editor reads it, list places from 1: ``factoren[2].naam``."""
    name = "".join(
        f"[{step + 1}]" if isinstance(step, int) else f".{one_line(step)}" for step in loc
    )
    return name.lstrip(".") or "bestand"


def read_file(path: Path, shown: str) -> Document:
    """Read a YAML card, or a Markdown file whose front matter is the data. Raises ``ContentError``."""
    text = _decode(_read_bytes(path, shown), shown)
    return _read_markdown(text, shown) if path.suffix == ".md" else read_yaml(text, shown)


def read_yaml(text: str, shown: str, first_line: int = 1) -> Document:
    """Compose a text that must hold one mapping."""
    if found := re.search(r"^ *\t", text, re.M):
        line = text.count("\n", 0, found.end()) + first_line
        raise _refused(
            shown, line, found.end() - found.start(), "een tab bij het inspringen; gebruik spaties"
        )
    composer = _Composer(shown, first_line)
    try:
        data, marks = composer.compose(text)
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(error, shown, first_line) from None
    except yaml.reader.ReaderError as error:
        raise _refused(
            shown, *_place(text, error.position, first_line), "een teken dat in YAML niet mag"
        ) from None
    if composer.problems:
        raise ContentError(composer.problems)
    if data is None:
        raise _refused(shown, first_line, 1, "het bestand is leeg")
    if not isinstance(data, dict):
        raise _refused(shown, *marks.place, "hier moeten velden staan, elk als `veld: waarde`")
    return Document(shown, data, marks)


def _read_bytes(path: Path, shown: str) -> bytes:
    try:
        if not path.is_file():
            raise _refused(shown, 1, 1, "dit is geen gewoon bestand")
        if path.stat().st_size > MAX_BYTES:
            raise _refused(shown, 1, 1, f"het bestand is groter dan {MAX_BYTES // 1024} kB")
        return path.read_bytes()
    except OSError as error:
        raise _refused(
            shown,
            1,
            1,
            "het bestand is niet te lezen"
            + (" (geen rechten)" if isinstance(error, PermissionError) else ""),
        ) from None


def _decode(raw: bytes, shown: str) -> str:
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        raise _refused(
            shown, line, column, "dit is geen geldige UTF-8; bewaar het bestand als UTF-8"
        ) from None


_FRONT_MATTER = re.compile(r"---[ ]*\n(.*?)^---[ ]*(?:\n|\Z)", re.S | re.M)


def _read_markdown(text: str, shown: str) -> Document:
    if not text.strip():
        raise _refused(shown, 1, 1, "het bestand is leeg")
    found = _FRONT_MATTER.match(text)
    if not found:
        raise _refused(shown, 1, 1, "de velden bovenaan moeten tussen twee regels met `---` staan")
    document = read_yaml(found[1], shown, first_line=2)
    if body := text[found.end() :].strip():
        if "tekst" in document.data:
            raise ContentError(
                [
                    document.problem(
                        ("tekst",), "staat er twee keer: als veld en onder de streep", at_key=True
                    )
                ]
            )
        place = (text.count("\n", 0, text.index(body, found.end())) + 1, 1)
        document.data["tekst"] = body
        assert isinstance(document.marks.parts, dict) and document.marks.keys is not None
        document.marks.keys["tekst"], document.marks.parts["tekst"] = place, Marks(place)
    return document


def _refused(shown: str, line: int, column: int, message: str) -> ContentError:
    return ContentError([Problem(shown, line, column, "bestand", message)])


def _place(text: str, position: int, first_line: int) -> Place:
    return text.count("\n", 0, position) + first_line, position - text.rfind("\n", 0, position)


_SYNTAX = {
    "mapping values are not allowed": "een dubbele punt op een plek waar hij niet mag; zet de tekst tussen aanhalingstekens",
    "could not find expected ':'": "er ontbreekt een dubbele punt na een veldnaam",
    "did not find expected key": "het inspringen klopt niet, of een aanhalingsteken staat verkeerd",
    "did not find expected '-' indicator": "het inspringen van de lijst klopt niet",
    "block sequence entries are not allowed": "een lijst (`-`) op een plek waar hij niet mag",
    "found character that cannot start any token": "een teken dat hier niet mag beginnen; zet de tekst tussen aanhalingstekens",
    "found unexpected end of stream": "een aanhalingsteken of haakje wordt niet gesloten",
    "found unexpected document indicator": "een aanhalingsteken wordt niet gesloten",
    "did not find expected ',' or": "een haakje wordt niet gesloten, of er ontbreekt een komma",
    "found unknown escape character": "een backslash met een onbekende letter; gebruik enkele aanhalingstekens",
    "found undefined tag handle": "een YAML-tag (`!…`) mag niet",
    "expected <document start>": "er staat iets na het einde van de velden",
    "did not find expected <document start>": "er staat iets na het einde van de velden",
}


def _syntax_error(error: yaml.MarkedYAMLError, shown: str, first_line: int) -> ContentError:
    said = error.problem or ""
    message = next(
        (dutch for english, dutch in _SYNTAX.items() if english in said), "de YAML klopt hier niet"
    )
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
    return _refused(shown, line, column, message)


class _Frame:
    """A mapping or list that is being filled."""

    __slots__ = ("data", "key", "key_place", "marks")

    def __init__(self, data: dict[str, Any] | list[Any], marks: Marks) -> None:
        self.data = data
        self.marks = marks
        self.key: str | None = None
        self.key_place: Place = marks.place


class _Composer:
    """Turns the events of one document into data and marks; keeps duplicate keys as problems."""

    def __init__(self, shown: str, first_line: int) -> None:
        self.shown = shown
        self.first_line = first_line
        self.problems: list[Problem] = []
        self._stack: list[_Frame] = []
        self._root: tuple[Any, Marks] = (None, Marks((first_line, 1)))
        self._documents = 0

    def compose(self, text: str) -> tuple[Any, Marks]:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.MappingStartEvent):
                self._open(event, {}, {})
            elif isinstance(event, yaml.SequenceStartEvent):
                self._open(event, [], None)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._stack.pop()
            elif isinstance(event, yaml.AliasEvent):
                raise self._refuse(
                    event, "een YAML-verwijzing (`*naam`) mag niet; schrijf de waarde uit"
                )
            elif isinstance(event, yaml.DocumentStartEvent):
                self._documents += 1
                if self._documents > 1:
                    raise self._refuse(
                        event, "er mag maar één document in het bestand staan (een tweede `---`)"
                    )
        return self._root

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._refuse_extras(event)
        place = self._place(event)
        frame = self._stack[-1] if self._stack else None
        if frame is not None and frame.key is None and type(frame.data) is dict:
            self._set_key(frame, event.value, place)
        else:
            self._add(_resolve(event.value) if event.implicit[0] else event.value, Marks(place))

    def _open(
        self,
        event: yaml.MappingStartEvent | yaml.SequenceStartEvent,
        data: Any,
        keys: dict[str, Place] | None,
    ) -> None:
        self._refuse_extras(event)
        if len(self._stack) >= MAX_DEPTH:
            raise self._refuse(event, f"de velden zijn dieper dan {MAX_DEPTH} lagen genest")
        if self._stack and self._stack[-1].key is None and type(self._stack[-1].data) is dict:
            raise self._refuse(event, "een veldnaam moet gewone tekst zijn")
        place = self._place(event)
        marks = Marks(place, keys, {} if keys is not None else [])
        self._add(data, marks)
        self._stack.append(_Frame(data, marks))

    def _set_key(self, frame: _Frame, key: str, place: Place) -> None:
        if key in frame.data:
            self.problems.append(
                Problem(
                    self.shown, *place, one_line(key) or "bestand", "dit veld staat er twee keer"
                )
            )
        frame.key, frame.key_place = key, place

    def _add(self, value: Any, marks: Marks) -> None:
        if not self._stack:
            self._root = (value, marks)
            return
        frame = self._stack[-1]
        if type(frame.data) is dict:
            key = frame.key
            assert (
                key is not None and frame.marks.keys is not None and type(frame.marks.parts) is dict
            )
            frame.data[key], frame.marks.keys[key], frame.marks.parts[key] = (
                value,
                frame.key_place,
                marks,
            )
            frame.key = None
        else:
            assert type(frame.data) is list and type(frame.marks.parts) is list
            frame.data.append(value)
            frame.marks.parts.append(marks)

    def _refuse_extras(self, event: Any) -> None:
        if event.tag is not None:
            raise self._refuse(event, f"een YAML-tag (`{one_line(event.tag)}`) mag niet")
        if event.anchor is not None:
            raise self._refuse(event, "een YAML-anker (`&naam`) mag niet")

    def _refuse(self, event: Any, message: str) -> ContentError:
        return ContentError(
            [*self.problems, Problem(self.shown, *self._place(event), "bestand", message)]
        )

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        assert mark is not None
        return mark.line + self.first_line, mark.column + 1


_WORDS: dict[str, bool | None] = {"~": None, "": None, "null": None}
_WORDS |= dict.fromkeys(("true", "yes", "on", "y"), True) | dict.fromkeys(
    ("false", "no", "off", "n"), False
)
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})", re.A)
_FLOAT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}", re.A)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.A)


def _resolve(value: str) -> Any:
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
