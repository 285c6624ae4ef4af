"""What cards say of the answers of a chooser: which sentence, for or against, and on whose card it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue import checking
from catalogue.checking import check, load
from catalogue.knowledge.choosing import questions, spoken_about, spoken_of, thin
from catalogue.linking import Catalogue
from catalogue.model import Instrument, Situatie
from tests.sample import SAMPLE, edit, sample_project

OVERLEG, AKKOORD = "instruments/proefoverleg.yml", "instruments/proefakkoord.yml"
SPOKE = "  - als: u elkaar nog nooit sprak\n"
VASTLEGGEN = "docs/situaties/iets-vastleggen.md"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(SAMPLE)


def said(catalogue: Catalogue, id: str) -> list[tuple[list[str], bool, str, str]]:
    """Answers, for or against, sentence and card, of all that is said of an instrument."""
    node = catalogue.node(Instrument, id)
    return [
        ([answer.id for answer in one.answers], one.is_for, one.sentence, one.card.id)
        for one in spoken_of(catalogue, node)
    ]


def test_its_own_sentences_its_traits_and_its_knelpunten_speak_of_a_card(
    catalogue: Catalogue,
) -> None:
    assert said(catalogue, "proefoverleg") == [
        (["elkaar-niet-kennen"], True, "u elkaar wilt leren kennen", "proefoverleg"),
        (["iets-vastleggen"], False, "u iets wilt vastleggen", "proefoverleg"),
        (
            ["elkaar-niet-kennen"],
            True,
            "Hardheid: laag · 2 van 5. Het woord telt, de handtekening niet.",
            "proefoverleg",
        ),
        (
            ["iets-vastleggen"],
            True,
            "De kaart noemt wie meedoen, en daar hoort bij: Rijk.",
            "proefoverleg",
        ),
        (["iets-vastleggen"], False, "Op de kaart staat als status: vervangen.", "proefoverleg"),
        (["proefknelpunt"], True, "Praten helpt tegen onbekendheid.", "proefoverleg"),
    ]


def test_a_card_that_sends_the_reader_elsewhere_speaks_for_what_it_sends_to(
    catalogue: Catalogue,
) -> None:
    assert (["iets-vastleggen"], True, "u iets wilt vastleggen", "proefoverleg") in said(
        catalogue, "proefakkoord"
    )


def test_what_is_only_proposed_sends_nobody(tmp_path: Path) -> None:
    """Its sentences say what to do as long as it is not there; that is no reason to choose the other."""
    project = sample_project(tmp_path)
    edit(project, AKKOORD, SPOKE, f"{SPOKE}    kies: proefoverleg\n")
    sent = (["elkaar-niet-kennen"], True, "u elkaar nog nooit sprak", "proefakkoord")
    assert sent in said(load(project), "proefoverleg")
    edit(project, AKKOORD, "status: geldend", "status: voorgesteld")
    assert sent not in said(load(project), "proefoverleg")


@pytest.mark.parametrize(
    ("score", "counts"),
    [
        ("waarde: 2", True),
        ("waarde: 3", False),
        ("van: 1\n    tot: 2", True),
        # It differs per case, and so it says nothing.
        ("van: 1\n    tot: 4", False),
    ],
)
def test_a_score_counts_when_all_of_it_lies_within_the_bounds(
    tmp_path: Path, score: str, counts: bool
) -> None:
    project = sample_project(tmp_path)
    edit(project, OVERLEG, "hardheid:\n    waarde: 2", f"hardheid:\n    {score}")
    found = [sentence for _, _, sentence, _ in said(load(project), "proefoverleg")]
    assert any(sentence.startswith("Hardheid") for sentence in found) is counts


def test_a_layer_that_a_card_does_not_name_says_nothing(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    edit(project, VASTLEGGEN, "bestuurslaag: rijk", "bestuurslaag: waterschap")
    catalogue = load_with_thin(project)
    for id in ("proefoverleg", "proefakkoord"):
        assert not [one for one in said(catalogue, id) if "wie meedoen" in one[2]]


def test_the_page_of_a_situation_lists_who_speaks_of_it(catalogue: Catalogue) -> None:
    about = spoken_about(catalogue, catalogue.node(Situatie, "iets-vastleggen"))
    assert {(one.instrument.id, one.is_for) for one in about} == {
        ("proefakkoord", True),
        ("proefoverleg", True),
        ("proefoverleg", False),
    }


def test_questions_and_their_answers_stand_in_order(catalogue: Catalogue) -> None:
    ((question, answers),) = questions(catalogue)
    assert question.id == "proefvraag"
    assert [node.id for node in answers] == ["elkaar-niet-kennen", "iets-vastleggen"]


def test_enough_is_said_in_the_sample(catalogue: Catalogue) -> None:
    assert list(thin(catalogue)) == []


def load_with_thin(project: Path) -> Catalogue:
    """The catalogue of a project of which too little may be said to choose by."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checking, "LINKED_CHECKS", ())
        return load(project)


def test_a_situation_that_leaves_no_choice_is_a_problem(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    edit(project, AKKOORD, "situaties: [elkaar-niet-kennen]\n", "situaties: []\n")
    assert [str(one) for one in check(project)] == [
        "docs/situaties/elkaar-niet-kennen.md:2:5: id: 2 instrumenten spreken hiervoor en 0 ertegen; "
        "minstens 2 en 1 is nodig om te kunnen kiezen"
    ]


def test_an_instrument_that_hardly_speaks_of_situations_is_a_problem(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    edit(project, AKKOORD, "situaties: [elkaar-niet-kennen, iets-vastleggen]", "situaties: []")
    edit(project, AKKOORD, "situaties: [elkaar-niet-kennen]", "situaties: []")
    edit(project, VASTLEGGEN, "bestuurslaag: rijk", "bestuurslaag: waterschap")
    found = [one.message for one in check(project) if one.path == AKKOORD]
    assert found == [
        "de zinnen gaan samen over 1 van de minstens 2 situaties; noem ze bij `situaties`"
    ]
