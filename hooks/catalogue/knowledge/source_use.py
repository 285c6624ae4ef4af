"""A source → everything that rests on it, and where in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ..linking import Catalogue, Node
from ..model import KINDS, Bron


@dataclass(frozen=True)
class RestsOn:
    """An item that rests on a source, and the places that it cites."""

    node: Node[Any]
    places: list[str]


def citations(catalogue: Catalogue, node: Node[Bron]) -> Iterator[tuple[Node[Any], str]]:
    """Each item that cites a source, with a place in it that it cites."""
    for link in catalogue.links_to(node):
        place = getattr(link.part, "plaats", None)
        if place and link.field != "bronnen" and getattr(link.part, "bron", None) == node.id:
            item = link.source.item
            yield catalogue.node(item.kind.name, item.id), place


def resting(catalogue: Catalogue, node: Node[Bron]) -> int:
    """How many items rest on a source."""
    return len({owner.key for owner, _ in citations(catalogue, node)})


def rests_on(catalogue: Catalogue, node: Node[Bron]) -> list[tuple[str, list[RestsOn]]]:
    """Items per kind, each with the places that it cites."""
    places: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    for owner, place in citations(catalogue, node):
        places[owner.kind][owner.id][place] = None
    return [
        (
            kind,
            [
                RestsOn(catalogue.node(kind, id), in_order(cited))
                for id, cited in sorted(places[kind].items())
            ],
        )
        for kind in KINDS
        if kind in places
    ]


def in_order(places: Iterable[str]) -> list[str]:
    """Places as they follow each other in the source: § 2 before § 10."""
    return sorted(
        places,
        key=lambda place: [(part.isdecimal() and int(part), part) for part in _NUMBER.split(place)],
    )


_NUMBER = re.compile(r"(\d+)")
