"""A question of the keuzehulp; its answers are situations."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictInt

from .base import Samenvatting, Tekstitem
from .fields import Choices
from .kind import Kind


class Keuzevraag(Tekstitem):
    """A question about what is going on, asked of who chooses an instrument."""

    kind: ClassVar[Kind] = Kind(
        name="keuzevraag",
        order=15,
        folder="docs/keuzevragen",
        section="keuzehulp",
        plural="keuzevragen",
        heading="Keuzehulp",
        description="Zeg wat er speelt en zie welke instrumenten passen, welke niet, en waarom.",
        own_page=False,
        icon="M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15M7.5 8a2.5 2.5 0 1 1 3.500 2.300c-.7.300-1 .8-1 1.700M10 14.500h.01",
    )

    nummer: Annotated[StrictInt, Field(ge=1, le=7)]
    """De plaats in de rij vragen, van 1 tot en met 7."""
    samenvatting: Samenvatting
    """Wat de vraag bedoelt, in één of twee korte zinnen."""
    antwoorden: Annotated[
        Literal["een", "meer"], Choices(een="één antwoord", meer="meer antwoorden")
    ] = "meer"
    """Of iemand er één antwoord op geeft of ook meer."""
