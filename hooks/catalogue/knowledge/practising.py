"""An exercise → its questions and answers as the cards and cases give them, and what would keep anyone from doing it.

An exercise holds as little text of its own as it can. What a card says is read from the card, and what fits a situation is
what the keuzehulp says of it (``choosing``): so an exercise never says something else than the cards do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar

from ..linking import Catalogue, Node
from ..markup import plain
from ..model import Case, Herkomst, Instrument, Oefening, Situatie
from ..model.case import Inzet
from ..model.oefening import Invulvraag, Kiesvraag, Koppelvraag
from .choosing import Weighed, weigh
from .teaching import LessonFault

T = TypeVar("T")


def mixed(things: Iterable[T], name: Callable[[T], str]) -> list[T]:
    """The things in an order that says nothing, and is always the same."""
    return sorted(things, key=lambda one: sha256(name(one).encode()).digest())


def shuffled(things: Sequence[T], name: Callable[[T], str]) -> list[T]:
    """The same, but in another order than they stand in."""
    found = mixed(things, name)
    return found if found != list(things) else [*found[1:], *found[:1]]


@dataclass(frozen=True)
class Answer:
    """What a card says in one field."""

    card: Node[Instrument]
    text: str
    """Without markup."""
    part: Herkomst | None
    """What names its sources; none for the summary, that is of the redactie."""


def said_by(card: Node[Instrument], field: str) -> Answer | None:
    """What a card says in a field that an exercise may hide: of a list the first sentence."""
    if field == "samenvatting":
        return Answer(card, plain(card.part.samenvatting), None)
    if field in ("wanneer_wel", "wanneer_niet"):
        sentences = getattr(card.part, field)
        return Answer(card, plain(sentences[0].als), sentences[0]) if sentences else None
    statement = getattr(card.part.kenmerken, field)
    return Answer(card, plain(statement.tekst), statement) if statement else None


@dataclass(frozen=True)
class Gap:
    """A hidden field with what may stand in it."""

    card: Node[Instrument]
    part: Invulvraag
    options: list[Answer]
    """What this card and the others say in that field, shuffled."""


def gap(catalogue: Catalogue, part: Invulvraag) -> Gap:
    """The question that a hidden field makes."""
    ids = (part.instrument, *part.afleiders)
    cards = [catalogue.node(Instrument, id) for id in ids]
    said = [one for card in cards if (one := said_by(card, part.veld))]
    options = shuffled(said, lambda one: f"{part.instrument} {part.veld} {one.card.id}")
    return Gap(cards[0], part, options)


@dataclass(frozen=True)
class Pick:
    """Situations with instruments to choose from, each with what the keuzehulp says of it there."""

    part: Kiesvraag
    answers: list[Node[Situatie]]
    weighed: list[Weighed]


def pick(catalogue: Catalogue, part: Kiesvraag) -> Pick:
    """The question that a choice within constraints makes."""
    answers = [catalogue.node(Situatie, id) for id in part.antwoorden]
    keys = {answer.key for answer in answers}
    cards = [catalogue.node(Instrument, id) for id in part.keuzes]
    return Pick(part, answers, [weigh(catalogue, card, keys) for card in cards])


def faults(catalogue: Catalogue, exercise: Oefening) -> Iterator[LessonFault]:
    """All that would keep anyone from doing an exercise."""
    for n, match in enumerate(exercise.koppels):
        yield from _match(catalogue, match, n)
    for n, hidden in enumerate(exercise.aanvullingen):
        yield from _hidden(catalogue, hidden, n)
    for n, choice in enumerate(exercise.kiesvragen):
        verdicts = {one.verdict for one in pick(catalogue, choice).weighed}
        if "past" not in verdicts or verdicts == {"past"}:
            said = (
                "volgens de kaarten past hier alles of niets; kies andere `antwoorden` of `keuzes`"
            )
            yield LessonFault(("kiesvragen", n, "keuzes"), said)
    if exercise.case and not catalogue.node(Case, exercise.case).part.partnerschap:
        yield LessonFault(("case",), "dit praktijkvoorbeeld heeft geen scores voor partnerschap")


def _match(catalogue: Catalogue, match: Koppelvraag, n: int) -> Iterator[LessonFault]:
    """What comes from a case, is an instrument of that case."""
    if match.case is None:
        return
    used: list[Inzet] = catalogue.node(Case, match.case).part.instrumenten
    if match.instrument not in {one.instrument for one in used}:
        said = f"dit instrument staat niet bij de instrumenten van “{match.case}”"
        yield LessonFault(("koppels", n, "instrument"), said)


def _hidden(catalogue: Catalogue, hidden: Invulvraag, n: int) -> Iterator[LessonFault]:
    """Each card says something in the field, which is not said twice and does not give away whose it is."""
    ids = (hidden.instrument, *hidden.afleiders)
    seen: set[str] = set()
    for place, id in enumerate(ids):
        where = ("instrument",) if place == 0 else ("afleiders", place - 1)
        card = catalogue.node(Instrument, id)
        said = said_by(card, hidden.veld)
        fault = ""
        if said is None:
            fault = f"op de kaart “{id}” is het veld “{hidden.veld}” leeg"
        elif said.text in seen:
            fault = f"de kaart “{id}” zegt in het veld “{hidden.veld}” wat al een antwoord is"
        elif card.titel.casefold() in said.text.casefold():
            fault = f"het veld “{hidden.veld}” noemt de naam van zijn kaart, “{card.titel}”, en verraadt het antwoord"
        if fault:
            yield LessonFault(("aanvullingen", n, *where), fault)
        seen.add(said.text if said else "")
