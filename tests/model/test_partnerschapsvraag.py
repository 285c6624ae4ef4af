"""The questions of the Partnerschapsmeter: each asks one of the six scores, and together they ask all."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue.checking import check
from catalogue.model import Herkomst, Partnerschapsvraag
from catalogue.model.base import Partnerschap
from catalogue.model.fields import fields_of
from tests.sample import edit, sample_project

FOLDER = "docs/partnerschap"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return sample_project(tmp_path)


def said(project: Path) -> list[str]:
    return [str(problem) for problem in check(project)]


def test_a_question_asks_one_of_the_scores_that_a_case_has() -> None:
    scores = [
        f.name for f in fields_of(Partnerschap) if f.name not in {*Herkomst.model_fields, "naam"}
    ]
    assert list(fields_of(Partnerschapsvraag)["score"].choices) == scores
    assert len(scores) == 6


def test_a_score_that_nothing_asks_is_named(project: Path) -> None:
    (project / FOLDER / "geld.md").unlink()
    assert said(project) == [
        f"{FOLDER}:1:1: score: geen vraag vraagt naar “decentrale_middelen”; maak er een"
    ]


def test_a_score_is_asked_once(project: Path) -> None:
    edit(project, f"{FOLDER}/geld.md", "decentrale_middelen", "eisen_aan_uitvoering")
    problems = said(project)
    assert any(
        f"naar “eisen_aan_uitvoering” vraagt {FOLDER}/eisen.md al; kies een andere score" in one
        for one in problems
    )
    assert any("geen vraag vraagt naar “decentrale_middelen”" in one for one in problems)
    assert len(problems) == 2


def test_what_a_broken_file_asks_is_not_missed(project: Path) -> None:
    edit(project, f"{FOLDER}/geld.md", "samenvatting:", "samenvating:")
    assert not [one for one in said(project) if "geen vraag vraagt" in one]


def test_a_project_may_do_without_the_meter(project: Path) -> None:
    for file in (project / FOLDER).iterdir():
        file.unlink()
    assert said(project) == []


def test_what_an_end_of_the_scale_means_rests_on_a_source(project: Path) -> None:
    edit(
        project,
        f"{FOLDER}/geld.md",
        "een:\n  tekst: Helemaal niet.\n  bron: rob-2021\n  plaats: tabel 3",
        "een:\n  tekst: Helemaal niet.\n  bron: redactie",
    )
    assert [one for one in said(project) if "een feit rust op een uitspraak uit een bron" in one]
