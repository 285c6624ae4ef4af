"""``Catalogue`` → what changed last, as an Atom feed and as a JSON Feed: for who follows the site in a program.

An entry is one dated change of one item. Its id follows from the item and the day, and not from the address of the site
or the words: who moves the site, or mends a slip, makes nothing new. The standard library writes both; a library for
feeds would bring a parser of XML in C along for a page of code.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import NAMESPACE_OID, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from .linking import Catalogue, Node
from .markup import plain
from .model import KINDS
from .site_pages import HOME

ATOM, JSON = "feed.xml", "feed.json"
"""Where they stand, from the root of the site."""

LIMIT = 100
"""So many changes stand in a feed: a program fetches the whole of it every time."""

TITLE = f"{HOME.title}: wat er veranderde"

_ATOM_NAMES = "http://www.w3.org/2005/Atom"
_IDS = uuid5(NAMESPACE_OID, "instrumentenwijzer")
"""What the ids of this site are made within; it never changes."""


@dataclass(frozen=True)
class FeedEntry:
    """A change of an item, as a feed tells it."""

    id: str
    node: Node[Any]
    day: date
    said: str

    @property
    def moment(self) -> str:
        """The day, as feeds write a moment."""
        return f"{self.day.isoformat()}T00:00:00Z"


def feeds(catalogue: Catalogue, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Path and content of each feed."""
    base = f"{site_url.rstrip('/')}/"
    entries = newest(catalogue)
    yield ATOM, _atom(entries, catalogue.clock, base)
    yield JSON, _json(entries, base)


def newest(catalogue: Catalogue) -> list[FeedEntry]:
    """The newest changes of what has a page of its own, newest first."""
    changes = [one for one in catalogue.changes if KINDS[one[1].kind].own_page]
    # On one day an item may change twice; counted from the first, so that an id stays when another comes on top.
    seen: Counter[str] = Counter()
    entries = []
    for change, node in reversed(changes):
        name = f"{node.kind}/{node.id}/{change.datum.isoformat()}"
        seen[name] += 1
        id = uuid5(_IDS, f"{name}/{seen[name]}").urn
        entries.append(FeedEntry(id, node, change.datum, plain(change.wat)))
    return entries[::-1][:LIMIT]


def _atom(entries: list[FeedEntry], newest_day: date, base: str) -> bytes:
    register_namespace("", _ATOM_NAMES)
    feed = Element(_name("feed"), {"{http://www.w3.org/XML/1998/namespace}lang": "nl"})
    _text(feed, "id", uuid5(_IDS, "feed").urn)
    _text(feed, "title", TITLE)
    _text(feed, "subtitle", HOME.description)
    _text(feed, "updated", entries[0].moment if entries else f"{newest_day.isoformat()}T00:00:00Z")
    _text(SubElement(feed, _name("author")), "name", HOME.title)
    SubElement(feed, _name("link"), rel="self", type="application/atom+xml", href=f"{base}{ATOM}")
    SubElement(feed, _name("link"), rel="alternate", type="text/html", href=base)
    for one in entries:
        _atom_entry(feed, one, base)
    indent(feed)
    written: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _atom_entry(feed: Element, one: FeedEntry, base: str) -> None:
    entry = SubElement(feed, _name("entry"))
    _text(entry, "id", one.id)
    _text(entry, "title", one.node.titel)
    _text(entry, "updated", one.moment)
    _text(entry, "published", one.moment)
    SubElement(
        entry, _name("link"), rel="alternate", type="text/html", href=f"{base}{one.node.address}"
    )
    kind = one.node.item.kind
    SubElement(entry, _name("category"), term=kind.name, label=kind.title)
    _text(entry, "summary", one.said)


def _name(name: str) -> str:
    return f"{{{_ATOM_NAMES}}}{name}"


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, _name(name)).text = text


def _json(entries: list[FeedEntry], base: str) -> bytes:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": TITLE,
        "description": HOME.description,
        "home_page_url": base,
        "feed_url": f"{base}{JSON}",
        "language": "nl",
        "authors": [{"name": HOME.title}],
        "items": [
            {
                "id": one.id,
                "url": f"{base}{one.node.address}",
                "title": one.node.titel,
                "content_text": one.said,
                "date_published": one.moment,
                "date_modified": one.moment,
                "tags": [one.node.item.kind.title],
            }
            for one in entries
        ],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()
