"""Words → lines that fit in a picture."""

from __future__ import annotations

from textwrap import wrap


def lines(text: str, letters: int, y: int, height: int) -> list[tuple[int, str]]:
    """Lines of at most so many letters, each with its place; the first stands at *y*."""
    return [(y + n * height, line) for n, line in enumerate(wrap(text, letters))]
