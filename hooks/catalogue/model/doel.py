"""One of the five goals of the programme Krachtig Bestuur (krachtig-bestuur-2009)."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, StrictInt

from .base import (
    BronId,
    InstrumentId,
    NaarCase,
    NaarInstrument,
    NaarKnelpunt,
    Samenvatting,
    Tekstitem,
    Uitspraak,
    Wetsverwijzing,
)
from .fields import About
from .kind import Kind
from .text import Naam


class Oplossing(Uitspraak):
    """A solution on the spectrum for problems of bestuurskracht, from light to heavy."""

    naam: Naam
    """De oplossing in enkele woorden."""
    instrument: InstrumentId | None = None
    """Id van het instrument, als er een kaart van is."""

    @property
    def waarom(self) -> str | None:
        return self.tekst


class Doel(Tekstitem):
    """A goal with what it holds, and the instruments and cases that serve it."""

    kind: ClassVar[Kind] = Kind(
        name="doel",
        order=70,
        folder="docs/doelen",
        section="krachtig-bestuur",
        plural="doelen",
        heading="Krachtig Bestuur",
        description="De vijf doelen van een programma uit 2009 voor sterkere gemeenten en provincies, met de instrumenten die erbij horen.",
        own_page=False,
        icon="M2.5 10a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0-15 0M6.5 10a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M10 10h.01",
    )

    nummer: Annotated[StrictInt, Field(ge=1, le=5)]
    """1 tot en met 5."""
    samenvatting: Samenvatting
    """Het doel in korte zinnen van samen hooguit 200 tekens."""
    inhoud: Annotated[list[Uitspraak], Field(min_length=1)]
    """Wat het programma wil en waarom."""
    acties: Annotated[list[Uitspraak], About(tensed=True)] = []
    """Wat het programma doet."""
    oplossingen: list[Oplossing] = []
    """Het spectrum van oplossingen voor bestuurskrachtproblemen, van licht naar zwaar."""
    instrumenten: list[NaarInstrument] = []
    """Instrumenten die dit doel dienen."""
    cases: list[NaarCase] = []
    """Praktijkvoorbeelden bij dit doel."""
    knelpunten: list[NaarKnelpunt] = []
    """Knelpunten waarop dit doel antwoordt."""
    wetgevend_kader: Annotated[list[Wetsverwijzing], About(fact=True)] = []
    """Wetten die het doel noemt."""
    bronnen: Annotated[list[BronId], Field(min_length=1)]
    """Ids van alle bronnen die bij dit doel staan."""
