"""How a data file is written: the sources that it names, each once, and rows with a line of their own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from ..linking import Catalogue, Node
from ..model import Bron, Herkomst

to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def json_rows(values: Iterable[Any]) -> str:
    """A list with a row to a line, so that what changed shows."""
    return "[\n" + ",\n".join(map(to_json, values)) + "\n]"


def json_file(parts: Mapping[str, str]) -> bytes:
    """The content of a file of named parts, that are JSON already: each begins on a line of its own."""
    named = ",\n".join(f"{to_json(name)}: {text}" for name, text in parts.items())
    return f"{{{named}}}\n".encode()


def source_row(node: Node[Bron]) -> list[str]:
    """Title with year, and address, of a source."""
    return [f"{node.titel} ({node.part.verschenen})", node.address]


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
        """A row for each source so far."""
        return [source_row(self._catalogue.node(Bron, id)) for id in self._numbers]
