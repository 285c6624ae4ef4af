"""The page of a knelpunt."""

from __future__ import annotations

from ...knowledge.survey import score_gap, survey_of
from ...model import Knelpunt
from .base import View, of_item, of_node, view_of


@view_of(Knelpunt)
class KnelpuntView(View[Knelpunt]):
    """The page of a knelpunt."""

    gap = of_item(score_gap)
    survey = of_node(survey_of)
