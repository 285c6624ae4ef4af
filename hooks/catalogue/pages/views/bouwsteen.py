"""The page of a bouwsteen."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from ...linking import Node
from ...model import Bouwsteen
from .base import View, view_of


@view_of(Bouwsteen)
class BouwsteenView(View[Bouwsteen]):
    """The page of a bouwsteen."""

    @property
    def headings(self) -> list[tuple[str | None, list[Node[Any]]]]:
        """The recommendations, per heading of the report."""
        return [
            (heading, list(group))
            for heading, group in groupby(self.advice, key=lambda node: node.part.kop)
        ]
