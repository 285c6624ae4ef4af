"""The scripts that know no page: the state in an address, and choosing from a list. Run in the browser that has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.conftest import KINDS_OF_PAGE, Run, runner, watched

FIELDS = """[
    module.tekst("q"),
    module.keuzes("laag", ["rijk", "gemeente", "waterschap"]),
    module.keuze("sorteer", ["", "hardheid"]),
    module.getal("toon", 50),
]"""
START = {"q": "", "laag": [], "sorteer": "", "toon": 50}

ROWS = [
    {"id": "a", "kenmerken": {"laag": ["rijk", "gemeente"], "fase": ["besluiten"], "score": ["2"]}},
    {"id": "b", "kenmerken": {"laag": ["gemeente"], "fase": [], "score": []}},
    {"id": "c", "kenmerken": {"laag": ["rijk"], "fase": ["besluiten"], "score": ["5"]}},
    {"id": "d", "kenmerken": {"laag": [], "fase": ["uitvoeren"], "score": ["2"]}},
]


@pytest.fixture(scope="module")
def page(shared_context: BrowserContext, address: str) -> Iterator[Page]:
    """A page that serves all of these: what they ask leaves nothing behind."""
    with watched(shared_context.new_page(), address) as page:
        page.goto(address + KINDS_OF_PAGE["over"])
        yield page
        page.close()


@pytest.fixture(scope="module")
def run(page: Page) -> Run:
    """Evaluate an expression with ``module``, one of the site's scripts, and ``given``."""
    return runner(page)


# The state in an address


@pytest.mark.parametrize(
    ("part", "state"),
    [
        ("", {}),
        ("?q=+een+vraag+", {"q": "een vraag"}),
        ("?q=a%26b%3Dc&q=tweede", {"q": "a&b=c"}),
        ("?laag=waterschap&laag=rijk&laag=rijk", {"laag": ["rijk", "waterschap"]}),
        ("?laag=onzin&laag=__proto__&laag=gemeente", {"laag": ["gemeente"]}),
        ("?sorteer=constructor", {}),
        ("?sorteer=hardheid&sorteer=onzin", {"sorteer": "hardheid"}),
        ("?toon=100", {"toon": 100}),
        ("?toon=-5&__proto__=1&hasOwnProperty=2", {}),
        ("?toon=veel", {}),
        ("?toon=99999999999999999999", {"toon": 10_000}),
        ("?%E0%A4%A&&=&?", {}),
        (f"?q={'x' * 5000}", {"q": "x" * 200}),
    ],
)
def test_an_address_gives_a_state_in_which_only_what_the_page_knows_counts(
    run: Run, part: str, state: dict[str, Any]
) -> None:
    assert run("adres.js", f"module.leesToestand(given, {FIELDS})", part) == START | state


@pytest.mark.parametrize(
    ("state", "part"),
    [
        ({}, ""),
        ({"q": "a&b=c ‘d’"}, "?q=a%26b%3Dc+%E2%80%98d%E2%80%99"),
        # Always in the order of the page, however it was chosen.
        (
            {"toon": 100, "sorteer": "hardheid", "laag": ["waterschap", "rijk"], "q": "x"},
            "?q=x&laag=rijk&laag=waterschap&sorteer=hardheid&toon=100",
        ),
    ],
)
def test_a_state_gives_one_address_and_comes_back_from_it(
    run: Run, state: dict[str, Any], part: str
) -> None:
    assert run("adres.js", f"module.schrijfToestand(given, {FIELDS})", START | state) == part
    again = run("adres.js", f"module.leesToestand(given, {FIELDS})", part)
    assert run("adres.js", f"module.schrijfToestand(given, {FIELDS})", again) == part


@pytest.mark.parametrize(
    ("part", "words", "again"),
    [
        ("", [], ""),
        ("?i=a,b,,a,%20c%20", ["a", "b", "c"], "?i=a,b,c"),
        ("?i=a&i=b%2Cc", ["a", "b", "c"], "?i=a,b,c"),
        ("?i=<b>,__proto__", ["<b>", "__proto__"], "?i=%3Cb%3E,__proto__"),
        (f"?i={'x' * 5000}", ["x" * 2000], f"?i={'x' * 2000}"),
        (f"?i={','.join(map(str, range(100)))}", [*map(str, range(40))], None),
    ],
)
def test_a_row_of_words_keeps_its_order_and_has_an_end(
    run: Run, part: str, words: list[str], again: str | None
) -> None:
    fields = '[module.reeks("i")]'
    assert run("adres.js", f"module.leesToestand(given, {fields})", part) == {"i": words}
    if again is not None:
        assert run("adres.js", f"module.schrijfToestand({{ i: given }}, {fields})", words) == again


def test_a_choice_is_a_step_back_and_typing_is_not(page: Page, run: Run) -> None:
    steps = run(
        "adres.js",
        f"""(() => {{
            const seen = [];
            const address = module.houdAdres({FIELDS}, (state) => seen.push(state.q + state.laag));
            const before = history.length;
            address.ga({{ q: "t" }}, {{ vervang: true }});
            address.ga({{ q: "ty" }}, {{ vervang: true }});
            address.ga({{ laag: ["rijk"] }});
            address.ga({{ laag: ["rijk"] }});
            window.shown = seen;
            return [history.length - before, location.search, seen];
        }})()""",
        None,
    )
    assert steps == [1, "?q=ty&laag=rijk", ["t", "ty", "tyrijk", "tyrijk"]]
    page.go_back()
    assert page.evaluate("[location.search, window.shown.at(-1)]") == ["?q=ty", "ty"]


# Choosing from a list


@pytest.mark.parametrize(
    ("choice", "ids"),
    [
        ({}, "abcd"),
        ({"laag": []}, "abcd"),
        ({"laag": ["rijk"]}, "ac"),
        ({"laag": ["rijk", "gemeente"]}, "abc"),
        ({"laag": ["gemeente"], "fase": ["besluiten", "uitvoeren"]}, "a"),
        ({"laag": ["gemeente"], "fase": ["uitvoeren"]}, ""),
    ],
)
def test_within_a_group_one_is_enough_and_between_groups_all_count(
    run: Run, choice: dict[str, list[str]], ids: str
) -> None:
    found = run("filteren.js", "module.kies(...given).map(({ id }) => id)", [ROWS, choice])
    assert "".join(found) == ids


@pytest.mark.parametrize(
    ("choice", "counts"),
    [
        ({}, {"laag": {"rijk": 2, "gemeente": 2}, "fase": {"besluiten": 2, "uitvoeren": 1}}),
        (
            {"laag": ["rijk"], "fase": ["besluiten"]},
            {"laag": {"rijk": 2, "gemeente": 1}, "fase": {"besluiten": 2}},
        ),
        ({"laag": ["rijk"], "fase": ["uitvoeren"]}, {"laag": {}, "fase": {"besluiten": 2}}),
    ],
)
def test_a_count_is_what_choosing_only_that_in_its_group_gives(
    run: Run, choice: dict[str, list[str]], counts: dict[str, dict[str, int]]
) -> None:
    plain = (
        "Object.fromEntries([...module.tel(...given)].map(([n, c]) => [n, Object.fromEntries(c)]))"
    )
    assert run("filteren.js", plain, [ROWS, choice, ["laag", "fase"]]) == counts


@pytest.mark.parametrize(("trait", "ids"), [("score", "cadb"), ("", "abcd")])
def test_the_highest_comes_first_and_equals_stay_as_they_were(
    run: Run, trait: str, ids: str
) -> None:
    found = run("filteren.js", "module.sorteer(...given).map(({ id }) => id)", [ROWS, trait])
    assert "".join(found) == ids


@pytest.mark.parametrize(
    ("count", "words", "said"),
    [
        (0, [], "0 kaarten"),
        (1, ["Rijk"], "1 kaart bij ‘Rijk’"),
        (12, ["een vraag", "Rijk"], "12 kaarten bij ‘een vraag’, ‘Rijk’"),
    ],
)
def test_a_view_is_said_in_words(run: Run, count: int, words: list[str], said: str) -> None:
    given = [count, ["kaart", "kaarten"], words]
    assert run("filteren.js", "module.uitleg(...given).join('')", given) == said
