"""Items → the facets by which their overview can be filtered, with how many items each option has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from ..linking import Catalogue
from ..model import Item
from ..model.fields import Described, Facet, fields_of


@dataclass(frozen=True)
class Option:
    """An option of a facet, with the number of items that have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True)
class FacetOptions:
    """A facet with its options; those without items are left out."""

    facet: Facet
    options: list[Option]


@dataclass(frozen=True)
class FacetField:
    """A facet, and the way from an item to the field that it is read from: ``("scores", "hardheid")``."""

    facet: Facet
    field: Described
    way: tuple[str, ...]


@cache
def facet_fields(model: type[BaseModel]) -> tuple[FacetField, ...]:
    """The facets of a kind, in order."""
    return tuple(sorted(_facet_fields(model, ()), key=lambda one: one.facet.order))


def _facet_fields(model: type[BaseModel], way: tuple[str, ...]) -> Iterator[FacetField]:
    """The facets among the fields of an item, and among those of its single parts."""
    for field in fields_of(model):
        here = (*way, field.name)
        if field.about.facet:
            yield FacetField(field.about.facet, field, here)
        elif field.part and not field.many:
            yield from _facet_fields(field.part, here)


def facet_values(item: BaseModel) -> dict[str, list[str]]:
    """The facet values of one item: facet → values."""
    return {one.facet.name: _values(item, one) for one in facet_fields(type(item))}


def _values(item: BaseModel, one: FacetField) -> list[str]:
    value: Any = item
    for step in one.way:
        value = getattr(value, step, None)
    if value is None:
        return [one.facet.unknown] if one.facet.unknown else []
    if words := one.facet.score_words:
        return [words[score - 1] for score in range(value.lowest, value.highest + 1)]
    if isinstance(value, list):
        target = one.field.leads_to
        return [str(getattr(part, target.name) if target else part) for part in value]
    return [str(value)]


def facets(
    catalogue: Catalogue, model: type[Item], items: Iterable[Item] | None = None
) -> list[FacetOptions]:
    """The facets of a kind with their options and counts: those of all items, or of these."""
    counts: dict[str, Counter[str]] = {}
    for item in catalogue.all(model) if items is None else items:
        for name, values in facet_values(item).items():
            counts.setdefault(name, Counter()).update(values)
    return [
        FacetOptions(
            one.facet, list(_options(catalogue, one, counts.get(one.facet.name, Counter())))
        )
        for one in facet_fields(model)
    ]


def _options(catalogue: Catalogue, one: FacetField, counts: Counter[str]) -> Iterator[Option]:
    for value, label in _labels(catalogue, one).items():
        if counts[value]:
            yield Option(value, label, counts[value])


def _labels(catalogue: Catalogue, one: FacetField) -> Mapping[str, str]:
    """Every value that a facet may have, in order, with what it is called."""
    unknown = {one.facet.unknown: one.facet.unknown} if one.facet.unknown else {}
    if one.facet.score_words:
        return {word: word for word in one.facet.score_words} | unknown
    if target := one.field.leads_to:
        return {node.id: node.titel for node in catalogue.nodes_of(target.refers_to[0])} | unknown
    return {value: choice.label for value, choice in one.field.choices.items()} | unknown
