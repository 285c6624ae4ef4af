"""A concept of the field."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from .base import BegripId, BronId, Tekstitem, Uitspraak


class Begrip(Tekstitem):
    """A term with its definition and a plain explanation (NL-SBB)."""

    kind: ClassVar[str] = "begrip"

    definitie: Uitspraak
    """Wat de bron eronder verstaat, in eigen woorden."""
    uitleg: Uitspraak | None = None
    """Uitleg in gewone taal, eventueel met een voorbeeld."""
    verwant: list[BegripId] = []
    """Ids van verwante begrippen."""
    bronnen: Annotated[list[BronId], Field(min_length=1)]
    """Ids van alle bronnen die bij dit begrip staan."""
