"""The knelpunten by their scores in the survey (rob-2021 § 3.5)."""

from __future__ import annotations

from ..linking import Catalogue, Node
from ..model import Knelpunt


def score_gap(knelpunt: Knelpunt) -> float:
    """The score of decentral civil servants less that of the Rijk."""
    return round(knelpunt.score.decentraal - knelpunt.score.rijk, 2)


def by_decentral_score(catalogue: Catalogue) -> list[Node[Knelpunt]]:
    """Knelpunten by the score that decentral civil servants give, highest first."""
    return sorted(catalogue.nodes_of(Knelpunt), key=lambda node: -node.part.score.decentraal)
