"""A stand-in for MkDocs, for what a build does around it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def stand_in_mkdocs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let ``python -m mkdocs`` run this code instead, in every process that a test starts."""

    def put(code: str) -> None:
        folder = tmp_path / "in-plaats-van"
        folder.mkdir()
        (folder / "mkdocs.py").write_text(code, encoding="utf-8")
        monkeypatch.setenv("PYTHONPATH", str(folder))

    return put
