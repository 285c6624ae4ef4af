"""The keuzehulp as somebody with a problem uses it: say what is going on, see what fits and why, change an answer."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.test_accessibility import audit

AID = "keuzehulp/"
AIDS = (
    AID,
    "situaties/",
    "matrix/",
    "vergelijk/",
    "samenhang/",
    "partnerschap/",
    "keuzenotitie/",
)


def open_question(page: Page, id: str) -> Locator:
    question = page.locator(f"[data-vraag='{id}']")
    if question.get_attribute("open") is None:
        question.locator("summary").click()
    return question


def fitting(page: Page) -> Locator:
    return page.locator(".oordeel-past .regelkop")


def test_an_answer_shows_what_fits_with_the_sentence_and_its_source(
    page: Page, address: str
) -> None:
    page.goto(address + AID)
    expect(page.locator("[data-stand]")).to_contain_text("Geef een of meer antwoorden")
    question = open_question(page, "verhouding")
    question.get_by_label("U bent het oneens over de spelregels").check()
    expect(page).to_have_url(re.compile(r"\?s=oneens-over-spelregels$"))
    expect(page.locator("[data-stand]")).to_have_text(
        re.compile(r"^\d+ instrument\w* pass\w+, \d+ pass\w+ deels, \d+ pass\w+ niet\.")
    )
    overleg = page.locator(
        ".oordeel-past li", has=page.get_by_role("link", name="Overhedenoverleg")
    )
    expect(overleg.first.locator(".zinnen-helpt")).to_contain_text("Kies dit")
    expect(overleg.first.locator(".zinbron a").first).to_have_attribute(
        "href", re.compile("bronnen/")
    )
    known = overleg.first.locator(".effect")
    known.locator("summary").click()
    expect(known.locator(".zinbron a").first).to_be_visible()
    # The dropped ones say why, the unknown ones stand apart.
    page.locator("#groep-niet > summary").click()
    expect(page.locator(".oordeel-niet .zinnen-hindert").first).to_be_visible()
    expect(page.locator("#groep-onbekend")).to_contain_text("Dat is geen nee")


def test_everything_chosen_is_in_the_address(
    page: Page, context: BrowserContext, address: str
) -> None:
    page.goto(address + AID)
    open_question(page, "stap").get_by_label("U maakt een plan of regels").check()
    open_question(page, "stap").get_by_label("U neemt een besluit of legt afspraken vast").check()
    # On a question with one answer the second takes the place of the first.
    expect(page).to_have_url(re.compile(r"\?s=afspraken-vastleggen$"))
    open_question(page, "knelpunt").get_by_label("Te weinig geld").check()
    expect(page).to_have_url(re.compile(r"\?k=financiele-middelen&s=afspraken-vastleggen$"))
    first = fitting(page).first.inner_text()
    other = context.new_page()
    other.goto(page.url)
    expect(fitting(other).first).to_have_text(first)
    other.close()
    page.go_back()
    expect(page.locator("[data-antwoorden]")).not_to_contain_text("Te weinig geld")
    page.get_by_role("button", name="Haal weg: U neemt een besluit of legt afspraken vast").click()
    expect(page).to_have_url(address + AID)
    expect(page.get_by_label("Overslaan").first).to_be_checked()


def test_own_words_lead_to_answers(page: Page, address: str) -> None:
    page.goto(address + AID)
    page.get_by_label("Zeg in uw eigen woorden wat er speelt").fill("het overleg zit vast")
    page.keyboard.press("Enter")
    offered = page.locator("[data-gevonden] label", has_text="Het overleg zit vast")
    offered.click()
    expect(page).to_have_url(re.compile(r"q=het\+overleg\+zit\+vast&.*s=vastgelopen"))
    expect(page.locator("[data-antwoorden]")).to_contain_text("Het overleg zit vast")


@pytest.mark.parametrize(
    "hostile",
    [
        "?s=bestaat-niet&s=__proto__&k=constructor",
        "?s=<script>alert(1)</script>&q=" + "x" * 3000,
        "?s=" + "&s=".join(["vastgelopen"] * 400),
        "#nergens",
    ],
)
def test_a_hostile_address_gives_a_usable_page(seen: Page, address: str, hostile: str) -> None:
    seen.goto(f"{address}{AID}{hostile}")
    open_question(seen, "tijd").get_by_label("Het moet jaren blijven bestaan").check()
    expect(fitting(seen).first).to_be_visible()


def test_by_keyboard_alone(page: Page, address: str) -> None:
    page.goto(address + AID)
    page.locator("[data-vraag='geld'] summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile(r"\?s=geld-met-voorwaarden$"))
    answer = page.get_by_role("button", name="Haal weg: Het Rijk geeft geld en stelt voorwaarden")
    answer.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-uitkomst]")).to_be_focused()
    expect(page).to_have_url(address + AID)


def test_every_aid_leads_to_the_others_and_the_start_page_to_all(built_site: Path) -> None:
    for here in ("", *AIDS):
        html = (built_site / here / "index.html").read_text(encoding="utf-8")
        content = html.partition('id="inhoud"')[2].partition("</main>")[0]
        links = set(re.findall(r'href="(?:\.{1,2}/)*([a-z-]+/)"', content))
        assert set(AIDS) - {here} - links == set(), here or "startpagina"


def test_what_is_ticked_to_compare_can_go_into_the_memo(page: Page, address: str) -> None:
    page.goto(f"{address}{AID}?s=vastgelopen")
    page.get_by_label("Vergelijk Overhedenoverleg").check()
    page.get_by_role("link", name="Notitie over wat u vergelijkt (1)").click()
    expect(page).to_have_url(re.compile(r"keuzenotitie/\?s=vastgelopen&i=overhedenoverleg$"))
    ticked = page.locator("[data-instrumenten] :checked")
    expect(ticked).to_have_count(1)
    # The director's favourite does not fit: the memo says why.
    page.get_by_label("Een ander instrument erbij").select_option("Bestuurlijk overleg")
    page.get_by_role("button", name="Voeg toe").click()
    expect(page.get_by_label("Bestuurlijk overleg (past niet)")).to_be_focused()
    expect(ticked).to_have_count(2)
    expect(page.locator("[data-notitie]")).to_contain_text("Oordeel: past niet.")


def test_on_paper_is_what_fits(seen: Page, address: str) -> None:
    seen.goto(f"{address}{AID}?s=vastgelopen")
    expect(fitting(seen).first).to_be_visible()
    seen.emulate_media(media="print")
    expect(fitting(seen).first).to_be_visible()
    expect(seen.locator("[data-vragen]")).to_be_hidden()


def test_axe_finds_nothing_with_an_answer(seen: Page, address: str) -> None:
    seen.goto(f"{address}{AID}?q=geld&s=vastgelopen&s=nu-meteen&k=financiele-middelen")
    expect(fitting(seen).first).to_be_visible()
    expect(seen.locator("[data-gevonden] label").first).to_be_visible()
    assert audit(seen, "keuzehulp") == []


def test_on_a_phone_a_bar_leads_to_the_outcome(seen: Page, address: str) -> None:
    seen.set_viewport_size({"width": 390, "height": 800})
    seen.goto(f"{address}{AID}?s=vastgelopen")
    bar = seen.locator("[data-balk]")
    expect(bar).to_be_in_viewport()
    bar.click()
    expect(seen.locator("#uitkomst-kop")).to_be_in_viewport()
    assert seen.evaluate("document.documentElement.scrollWidth") <= 390


def test_without_script_the_questions_lead_to_pages(plain: Page, address: str) -> None:
    plain.goto(address + AID)
    expect(plain.locator("[data-keuzehulp]")).to_be_hidden()
    plain.get_by_role("link", name="Het overleg zit vast").click()
    expect(plain.get_by_role("heading", name="Wat hierbij past")).to_be_visible()
