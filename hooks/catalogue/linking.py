"""Items → the ``Catalogue``: every reference becomes a link that can be read from both sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from itertools import chain
from typing import Any, Generic, TypeVar, overload

from pydantic import BaseModel

from .dutch import alphabetical
from .markup import is_item_target, sentence_at, text_links
from .model import KINDS, PART_KINDS, REDACTIE, Begrip, Herkomst, Item, Onderdeel, PartKind
from .model.base import Vindplaats, Wijziging
from .model.fields import classes_within, fields_of
from .model.kind import linkable, part_kind_of
from .model.parts import Reference, Text, references, texts, walk
from .problem import Problem, did_you_mean
from .terms import Term, Terms

I = TypeVar("I", bound=Item)  # noqa: E741
P = TypeVar("P", bound=Onderdeel)
P_co = TypeVar("P_co", bound=Onderdeel, covariant=True)

Key = tuple[str, str]
"""Kind and id of a node."""

MENTION = "tekst"
"""The field of a link that is a mention in running text."""

NEWEST_DATE: Key = ("datum", "nieuwste")
"""Stands among the items that are read where the newest date in the data is: any item may change that."""


@dataclass(frozen=True, eq=False, slots=True)
class Node(Generic[P_co]):
    """Something that can be linked to: an item, a recommendation within one, or a factor of a card."""

    kind: str
    id: str
    titel: str
    address: str
    """From the root of the site: ``instrumenten/regio-deal/``."""
    page: str
    """The page it is on, from the docs folder: ``instrumenten/regio-deal.md``."""
    item: Item
    """The item whose page it is on."""
    part: P_co
    """The item itself, or the recommendation or factor within it."""

    @property
    def key(self) -> Key:
        """Its kind and id: what tells it from every other node."""
        return self.kind, self.id

    @property
    def samenvatting(self) -> str:
        """One sentence about it; empty where the kind has none."""
        return str(getattr(self.item, "samenvatting", ""))

    @property
    def anchor(self) -> str:
        """The anchor on its page, with ``#``; empty for a page of its own."""
        _, mark, anchor = self.address.partition("#")
        return mark + anchor


@dataclass(frozen=True, eq=False, slots=True)
class Link(Generic[P_co]):
    """A link from one node to another, with the part that makes it and the sentence why."""

    source: Node[Any]
    target: Node[Any]
    field: str
    """The field on the source that holds it; ``tekst`` for a mention in running text."""
    part: P_co
    reden: str | None
    cites: bool = False
    """Whether it only says on which source the part rests."""

    @property
    def is_mention(self) -> bool:
        """Whether it is a mention in running text."""
        return self.field == MENTION


class UnknownLinkError(Exception):
    """A link is asked for by a name that no model has."""


@dataclass(frozen=True)
class LinkField(Generic[P]):
    """The links that one field of a class makes, by the class of the part that makes each. Raises when there is no such field."""

    source: type[Onderdeel]
    field: str
    part: type[P]

    def __post_init__(self) -> None:
        described = fields_of(self.source).all.get(self.field)
        if described is None or described.part is not self.part:
            raise UnknownLinkError(
                f"{self.source.__name__}.{self.field} holds no {self.part.__name__}"
            )

    @property
    def name(self) -> str:
        """``case.factoren``."""
        kind: Any = vars(self.source)["kind"]
        return f"{kind.name}.{self.field}"


@cache
def link_names() -> Mapping[str, frozenset[str]]:
    """Kind → the fields by which it links to others, mentions included."""
    found: dict[str, set[str]] = defaultdict(lambda: {MENTION})
    for kind in KINDS.values():
        found[kind.name] |= _linking_fields(kind.model)
        for part in (holder.part for holder in fields_of(kind.model).parts):
            if part and (own := _own_node(part)):
                found[own.name] |= _linking_fields(part)
    return {kind: frozenset(names) for kind, names in found.items()}


def _linking_fields(model: type[BaseModel]) -> set[str]:
    return {one.name for one in fields_of(model) if one.refers_to or _links(one.part)}


def _links(part: type[BaseModel] | None) -> bool:
    if part is None or _own_node(part):
        return False
    return any(fields_of(one).references for one in classes_within(part))


def _own_node(part: type[BaseModel]) -> PartKind | None:
    """The kind of a part that has links of its own; what a factor says belongs to its card."""
    kind = part_kind_of(part)
    return kind if kind and not kind.within_item else None


@cache
def check_link_name(name: str) -> str:
    """The name of a link, ``case.instrumenten``, or of a kind, ``case``. Raises ``UnknownLinkError``."""
    kind, dot, field_name = name.partition(".")
    known = link_names()
    if kind not in known or (dot and field_name not in known[kind]):
        names = [*known, *(f"{one}.{each}" for one, fields in known.items() for each in fields)]
        raise UnknownLinkError(f"no links are called {name!r}.{did_you_mean(name, names)}")
    return name


class Nodes:
    """All nodes, by kind and id, and by the class of what they are."""

    def __init__(self, nodes: Iterable[Node[Any]]) -> None:
        self._by_kind: dict[str, dict[str, Node[Any]]] = {
            name: {} for name in (*KINDS, *PART_KINDS)
        }
        for node in nodes:
            self._by_kind[node.kind].setdefault(node.id, node)

    def get(self, kind: str, id: str) -> Node[Any] | None:
        """The node with this id, if there is one. Raises ``KeyError`` for a kind that does not exist."""
        return self._by_kind[kind].get(id)

    def of_kind(self, kind: str) -> list[Node[Any]]:
        """All nodes of a kind, in order. Raises ``KeyError`` for a kind that does not exist."""
        return list(self._by_kind[kind].values())

    def resolve(self, target: str) -> Node[Any] | None:
        """The node that a link target in a text names, if it names exactly one."""
        kind, _, id = target.rpartition(":")
        if kind:
            return self._by_kind.get(kind, {}).get(id)
        found = [node for name in linkable() if (node := self._by_kind[name].get(id))]
        return found[0] if len(found) == 1 else None


@dataclass(frozen=True)
class Catalogue:
    """All items, and all links between them, both ways. Never changes."""

    items: Mapping[str, Mapping[str, Item]]
    """Kind → id → item, in the order in which they are shown."""
    nodes: Nodes
    outgoing: Mapping[Key, list[Link[Any]]]
    incoming: Mapping[Key, list[Link[Any]]]
    terms: Mapping[str, Mapping[str, list[Term]]]
    """Page → text → the places in it where a concept stands for the first time on that page."""
    clock: date
    """The newest date in the data; pages ask for it as ``newest_date``."""
    unfinished: Mapping[Key, list[Problem]] = field(default_factory=dict)
    """Concept → what it still misses; a published item misses nothing."""
    on_read: Callable[[Key], None] | None = None
    """Is told of every item that is read; see ``recording``."""

    def recording(self, on_read: Callable[[Key], None]) -> Catalogue:
        """The same catalogue, that tells of every item that is read from it."""
        return replace(self, on_read=on_read)

    @overload
    def node(self, kind: type[I], id: str) -> Node[I]: ...
    @overload
    def node(self, kind: str, id: str) -> Node[Any]: ...
    def node(self, kind: type[Item] | str, id: str) -> Node[Any]:
        """The node with this id. Raises ``KeyError`` when there is none."""
        if (found := self.nodes.get(_name(kind), id)) is None:
            raise KeyError((_name(kind), id))
        return self._seen(found)

    def find(self, kind: str, id: str) -> Node[Any] | None:
        """The node with this id, if there is one."""
        found = self.nodes.get(kind, id)
        return self._seen(found) if found else None

    @overload
    def nodes_of(self, kind: type[I]) -> list[Node[I]]: ...
    @overload
    def nodes_of(self, kind: str) -> list[Node[Any]]: ...
    def nodes_of(self, kind: type[Item] | str) -> list[Node[Any]]:
        """All nodes of a kind, in order."""
        return [self._seen(node) for node in self.nodes.of_kind(_name(kind))]

    def by_title(self, kind: type[I]) -> list[Node[I]]:
        """All nodes of a kind, by title."""
        return sorted(self.nodes_of(kind), key=lambda node: alphabetical(node.titel))

    def all(self, kind: type[I]) -> list[I]:
        """All items of a kind, in order."""
        return [node.part for node in self.nodes_of(kind)]

    def count(self, kind: type[Item] | str) -> int:
        """How many items of a kind there are."""
        return len(self.items[_name(kind)])

    @overload
    def links_to(self, node: Node[Any], *names: str) -> list[Link[Any]]: ...
    @overload
    def links_to(self, node: Node[Any], *names: LinkField[P]) -> list[Link[P]]: ...
    def links_to(self, node: Node[Any], *names: str | LinkField[Any]) -> list[Link[Any]]:
        """Links to a node: all, or those with these names: a kind (``case``) or a field of it (``case.instrumenten``).

        Raises ``UnknownLinkError`` for a name that no model has.
        """
        wanted = {check_link_name(name if isinstance(name, str) else name.name) for name in names}
        return [
            self._read(link, link.source)
            for link in self.incoming.get(node.key, [])
            if not wanted
            or link.source.kind in wanted
            or f"{link.source.kind}.{link.field}" in wanted
        ]

    @overload
    def links_from(self, node: Node[Any], *fields: str) -> list[Link[Any]]: ...
    @overload
    def links_from(self, node: Node[Any], *fields: LinkField[P]) -> list[Link[P]]: ...
    def links_from(self, node: Node[Any], *fields: str | LinkField[Any]) -> list[Link[Any]]:
        """Links from a node: all, or those that these of its fields make, without the sources these rest on.

        Raises ``UnknownLinkError`` for a field that makes no links.
        """
        wanted = {
            check_link_name(f"{node.kind}.{name}" if isinstance(name, str) else name.name)
            for name in fields
        }
        return [
            self._read(link, link.target)
            for link in self.outgoing.get(node.key, [])
            if not wanted or (not link.cites and f"{node.kind}.{link.field}" in wanted)
        ]

    def resolve(self, target: str) -> Node[Any] | None:
        """The node that a link target in a text names, if it names exactly one."""
        found = self.nodes.resolve(target)
        return self._seen(found) if found else None

    @property
    def newest_date(self) -> date:
        """The newest date in the data: the clock of the build."""
        if self.on_read:
            self.on_read(NEWEST_DATE)
        return self.clock

    @property
    def changes(self) -> list[tuple[Wijziging, Node[Any]]]:
        """All dated changes with their items: newest first, then by kind and title."""
        found = [
            (one, node)
            for kind in KINDS
            for node in self.nodes_of(kind)
            for one in node.item.wijzigingen
        ]
        order = list(KINDS)
        found.sort(
            key=lambda one: (-one[0].datum.toordinal(), order.index(one[1].kind), one[1].titel)
        )
        return found

    def _seen(self, node: Node[Any]) -> Node[Any]:
        if self.on_read:
            self.on_read((node.item.kind.name, node.item.id))
        return node

    def _read(self, link: Link[Any], other: Node[Any]) -> Link[Any]:
        self._seen(other)
        return link


def _name(kind: type[Item] | str) -> str:
    return kind if isinstance(kind, str) else kind.kind.name


def nodes_of(item: Item) -> Iterator[Node[Any]]:
    """The nodes that an item brings: itself, and the parts of it that can be linked to."""
    kind = item.kind
    address = kind.address(item.id)
    page = f"{kind.section}/{item.id}.md" if kind.own_page else f"{kind.overview}index.md"
    yield Node(kind.name, item.id, item.titel, address, page, item, item)
    for name, part_kind in _linkable_parts(type(item)):
        for part in getattr(item, name):
            title = getattr(part, part_kind.title_field)
            anchor = f"{address}#{part_kind.anchor_of(part.id)}"
            yield Node(
                part_kind.name, part_kind.node_id(item, part.id), title, anchor, page, item, part
            )


@cache
def _linkable_parts(model: type[Item]) -> list[tuple[str, PartKind]]:
    """Fields that hold a list of parts with a kind of their own."""
    parts = fields_of(model).parts
    return [(field.name, kind) for field in parts if (kind := part_kind_of(field.part))]


@dataclass
class Found:
    """What the walk over one item finds, by the node that it belongs to."""

    references: list[tuple[Node[Any], Reference]] = field(default_factory=list)
    texts: list[tuple[Node[Any], Text]] = field(default_factory=list)


def find(item: Item, nodes: Iterable[Node[Any]]) -> Found:
    """References and texts of an item. Those within a recommendation belong to the recommendation's node."""
    # What a factor says belongs to its card: it has no list of links of its own.
    owners = {
        id(node.part): node
        for node in nodes
        if node.part is item or not PART_KINDS[node.kind].within_item
    }
    main = owners[id(item)]
    found, owner, depth = Found(), main, 0
    for loc, part in walk(item):
        if part_owner := owners.get(id(part)):
            owner, depth = part_owner, len(loc)
        elif len(loc) <= depth:
            owner, depth = main, 0
        found.references += ((owner, reference) for reference in references(part, loc))
        found.texts += ((owner, text) for text in texts(part, loc))
    return found


def link(
    items: Mapping[str, Mapping[str, Item]],
    found: Iterable[Found],
    nodes: Nodes,
    *,
    mentions: bool = True,
) -> Catalogue:
    """Make the catalogue of checked items. Every reference must resolve; ``checking`` sees to that.

    Without *mentions* what a text names is no link: no rule asks for it, and it takes most of the time.
    """
    found = list(found)
    made = [
        link
        for each in found
        for link in chain(_links_of(each, nodes), _mentions_in(each, nodes) if mentions else ())
    ]
    terms, named = _terms(found, made, nodes, items) if mentions else ({}, [])
    outgoing: dict[Key, list[Link[Any]]] = defaultdict(list)
    incoming: dict[Key, list[Link[Any]]] = defaultdict(list)
    for one in (*made, *named):
        outgoing[one.source.key].append(one)
        incoming[one.target.key].append(one)
    return Catalogue(items, nodes, dict(outgoing), dict(incoming), terms, _newest_date(items))


def _newest_date(items: Mapping[str, Mapping[str, Item]]) -> date:
    found = (
        day
        for of_kind in items.values()
        for item in of_kind.values()
        for day in (getattr(item, "beoordeeld_op", None), *(one.datum for one in item.wijzigingen))
        if isinstance(day, date)
    )
    return max(found, default=date(2025, 11, 1))


def _links_of(found: Found, nodes: Nodes) -> Iterator[Link[Any]]:
    for source, reference in found.references:
        if reference.id != REDACTIE:
            part, loc = reference.part, reference.loc
            target = next(one for kind in reference.kinds if (one := nodes.get(kind, reference.id)))
            # Of a part with a node of its own the field within it, and not the list that it stands in.
            name = str(loc[0] if source.part is source.item else loc[2])
            cites = isinstance(part, Herkomst | Vindplaats) and loc[-1] == "bron"
            yield Link(source, target, name, part, part.waarom, cites)


def _mentions_in(found: Found, nodes: Nodes) -> Iterator[Link[Any]]:
    for source, text in found.texts:
        for named in text_links(text.text):
            node = nodes.resolve(named.target) if is_item_target(named.target) else None
            if node and node.key != source.key:
                yield Link(source, node, MENTION, text.part, sentence_at(text.text, named.start))


def _terms(
    found: Iterable[Found],
    made: Iterable[Link[Any]],
    nodes: Nodes,
    items: Mapping[str, Mapping[str, Item]],
) -> tuple[dict[str, dict[str, list[Term]]], list[Link[Any]]]:
    """Where a page names a concept for the first time without linking to it, and the links that this makes."""
    concept = Begrip.kind.name
    known = items.get(concept, {}).items()
    terms = Terms((name, id) for id, one in known for name in (one.titel, *one.synoniemen))
    seen = {
        (one.source.page, one.target.id)
        for one in made
        if one.is_mention and one.target.kind == concept
    }
    places: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    named = []
    for source, text in (one for each in found for one in each.texts):
        if not text.field.about.running:
            continue
        for term in terms.find(text.text):
            target = nodes.get(concept, term.id)
            if target and target.key != source.key and (source.page, term.id) not in seen:
                seen.add((source.page, term.id))
                places[source.page][text.text].append(term)
                sentence = sentence_at(text.text, term.start)
                named.append(Link(source, target, MENTION, text.part, sentence))
    return {page: dict(texts) for page, texts in places.items()}, named
