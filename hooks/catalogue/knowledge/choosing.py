"""The cards → what they say of the answers that a chooser gives: for or against, in which sentence, with which source.

An answer is a situation or a knelpunt. Four things speak of an answer, and nothing else decides:

- a sentence on the card itself: *kies dit als …*, or *kies iets anders als …*;
- such a sentence on another card that sends the reader here; what is only proposed sends nobody, as its sentences say
  what to do as long as it is not there;
- a trait of the card that the situation counts as a sentence (``Kenmerkregel``);
- a link from the card to the knelpunt.

What a card does not mention speaks neither for nor against.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, Literal

from ..dutch import capital
from ..linking import Catalogue, Key, LinkField, Node
from ..model import Herkomst, Instrument, Keuzevraag, Situatie
from ..model.base import NaarKnelpunt
from ..model.fields import fields_of, label_of
from ..model.instrument import Keuzezin, Score, Scores
from ..model.situatie import Kenmerkregel
from .relations import better_than
from .scales import score_words

KNELPUNTEN = LinkField(Instrument, "knelpunten", NaarKnelpunt)


@dataclass(frozen=True)
class Spoken:
    """What is said of an instrument in one sentence, and of which answers it speaks."""

    instrument: Node[Instrument]
    answers: tuple[Node[Any], ...]
    """Situations, or a knelpunt."""
    is_for: bool
    sentence: str
    """Small Markdown: a whole sentence, or after *als* what follows it."""
    completes: bool
    """Whether it completes *kies dit als …* or *kies iets anders als …*."""
    part: Herkomst | None
    """What names the sources; none for a trait that the card itself states."""
    card: Node[Instrument]
    """The card on which it stands: another than the instrument, when that sends the reader here."""


def spoken_of(catalogue: Catalogue, node: Node[Instrument]) -> list[Spoken]:
    """All that is said of one instrument: its own sentences first, then those of others, its traits and its knelpunten."""
    situations = catalogue.nodes_of(Situatie)
    return [*on_situations(catalogue, node, situations), *on_links(catalogue, node, KNELPUNTEN)]


def on_situations(
    catalogue: Catalogue, node: Node[Instrument], situations: Iterable[Node[Situatie]]
) -> Iterator[Spoken]:
    """What is said of an instrument that is about some of these situations."""
    wanted = {one.id: one for one in situations}
    for one, is_for, card in chain(_own(node), _elsewhere(catalogue, node)):
        if any(id in wanted for id in one.situaties):
            answers = tuple(catalogue.node(Situatie, id) for id in one.situaties)
            yield Spoken(node, answers, is_for, one.als, True, one, card)
    for situation in wanted.values():
        for rule in situation.part.kenmerken:
            if found := _trait(node.part, rule):
                sentence, part = found
                yield Spoken(node, (situation,), rule.telt == "voor", sentence, False, part, node)


def on_links(
    catalogue: Catalogue, node: Node[Instrument], field: LinkField[Any]
) -> Iterator[Spoken]:
    """What the links in one field of a card say for it: of the knelpunten that it helps with, of its bouwstenen."""
    for link in catalogue.links_from(node, field):
        yield Spoken(node, (link.target,), True, link.part.reden, False, link.part, node)


_Sentence = tuple[Keuzezin, bool, Node[Instrument]]
"""A sentence, whether it is for the instrument, and the card on which it stands."""


def _own(node: Node[Instrument]) -> Iterator[_Sentence]:
    yield from ((one, True, node) for one in node.part.wanneer_wel)
    yield from ((one, False, node) for one in node.part.wanneer_niet)


def _elsewhere(catalogue: Catalogue, node: Node[Instrument]) -> Iterator[_Sentence]:
    for link in better_than(catalogue, node):
        if link.source.part.status != "voorgesteld":
            yield link.part, True, link.source


def _trait(card: Instrument, rule: Kenmerkregel) -> tuple[str, Herkomst | None] | None:
    """The sentence that a trait of a card makes, with what names its sources, if the card has the trait."""
    if rule.schaal:
        score: Score | None = getattr(card.scores, rule.schaal)
        if score and _lies_within(score, rule):
            label = capital(fields_of(Scores)[rule.schaal].label)
            return f"{label}: {score_words(score)}. {score.reden}", score
        return None
    if rule.fase and rule.fase in card.fase:
        return f"De kaart hoort bij de fase {rule.fase}.", None
    if rule.bestuurslaag and rule.bestuurslaag in card.bestuurslagen:
        layer = fields_of(Instrument)["bestuurslagen"].choices[rule.bestuurslaag].label
        return f"De kaart noemt wie meedoen, en daar hoort bij: {layer}.", None
    if rule.status and rule.status == card.status:
        return f"Op de kaart staat als status: {label_of(card, 'status')}.", None
    return None


def _lies_within(score: Score, rule: Kenmerkregel) -> bool:
    """Whether a score lies between the bounds of a rule; of a range both ends must."""
    return score.lowest >= (rule.vanaf or 1) and score.highest <= (rule.tot or 5)


Verdict = Literal["past", "deels", "niet", "onbekend"]


@dataclass(frozen=True)
class Weighed:
    """What is said of an instrument at some answers, and what follows from it; ``keuze.js`` weighs in the same way."""

    instrument: Node[Instrument]
    spoken_for: list[Spoken]
    spoken_against: list[Spoken]

    @property
    def verdict(self) -> Verdict:
        """Whether it fits: silence is no verdict."""
        if self.spoken_for:
            return "deels" if self.spoken_against else "past"
        return "niet" if self.spoken_against else "onbekend"


def weigh(catalogue: Catalogue, node: Node[Instrument], answers: Collection[Key]) -> Weighed:
    """What is said of an instrument at these answers."""
    holds = [
        one
        for one in spoken_of(catalogue, node)
        if any(answer.key in answers for answer in one.answers)
    ]
    spoken_for = [one for one in holds if one.is_for]
    return Weighed(node, spoken_for, [one for one in holds if not one.is_for])


def questions(catalogue: Catalogue) -> list[tuple[Node[Keuzevraag], list[Node[Situatie]]]]:
    """The questions in order, each with the situations that answer it in order."""
    asked = sorted(catalogue.nodes_of(Keuzevraag), key=lambda node: node.part.nummer)
    answers = sorted(catalogue.nodes_of(Situatie), key=lambda node: node.part.nummer)
    return [(one, [node for node in answers if node.part.vraag == one.id]) for one in asked]


def asked(
    catalogue: Catalogue, ids: Collection[str]
) -> list[tuple[Node[Keuzevraag], list[Node[Situatie]]]]:
    """Some of the questions, in order, with their answers."""
    return [one for one in questions(catalogue) if one[0].id in ids]


def spoken_about(catalogue: Catalogue, situation: Node[Situatie]) -> list[Spoken]:
    """All that is said of one situation, by the title of the instrument."""
    return [
        one
        for node in catalogue.by_title(Instrument)
        for one in on_situations(catalogue, node, [situation])
    ]


@dataclass(frozen=True)
class Side:
    """What is said for a situation, or against it; what exists comes before what is proposed."""

    sentences: list[tuple[Node[Instrument], list[Spoken]]]
    """Instruments with the sentences that a source or the redactie gives."""
    traits: list[tuple[str, list[Node[Instrument]]]]
    """Sentences that many cards share, as they state a trait, with the instruments that no other sentence names."""

    @property
    def count(self) -> int:
        """How many instruments it is about."""
        named = {node.id for node, _ in self.sentences}
        return len(named | {node.id for _, nodes in self.traits for node in nodes})


def side(spoken: list[Spoken]) -> Side:
    """Sentences that all speak for a situation, or all against it, as a reader wants them."""
    sentences = _by_instrument(one for one in spoken if one.part)
    named = {node.id for node, _ in sentences}
    traits: dict[str, list[Node[Instrument]]] = {}
    for one in spoken:
        if one.part is None and one.instrument.id not in named:
            traits.setdefault(one.sentence, []).append(one.instrument)
    return Side(
        sorted(sentences, key=lambda one: _is_not_there(one[0])),
        [(said, sorted(nodes, key=_is_not_there)) for said, nodes in traits.items()],
    )


def _is_not_there(node: Node[Instrument]) -> bool:
    return not node.part.is_in_force


def _by_instrument(spoken: Iterable[Spoken]) -> list[tuple[Node[Instrument], list[Spoken]]]:
    """Sentences by the instrument that they are about, in the order in which these come first."""
    found: dict[str, tuple[Node[Instrument], list[Spoken]]] = {}
    for one in spoken:
        found.setdefault(one.instrument.id, (one.instrument, []))[1].append(one)
    return list(found.values())


FEWEST_FOR, FEWEST_AGAINST, FEWEST_SITUATIONS = 2, 1, 2
"""With fewer, a question leaves nothing to choose from, or an instrument is hardly ever reached."""


@dataclass(frozen=True)
class Thin:
    """An item of which too little is said to choose by."""

    node: Node[Any]
    field: str
    message: str


def thin(catalogue: Catalogue) -> Iterator[Thin]:
    """Situations with too few instruments for or against them, and instruments that speak of too few situations."""
    speakers: dict[tuple[str, bool], set[str]] = defaultdict(set)
    for node in catalogue.nodes_of(Instrument):
        spoken_situations = set()
        for one in spoken_of(catalogue, node):
            for answer in one.answers:
                speakers[answer.id, one.is_for].add(node.id)
                if answer.kind == Situatie.kind.name:
                    spoken_situations.add(answer.id)
        if len(spoken_situations) < FEWEST_SITUATIONS:
            said = f"de zinnen gaan samen over {len(spoken_situations)} van de minstens {FEWEST_SITUATIONS} situaties; noem ze bij `situaties`"
            yield Thin(node, "wanneer_wel", said)
    for situation in catalogue.nodes_of(Situatie):
        for_it, against = (len(speakers[situation.id, is_for]) for is_for in (True, False))
        if for_it < FEWEST_FOR or against < FEWEST_AGAINST:
            said = f"{for_it} instrumenten spreken hiervoor en {against} ertegen; minstens {FEWEST_FOR} en {FEWEST_AGAINST} is nodig om te kunnen kiezen"
            yield Thin(situation, "id", said)
