"""The page of a module of the learning line: what a trainer needs, in the order in which a trainer works."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ...dutch import capital, clock, counted, number_word
from ...knowledge.learning_line import builds_on, by_number, times
from ...knowledge.teaching import changed_since
from ...linking import Link, Node
from ...model import Handout, Module
from ...model.base import Wijziging
from ...model.fields import fields_of, label_of
from ...model.kind import kind_named
from ...model.module import Leesstuk, Materiaal, Opdracht, Programmaonderdeel, Werkvorm
from .base import View, of_node, view_of


@dataclass(frozen=True)
class Exercise:
    """An exercise, with its number on the page."""

    number: int
    part: Opdracht


@dataclass(frozen=True)
class Session:
    """A part of a module's programme, with its times."""

    start: str
    end: str
    part: Programmaonderdeel
    forms: list[str]
    """How its minutes are used, in words."""
    sheets: list[tuple[Node[Handout], int | None]]
    """What is handed out, each with its number in the list of materials if that names it."""
    exercise: Exercise | None


USED = ("instrumenten", "cases", "knelpunten", "bouwstenen", "aanbevelingen", "begrippen")
"""The fields that say what a module uses, in the order in which the page shows them."""


@view_of(Module)
class ModuleView(View[Module]):
    """The page of a module."""

    first = of_node(builds_on)

    @property
    def later(self) -> list[Node[Module]]:
        """The modules that follow on this one, by number."""
        return by_number(link.source for link in self.to("module.na"))

    @property
    def supplies(self) -> list[tuple[Materiaal, Node[Handout] | None]]:
        """What must be there, in order of use, with the handout that it is."""
        return [
            (one, self.catalogue.node(Handout, one.handout) if one.handout else None)
            for one in self.item.materiaal
        ]

    @cached_property
    def exercises(self) -> list[Exercise]:
        """The exercises, numbered."""
        return [Exercise(n, one) for n, one in enumerate(self.item.opdrachten, 1)]

    @property
    def sessions(self) -> list[Session]:
        """The programme with times, counted from 0:00."""
        return [
            self._session(clock(start), clock(end), part) for start, end, part in times(self.item)
        ]

    def _session(self, start: str, end: str, part: Programmaonderdeel) -> Session:
        numbers = {one.handout: n for n, one in enumerate(self.item.materiaal, 1) if one.handout}
        sheets = [(self.catalogue.node(Handout, id), numbers.get(id)) for id in part.deel_uit]
        done = (one for one in self.exercises if part.opdracht and one.part.id == part.opdracht)
        forms = [form_in_words(one) for one in part.werkvormen]
        return Session(start, end, part, forms, sheets, next(done, None))

    @property
    def matrix(self) -> list[tuple[str, list[Exercise]]]:
        """Each leerdoel with the exercises that practise it; nothing while no exercise says which it practises."""
        if not any(one.leerdoelen for one in self.item.opdrachten):
            return []
        return [
            (goal, [one for one in self.exercises if n in one.part.leerdoelen])
            for n, goal in enumerate(self.item.leerdoelen, 1)
        ]

    @property
    def before(self) -> list[tuple[Leesstuk, Node[Any]]]:
        """What to read before the training, and where it is."""
        return self._readings(self.item.lezen_vooraf)

    @property
    def after(self) -> list[tuple[Leesstuk, Node[Any]]]:
        """What to read after it, and where it is."""
        return self._readings(self.item.verder_lezen)

    def _readings(self, pieces: list[Leesstuk]) -> list[tuple[Leesstuk, Node[Any]]]:
        return [(one, self.node(*one.target)) for one in pieces]

    @property
    def reading_minutes(self) -> int:
        """How long it takes to read what is to be read before the training."""
        return sum(one.minuten or 0 for one in self.item.lezen_vooraf)

    @cached_property
    def used(self) -> list[tuple[str, list[Link[Any]]]]:
        """What the module uses, per kind."""
        found = ((name, self.out(name)) for name in USED)
        return [(_plural(name), links) for name, links in found if links]

    changes = of_node(changed_since)

    def change_of(self, node: Node[Any]) -> Wijziging | None:
        """The newest of these changes of an item."""
        own = (change for changed, change in self.changes if changed.item is node.item)
        return next(own, None)


def form_in_words(form: Werkvorm) -> str:
    """6 minuten samen, met de hele groep; elke deelnemer krijgt 20 seconden."""
    how = label_of(form, "vorm")
    if form.vorm == "groepen":
        how += f" van {number_word(form.groepsgrootte or 2)}"
    elif form.vorm == "rollenspel":
        how += f" met {number_word(form.groepsgrootte or 2)} mensen"
    said = f"{counted(form.minuten, 'minuut', 'minuten')}: {how}"
    return f"{said}; {turns}" if (turns := _turns(form)) else said


def _turns(form: Werkvorm) -> str:
    """Who has a turn, and how long it takes."""
    if form.seconden is None:
        return ""
    one = _seconds(form.seconden)
    if form.beurten:
        who = label_of(form, "beurten")
        return f"{who} krijgt {f'{form.stuks} keer ' if form.stuks > 1 else ''}{one}"
    return f"{form.stuks} keer {one}" if form.stuks > 1 else f"{one} per keer"


def _seconds(seconds: int) -> str:
    """90 seconden, 2 minuten."""
    if seconds % 60:
        return f"{seconds} seconden"
    return counted(seconds // 60, "minuut", "minuten")


def _plural(field: str) -> str:
    """What the items are called to which a field links."""
    target = fields_of(Module)[field].leads_to
    return capital(kind_named(target.refers_to[0]).plural) if target else field
