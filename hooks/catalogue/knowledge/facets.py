"""Cards → the facets by which their overview can be filtered, with how many cards each option has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ..linking import Catalogue
from ..model import Instrument, Item
from ..model.fields import Described, Facet, fields_of
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


@cache
def facet_fields(model: type[Item]) -> tuple[tuple[Facet, Described], ...]:
    """The facets of a kind, in order, each with the field that it is read from."""
    found = [(field.about.facet, field) for field in _fields_with_parts(model)]
    facets = [(facet, field) for facet, field in found if facet]
    return tuple(sorted(facets, key=lambda one: one[0].order))


def _fields_with_parts(model: type[Item]) -> Iterator[Described]:
    """The fields of an item, and those of its single parts: a scale is a field of the scores."""
    for field in fields_of(model):
        yield field
        if field.part and not field.many:
            yield from fields_of(field.part)


def facet_values(card: Instrument) -> dict[str, list[str]]:
    """The facet values of one card: facet → values."""
    return {facet.name: _values(card, facet, field) for facet, field in facet_fields(type(card))}


def _values(card: Instrument, facet: Facet, field: Described) -> list[str]:
    if field.name == "hardheid":
        score = card.scores.hardheid
        return [BINDING[score.waarde] if score else facet.unknown]
    value = getattr(card, field.name)
    if target := field.leads_to:
        return [getattr(part, target.name) for part in value]
    return list(value) if field.many else [value]


def facets(catalogue: Catalogue, cards: Iterable[Instrument]) -> list[FacetOptions]:
    """The facets of these cards with their options and counts."""
    counts: dict[str, Counter[str]] = {}
    for card in cards:
        for name, values in facet_values(card).items():
            counts.setdefault(name, Counter()).update(values)
    return [
        FacetOptions(
            facet,
            [
                Option(value, label, counts[facet.name][value])
                for value, label in _labels(catalogue, facet, field).items()
                if counts.get(facet.name, Counter())[value]
            ],
        )
        for facet, field in facet_fields(Instrument)
    ]


def _labels(catalogue: Catalogue, facet: Facet, field: Described) -> Mapping[str, str]:
    """Every value that a facet may have, in order, with what it is called."""
    if field.name == "hardheid":
        return {word: word for word in (*BINDING.values(), facet.unknown)}
    if target := field.leads_to:
        return {node.id: node.titel for node in catalogue.nodes_of(target.refers_to[0])}
    return {value: choice.label for value, choice in field.choices.items()}
