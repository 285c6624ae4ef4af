"""How instruments hang together, read from either side."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from ..linking import Catalogue, Link, LinkField, Node
from ..model import Instrument
from ..model.base import NaarAanbeveling
from ..model.case import Case, Factorbevinding
from ..model.fields import Choice, fields_of
from ..model.instrument import Alternatief, Factor, Relatie

RELATIONS = LinkField(Instrument, "relaties", Relatie)
ADVICE_LINKS = LinkField(Instrument, "aanbevelingen", NaarAanbeveling)
ALTERNATIVES = LinkField(Instrument, "wanneer_niet", Alternatief)
FINDINGS = LinkField(Case, "factoren", Factorbevinding)


@dataclass(frozen=True)
class Relation:
    """A relation as it reads on one card."""

    words: str
    other: Node[Any]
    link: Link[Relatie]

    @property
    def outward(self) -> bool:
        """Whether the card makes it; otherwise another makes it with the card."""
        return self.link.target is self.other


def relations(catalogue: Catalogue, node: Node[Instrument]) -> list[tuple[str, list[Relation]]]:
    """The relations that a card makes and those that others make with it, grouped by their words."""
    words = fields_of(Relatie)["soort"].choices
    found = [
        Relation(words[link.part.soort].label, link.target, link)
        for link in catalogue.links_from(node, RELATIONS)
    ]
    found += [
        Relation(words[link.part.soort].inverse, link.source, link)
        for link in catalogue.links_to(node, RELATIONS)
    ]
    order = list(dict.fromkeys(word for one in words.values() for word in (one.label, one.inverse)))
    found.sort(key=lambda one: (order.index(one.words), one.other.titel))
    return [(shared, list(group)) for shared, group in groupby(found, key=lambda one: one.words)]


def by_what_it_does(
    links: list[Link[NaarAanbeveling]],
) -> list[tuple[Choice, list[Link[NaarAanbeveling]]]]:
    """Links between instruments and recommendations, by what the one does with the other."""
    groups = (
        (choice, [link for link in links if link.part.doet == does])
        for does, choice in fields_of(NaarAanbeveling)["doet"].choices.items()
    )
    return [(choice, found) for choice, found in groups if found]


def better_than(catalogue: Catalogue, node: Node[Instrument]) -> list[Link[Alternatief]]:
    """Links from the cards that name this one as the better choice in a situation."""
    return catalogue.links_to(node, ALTERNATIVES)


def alternatives(
    catalogue: Catalogue, node: Node[Instrument]
) -> list[tuple[Alternatief, Node[Instrument] | None]]:
    """When to take something else, with what to take then: what exists comes before what is only proposed."""
    found = [
        (part, catalogue.node(Instrument, part.kies) if part.kies else None)
        for part in node.part.wanneer_niet
    ]
    return sorted(found, key=lambda one: one[1] is not None and not one[1].part.is_in_force)


def evidence(
    catalogue: Catalogue, node: Node[Instrument], factor: Factor
) -> list[Link[Factorbevinding]]:
    """What cases say of a factor of a card."""
    return catalogue.links_to(catalogue.node("factor", f"{node.id}/{factor.id}"), FINDINGS)
