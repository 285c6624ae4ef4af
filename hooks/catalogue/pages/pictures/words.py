"""Words → lines that fit in a picture."""

from __future__ import annotations

from textwrap import wrap


def lines(text: str, letters: int, y: int, height: int) -> list[tuple[int, str]]:
    """Lines of at most so many letters, each with its place; the first stands at *y*."""
    return [(y + n * height, line) for n, line in enumerate(wrap(text, letters))]


def fitted(text: str, letters: int) -> list[str]:
    """Lines of at most so many letters; a word that is longer is cut, with a hyphen where it is."""
    words = (
        " ".join(
            f"{word[n : n + letters - 1]}{'-' if n + letters - 1 < len(word) else ''}"
            for n in range(0, len(word), letters - 1)
        )
        if len(word) > letters
        else word
        for word in text.split()
    )
    return wrap(" ".join(words), letters)
