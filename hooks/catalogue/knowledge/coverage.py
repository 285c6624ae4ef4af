"""The headings of a source → how often each is cited, and by what: what is covered, and what is not yet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..linking import Catalogue, Key, Node
from ..model import Bron
from ..model.bron import Kop
from .source_use import citations


@dataclass(frozen=True)
class Coverage:
    """One heading of a source, with the items that cite it."""

    kop: Kop
    items: list[Node[Any]]

    @property
    def covered(self) -> bool:
        """Whether anything rests on it."""
        return bool(self.items)


def coverage(catalogue: Catalogue, node: Node[Bron]) -> list[Coverage]:
    """The coverage of each heading, in the order of the source."""
    headings = node.part.koppen
    cited: dict[str, dict[Key, Node[Any]]] = defaultdict(dict)
    if headings:
        for owner, place in citations(catalogue, node):
            cited[place][owner.key] = owner
    return [Coverage(heading, _citing(heading.plaats, cited)) for heading in headings]


def _citing(heading: str, cited: Mapping[str, Mapping[Key, Node[Any]]]) -> list[Node[Any]]:
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
