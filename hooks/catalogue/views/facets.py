"""The entries of the overview of instruments: what each says, and by what it is filtered and sorted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from ..dutch import enumeration
from ..linking import Catalogue, Node
from ..model import (
    Instrument,
)
from ..model.base import Bestuurslaag
from .instrument import BINDING, NO_BINDING, SCALES


@dataclass(frozen=True)
class FacetOption:
    """An option of a facet, with the number of instruments that have it."""

    value: str
    """One word, as an address has it: ``niet-bindend``."""
    label: str
    count: int


@dataclass(frozen=True)
class Facet:
    """A facet of the overview."""

    name: str
    titel: str
    options: list[FacetOption]


def facet_values(catalogue: Catalogue, card: Instrument) -> dict[str, list[str]]:
    """The facet values of one card: facet → values."""
    score = card.scores.hardheid
    return {
        "bestuurslaag": list(card.bestuurslagen),
        "fase": list(card.fase),
        "rol": list(card.rol),
        "bouwsteen": [link.bouwsteen for link in card.bouwstenen],
        "knelpunt": [link.knelpunt for link in card.knelpunten],
        "binding": [BINDING[score.waarde] if score else NO_BINDING],
        "status": [card.status],
    }


@dataclass(frozen=True)
class Entry:
    """A card in the overview."""

    node: Node
    facts: list[str]
    """At most three, in words."""
    traits: dict[str, str]
    """Facet → its values, and scale → the score; as words with a space between."""


def entry(catalogue: Catalogue, node: Node) -> Entry:
    """The entry of one card."""
    assert isinstance(node.item, Instrument)
    facets = {
        name: " ".join(map(as_word, values))
        for name, values in facet_values(catalogue, node.item).items()
    }
    return Entry(node, _facts(catalogue, node, node.item), facets | _scores(node.item))


def as_word(value: str) -> str:
    """``niet bindend`` → ``niet-bindend``."""
    return value.replace(" ", "-")


def _scores(card: Instrument) -> dict[str, str]:
    scores = ((scale, getattr(card.scores, scale)) for scale in SCALES)
    return {scale: str(score.waarde) if score else "" for scale, score in scores}


def _facts(catalogue: Catalogue, node: Node, card: Instrument) -> list[str]:
    """Who takes part, which bouwstenen it serves, and how often it was used or what its status is."""
    layers = ["Rijk" if layer == "rijk" else layer for layer in card.bestuurslagen]
    numbers = sorted(link.bouwsteen[0] for link in card.bouwstenen)
    facts = [
        "Hele keten" if len(layers) == len(get_args(Bestuurslaag)) else enumeration(layers),
        numbers and f"{'bouwstenen' if len(numbers) > 1 else 'bouwsteen'} {enumeration(numbers)}",
        _practice(catalogue, node) if card.status == "geldend" else card.status,
    ]
    return [fact for fact in facts if fact]


def _practice(catalogue: Catalogue, node: Node) -> str:
    count = len(catalogue.links_to(node, "case", field="instrumenten"))
    return (
        f"{count} {'praktijkvoorbeeld' if count == 1 else 'praktijkvoorbeelden'}" if count else ""
    )


FACET_TITLES = {
    "bestuurslaag": "Wie doet mee",
    "fase": "Fase",
    "rol": "Rol van de overheid",
    "bouwsteen": "Bouwsteen",
    "knelpunt": "Knelpunt",
    "binding": "Juridische binding",
    "status": "Status",
}
