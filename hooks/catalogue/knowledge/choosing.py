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

from ..linking import Catalogue, Key, LinkField, Node
from ..model import Herkomst, Instrument, Keuzevraag, Situatie
from ..model.base import NaarKnelpunt
from ..model.fields import fields_of, label_of
from ..model.instrument import Keuzezin, Score
from ..model.situatie import Kenmerkregel
from .relations import better_than
from .scales import scales, score_words

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
    return list(
        chain(
            _own(catalogue, node),
            _elsewhere(catalogue, node),
            _traits(catalogue, node),
            _knelpunten(catalogue, node),
        )
    )


def _own(catalogue: Catalogue, node: Node[Instrument]) -> Iterator[Spoken]:
    for is_for, sentences in ((True, node.part.wanneer_wel), (False, node.part.wanneer_niet)):
        for one in sentences:
            if one.situaties:
                yield _sentence(catalogue, node, one, is_for, node)


def _elsewhere(catalogue: Catalogue, node: Node[Instrument]) -> Iterator[Spoken]:
    for link in better_than(catalogue, node):
        if link.part.situaties and link.source.part.status != "voorgesteld":
            yield _sentence(catalogue, node, link.part, True, link.source)


def _sentence(
    catalogue: Catalogue, node: Node[Instrument], one: Keuzezin, is_for: bool, card: Node[Any]
) -> Spoken:
    answers = tuple(catalogue.node(Situatie, id) for id in one.situaties)
    return Spoken(node, answers, is_for, one.als, True, one, card)


def _traits(catalogue: Catalogue, node: Node[Instrument]) -> Iterator[Spoken]:
    for situation in catalogue.nodes_of(Situatie):
        for rule in situation.part.kenmerken:
            if found := _trait(node.part, rule):
                sentence, part = found
                is_for = rule.telt == "voor"
                yield Spoken(node, (situation,), is_for, sentence, False, part, node)


def _trait(card: Instrument, rule: Kenmerkregel) -> tuple[str, Herkomst | None] | None:
    """The sentence that a trait of a card makes, with what names its sources, if the card has the trait."""
    if rule.schaal:
        label, score = next(
            (label, one) for name, label, one in scales(card) if name == rule.schaal
        )
        if score and _lies_within(score, rule):
            return f"{label.capitalize()}: {score_words(score)}. {score.reden}", score
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


def _knelpunten(catalogue: Catalogue, node: Node[Instrument]) -> Iterator[Spoken]:
    for link in catalogue.links_from(node, KNELPUNTEN):
        if link.target.kind == "knelpunt":
            part = link.part
            yield Spoken(node, (link.target,), True, part.reden, False, part, node)


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


def spoken_about(catalogue: Catalogue, answer: Node[Any]) -> list[Spoken]:
    """All that is said of one answer, by the title of the instrument."""
    return [
        one
        for node in catalogue.by_title(Instrument)
        for one in spoken_of(catalogue, node)
        if any(each.key == answer.key for each in one.answers)
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
