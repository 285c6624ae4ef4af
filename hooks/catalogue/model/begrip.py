"""A concept of the field."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from .base import BegripId, BronId, Tekstitem, Uitspraak
from .kind import Kind


class Begrip(Tekstitem):
    """A term with its definition and a plain explanation (NL-SBB)."""

    kind: ClassVar[Kind] = Kind(
        name="begrip",
        order=60,
        folder="docs/begrippen",
        plural="begrippen",
        description="Wat de woorden betekenen die overheden onderling gebruiken.",
        own_page=False,
        icon="M3 4h14v9.500H9.500L6 17v-3.500H3zM6.5 7.500h7M6.5 10h4.5",
    )

    definitie: Uitspraak
    """Wat de bron eronder verstaat, in eigen woorden."""
    uitleg: Uitspraak | None = None
    """Uitleg in gewone taal, eventueel met een voorbeeld."""
    verwant: list[BegripId] = []
    """Ids van verwante begrippen."""
    bronnen: Annotated[list[BronId], Field(min_length=1)]
    """Ids van alle bronnen die bij dit begrip staan."""
