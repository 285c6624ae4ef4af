"""The page of a situation: which instruments fit, which do not, and in which sentences the cards say so."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ...knowledge.choosing import Spoken, by_instrument, spoken_about
from ...linking import Node
from ...model import Instrument, Keuzevraag, Situatie
from .base import View, view_of


@dataclass(frozen=True)
class Said:
    """What is said for a situation, or against it; what exists comes before what is proposed."""

    sentences: list[tuple[Node[Instrument], list[Spoken]]]
    """Instruments with the sentences that a source or the redactie gives."""
    traits: list[tuple[str, list[Node[Instrument]]]]
    """Sentences that many cards share, as they state a trait, with the instruments that no other sentence names."""

    @property
    def count(self) -> int:
        """How many instruments it is about."""
        return len(
            {*_ids(self.sentences), *(node.id for _, nodes in self.traits for node in nodes)}
        )


def _ids(said: list[tuple[Node[Instrument], list[Spoken]]]) -> list[str]:
    return [node.id for node, _ in said]


@view_of(Situatie)
class SituatieView(View[Situatie]):
    """The page of a situation."""

    @property
    def question(self) -> Node[Keuzevraag]:
        """The question that it answers."""
        return self.catalogue.node(Keuzevraag, self.item.vraag)

    @cached_property
    def _spoken(self) -> list[Spoken]:
        return spoken_about(self.catalogue, self.node_here)

    @property
    def fitting(self) -> Said:
        """What speaks for instruments here."""
        return _said([one for one in self._spoken if one.is_for])

    @property
    def unfitting(self) -> Said:
        """What speaks against instruments here."""
        return _said([one for one in self._spoken if not one.is_for])


def _said(spoken: list[Spoken]) -> Said:
    sentences = by_instrument(one for one in spoken if one.part)
    named = set(_ids(sentences))
    traits: dict[str, list[Node[Instrument]]] = {}
    for one in spoken:
        if one.part is None and one.instrument.id not in named:
            traits.setdefault(one.sentence, []).append(one.instrument)
    return Said(
        sorted(sentences, key=lambda one: _is_not_there(one[0])),
        [(said, sorted(nodes, key=_is_not_there)) for said, nodes in traits.items()],
    )


def _is_not_there(node: Node[Instrument]) -> bool:
    return not node.part.is_in_force
