"""A new site takes the place of the earlier one as a whole, or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from catalogue.site.fault import Fault
from catalogue.site.replacing import replace
from tests.command import call, catalogue
from tests.sample import sample_project
from tests.site.folders import contents, earlier_site, wait_for


def good(folder: Path) -> list[Fault]:
    folder.mkdir()
    (folder / "index.html").write_text("<p>De nieuwe site", encoding="utf-8")
    return []


def half(folder: Path) -> list[Fault]:
    good(folder)
    return [Fault("een link wijst naar niets")]


def broken(folder: Path) -> list[Fault]:
    good(folder)
    raise OSError("de schijf is vol")


def nothing(folder: Path) -> list[Fault]:
    return []


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def home(project: Path) -> str:
    return (project / "site/index.html").read_text("utf-8")


@pytest.mark.parametrize("earlier", [True, False])
def test_a_good_build_takes_the_place_of_the_site(tmp_path: Path, earlier: bool) -> None:
    if earlier:
        earlier_site(tmp_path)
    assert replace(tmp_path / "site", good) == []
    assert contents(tmp_path) == {"site/index.html": b"<p>De nieuwe site"}


def test_a_build_with_faults_leaves_the_earlier_site_and_tells_them(tmp_path: Path) -> None:
    before = earlier_site(tmp_path)
    assert replace(tmp_path / "site", half) == [Fault("een link wijst naar niets")]
    assert contents(tmp_path / "site") == before
    assert names(tmp_path) == {"site"}


@pytest.mark.parametrize("build", [broken, nothing])
def test_a_build_that_breaks_leaves_the_earlier_site(
    tmp_path: Path, build: Callable[[Path], list[Fault]]
) -> None:
    before = earlier_site(tmp_path)
    with pytest.raises(OSError):
        replace(tmp_path / "site", build)
    assert contents(tmp_path / "site") == before
    assert names(tmp_path) == {"site"}


@pytest.mark.parametrize("name", ["scriptie.txt", "index.html", ".verborgen", "map/bestand"])
def test_a_folder_with_anything_else_than_a_site_stays(tmp_path: Path, name: str) -> None:
    path = tmp_path / "site" / name
    path.parent.mkdir(parents=True)
    path.write_text("mijn werk", encoding="utf-8")
    (fault,) = replace(tmp_path / "site", good)
    assert fault.message.startswith(f"{tmp_path / 'site'} is geen map met een eerder gebouwde site")
    assert contents(tmp_path) == {f"site/{name}": b"mijn werk"}


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    assert replace(tmp_path / "site", good) == []
    assert contents(tmp_path) == {"site/index.html": b"<p>De nieuwe site"}


def test_a_file_or_a_link_is_no_place_for_a_site(tmp_path: Path) -> None:
    (tmp_path / "werk").mkdir()
    (tmp_path / "bestand").write_text("mijn werk", encoding="utf-8")
    (tmp_path / "koppeling").symlink_to("werk")
    (tmp_path / "nergens").symlink_to("weg")
    before = names(tmp_path)
    for name in ("bestand", "koppeling", "nergens"):
        assert len(replace(tmp_path / name, good)) == 1
    assert names(tmp_path) == before


@pytest.mark.parametrize("place", [".", "..", "docs/..", "/"])
def test_the_place_of_the_project_itself_is_a_wrong_call(tmp_path: Path, place: str) -> None:
    project = sample_project(tmp_path)
    before = contents(tmp_path)
    done = call(project, "build", "--to", place)
    assert done.returncode == 2 and "daarin staat het project zelf" in done.stderr
    assert contents(tmp_path) == before


@pytest.mark.parametrize("place", ["docs", "instruments", "../anders"])
def test_a_folder_with_something_else_is_told_to_the_editor(tmp_path: Path, place: str) -> None:
    project = sample_project(tmp_path)
    (tmp_path / "anders").mkdir()
    (tmp_path / "anders/scriptie.txt").write_text("mijn werk", encoding="utf-8")
    before = contents(tmp_path)
    done = catalogue(project, "build", "--to", place)
    assert done.returncode == 1 and "is geen map met een eerder gebouwde site" in done.stderr
    assert contents(tmp_path) == before


def gone_process() -> int:
    """The number of a process that is no more."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


@pytest.mark.parametrize("build", [good, half])
def test_what_killed_builds_left_is_cleared(
    tmp_path: Path, build: Callable[[Path], list[Fault]]
) -> None:
    earlier_site(tmp_path)
    (tmp_path / f".site-nieuw-{gone_process()}" / "half").mkdir(parents=True)
    (tmp_path / f".site-oud-{gone_process()}").mkdir()
    # That of a build that is still at it stays, and so does what is no build's.
    kept = {f".site-nieuw-{os.getppid()}", ".site-nieuw-x"}
    for name in kept:
        (tmp_path / name).mkdir()
    replace(tmp_path / "site", build)
    assert names(tmp_path) == {"site", *kept}


@pytest.mark.parametrize(("build", "after"), [(good, "nieuwe"), (half, "vorige")])
def test_a_site_that_a_killed_build_had_moved_away_comes_back(
    tmp_path: Path, build: Callable[[Path], list[Fault]], after: str
) -> None:
    """Killed between its two renames: the earlier site is still there under another name."""
    earlier_site(tmp_path)
    (tmp_path / "site").rename(tmp_path / f".site-oud-{gone_process()}")
    replace(tmp_path / "site", build)
    assert home(tmp_path) == f"<p>De {after} site"
    assert names(tmp_path) == {"site"}


SLOW = """
import sys, time
from pathlib import Path
site = Path(sys.argv[sys.argv.index("--site-dir") + 1])
site.mkdir()
(site / "index.html").write_text("<p>half")
time.sleep(60)
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_killed_build_leaves_the_earlier_site(
    tmp_path: Path, stand_in_mkdocs: Callable[[str], None], how: signal.Signals
) -> None:
    stand_in_mkdocs(SLOW)
    project = sample_project(tmp_path)
    before = earlier_site(project)
    build = subprocess.Popen(
        [sys.executable, "-m", "catalogue", "build"],
        cwd=project,
        start_new_session=True,
        stderr=subprocess.PIPE,
        text=True,
        # A shell that runs the tests in the background has its children ignore Ctrl-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    # In the middle: the fresh folder has files, and MkDocs is still at it.
    wait_for(lambda: any(project.glob(".site-nieuw-*/*.html")))
    os.killpg(build.pid, how)
    _, said = build.communicate(timeout=30)
    assert contents(project / "site") == before
    left = [path.name for path in project.glob(".site-*")]
    if how == signal.SIGKILL:
        assert (build.returncode, left) == (-how, [f".site-nieuw-{build.pid}"])
    else:
        assert (build.returncode, left) == (130, [])
        assert said == "\nAfgebroken; wat er stond, staat er nog.\n"
