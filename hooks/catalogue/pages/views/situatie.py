"""The page of a situation: which instruments fit, which do not, and in which sentences the cards say so."""

from __future__ import annotations

from functools import cached_property

from ...knowledge.choosing import Side, Spoken, side, spoken_about
from ...linking import Node
from ...model import Keuzevraag, Situatie
from .base import View, view_of


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

    @cached_property
    def fitting(self) -> Side:
        """What speaks for instruments here."""
        return side([one for one in self._spoken if one.is_for])

    @cached_property
    def unfitting(self) -> Side:
        """What speaks against instruments here."""
        return side([one for one in self._spoken if not one.is_for])
