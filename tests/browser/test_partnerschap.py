"""The Partnerschapsmeter: two sides fill in apart, exchange a link, and see where they differ."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import KINDS_OF_PAGE, sheets_of_paper
from tests.browser.test_accessibility import OPEN_ALL, audit

METER = "partnerschap/"
RIJK, REGIO = "412415", "323442"
"""The answers in the examples: they differ by 1, 1, 1, 0, 3 and 3."""


def fill(page: Page, side: str, answers: str) -> None:
    for number, score in enumerate(answers, 1):
        page.locator(f"[name={side}-{number}][value='{score}']").check()


def column(page: Page, cell: str) -> list[str]:
    return page.locator(f"[data-cel={cell}]").all_inner_texts()


def gaps(page: Page) -> list[str]:
    """The numbers of the questions to talk about, in the order in which they stand."""
    found = page.locator("[data-gesprek]:visible").all()
    return [one.get_attribute("data-gesprek") or "" for one in found]


def status(page: Page) -> Locator:
    return page.locator("[data-stand]")


def cases_with_scores(built_site: Path) -> list[dict[str, Any]]:
    data = json.loads((built_site / "data" / "catalogus.json").read_text("utf-8"))
    return [case for case in data["cases"] if case.get("partnerschap")]


def test_both_sides_on_one_screen_end_in_a_radar_a_table_and_the_gaps(
    page: Page, address: str, built_site: Path
) -> None:
    page.goto(address + METER)
    assert column(page, "rijk") == column(page, "verschil") == ["–"] * 6
    assert gaps(page) == []
    fill(page, "rijk", RIJK[:2])
    expect(status(page)).to_have_text("Rijk: 2 van de 6 beantwoord. Regio: 0 van de 6 beantwoord.")
    # A line closes when all six are there; until then there are only points.
    expect(page.locator("[data-getekend=rijk] circle")).to_have_count(2)
    expect(page.locator("[data-getekend=rijk] polygon")).to_have_count(0)
    fill(page, "rijk", RIJK)
    fill(page, "regio", REGIO)
    assert (column(page, "rijk"), column(page, "regio")) == (list(RIJK), list(REGIO))
    assert column(page, "verschil") == ["1", "1", "1", "0", "3", "3"]
    assert gaps(page) == ["5", "6", "1", "2", "3"]
    expect(page.locator("[data-gesprek='5'] [data-verschil]")).to_have_text(
        "Verschil 3 · Rijk 1 · regio 4 · gelijkwaardig 3"
    )
    expect(status(page)).to_contain_text("Het grootste verschil is 3, bij de vragen 5 en 6.")
    # Question 4 got a 4 from both, where a 3 fits an equal partnership.
    expect(page.locator("[data-praten]")).to_contain_text("hetzelfde cijfer bij vraag 4.")
    expect(page.locator("[data-praten]")).to_contain_text("wijkt u samen af")

    # A point lies on its axis, as far out as its score.
    ends = page.locator("[data-as]").evaluate_all(
        "axes => axes.map((axis) => ['x1', 'y1', 'x2', 'y2'].map((name) => Number(axis.getAttribute(name))))"
    )
    points = page.locator("[data-getekend=rijk] polygon").get_attribute("points") or ""
    for (x1, y1, x2, y2), point, score in zip(ends, points.split(" "), RIJK, strict=True):
        x, y = (float(part) for part in point.split(","))
        assert x == pytest.approx(x1 + (x2 - x1) * int(score) / 5, abs=0.06)
        assert y == pytest.approx(y1 + (y2 - y1) * int(score) / 5, abs=0.06)

    case = cases_with_scores(built_site)[0]
    beside = page.locator(f"td[data-profiel='{case['id']}']")
    expect(beside.first).to_be_hidden()
    page.locator(f"[name=naast][value='{case['id']}']").check()
    shown = [int(text) for text in beside.all_inner_texts()]
    assert shown == [v for v in case["partnerschap"].values() if isinstance(v, int)]
    expect(page.locator(f"svg [data-profiel='{case['id']}']")).to_be_visible()

    # The address holds it all, behind the mark that no browser sends.
    assert page.url.endswith(f"#rijk={RIJK}&regio={REGIO}&naast={case['id']}")
    page.reload()
    assert gaps(page) == ["5", "6", "1", "2", "3"]
    # A note leads to its source, and leaves the answers in the address.
    kept = page.url
    page.locator(".meter-vraag .noot a").first.click()
    assert page.url == kept
    expect(page.locator(".bronnen li:focus")).to_be_visible()

    page.get_by_role("button", name="Wis de antwoorden").click()
    expect(status(page)).to_be_focused()
    assert column(page, "regio") == ["–"] * 6
    assert "rijk=" not in page.url


def test_two_people_exchange_a_link_and_see_each_other_when_both_are_done(
    context: BrowserContext, page: Page, address: str
) -> None:
    page.goto(address + METER)
    page.get_by_role("radio", name="Alleen het Rijk").check()
    page.get_by_label("Waarover gaat de samenwerking?").fill("Wonen & water <b>")
    expect(page.locator("[data-velden=regio]").first).to_be_hidden()
    fill(page, "rijk", RIJK)
    expect(page.locator("[data-linknaam]")).to_have_text("Link voor de regio, met uw antwoorden")
    sent = page.locator("#meter-link").input_value()

    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopieer de link").click()
    expect(page.locator("[data-melding]")).to_have_text("De link is gekopieerd.")
    assert page.evaluate("navigator.clipboard.readText()") == sent

    other = context.new_page()
    other.goto(sent)
    expect(other.get_by_role("radio", name="Alleen de regio")).to_be_checked()
    expect(other.get_by_label("Waarover gaat de samenwerking?")).to_have_value("Wonen & water <b>")
    expect(other.locator("[data-velden=rijk]").first).to_be_hidden()
    expect(status(other)).to_contain_text("De antwoorden van het Rijk zijn er al.")
    fill(other, "regio", REGIO[:5])
    # What the other said stays covered until the last answer: in the table, the radar and the gaps.
    assert column(other, "rijk") == ["–"] * 6
    expect(other.locator("[data-getekend=rijk] *")).to_have_count(0)
    assert gaps(other) == []
    fill(other, "regio", REGIO)
    assert column(other, "rijk") == list(RIJK)
    assert gaps(other) == ["5", "6", "1", "2", "3"]

    # The way back: the first opens what the second sends, and sees both.
    back = other.locator("#meter-link").input_value()
    assert "kant=" not in back
    page.goto(back)
    assert column(page, "regio") == list(REGIO)
    other.close()


def test_a_browser_that_does_not_copy_selects_the_link(page: Page, address: str) -> None:
    page.goto(f"{address}{METER}#rijk={RIJK}")
    page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('nee')); }"
    )
    page.get_by_role("button", name="Kopieer de link").click()
    expect(page.locator("[data-melding]")).to_contain_text("De link is geselecteerd")
    assert page.evaluate("getSelection().toString()") == page.locator("#meter-link").input_value()


@pytest.mark.parametrize(
    ("fragment", "said", "kept"),
    [
        ("rijk=999999&regio=323442", "Een deel van deze link klopt niet", list(REGIO)),
        ("rijk=%3Cscript%3Ealert(1)%3C/script%3E&regio=323442", "klopt niet", list(REGIO)),
        ("constructor=1&__proto__=2&regio=323442", "klopt niet", list(REGIO)),
        ("regio=323442&regio=111111", "klopt niet", list(REGIO)),
        ("naast=bestaat-niet&kant=elders", "klopt niet", ["–"] * 6),
        ("over=" + "x" * 50_000, "Deze link is te lang", ["–"] * 6),
        ("%", "niet op deze pagina", ["–"] * 6),
        ("bestaat-niet", "niet op deze pagina", ["–"] * 6),
        ("=&=&%E0%A4%A=1", "klopt niet", ["–"] * 6),
    ],
    ids=range(9),
)
def test_a_broken_or_hostile_link_says_so_and_leaves_a_page_that_works(
    seen: Page, address: str, fragment: str, said: str, kept: list[str]
) -> None:
    seen.goto(f"{address}{METER}#{fragment}")
    fault = seen.locator("[data-fout]")
    expect(fault).to_be_visible()
    expect(fault).to_contain_text(said)
    assert column(seen, "regio") == kept
    fill(seen, "rijk", RIJK)
    assert column(seen, "rijk") == list(RIJK)
    expect(fault).to_be_hidden()


def test_words_in_a_link_show_as_they_stand(seen: Page, address: str) -> None:
    said = "<img src=x onerror=alert(1)>"
    seen.goto(f"{address}{METER}#over={quote(said)}&rijk={RIJK}")
    expect(seen.locator("[data-onderwerp]")).to_have_text(said)
    expect(seen.locator("[data-fout]")).to_be_hidden()
    expect(seen.locator(".meter img")).to_have_count(0)


def test_a_place_on_the_page_is_no_broken_link(seen: Page, address: str) -> None:
    seen.goto(address + METER)
    place = seen.locator(".meter-vraag h3").first.get_attribute("id")
    seen.goto(f"{address}{METER}#{place}")
    expect(seen.locator("[data-fout]")).to_be_hidden()
    fill(seen, "rijk", RIJK)
    assert seen.url.endswith(f"#rijk={RIJK}")


def test_everything_works_by_keyboard_alone(page: Page, address: str) -> None:
    page.goto(address + METER)
    press = page.keyboard.press
    page.locator("[name=kant]").first.focus()
    press("ArrowDown")
    expect(page.get_by_role("radio", name="Alleen het Rijk")).to_be_checked()
    press("Tab")
    page.keyboard.type("Wonen")
    press("Tab")
    for number, score in enumerate(RIJK, 1):
        while page.evaluate("document.activeElement.name") != f"rijk-{number}":
            press("Tab")
        press("Space")
        for _ in range(int(score) - 1):
            press("ArrowRight")
    assert column(page, "rijk") == list(RIJK)
    while page.evaluate("document.activeElement.name") != "naast":
        press("Tab")
    press("Space")
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(1)
    while page.evaluate("document.activeElement.type") != "reset":
        press("Tab")
    press("Enter")
    assert column(page, "rijk") == ["–"] * 6
    # Where one goes on reading after that is where the answers are counted.
    expect(status(page)).to_be_focused()
    assert "over=Wonen" in page.url


def test_axe_finds_nothing_at_any_step(seen: Page, address: str) -> None:
    seen.goto(f"{address}{METER}#kant=regio&rijk={RIJK}&regio=300000&onzin=1")
    expect(seen.locator("[data-fout]")).to_be_visible()
    found = audit(seen, "begonnen, na een kapotte link", (1280,), ("light",))
    fill(seen, "regio", REGIO)
    seen.get_by_role("checkbox").first.check()
    seen.evaluate(OPEN_ALL)
    found += audit(seen, "klaar", widths=(390,))
    assert not found, "\n" + "\n".join(found)


def test_it_prints_on_one_sheet(seen: Page, address: str) -> None:
    # An empty sheet is a form for the pen, with all that there is to talk about.
    seen.goto(f"{address}{METER}")
    assert sheets_of_paper(seen) == 1
    seen.emulate_media(media="print")
    assert gaps(seen) == ["1", "2", "3", "4", "5", "6"]
    seen.emulate_media(media="null")
    # The fullest sheet: six gaps, a long subject, and all that can lie beside it.
    seen.goto("about:blank")
    seen.goto(f"{address}{METER}#over={'Wonen+en+water+' * 8}&rijk=111111&regio=555555")
    for box in seen.get_by_role("checkbox").all():
        box.check()
    assert len(gaps(seen)) == 6
    assert sheets_of_paper(seen) == 1
    seen.emulate_media(media="print")
    for shown in ("[data-radar]", "[data-cel=rijk]", "[data-gesprek]", ".meter-herkomst"):
        expect(seen.locator(shown).first).to_be_visible()
    for hidden in (".meter-vraag", ".meter-delen", ".site-voet"):
        expect(seen.locator(hidden).first).to_be_hidden()
    # The measure itself: a page that takes more sheets.
    seen.emulate_media(media="null")
    seen.goto(address + KINDS_OF_PAGE["instrument"])
    assert sheets_of_paper(seen) > 1


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_screen(seen: Page, address: str, width: int) -> None:
    seen.set_viewport_size({"width": width, "height": 844})
    seen.goto(f"{address}{METER}#rijk={RIJK}&regio={REGIO}&naast=mirt-drie-regios")
    assert seen.evaluate("document.documentElement.scrollWidth") <= width


def test_without_script_the_questions_and_the_examples_are_there_and_nothing_is_dead(
    plain: Page, address: str, built_site: Path
) -> None:
    plain.goto(address + METER)
    expect(plain.locator(".meter-vraag")).to_have_count(6)
    expect(plain.locator("[data-gesprek]:visible")).to_have_count(6)
    # An equal partnership, and each case of which a source gives scores.
    profiles = 1 + len(cases_with_scores(built_site))
    expect(plain.locator("td[data-profiel]:visible")).to_have_count(6 * profiles)
    expect(plain.locator("svg [data-profiel]")).to_have_count(profiles)
    for dead in ("input", "button"):
        expect(plain.locator(f".meter {dead}:visible")).to_have_count(0)
    expect(plain.locator("[data-cel]:visible")).to_have_count(0)
