"""The overview of modules: the line, a route per sort of reader, and what a programme of one's own is made of."""

from __future__ import annotations

from ...knowledge.learning_line import builds_on, line, minutes_of, routes
from ...linking import Node
from ...model import Module
from .base import of_all
from .overviews import OverviewView, overview_of


@overview_of(Module)
class LeerlijnView(OverviewView):
    """The overview of modules."""

    splits = False

    modules = of_all(line)

    @property
    def minutes(self) -> int:
        """How long all modules take together."""
        return minutes_of(self.modules)

    routes = of_all(routes)

    def before(self, node: Node[Module]) -> list[Node[Module]]:
        """What a module builds on."""
        return builds_on(self.catalogue, node)
