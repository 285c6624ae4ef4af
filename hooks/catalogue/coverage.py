"""The headings of a source → how often each is cited, and by what: what is covered, and what is not yet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from .linking import Catalogue, Key, Node
from .model import Bron
from .model.bron import Kop


@dataclass(frozen=True)
class Coverage:
    """One heading of a source, with the items that cite it."""

    kop: Kop
    items: list[Node]

    @property
    def covered(self) -> bool:
        return bool(self.items)


def coverage(catalogue: Catalogue, bron: Bron) -> list[Coverage]:
    """The coverage of each heading, in the order of the source."""
    cited = _citations(catalogue, bron) if bron.koppen else {}
    return [Coverage(kop, _citing(kop.plaats, cited)) for kop in bron.koppen]


def _citations(catalogue: Catalogue, bron: Bron) -> dict[str, dict[Key, Node]]:
    """Place in the source → the items that cite it."""
    cited: dict[str, dict[Key, Node]] = defaultdict(dict)
    for link in catalogue.links_to(catalogue.node("bron", bron.id)):
        place = getattr(link.part, "plaats", None)
        if place and getattr(link.part, "bron", None) == bron.id:
            owner = catalogue.node(link.source.item.kind, link.source.item.id)
            cited[place][owner.key] = owner
    return cited


def _citing(heading: str, cited: Mapping[str, Mapping[Key, Node]]) -> list[Node]:
    found = {
        key: node
        for place, nodes in cited.items()
        if names(place, heading)
        for key, node in nodes.items()
    }
    return sorted(found.values(), key=lambda node: (node.kind, node.titel))


def names(place: str, heading: str) -> bool:
    """Whether a cited place names a heading: every part of the heading stands in it as a word of its own."""
    return all(pattern.search(place) for pattern in _patterns(heading))


@cache
def _patterns(heading: str) -> tuple[re.Pattern[str], ...]:
    parts = heading.split(", ")
    return tuple(re.compile(rf"(?<![\w.]){re.escape(part)}(?![\w]|\.\d)", re.I) for part in parts)
