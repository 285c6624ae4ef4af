"""The page of the Partnerschapsmeter, as it is without script: all that there is to read."""

from __future__ import annotations

import re

import pytest

from catalogue.checking import load
from catalogue.knowledge.tables import EQUAL, profiles
from catalogue.linking import Catalogue
from catalogue.model import Partnerschapsvraag
from catalogue.model.base import Partnerschap
from catalogue.model.fields import fields_of
from catalogue.pages import render
from tests.sample import SAMPLE


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(SAMPLE)


@pytest.fixture(scope="module")
def page(catalogue: Catalogue) -> str:
    return next(p.content for p in render(catalogue) if p.path == "partnerschap/index.md")


def test_the_questions_stand_in_the_order_of_the_scores(catalogue: Catalogue, page: str) -> None:
    order = list(fields_of(Partnerschap).all)
    questions = sorted(
        catalogue.all(Partnerschapsvraag), key=lambda question: order.index(question.score)
    )
    headings = re.findall(r'<h3 id="[a-z]+">(.*?)</h3>', page)
    assert headings == [f"{n}. {one.titel}" for n, one in enumerate(questions, 1)]


def test_each_side_has_five_answers_to_each_question(page: str) -> None:
    fields = re.findall(r'type="radio" name="(rijk|regio)-(\d)" value="(\d)"', page)
    assert len(fields) == len(set(fields)) == 2 * 6 * 5


def test_the_profiles_are_that_of_an_equal_partnership_and_those_of_the_cases(
    catalogue: Catalogue,
) -> None:
    equal, case = profiles(catalogue)
    assert (equal.id, equal.name, equal.case) == (EQUAL, "Gelijk op proef", None)
    assert list(equal.scores.values()) == [3, 1, 3, 3, 3, 1]
    assert (case.id, case.name) == ("proefregio", "Proef")
    assert list(case.scores.values()) == [4, 1, 2, 3, 5, 1]


@pytest.mark.parametrize(
    ("id", "scores"), [(EQUAL, [3, 1, 3, 3, 3, 1]), ("proefregio", [4, 1, 2, 3, 5, 1])]
)
def test_the_radar_and_the_table_give_the_same_numbers(
    page: str, id: str, scores: list[int]
) -> None:
    cells = re.findall(rf'<td [^>]*data-profiel="{id}">(\d)</td>', page)
    assert [int(cell) for cell in cells] == scores
    ends = [
        (float(x), float(y)) for x, y in re.findall(r'x2="([\d.]+)" y2="([\d.]+)" data-as', page)
    ]
    drawn = page.partition(f'<g data-profiel="{id}">')[2]
    points = re.search(r'points="([^"]+)"', drawn)
    assert points
    for (x, y), point, score in zip(ends, points[1].split(), scores, strict=True):
        at = [float(part) for part in point.split(",")]
        assert at == pytest.approx(
            [200 + (x - 200) * score / 5, 140 + (y - 140) * score / 5], abs=0.1
        )


def test_each_question_gives_what_to_ask_and_what_helps(page: str) -> None:
    talk = page.partition('data-gesprek="1"')[2].partition('data-gesprek="2"')[0]
    assert "Wat wilt u zelf bereiken?" in talk
    for address in (
        "../instrumenten/proefoverleg/",
        "../praktijk/proefregio/",
        "../leerlijn/proefmodule/",
    ):
        assert address in talk
