"""A problem in the content: one line that tells an editor where it is, what is wrong and what is allowed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend. ``line`` and ``column`` count from 1."""

    path: str
    line: int
    column: int
    field: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.field}: {self.message}"


class ContentError(Exception):
    """The content does not make a catalogue. Carries every problem that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`` Bedoelde u “x”?`` with the nearest known word, or nothing when none is near."""
    near = get_close_matches(word[:200], list(known), n=1, cutoff=0.6)
    return f" Bedoelde u “{near[0]}”?" if near else ""


def one_line(value: object, limit: int = 60) -> str:
    """A value as it can stand in a message: one line, printable, not too long."""
    text = "".join(c if c.isprintable() else " " for c in " ".join(str(value).split()))
    return text if len(text) <= limit else text[: limit - 1] + "…"
