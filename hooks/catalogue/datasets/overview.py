"""``Catalogue`` → the data file of the overview of instruments, when it is too long for one page.

The browser fetches it when somebody filters, sorts or searches, and makes the rows of it that the pages by letter
have: ``theme/assets/js/overzichtsregels.js``. A shorter overview has all of its rows in the page, and needs no file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..knowledge.entries import Entry, entry
from ..letters import data_file, split
from ..linking import Catalogue
from ..markup import plain
from ..model import Instrument
from .writing import to_json


def overview_data(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Path and content of each file."""
    nodes = catalogue.by_title(Instrument)
    if split(nodes, Instrument.kind.section):
        entries = [entry(catalogue, node) for node in nodes]
        yield data_file(Instrument.kind.section), entries_json(entries)


def entries_json(entries: Sequence[Entry]) -> bytes:
    """The names of the traits once, and then a row per entry: id, title, address, summary, facts, and its traits."""
    rows = ",\n".join(to_json(_row(one)) for one in entries)
    return f'{{"kenmerken": {to_json(list(entries[0].traits))}, "regels": [\n{rows}\n]}}\n'.encode()


def _row(one: Entry) -> list[str]:
    node = one.node
    facts = " · ".join(one.facts)
    return [
        node.id,
        node.titel,
        node.address,
        plain(node.samenvatting),
        facts,
        *one.traits.values(),
    ]
