"""Somebody who compares instruments: ticks them on the way, sets them side by side, and sends that to a colleague."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_accessibility import OPEN_ALL, SHORTEN, audit
from tests.browser.test_layout import PHONE, SHOWN, SMALL_TARGETS, sticking_out

HERE = "vergelijk/"
MOVED = "**/data/verhuisd.json"
PROPOSAL = "gezamenlijk-fonds-interbestuurlijke-opgaven"
FIVE = ("bestuursakkoord", "convenant", "mirt", "novex", "benchmark")

# Sentences in the table without a source and without saying that they are ours.
UNSOURCED = """cells => cells.flatMap((cell) => [...cell.querySelectorAll("p:not(.waarden, .leeg)")])
    .filter((said) => !said.querySelector(".noot, .oordeel")).map((said) => said.textContent)"""


def box(page: Page, id: str) -> Locator:
    """The box of an instrument."""
    return page.locator(f"input[data-vergelijk='{id}']")


def bar(page: Page) -> Locator:
    return page.get_by_role("complementary", name="Gekozen om te vergelijken")


def columns(page: Page) -> list[str]:
    """The instruments side by side, as their column heads name them."""
    heads = page.locator(".naast-elkaar thead th:not(:first-child)")
    expect(heads.first).to_be_visible()
    return [head.split("Haal weg")[0].strip() for head in heads.all_inner_texts()]


def row(page: Page, name: str) -> Locator:
    return page.locator(f"[data-onderdeel={name}]")


def test_what_is_ticked_goes_along_from_card_to_overview_to_search_to_the_comparison(
    page: Page, address: str
) -> None:
    page.goto(address + "instrumenten/bestuursakkoord/")
    expect(bar(page)).to_be_hidden()
    page.get_by_role("checkbox", name="Vergelijk Bestuursakkoord").check()
    expect(bar(page)).to_contain_text("1 gekozen: Bestuursakkoord. Kies er nog een bij.")
    expect(page.get_by_role("status").filter(has_text="Gekozen. 1 gekozen")).to_have_count(1)

    page.goto(address + "instrumenten/")
    expect(box(page, "bestuursakkoord")).to_be_checked()
    box(page, PROPOSAL).check()
    # A row that a filter took away and brought back says what is chosen now.
    page.locator("input[name=status][value=voorgesteld]").evaluate("box => box.click()")
    box(page, PROPOSAL).uncheck()
    page.get_by_role("button", name="wis filters").click()
    expect(box(page, "bestuursakkoord")).to_be_checked()
    box(page, PROPOSAL).check()

    page.goto(address + "zoeken/?q=convenant")
    box(page, "convenant").check()
    expect(bar(page)).to_contain_text("3 gekozen: Bestuursakkoord, ")
    # A proposal says that it is one, wherever its name is.
    expect(bar(page)).to_contain_text("opgaven (voorgesteld) en Convenant.")
    bar(page).get_by_role("link", name="Vergelijk").click()
    page.wait_for_url(f"{address}{HERE}?i=bestuursakkoord,{PROPOSAL},convenant")
    assert columns(page) == [
        "Bestuursakkoord",
        "Gezamenlijk fonds voor interbestuurlijke opgaven (voorgesteld)",
        "Convenant",
    ]
    expect(bar(page)).to_be_hidden()
    page.go_back()
    bar(page).get_by_role("button", name="Wis").click()
    expect(bar(page)).to_be_hidden()
    expect(box(page, "convenant")).not_to_be_checked()


def test_a_fifth_is_refused_and_says_why(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(address + "instrumenten/")
    for id in FIVE[:4]:
        box(page, id).check()
    box(page, FIVE[4]).click()
    expect(box(page, FIVE[4])).not_to_be_checked()
    expect(bar(page)).to_contain_text("Meer dan vier naast elkaar past niet.")
    expect(bar(page)).to_contain_text("4 gekozen: ")
    assert sticking_out(page) == []
    assert page.evaluate(SMALL_TARGETS) == []
    # The end of the page is above the bar, not under it.
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    foot, below = page.locator(".site-voet").bounding_box(), bar(page).bounding_box()
    assert foot is not None
    assert below is not None
    assert foot["y"] + foot["height"] <= below["y"] + 1
    # On any page, and for any reader.
    page.goto(address + "over/scores/")
    expect(bar(page)).to_contain_text("4 gekozen: ")
    found = audit(page, "balk", (390,))
    assert not found, "\n" + "\n".join(found)
    page.emulate_media(media="print")
    expect(bar(page)).to_be_hidden()


def test_the_address_keeps_the_view(page: Page, address: str) -> None:
    page.goto(f"{address}{HERE}?i=bestuursakkoord,convenant")
    assert columns(page) == ["Bestuursakkoord", "Convenant"]
    status = page.locator("[data-stand]")
    expect(status).to_contain_text("Bestuursakkoord en Convenant naast elkaar. Verschil bij: ")
    page.get_by_role("combobox", name="Instrument 2").select_option("mirt")
    page.get_by_role("combobox", name="Instrument 4").select_option("novex")
    page.get_by_role("button", name="Zet naast elkaar").click()
    expect(page).to_have_url(f"{address}{HERE}?i=bestuursakkoord,mirt,novex")
    expect(status).to_be_focused()
    expect(page).to_have_title(re.compile(r"^Bestuursakkoord, .* en NOVEX – Vergelijken"))
    page.get_by_role("button", name="Haal weg: Bestuursakkoord").click()
    expect(page.locator(".naast-elkaar thead th")).to_have_count(3)
    page.get_by_role("checkbox", name="Toon alleen verschillen").check()
    expect(page).to_have_url(f"{address}{HERE}?i=mirt,novex&toon=verschillen")
    page.reload()
    expect(page.get_by_role("checkbox", name="Toon alleen verschillen")).to_be_checked()
    assert columns(page)[1] == "NOVEX"
    page.go_back()
    page.go_back()
    expect(page.locator(".naast-elkaar thead th")).to_have_count(4)
    page.go_back()
    expect(page.locator(".naast-elkaar thead")).to_contain_text("Convenant")
    # What somebody chose here goes along to the other pages.
    page.goto(address + "instrumenten/novex/")
    expect(box(page, "novex")).to_be_checked()


def test_differences_are_told_in_words_and_what_is_equal_can_go(
    page: Page, address: str, built_site: Path
) -> None:
    """Beside a card stands the same card, with another phase, no score for hardheid, and another sentence of its effect."""
    column = json.loads((built_site / "data/vergelijk/bestuursakkoord.json").read_text("utf-8"))
    rows = column["rijen"]
    rows["fase"]["waarden"] = ["besluiten", "evalueren"]
    rows["hardheid"] = {"waarden": []}
    rows["evaluaties"]["uitspraken"][0]["tekst"] = "Iets anders."
    page.route("**/data/vergelijk/convenant.json", lambda route: route.fulfill(json=column))
    page.goto(f"{address}{HERE}?i=bestuursakkoord,convenant")
    expect(row(page, "kwalificatie").locator("th")).to_contain_text("= gelijk")
    expect(row(page, "fase").locator("th")).to_contain_text("≠ verschilt")
    expect(row(page, "fase").locator("td").last).to_have_text(
        re.compile(r"evalueren \(alleen hier\)")
    )
    expect(row(page, "hardheid").locator("th")).to_contain_text("? niet bij alle bekend")
    expect(row(page, "evaluaties").locator("th")).to_contain_text("¶ eigen tekst")
    expect(page.locator("[data-stand]")).to_contain_text("Verschil bij: fase.")
    page.get_by_role("checkbox", name="Toon alleen verschillen").check()
    expect(row(page, "kwalificatie")).to_be_hidden()
    for name in ("fase", "hardheid", "evaluaties"):
        expect(row(page, name)).to_be_visible()
    # Nothing adds up, and the page says why.
    expect(page.locator("[data-vergelijking]")).to_contain_text(
        "Er is geen totaal en geen winnaar."
    )


@pytest.mark.parametrize(
    ("asked", "shown", "said"),
    [
        ("", [], "Kies twee tot vier instrumenten."),
        ("?i=bestuursakkoord", [], "Gekozen: Bestuursakkoord. Kies er nog minstens een bij."),
        ("?i=bestuursakkoord,xx,convenant", ["Bestuursakkoord", "Convenant"], "niet kennen: ‘xx’."),
        ("?i=" + ",".join(FIVE), 4, "Weggelaten: Benchmark."),
        ("?i=oud-convenant,novex,convenant", ["Convenant", "NOVEX"], "meer dan één keer"),
        ("?i=oud-convenant,novex", ["Convenant", "NOVEX"], ""),
        ("?i=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E,../../x,constructor", [], "‘<img src=x"),
        ("?i=" + "a" * 3000 + "".join(f",b{n}" for n in range(900)), [], "niet kennen"),
        ("?i=%E0%A4%A&i=novex&i=mirt&toon=alles", 2, "niet kennen"),
    ],
    ids=["niets", "een", "onbekend", "vijf", "dubbel", "hernoemd", "script", "lang", "kapot"],
)
def test_any_address_gives_a_page_that_works_and_says_what_is_wrong(
    page: Page, address: str, asked: str, shown: list[str] | int, said: str
) -> None:
    page.route(
        MOVED,
        lambda route: route.fulfill(
            body=json.dumps({"instrumenten": {"oud-convenant": "convenant"}})
        ),
    )
    page.goto(f"{address}{HERE}{asked}")
    expect(page.locator("[data-stand]")).not_to_be_empty()
    expect(page.locator("#inhoud")).to_contain_text(said)
    if shown:
        found = columns(page)
        assert shown in (found, len(found))
    else:
        expect(page.locator("[data-vergelijking]")).to_be_hidden()
        expect(page.get_by_role("heading", name="Alle instrumenten")).to_be_visible()
    if not said:
        expect(page.locator("[data-meldingen]")).to_be_hidden()
    page.get_by_role("combobox", name="Instrument 1").select_option("artikel-12-steun")
    page.get_by_role("combobox", name="Instrument 2").select_option("benchmark")
    page.get_by_role("button", name="Zet naast elkaar").click()
    expect(page.locator(".naast-elkaar thead")).to_contain_text("Benchmark")
    assert columns(page)[0].startswith("Artikel 12")
    expect(page.locator("[data-meldingen]")).to_be_hidden()


def test_without_its_data_the_page_says_so(page: Page, address: str) -> None:
    page.route("**/data/vergelijk/*.json", lambda route: route.fulfill(status=404))
    page.goto(f"{address}{HERE}?i=novex,mirt")
    expect(page.locator("[data-stand]")).to_contain_text("kunnen nu niet worden opgehaald")
    expect(page.get_by_role("link", name="Convenant", exact=True)).to_be_visible()


def test_by_keyboard_alone(page: Page, address: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(address + "instrumenten/")
    for id in FIVE[:2]:
        box(page, id).focus()
        page.keyboard.press("Space")
    expect(bar(page)).to_contain_text("2 gekozen")
    # What has the focus stands above the bar.
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement.getBoundingClientRect().bottom <= document.querySelector('.vergelijkbalk').getBoundingClientRect().top"
        )
    bar(page).get_by_role("link").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"\?i="))
    assert columns(page) == ["Bestuursakkoord", "Convenant"]
    fold = row(page, "wanneer_wel").get_by_role("button", name="Kies dit als")
    fold.focus()
    page.keyboard.press("Enter")
    expect(fold).to_have_attribute("aria-expanded", "false")
    expect(row(page, "wanneer_wel").locator("td li").first).to_be_hidden()
    page.keyboard.press("Space")
    expect(row(page, "wanneer_wel").locator("td li").first).to_be_visible()
    # A number of a note leads to its source, and the view stays.
    note = row(page, "wanneer_wel").locator(".noot a").first
    note.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".bronnen li:target")).to_be_in_viewport()
    assert columns(page) == ["Bestuursakkoord", "Convenant"]


def test_every_statement_has_its_source_and_all_fits_screen_paper_and_reader(
    page: Page, address: str
) -> None:
    page.goto(f"{address}{HERE}?i=bestuurlijk-overleg,{PROPOSAL}")
    assert len(columns(page)) == 2
    assert page.locator(".naast-elkaar td").evaluate_all(UNSOURCED) == []
    notes = page.locator(".naast-elkaar .noot a")
    labels = notes.evaluate_all("notes => notes.map((note) => note.ariaLabel)")
    assert labels
    for label in labels:
        assert re.fullmatch(r"Bron \d+: .+, .+", label)
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(OPEN_ALL)
        assert sticking_out(page) == []
        assert page.evaluate(SMALL_TARGETS) == []
    page.emulate_media(media="print")
    expect(row(page, "helpt").locator("td li").first).to_be_visible()
    controls = page.locator("nav, main button:not(th button), th .wis, select, main input")
    assert controls.evaluate_all(SHOWN) == []
    page.emulate_media(media="screen")
    page.evaluate(SHORTEN)
    found = audit(page, "naast elkaar", (1280,), ("light",)) + audit(page, "naast elkaar", (390,))
    assert not found, "\n" + "\n".join(found)


def test_on_a_phone_a_row_folds_and_says_before_it_opens_whether_it_differs(
    page: Page, address: str
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{address}{HERE}?i=bestuursakkoord,convenant")
    phase = row(page, "fase")
    expect(phase.locator("th")).to_contain_text(re.compile("verschilt|gelijk"))
    expect(phase.locator("td").first).to_be_hidden()
    phase.get_by_role("button").click()
    # Each value has the name of its instrument above it.
    expect(phase.locator("td").first).to_contain_text("Bestuursakkoord")
    expect(phase.locator("td").last).to_contain_text("Convenant")
    page.get_by_role("button", name="Klap alle rijen open").click()
    expect(row(page, "nagelezen").locator("td").first).to_be_visible()


def test_without_script_all_instruments_are_there_and_nothing_is_dead(
    plain: Page, address: str
) -> None:
    plain.goto(f"{address}{HERE}?i=bestuursakkoord,convenant")
    expect(plain.get_by_role("rowheader", name="Kies dit als")).to_be_visible()
    expect(plain.get_by_role("link", name="Bestuursakkoord", exact=True)).to_be_visible()
    assert plain.locator("main :is(button, select, input)").evaluate_all(SHOWN) == []
    plain.goto(address + "instrumenten/bestuursakkoord/")
    assert plain.locator("[data-vergelijk]").evaluate_all(SHOWN) == []
