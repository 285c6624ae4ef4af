"""``woordparen.yml``: what an editor may write there, and what the search in the browser gets of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from catalogue.checking import check, inspect_files
from catalogue.search.word_pairs import DATA, FILE, problems_in_pairs, read_pairs, search_language
from tests.conftest import ROOT

TEXTS = ["De ministeries stemmen af, en het verschil\nin informatie wordt kleiner."]


def problems(root: Path, text: str) -> list[str]:
    """What is said of a file with this text, in a project with ``TEXTS``."""
    path = root / FILE
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return [f"{one.line}: {one.field}: {one.message}" for one in problems_in_pairs(root, TEXTS)]


def test_a_pair_needs_only_one_side_in_the_catalogue(tmp_path: Path) -> None:
    text = "paren:\n- vakwoord: [informatieasymmetrie]\n  gewoon: [verschil in informatie]\n"
    assert problems(tmp_path, text) == []
    (pair,) = read_pairs(tmp_path)
    assert (pair.vakwoord, pair.gewoon) == (["informatieasymmetrie"], ["verschil in informatie"])


def test_a_project_without_the_file_has_no_pairs(tmp_path: Path) -> None:
    assert read_pairs(tmp_path) == []
    assert list(problems_in_pairs(tmp_path, TEXTS)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "paren:\n- vakwoord: [departement]\n",
            "paren[1].gewoon: dit veld ontbreekt",
        ),
        (
            "paren:\n- vakwoord: []\n  gewoon: [ministeries]\n",
            "paren[1].vakwoord: ",
        ),
        (
            "paren:\n- vakwoord: [departement]\n  gewoon: [ministeries]\n  ook: [x]\n",
            "paren[1].ook: onbekend veld",
        ),
        (
            "paren:\n- vakwoord: [departement]\n  gewoon: [ministeries, Departement]\n",
            "paren[1].gewoon[2]: “Departement” staat al in dit bestand; voeg de paren samen",
        ),
        (
            "paren:\n- vakwoord: ['?!']\n  gewoon: [ministeries]\n",
            "paren[1].vakwoord[1]: is nog leeg; vul het in",
        ),
        (
            "paren:\n- vakwoord: [zwembad]\n  gewoon: [badkuip]\n",
            "paren[1]: geen van deze woorden staat in de catalogus, dus niemand vindt er iets mee",
        ),
        ("- vakwoord\n", "bestand: hier moeten velden staan"),
    ],
)
def test_a_mistake_is_told_in_dutch_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    (problem,) = problems(tmp_path, text)
    line, _, rest = problem.partition(": ")
    assert int(line) >= 1
    assert rest.startswith(said)


def test_the_check_of_a_project_reads_the_pairs(copy_project: Callable[[], Path]) -> None:
    project = copy_project()
    (project / FILE).write_text("paren: ja\n", encoding="utf-8")
    assert [one.path for one in check(project)] == [FILE]
    assert inspect_files(project, [project / FILE]).problems == check(project)


def test_the_browser_gets_the_pairs_and_what_is_mere_grammar() -> None:
    known = json.loads(search_language(read_pairs(ROOT)))
    assert [["departement"], ["ministerie"]] in known["paren"]
    assert {"de", "wie", "waarom"} <= set(known["kleine_woorden"])
    assert {"voor", "af"} <= set(known["voorzetsels"])


def test_the_site_has_what_the_browser_needs_and_not_the_file_itself(built_site: Path) -> None:
    assert (built_site / DATA).read_bytes() == search_language(read_pairs(ROOT))
    assert not list(built_site.rglob(FILE))
