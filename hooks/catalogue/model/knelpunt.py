"""A knelpunt: one of the 24 statements of the ROB's survey (rob-2021 § 3.5)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictFloat, StrictInt

from .base import Beoordeeld, BronId, Herkomst, Samenvatting, Tekstitem, Uitspraak
from .kind import Kind
from .text import Naam

Thema = Literal["doelen", "spelregels en verantwoording", "relatie", "middelen"]
Gemiddelde = Annotated[StrictFloat, Field(ge=1, le=5)]


class Surveyscore(Herkomst):
    """The mean scores of both groups, on a scale of 1 (not at all) to 5 (very much)."""

    bron: BronId
    """Id van de bron."""
    rijk: Gemiddelde
    """Gemiddelde van rijksambtenaren, met een punt: 3.19."""
    decentraal: Gemiddelde
    """Gemiddelde van decentrale ambtenaren, met een punt: 3.59."""
    plek_rijk: Annotated[StrictInt, Field(ge=1, le=24)]
    """Plek op de ranglijst van rijksambtenaren."""
    plek_decentraal: Annotated[StrictInt, Field(ge=1, le=24)]
    """Plek op de ranglijst van decentrale ambtenaren."""


class Knelpunt(Beoordeeld, Tekstitem):
    """A bottleneck in cooperation, as civil servants on both sides score it."""

    kind: ClassVar[Kind] = Kind(
        name="knelpunt",
        order=40,
        folder="docs/knelpunten",
        plural="knelpunten",
        description="Wat er schuurt in de samenwerking, volgens ambtenaren van het Rijk en van decentrale overheden.",
        icon="M2 10h5.500M5 7.500l2.5 2.500L5 12.500M18 10h-5.500M15 7.500L12.5 10l2.5 2.500M10 3v14",
    )

    samenvatting: Samenvatting
    """De stelling in eigen woorden, in korte zinnen van samen hooguit 200 tekens."""
    thema: Thema
    """Thema; door de redactie ingedeeld, want de bron geeft de kleuren niet in tekst."""
    score: Surveyscore
    """De scores uit de enquête."""
    vragen: list[Naam] = []
    """Vragen die mensen met dit knelpunt stellen, in hun eigen woorden."""
    uitleg: list[Uitspraak] = []
    """Wat de bron erover zegt."""
    bronnen: Annotated[list[BronId], Field(min_length=1)]
    """Ids van alle bronnen die op deze pagina staan."""
