"""An exercise to do on screen or on paper: five forms, whose answers come from the cards where these hold them."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from .base import (
    BronId,
    CaseId,
    Herkomst,
    InstrumentId,
    ModuleId,
    Onderdeel,
    Samenvatting,
    SituatieId,
    Tekstitem,
    Uitspraak,
)
from .fields import Choices
from .kind import Kind
from .text import Naam, Regel, broken


class Koppelvraag(Onderdeel):
    """A case, or a description of one, to be matched to an instrument."""

    situatie: Regel
    """Wat er speelt, in een of twee zinnen."""
    case: CaseId | None = None
    """Id van het praktijkvoorbeeld waar dit uit komt, als het zo is."""
    instrument: InstrumentId
    """Id van het instrument dat erbij hoort."""
    omdat: Uitspraak
    """Waarom dit instrument erbij hoort; de terugkoppeling."""


class OefenStap(Herkomst):
    """A step to be put in order; the steps stand in the right order."""

    naam: Naam
    """De stap, in enkele woorden."""
    omdat: Regel
    """Waarom hij op deze plek staat; de terugkoppeling."""


class Invulvraag(Onderdeel):
    """A field of a card that is hidden; the options are fields of other cards."""

    instrument: InstrumentId
    """Id van de kaart met het verborgen veld."""
    veld: Annotated[
        Literal["samenvatting", "wanneer_wel", "wanneer_niet", "dwingendheid", "hardheid"],
        Choices(wanneer_wel="kies dit als", wanneer_niet="kies iets anders als"),
    ]
    """Het veld dat verborgen is."""
    afleiders: Annotated[list[InstrumentId], Field(min_length=1, max_length=4)]
    """Ids van kaarten waarvan hetzelfde veld als fout antwoord dient; liefst twee of drie."""


class Kiesvraag(Onderdeel):
    """A case with constraints; what fits is what the keuzehulp says."""

    situatie: Regel
    """Wat er speelt, in een of twee zinnen."""
    antwoorden: Annotated[list[SituatieId], Field(min_length=1)]
    """Ids van de situaties die gelden."""
    keuzes: Annotated[list[InstrumentId], Field(min_length=2, max_length=6)]
    """Ids van de instrumenten waaruit iemand kiest; minstens één past en minstens één past niet."""


class Oefening(Tekstitem):
    """An exercise."""

    kind: ClassVar[Kind] = Kind(
        name="oefening",
        order=93,
        folder="docs/oefeningen",
        plural="oefeningen",
        description="Oefen op het scherm of op papier: koppelen, ordenen, aanvullen, kiezen en scoren.",
        background=True,
        icon="M4 10.5l3.5 3.5L16 5.5M3 3.5h8M3 17h14",
    )

    samenvatting: Samenvatting
    """Wat iemand oefent, in korte zinnen van samen hooguit 200 tekens."""
    module: ModuleId
    """Id van de module waar de oefening bij hoort."""
    vorm: Annotated[
        Literal["koppelen", "ordenen", "aanvullen", "kiezen", "scoren"],
        Choices(
            koppelen="koppel een geval aan een instrument",
            ordenen="zet op volgorde",
            aanvullen="vul het verborgen veld van een kaart aan",
            kiezen="kies binnen grenzen",
            scoren="geef een praktijkvoorbeeld scores",
        ),
    ]
    """Welke van de vijf vormen het is."""
    koppels: list[Koppelvraag] = []
    """Bij koppelen."""
    stappen: list[OefenStap] = []
    """Bij ordenen: de stappen in de goede volgorde."""
    aanvullingen: list[Invulvraag] = []
    """Bij aanvullen."""
    kiesvragen: list[Kiesvraag] = []
    """Bij kiezen."""
    case: CaseId | None = None
    """Bij scoren: id van een praktijkvoorbeeld met partnerschapsscores."""
    bronnen: list[BronId] = []
    """Ids van de bronnen die in de terugkoppeling staan."""

    @model_validator(mode="after")
    def _has_what_its_form_asks(self) -> Oefening:
        filled = {
            "koppelen": bool(self.koppels),
            "ordenen": bool(self.stappen),
            "aanvullen": bool(self.aanvullingen),
            "kiezen": bool(self.kiesvragen),
            "scoren": self.case is not None,
        }
        if [form for form, there in filled.items() if there] != [self.vorm]:
            raise broken("vul precies het veld in dat bij de vorm hoort, en geen ander")
        return self
