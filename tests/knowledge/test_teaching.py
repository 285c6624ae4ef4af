"""A module that a trainer gives tomorrow: what would go wrong in the room is said before anyone is in it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from catalogue.checking import check, load
from catalogue.knowledge.extracts import extract
from catalogue.knowledge.teaching import changed_since, used_by
from catalogue.linking import Catalogue
from catalogue.model import Handout, Instrument, Module
from tests.sample import SAMPLE, edit, leave_out, sample_project

MODULE = "docs/leerlijn/proefmodule.md"
SHEET = "docs/handouts/proefvel.md"
ROLE_PLAY = "      - vorm: rollenspel\n        minuten: 30\n        groepsgrootte: 2\n"
TURNS = "        seconden: 45\n        stuks: 2\n"


class Mistake(NamedTuple):
    """What an editor of a module may overlook, and what the check says of it."""

    what: str
    old: str
    new: str
    said: str
    path: str = MODULE


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(SAMPLE)


MISTAKES = [
    Mistake(
        "twenty people have a turn of 90 seconds in ten minutes",
        "hoogst: 6",
        "hoogst: 20",
        "programma[1].werkvormen[2]: 20 keer 90 seconden is 30 minuten; hier zijn er 10",
    ),
    Mistake(
        "a role play of five has two roles",
        "groepsgrootte: 2",
        "groepsgrootte: 5",
        "een rollenspel met 5 mensen vraagt zoveel rolkaarten; dit onderdeel deelt er 2 uit",
    ),
    Mistake(
        "nobody practises the second goal",
        "[Een overleg voorbereiden.]",
        "[Een overleg voorbereiden., Een overleg leiden.]",
        "leerdoelen[2]: geen opdracht oefent dit leerdoel",
    ),
    Mistake(
        "a sheet is handed out that no one was told to print",
        "    handout: proefvel\n",
        "",
        "programma[1].deel_uit[1]: “proefvel” staat niet in de lijst materiaal",
    ),
    Mistake(
        "the trainer explains for ten minutes and has seven words to say",
        "      - vorm: plenair\n        minuten: 10\n        beurten: persoon\n" + TURNS,
        "      - vorm: uitleg\n        minuten: 10\n",
        "programma[1].zeg: 7 woorden is te weinig voor 10 minuten uitleg; schrijf er minstens 600",
    ),
    Mistake(
        "the forms of work leave ten minutes over",
        "minuten: 30",
        "minuten: 20",
        "programma[1].werkvormen: de werkvormen duren samen 35 minuten, het onderdeel 45",
    ),
    Mistake(
        "an exercise asks for a text that nobody was asked to read",
        "lees_vooraf: [1]",
        "lees_vooraf: [9]",
        "deze opdracht vraagt leesstuk 9, en dat staat niet bij lezen_vooraf",
    ),
    Mistake(
        "a sheet shows what its card does not say",
        "delen: [samenvatting, score]",
        "delen: [samenvatting, verloop]",
        "vellen[2].uittreksels[2].delen[2]: deze kaart zegt niets onder “verloop”",
        SHEET,
    ),
]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda one: one.what)
def test_what_would_go_wrong_is_said(tmp_path: Path, mistake: Mistake) -> None:
    project = sample_project(tmp_path)
    edit(project, mistake.path, mistake.old, mistake.new)
    found = [str(problem) for problem in check(project)]
    assert len(found) == 1
    assert found[0].endswith(mistake.said)


def test_a_dossier_of_2900_words_is_not_read_in_twelve_minutes(tmp_path: Path) -> None:
    """What comes from cards counts too."""
    project = sample_project(tmp_path)
    page = "  - titel: Dossier\n    tekst: " + "woord " * 660 + "\n"
    edit(project, SHEET, "soort: rolkaarten", "soort: dossier")
    edit(project, SHEET, "---\n\nEen", page * 4 + "---\n\nEen")
    reading = "      - vorm: lezen\n        minuten: 12\n      - vorm: pauze\n        minuten: 18\n"
    edit(project, MODULE, ROLE_PLAY, reading)
    (said,) = map(str, check(project))
    assert said.endswith("de vellen tellen 2903 woorden, dat is 15 minuten lezen; hier zijn er 12")


def test_of_many_sheets_each_may_read_one(tmp_path: Path) -> None:
    """What counts is what somebody reads, and not what lies on the table."""
    project = sample_project(tmp_path)
    edit(project, SHEET, "soort: rolkaarten", "soort: kaartjes")
    words = "U wilt iets " + "en nog iets " * 50
    edit(project, SHEET, "U wilt *iets*", words)
    edit(project, SHEET, "U wilt iets anders", words)
    reading = "      - vorm: lezen\n        minuten: 2\n      - vorm: pauze\n        minuten: 28\n"
    edit(project, MODULE, ROLE_PLAY, reading)
    assert [str(one) for one in check(project)] != []
    edit(project, MODULE, "minuten: 2\n", "minuten: 2\n        vellen: 1\n")
    assert check(project) == []


def test_a_module_says_what_changed_since_somebody_looked(catalogue: Catalogue) -> None:
    """The card changed on 1 March, after the module was laid beside it; the case changed before."""
    node = catalogue.node(Module, "proefmodule")
    assert {one.id for one in used_by(catalogue, node)} >= {"proefoverleg", "proefregio"}
    changed = [(one.id, change.wat) for one, change in changed_since(catalogue, node)]
    assert changed == [("proefoverleg", "Kaart gemaakt.")]


@pytest.mark.parametrize("day", ["nagelopen_op: 2026-03-01\n", ""])
def test_confirming_takes_one_line(tmp_path: Path, day: str) -> None:
    """Who read it on the day of the change read the change; of a module that nobody read, nothing is said."""
    project = sample_project(tmp_path)
    edit(project, MODULE, "nagelopen_op: 2026-02-01\n", day)
    catalogue = load(project)
    assert changed_since(catalogue, catalogue.node(Module, "proefmodule")) == []


def test_what_a_sheet_shows_of_a_card_counts_as_used(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    leave_out(project, MODULE, "knelpunten")
    catalogue = load(project)
    used = used_by(catalogue, catalogue.node(Module, "proefmodule"))
    assert "proefknelpunt" in [one.id for one in used]


def test_a_sheet_says_what_the_card_says_now(catalogue: Catalogue) -> None:
    """Never a copy: each line is that of the card, with its source."""
    sheet = catalogue.node(Handout, "proefvel").part
    card = catalogue.node(Instrument, "proefoverleg").part
    shown = extract(catalogue, sheet.vellen[0].uittreksels[0])
    lines = {piece.title: piece.lines for piece in shown.pieces}
    assert [line.text for line in lines["Samenvatting"]] == [card.samenvatting]
    assert [line.part for line in lines["Voordelen"]] == card.voordelen
    assert lines["Kies iets anders als"][0].other is catalogue.node(Instrument, "proefakkoord")
    assert lines["Scores"][0].text == "Zeer laag · 1 van 5. Meedoen is vrij."
