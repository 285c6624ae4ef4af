"""What the search index must know of each page: its kind, its summary, and the names that lead to it."""

from __future__ import annotations

import pytest

from catalogue.checking import load
from catalogue.model import KINDS, Kind
from catalogue.pages import render
from catalogue.publishing import publish
from catalogue.search.records import Names, SearchRecord, written_record
from catalogue.site_pages import SITE_PAGES
from tests.sample import SAMPLE


@pytest.fixture(scope="module")
def records() -> dict[str, SearchRecord]:
    pages = render(load(SAMPLE))
    return {page.record.address: page.record for page in pages if page.record}


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_item_of_every_kind_is_found_by_its_names_and_shows_its_summary(
    records: dict[str, SearchRecord], kind: Kind
) -> None:
    for id, item in load(SAMPLE).items[kind.name].items():
        record = records[kind.address(id) if kind.own_page else kind.overview]
        assert record.kind == kind.word
        # A proposal says so: "Instrument · voorgesteld".
        assert record.label.partition(" · ")[0] == kind.title
        assert record.background is kind.background
        names = record.names if kind.own_page else record.parts[id]
        assert names.titel == item.titel
        assert set(item.synoniemen) <= set(names.synoniemen)
        assert names.zoekwoorden == item.zoekwoorden
        assert record.id == (id if kind.own_page else "")
        assert record.summary


def test_a_question_of_a_trainer_is_no_question_that_leads_to_a_page(
    records: dict[str, SearchRecord],
) -> None:
    assert records["lesnotities/proefgesprek/"].names.vragen == []
    assert records["instrumenten/proefoverleg/"].names.vragen == ["Met wie moet ik praten?"]


def test_the_pages_of_items_of_items_together_and_of_tools_are_found_and_no_other(
    records: dict[str, SearchRecord],
) -> None:
    catalogue = load(SAMPLE)
    own = {
        kind.address(id)
        for kind in KINDS.values()
        if kind.own_page
        for id in catalogue.items[kind.name]
    }
    together = {kind.overview for kind in KINDS.values() if not kind.own_page}
    tools = {page.address for page in SITE_PAGES if page.found}
    assert records.keys() == own | together | tools


def test_an_abbreviation_is_a_name(records: dict[str, SearchRecord]) -> None:
    assert records["wettelijk-kader/proefwet/"].names.synoniemen == ["Proefwet", "Wop"]


def test_a_recommendation_is_found_by_number_and_addressee(
    records: dict[str, SearchRecord],
) -> None:
    record = records["bouwstenen/1-proefafspraken/"]
    assert record.part_kind == "aanbeveling"
    assert record.parts["aanbeveling-1-01"] == Names(
        "1.01 Spreek af wie wat doet", [], ["aanbeveling", "kabinet", "gemeenten"]
    )
    source = records["bronnen/rob-2021/"]
    assert source.parts == {"aanbeveling-rob-01": Names("rob-01 Praat eerder", [], ["aanbeveling"])}


def test_items_on_one_page_are_results_of_their_own(records: dict[str, SearchRecord]) -> None:
    record = records["begrippen/"]
    assert (record.names.titel, record.part_kind) == ("Begrippen", "begrip")
    assert list(record.parts) == ["proefbegrip", "proefterm"]


def test_a_page_written_by_hand_is_found_by_what_is_on_it() -> None:
    record = written_record("over/", "Wat dit is.")
    assert (record.label, record.summary, record.names) == (
        "Over deze site",
        "Wat dit is.",
        Names(""),
    )


def test_records_go_along_with_the_pages_that_are_published(
    records: dict[str, SearchRecord],
) -> None:
    published = [output.record for output in publish(load(SAMPLE), SAMPLE) if output.record]
    assert {record.address: record for record in published} == records
