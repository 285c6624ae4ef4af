"""The page of a case: the elements of Moore, the tables of the source, and the partnership scores."""

from __future__ import annotations

from functools import cached_property

from ...knowledge import tables
from ...knowledge.tables import PartnershipScore, case_model
from ...model import Case
from ...model.fields import Choice, fields_of
from ...model.instrument import Casemodel
from .base import View, of_item, of_node, view_of


@view_of(Case)
class CaseView(View[Case]):
    """The page of a case."""

    @property
    def depth(self) -> Choice:
        """How much the source says of it: a word and a sentence."""
        return fields_of(Case)["diepte"].choices[self.item.diepte]

    moore = of_item(tables.moore)

    @cached_property
    def moore_model(self) -> Casemodel | None:
        """What the model of Moore says of cases."""
        found = case_model(self.catalogue, "moore")
        return found[1] if found else None

    programme = of_item(tables.programme)
    findings = of_item(tables.findings)

    @cached_property
    def partnership_model(self) -> Casemodel | None:
        """What the model of partnership says of cases, and the scores of an equal one."""
        found = case_model(self.catalogue, "partnerschap")
        return found[1] if found else None

    @cached_property
    def partnership(self) -> list[PartnershipScore]:
        """The six partnership scores beside the ideal ones."""
        model = self.partnership_model if self.item.partnerschap else None
        return tables.partnership(self.item, model.ideaal if model else None)

    factors = of_node(tables.factors)
