"""``Catalogue`` → ``data/keuze.json``: what the keuzehulp decides by, and nothing that it does not show.

Names stand in it once. A sentence names answers, sources and cards by their place in these lists:

- ``antwoorden``: id, sort (``situatie`` or ``knelpunt``), title, address, and of a situation the place of its question;
- ``vragen``: id, title, and whether more than one answer goes;
- ``bronnen``: title with year, and address;
- ``instrumenten``: id, title, address, status where it does not apply (yet), what is known of its effect, how many
  evaluations and cases there are, and its sentences: text, what it does (``sentences.sort_of``), answers, places in sources,
  card where that is another.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..knowledge.choosing import Spoken, questions, spoken_of
from ..knowledge.survey import by_decentral_score
from ..linking import Catalogue, Node
from ..markup import plain
from ..model import Instrument, Knelpunt, Situatie
from .sentences import is_judgement, sort_of, words_of
from .writing import SourceNumbers, json_file, json_rows

FILE = "data/keuze.json"


def choice_data(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Path and content of the file, if there are situations to choose by."""
    if catalogue.count(Situatie):
        yield FILE, _Choice(catalogue).json()


class _Choice:
    """The data in the making: what it names, numbered in the order in which it is first named."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._sources = SourceNumbers(catalogue)
        self._cards = catalogue.by_title(Instrument)
        self._card_places = {node.id: n for n, node in enumerate(self._cards)}
        self._questions = questions(catalogue)
        answers: list[Node[Any]] = [node for _, nodes in self._questions for node in nodes]
        self._answers = [*answers, *by_decentral_score(catalogue)]
        self._answer_places = {node.key: n for n, node in enumerate(self._answers)}

    def json(self) -> bytes:
        """The content of the file."""
        cards = [self._card(node) for node in self._cards]
        content = {
            "vragen": [
                [node.id, node.titel, node.part.antwoorden == "meer"] for node, _ in self._questions
            ],
            "antwoorden": [self._answer(node) for node in self._answers],
            "bronnen": self._sources.rows(),
            "instrumenten": cards,
        }
        return json_file({name: json_rows(rows) for name, rows in content.items()})

    def _answer(self, node: Node[Situatie] | Node[Knelpunt]) -> list[Any]:
        own = [node.id, node.kind, node.titel, node.address]
        asked = [question.id for question, _ in self._questions]
        part = node.part
        return [*own, asked.index(part.vraag)] if isinstance(part, Situatie) else own

    def _card(self, node: Node[Instrument]) -> list[Any]:
        card = node.part
        cases = {link.source.id for link in self._catalogue.links_to(node, "case.instrumenten")}
        effect = [[plain(one.tekst), self._sources.places(one)] for one in card.evaluaties[:1]]
        sentences = [self._sentence(node, one) for one in spoken_of(self._catalogue, node)]
        return [
            node.id,
            node.titel,
            node.address,
            card.beside,
            effect,
            len(card.evaluaties),
            len(cases),
            sentences,
        ]

    def _sentence(self, node: Node[Instrument], one: Spoken) -> list[Any]:
        answers = [self._answer_places[answer.key] for answer in one.answers]
        row = [
            words_of(one),
            sort_of(one),
            answers,
            self._sources.places(one.part),
            is_judgement(one),
        ]
        return row if one.card.id == node.id else [*row, self._card_places[one.card.id]]
