"""What a card says of a bouwsteen, a knelpunt or a situation: for it, against it, or both, in which sentences."""

from __future__ import annotations

import pytest

from catalogue.checking import load
from catalogue.knowledge.matrix import MatrixCell, cells, columns
from catalogue.linking import Catalogue
from catalogue.model import Bouwsteen, Instrument, Item, Knelpunt, Situatie
from tests.sample import SAMPLE


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(SAMPLE)


def said(catalogue: Catalogue, across: type[Item]) -> dict[str, tuple[str, list[str]]]:
    """Column → verdict and sentences of ‘Proefoverleg’."""
    found = cells(catalogue, catalogue.node(Instrument, "proefoverleg"), across)
    return {id: (cell.verdict, [one.sentence for one in cell.spoken]) for id, cell in found.items()}


def test_a_cell_has_every_sentence_and_says_whether_they_are_for_or_against(
    catalogue: Catalogue,
) -> None:
    found = said(catalogue, Situatie)
    assert {id: verdict for id, (verdict, _) in found.items()} == {
        "elkaar-niet-kennen": "voor",
        "iets-vastleggen": "beide",
    }
    assert found["iets-vastleggen"][1] == [
        "u iets wilt vastleggen",
        "De kaart noemt wie meedoen, en daar hoort bij: Rijk.",
        "Op de kaart staat als status: vervangen.",
    ]


def test_with_sentences_against_alone_a_cell_is_against(catalogue: Catalogue) -> None:
    node = catalogue.node(Instrument, "proefoverleg")
    found = cells(catalogue, node, Situatie)["iets-vastleggen"]
    against = tuple(one for one in found.spoken if not one.is_for)
    assert MatrixCell(found.column, against).verdict == "tegen"


def test_the_links_of_a_card_are_the_cells_of_bouwstenen_and_knelpunten(
    catalogue: Catalogue,
) -> None:
    assert said(catalogue, Bouwsteen) == {
        "1-proefafspraken": ("voor", ["Het begint met afspreken."])
    }
    assert said(catalogue, Knelpunt) == {
        "proefknelpunt": ("voor", ["Praten helpt tegen onbekendheid."])
    }


def test_what_a_card_does_not_mention_has_no_cell(catalogue: Catalogue) -> None:
    assert cells(catalogue, catalogue.node(Instrument, "proefakkoord"), Knelpunt) == {}


def test_situations_stand_by_question_and_bouwstenen_in_one_group(catalogue: Catalogue) -> None:
    groups = [(one.title, [node.id for node in one.nodes]) for one in columns(catalogue, Situatie)]
    assert groups == [("1. Hoe kent u elkaar?", ["elkaar-niet-kennen", "iets-vastleggen"])]
    assert [one.title for one in columns(catalogue, Bouwsteen)] == [""]
