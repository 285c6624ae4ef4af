"""The overview of modules: the line, a route per sort of reader, and what a programme of one's own is made of."""

from __future__ import annotations

from functools import cached_property

from ...dutch import duration
from ...knowledge.learning_line import Route, builds_on, line, minutes_of, routes
from ...linking import Node
from ...model import Module
from .overviews import OverviewView, overview_of


@overview_of(Module)
class LeerlijnView(OverviewView):
    """The overview of modules."""

    splits = False

    @cached_property
    def modules(self) -> list[Node[Module]]:
        """Modules in order, each after what it builds on."""
        return line(self.catalogue)

    @property
    def total(self) -> str:
        """How long all modules take together."""
        return duration(minutes_of(self.modules))

    @property
    def routes(self) -> list[Route]:
        """A route per sort of reader."""
        return routes(self.catalogue)

    def before(self, node: Node[Module]) -> list[Node[Module]]:
        """What a module builds on."""
        return builds_on(self.catalogue, node)

    def duration_of(self, minutes: int) -> str:
        """2 uur en 30 minuten."""
        return duration(minutes)
