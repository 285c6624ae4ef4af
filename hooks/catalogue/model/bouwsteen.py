"""A bouwsteen of the Studiegroep Interbestuurlijke Verhoudingen and its recommendations."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictInt

from .base import BronId, Herkomst, Onderdeel, Samenvatting, Tekstitem, Uitspraak, Wetsverwijzing
from .fields import About
from .kind import ADVICE, Kind, PartKind
from .text import Naam, Pattern, Regel, Tekst

Geadresseerde = Literal[
    "formerende partijen",
    "kabinet",
    "minister-president",
    "minister van BZK",
    "minister van IenW",
    "bewindspersonen",
    "Rijk",
    "Rijk en medeoverheden",
    "medeoverheden",
    "gemeenten",
    "koepels van medeoverheden",
    "provincies",
    "Eerste en Tweede Kamer",
    "Tweede Kamer",
]


class Stap(Onderdeel):
    """A part of a recommendation: an agenda topic, an outcome, a core element or a step."""

    nummer: Naam | None = None
    """Nummer of letter, zoals "1a"."""
    tekst: Regel
    """Wat het inhoudt."""


class Reeks(Onderdeel):
    """A named list within a recommendation."""

    titel: Naam
    """Wat voor lijst dit is."""
    geordend: bool = False
    """Of de volgorde telt."""
    delen: Annotated[list[Stap], Field(min_length=1)]
    """De onderdelen."""


class Aanbeveling(Herkomst):
    """One recommendation."""

    kind: ClassVar[PartKind] = ADVICE

    id: Annotated[str, Pattern(r"[1-5]\.[0-9]{2}", 'een nummer zoals "1.03"')]
    """Nummer van de bouwsteen en volgnummer, tussen aanhalingstekens: "1.03"."""
    titel: Naam
    """De aanbeveling in enkele woorden, van onszelf."""
    kop: Naam | None = None
    """De kop waaronder ze in het rapport staat."""
    tekst: Tekst
    """De aanbeveling, in eigen woorden."""
    aan: Annotated[list[Geadresseerde], Field(min_length=1)]
    """Tot wie ze zich richt."""
    reeksen: list[Reeks] = []
    """Agendapunten, uitkomsten, kernelementen of stappen."""
    wetgevend_kader: Annotated[list[Wetsverwijzing], About(fact=True)] = []
    """Wetten en afspraken die ze noemt."""


class Bouwsteen(Tekstitem):
    """One of the five bouwstenen."""

    kind: ClassVar[Kind] = Kind(
        name="bouwsteen",
        order=30,
        folder="docs/bouwstenen",
        plural="bouwstenen",
        description="De vijf bouwstenen van de Studiegroep Interbestuurlijke Verhoudingen en de instrumenten die ze uitvoeren.",
        icon="M2.5 11h7v6h-7zM10.5 11h7v6h-7zM6.5 4h7v6h-7z",
    )

    nummer: Annotated[StrictInt, Field(ge=1, le=5)]
    """1 tot en met 5."""
    samenvatting: Samenvatting
    """De bouwsteen in korte zinnen van samen hooguit 200 tekens."""
    vragen: list[Naam] = []
    """Vragen waarop deze bouwsteen antwoordt, in de woorden van mensen."""
    doel: list[Uitspraak]
    """Wat willen we bereiken."""
    aanbevelingen: Annotated[list[Aanbeveling], Field(min_length=1)]
    """De aanbevelingen."""
    bronnen: Annotated[list[BronId], Field(min_length=1)]
    """Ids van alle bronnen die op deze pagina staan."""
