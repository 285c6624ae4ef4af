"""What a trainer hands out: sheets that print on A4, written here or drawn from the cards."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictBool, StrictInt, model_validator

from .base import (
    CaseId,
    InstrumentId,
    KeuzevraagId,
    KnelpuntId,
    Onderdeel,
    Samenvatting,
    Tekstitem,
    check_single,
)
from .fields import About, Choice, Choices
from .kind import Kind
from .text import Naam, Regel, Tekst, broken

Deel = Annotated[
    Literal[
        "samenvatting",
        "wanneer_wel",
        "wanneer_niet",
        "kenmerken",
        "scores",
        "werkwijze",
        "voordelen",
        "nadelen",
        "slaagfactoren",
        "faalfactoren",
        "opgave",
        "verloop",
        "partnerschap",
        "score",
    ],
    Choices(
        wanneer_wel="kies dit als",
        wanneer_niet="kies iets anders als",
        score="score uit de enquête",
    ),
]


class Uittreksel(Onderdeel):
    """Part of a card, as it stands there at the moment of printing; so it never contradicts the card."""

    instrument: InstrumentId | None = None
    """Id van het instrument waar dit uit komt."""
    case: CaseId | None = None
    """Id van het praktijkvoorbeeld waar dit uit komt."""
    knelpunt: KnelpuntId | None = None
    """Id van het knelpunt waar dit uit komt."""
    delen: Annotated[list[Deel], Field(min_length=1)]
    """Welke delen van de kaart op het vel komen, in deze volgorde."""
    zonder_naam: StrictBool = False
    """true als deelnemers de naam van de kaart nog niet mogen zien."""
    merk: Naam | None = None
    """Letter of nummer dat voor de naam komt, als deelnemers de kaart van een kaartje daarmee kennen."""

    @model_validator(mode="after")
    def _comes_from_one_card(self) -> Uittreksel:
        check_single(self, "instrument", "case", "knelpunt")
        return self


class Vel(Onderdeel):
    """One sheet, or one card of several on a sheet."""

    titel: Naam
    """Kop van het vel of het kaartje; bij een rol de naam van de rol."""
    tekst: Tekst | None = None
    """Wat erop staat."""
    uittreksels: list[Uittreksel] = []
    """Wat uit kaarten komt; staat onder de tekst."""
    schrijfregels: Annotated[StrictInt, Field(ge=0, le=25)] = 0
    """Zoveel lege regels om op te schrijven, onderaan."""
    kolommen: list[Naam] = []
    """Koppen van een lege tabel om in te vullen, in plaats van of naast schrijfregels."""
    rijen: list[Regel] = []
    """Eerste cel van elke rij in die tabel."""
    keuzevragen: list[KeuzevraagId] = []
    """Ids van vragen van de keuzehulp: hun antwoorden zijn dan de rijen, zoals ze er nu staan."""

    @model_validator(mode="after")
    def _rows_come_from_one_place(self) -> Vel:
        if self.keuzevragen and (self.rijen or not self.kolommen):
            raise broken("bij `keuzevragen` horen `kolommen` en geen `rijen`")
        return self


class Handout(Tekstitem):
    """A handout of a module."""

    kind: ClassVar[Kind] = Kind(
        name="handout",
        order=92,
        folder="docs/handouts",
        plural="handouts",
        description="Vellen om af te drukken bij de modules: rolkaarten, dossiers, kaartjes, werkbladen en formulieren.",
        background=True,
        icon="M5 2.5h7l4 4v11H5zM12 2.5v4h4M7.5 10h6M7.5 13h6",
    )

    samenvatting: Samenvatting
    """Wat het is en waarvoor, in korte zinnen van samen hooguit 200 tekens."""
    soort: Annotated[
        Literal[
            "rolkaarten",
            "kaartjes",
            "naambordjes",
            "dossier",
            "tekst",
            "werkblad",
            "scoreblad",
            "formulier",
            "poster",
            "antwoordblad",
        ],
        Choices(
            antwoordblad=Choice("antwoordblad", plural="antwoordbladen"),
        ),
    ]
    """Wat voor vel het is."""
    voor: Annotated[
        Literal["deelnemer", "speler", "trainer"],
        Choices(
            deelnemer="om uit te delen",
            speler="pas in het spel uit te delen",
            trainer="alleen voor de trainer",
        ),
    ]
    """Een vel voor de deelnemer deelt u uit. Een vel voor een speler is geheim tot het spel. Een vel voor de trainer houdt u zelf, zoals een antwoordblad."""
    bedacht: StrictBool
    """true als de inhoud is bedacht om mee te oefenen; dat staat dan op elk vel."""
    per_vel: Annotated[Literal["heel", "half", "kwart"], About("formaat")] = "heel"
    """Bij heel staat één vel op een bladzijde. Bij half en kwart staan er twee of vier kaartjes op, met snijlijnen."""
    vellen: Annotated[list[Vel], Field(min_length=1)]
    """De vellen of kaartjes, in volgorde."""
