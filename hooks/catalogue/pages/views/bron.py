"""The page of a source: everything that rests on it."""

from __future__ import annotations

from functools import cached_property
from urllib.parse import urlsplit

from ...knowledge.coverage import Coverage, coverage
from ...knowledge.source_use import RestsOn, rests_on
from ...model import Bron
from .base import View, view_of


@view_of(Bron)
class BronView(View[Bron]):
    """The page of a source: everything that rests on it."""

    @cached_property
    def coverage(self) -> list[Coverage]:
        """What rests on each heading of the source."""
        return coverage(self.catalogue, self.node_here)

    @property
    def host(self) -> str:
        """The site on which the source can be read: ``ser.nl``; empty when its address is unknown."""
        return (urlsplit(self.item.adres or "").hostname or "").removeprefix("www.")

    @cached_property
    def rests_on(self) -> list[tuple[str, list[RestsOn]]]:
        """Items per kind, each with the places that it cites."""
        return rests_on(self.catalogue, self.node_here)
