"""``Catalogue`` → what the page Vergelijken fetches: the names of all instruments, and per instrument its column.

A column is fetched when its instrument is chosen: four of them weigh less than all, and stay as light when there are
more cards. ``theme/assets/js/vergelijkpagina.js`` and ``vergelijkmand.js`` read them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from ..knowledge.comparison import ComparisonCell, Said, column
from ..linking import Catalogue, Node
from ..markup import plain
from ..model import Bron, Instrument
from ..site_pages import COMPARE
from .writing import json_rows, to_json


def comparison_data(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Path and content of each file."""
    nodes = catalogue.by_title(Instrument)
    names = ([node.id, node.titel, node.part.beside] for node in nodes)
    yield COMPARE.data_file, f"{json_rows(names)}\n".encode()
    for node in nodes:
        yield f"data/vergelijk/{node.id}.json", f"{to_json(_column(catalogue, node))}\n".encode()


def _column(catalogue: Catalogue, node: Node[Instrument]) -> dict[str, Any]:
    cells = column(catalogue, node)
    return {
        "adres": node.address,
        "bronnen": {
            bron: [source.titel, source.address]
            for bron in sorted(_cited(cells.values()))
            for source in [catalogue.node(Bron, bron)]
        },
        "rijen": {name: _cell(cell) for name, cell in cells.items()},
    }


def _cited(cells: Iterable[ComparisonCell]) -> set[str]:
    said = [one for cell in cells for one in cell.said]
    said += [proof for one in said for proof in one.proof]
    return {bron for one in said for bron, _ in one.part.places}


def _cell(cell: ComparisonCell) -> dict[str, Any]:
    score = [cell.score.lowest, cell.score.highest] if cell.score else None
    found = {
        "score": score,
        "uitspraken": [_said(one) for one in cell.said],
        "gezocht": cell.searched,
    }
    values = {} if cell.values is None else {"waarden": cell.values}
    return values | _filled(found)


def _said(one: Said) -> dict[str, Any]:
    """What is empty stays away."""
    return _filled(
        {
            "kop": one.lead and plain(one.lead),
            "naar": one.about and [one.name or one.about.titel, one.about.address],
            "tekst": _words(one.text),
            "kies": one.instead
            and [one.instead.titel, one.instead.address, one.instead.part.beside],
            "stand": one.part.tense,
            "oordeel": one.part.is_redactie,
            "bron": one.part.places,
            "praktijk": [_said(proof) for proof in one.proof],
        }
    )


def _filled(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}


_BLOCKS = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.) )")


def _words(text: str) -> str:
    """The words of a text, a line for each paragraph and each point of a list."""
    return "\n".join(filter(None, map(plain, _BLOCKS.split(text))))
