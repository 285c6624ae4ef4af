"""A situation: one answer to one question of the keuzehulp, and the bridge to what the cards say."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from .base import Bestuurslaag, Onderdeel, Samenvatting, Score15, Tekstitem, check_single
from .fields import Ref
from .instrument import Fase, Status
from .kind import Kind
from .text import Naam, broken


class Kenmerkregel(Onderdeel):
    """A trait of a card that counts as a sentence: a score, a phase, a layer of government, or a status."""

    telt: Literal["voor", "tegen"]
    """Of het kenmerk voor of tegen het instrument spreekt."""
    schaal: Literal["dwingendheid", "hardheid", "handhaafbaarheid", "reikwijdte"] | None = None
    """Naam van een score; dan ook `vanaf` of `tot`."""
    vanaf: Score15 | None = None
    """De laagste score die telt. Loopt de score van de kaart van … tot …, dan telt zij als beide grenzen passen."""
    tot: Score15 | None = None
    """De hoogste score die telt."""
    fase: Fase | None = None
    """Een fase die de kaart noemt."""
    bestuurslaag: Bestuurslaag | None = None
    """Een overheid die meedoet. Dat een kaart een overheid niet noemt, zegt niets."""
    status: Status | None = None
    """Een status die de kaart heeft."""

    @model_validator(mode="after")
    def _names_one_trait(self) -> Kenmerkregel:
        check_single(self, "schaal", "fase", "bestuurslaag", "status")
        if (self.schaal is None) != (self.vanaf is None and self.tot is None):
            raise broken("bij een `schaal` hoort `vanaf` of `tot`, en daar alleen bij")
        return self


class Situatie(Tekstitem):
    """An answer to a question of the keuzehulp."""

    kind: ClassVar[Kind] = Kind(
        name="situatie",
        order=16,
        folder="docs/situaties",
        plural="situaties",
        description="Wat er kan spelen als overheden samenwerken, met de instrumenten die daar wel en niet bij passen.",
        icon="M10 17.5s-6-5.500-6-9.500a6 6 0 0 1 12 0c0 4-6 9.500-6 9.500M7.5 8a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0",
    )

    vraag: Annotated[str, Ref(("keuzevraag",))]
    """Id van de vraag waarop dit een antwoord is."""
    nummer: Annotated[int, Field(strict=True, ge=1, le=12)]
    """De plaats onder de antwoorden op die vraag."""
    samenvatting: Samenvatting
    """Wanneer dit speelt, in korte zinnen van samen hooguit 200 tekens."""
    vragen: list[Naam] = []
    """Vragen die mensen hierover stellen, in hun eigen woorden."""
    kenmerken: list[Kenmerkregel] = []
    """Kenmerken van een kaart die hier als zin tellen."""
