"""Instruments that are alike, side by side."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from .base import BronId, NaarInstrument, Samenvatting, Tekstitem, Uitspraak
from .kind import Kind
from .text import Naam


class Vergelijking(Tekstitem):
    """A comparison: what tells instruments apart that one chooses between. The rest comes from their cards."""

    kind: ClassVar[Kind] = Kind(
        name="vergelijking",
        order=15,
        folder="docs/vergelijkingen",
        plural="vergelijkingen",
        icon="M3 3.500h5.500v13H3zM11.500 3.500H17v13h-5.500zM5 7h1.500M5 10h1.500M13.500 7H15M13.500 10H15",
        description="Instrumenten die op elkaar lijken naast elkaar, met wat ze onderscheidt.",
    )

    samenvatting: Samenvatting
    """Wat er naast elkaar staat, in korte zinnen van samen hooguit 200 tekens."""
    vragen: list[Naam] = []
    """Vragen waarop deze vergelijking antwoordt, in de woorden van mensen."""
    waar_het_om_draait: list[Uitspraak] = []
    """Waarop u let als u kiest."""
    instrumenten: Annotated[list[NaarInstrument], Field(min_length=1)]
    """De instrumenten, in de volgorde van de tabel. `reden` zegt wat dit instrument van de andere onderscheidt."""
    bronnen: Annotated[list[BronId], Field(min_length=1)]
    """Ids van alle bronnen die op deze pagina staan."""
