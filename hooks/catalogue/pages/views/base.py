"""What every page needs: its links, the places it cites, and who mentions it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Generic, TypeVar

from ...dutch import alphabetical
from ...knowledge.mentions import mentions
from ...knowledge.relations import ADVICE_LINKS, by_what_it_does
from ...knowledge.training import training
from ...linking import Catalogue, I, Link, Node
from ...model import Bron, Herkomst, Item
from ...model.base import NaarAanbeveling, Nagelezen
from ...model.fields import Choice
from ...model.kind import ADVICE
from ...problem import Problem

EXERCISE_LINKS = tuple(
    f"oefening.{field}" for field in ("module", "koppels", "aanvullingen", "kiesvragen", "case")
)
"""The links by which an exercise says what it is about."""


T = TypeVar("T")


def of_node(know: Callable[[Catalogue, Node[Any]], T]) -> cached_property[T]:
    """An attribute of the view of an item: what *know* says of that item."""
    return cached_property(lambda view: know(view.catalogue, view.node_here))


def of_item(know: Callable[[Any], T]) -> cached_property[T]:
    """An attribute of the view of an item: what *know* says of its fields alone."""
    return cached_property(lambda view: know(view.item))


def of_all(know: Callable[[Catalogue], T]) -> cached_property[T]:
    """An attribute of any view: what *know* says of the whole catalogue."""
    return cached_property(lambda view: know(view.catalogue))


K = TypeVar("K")


def registered(views: dict[K, Any], key: K) -> Callable[[T], T]:
    """Make a class the view that stands under a key."""

    def register(view: T) -> T:
        views[key] = view
        return view

    return register


@dataclass(frozen=True)
class Cited:
    """A place in a source."""

    bron: Node[Bron]
    plaats: str


class Reader:
    """What the page of an item and an overview have in common."""

    catalogue: Catalogue

    def node(self, kind: str, id: str) -> Node[Any]:
        """The node with this id."""
        return self.catalogue.node(kind, id)

    def nodes_of(self, kind: str) -> list[Node[Any]]:
        """All nodes of a kind, in order."""
        return self.catalogue.nodes_of(kind)

    def to_node(self, node: Node[Any], *names: str) -> list[Link[Any]]:
        """Links that arrive at a node."""
        return self.catalogue.links_to(node, *names)

    def out_of(self, node: Node[Any], *fields: str) -> list[Link[Any]]:
        """Links that leave from a node."""
        return self.catalogue.links_from(node, *fields)

    def places(self, part: Herkomst) -> list[Cited]:
        """The places in sources on which a statement rests."""
        return [Cited(self.catalogue.node(Bron, bron), plaats) for bron, plaats in part.places]


@dataclass
class View(Reader, Generic[I]):
    """What the page of any item needs."""

    catalogue: Catalogue
    node_here: Node[I]

    @property
    def item(self) -> I:
        """The item whose page it is."""
        return self.node_here.part

    def to(self, *names: str) -> list[Link[Any]]:
        """Links that arrive here: ``case.instrumenten``."""
        return self.catalogue.links_to(self.node_here, *names)

    def out(self, *fields: str) -> list[Link[Any]]:
        """Links that leave from here: ``instrumenten``."""
        return self.catalogue.links_from(self.node_here, *fields)

    @property
    def still_missing(self) -> list[Problem]:
        """Of a concept in a preview: what it misses before it can be published."""
        return self.catalogue.unfinished.get(self.node_here.key, [])

    @cached_property
    def mentions(self) -> list[Link[Any]]:
        """One link per item that mentions this one in running text, and is not on the page otherwise."""
        return mentions(self.to(), {k.target.key for k in self.out() if not k.is_mention})

    @cached_property
    def exercise_pages(self) -> list[Node[Any]]:
        """The exercises that are about this item, by title."""
        about = {link.source.id: link.source for link in self.to(*EXERCISE_LINKS)}
        return sorted(about.values(), key=lambda node: alphabetical(node.titel))

    training = of_node(training)

    @property
    def changed(self) -> date:
        """The day on which the item last changed; where that is not told, the day on which somebody went through it."""
        read = self.item.beoordeeld_op if isinstance(self.item, Nagelezen) else None
        return self.item.changed or read or self.catalogue.newest_date

    @property
    def advice(self) -> list[Node[Any]]:
        """The recommendations on this page, in order."""
        return [
            self.node(ADVICE.name, advice.id) for advice in getattr(self.item, "aanbevelingen", [])
        ]

    def advice_instruments(
        self, advice: Node[Any]
    ) -> list[tuple[Choice, list[Link[NaarAanbeveling]]]]:
        """The instruments that have to do with a recommendation, by what they do."""
        return by_what_it_does(self.catalogue.links_to(advice, ADVICE_LINKS))

    def advice_mentions(self, advice: Node[Any]) -> list[Link[Any]]:
        """One link per item that mentions a recommendation in running text, and does not link to it otherwise."""
        on_page = {k.target.key for k in self.out_of(advice) if not k.is_mention}
        return mentions(self.to_node(advice), on_page | {self.node_here.key})


VIEWS: dict[str, type[View[Any]]] = {}
"""Kind → its view; a kind without one has ``View``."""


def view_of(model: type[Item]) -> Callable[[T], T]:
    """Make a class the view of the items of a kind."""
    return registered(VIEWS, model.kind.name)
