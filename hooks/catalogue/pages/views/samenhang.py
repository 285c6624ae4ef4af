"""The page of how instruments hang together."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from ...knowledge.coherence import (
    Ladder,
    all_relations,
    counted_per_instrument,
    kinds_of_relation,
    ladders,
    relations_by_kind,
)
from ...linking import Link, Node
from ...model import Instrument
from ...model.fields import Choice
from ...model.instrument import Relatie
from ...permalinks import DATA as MOVED
from ...site_pages import COHERENCE
from ..pictures.neighbourhood import name_with_status
from .base import of_all
from .overviews import OverviewView, view_of_page

EXAMPLES = ("ondermijnt", "vereist", "alternatief_voor")
"""The kinds of relation of which readers most need to know, with an example each."""


@view_of_page(COHERENCE)
class SamenhangView(OverviewView):
    """The whole network of instruments."""

    data_file = COHERENCE.data_file
    moved_file = MOVED

    @property
    def words(self) -> dict[str, Choice]:
        """Kind of relation → its words."""
        return kinds_of_relation()

    relations = of_all(all_relations)
    by_kind = of_all(relations_by_kind)

    @property
    def examples(self) -> list[Link[Relatie]]:
        """Pairs to try the check of a mix with: the first of each of these kinds."""
        first = {kind: links[0] for kind, _, links in self.by_kind}
        return [first[kind] for kind in EXAMPLES if kind in first]

    ladders = of_all(ladders)

    def step_names(self, ladder: Ladder) -> list[str]:
        """The names of the steps, with the status of what is not in force."""
        return [name_with_status(step) for step in ladder.steps]

    @cached_property
    def _counted(self) -> list[tuple[Node[Instrument], list[tuple[str, int]]]]:
        return counted_per_instrument(self.catalogue)

    @property
    def connected(self) -> list[tuple[Node[Instrument], list[tuple[str, int]]]]:
        """The instruments with a relation, the most connected first, with what is around them."""
        return [(node, counts) for node, counts in self._counted if counts]

    @property
    def alone(self) -> list[Node[Any]]:
        """The instruments without any relation, by title."""
        return [node for node, counts in self._counted if not counts]
