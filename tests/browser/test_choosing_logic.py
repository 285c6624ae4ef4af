"""How the keuzehulp decides, apart from its page: policy cases by example, and what holds for any answers."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from catalogue.knowledge.choosing import weigh
from catalogue.linking import Catalogue
from catalogue.model import Instrument
from tests.browser.conftest import watched

Judged = dict[str, dict[str, Any]]
Judge = Callable[[list[list[str]]], list[Judged]]

# What the questions and answers are called in the examples.
QUESTIONS: list[list[Any]] = [["binding", "Hoe vast?", False], ["verhouding", "Hoe staat u?", True]]
ANSWERS: list[list[Any]] = [
    ["afdwingbaar", "situatie", "Houdbaar", "situaties/afdwingbaar/", 0],
    ["ruimte", "situatie", "Ruimte", "situaties/ruimte/", 0],
    ["vastgelopen", "situatie", "Vast", "situaties/vastgelopen/", 1],
    ["weinig-geld", "knelpunt", "Geld", "knelpunten/weinig-geld/"],
]
SOURCES = [["Rapport (2021)", "bronnen/rapport/"]]


def card(id: str, *sentences: list[Any], status: str = "", evaluations: int = 0) -> list[Any]:
    return [id, id.title(), f"instrumenten/{id}/", status, [], evaluations, 0, list(sentences)]


def sentence(is_for: bool, *answers: str) -> list[Any]:
    places = [[one[0] for one in ANSWERS].index(answer) for answer in answers]
    return ["u dit wilt", "als" if is_for else "niet-als", places, [[0, "§ 1"]], False]


def data_of(*cards: list[Any]) -> dict[str, Any]:
    return {
        "vragen": QUESTIONS,
        "antwoorden": ANSWERS,
        "bronnen": SOURCES,
        "instrumenten": list(cards),
    }


# For each set of answers: instrument → verdict, place within its group, what it covers, and what one change would make it.
JUDGE = """async ([data, sets, changes]) => {
    const module = await import(new URL("keuze.js", document.querySelector("script[src*=keuzehulp]").src));
    const { metAntwoord, ontvouw, verdeel, weeg, wissels } = module;
    const whole = ontvouw(data ?? await (await fetch("../data/keuze.json")).json());
    return sets.map((names) => {
        const given = new Set(whole.antwoorden.filter(({ id }) => names.includes(id)));
        const groups = verdeel(whole, given);
        return Object.fromEntries(Object.entries(groups).flatMap(([verdict, group]) => group.map((one, place) => [one.instrument.id, {
            verdict, place, covers: one.gedekt.size, for: one.voor.length, against: one.tegen.length,
            changes: changes ? wissels(whole, one, given).map(({ soort, antwoord, wordt }) => {
                const other = soort === "zonder" ? new Set([...given].filter((each) => each !== antwoord)) : metAntwoord(given, antwoord);
                return { soort, antwoord: antwoord.id, wordt, really: weeg(one.instrument, other).oordeel };
            }) : [],
        }])));
    });
}"""


@pytest.fixture(scope="module")
def page(shared_context: BrowserContext, address: str) -> Iterator[Page]:
    """A page that serves all of these: what they ask leaves nothing behind."""
    with watched(shared_context.new_page(), address) as page:
        page.goto(f"{address}keuzehulp/")
        yield page
        page.close()


def judged(
    page: Page, data: dict[str, Any] | None, sets: list[list[str]], *, changes: bool = True
) -> list[Judged]:
    found: list[Judged] = page.evaluate(JUDGE, [data, sets, changes])
    return found


def verdicts(found: Judged) -> dict[str, str]:
    return {id: one["verdict"] for id, one in found.items()}


def test_sentences_decide_and_silence_is_no_verdict(page: Page) -> None:
    """Who wants to hold partners to it, and has no trust problem to speak of."""
    data = data_of(
        card("convenant", sentence(True, "afdwingbaar")),
        card("overleg", sentence(False, "afdwingbaar")),
        card("regeling", sentence(True, "afdwingbaar"), sentence(False, "vastgelopen")),
        card("benchmark", sentence(True, "weinig-geld")),
    )
    alone, stuck, nothing = judged(
        page, data, [["afdwingbaar"], ["afdwingbaar", "vastgelopen"], []]
    )
    assert verdicts(alone) == {
        "convenant": "past",
        "overleg": "niet",
        "regeling": "past",
        "benchmark": "onbekend",
    }
    assert verdicts(stuck)["regeling"] == "deels"
    assert set(verdicts(nothing).values()) == {"onbekend"}


def test_what_covers_most_comes_first_then_what_exists_then_what_is_known(page: Page) -> None:
    data = data_of(
        card("voorstel", sentence(True, "ruimte"), status="voorgesteld", evaluations=9),
        card("onbekend-effect", sentence(True, "ruimte")),
        card("vaak-bekeken", sentence(True, "ruimte"), evaluations=2),
        card("dekt-alles", sentence(True, "ruimte", "vastgelopen"), status="voorgesteld"),
    )
    (found,) = judged(page, data, [["ruimte", "vastgelopen"]])
    assert sorted(found, key=lambda id: found[id]["place"]) == [
        "dekt-alles",
        "vaak-bekeken",
        "onbekend-effect",
        "voorstel",
    ]


def test_the_one_answer_that_would_change_the_verdict_is_named(page: Page) -> None:
    """On a question with one answer, another takes its place."""
    data = data_of(card("convenant", sentence(True, "afdwingbaar"), sentence(False, "ruimte")))
    (found,) = judged(page, data, [["afdwingbaar"]])
    named = {(one["soort"], one["antwoord"]): one["wordt"] for one in found["convenant"]["changes"]}
    assert named == {("zonder", "afdwingbaar"): "onbekend", ("met", "ruimte"): "niet"}


# What holds for any answers, on the real cards.


@pytest.fixture(scope="module")
def names(page: Page) -> list[str]:
    """The ids of all answers."""
    found: list[str] = page.evaluate(
        "async () => (await (await fetch('../data/keuze.json')).json()).antwoorden.map(([id]) => id)"
    )
    return found


@pytest.fixture(scope="module")
def some(names: list[str]) -> list[list[str]]:
    """Sets of answers, always the same."""
    chance = random.Random(2026)
    return [chance.sample(names, chance.randint(1, 6)) for _ in range(60)]


def test_every_instrument_is_reached_by_one_answer(page: Page, names: list[str]) -> None:
    found = judged(page, None, [[name] for name in names], changes=False)
    fitting = {id for one in found for id, verdict in verdicts(one).items() if verdict == "past"}
    assert fitting == set(found[0])


def test_a_named_change_does_change_the_verdict(page: Page, some: list[list[str]]) -> None:
    tried = 0
    for one in judged(page, None, some[:20]):
        for found in one.values():
            for change in found["changes"]:
                tried += 1
                assert change["really"] == change["wordt"] != found["verdict"]
    assert tried > 1000


def test_one_more_answer_never_lifts_an_instrument_without_a_sentence_for_it(
    page: Page, names: list[str], some: list[list[str]]
) -> None:
    chance = random.Random(11)
    more = [[*few, chance.choice([name for name in names if name not in few])] for few in some]
    before, after = (judged(page, None, sets, changes=False) for sets in (some, more))
    moved = 0
    for one, other in zip(before, after, strict=True):
        for id, found in one.items():
            # Sentences only come in; so what speaks against stays, and no verdict gets better by itself.
            assert other[id]["against"] >= found["against"] and other[id]["for"] >= found["for"]
            if found["verdict"] == "niet":
                assert other[id]["verdict"] in ("niet", "deels")
                if other[id]["verdict"] == "deels":
                    moved += 1
                    assert other[id]["for"] > found["for"]
    assert moved > 0


def test_the_build_weighs_as_the_browser_does(
    page: Page, some: list[list[str]], real_catalogue: Catalogue
) -> None:
    """An answer sheet is made when the site is built, and what is checked on screen in the browser."""
    keys = {
        node.id: node.key
        for kind in ("situatie", "knelpunt")
        for node in real_catalogue.nodes_of(kind)
    }
    for answers, found in zip(some, judged(page, None, some, changes=False), strict=True):
        given = {keys[answer] for answer in answers}
        built = {
            node.id: weigh(real_catalogue, node, given).verdict
            for node in real_catalogue.nodes_of(Instrument)
        }
        assert built == verdicts(found)
