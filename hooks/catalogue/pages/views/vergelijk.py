"""The page on which a reader sets instruments side by side."""

from __future__ import annotations

from ...knowledge.comparison import ROWS
from ...linking import Node
from ...model import Instrument
from ...site_pages import COMPARE
from .overviews import OverviewView, view_of_page


@view_of_page(COMPARE)
class VergelijkView(OverviewView):
    """What there is to compare, and what can be compared of it."""

    rows = ROWS

    @property
    def instruments(self) -> list[Node[Instrument]]:
        """All instruments, by title."""
        return self.catalogue.by_title(Instrument)
