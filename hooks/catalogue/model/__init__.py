"""The model: one class per kind of content, registered in ``KINDS``."""

from __future__ import annotations

from .base import REDACTIE, Herkomst, Item, Koppeling, Onderdeel, Ref, Uitspraak, Wetsverwijzing
from .begrip import Begrip
from .bouwsteen import Aanbeveling, Bouwsteen
from .bron import Bron, Bronaanbeveling, Kop
from .case import Case
from .doel import Doel
from .gebeurtenis import Gebeurtenis
from .instrument import Factor, Instrument
from .kinds import KINDS, Kind
from .knelpunt import Knelpunt
from .module import Module
from .wet import Wet

__all__ = [
    "KINDS",
    "REDACTIE",
    "Aanbeveling",
    "Begrip",
    "Bouwsteen",
    "Bron",
    "Bronaanbeveling",
    "Case",
    "Doel",
    "Factor",
    "Gebeurtenis",
    "Herkomst",
    "Instrument",
    "Item",
    "Kind",
    "Knelpunt",
    "Kop",
    "Koppeling",
    "Module",
    "Onderdeel",
    "Ref",
    "Uitspraak",
    "Wet",
    "Wetsverwijzing",
]
