"""``Catalogue`` → ``data/keuzenotitie.json``: what a keuzenotitie says besides what ``data/keuze.json`` holds.

Sources stand in it once; the rest names them by their place in that list:

- ``datum``: the newest date in the data;
- ``bronnen``: title with year, and address;
- ``vragen``: title of each question of the Beleidskompas, what its writer adds, and the instruments that help with it;
- ``nuloptie``: statements on doing nothing: text, whether it is a plan or a proposal, whether it is a judgement of
  ours, and its places in sources;
- ``schalen``: the names of the scales;
- ``instrumenten``: by id the summary, the day of the last review, and of each scale its words and places, if it has a
  score.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ..dutch import capital, dutch_date
from ..knowledge.compass import compass_questions, doing_nothing
from ..knowledge.scales import scales, score_words
from ..linking import Catalogue, Node
from ..markup import plain
from ..model import Bron, Herkomst, Instrument, Kompasvraag, Uitspraak
from ..model.fields import fields_of

FILE = "data/keuzenotitie.json"


def memo_data(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Path and content of the file, if there are questions to write a memo by."""
    if catalogue.count(Kompasvraag):
        yield FILE, _Memo(catalogue).json()


class _Memo:
    """The data in the making: its sources, numbered in the order in which they are first named."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._sources: dict[str, int] = {}

    def json(self) -> bytes:
        """The content of the file, with a card to a line, so that what changed shows."""
        cards = self._catalogue.by_title(Instrument)
        content = {
            "datum": dutch_date(self._catalogue.newest_date),
            "vragen": [self._question(node) for node in compass_questions(self._catalogue)],
            "nuloptie": [self._statement(one) for one in doing_nothing(self._catalogue)],
            "schalen": [capital(label) for _, label, _ in scales(cards[0].part)] if cards else [],
        }
        rows = ",\n".join(f"{_json(node.id)}: {_json(self._card(node))}" for node in cards)
        # Only now all sources are known.
        sources = [self._source(id) for id in self._sources]
        head = _json(content | {"bronnen": sources})
        return f'{head[:-1]},"instrumenten": {{\n{rows}\n}}}}\n'.encode()

    def _question(self, node: Node[Kompasvraag]) -> list[Any]:
        helpers = self._catalogue.links_from(node, "instrumenten")
        shown = [[one.target.id, one.reden, self._places(one.part)] for one in helpers]
        return [node.titel, [plain(line) for line in node.part.zelf], shown]

    def _statement(self, one: Uitspraak) -> list[Any]:
        explained = fields_of(Uitspraak)["stand"].choices[one.stand].explained if one.stand else ""
        return [plain(one.tekst), explained, one.is_redactie, self._places(one)]

    def _card(self, node: Node[Instrument]) -> list[Any]:
        scored = [
            [score_words(score), self._places(score)] if score else []
            for _, _, score in scales(node.part)
        ]
        return [plain(node.part.samenvatting), dutch_date(node.part.beoordeeld_op), scored]

    def _source(self, id: str) -> list[str]:
        node = self._catalogue.node(Bron, id)
        return [f"{node.titel} ({node.part.verschenen})", node.address]

    def _places(self, part: Herkomst) -> list[list[Any]]:
        return [
            [self._sources.setdefault(bron, len(self._sources)), plaats]
            for bron, plaats in part.places
        ]


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
