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

    kind: ClassVar[str] = "doel"

    nummer: Annotated[StrictInt, Field(ge=1, le=5)]
    """1 tot en met 5."""
    samenvatting: Samenvatting
    """Het doel in korte zinnen van samen hooguit 200 tekens."""
    inhoud: Annotated[list[Uitspraak], Field(min_length=1)]
    """Wat het programma wil en waarom."""
    acties: list[Uitspraak] = []
    """Wat het programma doet."""
    oplossingen: list[Oplossing] = []
    """Het spectrum van oplossingen voor bestuurskrachtproblemen, van licht naar zwaar."""
    instrumenten: list[NaarInstrument] = []
    """Instrumenten die dit doel dienen."""
    cases: list[NaarCase] = []
    """Praktijkvoorbeelden bij dit doel."""
    knelpunten: list[NaarKnelpunt] = []
    """Knelpunten waarop dit doel antwoordt."""
    wetgevend_kader: list[Wetsverwijzing] = []
    """Wetten die het doel noemt."""
    bronnen: Annotated[list[BronId], Field(min_length=1)]
    """Ids van alle bronnen die bij dit doel staan."""
