"""The project whose files the search changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sample import sample_project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project in which every field is filled."""
    return sample_project(tmp_path_factory.mktemp("proef"))
