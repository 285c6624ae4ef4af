"""What is spoken of instruments → rows for a data file, with the sources that they name, numbered as they come."""

from __future__ import annotations

import json
from typing import Any

from ..knowledge.choosing import Spoken
from ..linking import Catalogue
from ..markup import plain
from ..model import Bron, Herkomst

_SORTS = {
    (True, True): "als",
    (False, True): "niet-als",
    (True, False): "voor",
    (False, False): "tegen",
}
"""Whether it is for, and whether it completes *kies dit als* → what a sentence does."""


class SourceNumbers:
    """The sources that a file names, numbered in the order in which they are first named."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._numbers: dict[str, int] = {}

    def places(self, part: Herkomst | None) -> list[list[Any]]:
        """The number of a source and the place in it, for all that a statement rests on."""
        places = part.places if part else []
        return [
            [self._numbers.setdefault(bron, len(self._numbers)), plaats] for bron, plaats in places
        ]

    def rows(self) -> list[list[str]]:
        """Title with year, and address, of each source so far."""
        nodes = (self._catalogue.node(Bron, id) for id in self._numbers)
        return [[f"{node.titel} ({node.part.verschenen})", node.address] for node in nodes]


def sort_of(one: Spoken) -> str:
    """What a sentence does: ``als``, ``niet-als``, ``voor`` or ``tegen``."""
    return _SORTS[one.is_for, one.completes]


def words_of(one: Spoken) -> str:
    """The sentence without markup."""
    return plain(one.sentence)


def is_judgement(one: Spoken) -> bool:
    """Whether it is a judgement of ours."""
    return bool(one.part and one.part.is_redactie)


def json_rows(values: list[list[Any]]) -> str:
    """A list with a row to a line, so that what changed shows."""
    return "[\n" + ",\n".join(map(to_json, values)) + "\n]"


to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
