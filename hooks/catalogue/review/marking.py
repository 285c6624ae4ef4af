"""Two texts → both in pieces, of which is known whether they differ; and the same, shortened, with what differs in view."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..knowledge.differences import MOST_SHARED, shared

MOST_WORDS = 3000
"""A text of more words is not compared word by word: that would take too long."""

TOO_UNLIKE = 0.35
"""With less in common than this, marks would only stand in the way of reading."""

AROUND = 90
"""So many characters before and after what differs stay in view."""

GAP = "…"

_WORD = re.compile(r"(?:\w+|[^\w\s])\s*|\s+")


@dataclass(frozen=True)
class MarkedPiece:
    """A piece of a text."""

    text: str
    differs: bool = False


def marked(before: str, after: str) -> tuple[list[MarkedPiece], list[MarkedPiece]]:
    """Two texts in pieces; where they have too little in common, each in one."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    if not old or not new:
        return [MarkedPiece(before)], [MarkedPiece(after)]
    if len(old) + len(new) > MOST_WORDS or shared(_bare(old), _bare(new)) > MOST_SHARED:
        return _trimmed(before, after)
    matcher = SequenceMatcher(None, _bare(old), _bare(new), autojunk=False)
    if matcher.ratio() < TOO_UNLIKE:
        return [MarkedPiece(before)], [MarkedPiece(after)]
    blocks = list(_smooth(matcher.get_opcodes(), old))
    return (
        _joined(MarkedPiece("".join(old[a:b]), differs) for differs, a, b, _, _ in blocks),
        _joined(MarkedPiece("".join(new[c:d]), differs) for differs, _, _, c, d in blocks),
    )


def _bare(words: list[str]) -> list[str]:
    """The words without the space after them: where a line ends, is no difference."""
    return [word.strip() for word in words]


def _smooth(
    codes: Iterable[tuple[str, int, int, int, int]], words: list[str]
) -> Iterator[tuple[bool, int, int, int, int]]:
    """The stretches that differ or not; one that is the same but holds no word belongs to what differs around it."""
    found = list(codes)
    for n, (tag, a, b, c, d) in enumerate(found):
        between = 0 < n < len(found) - 1
        same = tag == "equal" and not (between and not re.search(r"\w", "".join(words[a:b])))
        yield not same, a, b, c, d


def _trimmed(before: str, after: str) -> tuple[list[MarkedPiece], list[MarkedPiece]]:
    """What two long texts have in common at their beginnings and ends, and all between as what differs."""
    start = _common(before, after)
    most = min(len(before), len(after)) - start
    end = min(most, _common(before[::-1], after[::-1]))
    return tuple(  # type: ignore[return-value]
        _joined(
            [
                MarkedPiece(text[:start]),
                MarkedPiece(text[start : len(text) - end], True),
                MarkedPiece(text[len(text) - end :]),
            ]
        )
        for text in (before, after)
    )


def _common(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginnings."""
    same = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(same) if a != b), min(len(one), len(other)))


def _joined(pieces: Iterable[MarkedPiece]) -> list[MarkedPiece]:
    """The same pieces, without empty ones and with those of one sort in a row as one."""
    found: list[MarkedPiece] = []
    for piece in pieces:
        if found and piece.text and found[-1].differs == piece.differs:
            found[-1] = MarkedPiece(found[-1].text + piece.text, piece.differs)
        elif piece.text:
            found.append(piece)
    return found


def shortened(pieces: list[MarkedPiece], limit: int) -> list[MarkedPiece]:
    """At most about *limit* characters of a text: what differs, with a little around it."""
    if sum(len(piece.text) for piece in pieces) <= limit:
        return pieces
    if not any(piece.differs for piece in pieces):
        return _begun(pieces, limit)
    last = len(pieces) - 1
    around = [
        piece if piece.differs else MarkedPiece(_cut(piece.text, n > 0, n < last))
        for n, piece in enumerate(pieces)
    ]
    return _begun(around, limit)


def _cut(text: str, after: bool, before: bool) -> str:
    """A text that is the same, as far as it stands after or before what differs."""
    keep = AROUND * (after + before)
    if len(text) <= keep + 2 * len(GAP):
        return text
    head = text[:AROUND].rsplit(" ", 1)[0] if after else ""
    tail = text[-AROUND:].partition(" ")[2] if before else ""
    return f"{head} {GAP} {tail}"


def _begun(pieces: list[MarkedPiece], limit: int) -> list[MarkedPiece]:
    """The first *limit* characters of a text, to the end of a word."""
    found: list[MarkedPiece] = []
    left = limit
    for piece in pieces:
        if len(piece.text) > left:
            found.append(MarkedPiece(f"{piece.text[:left].rsplit(' ', 1)[0]} {GAP}", piece.differs))
            return found
        found.append(piece)
        left -= len(piece.text)
    return found
