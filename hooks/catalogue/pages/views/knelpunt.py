"""The page of a knelpunt."""

from __future__ import annotations

from functools import cached_property

from ...knowledge.survey import score_gap, survey_of
from ...linking import Node
from ...model import Bron, Knelpunt
from ...model.bron import Leeswijzer
from .base import View, view_of


@view_of(Knelpunt)
class KnelpuntView(View[Knelpunt]):
    """The page of a knelpunt."""

    @property
    def gap(self) -> float:
        """How much higher decentral civil servants score it than those of the Rijk."""
        return score_gap(self.item)

    @cached_property
    def survey(self) -> tuple[Leeswijzer, Node[Bron]] | None:
        """What readers must know of the survey, with its source."""
        return survey_of(self.catalogue, self.item)
