"""The page of a bouwsteen."""

from __future__ import annotations

from itertools import groupby
from typing import cast

from ..linking import Node
from ..model import (
    Aanbeveling,
)
from .base import AdviceView


class BouwsteenView(AdviceView):
    """The page of a bouwsteen."""

    @property
    def headings(self) -> list[tuple[str | None, list[Node]]]:
        """The recommendations, per heading of the report."""
        return [
            (heading, list(group))
            for heading, group in groupby(self.advice, key=lambda n: cast(Aanbeveling, n.part).kop)
        ]
