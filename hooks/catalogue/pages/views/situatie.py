"""The page of a situation: which instruments fit, which do not, and in which sentences the cards say so."""

from __future__ import annotations

from functools import cached_property

from ...knowledge.choosing import Spoken, by_instrument, spoken_about
from ...linking import Node
from ...model import Instrument, Keuzevraag, Situatie
from .base import View, view_of

Said = list[tuple[Node[Instrument], list[Spoken]]]


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
        """Instruments with what is said for them here: those that exist come before those that are proposed."""
        return _existing_first([one for one in self._spoken if one.is_for])

    @property
    def unfitting(self) -> Said:
        """Instruments with what is said against them here."""
        return _existing_first([one for one in self._spoken if not one.is_for])


def _existing_first(spoken: list[Spoken]) -> Said:
    return sorted(by_instrument(spoken), key=lambda one: one[0].part.status != "geldend")
