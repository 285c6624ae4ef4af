"""Scores of two groups → one line per knelpunt, with a mark for each group and the gap between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor
from textwrap import wrap

from markupsafe import Markup

from ...dutch import dutch_number
from ...model import Knelpunt
from .svg import coordinate, draw

WIDTH, NARROW = 360, 300
"""As wide as the text on a phone, and as a panel beside a text, so that letters keep their size there."""
LEFT, RIGHT = 34, 64
"""Room beside the lowest and the highest score of the scale; the gap stands at the right."""
TOP = 50
"""Room for the legend and the scale."""
MARKS, LINE = 36, 15
"""Height of a pair of marks, and of a line of words above it."""
LETTERS = 50
"""How many letters fit on a line."""


@dataclass(frozen=True)
class ScorePair:
    """One knelpunt, with the places of its marks."""

    lines: list[tuple[int, str]]
    """Lines of words, with their height."""
    y: int
    rijk: str
    decentraal: str
    low: tuple[str, str]
    """Place and words of the lower score; the higher one is ``high``."""
    high: tuple[str, str]
    gap: str


@dataclass(frozen=True)
class ScoreScale:
    """A scale of scores, laid over the width of the picture."""

    low: int
    high: int
    width: int

    def place(self, score: float) -> float:
        """Where a score stands."""
        return LEFT + (score - self.low) / (self.high - self.low) * (self.width - LEFT - RIGHT)

    @property
    def ticks(self) -> list[tuple[str, int]]:
        """The whole scores, with their places."""
        return [(coordinate(self.place(score)), score) for score in range(self.low, self.high + 1)]


def dumbbell(knelpunten: Sequence[Knelpunt], id: str) -> Markup:
    """Draw knelpunten in the order given; *id* is unique on the page.

    One knelpunt stands on the whole scale of 1 to 5, without its name. Several share the part of the scale that they use.
    """
    alone = len(knelpunten) == 1
    scale = ScoreScale(1, 5, NARROW) if alone else _scale(knelpunten)
    rows: list[ScorePair] = []
    for knelpunt in knelpunten:
        rows.append(
            _row(
                knelpunt,
                [] if alone else wrap(knelpunt.titel, LETTERS),
                scale,
                rows[-1].y if rows else TOP - MARKS // 2,
            )
        )
    return draw(
        "halter.svg.jinja",
        id=id,
        height=rows[-1].y + MARKS // 2,
        rows=rows,
        scale=scale,
        title=f"Scores voor: {knelpunten[0].titel}"
        if alone
        else f"Scores voor {len(rows)} knelpunten",
        description=_description(knelpunten),
    )


def _scale(knelpunten: Sequence[Knelpunt]) -> ScoreScale:
    scores = [score for k in knelpunten for score in (k.score.rijk, k.score.decentraal)]
    low = floor(min(scores))
    return ScoreScale(low, max(ceil(max(scores)), low + 1), WIDTH)


def _row(knelpunt: Knelpunt, name: list[str], scale: ScoreScale, above: int) -> ScorePair:
    first = above + MARKS // 2 + LINE
    y = above + MARKS + len(name) * LINE
    low, high = sorted((knelpunt.score.rijk, knelpunt.score.decentraal))
    return ScorePair(
        lines=[(first + n * LINE, line) for n, line in enumerate(name)],
        y=y,
        rijk=coordinate(scale.place(knelpunt.score.rijk)),
        decentraal=coordinate(scale.place(knelpunt.score.decentraal)),
        low=(coordinate(scale.place(low)), dutch_number(low)),
        high=(coordinate(scale.place(high)), dutch_number(high)),
        gap=dutch_number(high - low),
    )


def _description(knelpunten: Sequence[Knelpunt]) -> str:
    if len(knelpunten) == 1:
        score = knelpunten[0].score
        return f"Decentrale ambtenaren geven een {dutch_number(score.decentraal)}, rijksambtenaren een {dutch_number(score.rijk)}, op een schaal van 1 tot 5."
    widest = max(knelpunten, key=lambda k: abs(k.score.decentraal - k.score.rijk))
    return (
        f"Per knelpunt een lijn met twee scores: die van decentrale ambtenaren en die van rijksambtenaren. "
        f"Het grootste verschil staat bij “{widest.titel}”: decentraal {dutch_number(widest.score.decentraal)}, Rijk {dutch_number(widest.score.rijk)}. "
        f"Alle scores staan ook in de tabel."
    )
