"""The facets of the overview of instruments."""

from __future__ import annotations

from dataclasses import dataclass

from ..linking import Catalogue
from ..model import (
    Instrument,
)
from .instrument import BINDING, NO_BINDING


@dataclass(frozen=True)
class FacetOption:
    """An option of a facet, with the number of instruments that have it."""

    value: str
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
        "binding": [BINDING[score.waarde] if score and score.waarde else NO_BINDING],
        "status": [card.status],
    }


FACET_TITLES = {
    "bestuurslaag": "Wie doet mee",
    "fase": "Fase",
    "rol": "Rol van de overheid",
    "bouwsteen": "Bouwsteen",
    "knelpunt": "Knelpunt",
    "binding": "Juridische binding",
    "status": "Status",
}
