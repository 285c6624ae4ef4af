"""A catalogue that outgrows one page: its index splits by letter, and every other list stops and leads on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from catalogue import letters
from catalogue.checking import check, load
from catalogue.letters import OTHER, first_letter, overview_address, split
from catalogue.linking import Catalogue
from catalogue.pages import Page, render
from catalogue.pages.environment import make_environment
from tests.sample import SAMPLE, edit, sample_project

LIMIT = 4
"""So low that the instruments of the project need more than one page, and the laws do not."""

TITLES = ("Afspraak", "Beraad", "Één loket", "3D-kaart", "Ander beraad", "Convenant")
"""Of the cards that the project has besides those of the sample."""

ENTRY = re.compile(r'<h2 class="regelkop"[^>]*><a href="(?:\.\./)+instrumenten/([a-z0-9-]+)/">')
CARD = re.compile(r'href="(?:\.\./)+instrumenten/([a-z0-9-]+)/"')


def long_project(folder: Path) -> Path:
    """The sample with a card for each title; each serves the bouwsteen and answers to the knelpunt."""
    project = sample_project(folder)
    text = (project / "instruments/proefakkoord.yml").read_text(encoding="utf-8")
    where = "reden: Zo is het.\n    bron: rob-2021\n    plaats: § 9\n"
    links = (
        f"bouwstenen:\n  - bouwsteen: 1-proefafspraken\n    {where}"
        f"knelpunten:\n  - knelpunt: proefknelpunt\n    {where}"
    )
    text = re.sub(r"casemodel:\n.*?voordelen:\n", f"{links}voordelen:\n", text, flags=re.S)
    for n, title in enumerate(TITLES):
        card = text.replace("id: proefakkoord", f"id: kaart-{n}").replace("Proefakkoord", title)
        (project / f"instruments/kaart-{n}.yml").write_text(card, encoding="utf-8")
    return project


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return load(long_project(tmp_path_factory.mktemp("lang")))


@pytest.fixture(scope="module", autouse=True)
def low_limit() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(letters, "LIMIT", LIMIT)
        # Templates know it too, and are made once.
        make_environment.cache_clear()
        yield
    make_environment.cache_clear()


@pytest.fixture(scope="module")
def pages(catalogue: Catalogue, low_limit: None) -> dict[str, Page]:
    return {page.path: page for page in render(catalogue)}


def of_letters(pages: dict[str, Page]) -> dict[str, Page]:
    return {path: page for path, page in pages.items() if path.startswith("instrumenten/letter/")}


@pytest.mark.parametrize(
    ("title", "letter"),
    [
        ("convenant", "C"),
        ("Één loket", "E"),
        ("‘Samen’ beslissen", "S"),
        ("3D-kaart", OTHER),
        ("Ωmega", OTHER),
        ("…", OTHER),
    ],
)
def test_a_title_belongs_to_its_first_letter(title: str, letter: str) -> None:
    assert first_letter(title) == letter


def test_an_index_splits_only_above_the_limit(catalogue: Catalogue) -> None:
    nodes = catalogue.nodes_of("instrument")
    assert split(nodes[:LIMIT], "instrumenten") == []
    found = split(nodes[: LIMIT + 1], "instrumenten")
    assert [letter.name for letter in found] == sorted(letter.name for letter in found)
    assert {node.id for letter in found for node in letter.nodes} == {
        node.id for node in nodes[: LIMIT + 1]
    }


def test_a_long_overview_shows_letters_and_no_cards(pages: dict[str, Page]) -> None:
    overview = pages["instrumenten/index.md"].content
    assert ENTRY.findall(overview) == []
    linked = re.findall(r'href="\.\./(instrumenten/letter/[a-z0-9-]+)/"', overview)
    assert {f"{letter}.md" for letter in linked} == of_letters(pages).keys() != set()


def test_the_letters_together_hold_every_card_once(
    catalogue: Catalogue, pages: dict[str, Page]
) -> None:
    found: list[str] = []
    for path, page in of_letters(pages).items():
        entries = ENTRY.findall(page.content)
        titles = [catalogue.node("instrument", id).titel for id in entries]
        assert {first_letter(title).lower() for title in titles} == {Path(path).stem}
        found += entries
    assert sorted(found) == sorted(catalogue.items["instrument"])


def test_a_letter_leads_back_and_is_no_search_result(pages: dict[str, Page]) -> None:
    for page in of_letters(pages).values():
        front_matter = page.content.split("---")[1]
        assert "url: instrumenten/" in front_matter
        assert page.record is None
        assert 'aria-current="page"' in page.content


def test_a_letter_reads_the_cards_of_all_letters_for_these_decide_which_letters_there_are(
    catalogue: Catalogue, pages: dict[str, Page]
) -> None:
    for page in of_letters(pages).values():
        own = {("instrument", id) for id in ENTRY.findall(page.content)}
        assert own <= page.reads


def test_a_shorter_overview_beside_it_stays_whole(
    catalogue: Catalogue, pages: dict[str, Page]
) -> None:
    assert 0 < len(catalogue.items["wet"]) < LIMIT
    assert not any(path.startswith("wettelijk-kader/letter/") for path in pages)
    overview = pages["wettelijk-kader/index.md"].content
    assert all(f"wettelijk-kader/{id}/" in overview for id in catalogue.items["wet"])


def test_no_list_of_instruments_on_a_page_is_longer_than_the_limit(pages: dict[str, Page]) -> None:
    longest = max(
        len(set(CARD.findall(part.partition("</ul>")[0])))
        for path, page in pages.items()
        if path.startswith(("bouwstenen/", "knelpunten/", "situaties/"))
        for part in page.content.split("<ul class=")
    )
    assert longest == LIMIT


def test_a_list_that_stops_leads_to_the_overview_with_its_filter(
    catalogue: Catalogue, pages: dict[str, Page]
) -> None:
    for kind, field, id in (
        ("bouwsteen", "bouwstenen", "1-proefafspraken"),
        ("knelpunt", "knelpunten", "proefknelpunt"),
    ):
        node = catalogue.node(kind, id)
        count = len(catalogue.links_to(node, f"instrument.{field}"))
        assert count == len(TITLES) + 1 > LIMIT
        assert (
            f"Hier staan er {LIMIT} van de {count}. "
            f'<a href="../../instrumenten/?{kind}={id}">Alle instrumenten</a>'
        ) in pages[node.page].content


def test_a_list_of_what_fits_a_situation_that_stops_leads_to_the_keuzehulp(
    pages: dict[str, Page],
) -> None:
    way = '<a href="../../keuzehulp/?s=iets-vastleggen">Alle instrumenten in de keuzehulp</a>'
    said = rf"Hier staan er {LIMIT} van de (\d+)\. {re.escape(way)}"
    (count,) = re.findall(said, pages["situaties/iets-vastleggen.md"].content)
    assert int(count) > len(TITLES)


def test_a_list_of_kinds_together_says_how_many_there_are_and_leads_to_no_one_kind(
    pages: dict[str, Page],
) -> None:
    """What mentions a card is of any kind."""
    mentions = pages["instrumenten/proefoverleg.md"].content.partition('id="ook-genoemd"')[2]
    assert f"Hier staan er {LIMIT} van de {len(TITLES)}.</p>" in mentions


def test_a_matrix_has_a_page_for_each_letter(pages: dict[str, Page]) -> None:
    """And sentences for each page, so that no file grows with the catalogue."""
    first = pages["matrix/situaties/index.md"].content
    assert "<table" not in first
    letters = re.findall(r'href="\.\./\.\./(matrix/situaties/letter/[^"]+)/"', first)
    rows = [re.findall(r'<tr data-id="([^"]+)"', pages[f"{one}.md"].content) for one in letters]
    assert sum(map(len, rows)) == len(TITLES) + 2
    assert max(map(len, rows)) <= LIMIT
    assert all(
        f"data/{one.replace('/', '-')}.json" in pages[f"{one}.md"].content for one in letters
    )


def test_only_instruments_have_filters(catalogue: Catalogue) -> None:
    law = catalogue.node("wet", "proefwet")
    block = catalogue.node("bouwsteen", "1-proefafspraken")
    assert overview_address("instrument", law) == "instrumenten/"
    assert overview_address("case", block) == "praktijk/"
    assert overview_address("instrument", block) == "instrumenten/?bouwsteen=1-proefafspraken"


@pytest.mark.parametrize("name", ["letter", "index"])
def test_no_card_takes_the_address_of_the_letters_or_of_the_overview(
    tmp_path: Path, name: str
) -> None:
    project = long_project(tmp_path)
    edit(project, "instruments/kaart-0.yml", "id: kaart-0", f"id: {name}")
    (project / "instruments/kaart-0.yml").rename(project / f"instruments/{name}.yml")
    assert [str(problem) for problem in check(project)] == [
        f"instruments/{name}.yml:1:5: id: “{name}” is gereserveerd; kies een andere naam"
    ]


def test_whatever_kind_is_long_its_overview_leads_to_each_of_its_letters(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(letters, "LIMIT", 0)
    pages = {page.path: page.content for page in render(load(SAMPLE))}
    split_up = [path for path in pages if "/letter/" in path]
    assert {path.partition("/")[0] for path in split_up} >= {"instrumenten", "praktijk", "bronnen"}
    for path in split_up:
        section = path.partition("/letter/")[0]
        assert path.removesuffix(".md") in pages[f"{section}/index.md"], path
