"""``Catalogue`` → the sentences behind the cells of a matrix: one file per matrix, fetched when a cell is opened.

A matrix that is split by letter has a file per letter. Names stand in a file once:

- ``bronnen``: title with year, and address;
- ``kaarten``: title, address and status of the cards that send the reader to another;
- ``zinnen``: text, what it does (``sentences.sort_of``), places in sources, whether it is a judgement of ours, and the
  place in ``kaarten`` where it stands on another card;
- ``cellen``: instrument → column → places in ``zinnen``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..knowledge.choosing import Spoken
from ..knowledge.matrix import cells
from ..letters import split
from ..linking import Catalogue, Node
from ..model import KINDS, Instrument, Item
from ..site_pages import MATRICES, data_of
from .sentences import is_judgement, sort_of, words_of
from .writing import SourceNumbers, json_file, json_rows, to_json


def matrix_data(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Path and content of each file."""
    nodes = catalogue.by_title(Instrument)
    for kind, page in MATRICES.items():
        parts = [(one.address, one.nodes) for one in split(nodes, page.address.rstrip("/"))]
        for address, shown in parts or [(page.address, nodes)]:
            yield data_of(address), _Sentences(catalogue, KINDS[kind].model).json(shown)


class _Sentences:
    """A file in the making: a sentence that stands in more cells is written once."""

    def __init__(self, catalogue: Catalogue, across: type[Item]) -> None:
        self._catalogue = catalogue
        self._across = across
        self._sources = SourceNumbers(catalogue)
        self._cards: dict[str, Node[Any]] = {}
        self._rows: list[list[Any]] = []

    def json(self, nodes: Sequence[Node[Instrument]]) -> bytes:
        """The content of the file for these instruments."""
        found = {node.id: self._cells(node) for node in nodes}
        content = {
            "bronnen": json_rows(self._sources.rows()),
            "kaarten": json_rows([_card(node) for node in self._cards.values()]),
            "zinnen": json_rows(self._rows),
            "cellen": to_json({id: row for id, row in found.items() if row}),
        }
        return json_file(content)

    def _cells(self, node: Node[Instrument]) -> dict[str, list[int]]:
        found = cells(self._catalogue, node, self._across)
        spoken = {id(one): one for cell in found.values() for one in cell.spoken}
        places = {key: self._add(one) for key, one in spoken.items()}
        return {column: [places[id(one)] for one in cell.spoken] for column, cell in found.items()}

    def _add(self, one: Spoken) -> int:
        row = [words_of(one), sort_of(one), self._sources.places(one.part), is_judgement(one)]
        if one.card.id != one.instrument.id:
            self._cards.setdefault(one.card.id, one.card)
            row.append(list(self._cards).index(one.card.id))
        self._rows.append(row)
        return len(self._rows) - 1


def _card(node: Node[Instrument]) -> list[str]:
    return [node.titel, node.address, node.part.beside]
