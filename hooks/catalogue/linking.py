"""Links the items: every reference becomes a link that can be read from both sides."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, cast

from .model import (
    KINDS,
    REDACTIE,
    Aanbeveling,
    Begrip,
    Bouwsteen,
    Bron,
    Bronaanbeveling,
    Instrument,
    Item,
    Kind,
    Onderdeel,
)
from .model.text import is_item_target, links
from .terms import Term, Terms
from .walking import Loc, Reference, Text, references, texts, walk

Key = tuple[str, str]
"""Kind and id of a node."""


@dataclass(frozen=True, eq=False, slots=True)
class Node:
    """Something that can be linked to: an item, a recommendation within one, or a factor of a card."""

    kind: str
    id: str
    titel: str
    address: str
    """From the root of the site: ``instrumenten/regio-deal/``."""
    item: Item
    """The item whose page it is on."""
    part: Onderdeel
    """The item itself, or the recommendation or factor within it."""

    @property
    def key(self) -> Key:
        return self.kind, self.id

    @property
    def samenvatting(self) -> str:
        """One sentence about it; empty where the kind has none."""
        return str(getattr(self.item, "samenvatting", ""))

    @property
    def page(self) -> str:
        """The Markdown page it is on: ``instrumenten/regio-deal.md``."""
        name = self.address.partition("#")[0].rstrip("/")
        return f"{name}/index.md" if name in {k.section for k in KINDS.values()} else f"{name}.md"

    @property
    def anchor(self) -> str:
        """The anchor on its page, with ``#``; empty for a page of its own."""
        _, mark, anchor = self.address.partition("#")
        return mark + anchor


@dataclass(frozen=True, eq=False, slots=True)
class Link:
    """A link from one node to another, with the part that makes it and the sentence why."""

    source: Node
    target: Node
    field: str
    """The field on the source that holds it; ``tekst`` for a mention in running text."""
    part: Onderdeel
    reden: str | None


@dataclass
class Catalogue:
    """All items, and all links between them, both ways."""

    items: Mapping[str, Mapping[str, Item]]
    """Kind → id → item, in the order in which they are shown."""
    nodes: Mapping[Key, Node]
    outgoing: Mapping[Key, list[Link]] = field(default_factory=dict)
    incoming: Mapping[Key, list[Link]] = field(default_factory=dict)
    terms: Mapping[str, Mapping[str, list[Term]]] = field(default_factory=dict)
    """Page → text → the places in it where a concept stands for the first time on that page."""

    def node(self, kind: str, id: str) -> Node:
        """The node with this id."""
        return self.nodes[kind, id]

    def all(self, kind: str) -> list[Any]:
        """All items of a kind, in order."""
        return list(self.items[kind].values())

    def nodes_of(self, kind: str) -> list[Node]:
        """All nodes of a kind, in order."""
        return [node for node in self.nodes.values() if node.kind == kind]

    def links_to(self, node: Node, *kinds: str, field: str | None = None) -> list[Link]:
        """Links to a node, from nodes of these kinds, made by this field."""
        found = self.incoming.get(node.key, [])
        return [
            k
            for k in found
            if (not kinds or k.source.kind in kinds) and (field is None or k.field == field)
        ]

    def links_from(self, node: Node, *kinds: str) -> list[Link]:
        """Links from a node to nodes of these kinds."""
        return [k for k in self.outgoing.get(node.key, []) if not kinds or k.target.kind in kinds]

    def resolve(self, target: str) -> Node | None:
        """The node that a link target in a text names, if it names exactly one."""
        kind, _, id = target.rpartition(":")
        if kind:
            return self.nodes.get((kind, id))
        found = [self.nodes[name, id] for name in LINKABLE if (name, id) in self.nodes]
        return found[0] if len(found) == 1 else None

    @cached_property
    def newest_date(self) -> date:
        """The newest date in the data: the clock of the build."""
        found = [
            d for items in self.items.values() for item in items.values() for d in _dates(item)
        ]
        return max(found, default=date(2025, 11, 1))

    @property
    def aanbevelingen(self) -> list[Node]:
        """The recommendations of the bouwstenen, in order."""
        return [node for node in self.nodes_of("aanbeveling") if isinstance(node.part, Aanbeveling)]


LINKABLE = (*KINDS, "aanbeveling")


def _dates(item: Item) -> Iterator[date]:
    yield from (change.datum for change in item.wijzigingen)
    for name in ("beoordeeld_op",):
        if isinstance(found := getattr(item, name, None), date):
            yield found


def nodes_of(kind: Kind, item: Item) -> Iterator[Node]:
    """The nodes that an item brings: itself, its recommendations, its factors."""
    address = kind.address(item.id)
    yield Node(kind.name, item.id, item.titel, address, item, item)
    if isinstance(item, Bouwsteen | Bron):
        for advice in cast("list[Aanbeveling | Bronaanbeveling]", item.aanbevelingen):
            anchor = f"#aanbeveling-{advice.id.replace('.', '-')}"
            yield Node("aanbeveling", advice.id, advice.titel, address + anchor, item, advice)
    if isinstance(item, Instrument):
        for factor in item.factoren:
            yield Node(
                "factor",
                f"{item.id}/{factor.id}",
                factor.naam,
                f"{address}#factor-{factor.id}",
                item,
                factor,
            )


@dataclass
class Found:
    """What the walk over one item finds, by the node that it belongs to."""

    references: list[tuple[Node, Reference]] = field(default_factory=list)
    texts: list[tuple[Node, Text]] = field(default_factory=list)


def find(item: Item, nodes: Iterable[Node]) -> Found:
    """References and texts of an item. Those within a recommendation belong to the recommendation's node."""
    owners = {id(node.part): node for node in nodes if node.kind != "factor"}
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
    items: Mapping[str, Mapping[str, Item]], found: Mapping[Key, Found], nodes: Mapping[Key, Node]
) -> Catalogue:
    """Make the catalogue of checked items. Every reference must resolve; ``checking`` sees to that."""
    catalogue = Catalogue(items, nodes)
    outgoing: dict[Key, list[Link]] = defaultdict(list)
    incoming: dict[Key, list[Link]] = defaultdict(list)
    made = [link for each in found.values() for link in _links(each, catalogue)]
    catalogue.terms, named = _terms(found.values(), made, catalogue)
    for one in (*made, *named):
        outgoing[one.source.key].append(one)
        incoming[one.target.key].append(one)
    catalogue.outgoing, catalogue.incoming = dict(outgoing), dict(incoming)
    return catalogue


def _links(found: Found, catalogue: Catalogue) -> Iterator[Link]:
    for source, reference in found.references:
        if reference.id != REDACTIE:
            target = next(
                catalogue.nodes[kind, reference.id]
                for kind in reference.kinds
                if (kind, reference.id) in catalogue.nodes
            )
            yield Link(source, target, _field(reference.loc), reference.part, reference.part.waarom)
    for source, text in found.texts:
        for words, goal in links(text.text):
            if (
                is_item_target(goal)
                and (node := catalogue.resolve(goal))
                and node.key != source.key
            ):
                yield Link(source, node, "tekst", text.part, sentence_around(text.text, words))


HEADINGS = ("naam", "samenvatting", "wat", "plaats")
FACTS = ("doelgroep", "voorkennis", "waarde", "nieuwe_stijl", "noot")
UNLINKED = frozenset((*HEADINGS, *FACTS))
"""Fields that are no running text, but a heading, a note or a fact in a table: a term in these is no link."""


def _terms(
    found: Iterable[Found], made: Iterable[Link], catalogue: Catalogue
) -> tuple[dict[str, dict[str, list[Term]]], list[Link]]:
    """Where a page names a concept for the first time without linking to it, and the links that this makes."""
    concepts: dict[str, Begrip] = dict(catalogue.items.get(Begrip.kind, {}))  # type: ignore[arg-type]
    terms = Terms(
        (name, id) for id, one in concepts.items() for name in (one.titel, *one.synoniemen)
    )
    seen = {
        (k.source.page, k.target.id)
        for k in made
        if k.field == "tekst" and k.target.kind == Begrip.kind
    }
    places: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    named = []
    for source, text in (one for each in found for one in each.texts):
        if _name(text.loc) in UNLINKED:
            continue
        for term in terms.find(text.text):
            target = catalogue.node(Begrip.kind, term.id)
            if target.key != source.key and (source.page, term.id) not in seen:
                seen.add((source.page, term.id))
                places[source.page][text.text].append(term)
                named.append(
                    Link(source, target, "tekst", text.part, sentence_at(text.text, term.start))
                )
    return places, named


def _name(loc: Loc) -> str:
    return next(str(step) for step in reversed(loc) if isinstance(step, str))


def _field(loc: Loc) -> str:
    return str(loc[0])


_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")


def sentence_around(text: str, words: str) -> str:
    """The sentence of a text in which a link with these words stands, without link marks."""
    return sentence_at(text, text.find(f"[{words}]("))


def sentence_at(text: str, place: int) -> str:
    """The sentence of a text that holds this place, without link marks; the whole text when it holds none."""
    start = 0
    for end in (*(found.end() for found in _BETWEEN.finditer(text)), len(text)):
        if start <= place < end:
            return plain_line(text[start:end])
        start = end
    return plain_line(text)


# A capital with a dot is an initial, or the letter of an answer.
_BETWEEN = re.compile(r"(?<=[.!?])(?<!\b[A-Z]\.)\**\s+|\n\s*\n|\n(?=\s*[-*] )")
_BULLET = re.compile(r"^[-*] ")
_EMPHASIS = re.compile(r"\*+(?=\S)|(?<=\S)\*+|(?<!\w)_+|_+(?!\w)")


def plain_line(text: str) -> str:
    """Running words without marks: half of a pair of emphasis marks may have stayed in another sentence."""
    return _EMPHASIS.sub("", _LINK.sub(r"\1", _BULLET.sub("", " ".join(text.split()))))
