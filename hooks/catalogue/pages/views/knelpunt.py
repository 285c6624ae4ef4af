"""The page of a knelpunt."""

from __future__ import annotations

from ...knowledge.survey import score_gap
from ...model import Knelpunt
from .base import View, view_of


@view_of(Knelpunt)
class KnelpuntView(View[Knelpunt]):
    """The page of a knelpunt."""

    @property
    def gap(self) -> float:
        """How much higher decentral civil servants score it than those of the Rijk."""
        return score_gap(self.item)
