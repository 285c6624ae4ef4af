"""What somebody does on the list of instruments: narrow it, sort it, send it to a colleague."""

from __future__ import annotations

import json
import re
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from catalogue.dutch import capital
from catalogue.model import Instrument
from catalogue.model.fields import fields_of
from tests.browser.conftest import KINDS_OF_PAGE

LIST = KINDS_OF_PAGE["overzicht instrumenten"]


@pytest.fixture(scope="module")
def instruments(built_site: Path) -> list[dict[str, Any]]:
    """The instruments as the open data gives them, in the order of their names."""
    data = json.loads((built_site / "data" / "catalogus.json").read_text("utf-8"))
    found: list[dict[str, Any]] = data["instrumenten"]
    return sorted(found, key=lambda item: item["titel"].casefold())


def shown(page: Page) -> list[str]:
    """The titles in the list that a visitor sees, in order."""
    titles = page.locator("[data-overzicht] > li:visible h2")
    return [title.strip() for title in titles.all_inner_texts()]


def count(page: Page) -> Locator:
    """The live region above the list that says how many there are."""
    return page.get_by_role("status").filter(has_text=re.compile("instrument"))


def titles(items: list[dict[str, Any]]) -> list[str]:
    """The titles of these items."""
    return [item["titel"] for item in items]


def option(page: Page, facet: str, name: str) -> Locator:
    """A box to tick, in the facet with this title, which is opened first."""
    group = page.locator("details.facet", has=page.locator("summary", has_text=facet))
    if not group.evaluate("part => part.open"):
        group.locator("summary").click()
    return group.get_by_role("checkbox", name=name)


def test_ticking_narrows_and_the_count_says_so(
    page: Page, address: str, instruments: list[dict[str, Any]]
) -> None:
    page.goto(address + LIST)
    status = count(page)
    assert shown(page) == titles(instruments)
    expect(status).to_have_text(f"{len(instruments)} instrumenten")

    option(page, "Wie doet mee", "Waterschap").check()
    water = [item for item in instruments if "waterschap" in item["bestuurslagen"]]
    assert 1 < len(water) < len(instruments)
    expect(status).to_have_text(f"{len(water)} instrumenten bij ‘waterschap’")
    assert shown(page) == titles(water)

    option(page, "Fase", "Evalueren").check()
    both = [item for item in water if "evalueren" in item.get("fase", [])]
    assert 0 < len(both) < len(water)
    noun = "instrument" if len(both) == 1 else "instrumenten"
    expect(status).to_have_text(f"{len(both)} {noun} bij ‘waterschap’, ‘evalueren’")
    assert shown(page) == titles(both)

    # A second box in the same group widens: evalueren of agenderen.
    option(page, "Fase", "Agenderen").check()
    either = [item for item in water if {"evalueren", "agenderen"} & set(item.get("fase", []))]
    assert len(either) > len(both)
    assert shown(page) == titles(either)


def test_the_number_behind_a_box_is_what_ticking_it_shows(page: Page, address: str) -> None:
    page.goto(address + LIST)
    option(page, "Fase", "Agenderen").check()
    for label in page.locator("details.facet[open] label").all():
        box = label.get_by_role("checkbox")
        if box.is_checked() or box.get_attribute("name") == "fase":
            continue
        number = int(label.locator(".aantal").inner_text())
        box.check()
        assert len(shown(page)) == number
        box.uncheck()


@pytest.mark.parametrize(
    ("facet", "field"),
    [("Fase", "fase"), ("Rol van de overheid", "rol"), ("Status", "status")],
)
def test_every_box_gives_the_instruments_that_the_data_give(
    page: Page, address: str, instruments: list[dict[str, Any]], facet: str, field: str
) -> None:
    page.goto(address + LIST)
    values = sorted({value for item in instruments for value in _list(item.get(field, []))})
    assert values
    for value in values:
        label = fields_of(Instrument)[field].choices[value].label
        box = option(page, facet, capital(label))
        box.check()
        assert shown(page) == titles([i for i in instruments if value in _list(i.get(field, []))])
        box.uncheck()


def _list(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]


def test_a_knelpunt_and_a_bouwsteen_narrow_as_the_cards_say(
    page: Page, address: str, built_site: Path, instruments: list[dict[str, Any]]
) -> None:
    data = json.loads((built_site / "data" / "catalogus.json").read_text("utf-8"))
    page.goto(address + LIST)
    for facet, field, key in (
        ("Bouwsteen", "bouwsteen", "bouwstenen"),
        ("Knelpunt", "knelpunt", "knelpunten"),
    ):
        item = next(item for item in data[key] if item.get("instrumenten"))
        box = option(page, facet, item["titel"])
        box.check()
        assert shown(page) == titles(
            [i for i in instruments if item["id"] in [link[field] for link in i.get(key, [])]]
        )
        box.uncheck()


def test_the_change_is_announced(page: Page, address: str) -> None:
    """Screen readers read a live region that stays and whose words change."""
    page.goto(address + LIST)
    status = count(page)
    expect(status).to_have_count(1)
    status.evaluate("node => { window.region = node; window.before = node.textContent; }")
    option(page, "Wie doet mee", "Waterschap").check()
    assert page.evaluate("window.region.isConnected && window.region.textContent !== window.before")
    assert status.evaluate("node => node === window.region")


def test_the_address_keeps_the_view(page: Page, address: str) -> None:
    page.goto(address + LIST)
    everything = shown(page)
    option(page, "Wie doet mee", "Waterschap").check()
    water = shown(page)
    option(page, "Fase", "Evalueren").check()
    page.get_by_label("Sorteer").select_option("Meest bindend")
    narrow = shown(page)
    assert page.url.endswith("?bestuurslaag=waterschap&fase=evalueren&sorteer=hardheid")

    page.reload()
    assert shown(page) == narrow
    expect(option(page, "Fase", "Evalueren")).to_be_checked()
    expect(page.get_by_label("Sorteer")).to_have_value("hardheid")

    # A colleague opens the same address.
    colleague = page.context.new_page()
    colleague.goto(page.url)
    assert shown(colleague) == narrow
    expect(option(colleague, "Fase", "Evalueren")).to_be_visible()
    colleague.close()

    page.go_back()
    page.go_back()
    page.wait_for_url(re.compile(r"\?bestuurslaag=waterschap$"))
    assert shown(page) == water
    expect(option(page, "Fase", "Evalueren")).not_to_be_checked()
    page.go_back()
    page.wait_for_url(address + LIST)
    assert shown(page) == everything
    page.go_forward()
    page.wait_for_url(re.compile(r"\?bestuurslaag=waterschap$"))
    assert shown(page) == water

    # To a card and back.
    page.locator("[data-overzicht] > li:visible a").first.click()
    page.wait_for_url(re.compile(r"/instrumenten/[\w-]+/$"))
    page.go_back()
    assert shown(page) == water
    expect(option(page, "Wie doet mee", "Waterschap")).to_be_checked()


def test_an_address_with_nonsense_shows_everything(
    page: Page, address: str, instruments: list[dict[str, Any]]
) -> None:
    page.goto(address + LIST + "?fase=%3Cscript%3E&onzin=1&sorteer=constructor")
    assert shown(page) == titles(instruments)
    expect(page.get_by_label("Sorteer")).to_have_value("")


def test_clearing_brings_everything_back(page: Page, address: str) -> None:
    page.goto(address + LIST)
    everything = shown(page)
    clear = page.get_by_role("button", name="wis filters")
    expect(clear).to_be_hidden()
    option(page, "Wie doet mee", "Waterschap").check()
    option(page, "Fase", "Evalueren").check()
    clear.click()
    assert shown(page) == everything
    expect(clear).to_be_hidden()
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(0)
    assert page.url == address + LIST


def pair_that_no_card_has(cards: list[dict[str, Any]]) -> tuple[str, str]:
    """A phase and a role that some cards have, and no card has both."""
    phases, roles = ({value for card in cards for value in card[name]} for name in ("fase", "rol"))
    return next(
        (phase, role)
        for phase, role in product(sorted(phases), sorted(roles))
        if not any(phase in card["fase"] and role in card["rol"] for card in cards)
    )


def test_when_nothing_is_left_the_page_says_so(
    page: Page, address: str, instruments: list[dict[str, Any]]
) -> None:
    phase, role = pair_that_no_card_has(instruments)
    page.goto(f"{address}{LIST}?fase={phase}&rol={role}")
    assert page.get_by_role("checkbox", checked=True, include_hidden=True).count() == 2
    assert shown(page) == []
    expect(count(page)).to_contain_text("0 instrumenten")
    expect(page.get_by_role("button", name="wis filters")).to_be_visible()


@pytest.mark.parametrize(
    ("choice", "scale"),
    [
        ("Meest dwingend", "dwingendheid"),
        ("Meest bindend", "hardheid"),
        ("Best te handhaven", "handhaafbaarheid"),
        ("Grootste reikwijdte", "reikwijdte"),
    ],
)
def test_sorting_puts_the_highest_score_first(
    page: Page, address: str, instruments: list[dict[str, Any]], choice: str, scale: str
) -> None:
    page.goto(address + LIST)
    page.get_by_label("Sorteer").select_option(choice)

    def score(item: dict[str, Any]) -> int:
        # A score that differs per case counts with its highest value.
        found = item["scores"].get(scale)
        return int(found.get("tot", found.get("waarde"))) if found else 0

    # Equal scores stay in the order of their names; who has none comes last.
    expected = titles(sorted(instruments, key=score, reverse=True))
    assert expected != titles(instruments)
    assert shown(page) == expected
    page.get_by_label("Sorteer").select_option("Op naam")
    assert shown(page) == titles(instruments)
    assert page.url == address + LIST


def test_without_script_the_list_is_whole_and_nothing_is_dead(
    plain: Page, address: str, instruments: list[dict[str, Any]]
) -> None:
    plain.goto(address + LIST + "?bestuurslaag=waterschap")
    assert shown(plain) == titles(instruments)
    for item in instruments:
        expect(plain.get_by_text(item["samenvatting"], exact=True)).to_be_visible()
    controls = plain.locator("main").locator("input, button, select, summary")
    left = [c.get_attribute("id") or c.inner_text() for c in controls.all() if c.is_visible()]
    # The search box leads to a page that says what to do without script.
    assert left == ["zoek-instrument", "Zoek"]
    expect(plain.get_by_role("radio")).to_have_count(0)


def test_on_a_phone_the_facets_fold_and_say_what_was_chosen(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address + LIST)
    filters = page.locator(".facetten > summary")
    expect(filters).to_be_visible()
    expect(page.get_by_role("checkbox", name="Waterschap")).to_be_hidden()
    # The first instrument is on the first screen.
    expect(page.locator("[data-overzicht] h2").first).to_be_in_viewport()
    filters.click()
    page.get_by_role("checkbox", name="Waterschap").check()
    expect(filters).to_have_text("Filters · 1 gekozen")
    filters.click()
    expect(page.get_by_role("checkbox", name="Waterschap")).to_be_hidden()
    page.reload()
    expect(filters).to_have_text("Filters · 1 gekozen")
    expect(count(page)).to_contain_text("waterschap")
