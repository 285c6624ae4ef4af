"""The four scales of an instrument, and what their scores are called."""

from __future__ import annotations

from ..model.fields import fields_of
from ..model.instrument import Instrument, Score, Scores

SCORE_WORDS = {1: "zeer laag", 2: "laag", 3: "midden", 4: "hoog", 5: "zeer hoog"}

BINDING = {
    1: "niet bindend",
    2: "zwak bindend",
    3: "bindend tussen partijen",
    4: "sterk bindend",
    5: "wettelijk afdwingbaar",
}
"""The score for hardheid, in words."""


def score_words(score: Score) -> str:
    """hoog · 4 van 5, or of a range: laag tot hoog · 2 tot 4 van 5."""
    if score.lowest == score.highest:
        return f"{SCORE_WORDS[score.lowest]} · {score.lowest} van 5"
    words = f"{SCORE_WORDS[score.lowest]} tot {SCORE_WORDS[score.highest]}"
    return f"{words} · {score.lowest} tot {score.highest} van 5"


def scales(card: Instrument) -> list[tuple[str, str, Score | None]]:
    """Name, label and score of each scale; no score where the sources leave it open or it differs per case."""
    return [
        (field.name, field.label, getattr(card.scores, field.name)) for field in fields_of(Scores)
    ]


def has_scores(card: Instrument) -> bool:
    """Whether any scale has a score."""
    return any(score for _, _, score in scales(card))
