"""A source document."""

from __future__ import annotations

from typing import Annotated, ClassVar

from .base import Datum, Onderdeel, Plaats, Samenvatting, Tekstitem
from .fields import About
from .kind import ADVICE, Kind, PartKind
from .text import Adres, Naam, Pattern, Regel, Tekst


class Bronaanbeveling(Onderdeel):
    """A recommendation of the source itself, such as those of the ROB."""

    kind: ClassVar[PartKind] = ADVICE

    id: Annotated[str, Pattern(r"[a-z]+-[0-9]{2}", "een nummer zoals rob-01")]
    """Id van de aanbeveling: "rob-01"."""
    titel: Naam
    """De aanbeveling in enkele woorden."""
    tekst: Tekst
    """De aanbeveling, in eigen woorden."""
    plaats: Plaats
    """Waar in de bron."""


class Bevinding(Onderdeel):
    """A finding or conclusion of the source."""

    tekst: Regel
    """De bevinding, in eigen woorden."""
    plaats: Plaats
    """Waar in de bron."""


class Leeswijzer(Onderdeel):
    """What readers must know of an overview that rests on the source."""

    tekst: Annotated[Regel, About(running=False)]
    """De uitleg, in eigen woorden."""
    plaats: Plaats
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

    kind: ClassVar[Kind] = Kind(
        name="bron",
        order=100,
        folder="docs/bronnen",
        plural="bronnen",
        description="De documenten waarop deze kennisbank rust, en alles wat op elk ervan steunt.",
        background=True,
        icon="M10 5C8 3.5 5 3.3 2.5 3.700v12.100c2.5-.4 5.5-.2 7.5 1.300c2-1.5 5-1.7 7.5-1.300V3.700C15 3.3 12 3.5 10 5zM10 5v12",
    )

    samenvatting: Samenvatting
    """Wat het is, in korte zinnen van samen hooguit 200 tekens."""
    auteur: Naam
    """Wie het schreef of uitgaf."""
    verschenen: Naam
    """Wanneer, zoals het document het zegt: "november 2025" of "zonder jaar"."""
    datum: Datum | None = None
    """Datum, als die bekend is."""
    adres: Adres | None = None
    """Adres waar het te lezen is, als iemand dat controleerde."""
    citeerwijze: Regel
    """Hoe we plaatsen in deze bron noemen."""
    leeswijzer: Leeswijzer | None = None
    """Wat lezers moeten weten bij een overzicht dat op deze bron rust; staat daar bovenaan."""
    uitleg: list[Regel] = []
    """Wat lezers over deze bron moeten weten."""
    aanbevelingen: list[Bronaanbeveling] = []
    """Aanbevelingen van de bron zelf."""
    bevindingen: list[Bevinding] = []
    """Bevindingen en conclusies van de bron."""
    koppen: list[Kop] = []
    """Koppen van de bron, in volgorde; de pagina laat zien wat er op elk rust."""
