"""A source document."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from .base import Onderdeel, Samenvatting, Tekstitem
from .text import Naam, Regel, Tekst


class Bronaanbeveling(Onderdeel):
    """A recommendation of the source itself, such as those of the ROB."""

    kind: ClassVar[str] = "aanbeveling"

    id: Annotated[str, Field(pattern=r"^[a-z]+-[0-9]{2}$")]
    """Id van de aanbeveling: "rob-01"."""
    titel: Naam
    """De aanbeveling in enkele woorden."""
    tekst: Tekst
    """De aanbeveling, in eigen woorden."""
    plaats: Regel
    """Waar in de bron."""


class Bevinding(Onderdeel):
    """A finding or conclusion of the source."""

    tekst: Regel
    """De bevinding, in eigen woorden."""
    plaats: Regel
    """Waar in de bron."""


class Kop(Onderdeel):
    """A heading of the source, for the table of what is covered."""

    plaats: Naam
    """De kop zoals wij hem aanhalen: "§ 2.4" of "bouwsteen 1, Samenwerking"."""
    titel: Naam
    """Waar het deel over gaat."""
    opmerking: Regel | None = None
    """Waarom er niets op rust, als dat zo is."""


class Bron(Tekstitem):
    """A document on which statements rest. Its page lists all that does."""

    kind: ClassVar[str] = "bron"

    samenvatting: Samenvatting
    """Wat het is, in korte zinnen van samen hooguit 200 tekens."""
    auteur: Naam
    """Wie het schreef of uitgaf."""
    verschenen: Naam
    """Wanneer, zoals het document het zegt: "november 2025" of "zonder jaar"."""
    datum: date | None = None
    """Datum, als die bekend is."""
    adres: Annotated[str, Field(pattern=r"^https://[^\s<>\"']+$")] | None = None
    """Adres waar het te lezen is, als iemand dat controleerde."""
    citeerwijze: Regel
    """Hoe we plaatsen in deze bron noemen."""
    uitleg: list[Regel] = []
    """Wat lezers over deze bron moeten weten."""
    aanbevelingen: list[Bronaanbeveling] = []
    """Aanbevelingen van de bron zelf."""
    bevindingen: list[Bevinding] = []
    """Bevindingen en conclusies van de bron."""
    koppen: list[Kop] = []
    """Koppen van de bron, in volgorde; de pagina laat zien wat er op elk rust."""
