"""An item → its parts, and which of these refer to other items or hold text, each with the way to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from ..problem import Loc
from .base import Onderdeel
from .fields import Described, Fields, fields_of
from .kind import PART_KINDS, Kind, part_kind_of


@dataclass(frozen=True, slots=True)
class Pointer:
    """A field that holds the id of another item, of one of these kinds."""

    loc: Loc
    kinds: tuple[str, ...]
    id: str
    judgement: bool
    """Whether ``redactie`` may stand there."""


@dataclass(frozen=True, slots=True)
class Reference(Pointer):
    """A pointer in a part of an item that fits its model."""

    part: Onderdeel


@dataclass(frozen=True, slots=True)
class Text:
    """A field that holds small Markdown."""

    loc: Loc
    part: Onderdeel
    text: str
    field: Described


def walk(part: Onderdeel, loc: Loc = ()) -> Iterator[tuple[Loc, Onderdeel]]:
    """The part itself and every part within it, each with the way to it."""
    yield loc, part
    for field in fields_of(type(part)).parts:
        value = getattr(part, field.name)
        if isinstance(value, Onderdeel):
            yield from walk(value, (*loc, field.name))
        elif value:
            for n, inner in enumerate(value):
                yield from walk(inner, (*loc, field.name, n))


def references(part: Onderdeel, loc: Loc) -> Iterator[Reference]:
    """The references in the part's own fields."""
    for field in fields_of(type(part)).references:
        for at, id in _strings(getattr(part, field.name), (*loc, field.name)):
            yield Reference(at, field.refers_to, id, field.judgement, part)


def texts(part: Onderdeel, loc: Loc) -> Iterator[Text]:
    """The texts in the part's own fields."""
    for field in fields_of(type(part)).texts:
        for at, text in _strings(getattr(part, field.name), (*loc, field.name)):
            yield Text(at, part, text, field)


def holds(kind: Kind, part: str) -> bool:
    """Whether items of a kind may hold parts of this kind."""
    parts = fields_of(kind.model).parts
    return any(part_kind_of(field.part) is PART_KINDS[part] for field in parts)


def raw_pointers(model: type[BaseModel], data: Any) -> Iterator[Pointer]:
    """The references in data that does not fit its model, as far as its shape goes."""
    for at, values, fields in _raw_parts(model, data):
        for field in fields.references:
            for place, id in _strings(values.get(field.name), (*at, field.name)):
                yield Pointer(place, field.refers_to, id, field.judgement)


def raw_texts(model: type[BaseModel], data: Any) -> Iterator[tuple[Loc, str]]:
    """The texts in data that does not fit its model, as far as its shape goes."""
    for at, values, fields in _raw_parts(model, data):
        for field in fields.texts:
            yield from _strings(values.get(field.name), (*at, field.name))


def _raw_parts(
    model: type[BaseModel], data: Any, loc: Loc = ()
) -> Iterator[tuple[Loc, dict[str, Any], Fields]]:
    if not isinstance(data, dict):
        return
    fields = fields_of(model)
    yield loc, data, fields
    for field in fields.parts:
        value, at = data.get(field.name), (*loc, field.name)
        inner = field.part or BaseModel
        numbered = enumerate(value) if isinstance(value, list) else ()
        yield from _raw_parts(inner, value, at)
        for n, one in numbered:
            yield from _raw_parts(inner, one, (*at, n))


def _strings(value: Any, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """The text that a field holds, or each of its texts."""
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, list):
        yield from (((*loc, n), one) for n, one in enumerate(value) if isinstance(one, str))
