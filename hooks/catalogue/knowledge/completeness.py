"""A card → how complete it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Instrument
from ..model.fields import fields_of

DIRECTIONS = {"slaagfactoren": "factoren", "faalfactoren": "factoren"}
"""What counts by itself, and the field that holds it."""


@dataclass(frozen=True)
class Completeness:
    """How complete a card is: a field counts when it is filled, or was searched for in vain."""

    total: int
    missing: list[str]
    """Names of fields that are empty."""
    not_found: list[str]
    """Names of fields for which the sources say nothing."""

    @property
    def done(self) -> int:
        """How many fields count as filled."""
        return self.total - len(self.missing)


def completeness(card: Instrument) -> Completeness:
    """Count the filled fields of a card."""
    counted = list(_counted(card))
    empty = [(field, label) for field, label, filled in counted if not filled]
    missing = [label for field, label in empty if field not in card.niet_gevonden]
    not_found = [label for field, label in empty if field in card.niet_gevonden]
    return Completeness(len(counted), missing, not_found)


def _counted(card: Instrument) -> Iterator[tuple[str, str, bool]]:
    """Field, label, and whether it is filled, for all that counts."""
    for field in fields_of(Instrument):
        if field.about.counted:
            yield field.name, field.about.counted, _filled(getattr(card, field.name))
        for label in (label for label, holder in DIRECTIONS.items() if holder == field.name):
            yield field.name, label, bool(getattr(card, label))


def _filled(value: object) -> bool:
    """Whether a list has entries, or a part any field."""
    if isinstance(value, list):
        return bool(value)
    return any(inner is not None for _, inner in value)  # type: ignore[attr-defined]
