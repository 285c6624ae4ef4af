"""What each page needs, worked out from the catalogue: templates only lay it out."""

from __future__ import annotations

from ..model import KINDS
from .base import View
from .bouwsteen import BouwsteenView
from .case import MOORE, MOORE_CARD, CaseView, PartnershipScore
from .facets import facet_values
from .instrument import SCALE_WORDS, InstrumentView, completeness
from .knelpunt import KnelpuntView
from .law import LawView
from .module import ModuleView
from .overviews import OVERVIEWS
from .source import SourceView

VIEWS: dict[str, type[View]] = dict.fromkeys(KINDS, View) | {
    "instrument": InstrumentView,
    "case": CaseView,
    "bouwsteen": BouwsteenView,
    "knelpunt": KnelpuntView,
    "wet": LawView,
    "module": ModuleView,
    "bron": SourceView,
}


__all__ = [
    "MOORE",
    "MOORE_CARD",
    "OVERVIEWS",
    "SCALE_WORDS",
    "VIEWS",
    "InstrumentView",
    "PartnershipScore",
    "completeness",
    "facet_values",
]
