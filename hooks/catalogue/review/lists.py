"""Two versions of the lists beside the content (addresses, words) → the lines that came and went."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..permalinks import FILE as PERMALINKS
from ..permalinks import MAX_BYTES
from ..problem import ContentError
from ..reading import read_text
from ..search.word_pairs import FILE as WORD_PAIRS

LISTS = (PERMALINKS, WORD_PAIRS)


@dataclass(frozen=True)
class Listed:
    """A list that is not what it was."""

    file: str
    came: list[str]
    went: list[str]


def list_change(old_root: Path, new_root: Path, file: str) -> Listed | None:
    """What came and went in a list, if anything did; only another order is no change."""
    old, new = _lines(old_root, file), _lines(new_root, file)
    came = [line for line in new if line not in old]
    went = [line for line in old if line not in new]
    return Listed(file, came, went) if came or went else None


def _lines(root: Path, file: str) -> dict[str, None]:
    """The lines of a list; none of one that is not there, or that cannot be read: that is a problem of its own."""
    if not (root / file).exists():
        return {}
    try:
        text = read_text(root / file, file, MAX_BYTES)
    except ContentError:
        return {}
    return dict.fromkeys(line.rstrip() for line in text.splitlines() if line.strip())
