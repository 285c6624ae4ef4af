"""The page of a source: everything that rests on it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from ..coverage import Coverage, coverage
from ..linking import Node
from ..model import (
    KINDS,
    Bron,
)
from .base import AdviceView


@dataclass(frozen=True)
class RestsOn:
    """An item that rests on a source, and the places that it cites."""

    node: Node
    places: list[str]


def in_order(places: Iterable[str]) -> list[str]:
    """Places as they follow each other in the source: § 2 before § 10."""
    return sorted(
        places,
        key=lambda place: [(part.isdecimal() and int(part), part) for part in _NUMBER.split(place)],
    )


_NUMBER = re.compile(r"(\d+)")


class SourceView(AdviceView):
    """The page of a source: everything that rests on it."""

    @cached_property
    def coverage(self) -> list[Coverage]:
        """What rests on each heading of the source."""
        assert isinstance(self.node.item, Bron)
        return coverage(self.catalogue, self.node.item)

    @property
    def host(self) -> str:
        """The site on which the source can be read: ``ser.nl``; empty when its address is unknown."""
        assert isinstance(self.node.item, Bron)
        return (urlsplit(self.node.item.adres or "").hostname or "").removeprefix("www.")

    @cached_property
    def rests_on(self) -> list[tuple[str, list[RestsOn]]]:
        """Items per kind, each with the places that it cites."""
        places: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
        for one in self.to():
            place = getattr(one.part, "plaats", None)
            if one.field != "bronnen" and place and getattr(one.part, "bron", None) == self.node.id:
                owner = self.catalogue.node(one.source.item.kind, one.source.item.id)
                places[owner.kind][owner.id][place] = None
        return [
            (
                kind,
                [
                    RestsOn(self.catalogue.node(kind, id), in_order(cited))
                    for id, cited in sorted(places[kind].items())
                ],
            )
            for kind in KINDS
            if kind in places
        ]
