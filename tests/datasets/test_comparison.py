"""What the page Vergelijken fetches: names, and per instrument what its card says in each row, with its sources."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from catalogue.checking import load
from catalogue.datasets.comparison import comparison_data
from catalogue.knowledge.comparison import ROWS
from catalogue.publishing import publish
from tests.sample import SAMPLE, edit, sample_project


@pytest.fixture(scope="module")
def files() -> dict[str, Any]:
    """The content of each file."""
    return {path: json.loads(content) for path, content in comparison_data(load(SAMPLE))}


@pytest.fixture(scope="module")
def rows(files: dict[str, Any]) -> dict[str, Any]:
    """What the card that has everything says in each row."""
    found: dict[str, Any] = files["data/vergelijk/proefoverleg.json"]["rijen"]
    return found


def test_the_names_say_of_each_instrument_whether_it_is_there(files: dict[str, Any]) -> None:
    assert files["data/vergelijk.json"] == [
        ["proefakkoord", "Proefakkoord", ""],
        ["proefoverleg", "Proefoverleg", "vervangen"],
    ]


def test_an_instrument_has_a_file_of_its_own_with_every_row(files: dict[str, Any]) -> None:
    assert files.keys() == {
        "data/vergelijk.json",
        "data/vergelijk/proefakkoord.json",
        "data/vergelijk/proefoverleg.json",
    }
    for one in ("proefakkoord", "proefoverleg"):
        assert list(files[f"data/vergelijk/{one}.json"]["rijen"]) == [row.name for row in ROWS]


def test_the_titles_of_the_sources_stand_there_once(files: dict[str, Any]) -> None:
    card = files["data/vergelijk/proefoverleg.json"]
    assert card["adres"] == "instrumenten/proefoverleg/"
    assert card["bronnen"]["proefadvies"] == ["Advies op proef", "bronnen/proefadvies/"]
    assert card["bronnen"].keys() == {"proefadvies", "rob-2021"}


def test_when_to_take_something_else_says_what_and_on_whose_word(rows: dict[str, Any]) -> None:
    assert rows["wanneer_niet"]["uitspraken"] == [
        {
            "tekst": "u iets wilt vastleggen",
            "kies": ["Proefakkoord", "instrumenten/proefakkoord/", ""],
            "oordeel": True,
            "bron": [["proefadvies", "hoofdstuk 2"]],
        }
    ]


def test_a_proposal_is_marked_beside_its_name(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    edit(project, "instruments/proefakkoord.yml", "status: geldend", "status: voorgesteld")
    files = {path: json.loads(content) for path, content in comparison_data(load(project))}
    assert files["data/vergelijk.json"][0] == ["proefakkoord", "Proefakkoord", "voorgesteld"]
    (other,) = files["data/vergelijk/proefoverleg.json"]["rijen"]["wanneer_niet"]["uitspraken"]
    assert other["kies"][2] == "voorgesteld"


def test_a_score_has_its_words_its_reason_and_the_statement(rows: dict[str, Any]) -> None:
    assert rows["reikwijdte"] == {
        "waarden": ["laag tot hoog · 2 tot 4 van 5"],
        "score": [2, 4],
        "uitspraken": [
            {"tekst": "De kring is klein maar gemengd.", "bron": [["rob-2021", "§ 2.6"]]},
            {"tekst": "Alleen wie aan tafel zit.", "bron": [["rob-2021", "§ 2.6"]]},
        ],
    }


def test_what_is_not_known_is_no_value(files: dict[str, Any]) -> None:
    rows = files["data/vergelijk/proefakkoord.json"]["rijen"]
    assert rows["hardheid"] == {"waarden": []}
    assert rows["evaluaties"] == {}


def test_what_was_sought_in_vain_says_so(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    edit(project, "instruments/proefakkoord.yml", "[nadelen]", "[nadelen, factoren, evaluaties]")
    files = {path: json.loads(content) for path, content in comparison_data(load(project))}
    rows = files["data/vergelijk/proefakkoord.json"]["rijen"]
    assert [name for name, cell in rows.items() if cell.get("gezocht")] == [
        "helpt",
        "hindert",
        "evaluaties",
    ]


def test_a_factor_says_what_cases_found(rows: dict[str, Any]) -> None:
    (factor,) = rows["helpt"]["uitspraken"]
    assert factor == {
        "kop": "Vertrouwen tussen mensen",
        "tekst": "Wie elkaar kent, belt eerder.",
        "bron": [["proefadvies", "hoofdstuk 3"]],
        "praktijk": [
            {
                "kop": "Bevestigd in",
                "naar": ["Proefregio", "praktijk/proefregio/"],
                "tekst": "Het vertrouwen groeide met elke bijeenkomst.",
                "bron": [["rob-2021", "bijlage I"]],
            }
        ],
    }
    assert rows["hindert"]["uitspraken"] == [factor]


def test_a_case_that_did_not_look_says_nothing(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    edit(project, "cases/proefregio.yml", "oordeel: bevestigd", "oordeel: niet onderzocht")
    files = {path: json.loads(content) for path, content in comparison_data(load(project))}
    (factor,) = files["data/vergelijk/proefoverleg.json"]["rijen"]["helpt"]["uitspraken"]
    assert "praktijk" not in factor


def test_a_law_is_named_by_article_and_compared_by_title(rows: dict[str, Any]) -> None:
    law = rows["wetgevend_kader"]
    (said,) = law["uitspraken"]
    name, address = said["naar"]
    assert name.startswith("Artikel 12, derde lid, hoofdstuk 2, ")
    assert name.endswith(law["waarden"][0])
    assert address == "wettelijk-kader/proefwet/"


def test_a_plan_says_that_it_was_one(rows: dict[str, Any]) -> None:
    (now,) = rows["status"]["uitspraken"]
    assert rows["status"]["waarden"] == ["vervangen door Proefakkoord"]
    assert now["kop"] == "Opgezocht op 20 februari 2026"
    assert now["stand"] == "dit was een plan"


def test_a_text_is_given_as_words_with_a_line_for_each_part(rows: dict[str, Any]) -> None:
    (said,) = rows["kwalificatie"]["uitspraken"]
    assert said["tekst"].split("\n") == [
        "Een licht instrument. Het lijkt op het akkoord, maar bindt niet. Zie ook de wet en een site.",
        "Het begint klein.",
        "Het groeit daarna.",
        "1. Eerst praten.",
        "2. Dan doen.",
    ]


def test_all_is_published_beside_the_pages(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    files = {output.path: output.content for output in publish(load(project), project)}
    assert dict(comparison_data(load(project))).items() <= files.items()
