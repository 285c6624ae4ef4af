"""A problem in the content: one line that tells an editor where it is, what is wrong and what is allowed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches

MAX_PROBLEMS = 100
"""So many problems of one sort in one file are told; more helps no one."""

Loc = tuple[str | int, ...]
"""The way to a value in a file: names of fields, and places in lists from 0."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend. ``line`` and ``column`` count from 1."""

    path: str
    line: int
    column: int
    field: str
    message: str

    def __str__(self) -> str:
        return f"{one_line(self.path, 500)}:{self.line}:{self.column}: {self.field}: {self.message}"


class ContentError(Exception):
    """The content does not make a catalogue. Carries every problem that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


class RefusedError(Exception):
    """What was asked cannot be done, and nothing was; the message says why, in Dutch."""


def first_of(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first ``MAX_PROBLEMS`` problems of a file, and one that says that there are more."""
    for n, problem in enumerate(problems):
        if n == MAX_PROBLEMS:
            message = "er is nog meer mis in dit bestand; verbeter eerst de andere problemen"
            yield replace(problem, field="bestand", message=message)
            return
        yield problem


def did_you_mean(word: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """`` Bedoelde u “x”?`` with the nearest known word, or nothing when none is near."""
    near = nearest(word, known, likeness)
    return f" Bedoelde u “{near}”?" if near else ""


def nearest(word: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """The known word that looks most like another, if one does."""
    return next(iter(get_close_matches(word[:200], list(known), n=1, cutoff=likeness)), None)


def one_line(value: object, limit: int = 60) -> str:
    """A value as it can stand in a message: one line, printable, not too long."""
    text = printable(" ".join(str(value).split()))
    return text if len(text) <= limit else text[: limit - 1] + "…"


def printable(text: str) -> str:
    """A text with a space for each character that cannot be shown."""
    return "".join(c if c.isprintable() else " " for c in text)
