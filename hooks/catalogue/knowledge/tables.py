"""A case → its tables: the elements of Moore, the programme, the findings and the partnership scores (rob-2021)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from ..dutch import capital
from ..linking import Catalogue, Link, Node
from ..model import Case, Herkomst, Instrument, Onderdeel, Partnerschapsvraag, Uitspraak
from ..model.base import Partnerschap
from ..model.case import Factorbevinding, Moore, Programmakenmerk
from ..model.fields import Described, fields_of
from ..model.instrument import Casemodel
from .relations import FINDINGS

EQUAL = "gelijkwaardig"
"""The id of the profile of an equal partnership."""


@dataclass(frozen=True)
class PartnershipScore:
    """One of the six questions of bijlage III, with the score of the case and that of an equal partnership."""

    title: str
    ends: str
    """What the ends of the scale mean."""
    score: int
    ideal: int


def _rows(model: type[Onderdeel]) -> Iterator[Described]:
    """The fields of a table that are rows of it: all but its name and where it stands in the source."""
    beside = {*Herkomst.model_fields, "naam"}
    return (field for field in fields_of(model) if field.name not in beside)


def moore(case: Case) -> list[tuple[str, list[Uitspraak]]]:
    """The elements of Moore of which something is said."""
    rows = ((capital(field.label), getattr(case.moore, field.name)) for field in fields_of(Moore))
    return [(title, said) for title, said in rows if said]


def programme(case: Case) -> list[tuple[str, Programmakenmerk]]:
    """The rows of tabel 3.1."""
    return _filled(case.programmakenmerken)


def findings(case: Case) -> list[tuple[str, list[str]]]:
    """The rows of tabel 4.1."""
    return _filled(case.bevindingen)


def _filled(table: Onderdeel | None) -> list[tuple[str, Any]]:
    """Title and value of each row of a table, if there is one."""
    if table is None:
        return []
    return [(capital(field.label), getattr(table, field.name)) for field in _rows(type(table))]


def partnership(case: Case, ideal: Partnerschap | None) -> list[PartnershipScore]:
    """The six partnership scores beside those of an equal partnership."""
    scores = case.partnerschap
    if scores is None or ideal is None:
        return []
    return [
        PartnershipScore(
            capital(field.label),
            field.about.note,
            getattr(scores, field.name),
            getattr(ideal, field.name),
        )
        for field in _rows(Partnerschap)
    ]


def partnership_questions(catalogue: Catalogue) -> list[Node[Partnerschapsvraag]]:
    """The questions of the Partnerschapsmeter, in the order of the scores: one for each."""
    order = list(fields_of(Partnerschap).all)
    # In a preview a concept takes the place of the question that it will replace.
    asked = sorted(
        catalogue.nodes_of(Partnerschapsvraag), key=lambda node: bool(node.item.is_concept)
    )
    by_score = {node.part.score: node for node in asked}
    return sorted(by_score.values(), key=lambda node: order.index(node.part.score))


@dataclass(frozen=True)
class Profile:
    """Six partnership scores under one name: those of an equal partnership, or of a case."""

    id: str
    name: str
    scores: dict[str, int]
    """The name of the field → the score."""
    case: Node[Case] | None = None
    """The case whose scores they are."""


def profiles(catalogue: Catalogue) -> list[Profile]:
    """The profile of an equal partnership, and then those of the cases that a source gave scores."""
    model = case_model(catalogue, "partnerschap")
    ideal = model[1].ideaal if model else None
    found = [_profile(EQUAL, "Gelijkwaardig partnerschap", ideal)] if ideal else []
    return found + [
        _profile(node.id, node.titel, node.part.partnerschap, node)
        for node in catalogue.by_title(Case)
        if node.part.partnerschap
    ]


def _profile(id: str, title: str, scored: Partnerschap, case: Node[Case] | None = None) -> Profile:
    scores = {field.name: getattr(scored, field.name) for field in _rows(Partnerschap)}
    return Profile(id, scored.naam or title, scores, case)


def case_model(
    catalogue: Catalogue, reads: Literal["moore", "partnerschap"]
) -> tuple[Node[Instrument], Casemodel] | None:
    """The card of the model with which this part of cases was read."""
    for node in catalogue.nodes_of(Instrument):
        model = node.part.casemodel
        if model and model.leest == reads:
            return node, model
    return None


def factors(
    catalogue: Catalogue, node: Node[Case]
) -> list[tuple[Node[Any], list[Link[Factorbevinding]]]]:
    """What a case says of factors, per card."""
    cards: dict[str, list[Link[Factorbevinding]]] = defaultdict(list)
    for link in catalogue.links_from(node, FINDINGS):
        cards[link.target.item.id].append(link)
    return [(catalogue.node(Instrument, id), links) for id, links in cards.items()]
