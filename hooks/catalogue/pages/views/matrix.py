"""The pages of the matrix: instruments × bouwstenen, × knelpunten, × situations."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any, ClassVar

from ...knowledge.entries import facet_words
from ...knowledge.facets import FacetOptions, facets
from ...knowledge.matrix import Columns, MatrixCell, cells, columns
from ...letters import Letter, split
from ...linking import Node
from ...model import KINDS, Bouwsteen, Instrument, Item, Knelpunt, Situatie
from ...site_pages import MATRICES, data_of
from .overviews import OverviewView, view_of_page


class MatrixView(OverviewView):
    """A matrix; with too many instruments for one page, a matrix for each letter."""

    across: ClassVar[type[Item]]

    @property
    def address(self) -> str:
        """Where this matrix begins."""
        return MATRICES[self.across.kind.name].address

    @property
    def pages(self) -> list[tuple[str, type[Item]]]:
        """The address of each matrix, and what stands across it."""
        return [(page.address, KINDS[kind].model) for kind, page in MATRICES.items()]

    @cached_property
    def listed(self) -> list[Node[Any]]:
        """All instruments, by title."""
        return self.catalogue.by_title(Instrument)

    @cached_property
    def letter_pages(self) -> Sequence[Letter]:
        """The letters, when there are too many instruments for one page."""
        return split(self.listed, self.address.rstrip("/"))

    @cached_property
    def columns(self) -> list[Columns]:
        """The columns, in groups."""
        return columns(self.catalogue, self.across)

    @property
    def sorting(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """By which columns the rows can be sorted, in groups: the name of the trait, and the words."""
        return [
            (
                group.title or self.across.kind.heading,
                [(f"kolom-{node.id}", node.titel) for node in group.nodes],
            )
            for group in self.columns
        ]

    @property
    def rows(self) -> list[tuple[Node[Instrument], dict[str, str], dict[str, MatrixCell]]]:
        """Each instrument with its traits, to filter by, and its cells."""
        return [
            (node, facet_words(node.part), cells(self.catalogue, node, self.across))
            for node in self.shown
        ]

    @property
    def facets(self) -> list[FacetOptions]:
        """The facets of the instruments on this page."""
        return facets(self.catalogue, Instrument, [node.part for node in self.shown])

    @property
    def data_file(self) -> str:
        """Where the sentences of the cells on this page stand."""
        return data_of(self.letter.address if self.letter else self.address)


@view_of_page(MATRICES["bouwsteen"])
class MatrixBouwstenenView(MatrixView):
    """Instruments × bouwstenen."""

    across = Bouwsteen


@view_of_page(MATRICES["knelpunt"])
class MatrixKnelpuntenView(MatrixView):
    """Instruments × knelpunten."""

    across = Knelpunt


@view_of_page(MATRICES["situatie"])
class MatrixSituatiesView(MatrixView):
    """Instruments × situations."""

    across = Situatie
