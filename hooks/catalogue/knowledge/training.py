"""An item → where it comes up in training: the modules that use it, the sheets that show it, the teaching notes about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..linking import Catalogue, Link, Node
from ..model import Handout, Lesnotitie, Module


@dataclass
class ModuleUse:
    """A module that uses an item, with the sentences that say what for."""

    module: Node[Module]
    links: list[Link[Any]] = field(default_factory=list)


@dataclass(frozen=True)
class Training:
    """Where an item comes up in training."""

    modules: list[ModuleUse]
    handouts: list[Node[Handout]]
    notes: list[Node[Lesnotitie]]

    def __bool__(self) -> bool:
        return bool(self.modules or self.handouts or self.notes)


def training(catalogue: Catalogue, node: Node[Any]) -> Training:
    """Where an item comes up in training, modules in teaching order."""
    uses: dict[str, ModuleUse] = {}
    for link in _links(catalogue, node, Module.kind.name):
        use = uses.setdefault(link.source.item.id, ModuleUse(link.source))
        if link.reden not in [one.reden for one in use.links]:
            use.links.append(link)
    return Training(
        sorted(uses.values(), key=lambda use: use.module.part.nummer),
        _sources(catalogue, node, Handout.kind.name),
        _sources(catalogue, node, Lesnotitie.kind.name),
    )


def _sources(catalogue: Catalogue, node: Node[Any], kind: str) -> list[Node[Any]]:
    """The items of a kind that name it, each once."""
    found = {link.source.id: link.source for link in _links(catalogue, node, kind)}
    return list(found.values())


def _links(catalogue: Catalogue, node: Node[Any], kind: str) -> list[Link[Any]]:
    """The links of a kind in its fields, without mentions in running text."""
    links = catalogue.links_to(node, kind)
    return [one for one in links if not one.is_mention and not one.cites]
