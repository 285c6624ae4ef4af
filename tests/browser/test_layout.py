"""How pages lie on a screen and on paper: nothing beside the edge, large enough to touch."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests.browser.conftest import CHROMIUM, FLAGS, KINDS_OF_PAGE

PHONE: ViewportSize = {"width": 390, "height": 844}
PHONES: tuple[ViewportSize, ...] = (PHONE, {"width": 320, "height": 640})
OPEN_ALL = """for (const details of document.querySelectorAll("details:not([open])"))
    details.open = details.openedByTest = true"""
CLOSE_AGAIN = """for (const details of document.querySelectorAll("details"))
    if (details.openedByTest) details.open = false"""

# What sticks out of the window, even where something hides it; what is only for screen readers may, and what stands in
# a named part that a reader scrolls by itself, as a table of thirty columns does.
STICKING_OUT = """() => {
    const edge = document.documentElement.clientWidth;
    const out = [...document.body.querySelectorAll("*")].filter((element) => {
        const { left, right, width, height } = element.getBoundingClientRect();
        return width > 1 && height > 1 && (right > edge + 1 || left < -1)
            && !element.matches(".spring") && !element.parentElement.closest("[role=region][tabindex='0']") && element.checkVisibility();
    });
    const { scrollWidth } = document.documentElement;
    const wide = scrollWidth > edge ? [`de pagina is ${scrollWidth} breed`] : [];
    return [...wide, ...out.map((element) => element.outerHTML.slice(0, 120))];
}"""

SHOWN = """parts => parts.filter((part) => {
    const { width, height } = part.getBoundingClientRect();
    return width > 0 && height > 0 && part.checkVisibility({ visibilityProperty: true });
}).map((part) => part.outerHTML.slice(0, 120))"""

# Where a reader touches: a control, or the label around it. Links within text may be smaller.
SMALL_TARGETS = """() => [...document.querySelectorAll(
    "button, select, summary, input:not([type=hidden]), nav a, .knop, .spring, .merk, .kruimels a"
)].flatMap((control) => {
    const target = control.closest("label") ?? control;
    const { width, height } = target.getBoundingClientRect();
    if (!target.checkVisibility({ visibilityProperty: true }) || (width >= 44 && height >= 44)) return [];
    return [`${Math.round(width)} × ${Math.round(height)}: ${target.outerHTML.slice(0, 120)}`];
})"""

# The parts of a card that a reader must see without scrolling, each with the place of its lower edge.
FIRST_SCREEN = """() => {
    const bottom = (element) => Math.round(element.getBoundingClientRect().bottom);
    const parts = { titel: "h1", samenvatting: ".kop .inleiding", status: ".kop .status", schalen: ".kort dl" };
    const found = Object.fromEntries(Object.entries(parts).map(([name, selector]) => [name, bottom(document.querySelector(selector))]));
    const range = document.createRange();
    range.selectNodeContents(document.querySelector("#kies-dit-als + ul"));
    const lines = [...new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom)))].sort((a, b) => a - b);
    return { ...found, "eerste regels van 'Kies dit als'": lines[1] ?? lines[0] };
}"""


def sticking_out(page: Page) -> list[str]:
    """What sticks out of the window, as HTML."""
    found: list[str] = page.evaluate(STICKING_OUT)
    return found


@pytest.fixture(scope="module")
def reader_of_large_text(browser: Browser) -> Iterator[BrowserContext]:
    """Somebody with a phone who made all letters twice as large in the browser's settings."""
    chromium = browser.browser_type.launch(
        executable_path=CHROMIUM, args=[*FLAGS, "--blink-settings=defaultFontSize=32"]
    )
    context = chromium.new_context()
    context.set_default_timeout(15_000)
    yield context
    chromium.close()


def assert_a_phone_can_be_used(page: Page) -> None:
    """Nothing asks for a horizontal scroll, and controls are large enough to touch; all that folds is open then."""
    page.evaluate(OPEN_ALL)
    for size in PHONES:
        page.set_viewport_size(size)
        assert sticking_out(page) == [], size
        assert page.evaluate(SMALL_TARGETS) == [], size
    page.evaluate(CLOSE_AGAIN)


@pytest.mark.parametrize("kind", KINDS_OF_PAGE)
def test_large_letters_need_no_horizontal_scroll_either(
    reader_of_large_text: BrowserContext, address: str, kind: str
) -> None:
    page = reader_of_large_text.new_page()
    page.goto(address + KINDS_OF_PAGE[kind])
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "36px"
    page.evaluate(OPEN_ALL)
    page.set_viewport_size(PHONE)
    assert sticking_out(page) == []
    page.close()


def test_wide_content_is_seen_to_stick_out(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(address)
    page.evaluate("document.querySelector('h1').style.width = '400px'")
    assert any(found.startswith("<h1") for found in sticking_out(page))


def test_the_first_screen_of_every_card_says_what_it_is_and_when_to_use_it(
    page: Page, address: str, built_site: Path
) -> None:
    page.set_viewport_size(PHONE)
    cards = sorted(path.parent.name for path in built_site.glob("instrumenten/*/index.html"))
    assert len(cards) > 10
    below: dict[str, Any] = {}
    for card in cards:
        page.goto(f"{address}instrumenten/{card}/")
        places: dict[str, int] = page.evaluate(FIRST_SCREEN)
        below[card] = {name: place for name, place in places.items() if place > PHONE["height"]}
    assert {card: parts for card, parts in below.items() if parts} == {}


def test_a_wide_screen_shows_the_scales_beside_the_title(page: Page, address: str) -> None:
    page.goto(address + KINDS_OF_PAGE["instrument"])
    title = page.locator("h1").bounding_box()
    scales = page.locator(".kort").bounding_box()
    assert title is not None
    assert scales is not None
    assert scales["x"] > title["x"] + title["width"]
    assert scales["y"] < title["y"] + title["height"]


def assert_paper_shows_the_content_and_nothing_to_click(page: Page, kind: str) -> None:
    """As a browser prints it for a reader who has a dark screen."""
    page.emulate_media(media="print", color_scheme="dark")
    controls = page.locator("nav, button, select, input, .bewerk, .spring")
    assert controls.evaluate_all(SHOWN) == []
    # Of a handout only the sheets are printed, each with its own heading.
    sheets = kind in ("handout", "kaartjes")
    for shown in (".vel h2",) if sheets else ("h1", ".merk-naam"):
        expect(page.locator(shown).first).to_be_visible()
    # Dark letters on white.
    colour = page.evaluate("getComputedStyle(document.body).color")
    assert colour == "rgb(20, 33, 46)"
    # What a sheet to take along leaves out, is marked as such, or stands behind the sheets of a handout.
    marked = ".alleen-script, .niet-op-papier, .niet-op-papier *, .voor-trainer *"
    away = f".facetten, .facet, nav details, {marked}, .vellen ~ * *"
    folded = page.locator(f"main details:not({away}) > :not(summary)")
    assert len(folded.evaluate_all(SHOWN)) == folded.count()
    page.emulate_media(media="screen", color_scheme="light")


def test_paper_writes_out_the_addresses_of_links_to_elsewhere(page: Page, address: str) -> None:
    page.goto(address + KINDS_OF_PAGE["instrument"])
    page.emulate_media(media="print")
    law = page.locator("main a[href^='https://wetten.overheid.nl/']").first
    written = law.evaluate("link => getComputedStyle(link, '::after').content")
    assert "(" in written
    assert law.get_attribute("href") in law.evaluate(
        "link => getComputedStyle(link, '::after').content.replace('attr(href)', link.href)"
    )
