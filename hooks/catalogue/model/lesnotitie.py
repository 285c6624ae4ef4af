"""How to teach a case: stop it where someone had to decide, and let people decide before they hear what happened."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, StrictInt

from .base import BronId, CaseId, InstrumentId, Onderdeel, Samenvatting, Tekstitem, Uitspraak
from .kind import Kind
from .text import Naam, Regel


class Lesvraag(Onderdeel):
    """A question to the group, in its place."""

    vraag: Regel
    """De vraag, zoals de trainer hem stelt."""
    minuten: Annotated[StrictInt, Field(ge=1, le=60)]
    """Hoe lang de groep eraan werkt."""
    bord: list[Naam] = []
    """Wat de trainer op het bord zet: kopjes of woorden, in volgorde."""
    verwacht: list[Regel] = []
    """Wat deelnemers vaak antwoorden, en waar u op doorvraagt."""


class Lesnotitie(Tekstitem):
    """A teaching note for a case."""

    kind: ClassVar[Kind] = Kind(
        name="lesnotitie",
        order=94,
        folder="docs/lesnotities",
        plural="lesnotities",
        description="Zo bespreekt u een praktijkvoorbeeld: tot het moment van de keuze, met vragen, en dan pas wat er gebeurde.",
        background=True,
        icon="M3 3.5h14v10H3zM7 17l3-3.5 3 3.5M6 7h8M6 10h5",
    )

    case: CaseId
    """Id van het praktijkvoorbeeld."""
    samenvatting: Samenvatting
    """Waar het gesprek over gaat, in korte zinnen van samen hooguit 200 tekens."""
    moment: Uitspraak
    """Het moment van de keuze: wie moet wat beslissen, en wanneer."""
    bekend: Annotated[list[Uitspraak], Field(min_length=1)]
    """Wat er op dat moment bekend is. Niet wat later gebeurde."""
    keuzes: Annotated[list[Regel], Field(min_length=2)]
    """Wat er te kiezen valt, zoals de groep het krijgt."""
    vragen: Annotated[list[Lesvraag], Field(min_length=3)]
    """De vragen, in volgorde."""
    afloop: Annotated[list[Uitspraak], Field(min_length=1)]
    """Wat er daarna gebeurde; dit vertelt u pas op het eind."""
    lessen: Annotated[list[Uitspraak], Field(min_length=1)]
    """Wat de bron eruit leert. Een factor die uit dit voorbeeld komt, is er niet door bewezen."""
    instrumenten: list[InstrumentId] = []
    """Ids van de instrumenten waarover het gesprek gaat."""
    bronnen: Annotated[list[BronId], Field(min_length=1)]
    """Ids van alle bronnen van deze notitie."""
