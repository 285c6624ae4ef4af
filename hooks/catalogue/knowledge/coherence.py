"""How all instruments hang together: their relations by kind, the ladders of escalation, and what is around one card."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from ..dutch import alphabetical
from ..linking import Catalogue, Link, Node
from ..model import Instrument
from ..model.fields import Choice, fields_of
from ..model.instrument import Relatie
from .relations import RELATIONS, relations

ESCALATION = "escaleert_naar"
"""The kind of relation of which ladders are made."""

Direction = Literal["in", "out", "both"]


def kinds_of_relation() -> dict[str, Choice]:
    """Kind of relation → its words."""
    return dict(fields_of(Relatie)["soort"].choices)


def all_relations(catalogue: Catalogue) -> list[Link[Relatie]]:
    """Every relation once, by the title of the card that makes it and then of the other."""
    found = [
        link
        for node in catalogue.nodes_of(Instrument)
        for link in catalogue.links_from(node, RELATIONS)
    ]
    return sorted(found, key=lambda one: (alphabetical(one.source.titel), alphabetical(one.target.titel)))  # fmt: skip


def relations_by_kind(catalogue: Catalogue) -> list[tuple[str, Choice, list[Link[Relatie]]]]:
    """The relations of each kind that occurs, with its words."""
    links = all_relations(catalogue)
    groups = (
        (kind, words, [link for link in links if link.part.soort == kind])
        for kind, words in kinds_of_relation().items()
    )
    return [(kind, words, found) for kind, words, found in groups if found]


# Ladders


@dataclass(frozen=True)
class Ladder:
    """What to do when something does not work: each step leads to the next."""

    links: list[Link[Relatie]]

    @property
    def steps(self) -> list[Node[Instrument]]:
        """The instruments, the lightest first."""
        return [self.links[0].source, *(link.target for link in self.links)]


def ladders(catalogue: Catalogue) -> list[Ladder]:
    """Ladders in which every escalation stands at least once, each from as low to as high as it goes.

    A ladder never comes back to a step that it had, so a circle of escalations is cut open where it would close. There
    are at most as many ladders as escalations.
    """
    links = [link for link in all_relations(catalogue) if link.part.soort == ESCALATION]
    up: dict[str, list[Link[Relatie]]] = defaultdict(list)
    down: dict[str, list[Link[Relatie]]] = defaultdict(list)
    for link in links:
        up[link.source.id].append(link)
        down[link.target.id].append(link)
    shown: set[int] = set()
    found: list[Ladder] = []
    for link in sorted(links, key=lambda one: bool(down[one.source.id])):
        if id(link) in shown:
            continue
        ladder = [link]
        seen = {link.source.id, link.target.id}
        while above := _fresh(up[ladder[-1].target.id], seen, shown, upward=True):
            ladder.append(above)
            seen.add(above.target.id)
        while below := _fresh(down[ladder[0].source.id], seen, shown, upward=False):
            ladder.insert(0, below)
            seen.add(below.source.id)
        shown.update(map(id, ladder))
        found.append(Ladder(ladder))
    return sorted(found, key=lambda one: (-len(one.links), alphabetical(one.steps[0].titel)))


def _fresh(
    links: list[Link[Relatie]], seen: set[str], shown: set[int], *, upward: bool
) -> Link[Relatie] | None:
    """A link to a step that the ladder does not have; one that stands in no ladder yet goes first."""
    free = [link for link in links if (link.target.id if upward else link.source.id) not in seen]
    return min(free, key=lambda link: id(link) in shown, default=None)


# One card, and what each is part of


@dataclass(frozen=True)
class Neighbours:
    """The instruments that stand in one kind of relation to a card, on one side of it."""

    words: str
    """As they read from the card: ``versterkt door``."""
    kind: str
    direction: Direction
    """``in`` when the others do something to the card, ``both`` when it reads the same from either side."""
    nodes: list[Node[Instrument]]


def neighbourhood(catalogue: Catalogue, node: Node[Instrument]) -> list[Neighbours]:
    """What is around a card, grouped by kind of relation and direction; the words are those of its list of relations."""
    found = []
    for words, group in relations(catalogue, node):
        kind = group[0].link.part.soort
        # Two cards may each say that they are an alternative for the other.
        nodes = list(dict.fromkeys(one.other for one in group))
        found.append(Neighbours(words, kind, _direction(kind, group[0].outward), nodes))
    return found


def _direction(kind: str, outward: bool) -> Direction:
    words = kinds_of_relation()[kind]
    if words.label == words.inverse:
        return "both"
    return "out" if outward else "in"


def counted_per_instrument(
    catalogue: Catalogue,
) -> list[tuple[Node[Instrument], list[tuple[str, int]]]]:
    """How many instruments stand around each, per kind of relation as it reads from there; the most connected first."""
    found = [
        (node, [(one.words, len(one.nodes)) for one in neighbourhood(catalogue, node)])
        for node in catalogue.by_title(Instrument)
    ]
    return sorted(found, key=lambda one: -sum(count for _, count in one[1]))
