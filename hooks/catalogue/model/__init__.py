"""The model: one class per kind of content, in a module each. A kind registers where its class is defined.

``kind``    what a kind is: its folder, its addresses, its words
``fields``  what a field is, read once from a class, for everybody
``text``    the types of text, and what may not be in them
``base``    what the kinds share
``parts``   an item → its parts, references and texts
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from .base import REDACTIE, Herkomst, Item, Koppeling, Onderdeel, Uitspraak, Wetsverwijzing
from .begrip import Begrip
from .bouwsteen import Aanbeveling, Bouwsteen
from .bron import Bron, Bronaanbeveling, Kop
from .case import Case
from .doel import Doel
from .gebeurtenis import Gebeurtenis
from .handout import Handout
from .instrument import Factor, Instrument
from .keuzevraag import Keuzevraag
from .kind import KINDS, PART_KINDS, Kind, PartKind
from .knelpunt import Knelpunt
from .kompasvraag import Kompasvraag
from .lesnotitie import Lesnotitie
from .module import Module
from .oefening import Oefening
from .partnerschapsvraag import Partnerschapsvraag
from .situatie import Situatie
from .wet import Wet

# A kind that nothing else names is one too.
for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")

__all__ = [
    "KINDS",
    "PART_KINDS",
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
    "Handout",
    "Herkomst",
    "Instrument",
    "Item",
    "Keuzevraag",
    "Kind",
    "Knelpunt",
    "Kompasvraag",
    "Kop",
    "Koppeling",
    "Lesnotitie",
    "Module",
    "Oefening",
    "Onderdeel",
    "PartKind",
    "Partnerschapsvraag",
    "Situatie",
    "Uitspraak",
    "Wet",
    "Wetsverwijzing",
]
