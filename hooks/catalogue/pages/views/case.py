"""The page of a case: the elements of Moore, the tables of the source, and the partnership scores."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from ...knowledge import tables
from ...knowledge.tables import PartnershipScore, case_model
from ...linking import Link, Node
from ...model import Case, Uitspraak
from ...model.case import Factorbevinding, Programmakenmerk
from ...model.fields import Choice, fields_of
from ...model.instrument import Casemodel
from .base import View, view_of


@view_of(Case)
class CaseView(View[Case]):
    """The page of a case."""

    @property
    def depth(self) -> Choice:
        """How much the source says of it: a word and a sentence."""
        return fields_of(Case)["diepte"].choices[self.item.diepte]

    @property
    def moore(self) -> list[tuple[str, list[Uitspraak]]]:
        """The elements of Moore of which something is said."""
        return tables.moore(self.item)

    @cached_property
    def moore_model(self) -> Casemodel | None:
        """What the model of Moore says of cases."""
        found = case_model(self.catalogue, "moore")
        return found[1] if found else None

    @property
    def programme(self) -> list[tuple[str, Programmakenmerk]]:
        """The rows of tabel 3.1."""
        return tables.programme(self.item)

    @property
    def findings(self) -> list[tuple[str, list[str]]]:
        """The rows of tabel 4.1."""
        return tables.findings(self.item)

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

    @cached_property
    def factors(self) -> list[tuple[Node[Any], list[Link[Factorbevinding]]]]:
        """What the case says of factors, per card."""
        return tables.factors(self.catalogue, self.node_here)
