"""The page of a case: the elements of Moore, the tables of the source, and the partnership scores."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from ...knowledge import tables
from ...knowledge.tables import PartnershipScore, case_model
from ...linking import Catalogue
from ...model import Case
from ...model.fields import Choice, fields_of
from ...model.instrument import Casemodel
from .base import View, of_all, of_item, of_node, view_of


def _model(catalogue: Catalogue, reads: Literal["moore", "partnerschap"]) -> Casemodel | None:
    """What the model says with which this part of a case was read."""
    found = case_model(catalogue, reads)
    return found[1] if found else None


@view_of(Case)
class CaseView(View[Case]):
    """The page of a case."""

    @property
    def depth(self) -> Choice:
        """How much the source says of it: a word and a sentence."""
        return fields_of(Case)["diepte"].choices[self.item.diepte]

    moore = of_item(tables.moore)

    moore_model = of_all(lambda catalogue: _model(catalogue, "moore"))
    programme = of_item(tables.programme)
    findings = of_item(tables.findings)

    partnership_model = of_all(lambda catalogue: _model(catalogue, "partnerschap"))

    @cached_property
    def partnership(self) -> list[PartnershipScore]:
        """The six partnership scores beside the ideal ones."""
        model = self.partnership_model if self.item.partnerschap else None
        return tables.partnership(self.item, model.ideaal if model else None)

    factors = of_node(tables.factors)
