"""The made-up catalogue of ``tests/proefproject``: small, every field filled once, every reference closed."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.conftest import ROOT

SAMPLE = ROOT / "tests/proefproject"


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
