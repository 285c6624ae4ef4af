"""A module on paper: what the trainer takes along, what participants get, and the sheets to hand out."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import KINDS_OF_PAGE, sheets_of_paper

MODULE = KINDS_OF_PAGE["module"]
# On paper all folds open; what has no size then is not printed.
PRINTED = """(selector) => [...document.querySelectorAll(selector)]
    .map((one) => one.checkVisibility({ contentVisibilityAuto: true }) && one.getClientRects().length > 0)"""
FOR_TRAINERS = ".zeg, .opdracht .uitklap, .dwaalwegen, #materiaal, #matrix, #gebruikt"
ON_A_PAGE = {"heel": 1, "half": 2, "kwart": 4}
"""How many sheets or cards go on one piece of paper."""
FORM_AND_CARDS = """() => [document.querySelector('.vellen').className.match(/vellen-(\\w+)/)[1],
    document.querySelectorAll('.vel').length]"""
FOR_ALL = "#leerdoelen, #programma, .opdracht h3, .opdracht > .tekst"


def printed(page: Page, selector: str) -> set[bool]:
    found: list[bool] = page.evaluate(PRINTED, selector)
    return set(found)


def test_each_button_prints_its_edition(page: Page, address: str) -> None:
    """The browser opens its own window to print; here it only says that it would."""
    page.add_init_script("window.print = () => { window.printed = (window.printed ?? 0) + 1; }")
    page.goto(address + MODULE)
    page.emulate_media(media="print")
    for reader, trainer in (("de trainer", True), ("deelnemers", False), ("de trainer", True)):
        page.emulate_media(media="screen")
        page.get_by_role("button", name=f"Druk af voor {reader}").click()
        page.emulate_media(media="print")
        assert printed(page, FOR_TRAINERS) == {trainer}, reader
        assert printed(page, FOR_ALL) == {True}
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert printed(page, FOR_TRAINERS) == {False}
    assert page.evaluate("window.printed") == 3
    # Who reads on paper can type where the rest stands.
    page.evaluate("document.documentElement.classList.add('trainer-afdrukken')")
    sheets = page.locator("#materiaal ~ ol .papieradres")
    assert "/handouts/" in sheets.first.inner_text()


def test_without_script_participants_get_no_answers(plain: Page, address: str) -> None:
    plain.goto(address + MODULE)
    assert printed(plain, ".drukknoppen button") == {False}
    plain.emulate_media(media="print")
    assert printed(plain, FOR_TRAINERS) == {False}
    assert printed(plain, FOR_ALL) == {True}


def test_what_we_wrote_on_a_sheet_fits_on_it(seen: Page, address: str, built_site: Path) -> None:
    """A sheet that runs on takes a second piece of paper, and so does a card that no longer fits its part.

    How long a sheet with extracts is, the cards decide; it may run on.
    """
    written = [
        page.parent.name
        for page in sorted((built_site / "handouts").glob("*/index.html"))
        if 'class="uittreksel"' not in page.read_text("utf-8")
    ]
    assert len(written) > 30
    wrong: dict[str, tuple[int, int]] = {}
    for name in written:
        seen.goto(f"{address}handouts/{name}/")
        form, cards = seen.evaluate(FORM_AND_CARDS)
        paper, wanted = sheets_of_paper(seen), math.ceil(cards / ON_A_PAGE[form])
        if paper != wanted:
            wrong[name] = (paper, wanted)
    assert wrong == {}


def test_cards_to_cut_come_four_on_a_page_and_nothing_else_is_printed(
    seen: Page, address: str
) -> None:
    seen.goto(address + KINDS_OF_PAGE["kaartjes"])
    cards = seen.locator(".vellen-kwart > .vel").count()
    assert sheets_of_paper(seen) == math.ceil(cards / 4) < cards
    seen.emulate_media(media="print")
    assert printed(seen, ".vel h2, .velvoet") == {True}
    assert printed(seen, "h1, .site-kop, .site-voet, .citeren, .drukknoppen") == {False}


@pytest.mark.parametrize("sheet", [KINDS_OF_PAGE["handout"], "handouts/scoreblad-knelpunten/"])
def test_each_sheet_begins_on_paper_of_its_own(seen: Page, address: str, sheet: str) -> None:
    seen.goto(address + sheet)
    assert sheets_of_paper(seen) == seen.locator(".vellen-heel > .vel").count()
