"""Names of concepts → the places where they stand in running text, found with one pattern."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .dutch import SENTENCE_ENDS
from .markup import EMPHASIS, LINK

# What is left alone: links, words with emphasis, and bare addresses.
_MARKED = rf"{LINK.pattern}|{EMPHASIS}|https?://\S+"
_SENTENCE_END = re.compile(rf"[{SENTENCE_ENDS}:]\W*$")


@dataclass(frozen=True, slots=True)
class Term:
    """A place in a text where the name of a concept stands."""

    id: str
    start: int
    end: int


class Terms:
    """The names of all concepts, as one pattern: whole words, the longest first, either case for the first letter."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """*names* holds pairs of name and id; of two concepts with the same name, the first has it."""
        self._ids: dict[str, str] = {}
        for name, id in names:
            # A mark of Markdown in a name would meet those of the text that it stands in.
            if not re.search(r"[*_\[\]]", name):
                self._ids.setdefault(_key(name), id)
        # Without concepts there is no name to look for, and an empty pattern would match everywhere.
        self._pattern = re.compile(f"{_MARKED}|{_any_of(self._ids)}") if self._ids else None

    def find(self, text: str) -> Iterator[Term]:
        """The terms in a text, in order."""
        if self._pattern is None:
            return
        for found in self._pattern.finditer(text):
            if (name := found["name"]) and not _in_longer_name(text, found.start()):
                yield Term(self._ids[_key(name)], found.start(), found.end())


def _key(name: str) -> str:
    return name[:1].lower() + name[1:]


def _any_of(keys: Iterable[str]) -> str:
    """Any of these names, grouped by first letter so that most words are passed over at once."""
    groups: dict[str, list[str]] = defaultdict(list)
    for key in sorted(keys, key=len, reverse=True):
        groups[key[0]].append(re.escape(key[1:]))
    words = "|".join(
        f"[{re.escape(first)}{re.escape(first.upper())}](?:{'|'.join(rest)})"
        for first, rest in groups.items()
    )
    # A hyphen, or a capital after it, makes it part of another name: regio-indeling, Regio Deal.
    return rf"\b(?<!-)(?P<name>{words})(?:[’']s)?(?![\w-]|[’']\w| [A-ZÀ-Þ])"


def _in_longer_name(text: str, start: int) -> bool:
    """Whether it is the tail of another name: ‘Regio’s’ in ‘Programma Vitale Regio’s’."""
    if not text[start].isupper() or start == 0 or text[start - 1] != " ":
        return False
    before, _, word = text[: start - 1].rpartition(" ")
    return word[:1].isupper() and word[-1:].isalnum() and not _opens_sentence(before)


def _opens_sentence(before: str) -> bool:
    return not before.strip() or _SENTENCE_END.search(before[-3:]) is not None
