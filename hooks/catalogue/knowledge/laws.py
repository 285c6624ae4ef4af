"""Names and links of laws and articles. Links are made from identifiers, never typed (Juriconnect, JCI 1.3.1)."""

from __future__ import annotations

from typing import Protocol
from urllib.parse import quote

from ..model import Wet

_NAMED = "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde"
_ORDINALS = _NAMED.split()


class LawPlace(Protocol):
    """What names a place in a law."""

    @property
    def artikel(self) -> str | None: ...
    @property
    def lid(self) -> str | None: ...
    @property
    def onderdeel(self) -> str | None: ...


def law_address(law: Wet, place: LawPlace | None = None) -> str | None:
    """The address of a law, or of an article in it, on wetten.overheid.nl; ``None`` for what is no law."""
    if law.bwb is None:
        return None
    if place is None or place.artikel is None:
        return f"https://wetten.overheid.nl/{law.bwb}"
    paragraph = f"&lid={quote(place.lid)}" if place.lid else ""
    return (
        f"https://wetten.overheid.nl/jci1.3:c:{law.bwb}&artikel={quote(place.artikel)}{paragraph}"
    )


def article_name(law: Wet, place: LawPlace | None = None) -> str:
    """artikel 108, derde lid, Gemeentewet."""
    parts = [f"artikel {place.artikel}"] if place and place.artikel else []
    if place and place.lid:
        parts.append(f"{_ordinal(place.lid)} lid")
    if place and place.onderdeel:
        parts.append(place.onderdeel)
    return ", ".join([*parts, law.titel])


def _ordinal(number: str) -> str:
    return (
        _ORDINALS[int(number) - 1]
        if number.isascii() and number.isdigit() and 1 <= int(number) <= 12
        else f"{number}e"
    )
