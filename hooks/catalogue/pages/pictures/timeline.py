"""Events → a row each on one scale of years: a dot for a moment, a bar for a period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...model import Gebeurtenis
from .svg import coordinate, draw
from .words import lines

WIDTH = 360
SIDE = 18
"""Room at both ends, for half a year of the scale."""
TOP, MARK, LINE, GAP = 26, 12, 16, 9
"""Height of the scale, of a mark, of a line of words, and room under a mark."""
LETTERS = 48
STRETCHED_FROM, STRETCHED_AT = 1980, 0.34
"""From this year on the scale is wider: most events are later. It stands at this part of the width."""


@dataclass(frozen=True)
class YearScale:
    """Years, laid over the width: narrow before ``STRETCHED_FROM``, wide after."""

    first: int
    last: int

    def place(self, year: float) -> float:
        """Where a year stands."""
        if self.first >= STRETCHED_FROM:
            part = (year - self.first) / (self.last - self.first)
        elif year < STRETCHED_FROM:
            part = STRETCHED_AT * (year - self.first) / (STRETCHED_FROM - self.first)
        else:
            after = (year - STRETCHED_FROM) / (self.last - STRETCHED_FROM)
            part = STRETCHED_AT + (1 - STRETCHED_AT) * after
        return SIDE + part * (WIDTH - 2 * SIDE)

    @property
    def ticks(self) -> list[tuple[str, int]]:
        """Years at the scale, with their places: each fifty years first, each ten from ``STRETCHED_FROM``."""
        early = range(-(-self.first // 50) * 50, STRETCHED_FROM - 40, 50)
        late = range(max(STRETCHED_FROM, self.first), self.last + 1, 10)
        return [(coordinate(self.place(year)), year) for year in (*early, *late)]


@dataclass(frozen=True)
class EventMark:
    """One event: lines of words with their height, and its mark."""

    lines: list[tuple[int, str]]
    y: int
    start: str
    width: str | None
    """Of the bar; ``None`` for a moment."""


def timeline(events: Sequence[Gebeurtenis], id: str) -> Markup:
    """Draw the events in the order given; *id* is unique on the page."""
    scale = _scale(events)
    rows: list[EventMark] = []
    y = TOP
    for event in events:
        words = lines(f"{event.wanneer}: {event.titel}", LETTERS, y + LINE, LINE)
        mark = words[-1][0] + 6 + MARK // 2
        rows.append(_row(event, scale, words, mark))
        y = mark + MARK // 2 + GAP
    return draw(
        "tijdlijn.svg.jinja",
        id=id,
        width=WIDTH,
        height=y,
        top=TOP,
        mark=MARK,
        rows=rows,
        scale=scale,
        title=f"{len(rows)} gebeurtenissen op een tijdlijn",
        description=f"Van {events[0].wanneer} tot en met {events[-1].wanneer}. Alle gebeurtenissen staan ook in de lijst.",
    )


def _scale(events: Sequence[Gebeurtenis]) -> YearScale:
    first = min(event.jaar for event in events)
    last = max(event.tot or event.jaar for event in events)
    # Whole decades, with the last event left of the end.
    return YearScale(first // 10 * 10, max(last // 10 * 10 + 10, STRETCHED_FROM + 10))


def _row(event: Gebeurtenis, scale: YearScale, words: list[tuple[int, str]], y: int) -> EventMark:
    start = scale.place(event.jaar)
    if event.tot is None:
        return EventMark(words, y, coordinate(start), None)
    # A period lasts until the end of its last year.
    return EventMark(words, y, coordinate(start), coordinate(scale.place(event.tot + 1) - start))
