"""Searching as a visitor does: with the keyboard, with a mouse, and through an address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.test_accessibility import OPTIONS
from tests.server import serving

CARD = "instrumenten/bestuurlijk-overleg/"


def header_field(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Zoek instrument, knelpunt of wet")


def options(page: Page) -> Locator:
    return page.get_by_role("option")


def results(page: Page) -> Locator:
    return page.locator(".treffers > li")


def status(page: Page) -> Locator:
    return page.locator("[data-zoekstand]")


def open_search(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}zoeken/?{query}")
    expect(status(page)).not_to_be_empty()


# In de kop


def test_a_card_loads_no_search_before_someone_searches(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}{CARD}")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "pagefind" in url or "zoekmachine" in url]
    with page.expect_request(re.compile(r"/pagefind/pagefind\.js$")):
        header_field(page).focus()


def test_suggestions_by_keyboard_alone(page: Page, address: str) -> None:
    page.goto(f"{address}{CARD}")
    field = header_field(page)
    while not field.evaluate("field => field === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.type("convenanten")
    expect(options(page).first).to_contain_text("Convenant")
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    first = options(page).first
    expect(first).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == first.get_attribute("id")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}instrumenten/convenant/")


def test_arrow_keys_go_round_and_back_to_the_field(page: Page, address: str) -> None:
    page.goto(f"{address}{CARD}")
    field = header_field(page)
    field.fill("medebewind")
    expect(options(page).last).to_have_text("Alle resultaten")
    page.keyboard.press("ArrowUp")
    expect(options(page).last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[role=option][aria-selected=true]")).to_have_count(0)
    assert field.get_attribute("aria-activedescendant") is None


def test_escape_closes_and_keeps_the_words(page: Page, address: str) -> None:
    page.goto(f"{address}{CARD}")
    field = header_field(page)
    field.fill("medebewind")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("medebewind")
    expect(field).to_have_attribute("aria-expanded", "false")


def test_enter_without_choice_goes_to_all_results(page: Page, address: str) -> None:
    page.goto(f"{address}{CARD}")
    header_field(page).fill("medebewind")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}zoeken/?q=medebewind")


def test_number_of_suggestions_is_announced(page: Page, address: str) -> None:
    page.goto(f"{address}{CARD}")
    header_field(page).fill("medebewind")
    said = page.locator(".site-kop [role=status]")
    expect(said).to_have_text(re.compile(r"^\d+ resultaten\. Kies met de pijltjestoetsen\.$"))
    assert options(page).count() <= 7


def test_suggestions_with_the_mouse(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("combobox", name="Waar zoekt u naar?").fill("overhedenoverlegg")
    options(page).get_by_text("Overhedenoverleg", exact=True).click()
    expect(page).to_have_url(f"{address}instrumenten/overhedenoverleg/")


def test_a_term_is_a_suggestion_of_its_own(page: Page, address: str) -> None:
    page.goto(f"{address}{CARD}")
    header_field(page).fill("subsidiariteit")
    options(page).filter(has_text="Subsidiariteit").first.click()
    expect(page).to_have_url(f"{address}begrippen/#subsidiariteit")


# Op de zoekpagina


def test_result_shows_kind_title_and_the_cards_own_summary(page: Page, address: str) -> None:
    open_search(page, address, "q=konvenant")
    first = results(page).first
    expect(first.locator(".soort")).to_contain_text("Instrument")
    expect(first.locator(".soort svg")).to_have_count(1)
    expect(first.get_by_role("link")).to_have_text("Convenant")
    summary = first.locator("p").last.inner_text()
    first.get_by_role("link").click()
    expect(page.locator(".inleiding")).to_have_text(summary)


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("MIRT", "Meerjarenprogramma Infrastructuur, Ruimte en Transport (MIRT)"),
        ("RES", "Regionale Energiestrategie (RES)"),
        ("GR", "Gemeenschappelijke regeling"),
        ("regio deals", "Regio Deal"),
        ("subsidiariteit", "Subsidiariteit"),
        ("bestuurlijk overlech", "Bestuurlijk overleg"),
    ],
)
def test_who_types_a_name_finds_that_page_first(
    page: Page, address: str, query: str, title: str
) -> None:
    open_search(page, address, f"q={query}")
    expect(results(page).first.get_by_role("link")).to_have_text(title)


@pytest.mark.parametrize("query", ["konvenant", "medebewindt", "subsidiariteid"])
def test_names_that_lead_to_a_page_never_show(page: Page, address: str, query: str) -> None:
    open_search(page, address, f"q={query}")
    expect(results(page).first).to_be_visible()
    shown = " ".join(results(page).all_inner_texts()).lower()
    assert query not in shown
    assert "⁂" not in shown


def test_recommendation_leads_to_its_anchor(page: Page, address: str) -> None:
    open_search(page, address, "q=1.16&soort=bouwsteen")
    first = results(page).first
    expect(first.locator(".soort")).to_contain_text("Aanbeveling")
    first.get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/bouwstenen/1-.*/#aanbeveling-1-16$"))
    expect(page.locator("#aanbeveling-1-16")).to_be_in_viewport()


def test_choice_of_kind_is_in_the_address_and_back_undoes_it(page: Page, address: str) -> None:
    open_search(page, address, "q=overleg")
    everything = status(page).inner_text()
    choice = page.get_by_role("radio", name=re.compile("^Knelpunten"))
    count = int(choice.locator("xpath=..").locator(".aantal").inner_text())
    choice.check()
    expect(page).to_have_url(f"{address}zoeken/?q=overleg&soort=knelpunt")
    expect(status(page)).to_have_text(re.compile(f"^{count} resulta.* bij knelpunten$"))
    expect(results(page).first.locator(".soort")).to_contain_text("Knelpunt")
    page.go_back()
    expect(status(page)).to_have_text(everything)
    expect(page.get_by_role("radio", name=re.compile("^Alles"))).to_be_checked()


def test_counts_per_kind_add_up(page: Page, address: str) -> None:
    open_search(page, address, "q=gemeenten")
    counts = [int(text) for text in page.locator(".soortkeuze .aantal").all_inner_texts() if text]
    assert counts[0] == sum(counts[1:]) > 10


def test_more_results_moves_focus_to_the_first_new_one(page: Page, address: str) -> None:
    open_search(page, address, "q=gemeenten")
    expect(results(page)).to_have_count(10)
    page.get_by_role("button", name="Meer resultaten").click()
    expect(results(page)).to_have_count(20)
    expect(results(page).nth(10).get_by_role("link")).to_be_focused()
    page.reload()
    expect(results(page)).to_have_count(20)


def test_a_new_question_in_the_page(page: Page, address: str) -> None:
    open_search(page, address, "q=overleg")
    field = page.locator("#zoek-pagina")
    field.fill("medebewind")
    field.press("Enter")
    expect(page).to_have_url(f"{address}zoeken/?q=medebewind")
    expect(status(page)).to_contain_text("‘medebewind’")
    page.go_back()
    expect(field).to_have_value("overleg")


def test_did_you_mean(page: Page, address: str) -> None:
    open_search(page, address, "q=cnvenant")
    offered = page.locator("[data-voorstel]")
    expect(offered).to_contain_text("Bedoelde u")
    offered.get_by_role("link").first.click()
    expect(results(page).first).to_be_visible()
    expect(offered).to_be_hidden()


def test_nothing_found_says_so_and_shows_ways_in(page: Page, address: str) -> None:
    open_search(page, address, "q=qwxyzzq")
    expect(status(page)).to_have_text("Niets gevonden voor ‘qwxyzzq’.")
    expect(results(page)).to_have_count(0)
    expect(page.get_by_role("heading", name="Alles in overzichten")).to_be_visible()


def test_pages_with_some_of_the_words_follow_those_with_all(page: Page, address: str) -> None:
    open_search(page, address, "q=convenanten windmolens escalatieladder")
    expect(status(page)).to_contain_text("een deel van")
    found = results(page).get_by_role("link")
    expect(found.filter(has_text="Convenant").first).to_be_visible()
    expect(found.filter(has_text="Energiestrategie").first).to_be_visible()


def test_markup_in_a_question_is_text(page: Page, address: str) -> None:
    open_search(page, address, "q=%3Cb%3Emedebewind%3C/b%3E")
    expect(status(page)).to_contain_text("‘<b>medebewind</b>’")
    expect(status(page).locator("b")).to_have_count(0)


def test_an_address_with_nonsense_shows_what_it_can(page: Page, address: str) -> None:
    open_search(page, address, "q=overleg&soort=onzin&toon=-5&__proto__=1")
    expect(page.get_by_role("radio", name=re.compile("^Alles"))).to_be_checked()
    expect(results(page)).to_have_count(10)


def test_without_a_question_the_page_offers_the_overviews(page: Page, address: str) -> None:
    page.goto(f"{address}zoeken/")
    expect(page.locator(".resultaten")).to_be_hidden()
    expect(page.get_by_role("link", name=re.compile("^Instrumenten")).last).to_be_visible()


def test_on_a_phone_the_first_screen_shows_a_result_and_the_kind_that_was_chosen(
    page: Page, address: str
) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    open_search(page, address, "q=samen betalen&soort=wet")
    expect(results(page).first.get_by_role("link")).to_be_in_viewport()
    kinds = page.get_by_role("group", name="Toon alleen")
    expect(kinds.get_by_role("radio", checked=True)).to_be_in_viewport(ratio=1)


# Boven het overzicht van instrumenten


def test_overview_shows_what_is_found_together_with_the_facets(page: Page, address: str) -> None:
    page.goto(f"{address}instrumenten/")
    rows = page.locator("[data-overzicht] > li:visible")
    total = rows.count()
    page.locator("#zoek-instrument").fill("geschil")
    expect(page.locator("[data-stand]")).to_contain_text("‘geschil’")
    found = rows.count()
    assert 0 < found < total
    expect(page).to_have_url(f"{address}instrumenten/?q=geschil")
    expect(page.locator("[data-id=stapsgewijze-geschilbeslechting]")).to_be_visible()
    page.locator("[data-facetten] input[name=status]").first.evaluate("box => box.click()")
    expect(page).to_have_url(re.compile(r"\?q=geschil&status="))
    page.reload()
    expect(page.locator("[data-stand]")).to_contain_text("‘geschil’")
    page.locator("#zoek-instrument").fill("")
    expect(page.locator("[data-stand]")).not_to_contain_text("‘geschil’")


def test_typing_leaves_no_trail_of_steps_and_a_choice_is_one(page: Page, address: str) -> None:
    page.goto(f"{address}over/")
    page.goto(f"{address}instrumenten/")
    field = page.locator("#zoek-instrument")
    for words in ("ges", "geschil"):
        field.fill(words)
        expect(page).to_have_url(f"{address}instrumenten/?q={words}")
    page.get_by_role("checkbox", name="Waterschap").check()
    expect(page).to_have_url(f"{address}instrumenten/?q=geschil&bestuurslaag=waterschap")
    page.go_back()
    expect(page).to_have_url(f"{address}instrumenten/?q=geschil")
    expect(field).to_have_value("geschil")
    expect(page.get_by_role("checkbox", name="Waterschap")).not_to_be_checked()
    page.go_back()
    expect(page).to_have_url(f"{address}over/")


def test_who_ticks_a_box_while_typing_keeps_the_words(page: Page, address: str) -> None:
    page.goto(f"{address}instrumenten/")
    page.locator("#zoek-instrument").fill("geschil ")
    page.get_by_role("checkbox", name="Waterschap").check()
    expect(page).to_have_url(f"{address}instrumenten/?q=geschil&bestuurslaag=waterschap")
    expect(page.locator("#zoek-instrument")).to_have_value("geschil ")
    expect(page.locator("[data-stand]")).to_contain_text("bij ‘geschil’, ‘waterschap’")


def test_overview_says_when_nothing_is_found(page: Page, address: str) -> None:
    page.goto(f"{address}instrumenten/?q=qwxyzzq")
    expect(page.locator("[data-stand]")).to_contain_text("0 instrumenten")


# Overal


# Colours are the same at any width, and what stands where is the same in any colour.
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_open_suggestions_and_results_are_accessible(
    page: Page, address: str, width: int, scheme: str
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for place, field in (("", "#zoek-start"), (CARD, "#zoek-kop")):
        page.goto(f"{address}{place}")
        page.locator(field).fill("overleg")
        expect(options(page).first).to_be_visible()
        page.keyboard.press("ArrowDown")
        # What lies below the open list is checked with every kind of page.
        _assert_accessible(page, f"form:has({field})")
        _assert_fits(page)
    open_search(page, address, "q=cnvenant")
    _assert_accessible(page)
    open_search(page, address, "q=gemeenten")
    expect(results(page).first).to_be_visible()
    _assert_accessible(page)
    _assert_fits(page)


def _assert_accessible(page: Page, part: str = "body") -> None:
    found = Axe().run(page, context=part, options=OPTIONS)
    assert found.violations_count == 0, found.generate_report()


def _assert_fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.fixture
def moved(built_site: Path, tmp_path: Path) -> Iterator[str]:
    """The site as it stands in a folder of another site."""
    (tmp_path / "kennis").symlink_to(built_site, target_is_directory=True)
    (tmp_path / "404.html").write_text("weg", encoding="utf-8")
    with serving(tmp_path) as url:
        yield f"{url}/kennis/"


def test_search_in_a_site_below_the_root(browser: Browser, moved: str) -> None:
    page = browser.new_page()
    page.goto(f"{moved}{CARD}")
    header_field(page).fill("convenant")
    expect(options(page).first).to_contain_text("Convenant")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{moved}instrumenten/convenant/")
    page.close()


def test_without_an_index_the_form_still_goes_to_the_search_page(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(f"{address}{CARD}")
    header_field(page).fill("convenant")
    page.keyboard.press("Enter")
    expect(status(page)).to_contain_text("Zoeken lukt nu niet")
    page.close()


def test_when_a_search_fails_what_was_found_before_is_gone(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}zoeken/?q=overleg")
    expect(page.locator("[data-treffers] > li").first).to_be_visible()
    page.route("**/pagefind/fragment/**", lambda route: route.abort())
    page.locator("#zoek-pagina").fill("waterschap")
    page.keyboard.press("Enter")
    expect(status(page)).to_contain_text("Zoeken lukt nu niet")
    expect(page.locator("[data-treffers] > li")).to_have_count(0)
    expect(page.locator("[data-meer]")).to_be_hidden()
    page.close()


def test_without_an_index_the_overview_shows_its_list_and_says_that_searching_fails(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(f"{address}instrumenten/?q=geschil&bestuurslaag=waterschap")
    said = re.compile(r"^\d+ instrumenten bij ‘waterschap’\. Zoeken lukt nu niet\.$")
    expect(page.locator("[data-stand]")).to_have_text(said)
    assert page.locator("[data-overzicht] > li").count() > 1
    page.close()
