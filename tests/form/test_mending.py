"""A branch on which a form saved → the same branch with only what changed, and a clone to save in."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import yaml

from catalogue.form.local import FOLDER, finish, prepare, told
from catalogue.form.mending import mend
from catalogue.reading import read_file
from tests.command import call
from tests.repository import commit, git
from tests.sample import sample_project

CARD = "instruments/proefoverleg.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one commit."""
    project = sample_project(tmp_path)
    (project / ".gitignore").write_text(f"/{FOLDER}/\n", "utf-8")
    git(project, "init", "--quiet", "--initial-branch", "main")
    commit(project)
    return project


def save(project: Path, path: str, **changes: object) -> None:
    """Write a card as a form does: all of it, in another style."""
    data = read_file(project / path, path).data | changes
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=True)
    (project / path).write_text(text, encoding="utf-8")


def difference(project: Path) -> list[str]:
    said = subprocess.run(
        ["git", "-C", str(project), "diff", "--unified=0", "main"],  # noqa: S607
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    return [line for line in said if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def test_only_what_changed_is_left_of_a_draft(project: Path) -> None:
    git(project, "switch", "--quiet", "--create", "cms/instrument/proefoverleg")
    save(project, CARD, titel="Proefoverleg anders", niet_gevonden=[])
    commit(project)
    done = call(project, "graft", "main")
    assert (done.returncode, done.stdout) == (0, f"{CARD}: alleen wat veranderde\n")
    lines = difference(project)
    assert "+titel: Proefoverleg anders" in lines
    assert all("titel:" in line or "niet_gevonden" in line for line in lines)


def test_what_happened_on_the_main_branch_meanwhile_is_left_alone(project: Path) -> None:
    git(project, "switch", "--quiet", "--create", "cms/instrument/proefoverleg")
    save(project, CARD, titel="Proefoverleg anders")
    commit(project)
    git(project, "switch", "--quiet", "main")
    (project / "cases/later.yml").write_text("id: later\n", "utf-8")
    commit(project)
    git(project, "switch", "--quiet", "cms/instrument/proefoverleg")
    assert [one.path for one in mend(project, "main")] == [CARD]


def test_a_file_that_cannot_be_read_stays_and_is_named(project: Path) -> None:
    (project / CARD).write_text("a: !!python/name:os.system\n", "utf-8")
    done = call(project, "graft", "main")
    assert done.returncode == 0
    assert CARD in done.stderr
    assert (project / CARD).read_text("utf-8") == "a: !!python/name:os.system\n"


def test_a_link_to_elsewhere_is_not_followed(project: Path, tmp_path: Path) -> None:
    outside = tmp_path / "elders.yml"
    outside.write_text("id: elders\n", "utf-8")
    (project / CARD).unlink()
    (project / CARD).symlink_to(outside)
    assert mend(project, "main") == []
    assert outside.read_text("utf-8") == "id: elders\n"


def test_a_version_that_git_does_not_know_is_said(project: Path) -> None:
    done = call(project, "graft", "bestaat-niet")
    assert done.returncode == 2
    assert "bestaat-niet" in done.stderr


def test_the_form_saves_in_a_clone_and_drafts_in_it_stay(project: Path) -> None:
    untracked = project / "aantekening.txt"
    untracked.write_text("van mij", "utf-8")
    clone = prepare(project)
    git(clone, "switch", "--quiet", "--create", "cms/instrument/proefoverleg")
    save(clone, CARD, titel="Proefoverleg anders")
    commit(clone)
    git(clone, "switch", "--quiet", "main")
    assert prepare(project) == clone
    branches = finish(clone)
    assert branches == ["cms/instrument/proefoverleg"]
    assert any(f"{FOLDER}/opslag cms/instrument/proefoverleg" in line for line in told(branches))
    git(project, "fetch", "--quiet", str(clone), "cms/instrument/proefoverleg")
    git(project, "switch", "--quiet", "--detach", "FETCH_HEAD")
    assert difference(project) and all("titel:" in line for line in difference(project))
    assert untracked.read_text("utf-8") == "van mij"


def test_a_draft_differs_from_the_project_in_what_was_edited_alone(project: Path) -> None:
    clone = prepare(project)
    for name, title in (("mee", "Proefoverleg mee"), ("botst", "Proefoverleg botst")):
        git(clone, "switch", "--quiet", "--create", f"cms/instrument/{name}", "main")
        path = CARD if name == "botst" else "instruments/proefakkoord.yml"
        edited = read_file(clone / path, path).data["titel"]
        text = (clone / path).read_text("utf-8")
        (clone / path).write_text(text.replace(f"titel: {edited}", f"titel: {title}"), "utf-8")
        commit(clone)
    old = (project / CARD).read_text("utf-8")
    (project / CARD).write_text(old.replace("titel: Proefoverleg", "titel: Anders"), "utf-8")
    commit(project)
    prepare(project)
    assert changed_files(clone, "cms/instrument/mee") == ["instruments/proefakkoord.yml"]
    # What was changed in both is not lost.
    git(clone, "switch", "--quiet", "cms/instrument/botst")
    assert "titel: Proefoverleg botst" in (clone / CARD).read_text("utf-8")


def changed_files(project: Path, branch: str) -> list[str]:
    """As decap-server asks it: all in which a branch is not as the main branch is now."""
    command = ["git", "-C", str(project), "diff", "--name-only", "main", branch]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


def test_who_saved_nothing_is_told_so() -> None:
    assert list(told([])) == ["Er is niets bewaard."]
