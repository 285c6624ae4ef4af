"""What of a source is cited: by which items, at which places, and which headings are left."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue.checking import load
from catalogue.knowledge.coverage import coverage, names
from catalogue.knowledge.source_use import citations, in_order, rests_on
from catalogue.linking import Catalogue
from catalogue.model import KINDS, Bron
from catalogue.pages import render
from tests.sample import SAMPLE, edit, sample_project


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(SAMPLE)


@pytest.mark.parametrize(
    ("place", "heading", "is_named"),
    [
        ("§ 2", "§ 2", True),
        ("§ 2.1 en § 5", "§ 2", False),
        ("§ 2.1 en § 5", "§ 5", True),
        ("§ 12", "§ 1", False),
        ("bijlage II, 3", "Bijlage II", True),
        ("bijlage III", "bijlage II", False),
        ("bouwsteen 1, tekst en Samenwerking", "bouwsteen 1, Samenwerking", True),
        ("bouwsteen 2, Samenwerking", "bouwsteen 1, Samenwerking", False),
        ("Doel 2, knelpunt 1", "Doel 2", True),
    ],
)
def test_which_place_names_a_heading(place: str, heading: str, is_named: bool) -> None:
    assert names(place, heading) is is_named


def test_an_item_that_cites_a_heading_more_than_once_counts_once(catalogue: Catalogue) -> None:
    bron = catalogue.node(Bron, "rob-2021")
    found = [(one.kop.plaats, [node.id for node in one.items]) for one in coverage(catalogue, bron)]
    assert found == [("§ 1", ["proefdoel"]), ("§ 4", ["proefjaar"])]
    assert sum(owner.id == "proefjaar" for owner, _ in citations(catalogue, bron)) > 1


def test_the_page_of_a_source_shows_what_is_covered_and_why_not(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    edit(project, "docs/bronnen/rob-2021.md", "- plaats: § 1\n", "- plaats: § 77\n")
    edit(
        project,
        "docs/bronnen/rob-2021.md",
        "- plaats: § 4\n",
        "- plaats: § 4\n    opmerking: Kort.\n",
    )
    edit(
        project,
        "docs/bronnen/rob-2021.md",
        "koppen:\n",
        "koppen:\n  - plaats: § 78\n    titel: Slot\n",
    )
    page = next(
        page.content for page in render(load(project)) if page.path == "bronnen/rob-2021.md"
    )
    table = page.partition('id="dekking"')[2]
    assert "Op 1 van de 3 koppen" in table
    assert "Hier staat alleen hoe het begon." in table
    assert "Nog niets." in table
    assert '<a href="../../tijdlijn/#proefjaar">Het jaar van de proef</a>' in table


def test_a_source_knows_what_rests_on_it_by_kind_and_where(catalogue: Catalogue) -> None:
    found = rests_on(catalogue, catalogue.node(Bron, "proefadvies"))
    assert [(kind, [(one.node.id, one.places) for one in items]) for kind, items in found] == [
        ("instrument", [("proefoverleg", ["hoofdstuk 1", "hoofdstuk 2", "hoofdstuk 3"])]),
        ("bouwsteen", [("1-proefafspraken", ["hoofdstuk 1"])]),
        ("module", [("proefmodule", ["hoofdstuk 1"])]),
    ]
    order = list(KINDS)
    assert [kind for kind, _ in found] == sorted((kind for kind, _ in found), key=order.index)


@pytest.mark.parametrize(
    ("places", "ordered"),
    [
        (["§ 10", "§ 2", "§ 2.1"], ["§ 2", "§ 2.1", "§ 10"]),
        (["stap 3", "stap 1", "inleiding"], ["inleiding", "stap 1", "stap 3"]),
        (["noot 1²", "noot 1", "²"], ["noot 1", "noot 1²", "²"]),
    ],
)
def test_places_stand_as_they_follow_each_other_in_the_source(
    places: list[str], ordered: list[str]
) -> None:
    assert in_order(places) == ordered
