"""Exercises: what they ask comes from the cards, and what nobody could do is a problem before there is a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue.checking import check, load
from catalogue.knowledge.practising import gap, pick, said_by, shuffled
from catalogue.linking import Catalogue
from catalogue.model import Instrument, Oefening
from tests.sample import SAMPLE, edit, leave_out, sample_project

OVERLEG, AKKOORD = "instruments/proefoverleg.yml", "instruments/proefakkoord.yml"
FOLDER = "docs/oefeningen"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(SAMPLE)


def test_things_to_order_never_stand_in_order_and_stay_as_they_are() -> None:
    for count in range(2, 8):
        things = [f"stap {n}" for n in range(count)]
        mixed = shuffled(things, str)
        assert mixed != things and sorted(mixed) == things
        assert shuffled(things, str) == mixed


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("samenvatting", "Overheden praten op proef over een gezamenlijke opgave."),
        ("wanneer_wel", "u elkaar wilt leren kennen"),
        ("wanneer_niet", "u iets wilt vastleggen"),
        ("hardheid", "Niets is af te dwingen."),
    ],
)
def test_a_hidden_field_says_what_its_card_says(
    catalogue: Catalogue, field: str, text: str
) -> None:
    said = said_by(catalogue.node(Instrument, "proefoverleg"), field)
    assert said and said.text == text
    # A summary is of the redactie, the rest names its source.
    assert (said.part is None) == (field == "samenvatting")


def test_what_a_card_does_not_say_cannot_be_asked(catalogue: Catalogue) -> None:
    assert said_by(catalogue.node(Instrument, "proefakkoord"), "hardheid") is None


def test_the_options_of_a_gap_are_of_the_card_and_of_the_others(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    edit(project, OVERLEG, "als: u elkaar wilt leren kennen", "als: u *bij* wilt praten")
    (part,) = load(project).node(Oefening, "proef-aanvullen").part.aanvullingen
    found = gap(load(project), part)
    assert {(one.card.id, one.text) for one in found.options} == {
        ("proefoverleg", "u bij wilt praten"),
        ("proefakkoord", "u elkaar op papier wilt leren kennen"),
    }


def test_what_fits_is_what_the_cards_say(catalogue: Catalogue) -> None:
    (part,) = catalogue.node(Oefening, "proef-kiezen").part.kiesvragen
    found = pick(catalogue, part)
    assert [(one.instrument.id, one.verdict) for one in found.weighed] == [
        ("proefoverleg", "deels"),
        ("proefakkoord", "past"),
    ]
    overleg = found.weighed[0]
    assert [one.sentence for one in overleg.spoken_for] == [
        "De kaart noemt wie meedoen, en daar hoort bij: Rijk."
    ]
    assert overleg.spoken_against[0].sentence == "u iets wilt vastleggen"


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        pytest.param(
            f"{FOLDER}/proef-koppelen.md",
            "instrument: proefoverleg",
            "instrument: proefakkoord",
            "koppels[1].instrument: dit instrument staat niet bij de instrumenten van “proefregio”",
            id="the case did not use it",
        ),
        pytest.param(
            f"{FOLDER}/proef-aanvullen.md",
            "veld: wanneer_wel",
            "veld: hardheid",
            "aanvullingen[1].afleiders[1]: op de kaart “proefakkoord” is het veld “hardheid” leeg",
            id="a card says nothing there",
        ),
        pytest.param(
            AKKOORD,
            "als: u elkaar op papier wilt leren kennen",
            "als: u elkaar wilt leren kennen",
            "aanvullingen[1].afleiders[1]: de kaart “proefakkoord” zegt in het veld “wanneer_wel” wat al een antwoord is",
            id="two cards say the same",
        ),
        pytest.param(
            OVERLEG,
            "als: u elkaar wilt leren kennen",
            "als: u een proefoverleg wilt houden",
            "aanvullingen[1].instrument: het veld “wanneer_wel” noemt de naam van zijn kaart, “Proefoverleg”, en verraadt het antwoord",
            id="the text gives away whose it is",
        ),
        pytest.param(
            f"{FOLDER}/proef-kiezen.md",
            "keuzes: [proefoverleg, proefakkoord]",
            "keuzes: [proefoverleg, proefakkoord]\n  - situatie: Wij kennen elkaar niet.\n    antwoorden: [elkaar-niet-kennen, iets-vastleggen]\n    keuzes: [proefakkoord, proefoverleg]",
            "kiesvragen[2].keuzes: volgens de kaarten past hier alles of niets; kies andere `antwoorden` of `keuzes`",
            id="nothing fits",
        ),
        pytest.param(
            f"{FOLDER}/proef-koppelen.md",
            "vorm: koppelen",
            "vorm: ordenen",
            "vul precies het veld in dat bij de vorm hoort, en geen ander",
            id="the form asks another field",
        ),
    ],
)
def test_what_nobody_could_do_is_a_problem(
    tmp_path: Path, path: str, old: str, new: str, message: str
) -> None:
    project = sample_project(tmp_path)
    edit(project, path, old, new)
    assert [str(one) for one in check(project) if message in str(one)], check(project)


def test_a_case_without_scores_cannot_be_scored(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    leave_out(project, "cases/proefregio.yml", "partnerschap")
    found = [one.message for one in check(project) if one.path == f"{FOLDER}/proef-scoren.md"]
    assert found == ["dit praktijkvoorbeeld heeft geen scores voor partnerschap"]


def test_one_item_may_come_back_in_another_question_but_not_in_the_same(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    again = "\n  - instrument: proefakkoord\n    veld: samenvatting\n    afleiders: [proefoverleg]"
    edit(
        project,
        f"{FOLDER}/proef-aanvullen.md",
        "afleiders: [proefakkoord]",
        f"afleiders: [proefakkoord]{again}",
    )
    assert check(project) == []
    edit(
        project,
        f"{FOLDER}/proef-aanvullen.md",
        "afleiders: [proefoverleg]",
        "afleiders: [proefakkoord]",
    )
    assert any("staat twee keer in deze lijst" in one.message for one in check(project))
