"""What all tests share: the site built once, and copies of the project to break."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

from catalogue.checking import load
from catalogue.linking import Catalogue
from catalogue.pages import Page as RenderedPage
from catalogue.pages import render

ROOT = Path(__file__).resolve().parent.parent

# What steers a build from outside; a test starts without.
STEERING = (
    "AFZENDER",
    "EDIT_URI",
    "MELDFORMULIER",
    "MELDMAIL",
    "PYTHONDONTWRITEBYTECODE",
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


SITE = "built_site"
TOGETHER = {
    "all pages of the real content": (
        "tests/content/test_real_content.py",
        "tests/pages/test_links_both_ways.py::test_all_this_is_true_of_the_real_content",
    ),
    "a site with many cards": ("tests/browser/test_long_overview.py",),
    "a site of the sample": ("tests/browser/test_memo.py",),
    "a project with one kind more": ("tests/test_new_kind.py",),
}
BUILD = (sys.executable, "-m", "catalogue", "build", "--to")


class Scheduling(LoadScopeScheduling):  # type: ignore[misc]
    """Gives a process one test at a time, and tests that share what takes long to make to one process."""

    def _split_scope(self, nodeid: str) -> str:
        return next((what for what, tests in TOGETHER.items() if nodeid.startswith(tests)), nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Scheduling:
    """Divide the tests over the processes, in their order."""
    config.option.loadscopereorder = False
    return Scheduling(config, log)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin with what needs no whole site, and have that built meanwhile."""
    items.sort(key=_needs_the_site)
    if items and _needs_the_site(items[-1]) and os.environ.get("PYTEST_XDIST_WORKER") == "gw0":
        _start_building(_shared(config))


def _needs_the_site(item: pytest.Item) -> bool:
    return SITE in getattr(item, "fixturenames", ())


def _shared(config: pytest.Config) -> Path:
    """The temporary folder of all test processes together."""
    own: Path = config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def _start_building(shared: Path) -> None:
    """Build the site in a process that holds the lock for as long as it lives."""
    with (shared / "site.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        subprocess.Popen(
            [*BUILD, str(shared / "site")],
            cwd=ROOT,
            env=environment(),
            pass_fds=[lock.fileno()],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


@pytest.fixture(scope="session")
def built_site(pytestconfig: pytest.Config) -> Path:
    """The site, built and indexed once for all test processes together."""
    shared = _shared(pytestconfig)
    site = shared / "site"
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not site.is_dir():
            # Nobody began, or it failed: then this says why.
            done = subprocess.run(
                [*BUILD, str(site)], cwd=ROOT, env=environment(), capture_output=True, text=True
            )
            assert done.returncode == 0, done.stderr
    return site


@pytest.fixture(scope="session")
def real_catalogue() -> Catalogue:
    """The content of the project itself, read once; a test may look at it and change nothing."""
    return load(ROOT)


@pytest.fixture(scope="session")
def real_pages(real_catalogue: Catalogue) -> list[RenderedPage]:
    """Its pages."""
    return list(render(real_catalogue, "https://proef.example/"))


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
