"""The page of an exercise: its questions, and its answers as the cards and cases give them."""

from __future__ import annotations

from functools import cached_property

from ...knowledge.practising import Gap, Pick, gap, pick, shuffled
from ...knowledge.tables import Profile, partnership_questions, profiles
from ...linking import Node
from ...model import Case, Instrument, Module, Oefening, Partnerschapsvraag
from ...model.fields import Choice, fields_of
from ...model.oefening import Invulvraag, OefenStap
from .base import View, view_of
from .overviews import OverviewView, overview_of


@view_of(Oefening)
class OefeningView(View[Oefening]):
    """The page of an exercise."""

    @property
    def module(self) -> Node[Module]:
        """The module that it belongs to."""
        return self.catalogue.node(Module, self.item.module)

    @cached_property
    def cards(self) -> list[Node[Instrument]]:
        """Of matching: the instruments to match, by title."""
        ids = {one.instrument for one in self.item.koppels}
        return [node for node in self.catalogue.by_title(Instrument) if node.id in ids]

    @cached_property
    def steps(self) -> list[tuple[int, OefenStap]]:
        """Of ordering: the steps in another order, each with its right place."""
        return shuffled(list(enumerate(self.item.stappen, 1)), lambda step: step[1].naam)

    @cached_property
    def gaps(self) -> list[Gap]:
        """Of completing: the hidden fields."""
        return [gap(self.catalogue, one) for one in self.item.aanvullingen]

    def field(self, part: Invulvraag) -> Choice:
        """What a hidden field is called."""
        return fields_of(Invulvraag)["veld"].choices[part.veld]

    @cached_property
    def picks(self) -> list[Pick]:
        """Of choosing: what there is to choose from."""
        return [pick(self.catalogue, one) for one in self.item.kiesvragen]

    @cached_property
    def case(self) -> Node[Case] | None:
        """Of scoring: the case."""
        return self.catalogue.node(Case, self.item.case) if self.item.case else None

    @cached_property
    def scores(self) -> list[tuple[Node[Partnerschapsvraag], int]]:
        """Of scoring: each question with the score that the source gives, in the order of the scores."""
        scored: Profile = next(one for one in profiles(self.catalogue) if one.case is self.case)
        asked = partnership_questions(self.catalogue)
        return [(one, scored.scores[one.part.score]) for one in asked]


@overview_of(Oefening)
class OefeningenView(OverviewView):
    """The overview of exercises, by module."""

    splits = False

    @cached_property
    def exercises(self) -> list[tuple[Node[Oefening], Node[Module]]]:
        """The exercises with their module, in teaching order and then by title."""
        found = [
            (node, self.catalogue.node(Module, node.part.module))
            for node in self.catalogue.by_title(Oefening)
        ]
        return sorted(found, key=lambda one: one[1].part.nummer)
