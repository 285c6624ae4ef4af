"""Walks an item: which of its parts refer to other items, and which hold text. Read from the model, once per class."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from pydantic import AfterValidator, BaseModel

from .complaints import nested_model
from .model.base import Onderdeel, Ref
from .model.text import check_line, check_text

Loc = tuple[str | int, ...]


@dataclass(frozen=True)
class Plan:
    """The fields of one model class that matter for links."""

    refs: tuple[tuple[str, Ref], ...]
    texts: tuple[str, ...]
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pointer:
    """A field that holds the id of another item, of one of these kinds."""

    loc: Loc
    kinds: tuple[str, ...]
    id: str


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


@cache
def plan_of(model: type[BaseModel]) -> Plan:
    """The plan of a model class."""
    refs, texts, parts = [], [], []
    for name, field in model.model_fields.items():
        metadata = [*field.metadata, *_metadata(field.annotation)]
        if ref := next((m for m in metadata if isinstance(m, Ref)), None):
            refs.append((name, ref))
        elif any(
            isinstance(m, AfterValidator) and m.func in (check_text, check_line) for m in metadata
        ):
            texts.append(name)
        elif nested_model(field.annotation):
            parts.append(name)
    return Plan(tuple(refs), tuple(texts), tuple(parts))


def _metadata(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from _metadata(part)


def walk(part: Onderdeel, loc: Loc = ()) -> Iterator[tuple[Loc, Onderdeel]]:
    """The part itself and every part within it, each with the way to it."""
    yield loc, part
    for name in plan_of(type(part)).parts:
        value = getattr(part, name)
        if isinstance(value, Onderdeel):
            yield from walk(value, (*loc, name))
        elif value:
            for n, inner in enumerate(value):
                yield from walk(inner, (*loc, name, n))


def references(part: Onderdeel, loc: Loc) -> Iterator[Reference]:
    """The references in the part's own fields."""
    for name, ref in plan_of(type(part)).refs:
        for at, id in _values(part, name, loc):
            yield Reference(at, ref.kinds, id, part)


def texts(part: Onderdeel, loc: Loc) -> Iterator[Text]:
    """The texts in the part's own fields."""
    for name in plan_of(type(part)).texts:
        for at, text in _values(part, name, loc):
            yield Text(at, part, text)


def _values(part: Onderdeel, name: str, loc: Loc) -> Iterator[tuple[Loc, str]]:
    value = getattr(part, name)
    if isinstance(value, str):
        yield (*loc, name), value
    elif value:
        for n, one in enumerate(value):
            yield (*loc, name, n), one


def raw_pointers(model: type[BaseModel], data: Any, loc: Loc = ()) -> Iterator[Pointer]:
    """The references in data that does not fit its model, as far as its shape goes."""
    for at, fields, plan in _raw_parts(model, data, loc):
        for name, ref in plan.refs:
            yield from (Pointer(place, ref.kinds, id) for place, id in _strings(fields, name, at))


def raw_texts(model: type[BaseModel], data: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """The texts in data that does not fit its model, as far as its shape goes."""
    for at, fields, plan in _raw_parts(model, data, loc):
        for name in plan.texts:
            yield from _strings(fields, name, at)


def _raw_parts(
    model: type[BaseModel], data: Any, loc: Loc
) -> Iterator[tuple[Loc, dict[str, Any], Plan]]:
    if not isinstance(data, dict):
        return
    plan = plan_of(model)
    yield loc, data, plan
    for name in plan.parts:
        inner = nested_model(model.model_fields[name].annotation)
        assert inner is not None
        value = data.get(name)
        if isinstance(value, list):
            for n, one in enumerate(value):
                yield from _raw_parts(inner, one, (*loc, name, n))
        else:
            yield from _raw_parts(inner, value, (*loc, name))


def _strings(fields: dict[str, Any], name: str, loc: Loc) -> Iterator[tuple[Loc, str]]:
    value = fields.get(name)
    if isinstance(value, str):
        yield (*loc, name), value
    elif isinstance(value, list):
        yield from (((*loc, name, n), one) for n, one in enumerate(value) if isinstance(one, str))
