"""The knelpunten by their scores in the survey (rob-2021 § 3.5)."""

from __future__ import annotations

from ..linking import Catalogue, Node
from ..model import Bron, Knelpunt
from ..model.bron import Leeswijzer


def score_gap(knelpunt: Knelpunt) -> float:
    """The score of decentral civil servants less that of the Rijk."""
    return round(knelpunt.score.decentraal - knelpunt.score.rijk, 2)


def survey_of(catalogue: Catalogue, node: Node[Knelpunt]) -> tuple[Leeswijzer, Node[Bron]] | None:
    """What readers must know of the survey behind a score, with its source."""
    bron = catalogue.node(Bron, node.part.score.bron)
    return (bron.part.leeswijzer, bron) if bron.part.leeswijzer else None


def by_decentral_score(catalogue: Catalogue) -> list[Node[Knelpunt]]:
    """Knelpunten by the score that decentral civil servants give, highest first."""
    return sorted(catalogue.nodes_of(Knelpunt), key=lambda node: -node.part.score.decentraal)


def by_theme(catalogue: Catalogue) -> list[tuple[str, list[Node[Knelpunt]]]]:
    """The knelpunten of each theme by that score; the theme with the highest score first."""
    nodes = by_decentral_score(catalogue)
    themes = dict.fromkeys(node.part.thema for node in nodes)
    return [(theme, [node for node in nodes if node.part.thema == theme]) for theme in themes]
