"""Cards → the facets by which their overview can be filtered, with how many cards each option has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel

from ..linking import Catalogue
from ..model import Instrument, Item
from ..model.fields import Described, Facet, fields_of
from ..model.instrument import Score
from .scales import BINDING


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
def facet_fields(model: type[Item]) -> tuple[FacetField, ...]:
    """The facets of a kind, in order."""
    return tuple(sorted(_facet_fields(model, ()), key=lambda one: one.facet.order))


def _facet_fields(model: type[BaseModel], way: tuple[str, ...]) -> Iterator[FacetField]:
    for field in fields_of(model):
        here = (*way, field.name)
        if field.about.facet:
            yield FacetField(field.about.facet, field, here)
        elif field.part and not field.many:
            yield from _facet_fields(field.part, here)


def facet_values(card: Item) -> dict[str, list[str]]:
    """The facet values of one item: facet → values."""
    return {one.facet.name: _values(card, one) for one in facet_fields(type(card))}


def _values(card: Item, one: FacetField) -> list[str]:
    value: object = card
    for step in one.way:
        value = getattr(value, step, None)
    if isinstance(value, Score):
        return [BINDING[score] for score in range(value.lowest, value.highest + 1)]
    if isinstance(value, list):
        target = one.field.leads_to
        return [getattr(part, target.name) for part in value] if target else list(value)
    return [str(value)] if value is not None else [one.facet.unknown]


def facets(catalogue: Catalogue, cards: Iterable[Item]) -> list[FacetOptions]:
    """The facets of these cards with their options and counts."""
    counts: dict[str, Counter[str]] = {}
    for card in cards:
        for name, values in facet_values(card).items():
            counts.setdefault(name, Counter()).update(values)
    return [
        FacetOptions(
            one.facet, list(_options(catalogue, one, counts.get(one.facet.name, Counter())))
        )
        for one in facet_fields(Instrument)
    ]


def _options(catalogue: Catalogue, one: FacetField, counts: Counter[str]) -> Iterator[Option]:
    for value, label in _labels(catalogue, one).items():
        if counts[value]:
            yield Option(value, label, counts[value])


def _labels(catalogue: Catalogue, one: FacetField) -> Mapping[str, str]:
    """Every value that a facet may have, in order, with what it is called."""
    unknown = {one.facet.unknown: one.facet.unknown} if one.facet.unknown else {}
    if one.field.part is Score:
        return {word: word for word in BINDING.values()} | unknown
    if target := one.field.leads_to:
        return {node.id: node.titel for node in catalogue.nodes_of(target.refers_to[0])}
    return {value: choice.label for value, choice in one.field.choices.items()} | unknown
