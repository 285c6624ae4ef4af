"""The report: how much there is, what is open, and what of each source is covered."""

from __future__ import annotations

from pathlib import Path

import pytest
from catalogue.coverage import coverage, names
from catalogue.rendering import render
from catalogue.views.source import in_order

from catalogue.checking import load
from catalogue.linking import Catalogue
from catalogue.report import report
from tests.command import catalogue as run
from tests.conftest import ROOT
from tests.test_terms import write

PLACE = {"bron": "bron-een", "plaats": "§ 2"}
SCORE = {"rijk": 2.0, "decentraal": 3.0, "plek_rijk": 1, "plek_decentraal": 1}
HEADINGS = [
    {"plaats": "§ 1", "titel": "Inleiding", "opmerking": "Leest als voorwoord."},
    {"plaats": "§ 2", "titel": "Kern"},
    {"plaats": "§ 2.1", "titel": "Deel van de kern"},
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A source with three headings, of which a knelpunt cites one."""
    source = {"titel": "Bron", "samenvatting": "Een bron.", "auteur": "Iemand"}
    more = {"verschenen": "2020", "citeerwijze": "Met §.", "koppen": HEADINGS}
    write(tmp_path / "docs/bronnen/bron-een.md", {"id": "bron-een", **source, **more})
    write(
        tmp_path / "docs/knelpunten/knel.md",
        {
            "id": "knel",
            "titel": "Het knelt",
            "samenvatting": "Het knelt.",
            "thema": "relatie",
            "score": {**SCORE, **PLACE},
            "uitleg": [
                {"tekst": "Uit de bron.", **PLACE},
                {"tekst": "Van ons.", "bron": "redactie", "ook": [PLACE]},
                {"tekst": "Alleen van ons.", "bron": "redactie"},
            ],
            "bronnen": ["bron-een"],
        },
    )
    (tmp_path / "mkdocs.yml").write_text("site_name: Proef\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def small(project: Path) -> Catalogue:
    return load(project)


def section(lines: list[str], title: str) -> list[str]:
    """The lines under a heading."""
    start = lines.index(title) + 2
    end = next((n for n in range(start, len(lines)) if not lines[n]), len(lines))
    return lines[start:end]


def test_the_report_counts_and_names_what_is_open(small: Catalogue) -> None:
    lines = list(report(small))
    counts = [line.split(maxsplit=1) for line in section(lines, "Aantallen")]
    assert ["1", "knelpunten"] in counts and ["0", "gebeurtenissen"] in counts
    assert section(lines, "Knelpunten zonder instrument") == ["knel  Het knelt"]
    assert section(lines, "Instrumenten zonder praktijkvoorbeeld") == ["geen"]


def test_the_report_tells_statements_of_a_source_from_our_own(small: Catalogue) -> None:
    found = [
        line.split(maxsplit=1)
        for line in section(list(report(small)), "Uitspraken en hun herkomst")
    ]
    assert [(int(count), what.partition(",")[0]) for count, what in found] == [
        (4, "uitspraken"),
        (2, "met bron en plaats"),
        (2, "oordeel van de redactie"),
        (0, "zonder bron"),
    ]


def test_the_report_shows_what_of_a_source_is_covered(small: Catalogue) -> None:
    found = section(list(report(small)), "Dekking van de bronnen, per kop")
    assert [line.split()[0] for line in found] == ["0", "1", "0"]
    assert found[0].endswith("§ 1: Inleiding  (Leest als voorwoord.)")


def test_an_item_that_cites_a_heading_twice_counts_once(small: Catalogue) -> None:
    (bron,) = small.all("bron")
    assert [[node.id for node in one.items] for one in coverage(small, bron)] == [[], ["knel"], []]


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


def test_the_page_of_a_source_shows_what_is_covered_and_why_not(small: Catalogue) -> None:
    page = next(page.content for page in render(small) if page.path == "bronnen/bron-een.md")
    table = page.partition('id="dekking"')[2]
    assert "Op 1 van de 3 koppen" in table
    assert "Leest als voorwoord." in table
    assert "Nog niets." in table
    assert '<a href="../../knelpunten/knel/">Het knelt</a>' in table


def test_the_command_prints_the_report(project: Path) -> None:
    done = run(project, "report")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == list(report(load(project)))


def test_every_statement_of_the_real_catalogue_has_a_source() -> None:
    lines = section(list(report(load(ROOT))), "Uitspraken en hun herkomst")
    assert lines[-1].split(maxsplit=1) == ["0", "zonder bron"]


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
