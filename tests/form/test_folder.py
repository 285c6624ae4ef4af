"""Where the form saves, what it asks of other hosts, and what stands in its folder."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from catalogue.checking import load
from catalogue.form.backend import BackendError, backend_of, local_backend
from catalogue.form.folder import NotInstalledError, settings_of, settings_text, write_form
from catalogue.site.headers import HEADERS, form_headers, write_headers
from tests.command import call
from tests.conftest import ROOT
from tests.sample import sample_project

GITHUB = {
    "FORM_BACKEND": "github",
    "FORM_REPO": "voorbeeld/wijzer",
    "FORM_LOGIN": "https://inloggen.example",
}
GITLAB = {
    "FORM_BACKEND": "gitlab",
    "FORM_REPO": "groep/deel/wijzer",
    "FORM_LOGIN": "https://git.example/",
    "FORM_APP_ID": "abc123",
    "FORM_BRANCH": "hoofd",
}


def test_at_github_it_asks_the_api_and_logs_in_by_a_helper_of_our_own() -> None:
    backend = backend_of(GITHUB)
    assert backend.asks == ("https://api.github.com",)
    said = backend.settings
    assert (said["name"], said["repo"], said["branch"]) == ("github", "voorbeeld/wijzer", "main")
    assert said["base_url"] == "https://inloggen.example"


def test_at_gitlab_it_asks_that_gitlab_alone() -> None:
    backend = backend_of(GITLAB)
    assert backend.asks == ("https://git.example",)
    said = backend.settings
    assert (said["auth_type"], said["app_id"], said["branch"]) == ("pkce", "abc123", "hoofd")
    assert (said["base_url"], said["api_root"]) == (
        "https://git.example",
        "https://git.example/api/v4",
    )


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({}, "FORM_BACKEND"),
        ({"FORM_BACKEND": "svn"}, "FORM_BACKEND"),
        ({**GITHUB, "FORM_REPO": "zonder eigenaar"}, "FORM_REPO"),
        ({**GITHUB, "FORM_LOGIN": ""}, "FORM_LOGIN"),
        ({**GITHUB, "FORM_LOGIN": "http://inloggen.example"}, "FORM_LOGIN"),
        ({**GITHUB, "FORM_API": "https://a.example; script-src *"}, "FORM_API"),
        ({**GITLAB, "FORM_APP_ID": ""}, "FORM_APP_ID"),
    ],
)
def test_a_setting_that_is_missing_or_wrong_is_named(
    settings: Mapping[str, str], named: str
) -> None:
    with pytest.raises(BackendError, match=named):
        backend_of(settings)


def test_the_command_says_what_is_missing(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    (project / "site").mkdir()
    done = call(project, "form")
    assert done.returncode == 2
    assert "FORM_BACKEND" in done.stderr
    assert "deploy/README.md" in done.stderr


def test_the_settings_are_read_back_as_they_were(tmp_path: Path) -> None:
    settings = settings_of(load(sample_project(tmp_path)), local_backend(8081, "main"))
    assert settings["publish_mode"] == "editorial_workflow"
    assert yaml.safe_load(settings_text(settings)) == settings


def test_the_folder_holds_the_page_the_settings_and_the_program(tmp_path: Path) -> None:
    source, target = tmp_path / "beheer", tmp_path / "site/beheer"
    program = source / "node_modules/decap-cms/dist"
    program.mkdir(parents=True)
    for name in ("decap-cms.js", "1.decap-cms.js", "decap-cms.js.map", "cms.js", "a.wasm"):
        (program / name).write_text(name, "utf-8")
    (program / "decap-cms.js.LICENSE.txt").write_text("MIT", "utf-8")
    for name in ("index.html", "start.js", "beheer.css"):
        (source / name).write_text(name, "utf-8")
    target.mkdir(parents=True)
    (target / "oud.js").write_text("van een vorige keer", "utf-8")
    write_form(source, load(sample_project(tmp_path)), backend_of(GITHUB), target)
    assert {path.name for path in target.iterdir()} == {
        "1.decap-cms.js",
        "a.wasm",
        "beheer.css",
        "config.yml",
        "decap-cms.js",
        "decap-cms.js.LICENSE.txt",
        "index.html",
        "start.js",
    }


def test_without_the_program_nothing_is_written(tmp_path: Path) -> None:
    catalogue = load(sample_project(tmp_path))
    with pytest.raises(NotInstalledError):
        write_form(tmp_path / "beheer", catalogue, backend_of(GITHUB), tmp_path / "site/beheer")
    assert not (tmp_path / "site").exists()


def test_every_package_is_pinned_by_its_content_and_none_by_an_address() -> None:
    wanted = json.loads((ROOT / "beheer/package.json").read_text("utf-8"))
    text = (ROOT / "beheer/package-lock.json").read_text("utf-8")
    packages = json.loads(text)["packages"]
    assert all(version[0].isdigit() for version in wanted["dependencies"].values())
    assert "http" not in "".join(str(one.get("resolved", "")) for one in packages.values())
    fetched = [one for one in packages.values() if "version" in one and one["version"] != "0.0.0"]
    assert fetched and all("integrity" in one for one in fetched)


# Headers


def test_the_form_asks_only_where_it_saves_and_runs_no_text() -> None:
    policy = form_headers(["https://api.github.com"])["Content-Security-Policy"]
    said = dict(one.split(" ", 1) for one in policy.split("; "))
    assert said["connect-src"] == "'self' https://api.github.com"
    assert said["script-src"] == "'self'"
    assert said["default-src"] == said["frame-ancestors"] == "'none'"


def test_a_host_that_reads_headers_gives_each_address_one_policy(tmp_path: Path) -> None:
    for name in ("index.html", "over/index.html", "beheer/index.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    write_headers(tmp_path, ["https://api.github.com"])
    rules: dict[str, dict[str, str]] = {}
    for line in (tmp_path / "_headers").read_text("utf-8").splitlines():
        if line.startswith("/"):
            rules[line] = {}
        else:
            name, value = line.strip().split(": ", 1)
            rules[next(reversed(rules))][name] = value
    assert "Content-Security-Policy" not in rules["/*"]
    form = form_headers(["https://api.github.com"])
    assert rules["/*"] | rules["/beheer/*"] == form | {"Cache-Control": "no-cache"}
    assert rules["/*"] | rules["/over/*"] == HEADERS | {"Cache-Control": "no-cache"}
    assert rules["/*"] | rules["/"] == HEADERS | {"Cache-Control": "no-cache"}


def test_the_command_shows_the_headers_of_the_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in GITHUB.items():
        monkeypatch.setenv(name, value)
    done = call(tmp_path, "headers", "--form")
    headers = form_headers(["https://api.github.com"])
    assert done.stdout.splitlines() == [f"{name}: {value}" for name, value in headers.items()]
