"""An event in the history of relations between governments."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, StrictInt, model_validator

from .base import BronId, NaarInstrument, Samenvatting, Tekstitem, Uitspraak, Wetsverwijzing
from .fields import About
from .kind import Kind
from .text import Naam, broken

Jaar = Annotated[StrictInt, Field(ge=1800, le=2100)]


class Gebeurtenis(Tekstitem):
    """An event or period, with what it changed."""

    kind: ClassVar[Kind] = Kind(
        name="gebeurtenis",
        order=80,
        folder="docs/tijdlijn",
        section="tijdlijn",
        plural="gebeurtenissen",
        heading="Tijdlijn",
        description="Hoe de verhouding tussen overheden veranderde, en welke instrumenten daarbij ontstonden.",
        own_page=False,
        background=True,
        icon="M3 4.500h14v12.500H3zM3 8.500h14M7 2.500v4M13 2.500v4",
    )

    wanneer: Naam
    """Wanneer, zoals lezers het zeggen: "1848", "na 1945", "jaren tachtig"."""
    jaar: Jaar
    """Eerste jaar; bepaalt de plek op de tijdlijn."""
    tot: Jaar | None = None
    """Laatste jaar van een periode."""
    samenvatting: Samenvatting
    """Wat er gebeurde, in korte zinnen van samen hooguit 200 tekens."""
    uitleg: list[Uitspraak] = []
    """Wat het veranderde voor de verhouding tussen overheden."""
    instrumenten: list[NaarInstrument] = []
    """Instrumenten die eruit voortkwamen of erdoor veranderden."""
    wetgevend_kader: Annotated[list[Wetsverwijzing], About(fact=True)] = []
    """Wetten en afspraken die erbij horen."""
    bronnen: Annotated[list[BronId], Field(min_length=1)]
    """Ids van alle bronnen die bij deze gebeurtenis staan."""

    @model_validator(mode="after")
    def _period_runs_forward(self) -> Gebeurtenis:
        if self.tot is not None and self.tot <= self.jaar:
            raise broken("moet na jaar liggen", "tot")
        return self
