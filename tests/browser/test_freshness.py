"""A page past its day says so, by the clock of who reads it; and the worklist knows what is past and what comes soon."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from catalogue.knowledge.worklist import worklist
from catalogue.linking import Catalogue
from catalogue.model import Instrument

CARD = "instrumenten/convenant/"
WORKLIST = "meedoen/werklijst/"


def at(page: Page, address: str, day: str) -> None:
    page.clock.set_fixed_time(f"{day}T12:00:00")
    page.goto(address)


@pytest.mark.parametrize(
    "place",
    [CARD, "wettelijk-kader/gemeentewet/", "knelpunten/personele-capaciteit/"],
)
def test_a_page_says_it_from_the_day_on_and_not_before(
    page: Page, address: str, place: str
) -> None:
    page.goto(address + place)
    said = page.locator("[data-verloopt]")
    day = said.get_attribute("data-verloopt") or ""
    year, month, number = map(int, day.split("-"))
    before = f"{year}-{month:02}-{number - 1:02}"
    at(page, address + place, before)
    expect(said).to_be_hidden()
    at(page, address + place, day)
    expect(said).to_be_visible()
    expect(said).to_contain_text(
        re.compile(r"^Deze pagina moest voor \d+ \w+ \d{4} zijn nagelezen\.")
    )
    page.emulate_media(media="print")
    expect(said).to_be_visible()
    expect(said.get_by_role("link")).to_be_hidden()


@pytest.fixture(scope="session")
def review_day(real_catalogue: Catalogue) -> date:
    """The day before which that card must be read again."""
    return real_catalogue.node(Instrument, "convenant").part.beoordelen_voor


def test_who_has_no_script_reads_the_day_itself(
    plain: Page, address: str, review_day: date
) -> None:
    plain.goto(address + CARD)
    expect(plain.locator("[data-verloopt]")).to_be_hidden()
    expect(plain.locator(f".gegevens time[datetime='{review_day.isoformat()}']")).to_be_visible()


def test_the_worklist_shows_what_is_past_and_filters_on_it(
    page: Page, address: str, real_catalogue: Catalogue, review_day: date
) -> None:
    entries = worklist(real_catalogue)
    past = [one for one in entries if one.due and one.due <= review_day]
    at(page, address + WORKLIST, review_day.isoformat())
    rows = page.locator("[data-overzicht] > li")
    expect(rows).to_have_count(len(entries))
    page.get_by_label("De dag is voorbij").check()
    expect(rows).to_have_count(len(past))
    expect(rows.first.locator("[data-termijnwoord]")).to_have_text("voorbij")
    page.get_by_label("Zonder praktijkvoorbeeld").check()
    both = [one for one in past if "zonder-praktijk" in one.sorts]
    expect(rows).to_have_count(len(both))
    expect(page).to_have_url(re.compile(r"\?.*termijn=voorbij"))
    page.get_by_label("Sorteer").select_option("Het meeste werk eerst")
    most = max(len(one.work) for one in both) - 1
    expect(rows.first.locator(".werk > li")).to_have_count(most)


def test_without_script_the_worklist_is_whole(
    plain: Page, address: str, real_catalogue: Catalogue
) -> None:
    plain.goto(address + WORKLIST)
    expect(plain.locator("[data-overzicht] > li")).to_have_count(len(worklist(real_catalogue)))
    expect(plain.locator("[data-facetten]")).to_be_hidden()
    expect(plain.locator("[data-termijnwoord]").first).to_be_hidden()


def test_the_feeds_are_named_in_the_head_and_on_the_page(page: Page, address: str) -> None:
    page.goto(address)
    for type, name in (("atom+xml", "feed.xml"), ("feed+json", "feed.json")):
        link = page.locator(f'head link[rel="alternate"][type="application/{type}"]')
        assert link.evaluate("link => link.href") == f"{address}{name}"
        asked = "async (url) => (await fetch(url)).headers.get('content-type')"
        assert page.evaluate(asked, f"{address}{name}") == f"application/{type}; charset=utf-8"
    for name in ("Atom", "JSON Feed"):
        expect(page.get_by_role("link", name=name, exact=True)).to_be_visible()
