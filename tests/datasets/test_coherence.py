"""The data file with which the browser checks a mix of instruments, and the one that knows old names."""

from __future__ import annotations

import json
from pathlib import Path

from catalogue.checking import load
from catalogue.datasets.coherence import coherence_data
from catalogue.datasets.moved import moved_data
from catalogue.model.fields import fields_of
from catalogue.model.instrument import Relatie
from catalogue.publishing import publish
from tests.sample import SAMPLE, relate, sample_project

FILE = "data/samenhang.json"


def test_names_stand_once_and_each_relation_is_a_row(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    relate(
        project,
        "proefakkoord",
        "vereist",
        "proefoverleg",
        reden="Zonder *[gesprek](proefoverleg)* geen akkoord.",
        bron="redactie",
        plaats=None,
        ook=[{"bron": "rob-2021", "plaats": "§ 7.2"}],
    )
    ((path, content),) = coherence_data(load(project))
    assert path == FILE
    found = json.loads(content)
    assert found["instrumenten"] == [
        ["proefakkoord", "Proefakkoord", "instrumenten/proefakkoord/", ""],
        ["proefoverleg", "Proefoverleg", "instrumenten/proefoverleg/", "vervangen"],
    ]
    # Only the sources that a relation names.
    assert [row[0] for row in found["bronnen"]] == ["rob-2021"]
    assert found["relaties"] == [
        ["proefakkoord", "vereist", "proefoverleg", "Zonder gesprek geen akkoord.", 1, [["rob-2021", "§ 7.2"]]],
        ["proefoverleg", "versterkt", "proefakkoord", "Een goed gesprek maakt een akkoord makkelijker.", 0, [["rob-2021", "§ 7.1"]]],
    ]  # fmt: skip


def test_the_words_of_relations_are_those_of_the_model() -> None:
    ((_, content),) = coherence_data(load(SAMPLE))
    words = fields_of(Relatie)["soort"].choices
    assert json.loads(content)["soorten"] == [
        [kind, choice.label, choice.inverse] for kind, choice in words.items()
    ]


def test_an_old_name_leads_to_the_new_one_within_its_section() -> None:
    ((path, content),) = moved_data(
        {
            "instrumenten/oud/": "instrumenten/nieuw/",
            "instrumenten/weg/": "praktijk/elders/",
            "begrippen/#oud": "begrippen/#nieuw",
            "instrumenten/": "praktijk/",
        }
    )
    assert path == "data/verhuisd.json"
    assert json.loads(content) == {"instrumenten": {"oud": "nieuw"}}


def test_both_files_are_published_with_what_permalinks_say(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    moved = "instrumenten/oud/ -> instrumenten/proefakkoord/\n"
    (project / "permalinks.txt").write_text(moved, encoding="utf-8")
    files = {output.path: output.content for output in publish(load(project), project)}
    assert json.loads(files["data/verhuisd.json"]) == {"instrumenten": {"oud": "proefakkoord"}}
    assert FILE in files
    assert b"/samenhang.json" in files["samenhang/index.md"]
    assert b"/verhuisd.json" in files["samenhang/index.md"]
