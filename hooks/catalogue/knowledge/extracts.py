"""Part of a card, for a sheet that is handed out → what the card says there now, each with its source.

A sheet never repeats a card in words of its own, so it cannot contradict it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from ..dutch import capital, dutch_number
from ..linking import Catalogue, Node
from ..markup import plain
from ..model import Case, Factor, Herkomst, Instrument, Knelpunt
from ..model.fields import fields_of
from ..model.handout import Uittreksel
from ..model.instrument import Kenmerken
from .scales import scales, score_words
from .tables import partnership


@dataclass(frozen=True)
class Line:
    """A line of a piece: a sentence or a paragraph, or a row with its name."""

    text: str
    part: Herkomst | None = None
    """What says it, with its source; nothing for a summary, which says what the card says."""
    name: str = ""
    """What stands before it; small Markdown, as the text is."""
    other: Node[Instrument] | None = None
    """The instrument to take instead."""


Form = Literal["zin", "lijst", "rijen", "cijfers"]


@dataclass(frozen=True)
class ExtractPiece:
    """What a card says under one heading."""

    title: str
    form: Form
    """One sentence, a list, names with a text, or names with a figure."""
    lines: list[Line]
    part: Herkomst | None = None
    """What all lines together rest on, where they have no source of their own."""


@dataclass(frozen=True)
class Extract:
    """What a sheet shows of one card."""

    card: Node[Any]
    named: bool
    """Whether readers may see which card it is."""
    pieces: list[ExtractPiece]
    mark: str = ""
    """The letter or number by which readers know the card."""

    @property
    def words(self) -> int:
        """How many words there are to read."""
        lines = (line for piece in self.pieces for line in piece.lines)
        return sum(len(plain(f"{line.name} {line.text}").split()) for line in lines)


def extract(catalogue: Catalogue, asked: Uittreksel) -> Extract:
    """What a sheet shows of a card; a part of which the card says nothing is not there."""
    card = card_of(catalogue, asked)
    said = ((deel, _lines(catalogue, card, deel)) for deel in asked.delen)
    pieces = [_piece(card, deel, lines) for deel, lines in said if lines]
    return Extract(card, not asked.zonder_naam, pieces, asked.merk or "")


def missing(catalogue: Catalogue, asked: Uittreksel) -> list[int]:
    """The places of the parts of which the card says nothing."""
    card = card_of(catalogue, asked)
    return [n for n, deel in enumerate(asked.delen) if not _lines(catalogue, card, deel)]


def card_of(catalogue: Catalogue, asked: Uittreksel) -> Node[Any]:
    """The card that an extract comes from."""
    if asked.instrument:
        return catalogue.node(Instrument, asked.instrument)
    if asked.case:
        return catalogue.node(Case, asked.case)
    return catalogue.node(Knelpunt, asked.knelpunt or "")


_FORMS: dict[str, Form] = {
    "samenvatting": "zin",
    "kenmerken": "rijen",
    "scores": "rijen",
    "slaagfactoren": "rijen",
    "faalfactoren": "rijen",
    "partnerschap": "cijfers",
    "score": "cijfers",
}
"""How a part is laid out; all others are lists."""

_TITLES = {"werkwijze": "Hoe het werkt", "opgave": "De opgave", "verloop": "Wat er gebeurde"}
"""What a part is called on the card, where that is not the name of its field."""


def _piece(card: Node[Any], deel: str, lines: list[Line]) -> ExtractPiece:
    title = _TITLES.get(deel) or capital(fields_of(Uittreksel)["delen"].choices[deel].label)
    whole = {"partnerschap": "partnerschap", "score": "score"}.get(deel)
    part = getattr(card.part, whole) if whole else None
    return ExtractPiece(title, _FORMS.get(deel, "lijst"), lines, part)


def _lines(catalogue: Catalogue, card: Node[Any], deel: str) -> list[Line]:
    """What a card says under a heading; nothing when it has no such heading, or nothing stands there."""
    made = _SPECIAL.get((card.kind, deel))
    if made:
        return made(catalogue, card.part)
    found = getattr(card.part, deel, None)
    if isinstance(found, str):
        return [Line(found)]
    if not isinstance(found, list):
        return []
    return [Line(one.tekst, one) for one in found]


def _reasons(catalogue: Catalogue, sentences: Iterable[Any]) -> list[Line]:
    """The sentences that speak for or against an instrument."""
    return [
        Line(one.als, one, other=catalogue.node(Instrument, kies) if kies else None)
        for one in sentences
        for kies in (getattr(one, "kies", None),)
    ]


def _factors(factors: Iterable[Factor]) -> list[Line]:
    return [Line(one.toelichting or "", one, one.naam) for one in factors]


def _characteristics(card: Instrument) -> list[Line]:
    rows = ((one.label, getattr(card.kenmerken, one.name)) for one in fields_of(Kenmerken))
    return [Line(said.tekst, said, capital(label)) for label, said in rows if said]


def _scores(card: Instrument) -> list[Line]:
    found = ((label, score) for _, label, score in scales(card) if score)
    return [
        Line(f"{capital(score_words(score))}. {score.reden}", score, capital(label))
        for label, score in found
    ]


def _partnership(case: Case) -> list[Line]:
    # Beside its own scores: a sheet shows no others.
    rows = partnership(case, case.partnerschap)
    return [Line(str(row.score), name=f"{row.title}: {row.ends}") for row in rows]


def _survey(knelpunt: Knelpunt) -> list[Line]:
    score = knelpunt.score
    return [
        Line(f"{dutch_number(score.decentraal)}, plek {score.plek_decentraal}", name="decentraal"),
        Line(f"{dutch_number(score.rijk)}, plek {score.plek_rijk}", name="Rijk"),
    ]


_SPECIAL: dict[tuple[str, str], Callable[[Catalogue, Any], list[Line]]] = {
    ("instrument", "wanneer_wel"): lambda all, card: _reasons(all, card.wanneer_wel),
    ("instrument", "wanneer_niet"): lambda all, card: _reasons(all, card.wanneer_niet),
    ("instrument", "kenmerken"): lambda _, card: _characteristics(card),
    ("instrument", "scores"): lambda _, card: _scores(card),
    ("instrument", "slaagfactoren"): lambda _, card: _factors(card.slaagfactoren),
    ("instrument", "faalfactoren"): lambda _, card: _factors(card.faalfactoren),
    ("case", "partnerschap"): lambda _, card: _partnership(card),
    ("knelpunt", "score"): lambda _, card: _survey(card),
}
"""Kind and part → how its lines are made, where these are no statements."""
