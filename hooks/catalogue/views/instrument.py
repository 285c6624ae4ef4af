"""The page of an instrument: scales, relations, evidence, and how complete the card is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any, cast

from ..linking import Link, Node
from ..model import (
    Factor,
    Instrument,
)
from ..model.instrument import Relatie, Relatiesoort, Schaal
from .base import View

SCALES: tuple[Schaal, ...] = ("dwingendheid", "hardheid", "handhaafbaarheid", "reikwijdte")


SCALE_WORDS = {1: "zeer laag", 2: "laag", 3: "midden", 4: "hoog", 5: "zeer hoog"}


BINDING = {
    1: "niet bindend",
    2: "zwak bindend",
    3: "bindend tussen partijen",
    4: "sterk bindend",
    5: "wettelijk afdwingbaar",
}


NO_BINDING = "niet bepaald"


RELATION_WORDS: dict[Relatiesoort, tuple[str, str]] = {
    "vereist": ("vereist", "nodig voor"),
    "versterkt": ("versterkt", "versterkt door"),
    "ondermijnt": ("ondermijnt", "ondermijnd door"),
    "alternatief_voor": ("alternatief voor", "alternatief voor"),
    "escaleert_naar": ("escaleert naar", "volgt op"),
    "onderdeel_van": ("onderdeel van", "omvat"),
}
"""Relation → its words on the card that makes it, and on the other card."""


COMPLETE_FIELDS: dict[str, str] = {
    "wanneer_wel": "wanneer wel",
    "wanneer_niet": "wanneer niet",
    "fase": "fase in de beleidscyclus",
    "rol": "rol van de overheid",
    "kwalificatie": "kwalificatie",
    "juridische_definitie": "juridische definitie",
    "kenmerken": "kenmerken",
    "scores": "scores",
    "wetgevend_kader": "wetgevend kader",
    "evaluaties": "evaluatie",
    "voordelen": "voordelen",
    "nadelen": "nadelen",
    "slaagfactoren": "slaagfactoren",
    "faalfactoren": "faalfactoren",
    "relaties": "samenhang met andere instrumenten",
    "bouwstenen": "bouwstenen",
    "aanbevelingen": "aanbevelingen",
    "knelpunten": "knelpunten",
}


_SEARCHED = {"slaagfactoren": "factoren", "faalfactoren": "factoren"}


@dataclass(frozen=True)
class Completeness:
    """How complete a card is: a field counts when it is filled, or was searched for in vain."""

    total: int
    missing: list[str]
    """Names of fields that are empty."""
    not_found: list[str]
    """Names of fields for which the sources say nothing."""

    @property
    def done(self) -> int:
        return self.total - len(self.missing)


def completeness(card: Instrument) -> Completeness:
    """Count the filled fields of a card."""
    empty = [name for name in COMPLETE_FIELDS if not _filled(card, name)]
    searched = [name for name in empty if _SEARCHED.get(name, name) in card.niet_gevonden]
    missing = [COMPLETE_FIELDS[name] for name in empty if name not in searched]
    return Completeness(len(COMPLETE_FIELDS), missing, [COMPLETE_FIELDS[name] for name in searched])


def _filled(card: Instrument, name: str) -> bool:
    value = getattr(card, name)
    return any(v is not None for _, v in value) if name in ("kenmerken", "scores") else bool(value)


NAMING: tuple[tuple[tuple[str, ...], str], ...] = (
    (("knelpunt",), "knelpunt uit de enquête van de ROB"),
    (("bouwsteen",), "bouwsteen van de Studiegroep"),
    (("aanbeveling", "doel"), "aanbeveling van de Studiegroep of de ROB"),
)
"""Kinds that lead to an instrument, and how a sentence names them. A doel does as well as a recommendation."""


@dataclass(frozen=True)
class Relation:
    """A relation as it reads on one card."""

    words: str
    other: Node
    link: Link


class InstrumentView(View):
    """The card of an instrument."""

    @property
    def card(self) -> Instrument:
        assert isinstance(self.node.item, Instrument)
        return self.node.item

    @cached_property
    def completeness(self) -> Completeness:
        return completeness(self.card)

    @cached_property
    def relations(self) -> list[tuple[str, list[Relation]]]:
        """Relations made here and elsewhere, grouped by their words."""
        found = [
            Relation(RELATION_WORDS[cast(Relatie, k.part).soort][0], k.target, k)
            for k in self.out("instrument", field="relaties")
        ]
        found += [
            Relation(RELATION_WORDS[cast(Relatie, k.part).soort][1], k.source, k)
            for k in self.to("instrument", field="relaties")
        ]
        order = list(dict.fromkeys(word for pair in RELATION_WORDS.values() for word in pair))
        found.sort(key=lambda r: (order.index(r.words), r.other.titel))
        return [(words, list(group)) for words, group in groupby(found, key=lambda r: r.words)]

    @cached_property
    def better_than(self) -> list[Link]:
        """Cards that name this one as the better choice in a situation."""
        return self.to("instrument", field="wanneer_niet")

    def evidence(self, factor: Factor) -> list[Link]:
        """What cases say of a factor."""
        node = self.catalogue.node("factor", f"{self.card.id}/{factor.id}")
        return self.catalogue.links_to(node, "case")

    @property
    def unnamed(self) -> list[str]:
        """What leads to instruments, but not to this one: geen bouwsteen van de Studiegroep."""
        return [
            f"geen {name}" for kinds, name in NAMING if not self.out(*kinds) and not self.to(*kinds)
        ]

    @property
    def scales(self) -> list[tuple[Schaal, Any]]:
        """The scales that have a score."""
        return [
            (name, getattr(self.card.scores, name))
            for name in SCALES
            if getattr(self.card.scores, name)
        ]
