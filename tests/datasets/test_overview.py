"""The data file with which the browser filters an overview that is too long for one page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from catalogue import letters
from catalogue.checking import load
from catalogue.datasets.overview import overview_data
from catalogue.publishing import publish
from tests.sample import SAMPLE, edit, sample_project

FILE = "data/overzicht-instrumenten.json"


@pytest.fixture
def long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two cards are too many for one page."""
    monkeypatch.setattr(letters, "LIMIT", 1)


def test_a_short_overview_needs_no_file() -> None:
    assert list(overview_data(load(SAMPLE))) == []


def test_a_long_overview_has_a_row_for_each_card_by_title(long: None) -> None:
    ((path, content),) = overview_data(load(SAMPLE))
    assert path == FILE
    assert json.loads(content) == {
        "kenmerken": [
            *("bestuurslaag", "fase", "rol", "bouwsteen", "knelpunt", "binding"),
            *("grondslag", "status"),
            *("dwingendheid", "hardheid", "handhaafbaarheid", "reikwijdte"),
        ],
        "regels": [
            [
                "proefakkoord",
                "Proefakkoord",
                "instrumenten/proefakkoord/",
                "Overheden leggen op proef vast wat ze doen.",
                "Rijk en provincie",
                *("rijk provincie", "", "", "", "", "niet-bepaald", "niet-bepaald", "geldend"),
                *("", "", "", ""),
            ],
            [
                "proefoverleg",
                "Proefoverleg",
                "instrumenten/proefoverleg/",
                "Overheden praten op proef over een gezamenlijke opgave.",
                "Rijk en gemeente · bouwsteen 1 · vervangen",
                *("rijk gemeente", "voorbereiden", "stimuleren", "1-proefafspraken"),
                *("proefknelpunt", "zwak-bindend", "afspraak", "vervangen"),
                *("1", "2", "1", "2-4"),
            ],
        ],
    }


def test_a_summary_is_given_as_words(long: None, tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    card = "instruments/proefakkoord.yml"
    edit(project, card, "leggen op proef", "_leggen_ *na* [overleg](proefoverleg)")
    ((_, content),) = overview_data(load(project))
    assert json.loads(content)["regels"][0][3] == "Overheden leggen na overleg vast wat ze doen."


def test_the_file_is_published_beside_the_pages(long: None) -> None:
    files = {output.path: output.content for output in publish(load(SAMPLE), SAMPLE)}
    assert files[FILE] == dict(overview_data(load(SAMPLE)))[FILE]
    assert b"/overzicht-instrumenten.json" in files["instrumenten/index.md"]
