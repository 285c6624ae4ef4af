"""The page of a module of the learning line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from ..linking import Link
from ..model import (
    Module,
)
from ..model.module import Programmaonderdeel
from .base import View


@dataclass(frozen=True)
class Session:
    """A part of a module's programme, with its times."""

    begin: str
    einde: str
    onderdeel: Programmaonderdeel


MODULE_LINKS: dict[str, str] = {
    "instrumenten": "Instrumenten",
    "cases": "Praktijkvoorbeelden",
    "knelpunten": "Knelpunten",
    "bouwstenen": "Bouwstenen",
    "aanbevelingen": "Aanbevelingen",
    "begrippen": "Begrippen",
}


class ModuleView(View):
    """The page of a module."""

    @property
    def module(self) -> Module:
        assert isinstance(self.node.item, Module)
        return self.node.item

    @property
    def duration(self) -> str:
        """2 uur en 30 minuten."""
        return duration(self.module.duur)

    @property
    def used(self) -> list[tuple[str, list[Link]]]:
        """What the module uses, per kind."""
        groups = [(title, self.out(field=name)) for name, title in MODULE_LINKS.items()]
        return [
            (title, [k for k in found if k.target.kind != "bron"])
            for title, found in groups
            if found
        ]

    @property
    def sessions(self) -> list[Session]:
        """The programme with times, counted from 0:00."""
        ends = list(accumulate(part.minuten for part in self.module.programma))
        starts = [0, *ends[:-1]]
        return [
            Session(clock(a), clock(b), part)
            for a, b, part in zip(starts, ends, self.module.programma, strict=True)
        ]


def clock(minutes: int) -> str:
    """1:05: hours and minutes."""
    return f"{minutes // 60}:{minutes % 60:02d}"


def duration(minutes: int) -> str:
    """2 uur en 30 minuten."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} uur"] if hours else []
    return " en ".join([*parts, f"{rest} minuten"] if rest else parts)
