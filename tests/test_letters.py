"""A catalogue that outgrows one page: its index splits by letter, and every other list stops and leads on."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from catalogue.rendering import render

from catalogue import letters
from catalogue.checking import check, load
from catalogue.letters import OTHER, first_letter, overview_address, split
from catalogue.linking import Catalogue, Node

ROOT = Path(__file__).resolve().parent.parent
ENTRY = re.compile(r'<h2 class="regelkop"><a href="(?:\.\./)+instrumenten/([a-z0-9-]+)/">')
CARD = re.compile(r'href="(?:\.\./)+instrumenten/([a-z0-9-]+)/"')
BOUWSTEEN = "2-gebiedsgericht-werken-vanuit-regionale-opgaven"


LIMIT = 15
"""So low that the real instruments need more than one page, and the laws do not."""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(ROOT)


@pytest.fixture(scope="module", autouse=True)
def low_limit() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(letters, "LIMIT", LIMIT)
        yield


@pytest.fixture(scope="module")
def pages(catalogue: Catalogue, low_limit: None) -> dict[str, str]:
    return {page.path: page.content for page in render(catalogue)}


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


def test_a_long_overview_shows_letters_and_no_cards(pages: dict[str, str]) -> None:
    overview = pages["instrumenten/index.md"]
    assert ENTRY.findall(overview) == []
    linked = re.findall(r'href="\.\./(instrumenten/letter/[a-z0-9-]+)/"', overview)
    assert linked
    assert {f"{letter}.md" for letter in linked} == {
        path for path in pages if path.startswith("instrumenten/letter/")
    }


def test_the_letters_together_hold_every_card_once(
    catalogue: Catalogue, pages: dict[str, str]
) -> None:
    found: list[str] = []
    for path, content in pages.items():
        if path.startswith("instrumenten/letter/"):
            entries = ENTRY.findall(content)
            titles = [catalogue.node("instrument", id).titel for id in entries]
            assert {first_letter(title).lower() for title in titles} == {Path(path).stem}
            found += entries
    assert sorted(found) == sorted(catalogue.items["instrument"])


def test_a_letter_leads_back_and_is_no_search_result(pages: dict[str, str]) -> None:
    page = next(text for path, text in pages.items() if path.startswith("instrumenten/letter/"))
    front_matter = page.split("---")[1]
    assert "zoekbaar: false" in front_matter
    assert "url: instrumenten/" in front_matter
    assert 'aria-current="page"' in page


def test_a_shorter_overview_beside_it_stays_whole(
    catalogue: Catalogue, pages: dict[str, str]
) -> None:
    assert len(catalogue.items["wet"]) < LIMIT
    assert not any(path.startswith("wettelijk-kader/letter/") for path in pages)
    overview = pages["wettelijk-kader/index.md"]
    assert all(f"wettelijk-kader/{id}/" in overview for id in catalogue.items["wet"])


def test_no_list_of_instruments_on_a_page_is_longer_than_the_limit(pages: dict[str, str]) -> None:
    longest = {
        path: max(
            len(set(CARD.findall(part.partition("</ul>")[0]))) for part in text.split("<ul class=")
        )
        for path, text in pages.items()
        if path.startswith(("bouwstenen/", "knelpunten/"))
    }
    assert max(longest.values()) == LIMIT


def test_a_list_that_stops_leads_to_the_overview_with_its_filter(
    catalogue: Catalogue, pages: dict[str, str]
) -> None:
    def links(node: Node) -> int:
        return len(catalogue.links_to(node, "instrument", field="bouwstenen"))

    node = max(catalogue.nodes_of("bouwsteen"), key=links)
    assert links(node) > LIMIT
    page = pages[node.page]
    assert (
        f"Hier staan er {LIMIT} van de {links(node)}. "
        f'<a href="../../instrumenten/?bouwsteen={node.id}">Alle instrumenten</a>'
    ) in page


def test_the_matrix_gives_way_to_the_lists(pages: dict[str, str]) -> None:
    assert 'class="matrix"' not in pages["bouwstenen/index.md"]


def test_only_instruments_have_filters(catalogue: Catalogue) -> None:
    law: Node = catalogue.node("wet", "grondwet")
    block = catalogue.node("bouwsteen", BOUWSTEEN)
    assert overview_address("instrument", law) == "instrumenten/"
    assert overview_address("case", block) == "praktijk/"
    assert overview_address("instrument", block) == f"instrumenten/?bouwsteen={BOUWSTEEN}"


def test_no_card_takes_the_address_of_the_letters(tmp_path: Path) -> None:
    project = tmp_path
    for name in ("instruments", "cases", "docs"):
        shutil.copytree(ROOT / name, project / name)
    text = (project / "instruments" / "convenant.yml").read_text("utf-8")
    (project / "instruments" / "letter.yml").write_text(
        text.replace("id: convenant", "id: letter", 1), "utf-8"
    )
    assert [str(problem) for problem in check(project)] == [
        "instruments/letter.yml:1:5: id: “letter” is gereserveerd; kies een andere naam"
    ]
