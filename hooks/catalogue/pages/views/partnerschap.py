"""The Partnerschapsmeter: the six questions in the order of the model, and the profiles to lay beside the answers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ...dutch import capital
from ...knowledge.tables import EQUAL, case_model, partnership_questions, profiles
from ...linking import Node
from ...model import Instrument, Partnerschapsvraag
from ...model.base import Partnerschap
from ...model.fields import fields_of
from ...model.instrument import Casemodel
from .base import of_all
from .overviews import OverviewView, overview_of


@dataclass(frozen=True)
class MeterQuestion:
    """A question as the page asks it."""

    number: int
    node: Node[Partnerschapsvraag]
    title: str
    """In a few words, as the score is called elsewhere."""
    ends: str
    """What the ends of the scale mean, in a few words."""
    equal: int | None
    """The score of an equal partnership."""


@overview_of(Partnerschapsvraag)
class PartnerschapView(OverviewView):
    """The questions, which stand on this page themselves, with the profiles."""

    @cached_property
    def questions(self) -> list[MeterQuestion]:
        """The questions, in the order of the scores."""
        nodes = partnership_questions(self.catalogue)
        return [self._question(number, node) for number, node in enumerate(nodes, 1)]

    @property
    def axes(self) -> list[str]:
        """What the six scores are called, in their order."""
        return [question.title for question in self.questions]

    def _question(self, number: int, node: Node[Partnerschapsvraag]) -> MeterQuestion:
        field = fields_of(Partnerschap)[node.part.score]
        equal = next((one for one in self.profiles if one.id == EQUAL), None)
        return MeterQuestion(
            number,
            node,
            capital(field.label),
            field.about.note,
            equal.scores[field.name] if equal else None,
        )

    profiles = of_all(profiles)

    @cached_property
    def model(self) -> tuple[Node[Instrument], Casemodel] | None:
        """The card of the model, and what it says of itself."""
        return case_model(self.catalogue, "partnerschap")
