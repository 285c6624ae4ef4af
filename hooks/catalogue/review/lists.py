"""Two versions of the lists beside the content (addresses, words) → the lines that came and went."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from ..permalinks import MAX_BYTES
from ..problem import ContentError
from ..reading import read_text


@dataclass(frozen=True)
class Listed:
    """A list that is not what it was; when no line came or went, only their order is another."""

    file: str
    came: list[str]
    went: list[str]


def list_change(old_root: Path, new_root: Path, file: str) -> Listed | None:
    """What came and went in a list, if it is another."""
    old, new = _lines(old_root, file), _lines(new_root, file)
    if old == new:
        return None
    before, after = Counter(old), Counter(new)
    return Listed(file, [*(after - before).elements()], [*(before - after).elements()])


def _lines(root: Path, file: str) -> list[str]:
    """The lines of a list; none of one that is not there, or that cannot be read: that is a problem of its own."""
    try:
        text = read_text(root / file, file, MAX_BYTES)
    except ContentError:
        return []
    return [line.rstrip() for line in text.splitlines() if line.strip()]
