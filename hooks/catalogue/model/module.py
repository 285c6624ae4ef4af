"""A module of the shared learning line (leerlijn)."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, StrictInt, model_validator
from pydantic_core import PydanticCustomError

from .base import (
    BronId,
    NaarAanbeveling,
    NaarBegrip,
    NaarBouwsteen,
    NaarCase,
    NaarInstrument,
    NaarKnelpunt,
    Onderdeel,
    Samenvatting,
    Tekstitem,
)
from .fields import About
from .kind import Kind
from .text import Naam, Regel, Tekst


class Programmaonderdeel(Onderdeel):
    """A part of the programme."""

    minuten: Annotated[StrictInt, Field(ge=1, le=480)]
    """Hoe lang het duurt, in minuten."""
    titel: Naam
    """Wat er gebeurt, in enkele woorden."""
    tekst: Tekst
    """Wat trainer en deelnemers doen."""


class Opdracht(Onderdeel):
    """An exercise with its answer."""

    titel: Naam
    """Naam van de opdracht."""
    opdracht: Tekst
    """Wat deelnemers doen."""
    antwoord: Tekst
    """Wat een goed antwoord bevat."""


class Module(Tekstitem):
    """A module that a trainer can teach from."""

    kind: ClassVar[Kind] = Kind(
        name="module",
        order=90,
        folder="docs/leerlijn",
        section="leerlijn",
        key="modules",
        word="module",
        plural="modules",
        heading="Leerlijn",
        description="Modules waarmee u anderen leert samenwerken tussen overheden.",
        icon="M1.5 7.500L10 3.500l8.5 4L10 11.500zM5 9.500v4.300c2.8 2.2 7.2 2.2 10 0V9.500M18.5 7.500v5",
    )

    nummer: Annotated[StrictInt, Field(ge=1)]
    """Volgnummer in de leerlijn."""
    samenvatting: Samenvatting
    """Waar de module over gaat, in korte zinnen van samen hooguit 200 tekens."""
    doelgroep: Annotated[Regel, About(running=False)]
    """Voor wie."""
    duur: Annotated[StrictInt, Field(ge=15)]
    """Duur in minuten; gelijk aan de som van het programma."""
    voorkennis: Annotated[Regel, About(running=False)]
    """Wat deelnemers al moeten weten."""
    leerdoelen: Annotated[list[Regel], Field(min_length=1)]
    """Wat deelnemers na afloop kunnen."""
    voorbereiding: list[Regel] = []
    """Wat trainer en deelnemers vooraf doen."""
    programma: Annotated[list[Programmaonderdeel], Field(min_length=1)]
    """Opzet met tijden."""
    opdrachten: list[Opdracht] = []
    """Opdrachten met antwoorden."""
    instrumenten: list[NaarInstrument] = []
    """Instrumenten die de module gebruikt."""
    cases: list[NaarCase] = []
    """Praktijkvoorbeelden die de module gebruikt."""
    bouwstenen: list[NaarBouwsteen] = []
    """Bouwstenen waar de module op ingaat."""
    aanbevelingen: list[NaarAanbeveling] = []
    """Aanbevelingen waar de module op ingaat."""
    knelpunten: list[NaarKnelpunt] = []
    """Knelpunten die de module bespreekt."""
    begrippen: list[NaarBegrip] = []
    """Begrippen die de module uitlegt."""
    bronnen: Annotated[list[BronId], Field(min_length=1)]
    """Ids van alle bronnen waarop de module rust."""

    @model_validator(mode="after")
    def _times_add_up(self) -> Module:
        total = sum(part.minuten for part in self.programma)
        if total != self.duur:
            raise PydanticCustomError(
                "duur",
                "duur is {duur} minuten, maar het programma telt {som}",
                {"duur": self.duur, "som": total},
            )
        return self
