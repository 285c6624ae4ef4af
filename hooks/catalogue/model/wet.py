"""A law, agreement or treaty, as far as it matters for cooperation between governments."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from .base import Beoordeeld, BronId, Samenvatting, Tekstitem, Uitspraak
from .fields import About, Choice, Choices
from .kind import Kind
from .text import Naam, Pattern, broken

Wetsoort = Annotated[
    Literal["wet", "afspraak", "verdrag", "historisch"],
    Choices(
        wet=Choice("wet", plural="Wetten"),
        afspraak=Choice("afspraak, geen wet", plural="Afspraken"),
        verdrag=Choice("verdrag", plural="Verdragen"),
        historisch=Choice("historische wet", plural="Geschiedenis"),
    ),
]


class Wet(Beoordeeld, Tekstitem):
    """A law. What rests on it comes from the cards, cases and recommendations that cite it."""

    kind: ClassVar[Kind] = Kind(
        name="wet",
        order=50,
        folder="docs/wetten",
        section="wettelijk-kader",
        key="wetten",
        plural="wetten en afspraken",
        label="Wettelijk kader",
        heading="Wettelijk kader",
        description="De wetten en afspraken waarop samenwerking tussen overheden rust.",
        icon="M10 3v14M6 17h8M4 5h12M4 5l-2.2 6a2.3 2.3 0 0 0 4.4 0zM16 5l-2.2 6a2.3 2.3 0 0 0 4.4 0z",
    )

    soort: Wetsoort
    """wet, afspraak, verdrag of historisch."""
    bwb: (
        Annotated[str, Pattern(r"BWBR[0-9]{7}", "BWBR en zeven cijfers, zoals BWBR0005416")] | None
    ) = None
    """BWB-nummer; alleen bij een wet."""
    afkorting: Naam | None = None
    """Gangbare afkorting."""
    samenvatting: Samenvatting
    """Wat ze hier regelt, in korte zinnen van samen hooguit 200 tekens."""
    regelt: Annotated[list[Uitspraak], About(fact=True)] = []
    """Wat ze regelt voor de samenwerking tussen overheden."""
    artikelen: Annotated[list[Artikel], About(fact=True)] = []
    """De artikelen die de bronnen noemen."""
    bronnen: Annotated[list[BronId], Field(min_length=1)]
    """Ids van alle bronnen die op deze pagina staan."""

    @model_validator(mode="after")
    def _number_fits_kind(self) -> Wet:
        if (self.soort == "wet") != (self.bwb is not None):
            raise broken("een wet heeft een BWB-nummer (veld bwb); een andere soort heeft het niet")
        return self


class Artikel(Uitspraak):
    """An article with what it means for cooperation."""

    artikel: Naam | None = None
    """Nummer van het artikel, tussen aanhalingstekens."""
    lid: Naam | None = None
    """Nummer van het lid, tussen aanhalingstekens."""
    onderdeel: Naam | None = None
    """Ander deel van de wet, zoals "hoofdstuk 7"."""
    in_bron: Naam | None = None
    """Hoe de bron het artikel noemt, als dat afwijkt: "artikel 2.3"."""


Wet.model_rebuild()
