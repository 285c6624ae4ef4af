"""What all tests share: the site built once, and copies of the project to break."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# What steers a build from outside; a test starts without.
STEERING = (
    "AFZENDER",
    "EDIT_URI",
    "MELDFORMULIER",
    "MELDMAIL",
    "PYTHONPATH",
    "SECURITY_CONTACT",
    "SECURITY_EXPIRES",
    "SITE_URL",
    "SOURCE_DATE_EPOCH",
    "TZ",
)


def environment(**extra: str) -> dict[str, str]:
    """The environment of a build, with only these settings."""
    kept = {name: value for name, value in os.environ.items() if name not in STEERING}
    return {**kept, **extra}


def run(project: Path, *arguments: str, **extra: str) -> subprocess.CompletedProcess[str]:
    """Run a Python module in the project's folder, with extra environment variables."""
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=project,
        env=environment(**extra),
        capture_output=True,
        text=True,
    )


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site, built and indexed once for all test processes together."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent
    site = shared / "site"
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not site.is_dir():
            done = run(ROOT, "catalogue", "build", "--to", str(site))
            assert done.returncode == 0, done.stderr
    return site


@pytest.fixture
def copy_project(tmp_path: Path) -> Callable[[], Path]:
    """Copy the project, without what was built or installed, to a folder of its own."""

    def copy() -> Path:
        away = (".*", "__pycache__", "node_modules", "tests")
        ignored = shutil.ignore_patterns(*away)

        def ignore(folder: str, names: list[str]) -> set[str]:
            return ignored(folder, names) | ({"site"} if Path(folder) == ROOT else set())

        return shutil.copytree(ROOT, tmp_path / "project", ignore=ignore)

    return copy
