"""What MkDocs says, as an editor reads it; on a project so small that it takes a moment."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from catalogue.site.mkdocs_run import run_mkdocs

SETTINGS = "site_name: Proef\nplugins: []\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / "docs").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (root / "docs/index.md").write_text("# Welkom\n", encoding="utf-8")
    return root


def messages(project: Path) -> list[str]:
    return [
        str(fault)
        for fault in run_mkdocs(project, project.parent / "zoeken", project.parent / "site")
    ]


def test_pages_are_made(project: Path) -> None:
    assert messages(project) == []
    assert "Welkom" in (project.parent / "site/index.html").read_text("utf-8")


def test_a_warning_is_told_without_the_words_around_it(project: Path) -> None:
    (project / "docs/index.md").write_text("[kapot](weg.md)\n", encoding="utf-8")
    (said,) = messages(project)
    assert said.startswith("Doc file 'index.md' contains a link 'weg.md'")


def with_hook(project: Path, code: str) -> None:
    (project / "haak.py").write_text(code, encoding="utf-8")
    (project / "mkdocs.yml").write_text(f"{SETTINGS}hooks: [haak.py]\n", encoding="utf-8")


def test_what_a_hook_refuses_is_told_in_its_own_words(project: Path) -> None:
    code = "from mkdocs.exceptions import BuildError\ndef on_config(config):\n    "
    with_hook(project, f"{code}raise BuildError('\\neen:1:2: fout\\ntwee:3:4: fout')\n")
    assert messages(project) == ["een:1:2: fout", "twee:3:4: fout"]


def test_a_program_that_breaks_is_not_blamed_on_the_editor(project: Path) -> None:
    with_hook(project, "raise KeyError('kapot')\n")
    said = messages(project)
    assert said[0] == "Het programma zelf ging stuk; dat ligt niet aan uw bestand."
    assert "KeyError: 'kapot'" in said[1]


def test_a_project_without_settings_is_named(project: Path) -> None:
    (project / "mkdocs.yml").unlink()
    (said,) = messages(project)
    assert said.startswith(f"In {project} staat geen mkdocs.yml")


def test_settings_that_are_no_yaml_give_no_traceback(project: Path) -> None:
    (project / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
    assert "mkdocs.yml" in "\n".join(messages(project))


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("raise SystemExit('Something new')", ["Something new"]),
        ("raise SystemExit(3)", ["MkDocs stopte zonder te zeggen waarom (status 3)."]),
        ("", ["MkDocs meldt geen fout, maar maakte geen startpagina (index.html)."]),
    ],
)
def test_a_builder_that_talks_in_another_way_still_gives_a_message(
    project: Path, stand_in_mkdocs: Callable[[str], None], code: str, said: list[str]
) -> None:
    stand_in_mkdocs(code)
    assert messages(project) == said
