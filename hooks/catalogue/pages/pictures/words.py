"""Words → lines that fit in a picture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from textwrap import wrap

from .svg import coordinate


def lines(text: str, letters: int, y: int, height: int) -> list[tuple[int, str]]:
    """Lines of at most so many letters, each with its place; the first stands at *y*."""
    return [(y + n * height, line) for n, line in enumerate(wrap(text, letters))]


def centred(words: Sequence[str], middle: float, height: int) -> list[tuple[str, str]]:
    """Lines of words around the height *middle*, each with its place."""
    first = middle + 4.5 - (len(words) - 1) * height / 2
    return [(coordinate(first + n * height), line) for n, line in enumerate(words)]


def fitted(text: str, letters: int) -> list[str]:
    """Lines of at most so many letters; a word that is longer is cut, with a hyphen where it is."""
    pieces = re.findall(r"\s+|[^\s-]*-|[^\s-]+", text)
    return wrap("".join(_cut(piece, letters) for piece in pieces), letters)


def _cut(piece: str, letters: int) -> str:
    if len(piece) <= letters:
        return piece
    return "-".join(piece[n : n + letters - 1] for n in range(0, len(piece), letters - 1))
