"""What somebody does with the matrix: open a cell, read why, narrow, sort, look at one question, send the address."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import KINDS_OF_PAGE
from tests.browser.test_accessibility import SHORTEN, audit

MATRIX = KINDS_OF_PAGE["matrix van situaties"]


@pytest.fixture(scope="module")
def data(built_site: Path) -> Any:
    """The sentences, as the page fetches them."""
    return json.loads((built_site / "data/matrix-situaties.json").read_text("utf-8"))


def shown(page: Page) -> list[str]:
    """The ids of the instruments in the table, in order."""
    ids: list[str] = page.locator("[data-overzicht] > tr").evaluate_all(
        "rows => rows.map((row) => row.dataset.id)"
    )
    return ids


def cell(page: Page, name: str) -> Locator:
    """The link in the cell with this name: ``bestuurlijk-overleg.vastgelopen``."""
    row, column = name.split(".")
    place = page.locator("thead [data-kolom]").evaluate_all(
        "(heads, id) => heads.findIndex((head) => head.dataset.kolom === id)", column
    )
    return page.locator(f"tr[data-id='{row}'] > td").nth(place).locator("a")


def cell_with(data: Any, *sorts: str) -> str:
    """The first cell with sentences that do all of these."""
    return next(
        f"{card}.{column}"
        for card, row in data["cellen"].items()
        for column, places in row.items()
        if {data["zinnen"][place][1] for place in places} == set(sorts)
    )


def test_a_cell_opens_by_keyboard_says_why_and_gives_the_focus_back(
    page: Page, address: str, data: Any
) -> None:
    page.goto(address + MATRIX)
    both = cell_with(data, "als", "niet-als")
    link, panel = cell(page, both), page.get_by_role("dialog")
    expect(link).to_have_text("beide")
    card, column = both.split(".")
    title = page.locator(f"tr[data-id='{card}'] th").inner_text()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    link.focus()
    page.keyboard.press("Enter")
    sentences = [data["zinnen"][place] for place in data["cellen"][card][column]]
    expect(panel.get_by_role("status")).to_have_text(f"{len(sentences)} zinnen")
    expect(panel.get_by_role("heading", level=2)).to_be_focused()
    expect(panel.get_by_role("heading", level=2)).to_contain_text(title)
    expect(panel.get_by_role("heading", level=3)).to_have_text(
        ["Spreekt ervoor", "Spreekt ertegen"]
    )
    for sentence in sentences:
        expect(panel).to_contain_text(sentence[0])
        for source, place in sentence[2]:
            expect(panel).to_contain_text(f"{data['bronnen'][source][0]}, {place}")
    assert page.url == f"{address}{MATRIX}?cel={both}"
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(link).to_be_focused()
    assert page.url == address + MATRIX
    page.go_back()
    expect(panel).to_be_visible()
    page.evaluate(SHORTEN)
    found = audit(page, "cel open", widths=(390,))
    assert not found, "\n" + "\n".join(found)
    panel.get_by_role("button", name="Sluit").click()
    expect(panel).to_be_hidden()
    assert [url for url in asked if "/data/" in url] == [f"{address}data/matrix-situaties.json"]


def test_filters_columns_and_sorting_work_together_and_stay_in_the_address(
    page: Page, address: str, data: Any
) -> None:
    page.goto(address + MATRIX)
    by_name = shown(page)
    page.locator(".facetten > summary").click()
    page.get_by_role("checkbox", name="Waterschap").check()
    water = shown(page)
    assert 1 < len(water) < len(by_name)
    assert water == [id for id in by_name if id in water]
    page.get_by_label("Vraag").select_option(index=3)
    heads = page.locator("thead [data-kolom]:visible")
    ids = heads.evaluate_all("heads => heads.map((head) => head.dataset.kolom)")
    assert 0 < len(ids) < 10
    assert page.locator("tr[data-id] td:visible").count() == len(ids) * len(water)

    page.get_by_label("Sorteer").select_option(f"kolom-{ids[0]}")
    words = [cell(page, f"{id}.{ids[0]}").all_inner_texts() for id in shown(page)]
    ranks = [["voor", "beide", "tegen"].index(found[0]) if found else 3 for found in words]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) > 1
    expect(heads.first).to_have_attribute("aria-sort", "descending")
    page.get_by_label("Sorteer").select_option("gevuld")
    filled = [sum(id in data["cellen"].get(row, {}) for id in ids) for row in shown(page)]
    assert filled == sorted(filled, reverse=True)

    order = shown(page)
    named = next(f"{row}.{id}" for row in order for id in ids if id in data["cellen"].get(row, {}))
    cell(page, named).click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.reload()
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text(re.compile("zin"))
    assert shown(page) == order
    assert heads.count() == len(ids)
    assert all(part in page.url for part in ("waterschap", "kolommen=", "sorteer=gevuld", named))


@pytest.mark.parametrize(
    "nonsense", ["<script>alert(1)</script>", "constructor.constructor", "." * 5000, "een-cel"]
)
def test_a_cell_that_is_not_there_is_said_and_the_table_stays(
    seen: Page, address: str, nonsense: str
) -> None:
    seen.goto(address + MATRIX + "?kolommen=onzin&sorteer=constructor")
    seen.evaluate(
        "cel => history.replaceState(null, '', `?${new URLSearchParams({ cel })}`)", nonsense
    )
    seen.reload()
    expect(seen.get_by_text("De cel in dit adres is er niet.")).to_be_visible()
    expect(seen.get_by_role("dialog")).to_have_count(0)
    assert len(shown(seen)) > 50


def test_when_the_sentences_cannot_be_had_the_panel_leads_to_them(
    page: Page, address: str, data: Any
) -> None:
    page.route("**/data/matrix-*.json", lambda route: route.fulfill(status=404))
    page.goto(f"{address}{MATRIX}?cel={cell_with(data, 'als')}")
    panel = page.get_by_role("dialog")
    expect(panel.get_by_role("status")).to_contain_text("kunnen nu niet worden opgehaald")
    panel.get_by_role("link").last.click()
    expect(page.get_by_role("heading", name="Wat hierbij past")).to_be_visible()


def test_without_script_a_cell_leads_to_its_sentence(plain: Page, address: str, data: Any) -> None:
    plain.goto(address + MATRIX)
    name = cell_with(data, "niet-als")
    card, column = name.split(".")
    row = plain.locator(f"tr[data-id='{card}']")
    heads = [head.get_attribute("data-kolom") for head in plain.locator("[data-kolom]").all()]
    link = row.locator("td").nth(heads.index(column)).get_by_role("link")
    expect(link).to_have_text("tegen")
    link.click()
    assert plain.url == f"{address}situaties/{column}/#past-niet"
    sentence = data["zinnen"][data["cellen"][card][column][0]][0]
    expect(plain.locator("main")).to_contain_text(sentence)
