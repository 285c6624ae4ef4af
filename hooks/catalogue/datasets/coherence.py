"""``Catalogue`` → the data with which the browser checks a mix of instruments: ``theme/assets/js/mix.js``.

Names of instruments and sources stand in it once; a relation is a row that names them by id.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from ..knowledge.coherence import all_relations
from ..linking import Catalogue, Link, Node
from ..markup import plain
from ..model import Bron, Instrument
from ..model.fields import fields_of
from ..model.instrument import Relatie
from ..site_pages import COHERENCE


def coherence_data(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Path and content of the file."""
    links = all_relations(catalogue)
    cited = {bron for link in links for bron, _ in link.part.places}
    words = fields_of(Relatie)["soort"].choices
    kinds = ([sort, choice.label, choice.inverse] for sort, choice in words.items())
    sources = (node for node in catalogue.by_title(Bron) if node.id in cited)
    parts = {
        "soorten": list(kinds),
        "instrumenten": [_instrument(node) for node in catalogue.by_title(Instrument)],
        "bronnen": [_source(node) for node in sources],
        "relaties": [_relation(link) for link in links],
    }
    named = ",\n".join(f"{_json(name)}: {_rows(rows)}" for name, rows in parts.items())
    yield COHERENCE.data_file, f"{{{named}}}\n".encode()


def _instrument(node: Node[Instrument]) -> list[str]:
    """Id, title, address, and the status that stands beside the name of what is not in force."""
    return [node.id, node.titel, node.address, node.part.beside]


def _source(node: Node[Bron]) -> list[str]:
    return [node.id, f"{node.titel} ({node.part.verschenen})", node.address]


def _relation(link: Link[Relatie]) -> list[Any]:
    """From, kind, to, why, whether that is a judgement of ours, and the places in sources."""
    part = link.part
    places = [[bron, plaats] for bron, plaats in part.places]
    judged = int(part.is_redactie)
    return [link.source.id, part.soort, link.target.id, plain(part.reden), judged, places]


def _rows(rows: Iterable[Any]) -> str:
    return "[\n" + ",\n".join(_json(row) for row in rows) + "\n]"


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
