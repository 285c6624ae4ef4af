"""The page of a knelpunt."""

from __future__ import annotations

from ..linking import Node
from ..model import (
    Knelpunt,
)
from .base import View


class KnelpuntView(View):
    """The page of a knelpunt."""

    @property
    def gap(self) -> float:
        """How much higher decentral civil servants score it than those of the Rijk."""
        return score_gap(self.node)


def score_gap(node: Node) -> float:
    """The score of decentral civil servants less that of the Rijk."""
    assert isinstance(node.item, Knelpunt)
    return round(node.item.score.decentraal - node.item.score.rijk, 2)
