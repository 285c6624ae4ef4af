"""A module → questions with one right answer, for a learning platform: from its exercises, or else from its cards.

No question has an answer that we made up: the right one stands on a card, and the wrong ones are what other cards say there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..linking import Catalogue, Node
from ..markup import plain
from ..model import Begrip, Bron, Herkomst, Instrument, Module, Oefening
from ..model.fields import label_of
from ..model.oefening import Invulvraag
from .practising import gap, mixed

MOST_OPTIONS = 4
FEWEST_OPTIONS = 3
"""With fewer answers to choose from, a question drawn from cards is a guess."""


@dataclass(frozen=True)
class Question:
    """A question with its answers, shuffled but always in the same order."""

    text: str
    right: str
    options: list[str]
    why: str
    """What is said afterwards, with the source."""


def quiz(catalogue: Catalogue, module: Node[Module]) -> list[Question]:
    """The questions of a module; none when nothing in it makes any."""
    links = catalogue.links_to(module, "oefening.module")
    exercises = [question for link in links for question in _of_exercise(catalogue, link.source)]
    return exercises or [*_concepts(catalogue, module), *_cards(catalogue, module)]


def _of_exercise(catalogue: Catalogue, node: Node[Oefening]) -> Iterator[Question]:
    names = {
        one.instrument: catalogue.node(Instrument, one.instrument).titel
        for one in node.part.koppels
    }
    for one in node.part.koppels:
        text = f"Welk instrument past hierbij? {plain(one.situatie)}"
        why = f"{plain(one.omdat.tekst)} {_places(catalogue, one.omdat)}"
        yield from _question(text, names[one.instrument], names.values(), why)
    for hidden in node.part.aanvullingen:
        yield from _gap(catalogue, hidden)


def _gap(catalogue: Catalogue, part: Invulvraag) -> Iterator[Question]:
    hidden = gap(catalogue, part)
    title = hidden.card.titel
    said = {one.card.id: one.text for one in hidden.options}
    if right := said.get(part.instrument):
        text = f"Wat staat er op de kaart “{title}” onder “{label_of(part, 'veld')}”?"
        yield from _question(text, right, said.values(), f"Zo staat het op de kaart “{title}”.")


def _concepts(catalogue: Catalogue, module: Node[Module]) -> Iterator[Question]:
    """Which concept has this definition? Not where the definition says the word."""
    concepts: list[Node[Begrip]] = _used(catalogue, module, "begrippen")
    for node in concepts:
        said = plain(node.part.definitie.tekst)
        if not _gives_away(node, said):
            why = _places(catalogue, node.part.definitie)
            yield from _drawn(f"Welk begrip is dit? {said}", node, concepts, why)


def _cards(catalogue: Catalogue, module: Node[Module]) -> Iterator[Question]:
    """Which instrument is this? Not where the summary says the name."""
    cards: list[Node[Instrument]] = _used(catalogue, module, "instrumenten")
    for node in cards:
        said = plain(node.samenvatting)
        if not _gives_away(node, said):
            why = f"Dit staat op de kaart “{node.titel}”."
            yield from _drawn(f"Welk instrument is dit? {said}", node, cards, why)


def _used(catalogue: Catalogue, module: Node[Module], field: str) -> list[Node[Any]]:
    links = catalogue.links_from(module, field)
    return list({link.target.id: link.target for link in links}.values())


def _gives_away(node: Node[Instrument] | Node[Begrip], said: str) -> bool:
    """Whether the text holds a word of the name that is long enough to know it by."""
    words = [word for word in node.titel.casefold().split() if len(word) > 4] or [node.titel]
    return any(word.casefold() in said.casefold() for word in words)


def _drawn(
    text: str,
    node: Node[Instrument] | Node[Begrip],
    others: Sequence[Node[Instrument] | Node[Begrip]],
    why: str,
) -> Iterator[Question]:
    """A question whose wrong answers are drawn from the other names, each time the same."""
    if len(others) < FEWEST_OPTIONS:
        return
    names = {one.titel for one in others if one != node}
    wrong = mixed(names, lambda name: f"{node.id} {name}")[: MOST_OPTIONS - 1]
    yield from _question(text, node.titel, [node.titel, *wrong], why)


def _question(text: str, right: str, options: Iterable[str], why: str) -> Iterator[Question]:
    """The question, if there is something to choose."""
    known = mixed(set(filter(None, options)), lambda option: f"{text} {option}")
    if len(known) > 1:
        yield Question(text, right, known, why.strip())


def _places(catalogue: Catalogue, part: Herkomst) -> str:
    named = [f"{catalogue.node(Bron, bron).titel}, {plaats}" for bron, plaats in part.places]
    return f"Bron: {'; '.join(named)}." if named else "Dit is een oordeel van de redactie."
