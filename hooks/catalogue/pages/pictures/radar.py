"""Six partnership scores → a radar: of a case against an equal partnership, or of several profiles over each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from textwrap import wrap

from markupsafe import Markup

from ...knowledge.tables import EQUAL, PartnershipScore, Profile
from .svg import coordinate, draw

WIDTH, HEIGHT = 400, 308
CENTRE = (200, 140)
RADIUS = 90
HIGHEST = 5
MARKS = ("M-5 4L0 -5L5 4z", "M-5 0L0 -5L5 0L0 5z", "M-4.5 -4.5L4.5 4.5M-4.5 4.5L4.5 -4.5")
"""A triangle, a diamond and a cross: what tells profiles apart besides their lines; a fourth begins again."""


@dataclass(frozen=True)
class Axis:
    """One question: its line, its words and the two marks on it."""

    end: tuple[str, str]
    lines: list[tuple[str, str, str]]
    """Lines of words: x, y, text."""
    anchor: str
    score: tuple[str, str]
    ideal: tuple[str, str]


def radar(scores: Sequence[PartnershipScore], titel: str, id: str) -> Markup:
    """Draw the scores of a case; *titel* names the case, *id* is unique on the page."""
    angles = _angles(len(scores))
    axes = [_axis(score, angle) for score, angle in zip(scores, angles, strict=True)]
    return draw(
        "radar.svg.jinja",
        id=id,
        width=WIDTH,
        height=HEIGHT,
        axes=axes,
        rings=_rings(angles),
        centre=CENTRE,
        step=RADIUS / HIGHEST,
        case=_points([axis.score for axis in axes]),
        ideal=_points([axis.ideal for axis in axes]),
        title=f"{titel} naast een gelijkwaardig partnerschap",
        description="Per vraag de score van dit voorbeeld en die van een gelijkwaardig partnerschap, van 1 tot 5. "
        + " ".join(f"{score.title}: {score.score} en {score.ideal}." for score in scores),
    )


def _angles(count: int) -> list[float]:
    return [2 * pi * n / count for n in range(count)]


def _rings(angles: Sequence[float]) -> list[tuple[int, str]]:
    """The scores, each with its ring."""
    return [
        (ring, _points([_point(angle, ring) for angle in angles])) for ring in range(1, HIGHEST + 1)
    ]


@dataclass(frozen=True)
class Shape:
    """A profile in the radar: its line and the mark at each of its scores."""

    id: str
    line: str
    points: list[tuple[str, str]]
    mark: str
    """The path of its mark; empty for a circle."""


def radars(titles: Sequence[str], profiles: Sequence[Profile], id: str) -> Markup:
    """Draw profiles over each other, one axis per title; *id* is unique on the page."""
    angles = _angles(len(titles))
    return draw(
        "radars.svg.jinja",
        id=id,
        width=WIDTH,
        height=HEIGHT - 24,
        ends=[_point(angle, HIGHEST) for angle in angles],
        words=[_words(title, angle) for title, angle in zip(titles, angles, strict=True)],
        rings=_rings(angles),
        centre=CENTRE,
        step=RADIUS / HIGHEST,
        shapes=[_shape(one, mark(profiles, n), angles) for n, one in enumerate(profiles)],
    )


def mark(profiles: Sequence[Profile], place: int) -> str:
    """The path of the mark of a profile; an equal partnership has a circle and no path."""
    return "" if profiles[place].id == EQUAL else MARKS[place % len(MARKS)]


def _shape(profile: Profile, path: str, angles: Sequence[float]) -> Shape:
    scores = zip(angles, profile.scores.values(), strict=True)
    points = [_point(angle, score) for angle, score in scores]
    return Shape(profile.id, _points(points), points, path)


def _axis(score: PartnershipScore, angle: float) -> Axis:
    return Axis(
        _point(angle, HIGHEST),
        *_words(score.title, angle),
        _point(angle, score.score),
        _point(angle, score.ideal),
    )


def _words(title: str, angle: float) -> tuple[list[tuple[str, str, str]], str]:
    """The words at the end of an axis: x, y and text of each line, and the side at which these begin."""
    lines = wrap(title, 15)
    side = sin(angle)
    anchor = "middle" if abs(side) < 0.1 else "start" if side > 0 else "end"
    x, y = CENTRE[0] + (RADIUS + 12) * side, CENTRE[1] - (RADIUS + 12) * cos(angle)
    # The words stand above the upper end, below the lower one and halfway beside the others.
    first = (
        y
        + 5
        - (len(lines) - 1) * 8 * (1 + cos(angle))
        - (6 * cos(angle) if anchor == "middle" else 0)
    )
    return [
        (coordinate(x), coordinate(first + n * 16), line) for n, line in enumerate(lines)
    ], anchor


def _point(angle: float, score: float) -> tuple[str, str]:
    distance = RADIUS * score / HIGHEST
    return coordinate(CENTRE[0] + distance * sin(angle)), coordinate(
        CENTRE[1] - distance * cos(angle)
    )


def _points(points: Sequence[tuple[str, str]]) -> str:
    return " ".join(f"{x},{y}" for x, y in points)
