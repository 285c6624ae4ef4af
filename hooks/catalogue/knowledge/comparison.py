"""A card → its column in a comparison: a cell for each row, with what it says and on what that rests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from ..dutch import capital, dutch_date
from ..linking import Catalogue, Link, LinkField, Node
from ..model import Factor, Herkomst, Instrument, Uitspraak, Wetsverwijzing
from ..model.fields import fields_of, inverse_of, label_of, labels_of
from ..model.instrument import Evaluatie, Kenmerken, Richting, Score, StandNu
from .laws import article_name
from .relations import alternatives, evidence
from .scales import score_words

MOST = 4
"""So many instruments fit side by side."""

LAWS = LinkField(Instrument, "wetgevend_kader", Wetsverwijzing)


@dataclass(frozen=True)
class Row:
    """A row of the comparison."""

    name: str
    """In the data: ``wanneer_wel``."""
    title: str
    about: str
    """What it says of an instrument."""


@dataclass(frozen=True)
class Said:
    """A sentence of a card, or of a case about it."""

    part: Herkomst
    """What makes it, with its source."""
    text: str
    lead: str = ""
    """What stands before it in bold: ``hoog · 4 van 5``."""
    about: Node[Any] | None = None
    """What it is about: a law, a case."""
    name: str = ""
    """What to call that, where its title is not enough: ``artikel 12, Proefwet``."""
    instead: Node[Instrument] | None = None
    """What to take instead."""
    proof: list[Said] = field(default_factory=list)
    """What cases say of it."""


@dataclass(frozen=True)
class ComparisonCell:
    """What one card says in one row."""

    said: list[Said] = field(default_factory=list)
    values: list[str] | None = None
    """What can be compared word for word; empty when it is not known, ``None`` where there are only sentences."""
    score: Score | None = None
    searched: bool = False
    """Whether the sources were searched in vain."""


_CHARACTERISTICS = {
    "typering_probleem": "Voor welk probleem het is.",
    "regels": "Wie de regels opstelt, en met wie.",
    "dwingendheid": "Hoeveel ruimte partijen houden om anders te handelen; met de score of het bereik ervan, en de reden.",
    "hardheid": "Of afspraken juridisch binden; met score en reden.",
    "handhaafbaarheid": "Wie toeziet en of naleving is af te dwingen; met score en reden.",
    "reikwijdte": "Op wie het zich richt; met score en reden.",
}

ROWS: tuple[Row, ...] = (
    Row("kwalificatie", "Wat het is", "Wat voor instrument het in de kern is."),
    Row("status", "Status", "Of het er al is, en of het er nog is."),
    Row("wanneer_wel", "Kies dit als", "Wanneer het past."),
    Row("wanneer_niet", "Kies iets anders als", "Wanneer iets anders beter past, en wat dan."),
    Row("bestuurslagen", "Wie doet mee", "Welke overheden meedoen."),
    Row("fase", "Fase", "In welke fase van beleid het helpt; een oordeel van de redactie."),
    Row("rol", "Rol van de overheid", "Hoeveel de overheid zelf doet en bepaalt."),
    *(
        Row(one.name, capital(one.label), _CHARACTERISTICS[one.name])
        for one in fields_of(Kenmerken)
    ),
    Row("grondslag", "Waar het staat", "Waarin het is vastgelegd, als dat zo is."),
    Row("wetgevend_kader", "Wettelijk kader", "De artikelen waarop het rust."),
    Row("helpt", "Wat helpt", "Slaagfactoren, en wat praktijkvoorbeelden ervan zeggen."),
    Row("hindert", "Wat hindert", "Faalfactoren, en wat praktijkvoorbeelden ervan zeggen."),
    Row("evaluaties", "Wat bekend is over het effect", "Wie het onderzocht, en wat eruit kwam."),
    Row("nagelezen", "Kaart nagelezen", "Wanneer de kaart voor het laatst helemaal is nagelezen."),
)
"""What a comparison sets side by side, in order."""


def column(catalogue: Catalogue, node: Node[Instrument]) -> dict[str, ComparisonCell]:
    """The cells of a card, by the name of their row."""
    card = node.part
    cells = {
        "kwalificatie": ComparisonCell([Said(one, one.tekst) for one in card.kwalificatie]),
        "status": ComparisonCell([_now(one) for one in card.stand_nu], [_status(catalogue, card)]),
        "wanneer_wel": ComparisonCell([Said(one, one.als) for one in card.wanneer_wel]),
        "wanneer_niet": ComparisonCell(
            [Said(one, one.als, instead=other) for one, other in alternatives(catalogue, node)]
        ),
        "bestuurslagen": ComparisonCell(values=labels_of(card, "bestuurslagen")),
        "fase": ComparisonCell(values=labels_of(card, "fase")),
        "rol": ComparisonCell(values=labels_of(card, "rol")),
        **{one.name: _characteristic(card, one.name) for one in fields_of(Kenmerken)},
        "grondslag": _basis(card),
        "wetgevend_kader": _laws(catalogue, node),
        "helpt": ComparisonCell(list(_factors(catalogue, node, "helpt"))),
        "hindert": ComparisonCell(list(_factors(catalogue, node, "hindert"))),
        "evaluaties": ComparisonCell([_evaluation(one) for one in card.evaluaties]),
        "nagelezen": ComparisonCell(values=[dutch_date(card.beoordeeld_op)]),
    }
    sought = _sought(card)
    return {row.name: replace(cells[row.name], searched=row.name in sought) for row in ROWS}


def _sought(card: Instrument) -> set[str]:
    """The rows for which the sources were searched in vain."""
    found: set[str] = set(card.niet_gevonden)
    if "factoren" in found:
        found |= {"helpt", "hindert"}
    if "kenmerken" in found:
        found |= {one.name for one in fields_of(Kenmerken)}
    return found


def _status(catalogue: Catalogue, card: Instrument) -> str:
    if card.vervangen_door:
        return f"vervangen door {catalogue.node(Instrument, card.vervangen_door).titel}"
    return label_of(card, "status")


def _now(one: StandNu) -> Said:
    return Said(one, one.tekst, f"Opgezocht op {dutch_date(one.datum)}")


def _characteristic(card: Instrument, name: str) -> ComparisonCell:
    """The score of a characteristic with its reason, and then what the source says."""
    said: Uitspraak | None = getattr(card.kenmerken, name)
    statements = [Said(said, said.tekst)] if said else []
    if name not in fields_of(type(card.scores)).all:
        return ComparisonCell(statements)
    score: Score | None = getattr(card.scores, name)
    if score is None:
        return ComparisonCell(statements, [])
    return ComparisonCell([Said(score, score.reden), *statements], [score_words(score)], score)


def _basis(card: Instrument) -> ComparisonCell:
    basis = card.grondslag
    if basis is None:
        return ComparisonCell(values=[])
    return ComparisonCell([Said(basis, basis.reden)], [label_of(basis, "waarde")])


def _laws(catalogue: Catalogue, node: Node[Instrument]) -> ComparisonCell:
    links = catalogue.links_from(node, LAWS)
    return ComparisonCell(
        [_law(link) for link in links], list(dict.fromkeys(link.target.titel for link in links))
    )


def _law(link: Link[Wetsverwijzing]) -> Said:
    name = capital(article_name(link.target.part, link.part))
    return Said(link.part, link.part.betekenis, about=link.target, name=name)


def _factors(catalogue: Catalogue, node: Node[Instrument], works: Richting) -> Iterator[Said]:
    for factor in node.part.factoren:
        if works in factor.werkt:
            proof = list(_proof(catalogue, node, factor))
            yield Said(factor, factor.toelichting or "", factor.naam, proof=proof)


def _proof(catalogue: Catalogue, node: Node[Instrument], factor: Factor) -> Iterator[Said]:
    """Where a factor comes from, and which cases confirm or contradict it; a case that did not look says nothing."""
    for link in evidence(catalogue, node, factor):
        if link.part.oordeel != "niet onderzocht":
            words = capital(inverse_of(link.part, "oordeel"))
            yield Said(link.part, link.part.toelichting, words, link.source)


def _evaluation(one: Evaluatie) -> Said:
    return Said(one, one.tekst, ", ".join(filter(None, (one.wie, one.wanneer))))
