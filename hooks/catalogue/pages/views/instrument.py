"""The page of an instrument: scales, relations, evidence, and how complete the card is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ...knowledge.coherence import neighbourhood
from ...knowledge.completeness import completeness
from ...knowledge.relations import (
    ADVICE_LINKS,
    ALTERNATIVES,
    alternatives,
    better_than,
    by_what_it_does,
    evidence,
    relations,
)
from ...knowledge.scales import has_scores, scales
from ...linking import Link, LinkField
from ...model import Instrument, Situatie
from ...model.base import NaarAanbeveling, Uitspraak
from ...model.case import Factorbevinding
from ...model.fields import Choice, fields_of
from ...model.instrument import Factor, Kenmerken, Keuzezin, Score
from ...model.kind import kind_named
from ..pictures import card_picture
from .base import View, of_item, of_node, view_of


@dataclass(frozen=True)
class Naming:
    """Kinds that lead to an instrument, and how a sentence names them. Raises ``KeyError`` for a kind that does not exist."""

    kinds: tuple[str, ...]
    words: str

    def __post_init__(self) -> None:
        for kind in self.kinds:
            kind_named(kind)


FOR = LinkField(Instrument, "wanneer_wel", Keuzezin)

NAMING = (
    Naming(("knelpunt",), "knelpunt uit de enquête van de ROB"),
    Naming(("bouwsteen",), "bouwsteen van de Studiegroep"),
    # A doel does as well as a recommendation.
    Naming(("aanbeveling", "doel"), "aanbeveling van de Studiegroep of de ROB"),
)


@view_of(Instrument)
class InstrumentView(View[Instrument]):
    """The card of an instrument."""

    @cached_property
    def situations(self) -> list[tuple[str, list[Link[Keuzezin]]]]:
        """The situations of which the sentences of the card speak: those for it, then those against it."""
        groups = (
            ("Spreekt ervoor", self.catalogue.links_from(self.node_here, FOR)),
            ("Spreekt ertegen", self.catalogue.links_from(self.node_here, ALTERNATIVES)),
        )
        found = (
            (title, [link for link in links if link.target.kind == Situatie.kind.name])
            for title, links in groups
        )
        return [(title, links) for title, links in found if links]

    completeness = of_item(completeness)
    relations = of_node(relations)
    neighbourhood = of_node(neighbourhood)
    better_than = of_node(better_than)
    alternatives = of_node(alternatives)

    @property
    def advice_links(self) -> list[tuple[Choice, list[Link[NaarAanbeveling]]]]:
        """The recommendations that it has to do with, by what it does."""
        return by_what_it_does(self.catalogue.links_from(self.node_here, ADVICE_LINKS))

    def evidence(self, factor: Factor) -> list[Link[Factorbevinding]]:
        """What cases say of a factor."""
        return evidence(self.catalogue, self.node_here, factor)

    picture = of_node(card_picture)

    @property
    def unnamed(self) -> list[str]:
        """What leads to instruments, but not to this one: geen bouwsteen van de Studiegroep."""
        around = {k.target.kind for k in self.out()} | {k.source.kind for k in self.to()}
        return [f"geen {one.words}" for one in NAMING if around.isdisjoint(one.kinds)]

    scales = of_item(scales)
    has_scores = of_item(has_scores)

    @cached_property
    def characteristics(self) -> list[tuple[str, Uitspraak | None, Score | None]]:
        """Label, statement and score of each characteristic of which there is one."""
        scores: dict[str, Any] = dict(self.item.scores)
        rows = (
            (
                field.label.capitalize(),
                getattr(self.item.kenmerken, field.name),
                scores.get(field.name),
            )
            for field in fields_of(Kenmerken)
        )
        return [row for row in rows if row[1] or row[2]]
