"""The page of how instruments hang together, and the part of a card that leads to it."""

from __future__ import annotations

from pathlib import Path

from catalogue.checking import load
from catalogue.linking import Catalogue
from catalogue.pages import Page, render
from tests.sample import SAMPLE, add_instruments, relate, sample_project
from tests.site_html import words_of

PAGE = "samenhang/index.md"


def page_of(catalogue: Catalogue, path: str = PAGE) -> Page:
    return next(page for page in render(catalogue) if page.path == path)


def words_on(page: Page) -> str:
    return words_of(page.html)


def test_a_relation_stands_under_its_kind_with_its_sentence_and_its_source() -> None:
    page = page_of(load(SAMPLE))
    shown = words_on(page).partition("Alle relaties")[2]
    assert "1 relatie tussen 2 instrumenten" in shown
    assert "Versterkt 1 Met het eerste werkt het tweede beter." in shown
    assert (
        "Proefoverleg (vervangen) versterkt Proefakkoord"
        " Een goed gesprek maakt een akkoord makkelijker." in shown
    )
    assert "§ 7.1" in shown.partition("Bronnen")[2]
    # A kind that nobody uses has no heading, and without an escalation there is no ladder.
    assert "Ondermijnt" not in shown and "<svg" not in page.content


def test_a_ladder_is_drawn_and_written_out(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    relate(project, "proefakkoord", "escaleert_naar", "proefoverleg", reden="Praat dan weer.")
    page = page_of(load(project))
    assert page.content.count("<svg") == 1
    ladder = words_on(page).partition("Als het niet lukt: de volgende stap")[2]
    assert "Trap met 2 treden" in ladder
    assert "1 Proefakkoord 2 Proefoverleg (vervangen) Praat dan weer." in ladder


def test_who_has_no_known_relation_is_named_as_that(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    add_instruments(project, 2)
    shown = words_on(page_of(load(project))).partition("Nog zonder relatie")[2]
    assert "Afspraak & ‘proef’ <0000>, Beraad & ‘proef’ <0001> (voorgesteld)." in shown


def test_a_card_leads_to_the_check_with_itself_chosen() -> None:
    card = page_of(load(SAMPLE), "instrumenten/proefoverleg.md").content
    assert '<a href="../../samenhang/?i=proefoverleg">' in card
    assert card.count("Een goed gesprek maakt een akkoord makkelijker.") == 1
