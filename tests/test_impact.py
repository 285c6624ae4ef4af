"""``catalogue impact``: what changed between two versions, who uses it, and what it says when it cannot know."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.command import call
from tests.repository import commit, git
from tests.sample import add_module, edit, sample_project

CARD = "instruments/proefoverleg.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one commit."""
    project = sample_project(tmp_path)
    git(project, "init", "--quiet", "--initial-branch", "hoofd")
    commit(project)
    return project


def test_it_says_what_changed_and_who_uses_it(project: Path) -> None:
    edit(
        project,
        CARD,
        "wijzigingen:\n",
        "wijzigingen:\n  - datum: 2026-04-01\n    wat: De samenvatting is korter.\n",
    )
    commit(project)
    done = call(project, "impact", "HEAD~1..HEAD")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0].endswith(": 1 onderdeel.")
    assert f"Instrument Proefoverleg ({CARD})" in lines
    assert "  veranderd: De samenvatting is korter. (1 april 2026)" in lines
    assert "    module Leren overleggen" in lines


def test_as_json_it_tells_new_from_changed_and_gone(project: Path) -> None:
    add_module(project, "weg", nummer=3)
    commit(project)
    (project / "docs/leerlijn/weg.md").unlink()
    add_module(project, "erbij", nummer=3, na=["proefmodule"])
    edit(
        project,
        "docs/leerlijn/proefmodule.md",
        "doelgroep: Beleidsmedewerkers.",
        "doelgroep: Iedereen.",
    )
    commit(project)
    found = json.loads(call(project, "impact", "HEAD~1", "--json").stdout)
    assert {one["id"]: one["wat"] for one in found["veranderd"]} == {
        "erbij": "nieuw",
        "proefmodule": "veranderd",
        "weg": "verwijderd",
    }
    (changed,) = (one for one in found["veranderd"] if one["wat"] == "veranderd")
    # Nobody wrote down what changed.
    assert changed["wijziging"] is None
    assert [use["id"] for use in changed["gebruikt_in"] if use["soort"] == "module"] == ["erbij"]


def test_a_file_that_only_looks_different_is_not_named(project: Path) -> None:
    path = project / CARD
    path.write_text("# Een opmerking.\n" + path.read_text("utf-8"), encoding="utf-8")
    commit(project)
    assert (
        call(project, "impact", "HEAD~1..HEAD").stdout.splitlines()[0].endswith(": 0 onderdelen.")
    )


def test_it_names_what_changed_since_somebody_went_through_a_module(project: Path) -> None:
    card = {"instrument": "proefoverleg", "reden": "Dit komt aan bod.", "bron": "redactie"}
    add_module(project, "eerder", nummer=3, instrumenten=[card], nagelopen_op=date(2026, 3, 1))
    edit(project, CARD, "wijzigingen:\n", "wijzigingen:\n  - datum: 2026-04-01\n    wat: Anders.\n")
    commit(project)
    found = json.loads(call(project, "impact", "HEAD~1..HEAD", "--json").stdout)["modules"]
    since = {one["id"]: [said["id"] for said in one["sindsdien"]] for one in found}
    assert since["eerder"] == ["proefoverleg"]


def test_it_says_in_dutch_why_it_cannot_know(project: Path) -> None:
    for asked in ("bestaat-niet..HEAD", "..HEAD", "--json=x", "HEAD..-x"):
        done = call(project, "impact", asked)
        assert done.returncode == 2 and "Traceback" not in done.stderr
    assert (
        "Git kent geen versie “bestaat-niet”"
        in call(project, "impact", "bestaat-niet..HEAD").stderr
    )
    shutil.rmtree(project / ".git")
    done = call(project, "impact", "HEAD~1..HEAD")
    assert done.returncode == 2 and "staat niet onder git" in done.stderr


def test_what_could_not_be_read_before_is_not_new(project: Path) -> None:
    edit(project, CARD, "status: vervangen", "status: onzin")
    commit(project)
    edit(project, CARD, "status: onzin", "status: vervangen")
    commit(project)
    lines = call(project, "impact", "HEAD~1..HEAD").stdout.splitlines()
    assert lines[0].endswith(": 0 onderdelen.")
    said = lines.index("Wat hier veranderde, is niet te zeggen: de eerste versie is niet te lezen.")
    assert lines[said + 1] == f"  {CARD}"
    found = json.loads(call(project, "impact", "HEAD~1..HEAD", "--json").stdout)
    assert found["veranderd"] == [] and found["niet_te_lezen"] == [CARD]
