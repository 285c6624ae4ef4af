"""What somebody does on a list of instruments that is too long for one page: the same as on a short one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from catalogue.letters import LIMIT
from catalogue.site.building import build
from tests.browser.conftest import visitor, watched
from tests.browser.test_accessibility import audit
from tests.sample import add_instruments, sample_site_project
from tests.server import serving

LIST = "instrumenten/"
DATA = "**/data/overzicht-instrumenten.json"
AT_ONCE = 50
Card = dict[str, Any]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up catalogue with more cards than one page holds, built and indexed."""
    folder = tmp_path_factory.mktemp("lang")
    project = sample_site_project(folder)
    add_instruments(project, LIMIT + 40)
    assert build(project, folder / "site") == []
    return folder / "site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serving(site) as url:
        yield f"{url}/"


@pytest.fixture(scope="module")
def cards(site: Path) -> list[Card]:
    """The instruments as the open data gives them, in the order of their names."""
    found = json.loads((site / "data" / "catalogus.json").read_text("utf-8"))["instrumenten"]
    return sorted(found, key=lambda card: card["titel"].casefold())


@pytest.fixture
def overview(page: Page, address: str) -> Page:
    """The overview as it opens."""
    page.goto(address + LIST)
    return page


def rows(page: Page) -> Locator:
    return page.locator("[data-overzicht] > li")


def shown(page: Page) -> list[str]:
    """The titles in the list, in order."""
    return [title.strip() for title in rows(page).locator("h2").all_inner_texts()]


def titles(cards: list[Card]) -> list[str]:
    return [card["titel"] for card in cards]


def status(page: Page) -> Locator:
    """What is said of the list, also to who does not see it."""
    return page.locator("[data-stand][role=status]")


def option(page: Page, facet: str, value: str) -> Locator:
    """A box to tick, in a facet that is opened first."""
    box = page.locator(f"input[name={facet}][value='{value}']")
    box.evaluate("box => { box.closest('details').open = true }")
    return box


def number(box: Locator) -> int:
    """The number behind a box."""
    return int(box.locator("xpath=..").locator(".aantal").inner_text())


def water(card: Card) -> bool:
    return "waterschap" in card["bestuurslagen"]


def deciding(card: Card) -> bool:
    return "besluiten" in card.get("fase", [])


def test_before_anyone_chooses_the_letters_stand_there_and_no_data_is_loaded(
    page: Page, address: str, cards: list[Card]
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + LIST, wait_until="networkidle")
    expect(status(page)).to_have_text(f"{len(cards)} instrumenten")
    letters = page.get_by_role("navigation", name="Naar een letter").get_by_role("link")
    assert letters.all_inner_texts() == ["0-9", "A", "B", "C", "D", "E", "F", "P"]
    assert shown(page) == []
    expect(page.get_by_role("button", name="Meer tonen")).to_be_hidden()
    assert not [url for url in asked if "overzicht-instrumenten" in url or "pagefind" in url]


def test_a_choice_holds_for_the_whole_catalogue(overview: Page, cards: list[Card]) -> None:
    fitting = [card for card in cards if water(card)]
    assert len(fitting) > AT_ONCE
    option(overview, "bestuurslaag", "waterschap").check()
    expect(status(overview)).to_have_text(f"{len(fitting)} instrumenten bij ‘waterschap’")
    assert shown(overview) == titles(fitting)[:AT_ONCE]
    expect(overview.get_by_role("navigation", name="Naar een letter")).to_be_hidden()

    option(overview, "fase", "besluiten").check()
    both = [card for card in fitting if deciding(card)]
    expect(status(overview)).to_contain_text("bij ‘waterschap’, ‘besluiten’")
    assert shown(overview) == titles(both)[:AT_ONCE]


def test_the_number_behind_a_box_is_what_ticking_it_shows(
    overview: Page, cards: list[Card]
) -> None:
    box = option(overview, "fase", "besluiten")
    before = number(box)
    assert before == sum(map(deciding, cards))
    option(overview, "bestuurslaag", "waterschap").check()
    expect(status(overview)).to_contain_text("waterschap")
    fitting = [card for card in cards if water(card) and deciding(card)]
    assert number(box) == len(fitting) < before
    box.check()
    expect(status(overview)).to_contain_text(f"{len(fitting)} instrumenten")
    # Without any choice the numbers are those of the whole again.
    overview.get_by_role("button", name="wis filters").click()
    assert number(box) == before


def test_sorting_holds_for_the_whole_catalogue(overview: Page, cards: list[Card]) -> None:
    overview.get_by_label("Sorteer").select_option("Meest bindend")
    expect(rows(overview)).to_have_count(AT_ONCE)

    def score(card: Card) -> int:
        return int(card["scores"].get("hardheid", {"waarde": 0})["waarde"])

    # Equal scores stay in the order of their names.
    assert shown(overview) == titles(sorted(cards, key=score, reverse=True))[:AT_ONCE]


def test_a_row_is_the_row_of_the_page_of_its_letter(overview: Page, address: str) -> None:
    """Same elements, same classes, same words, same goal; only the anchor of a heading is not there."""
    markup = """rows => Object.fromEntries(rows.map((row) => {
        const { href } = row.querySelector("a");
        const copy = row.cloneNode(true);
        copy.querySelector("h2").removeAttribute("id");
        copy.querySelector("a").href = href;
        return [href, copy.outerHTML.replace(/\\s*\\n\\s*/g, "")];
    }))"""
    option(overview, "bestuurslaag", "waterschap").check()
    expect(rows(overview)).to_have_count(AT_ONCE)
    made: dict[str, str] = rows(overview).evaluate_all(markup)
    served: dict[str, str] = {}
    for letter in ("0-9", "a", "b", "c"):
        overview.goto(f"{address}{LIST}letter/{letter}/")
        served |= overview.locator(".overzicht > li").evaluate_all(markup)
    assert made == {href: served[href] for href in made}
    assert any('class="strepen"' in row for row in made.values())
    assert any('class="strepen"' not in row for row in made.values())


def test_more_rows_come_with_the_focus_on_the_first_of_them(
    overview: Page, cards: list[Card]
) -> None:
    option(overview, "bestuurslaag", "gemeente").check()
    fitting = titles([card for card in cards if "gemeente" in card["bestuurslagen"]])
    assert 2 * AT_ONCE < len(fitting) <= 3 * AT_ONCE
    more = overview.get_by_role("button", name="Meer tonen")
    more.click()
    expect(rows(overview)).to_have_count(2 * AT_ONCE)
    expect(rows(overview).nth(AT_ONCE).get_by_role("link")).to_be_focused()
    expect(overview).to_have_url(re.compile(r"\?bestuurslaag=gemeente&toon=100$"))
    overview.reload()
    expect(rows(overview)).to_have_count(2 * AT_ONCE)
    more.click()
    expect(rows(overview)).to_have_count(len(fitting))
    expect(more).to_be_hidden()
    assert shown(overview) == fitting
    # Another choice starts from the top.
    option(overview, "status", "geldend").check()
    expect(overview).to_have_url(re.compile(r"\?bestuurslaag=gemeente&status=geldend$"))


def test_the_address_keeps_the_view(overview: Page, address: str) -> None:
    option(overview, "fase", "besluiten").check()
    expect(status(overview)).to_contain_text("besluiten")
    option(overview, "bestuurslaag", "waterschap").check()
    expect(status(overview)).to_contain_text("waterschap")
    overview.get_by_label("Sorteer").select_option("Meest dwingend")
    # In the order of the page, however it was chosen.
    view = "?bestuurslaag=waterschap&fase=besluiten&sorteer=dwingendheid"
    expect(overview).to_have_url(address + LIST + view)
    chosen = shown(overview)
    overview.reload()
    expect(rows(overview)).to_have_count(len(chosen))
    assert shown(overview) == chosen

    colleague = overview.context.new_page()
    colleague.goto(overview.url)
    expect(rows(colleague)).to_have_count(len(chosen))
    assert shown(colleague) == chosen
    expect(colleague.get_by_role("checkbox", name="Waterschap")).to_be_checked()
    colleague.close()

    for _ in range(3):
        overview.go_back()
    expect(overview).to_have_url(address + LIST)
    expect(overview.get_by_role("navigation", name="Naar een letter")).to_be_visible()
    assert shown(overview) == []
    overview.go_forward()
    expect(overview.get_by_role("checkbox", name="Besluiten")).to_be_checked()
    expect(rows(overview)).to_have_count(AT_ONCE)


def test_a_list_that_stops_leads_to_the_rest(page: Page, address: str, cards: list[Card]) -> None:
    page.goto(f"{address}bouwstenen/1-proefafspraken/")
    expect(page.get_by_text(f"Hier staan er {LIMIT} van de")).to_be_visible()
    page.get_by_role("link", name="Alle instrumenten").click()
    expect(page).to_have_url(f"{address}{LIST}?bouwsteen=1-proefafspraken")
    fitting = [card for card in cards if card.get("bouwstenen")]
    expect(status(page)).to_have_text(f"{len(fitting)} instrumenten bij ‘Afspraken op proef’")
    assert shown(page) == titles(fitting)[:AT_ONCE]


@pytest.mark.parametrize(
    "query",
    ["?fase=%3Cscript%3E&onzin=1&sorteer=constructor", "?toon=-3&toon=x", "?%E0%A4%A&=&&toon=1e9"],
)
def test_an_address_with_nonsense_shows_the_letters(
    page: Page, address: str, cards: list[Card], query: str
) -> None:
    page.goto(address + LIST + query)
    expect(status(page)).to_have_text(f"{len(cards)} instrumenten")
    expect(page.get_by_role("navigation", name="Naar een letter")).to_be_visible()


def test_searching_and_filtering_go_together(overview: Page, address: str) -> None:
    overview.get_by_role("searchbox").fill("experiment")
    expect(status(overview)).to_contain_text("bij ‘experiment’")
    found = shown(overview)
    assert found
    assert {title.split()[0] for title in found} == {"Experiment"}
    option(overview, "bestuurslaag", "waterschap").check()
    expect(status(overview)).to_contain_text("bij ‘experiment’, ‘waterschap’")
    assert 0 < rows(overview).count() < len(found)
    expect(overview).to_have_url(f"{address}{LIST}?q=experiment&bestuurslaag=waterschap")
    overview.reload()
    expect(overview.get_by_role("searchbox")).to_have_value("experiment")
    expect(status(overview)).to_contain_text("bij ‘experiment’, ‘waterschap’")


def test_without_data_the_page_says_so_and_a_next_choice_tries_again(overview: Page) -> None:
    overview.route(DATA, lambda route: route.fulfill(status=404, body="weg"))
    option(overview, "bestuurslaag", "waterschap").check()
    expect(status(overview)).to_have_text(
        "De lijst kan nu niet worden opgehaald. Via de letters vindt u alles."
    )
    expect(overview.get_by_role("navigation", name="Naar een letter")).to_be_visible()
    overview.unroute(DATA)
    option(overview, "fase", "besluiten").check()
    expect(status(overview)).to_contain_text("bij ‘waterschap’, ‘besluiten’")


def test_who_chooses_twice_before_the_data_come_sees_the_second_choice(overview: Page) -> None:
    waiting: list[Route] = []
    overview.route(DATA, lambda route: waiting.append(route))
    option(overview, "bestuurslaag", "waterschap").check()
    expect(status(overview)).to_have_text("De lijst komt eraan …")
    option(overview, "bestuurslaag", "waterschap").uncheck()
    overview.get_by_label("Sorteer").select_option("Meest dwingend")
    waiting[0].continue_()
    expect(status(overview)).to_have_text(re.compile(r"^\d+ instrumenten$"))
    assert len(waiting) == 1


def test_of_five_thousand_cards_only_the_first_are_drawn(overview: Page, site: Path) -> None:
    """How long that takes is measured by `make bench`."""
    data = json.loads((site / "data" / "overzicht-instrumenten.json").read_text("utf-8"))
    some = data["regels"]
    data["regels"] = [[f"{row[0]}-{n}", *row[1:]] for n in range(25) for row in some][:5000]
    overview.route(DATA, lambda route: route.fulfill(json=data))
    option(overview, "status", "geldend").check()
    expect(rows(overview)).to_have_count(AT_ONCE)
    option(overview, "status", "geldend").uncheck()
    option(overview, "status", "voorgesteld").check()
    expect(rows(overview)).to_have_count(AT_ONCE)


def test_the_page_of_a_letter_has_its_rows_and_no_filters(
    page: Page, address: str, cards: list[Card]
) -> None:
    page.goto(f"{address}{LIST}letter/c/?bestuurslaag=waterschap")
    found = page.locator(".overzicht > li h2").all_inner_texts()
    assert found == [title for title in titles(cards) if title.startswith("C")]
    # The boxes that are there choose instruments to compare.
    expect(page.locator("main input:not([data-vergelijk])")).to_have_count(0)
    expect(page.get_by_role("checkbox")).to_have_count(len(found))
    expect(page.get_by_label("Sorteer")).to_have_count(0)


def test_without_script_the_letters_lead_to_every_card_and_nothing_is_dead(
    plain: Page, address: str, cards: list[Card]
) -> None:
    plain.goto(f"{address}{LIST}?bestuurslaag=waterschap")
    expect(status(plain)).to_have_text(f"{len(cards)} instrumenten")
    controls = plain.locator("main").locator("input, button, select, summary")
    left = [c.get_attribute("id") or c.inner_text() for c in controls.all() if c.is_visible()]
    assert left == ["zoek-instrument", "Zoek"]
    found: list[str] = []
    for letter in plain.locator(".letters a").evaluate_all("links => links.map((a) => a.href)"):
        plain.goto(letter)
        found += plain.locator(".overzicht > li h2").all_inner_texts()
    assert sorted(found) == sorted(titles(cards))


def test_by_keyboard_alone(overview: Page) -> None:
    overview.locator("#zoek-instrument").focus()
    for _ in range(5):
        overview.keyboard.press("Tab")
    overview.keyboard.press("Space")
    expect(status(overview)).to_contain_text("gemeente")
    # The reader stays where he was.
    expect(overview.get_by_role("checkbox", name="Gemeente")).to_be_focused()
    more = overview.get_by_role("button", name="Meer tonen")
    rows(overview).last.get_by_role("checkbox").focus()
    overview.keyboard.press("Tab")
    expect(more).to_be_focused()
    overview.keyboard.press("Enter")
    expect(rows(overview).nth(AT_ONCE).get_by_role("link")).to_be_focused()
    overview.keyboard.press("Tab")
    expect(rows(overview).nth(AT_ONCE).get_by_role("checkbox")).to_be_focused()
    overview.keyboard.press("Tab")
    expect(rows(overview).nth(AT_ONCE + 1).get_by_role("link")).to_be_focused()


def test_axe_finds_nothing_before_and_after_a_choice(
    browser: Browser, overview: Page, address: str
) -> None:
    found = audit(overview, "letters")
    # A visitor of his own, because the audit changes the size of the window.
    with visitor(browser) as context, watched(context.new_page(), address) as page:
        page.goto(f"{address}{LIST}?bestuurslaag=gemeente")
        expect(rows(page)).to_have_count(AT_ONCE)
        found += audit(page, "gefilterd")
    assert not found, "\n" + "\n".join(found)
