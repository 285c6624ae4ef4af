"""A module on paper: what the trainer takes along, what participants get, and the sheets to hand out."""

from __future__ import annotations

import math
import re

from playwright.sync_api import Browser, Page

from tests.browser.conftest import KINDS_OF_PAGE

MODULE = KINDS_OF_PAGE["module"]
# On paper all folds open; what has no size then is not printed.
PRINTED = """(selector) => [...document.querySelectorAll(selector)]
    .map((one) => one.checkVisibility({ contentVisibilityAuto: true }) && one.getClientRects().length > 0)"""
FOR_TRAINERS = ".zeg, .opdracht .uitklap, .dwaalwegen, #materiaal, #matrix, #gebruikt"
FOR_ALL = "#leerdoelen, #programma, .opdracht h3, .opdracht > .tekst"


def printed(page: Page, selector: str) -> set[bool]:
    found: list[bool] = page.evaluate(PRINTED, selector)
    return set(found)


def test_each_button_prints_its_edition(page: Page, address: str) -> None:
    """The browser opens its own window to print; here it only says that it would."""
    page.add_init_script("window.print = () => { window.printed = (window.printed ?? 0) + 1; }")
    page.goto(address + MODULE)
    page.emulate_media(media="print")
    for button, trainer in (("trainer", True), ("deelnemers", False), ("trainer", True)):
        page.emulate_media(media="screen")
        page.get_by_role("button", name=f"Druk af voor de {button}").or_(
            page.get_by_role("button", name=f"Druk af voor {button}")
        ).click()
        page.emulate_media(media="print")
        assert printed(page, FOR_TRAINERS) == {trainer}, button
        assert printed(page, FOR_ALL) == {True}
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert printed(page, FOR_TRAINERS) == {False}
    assert page.evaluate("window.printed") == 3
    # Who reads on paper can type where the rest stands.
    page.evaluate("document.documentElement.classList.add('trainer-afdrukken')")
    sheets = page.locator("#materiaal ~ ol .papieradres")
    assert "/handouts/" in sheets.first.inner_text()


def test_without_script_participants_get_no_answers(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + MODULE)
    assert not page.get_by_role("button", name="Druk af voor deelnemers").is_visible()
    page.emulate_media(media="print")
    assert not page.locator(".opdracht .uitklap").first.is_visible()
    assert not page.locator(".zeg").first.is_visible()
    assert page.locator(".opdracht h3").first.is_visible()
    context.close()


def sheets_of_paper(page: Page) -> int:
    pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_cards_to_cut_come_four_on_a_page_and_nothing_else_is_printed(
    seen: Page, address: str
) -> None:
    seen.goto(address + KINDS_OF_PAGE["kaartjes"])
    cards = seen.locator(".vellen-kwart > .vel").count()
    assert sheets_of_paper(seen) == math.ceil(cards / 4) < cards
    seen.emulate_media(media="print")
    assert printed(seen, ".vel h2, .velvoet") == {True}
    assert printed(seen, "h1, .site-kop, .site-voet, .citeren, .drukknoppen") == {False}


def test_each_sheet_begins_on_paper_of_its_own(seen: Page, address: str) -> None:
    seen.goto(address + KINDS_OF_PAGE["handout"])
    assert sheets_of_paper(seen) == seen.locator(".vellen-heel > .vel").count() > 1
