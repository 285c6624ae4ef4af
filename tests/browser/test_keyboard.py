"""Everything by keyboard alone: reached, seen, worked and left again."""

from __future__ import annotations

import itertools
import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import KINDS_OF_PAGE

# One of each: text, tables, folded parts, forms. The longest lists of links add nothing to these.
WALKED = (
    "start",
    "overzicht instrumenten",
    "instrument",
    "praktijk",
    "overzicht bouwstenen",
    "knelpunt",
    "wet",
    "begrippen",
    "module",
    "zoeken",
    "over",
    "niet gevonden",
)

# Notes each element that gets focus, and how it shows that.
LISTEN = """() => {
    window.walk = [];
    const box = (element) => element.getBoundingClientRect();
    const light = (colour) => {
        const parts = colour.match(/[\\d.]+/g).slice(0, 3).map(Number).map((part) => part / 255);
        const [r, g, b] = parts.map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = (element) => {
        for (let around = element.parentElement; around; around = around.parentElement) {
            const { backgroundColor } = getComputedStyle(around);
            if (!/, 0\\)$|transparent/.test(backgroundColor)) return backgroundColor;
        }
        return getComputedStyle(document.body).backgroundColor;
    };
    addEventListener("focusin", ({ target }) => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(target);
        const [one, other] = [light(outlineColor), light(ground(target))].sort((a, b) => b - a);
        const { top, left, right, bottom } = box(target);
        window.walk.push({
            name: target.outerHTML.slice(0, 110),
            number: window.stops.indexOf(target),
            ring: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && (one + 0.05) / (other + 0.05) >= 3,
            seen: right > 0 && bottom > 0 && left < innerWidth && top < innerHeight && right - left > 1 && bottom - top > 1,
            place: top + scrollY,
            main: Boolean(target.closest("main")),
        });
    });
    const active = document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']");
    // Of a group of radio buttons Tab reaches the chosen one.
    window.stops = [...active].filter((element) => element.checkVisibility({ visibilityProperty: true })
        && !(element.type === "radio" && !element.checked));
    return window.stops.length;
}"""


def walk(page: Page) -> tuple[int, list[dict[str, Any]]]:
    """Press Tab through the whole page; how many stops it should have, and those it made."""
    stops: int = page.evaluate(LISTEN)
    for _ in range(stops):
        page.keyboard.press("Tab")
    found: list[dict[str, Any]] = page.evaluate("window.walk")
    return stops, found


@pytest.mark.parametrize("kind", WALKED)
def test_tab_reaches_everything_in_order_and_shows_where_it_is(
    page: Page, address: str, kind: str
) -> None:
    # Without this the place of an element would be measured while the page still glides there.
    page.emulate_media(reduced_motion="reduce")
    page.goto(address + KINDS_OF_PAGE[kind])
    stops, made = walk(page)
    assert stops > 10
    # Every stop once, in the order of the text: nothing is skipped and nothing holds the reader.
    assert [stop["number"] for stop in made] == list(range(stops)), made[-1]
    assert [stop["name"] for stop in made if not stop["ring"]] == []
    assert [stop["name"] for stop in made if not stop["seen"]] == []
    # After the last one the reader leaves the page.
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement !== window.stops.at(-1)")


def test_the_ring_shows_in_the_dark_and_the_order_follows_a_narrow_card(
    page: Page, address: str
) -> None:
    page.emulate_media(reduced_motion="reduce", color_scheme="dark")
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address + KINDS_OF_PAGE["instrument"])
    _, made = walk(page)
    assert [stop["name"] for stop in made if not stop["ring"]] == []
    places = [stop["place"] for stop in made if stop["main"]]
    assert len(places) > 50
    # Within a line a link may stand a little higher than the one before it: a number of a note.
    back = [
        made[number]["name"]
        for number, (before, after) in enumerate(itertools.pairwise(places))
        if after < before - 24
    ]
    assert back == []


def test_a_lost_ring_and_a_wrong_order_are_seen(page: Page, address: str) -> None:
    page.goto(address + KINDS_OF_PAGE["over"])
    page.evaluate("document.querySelector('.merk').style.outline = 'none'")
    page.evaluate("document.querySelector('.tabs a').tabIndex = -1")
    page.evaluate("document.querySelector('.site-voet a').tabIndex = 1")
    stops, made = walk(page)
    assert [stop["number"] for stop in made] != list(range(stops))
    assert next(stop["name"] for stop in made if not stop["ring"]).startswith('<a class="merk"')


@pytest.mark.parametrize("kind", ["start", "instrument", "niet gevonden"])
def test_the_first_tab_skips_to_the_content(page: Page, address: str, kind: str) -> None:
    page.goto(address + KINDS_OF_PAGE[kind])
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Naar de inhoud")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("#inhoud")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    assert page.evaluate("document.activeElement.closest('header.site-kop') === null")


def test_navigation_and_search_in_the_header(page: Page, address: str) -> None:
    page.goto(address)
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(page.get_by_label("Zoek instrument, knelpunt of wet")).to_be_focused()
    page.keyboard.type("overleg")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/zoeken/\?q=overleg"))

    page.goto(address)
    for _ in range(5):
        page.keyboard.press("Tab")
    expect(
        page.get_by_role("navigation", name="Onderdelen").get_by_role("link").first
    ).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(address + "instrumenten/")


def test_facets_open_tick_sort_and_clear(page: Page, address: str) -> None:
    page.goto(address + KINDS_OF_PAGE["overzicht instrumenten"])
    status = page.get_by_role("status").filter(has_text=re.compile("instrument"))
    everything = status.inner_text()
    page.locator("#zoek-instrument").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator("summary", has_text="Wie doet mee")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("checkbox", name=re.compile("^Rijk"))).to_be_focused()
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(page.get_by_role("checkbox", name="Waterschap")).to_be_focused()
    page.keyboard.press("Space")
    expect(page.get_by_role("checkbox", name="Waterschap")).to_be_checked()
    expect(status).to_contain_text("waterschap")
    # The reader stays where he was.
    expect(page.get_by_role("checkbox", name="Waterschap")).to_be_focused()

    page.keyboard.press("Tab")
    phase = page.locator("summary", has_text="Fase")
    expect(phase).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("checkbox", name="Agenderen")).to_be_focused()

    clear = page.get_by_role("button", name="wis filters")
    for _ in range(60):
        if clear.evaluate("button => button === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(clear).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Sorteer")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Sorteer")).to_have_value("dwingendheid")
    page.wait_for_url(re.compile("sorteer=dwingendheid"))
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(status).to_have_text(everything)
    expect(page.get_by_role("checkbox", name="Waterschap")).not_to_be_checked()
    # The button is gone; the reader stands at the count, and goes on from there.
    expect(status).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Sorteer")).to_be_focused()


def test_facets_unfold_on_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address + KINDS_OF_PAGE["overzicht instrumenten"])
    page.locator("#zoek-instrument").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    filters = page.locator(".facetten > summary")
    expect(filters).to_be_focused()
    expect(page.get_by_role("checkbox", name=re.compile("^Rijk"))).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.get_by_role("checkbox", name=re.compile("^Rijk"))).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_role("checkbox", name=re.compile("^Rijk"))).to_be_hidden()


def test_the_choice_of_colour(page: Page, address: str) -> None:
    page.goto(address + KINDS_OF_PAGE["over"])
    # Backwards from the top: the last control of the page.
    page.get_by_role("radio", name="Automatisch").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="Licht")).to_be_checked()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="Donker")).to_be_checked()
    expect(page.locator("html")).to_have_attribute("data-kleur", "donker")
    page.reload()
    expect(page.get_by_role("radio", name="Donker")).to_be_checked()
    expect(page.locator("html")).to_have_attribute("data-kleur", "donker")


@pytest.mark.parametrize("kind", ["begrippen", "module"])
def test_what_is_folded_opens_and_closes(page: Page, address: str, kind: str) -> None:
    page.goto(address + KINDS_OF_PAGE[kind])
    # The guide beside the text stands open on a wide screen.
    folded = page.locator("main details:not([data-wegwijzer] details)")
    assert folded.count() > 1
    for details in folded.all():
        summary = details.locator("> summary")
        summary.focus()
        page.keyboard.press("Enter")
        assert details.evaluate("part => part.open")
        page.keyboard.press("Space")
        assert not details.evaluate("part => part.open")
        assert summary.evaluate("part => part === document.activeElement")
