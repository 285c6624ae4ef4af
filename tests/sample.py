"""The made-up catalogue of ``tests/proef``: small, every field filled once, every reference closed."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.conftest import ROOT

SAMPLE = ROOT / "tests/proef"


def sample_project(folder: Path) -> Path:
    """A copy of the made-up catalogue that a test may change."""
    project = shutil.copytree(SAMPLE, folder / "project")
    (project / "mkdocs.yml").write_text("site_name: Proef\n", encoding="utf-8")
    return project


def edit(project: Path, path: str, old: str, new: str) -> None:
    """Replace the first *old* in a file."""
    text = (project / path).read_text(encoding="utf-8")
    assert old in text, f"{old!r} staat niet in {path}"
    (project / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def sample_site_project(folder: Path) -> Path:
    """The made-up catalogue with our theme and settings: a project whose whole site is built in a few seconds."""
    project = sample_project(folder)
    shutil.copyfile(ROOT / "mkdocs.yml", project / "mkdocs.yml")
    for name in ("hooks", "theme"):
        (project / name).symlink_to(ROOT / name)
    for path, text in {
        "over/index.md": "# Over\n\n[Scores](scores.md)\n",
        "over/scores.md": "# Scores\n",
        "meedoen/index.md": "# Meedoen\n",
    }.items():
        (project / "docs" / path).parent.mkdir(exist_ok=True)
        (project / "docs" / path).write_text(text, encoding="utf-8")
    return project
