"""The keuzenotitie: what it says, and that it says the same on the screen, in Word, as Markdown and on the clipboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import visitor
from tests.browser.test_accessibility import audit
from tests.memo import (
    ANSWERS,
    HOSTILE,
    MEMO,
    RELATION,
    WORD,
    copied,
    downloaded,
    memo_site,
    part_of,
    styled,
    words,
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with memo_site(tmp_path_factory.mktemp("notitie")) as url:
        yield url


@pytest.fixture
def memo(page: Page, address: str) -> Page:
    """The memo of three answers."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address + MEMO + ANSWERS)
    expect(page.locator("[data-notitie]")).to_be_visible()
    return page


def shown(page: Page, selector: str) -> list[str]:
    """The words of all that fits, with single spaces."""
    return [
        " ".join(text.split())
        for text in page.locator(f"[data-notitie] {selector}").all_text_contents()
    ]


def test_it_follows_the_five_questions_and_says_what_the_cards_know(memo: Page) -> None:
    assert shown(memo, "h3") == [
        "1. Wat speelt er?",
        *(f"{number}. Vraag {number} op proef?" for number in range(2, 6)),
        "Bronnen",
        "Gebruikte kaarten",
    ]
    # What covers most answers comes first; a card that applies no more says so beside its name.
    assert shown(memo, "h4") == [
        "Optie 0: niets doen (nuloptie)",
        "Optie 1: Proefoverleg (vervangen)",
        "Optie 2: Proefakkoord",
    ]
    text = " ".join(shown(memo, "> *"))
    assert "Hoe kent u elkaar? U kent elkaar nog niet. U wilt iets vastleggen." in text
    assert "Wat schuurt er? Overheden kennen elkaar niet." in text
    assert "Wie niets doet, houdt wat er is. (oordeel van de redactie)" in text
    assert "Niets doen mag ook, zei de Raad op Proef. (dit is een voorstel)" in text
    assert "Vul antwoord 5 in." in text


def test_every_number_of_a_source_is_in_the_list_once(memo: Page) -> None:
    listed = shown(memo, "h3:text-is('Bronnen') + ul")[0]
    body = " ".join(shown(memo, "li, td")).replace(listed, "")
    numbers = memo.evaluate(
        "text => [...text.matchAll(/\\[(\\d+(?:, \\d+)*)\\]/g)].flatMap(([, found]) => found.split(', '))",
        body,
    )
    assert {int(number) for number in numbers} == set(range(1, len(set(numbers)) + 1))
    assert all(listed.count(f"[{number}]") == 1 for number in set(numbers))


def test_word_markdown_and_clipboard_say_what_the_screen_says(memo: Page, tmp_path: Path) -> None:
    asked: list[str] = []
    memo.on("request", lambda request: asked.append(request.url))
    memo.get_by_label("Uw vraag of opschrift").fill(HOSTILE)
    assert asked == []
    title, sections, options = (shown(memo, heading) for heading in ("h2", "h3", "h4"))
    cells = shown(memo, "tr > *")
    assert title == [HOSTILE]

    docx = downloaded(memo, "Download voor Word", tmp_path)
    document = part_of(docx, "word/document.xml")
    assert styled(document, "Title") == title
    assert styled(document, "Heading1") == sections
    assert styled(document, "Heading2") == options
    assert [words(cell) for cell in document.iter(f"{WORD}tc")] == cells
    targets = {
        one.attrib["Id"]: one.attrib["Target"]
        for one in part_of(docx, "word/_rels/document.xml.rels")
    }
    links = [targets[one.attrib[f"{RELATION}id"]] for one in document.iter(f"{WORD}hyperlink")]
    hrefs = memo.locator("[data-notitie] a").evaluate_all(
        "links => links.map((link) => link.getAttribute('href'))"
    )
    assert links == hrefs
    assert all(link.startswith("https://127.0.0.1") for link in links)

    markdown = downloaded(memo, "Download als Markdown", tmp_path).read_text(encoding="utf-8")
    lines = markdown.splitlines()
    assert lines[0] == (
        '# Kies \\<b\\>dit\\</b\\> \\& "dat" | \\[x\\](javascript:alert(1)) \\*nu\\*'
    )
    assert [line.removeprefix("## ") for line in lines if line.startswith("## ")] == sections
    assert sum(line.startswith("### ") for line in lines) == len(options)
    assert sum(line.startswith("| ") for line in lines) == len(shown(memo, "tr")) + len(
        shown(memo, "table")
    )

    clipboard = copied(memo)
    assert clipboard["text/plain"] == markdown
    pasted = memo.evaluate(
        """html => {
            const page = new DOMParser().parseFromString(html, "text/html");
            const words = (selector) => [...page.querySelectorAll(selector)].map((one) => one.textContent.split(/\\s+/).join(" ").trim());
            return { title: words("h1"), sections: words("h2"), options: words("h3"), cells: words("tr > *"),
                lines: [...page.querySelectorAll("table")].map((one) => one.getAttribute("border")), bold: page.querySelectorAll("b").length };
        }""",
        clipboard["text/html"],
    )
    assert pasted == {
        "title": title,
        "sections": sections,
        "options": options,
        "cells": cells,
        "lines": ["1"] * len(shown(memo, "table")),
        "bold": 0,
    }


def test_where_a_browser_does_not_copy_the_memo_is_selected(memo: Page) -> None:
    memo.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    memo.get_by_role("button", name="Kopieer met opmaak").click()
    expect(memo.get_by_text("kopieer haar met Ctrl+C")).to_be_visible()
    selected: str = memo.evaluate("getSelection().toString()")
    assert "Optie 0: niets doen" in selected and "Gebruikte kaarten" in selected


def test_a_writer_is_fetched_when_it_is_asked_for(memo: Page, tmp_path: Path) -> None:
    asked: list[str] = []
    memo.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    downloaded(memo, "Download voor Word", tmp_path)
    # A download is a request too: of what stands in the browser already.
    assert [name for name in asked if name.endswith(".js")] == ["notitiedocx.js", "zipbestand.js"]


def test_an_own_question_stays_out_of_the_address_until_somebody_wants_it_there(memo: Page) -> None:
    own = memo.get_by_label("Uw vraag of opschrift")
    own.fill("Hoe spreken wij af?")
    expect(memo.get_by_role("heading", level=2, name="Hoe spreken wij af?")).to_be_visible()
    assert "spreken" not in memo.url
    memo.get_by_label("Zet mijn vraag ook in het adres").check()
    assert "v=Hoe+spreken+wij+af" in memo.url
    memo.reload()
    expect(own).to_have_value("Hoe spreken wij af?")
    memo.get_by_label("Zet mijn vraag ook in het adres").uncheck()
    assert "spreken" not in memo.url


def test_ticks_choose_what_is_worked_out(memo: Page) -> None:
    chosen = memo.get_by_role("group", name="Welke instrumenten werkt u uit?")
    chosen.get_by_label("Proefoverleg").uncheck()
    assert "i=proefakkoord" in memo.url and "proefoverleg" not in memo.url
    assert shown(memo, "h4")[1] == "Optie 1: Proefakkoord"
    assert "Proefoverleg" not in " ".join(shown(memo, "h4"))
    last = chosen.get_by_label("Proefakkoord")
    last.click()
    expect(last).to_be_checked()
    expect(memo.get_by_text("Laat minstens één instrument aangevinkt.")).to_be_visible()
    memo.go_back()
    expect(chosen.get_by_label("Proefoverleg")).to_be_checked()


def test_by_keyboard_alone(memo: Page, tmp_path: Path) -> None:
    """From the first field to a choice of instruments, and with the memo out of the door."""
    memo.get_by_label("Uw vraag of opschrift").focus()
    memo.keyboard.type("Wie doet wat?")
    for _ in range(2):
        memo.keyboard.press("Tab")
    tick = memo.locator("[data-instrumenten] input").first
    expect(tick).to_be_focused()
    before = tick.is_checked()
    memo.keyboard.press("Space")
    expect(memo.locator("[data-instrumenten] input").first).to_be_checked(checked=not before)
    button = memo.get_by_role("button", name="Download als Markdown")
    for _ in range(40):
        memo.keyboard.press("Tab")
        if button.evaluate("it => it === document.activeElement"):
            break
    with memo.expect_download() as download:
        memo.keyboard.press("Enter")
    download.value.save_as(tmp_path / "notitie.md")
    assert "Wie doet wat?" in (tmp_path / "notitie.md").read_text(encoding="utf-8")


def test_instruments_alone_are_laid_side_by_side(page: Page, address: str) -> None:
    """In the order in which the comparison has them."""
    page.goto(f"{address}vergelijk/?i=proefoverleg,proefakkoord")
    page.get_by_role("link", name="Maak er een notitie van").click()
    expect(page.locator("[data-notitie]")).to_be_visible()
    assert shown(page, "thead th") == ["Waarop", "Proefoverleg (vervangen)", "Proefakkoord"]
    assert "Er zijn geen antwoorden gegeven." in " ".join(shown(page, "p"))
    assert "Ertegen: Kies iets anders als u iets wilt vastleggen." in " ".join(shown(page, "li"))


@pytest.mark.parametrize(
    ("query", "said", "is_made"),
    [
        ("", None, False),
        (
            "?k=<script>alert(1)</script>&s=__proto__&i=constructor",
            "2 antwoorden die wij niet kennen",
            False,
        ),
        ("?s=elkaar-niet-kennen&s=weg&i=%00,%F0", "1 antwoord dat wij niet kennen", True),
        (f"?s=elkaar-niet-kennen&v={'x' * 5000}", None, True),
    ],
)
def test_a_broken_address_gives_a_message_and_a_page_that_works(
    page: Page, address: str, query: str, said: str | None, is_made: bool
) -> None:
    page.goto(address + MEMO + query)
    state = page.locator("[data-stand]")
    expect(state).to_contain_text("staat hieronder" if is_made else "Er zijn nog geen antwoorden")
    messages = page.locator("[data-meldingen]")
    if said:
        expect(messages).to_contain_text(said)
    else:
        expect(messages).to_be_hidden()
    expect(page.get_by_role("heading", name="Zo maakt u de notitie met de hand")).to_be_visible()


def test_it_is_accessible_narrow_dark_and_on_paper(memo: Page) -> None:
    assert audit(memo, "keuzenotitie") == []
    memo.set_viewport_size({"width": 320, "height": 800})
    assert memo.evaluate("document.documentElement.scrollWidth") <= 320
    memo.emulate_media(media="print")
    expect(memo.locator("[data-notitie]")).to_be_visible()
    for away in (memo.locator("[data-knoppen]"), memo.locator("#vijf-vragen"), memo.locator("h1")):
        expect(away).to_be_hidden()


def test_without_script_it_says_how_to_make_one(plain: Page, address: str) -> None:
    plain.goto(address + MEMO + ANSWERS)
    expect(plain.get_by_role("heading", level=2, name="De nuloptie: niets doen")).to_be_visible()
    expect(plain.get_by_role("heading", level=3, name="1. Wat speelt er?")).to_be_visible()
    expect(plain.locator("[data-keuzenotitie]")).to_be_hidden()


def test_where_data_does_not_come_the_page_says_so(browser: Browser, address: str) -> None:
    with visitor(browser) as context:
        page = context.new_page()
        page.route("**/data/keuzenotitie.json", lambda route: route.abort())
        page.goto(address + MEMO + ANSWERS)
        expect(page.locator("[data-stand]")).to_contain_text("kunnen nu niet worden opgehaald")
