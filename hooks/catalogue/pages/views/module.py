"""The page of a module of the learning line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any

from ...dutch import clock, duration
from ...linking import Link
from ...model import Module
from ...model.fields import fields_of
from ...model.kind import kind_named
from ...model.module import Programmaonderdeel
from .base import View, view_of


@dataclass(frozen=True)
class Session:
    """A part of a module's programme, with its times."""

    start: str
    end: str
    part: Programmaonderdeel


USED = ("instrumenten", "cases", "knelpunten", "bouwstenen", "aanbevelingen", "begrippen")
"""The fields that say what a module uses, in the order in which the page shows them."""


@view_of(Module)
class ModuleView(View[Module]):
    """The page of a module."""

    @property
    def duration(self) -> str:
        """2 uur en 30 minuten."""
        return duration(self.item.duur)

    @cached_property
    def used(self) -> list[tuple[str, list[Link[Any]]]]:
        """What the module uses, per kind."""
        found = ((name, self.out(name)) for name in USED)
        return [(_plural(name), links) for name, links in found if links]

    @property
    def sessions(self) -> list[Session]:
        """The programme with times, counted from 0:00."""
        ends = list(accumulate(part.minuten for part in self.item.programma))
        starts = [0, *ends[:-1]]
        return [
            Session(clock(start), clock(end), part)
            for start, end, part in zip(starts, ends, self.item.programma, strict=True)
        ]


def _plural(field: str) -> str:
    """What the items are called to which a field links."""
    target = fields_of(Module)[field].leads_to
    return kind_named(target.refers_to[0]).plural.capitalize() if target else field
