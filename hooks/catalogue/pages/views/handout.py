"""The page of a handout: its sheets as they are printed, with what they take from cards."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ...knowledge.choosing import asked
from ...knowledge.extracts import Extract, extract
from ...knowledge.learning_line import modules_with
from ...linking import Node
from ...model import Handout, Keuzevraag, Situatie
from ...model.handout import Vel
from .base import View, of_node, view_of


@dataclass(frozen=True)
class Printed:
    """A sheet, or one card of several on a sheet."""

    part: Vel
    extracts: list[Extract]
    questions: list[tuple[Node[Keuzevraag], list[Node[Situatie]]]]


@view_of(Handout)
class HandoutView(View[Handout]):
    """The page of a handout."""

    @cached_property
    def sheets(self) -> list[Printed]:
        """The sheets in order, filled."""
        return [
            Printed(
                one,
                [extract(self.catalogue, drawn) for drawn in one.uittreksels],
                asked(self.catalogue, one.keuzevragen),
            )
            for one in self.item.vellen
        ]

    @property
    def cards(self) -> list[Node[Any]]:
        """The cards of which the sheets show something, each once."""
        shown = (one.card for sheet in self.sheets for one in sheet.extracts)
        return list({node.key: node for node in shown}.values())

    modules = of_node(modules_with)
