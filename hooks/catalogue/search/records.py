"""``Catalogue`` → what the search index needs to know of every page, beside the words on it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field

from ..linking import Catalogue, Node
from ..model import KINDS, Bouwsteen, Bron, Instrument, Item, Kind, Wet
from ..views import OVERVIEWS, facet_values

FILE = "data/zoeken.json"
"""Where the records stand in a built site, until it is indexed."""

LABELS = {"wet": "Wettelijk kader"}
"""Kind → what a result calls it, where that is not simply its word."""


@dataclass(frozen=True)
class Names:
    """By which names a page, or a part of it, is found."""

    titel: str
    synoniemen: list[str] = field(default_factory=list)
    zoekwoorden: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Record:
    """What the index knows of one page."""

    adres: str
    """From the root of the site: ``instrumenten/regio-deal/``."""
    soort: str
    """The word of its kind, as the filter uses it: ``instrument``."""
    label: str
    """The word of its kind, as a result shows it."""
    samenvatting: str
    namen: Names
    onderdelen: dict[str, Names] = field(default_factory=dict)
    """Anchor → names of a part of the page that is a result of its own."""
    filters: dict[str, list[str]] = field(default_factory=dict)
    """Facet → values."""
    deelsoort: str = ""
    """The word of the kind of its parts: ``begrip``, ``aanbeveling``; empty without parts."""


def records(catalogue: Catalogue) -> Iterator[Record]:
    """A record for the page of every item, and one for every page that holds items of a kind together."""
    for kind in KINDS.values():
        nodes = catalogue.nodes_of(kind.name)
        if kind.template:
            yield from (_page(catalogue, kind, node) for node in nodes)
        elif nodes:
            yield _shared_page(kind, nodes)


def records_json(catalogue: Catalogue) -> str:
    """All records, as the file that the indexer reads."""
    return json.dumps([asdict(record) for record in records(catalogue)], ensure_ascii=False) + "\n"


def read_records(text: str) -> list[Record]:
    """The records in that file."""
    return [_read(data) for data in json.loads(text)]


def _read(data: dict[str, object]) -> Record:
    parts = {anchor: Names(**names) for anchor, names in data["onderdelen"].items()}  # type: ignore[attr-defined]
    return Record(**{**data, "namen": Names(**data["namen"]), "onderdelen": parts})  # type: ignore[arg-type]


def _label(kind: Kind) -> str:
    return LABELS.get(kind.word, kind.word.capitalize())


def _page(catalogue: Catalogue, kind: Kind, node: Node) -> Record:
    item = node.item
    filters = (
        {"id": [item.id], **facet_values(catalogue, item)} if isinstance(item, Instrument) else {}
    )
    advice = _advice(catalogue, item)
    return Record(
        node.address,
        kind.word,
        _label(kind),
        _plain(node.samenvatting),
        _names(item),
        advice,
        filters,
        "aanbeveling" if advice else "",
    )


def _plain(text: str) -> str:
    """A line of editors' Markdown as plain text."""
    return _EMPHASIS.sub("", _LINK.sub(r"\1", " ".join(text.split())))


_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_EMPHASIS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)")


def _shared_page(kind: Kind, nodes: list[Node]) -> Record:
    overview = next(one for one in OVERVIEWS if one.address == f"{kind.section}/")
    parts = {node.anchor.removeprefix("#"): _names(node.item) for node in nodes}
    return Record(
        overview.address,
        kind.word,
        _label(kind),
        overview.description,
        Names(overview.titel),
        parts,
        deelsoort=kind.word,
    )


def _names(item: Item) -> Names:
    synonyms = [
        *item.synoniemen,
        *([item.afkorting] if isinstance(item, Wet) and item.afkorting else []),
    ]
    return Names(item.titel, list(dict.fromkeys(synonyms)), item.zoekwoorden)


def _advice(catalogue: Catalogue, item: Item) -> dict[str, Names]:
    if not isinstance(item, Bouwsteen | Bron):
        return {}
    parts: dict[str, Names] = {}
    for advice in item.aanbevelingen:
        node = catalogue.node("aanbeveling", advice.id)
        addressees: list[str] = list(getattr(advice, "aan", []))
        parts[node.anchor.removeprefix("#")] = Names(
            f"{node.id} {node.titel}", [], ["aanbeveling", *addressees]
        )
    return parts
