"""The modules as a line, the routes along it, and the questions that a module makes."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue.checking import load
from catalogue.knowledge.learning_line import line, routes
from catalogue.knowledge.quiz import quiz
from catalogue.linking import Catalogue
from catalogue.model import Module
from tests.sample import add_instruments, add_module, sample_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return sample_project(tmp_path)


def questions(project: Path) -> dict[str, tuple[str, list[str]]]:
    catalogue: Catalogue = load(project)
    found = quiz(catalogue, catalogue.node(Module, "proefles"))
    return {one.text: (one.right, one.options) for one in found}


def test_a_module_comes_after_what_it_builds_on_whatever_its_number(project: Path) -> None:
    add_module(project, "voor-eerst", nummer=4)
    add_module(project, "bouwt-op", nummer=3, na=["voor-eerst"])
    found = [node.id for node in line(load(project))]
    assert found == ["proefbegin", "proefmodule", "voor-eerst", "bouwt-op"]


def test_modules_that_build_on_each_other_all_have_a_place(project: Path) -> None:
    add_module(project, "kip", nummer=3, na=["ei"])
    add_module(project, "ei", nummer=4, na=["kip"])
    assert {"kip", "ei"} <= {node.id for node in line(load(project))}


def test_a_route_has_its_modules_in_order_and_says_what_it_leaves_out(project: Path) -> None:
    add_module(project, "derde", nummer=3, na=["proefmodule"], routes=["jurist"])
    add_module(project, "vierde", nummer=4, routes=["programmamanager", "jurist"])
    found = {route.name: route for route in routes(load(project))}
    assert list(found) == ["bestuurder", "jurist", "programmamanager"]
    assert [node.id for node in found["jurist"].modules] == ["derde", "vierde"]
    assert found["jurist"].minutes == 180
    assert [node.id for node in found["jurist"].missing] == ["proefmodule"]
    assert found["programmamanager"].missing == []


EXERCISE = """---
id: proefkoppel
titel: Koppelen op proef
wijzigingen: [{datum: 2026-01-07, wat: Gemaakt.}]
samenvatting: Koppel een geval.
module: proefles
vorm: koppelen
koppels:
  - situatie: Mensen willen praten.
    instrument: proefoverleg
    omdat: {tekst: Daar is het voor., bron: rob-2021, plaats: § 9}
  - situatie: Mensen willen iets vastleggen.
    instrument: proefakkoord
    omdat: {tekst: Het staat op papier., bron: redactie}
bronnen: [rob-2021]
---
"""


def test_questions_come_from_exercises_when_there_are_any(project: Path) -> None:
    add_module(project, "proefles", nummer=3)
    (project / "docs/oefeningen").mkdir(exist_ok=True)
    (project / "docs/oefeningen/proefkoppel.md").write_text(EXERCISE, encoding="utf-8")
    catalogue = load(project)
    first, second = quiz(catalogue, catalogue.node(Module, "proefles"))
    assert first.text == "Welk instrument past hierbij? Mensen willen praten."
    assert first.right == "Proefoverleg"
    assert set(first.options) == {"Proefoverleg", "Proefakkoord"}
    assert first.why.startswith("Daar is het voor. Bron: ") and first.why.endswith(", § 9.")
    assert second.why == "Het staat op papier. Dit is een oordeel van de redactie."


def test_without_exercises_cards_are_asked_for_if_there_is_something_to_choose(
    project: Path,
) -> None:
    add_instruments(project, 2)
    cards = sorted(path.stem for path in (project / "instruments").glob("*.yml"))
    names = [{"instrument": id, "reden": "Dit komt aan bod.", "bron": "redactie"} for id in cards]
    add_module(project, "proefles", nummer=3, instrumenten=names[:2])
    assert questions(project) == {}
    assert len(names) > 2
    add_module(project, "proefles", nummer=3, instrumenten=names)
    for text, (right, options) in questions(project).items():
        assert text.startswith("Welk instrument is dit? ")
        assert right in options and len(set(options)) == len(options)
        # The question does not say the answer.
        assert right.casefold() not in text.casefold()
    assert questions(project)
