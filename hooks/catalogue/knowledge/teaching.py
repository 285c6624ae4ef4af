"""A module → what would go wrong in the room: minutes that do not fit, goals that nobody practises, sheets that are not there.

People read some 200 words of a plain text in a minute and speak some 120. Both are rules of thumb of the redactie, and
generous: with less time than this a part cannot be done, with more it may still be hard.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from ..linking import Catalogue, Link, Node
from ..markup import plain
from ..model import Handout, Module
from ..model.base import Wijziging
from ..model.handout import Vel
from ..model.module import Groepen, Programmaonderdeel, Werkvorm
from ..model.parts import texts, walk
from ..problem import Loc
from .extracts import extract, missing

READ, SPOKEN_LEAST, SPOKEN_MOST = 200, 60, 150
"""Words in a minute: read, and spoken at least and at most; a trainer also asks and waits."""


@dataclass(frozen=True)
class LessonFault:
    """Something in a module that does not work out, with the way to it."""

    loc: Loc
    message: str


def faults(catalogue: Catalogue, module: Module) -> Iterator[LessonFault]:
    """All that does not work out in a module."""
    yield from _goals(module)
    yield from _exercises(module)
    given = {one.handout for one in module.materiaal if one.handout}
    for n, part in enumerate(module.programma):
        for fault in chain(
            _minutes(part),
            _turns(part, module.groepen),
            _speech(part),
            _sheets(catalogue, part, given),
            _reading(catalogue, part),
        ):
            yield LessonFault(("programma", n, *fault.loc), fault.message)


def _goals(module: Module) -> Iterator[LessonFault]:
    """Every leerdoel is practised, and no exercise practises one that is not there."""
    practised = {goal for one in module.opdrachten for goal in one.leerdoelen}
    if not practised:
        return
    for n in range(1, len(module.leerdoelen) + 1):
        if n not in practised:
            yield LessonFault(("leerdoelen", n - 1), "geen opdracht oefent dit leerdoel")
    for n, one in enumerate(module.opdrachten):
        for goal in one.leerdoelen:
            if goal > len(module.leerdoelen):
                yield LessonFault(("opdrachten", n, "leerdoelen"), f"er is geen leerdoel {goal}")


def _exercises(module: Module) -> Iterator[LessonFault]:
    """A programme part does an exercise that is there, and an exercise asks for a text that is to be read."""
    known = {one.id for one in module.opdrachten}
    for n, part in enumerate(module.programma):
        if part.opdracht and part.opdracht not in known:
            yield LessonFault(
                ("programma", n, "opdracht"), f"er is geen opdracht “{part.opdracht}”"
            )
    done = {part.opdracht for part in module.programma}
    for n, one in enumerate(module.opdrachten):
        if one.id and one.id not in done:
            yield LessonFault(
                ("opdrachten", n, "id"), "geen onderdeel van het programma doet deze opdracht"
            )
        for number in one.lees_vooraf:
            if number > len(module.lezen_vooraf):
                said = f"deze opdracht vraagt leesstuk {number}, en dat staat niet bij lezen_vooraf"
                yield LessonFault(("opdrachten", n, "lees_vooraf"), said)


def _minutes(part: Programmaonderdeel) -> Iterator[LessonFault]:
    total = sum(one.minuten for one in part.werkvormen)
    if part.werkvormen and total != part.minuten:
        said = f"de werkvormen duren samen {total} minuten, het onderdeel {part.minuten}"
        yield LessonFault(("werkvormen",), said)


def _turns(part: Programmaonderdeel, groups: Groepen | None) -> Iterator[LessonFault]:
    """Whoever has a turn has it within the minutes, also with the most people that the module takes."""
    for n, one in enumerate(part.werkvormen):
        if one.seconden is None:
            continue
        turns = _turns_in(one, groups.hoogst if groups else 1)
        needed = math.ceil(turns * one.stuks * one.seconden / 60)
        if needed > one.minuten:
            said = f"{turns} keer {one.stuks * one.seconden} seconden is {needed} minuten; hier zijn er {one.minuten}"
            yield LessonFault(("werkvormen", n), said)


def _turns_in(one: Werkvorm, people: int) -> int:
    """How many turns there are after one another."""
    if one.beurten is None:
        return 1
    if one.beurten == "groep":
        return math.ceil(people / (one.groepsgrootte or people))
    if one.vorm == "tweetallen":
        return 2
    return one.groepsgrootte or people


def _speech(part: Programmaonderdeel) -> Iterator[LessonFault]:
    """What the trainer says is enough for the minutes of explanation, and not more than can be said in the part."""
    told = sum(one.minuten for one in part.werkvormen if one.vorm == "uitleg")
    words = len(plain(part.zeg).split()) if part.zeg else 0
    if told and words < SPOKEN_LEAST * told:
        said = f"{words} woorden is te weinig voor {told} minuten uitleg; schrijf er minstens {SPOKEN_LEAST * told}"
        yield LessonFault(("zeg",) if part.zeg else ("werkvormen",), said)
    if words > SPOKEN_MOST * part.minuten:
        said = f"{words} woorden is te veel om in {part.minuten} minuten te zeggen"
        yield LessonFault(("zeg",), said)


def _sheets(
    catalogue: Catalogue, part: Programmaonderdeel, given: set[str]
) -> Iterator[LessonFault]:
    """What is handed out stands in the list of materials, and a role play has its roles."""
    for n, id in enumerate(part.deel_uit):
        if id not in given:
            yield LessonFault(("deel_uit", n), f"“{id}” staat niet in de lijst materiaal")
    sheets = [catalogue.node(Handout, id).part for id in part.deel_uit]
    roles = max((len(one.vellen) for one in sheets if one.soort == "rolkaarten"), default=0)
    for n, form in enumerate(part.werkvormen):
        if form.vorm == "rollenspel" and roles < (form.groepsgrootte or 0):
            said = f"een rollenspel met {form.groepsgrootte} mensen vraagt zoveel rolkaarten; dit onderdeel deelt er {roles} uit"
            yield LessonFault(("werkvormen", n), said)


def _reading(catalogue: Catalogue, part: Programmaonderdeel) -> Iterator[LessonFault]:
    """What is handed out to read can be read in the minutes for it."""
    handouts = [catalogue.node(Handout, id) for id in part.deel_uit]
    for n, form in enumerate(part.werkvormen):
        if form.vorm != "lezen":
            continue
        words = _words_of(catalogue, handouts, form.vellen)
        needed = math.ceil(words / READ)
        if needed > form.minuten:
            said = f"de vellen tellen {words} woorden, dat is {needed} minuten lezen; hier zijn er {form.minuten}"
            yield LessonFault(("werkvormen", n), said)


def _words_of(catalogue: Catalogue, handouts: list[Node[Handout]], most: int | None) -> int:
    """How many words somebody reads: all sheets, or the longest so many of them; of role cards each reads one."""
    sheets: list[int] = []
    for node in handouts:
        own = [_words_on(catalogue, vel) for vel in node.part.vellen]
        sheets += [max(own)] if node.part.soort == "rolkaarten" else own
    return sum(sorted(sheets, reverse=True)[:most])


def _words_on(catalogue: Catalogue, vel: Vel) -> int:
    written = (text.text for _, part in walk(vel) for text in texts(part, ()))
    drawn = (extract(catalogue, one).words for one in vel.uittreksels)
    return sum(len(plain(text).split()) for text in written) + sum(drawn)


def sheet_faults(catalogue: Catalogue, handout: Handout) -> Iterator[LessonFault]:
    """What a sheet asks of a card and the card does not say."""
    for n, vel in enumerate(handout.vellen):
        for m, asked in enumerate(vel.uittreksels):
            for at in missing(catalogue, asked):
                loc, deel = ("vellen", n, "uittreksels", m, "delen", at), asked.delen[at]
                yield LessonFault(loc, f"deze kaart zegt niets onder “{deel}”")


USED = ("instrument", "case", "bouwsteen", "aanbeveling", "knelpunt", "begrip")
"""The kinds of what a module is made of: when one of these changes, somebody looks whether the module still fits."""


def used_by(catalogue: Catalogue, module: Node[Module]) -> list[Node[Any]]:
    """The items that a module uses, and those of which its handouts show something; each once."""
    own = _links(catalogue, module)
    sheets = {one.target.key: one.target for one in own if one.target.kind == Handout.kind.name}
    drawn = [link for sheet in sheets.values() for link in _links(catalogue, sheet)]
    targets = (link.target for link in (*own, *drawn) if link.target.kind in USED)
    items = {(one.item.kind.name, one.item.id): one for one in targets}
    return [catalogue.node(kind, id) for kind, id in items]


def _links(catalogue: Catalogue, node: Node[Any]) -> list[Link[Any]]:
    """What a node names in its fields, without mentions in running text and without sources."""
    return [one for one in catalogue.links_from(node) if not one.is_mention and not one.cites]


def changed_since(catalogue: Catalogue, module: Node[Module]) -> list[tuple[Node[Any], Wijziging]]:
    """What changed in what a module uses after somebody last laid the module beside it, newest first."""
    checked = module.part.nagelopen_op
    if checked is None:
        return []
    found = [
        (node, change)
        for node in used_by(catalogue, module)
        for change in node.item.wijzigingen
        if change.datum > checked
    ]
    return sorted(found, key=lambda one: (-one[1].datum.toordinal(), one[0].titel))
