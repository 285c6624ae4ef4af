"""A question of the Beleidskompas; the keuzenotitie is written in the order of these questions."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, StrictInt

from .base import BronId, NaarInstrument, Samenvatting, Tekstitem, Uitspraak
from .kind import Kind
from .text import Regel


class Kompasvraag(Tekstitem):
    """A question with what it asks, what the keuzenotitie says there, and what the writer adds."""

    kind: ClassVar[Kind] = Kind(
        name="kompasvraag",
        order=17,
        folder="docs/keuzenotitie",
        section="keuzenotitie",
        plural="kompasvragen",
        heading="Keuzenotitie",
        description="Maak van uw keuze een korte notitie voor Word, als tekst of op papier, in de volgorde van het Beleidskompas.",
        own_page=False,
        icon="M5 2.500h7l3.500 3.500v11.500H5zM12 2.500V6h3.500M7.500 9.500h5M7.500 12h5M7.500 14.500h3",
    )

    nummer: Annotated[StrictInt, Field(ge=1, le=5)]
    """De plaats in de rij vragen, van 1 tot en met 5."""
    samenvatting: Samenvatting
    """Waar de vraag over gaat, in één of twee korte zinnen."""
    uitleg: Annotated[list[Uitspraak], Field(min_length=1)]
    """Wat de vraag van u wil weten."""
    in_notitie: Regel
    """Wat de keuzenotitie bij deze vraag neerzet."""
    zelf: Annotated[list[Regel], Field(min_length=1)]
    """Wat de schrijver er zelf bij zet, in losse zinnen."""
    nuloptie: list[Uitspraak] = []
    """Wat bronnen zeggen over niets doen; bij één van de vragen."""
    instrumenten: list[NaarInstrument] = []
    """Instrumenten die bij deze vraag helpen."""
    bronnen: Annotated[list[BronId], Field(min_length=1)]
    """Ids van alle bronnen die bij deze vraag staan."""
