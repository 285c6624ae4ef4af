"""Two versions of the content → what changed, and which modules, exercises, sheets, notes, cases and cards use it.

Who teaches reads here what to look at again. An item uses another when one of its fields names it, or its running text;
a source that it only rests on does not count. A module also uses what its handouts show, and says by which.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ..linking import Catalogue, Key, Node, nodes_of
from ..model import KINDS, Handout, Item, Module
from ..model.base import Wijziging
from ..shelf import Shelf
from .learning_line import by_number
from .teaching import changed_since

USERS = ("module", "oefening", "handout", "lesnotitie", "case", "instrument")
"""The kinds that may have to be looked at again, in the order in which they are shown."""

NEW, CHANGED, GONE = "nieuw", "veranderd", "verwijderd"

Items = Mapping[Key, Item]


@dataclass(frozen=True)
class Use:
    """An item that uses another, itself or by a handout."""

    node: Node[Any]
    via: Node[Handout] | None = None


@dataclass(frozen=True)
class Change:
    """An item that is not what it was."""

    item: Item
    """As it is; of what is gone, as it was."""
    sort: str
    old: Item | None = None
    """As it was."""
    said: Wijziging | None = None
    """Its newest entry under ``wijzigingen``."""
    told: bool = False
    """Whether that entry came with this change; else nobody said what changed."""
    uses: list[Use] = field(default_factory=list)


@dataclass(frozen=True)
class Since:
    """A module, and what it uses that changed after the day on which someone went through it."""

    module: Node[Module]
    day: date
    changes: list[tuple[Node[Any], Wijziging]]


def items_on(shelf: Shelf) -> dict[Key, Item]:
    """The items that could be read, by kind and id."""
    return {(one.kind.name, one.item.id): one.item for one in shelf.loaded}


def items_of(catalogue: Catalogue) -> dict[Key, Item]:
    """All items of a catalogue, by kind and id."""
    return {
        (kind, id): item for kind, items in catalogue.items.items() for id, item in items.items()
    }


def changes(before: Items, now: Items, catalogue: Catalogue | None) -> list[Change]:
    """What is not as it was, kind by kind; who uses it shows only from a catalogue of what there is now."""
    order = list(KINDS)
    keys = sorted({*before, *now}, key=lambda key: (order.index(key[0]), key[1]))
    return [
        _change(before.get(key), now.get(key), catalogue)
        for key in keys
        if _differ(before.get(key), now.get(key))
    ]


def _differ(old: Item | None, item: Item | None) -> bool:
    """Whether two versions say something else; in a concept, what was filled in may be what the preview showed already."""
    if old and item and old.is_concept and item.is_concept:
        return old != item or old.model_fields_set != item.model_fields_set
    return old != item


def _change(old: Item | None, item: Item | None, catalogue: Catalogue | None) -> Change:
    if item is None:
        assert old is not None
        return Change(old, GONE, old)
    said = max(item.wijzigingen, key=lambda one: one.datum, default=None)
    told = said is not None and (old is None or said not in old.wijzigingen)
    used = uses(catalogue, item) if catalogue else []
    return Change(item, CHANGED if old else NEW, old, said, told, used)


def uses(catalogue: Catalogue, item: Item) -> list[Use]:
    """What uses an item, by kind and title; each once, and by a handout only what does not use it itself."""
    found = dict(_direct(catalogue, item))
    for use in [*found.values()]:
        if isinstance(use.node.part, Handout):
            for link in catalogue.links_to(use.node, "module"):
                found.setdefault(
                    _key(link.source.item), Use(_whole(catalogue, link.source), use.node)
                )
    found.pop(_key(item), None)
    return sorted(
        found.values(), key=lambda use: (USERS.index(use.node.kind), use.node.titel.casefold())
    )


def _direct(catalogue: Catalogue, item: Item) -> Iterator[tuple[Key, Use]]:
    for node in nodes_of(item):
        for link in catalogue.links_to(node):
            user = link.source.item
            if not link.cites and user.kind.name in USERS:
                yield _key(user), Use(_whole(catalogue, link.source))


def since_gone_through(catalogue: Catalogue) -> list[Since]:
    """Each module that someone went through, with what changed of what it uses since."""
    return [
        Since(node, node.part.nagelopen_op, changed_since(catalogue, node))
        for node in by_number(catalogue.nodes_of(Module))
        if node.part.nagelopen_op
    ]


def _whole(catalogue: Catalogue, node: Node[Any]) -> Node[Any]:
    """The item of which a node is a part, or which it is."""
    return catalogue.node(*_key(node.item))


def _key(item: Item) -> Key:
    return item.kind.name, item.id
