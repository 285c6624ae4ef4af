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

from collections.abc import Iterator
from typing import Any

from ..dutch import capital, dutch_date
from ..knowledge.compass import compass_questions, doing_nothing
from ..knowledge.scales import scales, score_words
from ..linking import Catalogue, Node
from ..markup import plain
from ..model import Instrument, Kompasvraag, Uitspraak
from .writing import SourceNumbers, to_json

FILE = "data/keuzenotitie.json"


def memo_data(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Path and content of the file, if there are questions to write a memo by."""
    if catalogue.count(Kompasvraag):
        yield FILE, _Memo(catalogue).json()


class _Memo:
    """The data in the making: its sources, numbered in the order in which they are first named."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._sources = SourceNumbers(catalogue)

    def json(self) -> bytes:
        """The content of the file, with a card to a line, so that what changed shows."""
        cards = self._catalogue.by_title(Instrument)
        content = {
            "datum": dutch_date(self._catalogue.newest_date),
            "vragen": [self._question(node) for node in compass_questions(self._catalogue)],
            "nuloptie": [self._statement(one) for one in doing_nothing(self._catalogue)],
            "schalen": [capital(label) for _, label, _ in scales(cards[0].part)] if cards else [],
        }
        rows = ",\n".join(f"{to_json(node.id)}: {to_json(self._card(node))}" for node in cards)
        # Only now all sources are known.
        head = to_json(content | {"bronnen": self._sources.rows()})
        return f'{head[:-1]},"instrumenten": {{\n{rows}\n}}}}\n'.encode()

    def _question(self, node: Node[Kompasvraag]) -> list[Any]:
        helpers = self._catalogue.links_from(node, "instrumenten")
        shown = [[one.target.id, one.reden, self._sources.places(one.part)] for one in helpers]
        return [node.titel, [plain(line) for line in node.part.zelf], shown]

    def _statement(self, one: Uitspraak) -> list[Any]:
        return [plain(one.tekst), one.tense, one.is_redactie, self._sources.places(one)]

    def _card(self, node: Node[Instrument]) -> list[Any]:
        scored = [
            [score_words(score), self._sources.places(score)] if score else []
            for _, _, score in scales(node.part)
        ]
        return [plain(node.part.samenvatting), dutch_date(node.part.beoordeeld_op), scored]
