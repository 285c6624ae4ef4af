"""The page of a case: the elements of Moore, the tables of the source, and the partnership scores."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from ..linking import Link, Node
from ..model import (
    Case,
    Uitspraak,
)
from ..model.case import IDEAL_PARTNERSHIP, Diepte, Programmakenmerk
from .base import View

DEPTHS: dict[Diepte, tuple[str, str]] = {
    "casestudie": ("casestudie", "De bron onderzocht dit voorbeeld uitgebreid."),
    "schets": ("schets", "Een schets: er is minder over bekend dan bij een casestudie."),
    "vermelding": ("vermelding", "De bron noemt dit voorbeeld alleen kort."),
}
"""How much the source says of a case: in one word, and in a sentence."""


MOORE: dict[str, str] = {
    "maatschappelijke_meerwaarde": "Maatschappelijke meerwaarde",
    "legitimiteit_en_steun": "Legitimiteit en steun",
    "operationele_capaciteit": "Operationele capaciteit",
}


MOORE_CARD = "maatschappelijke-meerwaarde-model"


PROGRAMME: dict[str, str] = {
    "initiatiefnemer": "Wie begint",
    "doel": "Doel",
    "financiering": "Wie betaalt",
    "omvang_regio": "Omvang van de regio",
    "benadering_opgave": "Benadering van de opgave",
    "departement": "Ministeries",
    "invloed_rijk": "Invloed van het Rijk",
}
"""Rows of tabel 3.1."""


FINDINGS: dict[str, str] = {
    "maatschappelijke_waarde": "Maatschappelijke waarde",
    "legitimiteit": "Legitimiteit",
    "operationele_capaciteit": "Operationele capaciteit",
}
"""Rows of tabel 4.1."""


PARTNERSHIP: dict[str, tuple[str, str]] = {
    "beleidsambitie_rijk": ("Eigen ambitie van het Rijk", "1 is geen, 5 is een zeer sterke"),
    "verplicht_karakter": ("Verplicht karakter", "1 is vrijwillig, 5 is zeer verplicht"),
    "decentrale_middelen": (
        "Eigen middelen decentraal",
        "1 is niet nodig, 5 is in zeer hoge mate nodig",
    ),
    "eisen_aan_uitvoering": ("Eisen aan de uitvoering", "1 is geen, 5 is zeer veel"),
    "verantwoordelijkheid_uitvoering": (
        "Wie voert uit",
        "1 is alleen het Rijk, 5 is alleen decentraal",
    ),
    "verantwoording_aan_rijk": ("Verantwoording aan het Rijk", "1 is geen, 5 is zeer veel"),
}
"""The six questions of bijlage III: in a few words, and what the ends of the scale mean."""


@dataclass(frozen=True)
class PartnershipScore:
    """One of the six questions, with the score of the case and that of an equal partnership."""

    titel: str
    schaal: str
    score: int
    ideaal: int


class CaseView(View):
    """The page of a case."""

    @property
    def case(self) -> Case:
        assert isinstance(self.node.item, Case)
        return self.node.item

    @property
    def depth(self) -> tuple[str, str]:
        """How much the source says of it: a word and a sentence."""
        return DEPTHS[self.case.diepte]

    @property
    def moore(self) -> list[tuple[str, list[Uitspraak]]]:
        """The elements of Moore of which something is said."""
        return [
            (title, said)
            for name, title in MOORE.items()
            if (said := getattr(self.case.moore, name))
        ]

    @property
    def programme(self) -> list[tuple[str, Programmakenmerk]]:
        """The rows of tabel 3.1."""
        table = self.case.programmakenmerken
        return [(title, getattr(table, name)) for name, title in PROGRAMME.items()] if table else []

    @property
    def findings(self) -> list[tuple[str, list[str]]]:
        """The rows of tabel 4.1."""
        table = self.case.bevindingen
        return [(title, getattr(table, name)) for name, title in FINDINGS.items()] if table else []

    @property
    def partnership(self) -> list[PartnershipScore]:
        """The six partnership scores beside the ideal ones."""
        scores = self.case.partnerschap
        return [
            PartnershipScore(title, scale, getattr(scores, name), getattr(IDEAL_PARTNERSHIP, name))
            for name, (title, scale) in PARTNERSHIP.items()
            if scores
        ]

    @property
    def factors(self) -> list[tuple[Node, list[Link]]]:
        """What the case says of factors, per card."""
        cards: dict[str, list[Link]] = defaultdict(list)
        for link in self.out("factor"):
            cards[link.target.item.id].append(link)
        return [(self.catalogue.node("instrument", id), links) for id, links in cards.items()]
