"""``Catalogue`` → the data with which the browser checks a mix of instruments: ``theme/assets/js/mix.js``.

Names of instruments and sources stand in it once; a relation is a row that names them by id.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..knowledge.coherence import all_relations, kinds_of_relation
from ..linking import Catalogue, Link, Node
from ..markup import plain
from ..model import Bron, Instrument
from ..model.instrument import Relatie
from ..site_pages import COHERENCE
from .writing import json_file, json_rows, source_row


def coherence_data(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Path and content of the file."""
    links = all_relations(catalogue)
    cited = {bron for link in links for bron, _ in link.part.places}
    words = kinds_of_relation().items()
    sources = (node for node in catalogue.by_title(Bron) if node.id in cited)
    content = {
        "soorten": [[sort, choice.label, choice.inverse] for sort, choice in words],
        "instrumenten": [_instrument(node) for node in catalogue.by_title(Instrument)],
        "bronnen": [[node.id, *source_row(node)] for node in sources],
        "relaties": [_relation(link) for link in links],
    }
    parts = {name: json_rows(rows) for name, rows in content.items()}
    yield COHERENCE.data_file, json_file(parts)


def _instrument(node: Node[Instrument]) -> list[str]:
    """Id, title, address, and the status that stands beside the name of what is not in force."""
    return [node.id, node.titel, node.address, node.part.beside]


def _relation(link: Link[Relatie]) -> list[Any]:
    """From, kind, to, why, whether that is a judgement of ours, and the places in sources."""
    part = link.part
    judged = int(part.is_redactie)
    return [link.source.id, part.soort, link.target.id, plain(part.reden), judged, part.places]
