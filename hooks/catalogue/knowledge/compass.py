"""The questions of the Beleidskompas in order, and what the sources say of the option to do nothing."""

from __future__ import annotations

from ..linking import Catalogue, Node
from ..model import Kompasvraag, Uitspraak


def compass_questions(catalogue: Catalogue) -> list[Node[Kompasvraag]]:
    """The questions, in order."""
    return sorted(catalogue.nodes_of(Kompasvraag), key=lambda node: node.part.nummer)


def doing_nothing(catalogue: Catalogue) -> list[Uitspraak]:
    """What sources say of doing nothing, which is an option beside all instruments."""
    return [one for node in compass_questions(catalogue) for one in node.part.nuloptie]
