"""Editors' text → plain lines of words that fit in a picture."""

from __future__ import annotations

import re
from textwrap import wrap

_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_EMPHASIS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ])")


def plain(text: str) -> str:
    """A text without Markdown, on one line."""
    return _EMPHASIS.sub("", _LINK.sub(r"\1", " ".join(text.split())))


def first_sentence(text: str) -> str:
    """The first sentence of a text, without Markdown."""
    return _SENTENCE_END.split(plain(text), maxsplit=1)[0]


def lines(text: str, letters: int, y: int, height: int) -> list[tuple[int, str]]:
    """Lines of at most so many letters, each with its place; the first stands at *y*."""
    return [(y + n * height, line) for n, line in enumerate(wrap(text, letters))]
