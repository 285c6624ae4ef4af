"""Solutions from light to heavy → bars that grow, each under its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...model.doel import Oplossing
from .svg import coordinate, draw
from .words import lines

WIDTH = 360
TOP, BAR, GAP, LINE = 18, 14, 16, 17
"""Room for the word at each end, height of a bar, room under it, and height of a line of words."""
LETTERS = 50
"""How many letters fit on a line."""


@dataclass(frozen=True)
class Bar:
    """One solution: lines of words with their height, and its bar."""

    lines: list[tuple[int, str]]
    y: int
    width: str


def spectrum(oplossingen: Sequence[Oplossing], id: str) -> Markup:
    """Draw the solutions in the order given; *id* is unique on the page."""
    steps: list[Bar] = []
    y = TOP
    for n, oplossing in enumerate(oplossingen, 1):
        words = lines(f"{n}. {oplossing.naam}", LETTERS, y + LINE, LINE)
        bar = words[-1][0] + 7
        steps.append(Bar(words, bar, coordinate(WIDTH * n / len(oplossingen))))
        y = bar + BAR + GAP - LINE // 2
    names = "; ".join(f"{n}. {one.naam}" for n, one in enumerate(oplossingen, 1))
    return draw(
        "spectrum.svg.jinja",
        id=id,
        width=WIDTH,
        height=y + LINE,
        bar=BAR,
        steps=steps,
        title=f"{len(steps)} oplossingen, van licht naar zwaar",
        description=f"Van licht naar zwaar: {names}.",
    )
