"""The four scales of an instrument, and how its overview uses them."""

from __future__ import annotations

from ..dutch import capital
from ..model.fields import Described, fields_of
from ..model.instrument import SCORE_WORDS, Instrument, Score, Scores


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


def drawn_scales(card: Instrument) -> list[tuple[str, Score | None]]:
    """Title and score of the scales that each entry of the overview shows."""
    return [(capital(field.label), getattr(card.scores, field.name)) for field in _drawn()]


def drawn_titles() -> list[str]:
    """The titles of the scales that each entry of the overview shows."""
    return [capital(field.label) for field in _drawn()]


def _drawn() -> list[Described]:
    return [field for field in fields_of(Scores) if field.about.scale and field.about.scale.drawn]


def sort_words() -> list[tuple[str, str]]:
    """Name of each scale, and what it is called to sort by it."""
    return [
        (field.name, field.about.scale.most) for field in fields_of(Scores) if field.about.scale
    ]
