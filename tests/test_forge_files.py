"""What GitHub and GitLab read of the project: forms, templates, and jobs that run nothing but targets of the Makefile."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.conftest import ROOT, environment
from tests.repository import commit, git
from tests.sample import as_yaml, edit, from_yaml, sample_project, sample_site_project

GITHUB, GITLAB = ROOT / ".github", ROOT / ".gitlab"
FORMS = sorted(path.stem for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml"))
FORMS.remove("config")
CHANGES = sorted(path.stem for path in (GITHUB / "PULL_REQUEST_TEMPLATE").glob("*.md"))


def read(path: Path) -> Any:
    return from_yaml(path.read_text(encoding="utf-8"))


# Templates and forms


def test_who_proposes_a_change_finds_the_same_questions_at_both_forges() -> None:
    start = (GITHUB / "pull_request_template.md").read_text("utf-8")
    assert sorted(re.findall(r"\?expand=1&template=(\w+)\.md\)", start)) == CHANGES
    for name in CHANGES:
        text = (GITHUB / f"PULL_REQUEST_TEMPLATE/{name}.md").read_text("utf-8")
        assert text == (GITLAB / f"merge_request_templates/{name}.md").read_text("utf-8")
        assert "Wie nakijkt, let hierop:" in text


@pytest.mark.parametrize("name", FORMS)
def test_who_reports_something_finds_the_same_questions_at_both_forges(name: str) -> None:
    form = read(GITHUB / f"ISSUE_TEMPLATE/{name}.yml")
    asked = [one["attributes"]["label"] for one in form["body"] if "label" in one["attributes"]]
    text = (GITLAB / f"issue_templates/{name}.md").read_text("utf-8")
    assert re.findall(r"^## (.+)$", text, re.M) == asked


# The commands of the jobs


def commands() -> list[str]:
    """All that the jobs of both forges run."""
    jobs = [
        job for path in (GITHUB / "workflows").glob("*.yml") for job in read(path)["jobs"].values()
    ]
    run = [step["run"] for job in jobs for step in job["steps"] if "run" in step]
    scripts = [
        line
        for job in read(ROOT / ".gitlab-ci.yml").values()
        if isinstance(job, dict)
        for line in job.get("script", [])
    ]
    return [*run, *scripts]


TRIED = {
    "voorbeeld",
    "site",
    "voorstel",
    "beoordeling",
    "opmerking",
    "notitie",
    "voorbeeldadres",
    "herstel",
    "herstelbewaren",
    "check",
}
"""The targets that the tests below run."""


def test_a_job_runs_only_targets_that_are_tried_here() -> None:
    found = {command.removeprefix("make ") for command in commands()}
    # And the one that runs this test.
    assert found == TRIED | {"test"}


WRITES = {"beoordeling": ["pull-requests"], "formulier": ["contents"]}
"""What a job may write: the comment at a proposal, and what it mended on the branch of a draft."""


def test_actions_are_pinned_and_a_job_may_write_no_more_than_it_must() -> None:
    for path in (GITHUB / "workflows").glob("*.yml"):
        text = path.read_text("utf-8")
        for used in re.findall(r"uses: (.+)", text):
            assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v[\d.]+", used)
        writes = re.findall(r"([\w-]+): write", text)
        assert writes == WRITES.get(path.stem, [])
    # What starts the comment has the name of the job before it.
    (before,) = read(GITHUB / "workflows/beoordeling.yml")[True]["workflow_run"]["workflows"]
    assert before == read(GITHUB / "workflows/controle.yml")["name"]


def make(project: Path, target: str, **extra: str) -> subprocess.CompletedProcess[str]:
    """Run a target of the Makefile in another project, with the programs that are here already."""
    venv = Path(sys.executable).parent.parent
    # The tests may run under make themselves; then this one would tell which folder it enters.
    settings = ["--no-print-directory", "BASIS=", f"VENV={venv}"]
    return subprocess.run(
        ["make", "-f", str(ROOT / "Makefile"), *settings, target],  # noqa: S607
        cwd=project,
        env=environment(**extra),
        capture_output=True,
        text=True,
    )


def test_the_preview_is_read_without_a_web_server(tmp_path: Path) -> None:
    project = sample_site_project(tmp_path)
    for target in ("site", "voorbeeld"):
        done = make(project, target)
        assert done.returncode == 0, done.stderr
    page = project / "voorbeeld/instrumenten/proefoverleg/index.html"
    html = page.read_text("utf-8")
    targets = [
        target
        for target in re.findall(r'<a [^>]*?href="([^"#?]+)', html)
        if not re.match(r"[a-z]+:", target)
    ]
    assert len(targets) > 20
    for target in targets:
        assert (page.parent / target).is_file(), target
    assert not list((project / "voorbeeld").rglob("*.gz"))
    # The site itself leads to addresses.
    assert 'href="../../leerlijn/"' in (project / "site/instrumenten/proefoverleg/index.html").read_text("utf-8")  # fmt: skip


@pytest.fixture
def proposal(tmp_path: Path) -> Path:
    """A clone of a project in whose origin a proposal waits, and a program ``gh`` that notes how it is called."""
    origin = sample_project(tmp_path / "origin")
    git(origin, "init", "--quiet", "--initial-branch", "main")
    commit(origin)
    git(origin, "switch", "--quiet", "--create", "tak")
    edit(origin, "instruments/proefoverleg.yml", "Het is snel.", "Het is vaak snel.")
    commit(origin)
    git(origin, "update-ref", "refs/pull/7/head", "HEAD")
    git(origin, "switch", "--quiet", "main")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--branch", "main", str(origin), str(clone))
    program = tmp_path / "bin/gh"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\nprintf "%s\\n" "$*" >> gh.log\necho 7\n', encoding="utf-8")
    program.chmod(0o755)
    return clone


def with_gh(clone: Path) -> dict[str, str]:
    return {"PATH": f"{clone.parent / 'bin'}:{os.environ['PATH']}"}


def test_a_proposal_is_fetched_read_and_commented_on(proposal: Path) -> None:
    branch = "iemand:tak; touch gevaar"
    for target in ("voorstel", "beoordeling", "opmerking"):
        done = make(
            proposal,
            target,
            **with_gh(proposal),
            TAK=branch,
            VERSIES="HEAD...refs/voorstel",
            BESTANDEN="https://code.example/blob/abc",
            OPHALEN="https://code.example/run/1#artifacts",
        )
        assert done.returncode == 0, done.stderr
    text = (proposal / "beoordeling.md").read_text("utf-8")
    assert "Het is <strong>vaak </strong>snel." in text and "(https://code.example/run/1" in text
    assert (proposal / "gh.log").read_text("utf-8").splitlines() == [
        f"pr view --json number --jq .number -- {branch}",
        "pr comment 7 --body-file beoordeling.md --edit-last --create-if-none",
    ]
    assert not (proposal / "gevaar").exists()
    # Nothing of the proposal stands in the folder in which the program runs.
    assert "vaak" not in (proposal / "instruments/proefoverleg.yml").read_text("utf-8")


def test_a_proposal_that_is_not_there_is_no_traceback(proposal: Path) -> None:
    done = make(proposal, "voorstel")
    assert done.returncode and "noem de tak van het voorstel" in done.stderr


DRAFT = "cms/instrument/proefoverleg"


@pytest.fixture
def draft(proposal: Path) -> Path:
    """A clone with the branch of a draft, on which a form wrote a card anew."""
    card = proposal / "instruments/proefoverleg.yml"
    git(proposal, "switch", "--quiet", "--create", DRAFT)
    data = read(card) | {"titel": "Proefoverleg anders"}
    card.write_text(as_yaml(data), encoding="utf-8")
    commit(proposal)
    git(proposal, "push", "--quiet", "origin", DRAFT)
    return proposal


def test_a_draft_of_the_form_is_mended_and_put_back_on_its_branch(draft: Path) -> None:
    for target in ("herstel", "herstelbewaren", "check"):
        done = make(draft, target, TAK=DRAFT, BASIS_TAK="origin/main", SLEUTEL="geheim")
        assert done.returncode == 0, done.stderr
        assert "geheim" not in done.stdout + done.stderr
    assert changed_at_the_origin(draft) == [
        "-titel: Proefoverleg",
        "+titel: Proefoverleg anders",
    ]
    again = make(draft, "herstelbewaren", TAK=DRAFT)
    assert (again.returncode, again.stdout) == (0, "Er viel niets te bewaren.\n")


def test_what_an_editor_saved_meanwhile_is_not_lost(draft: Path) -> None:
    other = draft.parent / "ander"
    git(draft, "worktree", "add", "--quiet", "--detach", str(other))
    edit(other, "instruments/proefoverleg.yml", "Proefoverleg anders", "Proefoverleg nog anders")
    commit(other)
    git(other, "push", "--quiet", "origin", f"HEAD:{DRAFT}")
    assert make(draft, "herstel", BASIS_TAK="origin/main").returncode == 0
    done = make(draft, "herstelbewaren", TAK=DRAFT)
    assert done.returncode and "dan herstelt de volgende taak haar" in done.stderr
    assert "+titel: Proefoverleg nog anders" in changed_at_the_origin(draft)


def changed_at_the_origin(clone: Path) -> list[str]:
    """The lines of content that the draft changes where it is kept."""
    git(clone, "fetch", "--quiet", "origin")
    said = subprocess.run(
        ["git", "-C", str(clone), "diff", "--unified=0", f"origin/main...origin/{DRAFT}"],  # noqa: S607
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    return [line for line in said if re.match(r"[+-](?![+-]{2} )", line)]


def test_gitlab_shows_the_preview_at_the_address_of_its_job(tmp_path: Path) -> None:
    done = make(
        tmp_path,
        "voorbeeldadres",
        CI_PROJECT_ROOT_NAMESPACE="groep",
        CI_PAGES_DOMAIN="pages.example",
        CI_PROJECT_PATH="groep/deel/project",
        CI_JOB_ID="12",
    )
    assert done.returncode == 0, done.stderr
    said = (tmp_path / "voorbeeld.env").read_text("utf-8")
    assert said == "BEKIJKEN=https://groep.pages.example/-/deel/project/-/jobs/12/artifacts/voorbeeld\n"  # fmt: skip


# A note at GitLab

TOKEN = {"BEOORDELING_TOKEN": "geheim"}
OTHERS = {"id": 1, "author": {"id": 8}, "body": "<!-- beoordeling -->\nvan een ander"}


class GitLab(HTTPServer):
    """As much of GitLab as a note needs, with what was asked of it."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.notes: list[dict[str, Any]] = [{**OTHERS, "id": n} for n in range(150)]
        self.tokens: set[str | None] = set()


class _Answers(BaseHTTPRequestHandler):
    server: GitLab
    notes = "/projects/5/merge_requests/3/notes"

    def log_message(self, format: str, *arguments: object) -> None:
        pass

    def _answer(self, data: object, status: int = 200) -> None:
        self.server.tokens.add(self.headers["PRIVATE-TOKEN"])
        self.send_response(status)
        self.end_headers()
        self.wfile.write(json.dumps(data).encode())

    def _sent(self) -> str:
        return str(json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"])

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.path == "/user":
            return self._answer({"id": 9})
        assert address.path == self.notes
        asked = {name: int(value[0]) for name, value in parse_qs(address.query).items()}
        start = (asked["page"] - 1) * asked["per_page"]
        return self._answer(self.server.notes[start : start + asked["per_page"]])

    def do_POST(self) -> None:
        assert self.path == self.notes
        made = {"id": 999, "author": {"id": 9}, "body": self._sent()}
        self.server.notes.append(made)
        self._answer(made, 201)

    def do_PUT(self) -> None:
        (note,) = (one for one in self.server.notes if self.path == f"{self.notes}/{one['id']}")
        note["body"] = self._sent()
        self._answer(note)


@pytest.fixture
def gitlab() -> Iterator[GitLab]:
    server = GitLab()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def test_a_note_is_made_once_and_then_written_anew(tmp_path: Path, gitlab: GitLab) -> None:
    job = {
        "CI_API_V4_URL": f"http://127.0.0.1:{gitlab.server_port}",
        "CI_PROJECT_ID": "5",
        "CI_MERGE_REQUEST_IID": "3",
    }
    text = tmp_path / "beoordeling.md"
    text.write_text("<!-- beoordeling -->\neerst\n", "utf-8")
    done = make(tmp_path, "notitie", **job)
    assert done.returncode == 0 and "Geen BEOORDELING_TOKEN" in done.stdout
    assert not gitlab.tokens
    for said in ("eerst", "daarna"):
        text.write_text(f"<!-- beoordeling -->\n{said}\n", "utf-8")
        done = make(tmp_path, "notitie", **job, **TOKEN)
        assert done.returncode == 0, done.stderr
    mine = [one["body"] for one in gitlab.notes if one["author"]["id"] == 9]
    assert mine == ["<!-- beoordeling -->\ndaarna\n"]
    assert all(one["body"] == OTHERS["body"] for one in gitlab.notes if one["author"]["id"] == 8)
    assert gitlab.tokens == {"geheim"}


def test_a_gitlab_that_does_not_answer_is_told_without_the_token(tmp_path: Path) -> None:
    (tmp_path / "beoordeling.md").write_text("tekst", "utf-8")
    job = {"CI_API_V4_URL": "http://127.0.0.1:1", "CI_PROJECT_ID": "5", "CI_MERGE_REQUEST_IID": "3"}
    done = make(tmp_path, "notitie", **job, **TOKEN)
    assert done.returncode and "kon niet bij het voorstel worden gezet" in done.stderr
    assert "Traceback" not in done.stderr and "geheim" not in done.stderr + done.stdout


# What a reader reports of a page


def test_the_form_for_a_mistake_can_be_filled_in_by_the_page() -> None:
    """The address that docs/meedoen/nakijken.md names leads to a form that is there, with a field for each value."""
    said = (ROOT / "docs/meedoen/nakijken.md").read_text("utf-8")
    (github,) = re.findall(r"https://\S*new[?]template=\S+", said)
    asked = parse_qs(urlsplit(github).query)
    form = read(GITHUB / "ISSUE_TEMPLATE" / asked.pop("template")[0])
    assert asked == {"title": ["Fout: {titel}"], "adres": ["{adres}"]}
    assert "adres" in {one.get("id") for one in form["body"]}
    (gitlab,) = re.findall(r"https://\S*[?]issuable_template=\S+", said)
    asked = parse_qs(urlsplit(gitlab).query)
    assert (GITLAB / f"issue_templates/{asked.pop('issuable_template')[0]}.md").is_file()
    assert asked == {
        "issue[title]": ["Fout: {titel}"],
        "issue[description]": ["Pagina: {adres}"],
    }
