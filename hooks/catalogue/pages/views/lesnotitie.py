"""The page of a teaching note: up to the decision, and only then what happened."""

from __future__ import annotations

from ...linking import Node
from ...model import Case, Instrument, Lesnotitie
from .base import View, view_of


@view_of(Lesnotitie)
class LesnotitieView(View[Lesnotitie]):
    """The page of a teaching note."""

    @property
    def case(self) -> Node[Case]:
        """The case that it is about."""
        return self.catalogue.node(Case, self.item.case)

    @property
    def instruments(self) -> list[Node[Instrument]]:
        """The instruments that the conversation is about."""
        return [self.catalogue.node(Instrument, id) for id in self.item.instrumenten]
