"""What somebody does with the learning line: take a route, make a programme of one's own, send it, print it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import KINDS_OF_PAGE
from tests.browser.test_accessibility import audit

LINE = KINDS_OF_PAGE["overzicht leerlijn"]


@pytest.fixture(scope="module")
def data(built_site: Path) -> Any:
    """The line, as the site offers it."""
    return json.loads((built_site / "data/leerlijn.json").read_text("utf-8"))


def built_on(data: Any) -> tuple[Any, Any]:
    """A module, and the first that builds on it."""
    second = next(one for one in data["modules"] if one["na"])
    return next(one for one in data["modules"] if one["id"] == second["na"][0]), second


def test_a_programme_is_chosen_by_keyboard_and_says_its_time_and_what_is_missing(
    page: Page, address: str, data: Any
) -> None:
    first, second = built_on(data)
    page.goto(address + LINE)
    status = page.locator("[data-stand]")
    expect(status).to_have_text("U koos nog niets.")
    box = page.locator(f"[data-module='{second['id']}'] [data-heel]")
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    expect(status).to_contain_text(f"{len(second['onderdelen'])} onderdelen")
    assert page.url == f"{address}{LINE}?modules={second['id']}"
    warned = page.locator("[data-let]")
    expect(warned).to_contain_text(first["titel"])
    page.locator(f"[data-module='{first['id']}'] [data-heel]").check()
    expect(warned).not_to_contain_text(first["titel"])
    # Without its first part the module is there in part.
    page.locator(f"[data-module='{first['id']}'] summary").click()
    page.locator(f"[data-module='{first['id']}'] [data-los]").first.uncheck()
    whole = page.locator(f"[data-module='{first['id']}'] [data-heel]")
    assert whole.evaluate("box => box.indeterminate")
    rows = page.locator("[data-dagen] tbody tr:has(td)")
    parts = first["onderdelen"][1:] + second["onderdelen"]
    expect(rows).to_have_count(len(parts))
    page.get_by_label("Begint om").fill("13:05")
    minutes = 13 * 60 + 5 + parts[0]["minuten"]
    expect(rows.first.locator("th")).to_have_text(f"13:05–{minutes // 60}:{minutes % 60:02d}")
    page.get_by_label("Elke module op een eigen dag").check()
    expect(page.locator("[data-dagen] caption")).to_have_count(2)
    # Whoever gets the address sees the same, and goes back step by step.
    shown = page.locator("[data-programma]").inner_text()
    page.goto(page.url)
    assert page.locator("[data-programma]").inner_text() == shown
    found = audit(page, "met een programma", widths=(390,))
    assert not found, "\n" + "\n".join(found)
    page.emulate_media(media="print", color_scheme="light")
    expect(page.locator("[data-dagen]")).to_be_visible()
    for away in (".leerpad", ".leerroutes", ".leerkeuze-modules", ".leerplatform"):
        expect(page.locator(away)).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Begin opnieuw").click()
    expect(page.locator("[data-programma]")).to_be_hidden()
    page.go_back()
    expect(page.locator("[data-programma]")).to_be_visible()


def test_a_route_is_taken_over_and_a_broken_address_says_what_does_not_count(
    page: Page, address: str, data: Any
) -> None:
    page.goto(address + LINE)
    route = data["routes"][0]
    page.get_by_role("link", name="Neem over in uw programma").first.click()
    expect(page.locator("[data-heel]:checked")).to_have_count(len(route["modules"]))
    id = data["modules"][0]["id"]
    hostile = "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E"
    strange = f"?modules={hostile},{id}.2.999,{id}.x,{'z' * 3000},__proto__&begin=99:99&dagen=%00"
    page.goto(address + LINE + strange)
    said = page.locator("[data-melding]")
    expect(said).to_contain_text("Dat telt niet mee.")
    expect(said).to_contain_text("<img src=x onerror=alert(1)>")
    expect(page.locator("[data-los]:checked")).to_have_count(1)
    expect(page.get_by_label("Begint om")).to_have_value("09:00")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_day_that_is_too_long_is_told(page: Page, address: str, data: Any) -> None:
    everything = ",".join(one["id"] for one in data["modules"])
    page.goto(f"{address}{LINE}?modules={everything}")
    expect(page.locator("[data-let]")).to_contain_text("Dit past niet op één dag.")
    page.get_by_label("Elke module op een eigen dag").check()
    expect(page.locator("[data-let]")).to_be_hidden()


def test_without_script_there_are_the_way_the_routes_and_all_parts(
    plain: Page, address: str, data: Any
) -> None:
    plain.goto(address + LINE)
    expect(plain.locator(".leerpad > li")).to_have_count(len(data["modules"]))
    expect(plain.locator(".leerroute")).to_have_count(len(data["routes"]))
    expect(plain.locator("[data-deel]")).to_have_count(
        sum(len(one["onderdelen"]) for one in data["modules"])
    )
    expect(plain.locator("[data-heel], [data-programma]").first).to_be_hidden()
    plain.locator(".leerkeuze summary").first.click()
    expect(plain.locator("[data-deel]").first).to_be_visible()


def test_a_module_gives_its_package_and_says_what_it_is(
    page: Page, address: str, data: Any
) -> None:
    module = data["modules"][0]
    page.goto(address + module["adres"])
    said = json.loads(page.locator("script[type='application/ld+json']").inner_text())
    assert said["name"] == module["titel"]
    assert said["timeRequired"] == f"PT{module['minuten']}M"
    with page.expect_download() as download:
        page.get_by_role("link", name="Pakket voor een leeromgeving").click()
    assert download.value.suggested_filename == f"{module['id']}.imscc"
