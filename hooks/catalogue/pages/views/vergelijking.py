"""The page of a comparison."""

from __future__ import annotations

from ...knowledge.scales import scales
from ...linking import Node
from ...model import Instrument
from ...model.instrument import Score
from ...model.vergelijking import Vergelijking
from .base import View, view_of


@view_of(Vergelijking)
class VergelijkingView(View[Vergelijking]):
    """The page of a comparison."""

    def scores(self, node: Node[Instrument]) -> list[tuple[str, str, Score]]:
        """Name, label and score of the scales of a card that have one."""
        return [(name, label, score) for name, label, score in scales(node.part) if score]
