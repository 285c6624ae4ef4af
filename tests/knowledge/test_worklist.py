"""The worklist: each sort of work is found where it is, and nowhere else; and the report prints the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from catalogue.checking import load
from catalogue.knowledge.worklist import SORTS, WorkEntry, worklist, worklist_facets
from catalogue.report import report
from tests.sample import SAMPLE, add_module, edit, leave_out, sample_project

CARD = "instruments/proefoverleg.yml"
LAW = "docs/wetten/proefwet.md"


def work_of(project: Path, id: str) -> dict[str, str]:
    """Sort of work → what is to be done, for one item; of a sort that comes more than once, the last."""
    found = [entry for entry in worklist(load(project)) if entry.node.id == id]
    return {work.sort.name: work.said for entry in found for work in entry.work}


@pytest.fixture(scope="module")
def entries() -> list[WorkEntry]:
    return worklist(load(SAMPLE))


def test_an_empty_card_asks_for_all_it_lacks() -> None:
    work = work_of(SAMPLE, "proefakkoord")
    assert work["nalezen"] == "Lees dit na voor 2 maart 2027, met de bronnen ernaast."
    assert work["onvolledig"].startswith(
        "Zoek in de bronnen, en vul aan: fase in de beleidscyclus, "
    )
    assert work["zonder-praktijk"] == (
        "Zoek een praktijkvoorbeeld waarin dit instrument is gebruikt."
    )
    assert work["zonder-evaluatie"].startswith("Zoek een evaluatie")
    assert work["een-bron"].startswith("Zoek een tweede bron. Alles op deze kaart rust op: ")


def test_a_full_card_asks_for_none_of_these() -> None:
    work = work_of(SAMPLE, "proefoverleg")
    assert "nalezen" in work
    assert work.keys().isdisjoint({"onvolledig", "zonder-praktijk", "zonder-evaluatie"})


def test_what_was_searched_for_in_vain_is_to_be_searched_for_again(tmp_path: Path) -> None:
    assert work_of(SAMPLE, "proefakkoord")["vergeefs"] == "Kijk of er nu een bron is over: nadelen."
    project = sample_project(tmp_path)
    leave_out(project, "instruments/proefakkoord.yml", "niet_gevonden")
    work = work_of(project, "proefakkoord")
    assert "vergeefs" not in work and "nadelen" in work["onvolledig"]


def test_a_factor_that_a_case_contradicts_is_doubtful(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    assert "weersproken" not in work_of(project, "proefoverleg")
    edit(project, "cases/proefregio.yml", "oordeel: bevestigd", "oordeel: weersproken")
    said = work_of(project, "proefoverleg")["weersproken"]
    assert said.startswith("Kijk of de factor ‘") and said.endswith(
        "Zij is weersproken in: Proefregio."
    )


def test_a_law_of_which_nobody_read_the_text_says_which_articles(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    before = work_of(project, "proefwet").get("wettekst", "")
    edit(project, CARD, "    gecontroleerd_op: 2026-02-01\n", "")
    after = work_of(project, "proefwet")["wettekst"]
    assert after.startswith("Lees in de wettekst zelf: artikel ") and after != before
    # A treaty has no text there to lay it beside.
    assert "wettekst" not in work_of(project, "proefverdrag")


def test_a_sentence_that_rests_on_nothing_but_our_judgement_is_counted(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    before = work_of(project, "proefakkoord").get("redactie", "")
    more = "kwalificatie:\n  - tekst: Wij vinden het licht.\n    bron: redactie\nvoordelen:\n"
    edit(project, "instruments/proefakkoord.yml", "voordelen:\n", more)
    after = work_of(project, "proefakkoord")["redactie"]
    assert "kwalificatie (1)" in after and "kwalificatie" not in before


def test_a_module_says_what_changed_since_somebody_went_through_it(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    edit(project, CARD, "wijzigingen:\n", "wijzigingen:\n  - datum: 2026-09-01\n    wat: Anders.\n")
    said = work_of(project, "proefmodule")["veranderd"]
    assert said == "Leg de module naast wat er veranderde: Proefoverleg."


def test_the_first_day_comes_first_and_who_has_none_comes_last(
    tmp_path: Path, entries: list[WorkEntry]
) -> None:
    days = [entry.due or date.max for entry in entries]
    assert days == sorted(days) and days[0] == date(2027, 1, 7)
    project = sample_project(tmp_path)
    edit(project, CARD, "beoordelen_voor: 2027-03-02", "beoordelen_voor: 2026-06-01")
    add_module(project, "nieuw", nummer=9)
    found = worklist(load(project))
    assert (found[0].node.id, found[0].due) == ("proefoverleg", date(2026, 6, 1))
    # A module without a day and without other work is not on the list.
    assert "nieuw" not in {entry.node.id for entry in found}


def test_the_filters_count_what_is_on_the_list(entries: list[WorkEntry]) -> None:
    by_name = {one.facet.name: one for one in worklist_facets(entries)}
    counts = {option.value: option.count for option in by_name["werk"].options}
    assert counts["nalezen"] == sum("nalezen" in entry.sorts for entry in entries)
    assert set(counts) == {name for entry in entries for name in entry.sorts}
    assert sum(option.count for option in by_name["soort"].options) == len(entries)


def test_the_report_prints_the_same_work(entries: list[WorkEntry]) -> None:
    lines = list(report(load(SAMPLE)))
    for entry in entries:
        for work in entry.work:
            assert f"{entry.node.kind}  {entry.node.id}  {work.said}" in lines
    assert {sort.title for sort in SORTS if any(sort.name in e.sorts for e in entries)} <= set(
        lines
    )
