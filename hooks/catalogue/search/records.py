"""A page → what the search index needs to know of it, beside the words on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..linking import Catalogue, Node
from ..markup import plain
from ..model import Instrument, Item, Kind, PartKind
from ..model.fields import fields_of
from ..site_pages import SitePage


@dataclass(frozen=True)
class Names:
    """By which names a page, or a part of it, is found."""

    titel: str
    synoniemen: list[str] = field(default_factory=list)
    zoekwoorden: list[str] = field(default_factory=list)
    vragen: list[str] = field(default_factory=list)
    """Questions as people ask them, that it answers."""


@dataclass(frozen=True)
class SearchRecord:
    """What the index knows of one page."""

    address: str
    """From the root of the site: ``instrumenten/regio-deal/``."""
    kind: str
    """The word of its kind, as the filter uses it: ``instrument``."""
    label: str
    """The word of its kind, as a result shows it."""
    summary: str
    names: Names
    parts: dict[str, Names] = field(default_factory=dict)
    """Anchor → names of a part of the page that is a result of its own."""
    part_kind: str = ""
    """The word of the kind of its parts: ``begrip``, ``aanbeveling``; empty without parts."""
    id: str = ""
    """Of an item with a page of its own: its id, for a list that is filtered by a search."""
    background: bool = False
    """Whether the page names others without being about them: it comes after the pages that are."""


def page_record(catalogue: Catalogue, node: Node[Any]) -> SearchRecord:
    """The record of the page of an item."""
    kind, item = node.item.kind, node.item
    parts = _parts(item)
    return SearchRecord(
        node.address,
        kind.word,
        _label(item),
        plain(node.samenvatting),
        _names(item),
        parts,
        next((kind.word for kind, _ in _found_by_itself(item)), ""),
        item.id,
        kind.background,
    )


def overview_record(catalogue: Catalogue, kind: Kind) -> SearchRecord | None:
    """The record of a page that holds all items of a kind together; any other overview would turn up for every query."""
    nodes = [] if kind.own_page else catalogue.nodes_of(kind.name)
    if not nodes:
        return None
    return SearchRecord(
        kind.overview,
        kind.word,
        kind.title,
        kind.description,
        Names(kind.heading),
        {node.anchor.removeprefix("#"): _names(node.item) for node in nodes},
        kind.word,
        background=kind.background,
    )


def site_record(page: SitePage) -> SearchRecord | None:
    """The record of a page of the site itself, if it is to be found."""
    if not page.found:
        return None
    return SearchRecord(page.address, "pagina", "Hulpmiddel", page.description, Names(page.title))


def written_record(address: str, summary: str) -> SearchRecord:
    """The record of a page that was written by hand."""
    return SearchRecord(address, "pagina", "Over deze site", summary, Names(""))


def _label(item: Item) -> str:
    """The word of its kind; of an instrument that does not apply, also what it is instead: ‘Instrument · voorgesteld’."""
    if isinstance(item, Instrument) and item.beside:
        return f"{item.kind.title} · {item.beside}"
    return item.kind.title


def _names(item: Item) -> Names:
    short = getattr(item, "afkorting", None)
    synonyms = [*item.synoniemen, *([short] if short else [])]
    return Names(
        item.titel,
        list(dict.fromkeys(synonyms)),
        item.zoekwoorden,
        item.asked,
    )


def _parts(item: Item) -> dict[str, Names]:
    """Anchor → names, of the parts on the page of an item that are found by themselves."""
    return {
        kind.anchor_of(part.id): Names(
            f"{part.id} {getattr(part, kind.title_field)}",
            [],
            [kind.word, *getattr(part, "aan", [])],
        )
        for kind, part in _found_by_itself(item)
    }


def _found_by_itself(item: Item) -> Iterator[tuple[PartKind, Any]]:
    """The parts of an item that mean something without it: a recommendation does, a factor does not."""
    for one in fields_of(type(item)).parts:
        kind = vars(one.part).get("kind")
        if isinstance(kind, PartKind) and not kind.within_item:
            yield from ((kind, part) for part in getattr(item, one.name))
