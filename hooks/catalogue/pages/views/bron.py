"""The page of a source: everything that rests on it."""

from __future__ import annotations

from urllib.parse import urlsplit

from ...knowledge.coverage import coverage
from ...knowledge.source_use import rests_on
from ...model import Bron
from .base import View, of_node, view_of


@view_of(Bron)
class BronView(View[Bron]):
    """The page of a source: everything that rests on it."""

    coverage = of_node(coverage)

    @property
    def host(self) -> str:
        """The site on which the source can be read: ``ser.nl``; empty when its address is unknown."""
        return (urlsplit(self.item.adres or "").hostname or "").removeprefix("www.")

    rests_on = of_node(rests_on)
