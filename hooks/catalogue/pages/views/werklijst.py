"""The page of what editors can do next."""

from __future__ import annotations

from functools import cached_property

from ... import letters
from ...knowledge.facets import FacetOptions
from ...knowledge.worklist import (
    REVIEW,
    SORTS,
    Work,
    WorkEntry,
    WorkSort,
    worklist,
    worklist_facets,
)
from ...site_pages import WORKLIST
from .base import of_all
from .overviews import OverviewView, view_of_page


@view_of_page(WORKLIST)
class WerklijstView(OverviewView):
    """The list of what is due, lacking or doubtful, the first day first."""

    sorts: tuple[WorkSort, ...] = SORTS

    all_entries = of_all(worklist)

    @property
    def entries(self) -> list[WorkEntry]:
        """What stands on the page: no page grows without end."""
        return self.all_entries[: letters.LIMIT]

    @cached_property
    def facets(self) -> list[FacetOptions]:
        """By what the list can be filtered."""
        return worklist_facets(self.entries)

    def besides(self, entry: WorkEntry) -> list[Work]:
        """What there is to do besides going through it again, of which the page shows the day itself."""
        return [one for one in entry.work if one.sort is not REVIEW]
