"""Checking a mix of instruments: the module that decides, and the page on which somebody chooses.

The page gets made-up data here: what it says of them does not change with the content.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import Run, runner, watched
from tests.browser.test_accessibility import audit

DATA = {
    "soorten": [
        ["vereist", "vereist", "nodig voor"],
        ["versterkt", "versterkt", "versterkt door"],
        ["ondermijnt", "ondermijnt", "ondermijnd door"],
        ["alternatief_voor", "alternatief voor", "alternatief voor"],
        ["escaleert_naar", "escaleert naar", "volgt op"],
        ["onderdeel_van", "onderdeel van", "omvat"],
    ],
    "instrumenten": [
        [id, id.capitalize(), f"instrumenten/{id}/", "voorgesteld" if id == "fonds" else ""]
        for id in ("akkoord", "beraad", "café", "fonds", "geschil", "kaart", "loket", "toets", "wens")
    ],
    "bronnen": [["rob", "Rol nemen (2021)", "bronnen/rob/"]],
    "relaties": [
        ["fonds", "ondermijnt", "akkoord", "Het geld <b>stuurt</b>.", 1, [["rob", "§ 1"]]],
        ["akkoord", "vereist", "toets", "Eerst toetsen.", 0, [["rob", "§ 2"]]],
        ["beraad", "versterkt", "akkoord", "Praten helpt.", 0, [["rob", "§ 3"]]],
        ["loket", "alternatief_voor", "beraad", "Een loket is er altijd.", 1, []],
        ["beraad", "escaleert_naar", "geschil", "Wie vastloopt, gaat verder.", 0, [["rob", "§ 4"]]],
        ["geschil", "escaleert_naar", "beraad", "En weer terug.", 0, [["rob", "§ 5"]]],
        ["kaart", "onderdeel_van", "akkoord", "De kaart zit erbij.", 0, [["rob", "§ 6"]]],
    ],
}  # fmt: skip


# The module


@pytest.fixture(scope="module")
def run(shared_context: BrowserContext, address: str) -> Iterator[Run]:
    with watched(shared_context.new_page(), address) as page:
        page.goto(f"{address}over/")
        yield runner(page)
        page.close()


CHECK = """(({ relaties }) => Object.fromEntries(Object.entries(module.mixcheck(relaties, given[1]))
    .filter(([, gevonden]) => gevonden.length)
    .map(([soort, gevonden]) => [soort, gevonden.map(({ van, naar }) => `${van} ${naar}`)])))(module.leesSamenhang(given[0]))"""


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ([], {}),
        (["wens", "loket"], {}),
        # A conflict is one in whichever order it is chosen.
        (["fonds", "akkoord"], {"botst": ["fonds akkoord"], "ontbreekt": ["akkoord toets"]}),
        (["akkoord", "fonds"], {"botst": ["fonds akkoord"], "ontbreekt": ["akkoord toets"]}),
        # What is needed is missing until it is chosen; the other way round nothing is.
        (["akkoord", "toets"], {"voldaan": ["akkoord toets"]}),
        (["toets"], {}),
        (["geschil"], {"vervolg": ["geschil beraad", "beraad geschil"]}),
        (
            ["beraad", "loket", "akkoord", "kaart"],
            {
                "ontbreekt": ["akkoord toets"],
                "dubbel": ["loket beraad"],
                "versterkt": ["beraad akkoord"],
                "omvat": ["kaart akkoord"],
                "vervolg": ["beraad geschil", "geschil beraad"],
            },
        ),
    ],
)
def test_a_mix_is_checked_against_the_relations(
    run: Run, chosen: list[str], found: dict[str, list[str]]
) -> None:
    assert run("mix.js", CHECK, [DATA, chosen]) == found


@pytest.mark.parametrize(
    ("chosen", "silent"),
    [
        ([], []),
        (["akkoord"], []),
        (["akkoord", "fonds"], []),
        (["wens", "akkoord", "fonds"], [["wens", "akkoord"], ["wens", "fonds"]]),
    ],
)
def test_a_pair_of_which_nothing_is_known_is_named(
    run: Run, chosen: list[str], silent: list[list[str]]
) -> None:
    pairs = "module.stilteTussen(module.leesSamenhang(given[0]).relaties, given[1])"
    assert run("mix.js", pairs, [DATA, chosen]) == silent


# The page


@pytest.fixture
def mix(page: Page) -> Page:
    """A page that will get the made-up data."""
    page.route("**/data/samenhang.json", lambda route: route.fulfill(json=DATA))
    return page


def finding(page: Page, kind: str) -> Locator:
    return page.locator(f"[data-bevinding={kind}]:not([hidden]) li")


def status(page: Page) -> Locator:
    return page.locator("[data-stand]")


def shown_findings(page: Page) -> list[str]:
    """The kinds of findings in view."""
    names: list[str] = page.locator("[data-bevinding]:not([hidden])").evaluate_all(
        "blocks => blocks.map(({ dataset }) => dataset.bevinding)"
    )
    return names


def test_an_address_gives_a_mix_with_each_finding_its_sentence_and_its_source(
    mix: Page, address: str
) -> None:
    mix.goto(f"{address}samenhang/?i=akkoord,fonds,wens")
    expect(status(mix)).to_have_text("3 instrumenten: 1 keer botst het, 1 keer ontbreekt iets.")
    assert shown_findings(mix) == ["botst", "ontbreekt"]
    (clash,) = finding(mix, "botst").all()
    # Data is never HTML.
    expect(clash).to_have_text(
        "Fonds (voorgesteld) ondermijnt Akkoord"
        "Het geld <b>stuurt</b>. oordeel van de redactieBron: Rol nemen (2021), § 1"
    )
    links = clash.get_by_role("link")
    assert [link.get_attribute("href") for link in links.all()] == [
        "../instrumenten/fonds/",
        "../instrumenten/akkoord/",
        "../bronnen/rob/",
    ]
    expect(mix.locator("[data-stilzin]")).to_have_text(
        "Over 2 van de 3 paren zegt deze site niets. Dat is geen goedkeuring: wij weten het niet."
    )
    expect(mix.locator("[data-melding]")).to_be_hidden()
    mix.get_by_text("Bekijk deze paren").click()
    assert mix.locator("[data-stil] li").all_inner_texts() == [
        "Akkoord en Wens",
        "Fonds (voorgesteld) en Wens",
    ]
    found = audit(mix, "met bevindingen")
    assert not found, "\n" + "\n".join(found)
    mix.emulate_media(media="print")
    expect(clash).to_be_visible()
    expect(mix.locator("[data-keuze]")).to_be_hidden()


def test_somebody_chooses_by_keyboard_alone_and_adds_what_is_missing(
    mix: Page, address: str
) -> None:
    mix.goto(f"{address}samenhang/")
    expect(status(mix)).to_have_text("U koos nog niets.")
    field = mix.get_by_label("Zoek een instrument")
    field.focus()
    # Without accents, and anywhere in the name.
    mix.keyboard.type("CAFE")
    expect(mix.locator("[data-gevonden]")).to_have_text("1 instrument")
    field.fill("kkoo")
    mix.keyboard.press("Tab")
    mix.keyboard.press("Space")
    expect(mix).to_have_url(re.compile(r"\?i=akkoord$"))
    expect(status(mix)).to_have_text("Kies er nog een bij.")
    expect(mix.get_by_role("checkbox", name="Akkoord")).to_be_focused()
    expect(finding(mix, "ontbreekt")).to_contain_text("Akkoord vereist Toets")
    mix.get_by_role("button", name="Zet erbij: Toets").press("Enter")
    expect(mix).to_have_url(re.compile(r"\?i=akkoord,toets$"))
    expect(mix.get_by_role("heading", name="Uw mix", exact=True)).to_be_focused()
    assert shown_findings(mix) == ["voldaan"]
    mix.get_by_role("button", name="Haal weg: Akkoord").press("Enter")
    expect(mix).to_have_url(re.compile(r"\?i=toets$"))
    mix.go_back()
    expect(finding(mix, "voldaan")).to_have_count(1)
    mix.get_by_role("button", name="Begin opnieuw").press("Enter")
    expect(mix).to_have_url(re.compile(r"samenhang/$"))
    expect(field).to_be_focused()
    field.fill("bestaat niet")
    expect(mix.locator("[data-gevonden]")).to_have_text(
        "Geen instrument heeft deze letters in zijn naam."
    )


def test_what_nobody_knows_is_said_to_be_no_approval(mix: Page, address: str) -> None:
    mix.goto(f"{address}samenhang/?i=wens,toets")
    expect(status(mix)).to_have_text("2 instrumenten: hierover is niets bekend.")
    assert shown_findings(mix) == []
    expect(mix.locator("[data-stilzin]")).to_have_text(
        "Over geen enkel paar in uw mix zegt deze site iets. Dat is geen goedkeuring: wij weten het niet."
    )


ODD = "%3Cscript%3Ealert(1)%3C/script%3E"


@pytest.mark.parametrize(
    ("part", "said", "chosen"),
    [
        (f"?i={ODD},akkoord,fonds", "‘<script>alert(1)</script>’. Dat telt niet mee.", ["Akkoord", "Fonds"]),
        ("?i=a,b,c,d,,&i=__proto__", "‘a’, ‘b’, ‘c’ en nog 2. Dat telt niet mee.", []),
        (f"?i={'x' * 5000}", f"‘{'x' * 40}’. Dat telt niet mee.", []),
        ("?%E0%A4%A&i=%E0%A4%A,akkoord", "Dat telt niet mee.", ["Akkoord"]),
        (
            "?i=akkoord,beraad,café,fonds,geschil,kaart,loket,toets,wens",
            "te veel instrumenten. De eerste 8 tellen mee.",
            ["Akkoord", "Beraad", "Café", "Fonds", "Geschil", "Kaart", "Loket", "Toets"],
        ),
        ("?i=oud,fonds", "", ["Akkoord", "Fonds"]),
    ],
)  # fmt: skip
def test_an_address_that_is_broken_old_or_too_long_says_so_and_works(
    mix: Page, address: str, part: str, said: str, chosen: list[str]
) -> None:
    moved = {"instrumenten": {"oud": "akkoord"}}
    mix.route("**/data/verhuisd.json", lambda route: route.fulfill(json=moved))
    mix.goto(f"{address}samenhang/{part}")
    expect(status(mix)).not_to_be_empty()
    expect(mix.locator("[data-melding]")).to_contain_text(said)
    if not said:
        expect(mix.locator("[data-melding]")).to_be_empty()
    assert mix.locator("[data-gekozen] a").all_inner_texts() == chosen
    free = mix.locator("[data-vakjes] input:not(:checked):not(:disabled)")
    expect(free).to_have_count(0 if len(chosen) == 8 else 9 - len(chosen))
    if free.count():
        free.last.click()
        expect(mix.locator("[data-melding]")).to_be_empty()


def test_without_the_data_the_page_says_so_and_the_lists_stay(page: Page, address: str) -> None:
    page.route("**/data/samenhang.json", lambda route: route.fulfill(status=404))
    page.goto(f"{address}samenhang/")
    expect(page.locator("[data-melding]")).to_contain_text("kunnen nu niet worden opgehaald")
    expect(page.locator("[data-keuze]")).to_be_hidden()
    expect(page.get_by_role("heading", name="Alle relaties")).to_be_visible()


# The real content


def test_the_data_is_small_and_every_example_finds_something(
    page: Page, address: str, built_site: Path
) -> None:
    data = (built_site / "data/samenhang.json").read_bytes()
    assert len(gzip.compress(data)) < 60_000
    page.goto(f"{address}samenhang/")
    examples = page.locator("[data-begin] a")
    expect(examples.first).to_be_visible()
    for href in [link.get_attribute("href") for link in examples.all()]:
        page.goto(f"{address}samenhang/{href}")
        expect(status(page)).to_have_text(re.compile(r"^2 instrumenten: 1 keer "))
