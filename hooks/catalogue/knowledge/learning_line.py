"""The modules as one line: in which order, what each builds on, and which of them a reader of some sort takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from ..linking import Catalogue, Node
from ..model import Handout, Module, Oefening
from ..model.fields import fields_of
from ..model.module import Programmaonderdeel


@dataclass(frozen=True)
class Route:
    """The modules for one sort of reader, in order."""

    name: str
    modules: list[Node[Module]]
    missing: list[Node[Module]]
    """What modules of the route build on, and is not in it."""

    @property
    def minutes(self) -> int:
        """How long they take together."""
        return minutes_of(self.modules)


def by_number(modules: Iterable[Node[Module]]) -> list[Node[Module]]:
    """Modules by their number, without a look at what each builds on."""
    return sorted(modules, key=lambda node: node.part.nummer)


def line(catalogue: Catalogue) -> list[Node[Module]]:
    """All modules by number, but each after those that it builds on."""
    placed: dict[str, Node[Module]] = {}
    begun: set[str] = set()

    def place(node: Node[Module]) -> None:
        if node.id in begun:
            return
        begun.add(node.id)
        for before in builds_on(catalogue, node):
            place(before)
        placed[node.id] = node

    for node in by_number(catalogue.nodes_of(Module)):
        place(node)
    return list(placed.values())


def builds_on(catalogue: Catalogue, node: Node[Module]) -> list[Node[Module]]:
    """The modules that someone does before this one."""
    return [link.target for link in catalogue.links_from(node, "na")]


def routes(catalogue: Catalogue) -> list[Route]:
    """A route per sort of reader, in the order of the model; none for whom there is no module."""
    return list(_routes(catalogue))


def _routes(catalogue: Catalogue) -> Iterator[Route]:
    modules = line(catalogue)
    for name, choice in fields_of(Module)["routes"].choices.items():
        chosen = [node for node in modules if name in node.part.routes]
        asked = {one.id: one for node in chosen for one in builds_on(catalogue, node)}
        if chosen:
            missing = [one for one in modules if one.id in asked and one not in chosen]
            yield Route(choice.label, chosen, missing)


def minutes_of(modules: list[Node[Module]]) -> int:
    """How long these modules take together."""
    return sum(node.part.duur for node in modules)


def times(module: Module) -> list[tuple[int, int, Programmaonderdeel]]:
    """The parts of the programme, each with the minutes from the start at which it begins and ends."""
    ends = list(accumulate(part.minuten for part in module.programma))
    return list(zip([0, *ends[:-1]], ends, module.programma, strict=True))


def handouts(catalogue: Catalogue, node: Node[Module]) -> list[Node[Handout]]:
    """The handouts that a module uses, in order of use."""
    links = catalogue.links_from(node, "materiaal", "programma")
    return list({link.target.id: link.target for link in links}.values())


def sheets(catalogue: Catalogue, node: Node[Module]) -> list[Node[Handout]]:
    """The handouts that participants of a module get, in order of use; not what the trainer keeps."""
    return [one for one in handouts(catalogue, node) if one.part.voor != "trainer"]


def exercises(catalogue: Catalogue, node: Node[Module]) -> list[Node[Oefening]]:
    """The exercises to play or print that belong to a module."""
    return [link.source for link in catalogue.links_to(node, "oefening.module")]


def modules_with(catalogue: Catalogue, handout: Node[Handout]) -> list[Node[Module]]:
    """The modules that use a handout, by number."""
    links = catalogue.links_to(handout, "module.materiaal", "module.programma")
    return by_number({link.source.id: link.source for link in links}.values())
