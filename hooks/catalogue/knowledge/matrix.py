"""Instruments × bouwstenen, knelpunten or situations: which card speaks of which, for or against, and in which sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from ..linking import Catalogue, LinkField, Node
from ..model import Instrument, Item, Knelpunt, Situatie
from ..model.base import NaarBouwsteen
from ..model.fields import label_of
from .choosing import KNELPUNTEN, Spoken, on_links, on_situations, questions
from .entries import as_word
from .survey import by_theme

BOUWSTENEN = LinkField(Instrument, "bouwstenen", NaarBouwsteen)

Verdict = Literal["voor", "tegen", "beide"]


@dataclass(frozen=True)
class Columns:
    """Columns that stand together; a matrix with one group gives it no name."""

    id: str
    title: str
    nodes: list[Node[Any]]


@dataclass(frozen=True)
class MatrixCell:
    """What is said of an instrument and the item of one column."""

    column: Node[Any]
    spoken: tuple[Spoken, ...]

    @property
    def verdict(self) -> Verdict:
        """Whether all speaks for it, all against it, or some does either."""
        sides = {one.is_for for one in self.spoken}
        return "beide" if len(sides) > 1 else "voor" if True in sides else "tegen"


def columns(catalogue: Catalogue, across: type[Item]) -> list[Columns]:
    """The columns of a matrix: bouwstenen in order, knelpunten by theme, situations by question."""
    if across is Situatie:
        return [
            Columns(question.id, f"{question.part.nummer}. {question.titel}", nodes)
            for question, nodes in questions(catalogue)
            if nodes
        ]
    if across is Knelpunt:
        return [
            Columns(as_word(theme), label_of(nodes[0].part, "thema"), nodes)
            for theme, nodes in by_theme(catalogue)
        ]
    return [Columns("", "", catalogue.nodes_of(across))]


def cells(
    catalogue: Catalogue, node: Node[Instrument], across: type[Item]
) -> dict[str, MatrixCell]:
    """What is said of an instrument in the matrix across these items: the id of a column → its cell."""
    if across is Situatie:
        said = on_situations(catalogue, node, catalogue.nodes_of(Situatie))
    else:
        said = on_links(catalogue, node, KNELPUNTEN if across is Knelpunt else BOUWSTENEN)
    found: dict[str, tuple[Node[Any], list[Spoken]]] = {}
    for one in said:
        for answer in one.answers:
            found.setdefault(answer.id, (answer, []))[1].append(one)
    return {id: MatrixCell(column, tuple(spoken)) for id, (column, spoken) in found.items()}
