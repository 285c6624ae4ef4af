"""The small Markdown of editors' texts: what a link, an emphasis and a sentence are, and a text without their marks.

A text is scanned here, and not rendered: ``text_html`` makes HTML of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .dutch import SENTENCE_ENDS

LINK = re.compile(r"\[(?P<words>[^\[\]]*)\]\((?P<target>[^()\s]*)\)")
"""A link: words between square brackets, a target between round ones."""

EMPHASIS = r"\*{1,3}(?=\S)[^*]+\*{1,3}|\b_{1,3}(?=\S)[^_]+_{1,3}"
"""Words with emphasis, as part of a pattern."""

ITEM_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""The id of an item, as part of a pattern."""

_MARKS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)")
_BULLET = re.compile(r"^[-*] ")
# A capital with a dot is an initial, or the letter of an answer.
_SENTENCE_GAP = re.compile(rf"(?<=[{SENTENCE_ENDS}])(?<!\b[A-Z]\.)\**\s+|\n\s*\n|\n(?=\s*[-*] )")
_ITEM_TARGET = re.compile(rf"(?:[a-z]+:)?{ITEM_ID}(?:\.[0-9]{{2}})?", re.A)


@dataclass(frozen=True, slots=True)
class TextLink:
    """A link in a text."""

    words: str
    target: str
    start: int
    """Where it starts in the text."""


def text_links(text: str) -> Iterator[TextLink]:
    """The links in a text, in order."""
    if "](" in text:
        for found in LINK.finditer(text):
            yield TextLink(found["words"], found["target"], found.start())


def replace_links(text: str, replacement: Callable[[TextLink], str | None]) -> str:
    """The text with another text in the place of its links; ``None`` leaves a link as it is."""

    def replaced(found: re.Match[str]) -> str:
        new = replacement(TextLink(found["words"], found["target"], found.start()))
        return found[0] if new is None else new

    return LINK.sub(replaced, text) if "](" in text else text


def is_item_target(target: str) -> bool:
    """Whether a link target names an item of the catalogue (``convenant``, ``wet:gemeentewet``)."""
    return ":" not in target.replace(":", "", 1) and _ITEM_TARGET.fullmatch(target) is not None


def plain(text: str) -> str:
    """The words of a text, on one line and without marks.

    Half of a pair of emphasis marks goes as well: the other half may stand in another sentence.
    """
    words = _BULLET.sub("", " ".join(text.split()))
    return _MARKS.sub("", LINK.sub(lambda link: link["words"], words))


def sentences(text: str) -> list[str]:
    """The sentences of a text, each without marks."""
    return [plain(text[start:end]) for start, end in _sentence_spans(text)]


def first_sentence(text: str) -> str:
    """The first sentence of a text, without marks."""
    return next((found for found in sentences(text) if found), "")


def sentence_at(text: str, place: int) -> str:
    """The sentence of a text that holds this place, without marks; the whole text when no sentence does."""
    spans = (plain(text[start:end]) for start, end in _sentence_spans(text) if start <= place < end)
    return next(spans, None) or plain(text)


def _sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in (*(gap.end() for gap in _SENTENCE_GAP.finditer(text)), len(text)):
        yield start, end
        start = end
