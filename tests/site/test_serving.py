"""The site while somebody edits: built anew after each edit, the last good one kept, a stop that leaves nothing."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from catalogue.site.serving import QUIET, Built, Edits, Workshop, handler_of
from catalogue.site.webserver import SiteServer
from tests.command import catalogue
from tests.conftest import environment
from tests.sample import edit, sample_site_project
from tests.site.folders import wait_for

CARD = "instruments/proefoverleg.yml"
ALERT = 'role="alert"'


def get(address: str) -> str:
    """What the server answers, whatever the status; nothing while it does not."""
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            return str(answer.read().decode("utf-8"))
    except urllib.error.HTTPError as answer:
        return answer.read().decode("utf-8")
    except OSError:
        return ""


# The workshop, with a stand-in for the build


class StandIn:
    """Builds a page with this text, or fails with this message."""

    def __init__(self) -> None:
        self.text = ""
        self.wrong = ""
        self.targets: list[Path] = []

    def __call__(self, target: Path) -> Built:
        self.targets.append(target)
        if self.wrong:
            return Built(False, self.wrong)
        target.mkdir(parents=True)
        page = f"<html><body class='x'><h1>{self.text}</h1></body></html>"
        (target / "index.html").write_text(page, encoding="utf-8")
        (target / "404.html").write_text("<body>weg", encoding="utf-8")
        (target / "a.pf_meta").write_bytes(b"\x00")
        return Built(True, "gebouwd")


@pytest.fixture
def builder() -> StandIn:
    return StandIn()


@pytest.fixture
def workshop(builder: StandIn, tmp_path: Path) -> Workshop:
    return Workshop(tmp_path / "serve", builder)


@pytest.fixture
def address(workshop: Workshop) -> Iterator[str]:
    server = SiteServer(("127.0.0.1", 0), handler_of(workshop))
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_before_the_first_build_a_visitor_is_told_to_wait(address: str) -> None:
    page = get(f"{address}/over/")
    assert "De site wordt gebouwd …" in page and "/__herladen.js" in page
    assert ALERT not in page


def test_each_good_build_is_shown(workshop: Workshop, builder: StandIn, address: str) -> None:
    for number in (1, 2):
        builder.text = f"versie {number}"
        workshop.rebuild()
        page = get(f"{address}/")
        assert f"<h1>versie {number}</h1>" in page and "/__herladen.js" in page
        assert ALERT not in page
        assert get(f"{address}/__versie") == str(number)
    assert get(f"{address}/bestaat-niet/").startswith("<body>")


def test_a_bad_edit_keeps_the_last_good_site_under_its_message(
    workshop: Workshop, builder: StandIn, address: str
) -> None:
    builder.text = "goed"
    workshop.rebuild()
    builder.wrong = "kaart:1:2: <titel>: fout"
    workshop.rebuild()
    page = get(f"{address}/")
    assert "<h1>goed</h1>" in page and ALERT in page and "U ziet de vorige versie." in page
    assert "kaart:1:2: &lt;titel&gt;: fout" in page
    assert get(f"{address}/__versie") == "2"

    builder.wrong, builder.text = "", "beter"
    workshop.rebuild()
    page = get(f"{address}/")
    assert "<h1>beter</h1>" in page and ALERT not in page


def test_a_first_build_that_fails_shows_its_message(
    workshop: Workshop, builder: StandIn, address: str
) -> None:
    builder.wrong = "fout"
    workshop.rebuild()
    page = get(f"{address}/")
    assert ALERT in page and "<pre>fout</pre>" in page
    assert "vorige versie" not in page


def test_only_the_last_two_good_builds_are_kept(workshop: Workshop, builder: StandIn) -> None:
    for wrong in ("", "", "fout", "", "fout"):
        builder.wrong = wrong
        workshop.rebuild()
    assert [target.exists() for target in builder.targets] == [False, True, False, True, False]
    assert workshop.site == builder.targets[3]


# Edits, told by the system


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("docs/over", "instruments", "theme", ".serve"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "docs/over/index.md").write_text("tekst", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: x", encoding="utf-8")
    return tmp_path


FEW = (1, 2)
"""A busy machine may tell the parts of an edit so far apart that they ask for two builds."""


class Builds:
    """Counts the builds; the first takes until ``go_on``."""

    def __init__(self) -> None:
        self.count = 0
        self.busy = 0
        self.go_on = threading.Event()
        self.go_on.set()

    def __call__(self) -> None:
        self.busy += 1
        assert self.busy == 1, "two builds at a time"
        self.count += 1
        assert self.go_on.wait(10)
        self.busy -= 1


@pytest.fixture
def builds(project: Path) -> Iterator[Builds]:
    builds = Builds()
    edits = Edits(project)
    edits.start()
    thread = threading.Thread(target=edits.follow, args=(builds,))
    thread.start()
    yield builds
    edits.stop()
    thread.join(timeout=10)
    assert not thread.is_alive()


def settled(builds: Builds) -> int:
    """How many builds there are once nothing more comes."""
    counted = -1
    while counted != builds.count:
        counted = builds.count
        threading.Event().wait(4 * QUIET)
    return counted


def save_by_another_name(project: Path) -> None:
    """As many programs save a file, so that it is never half."""
    (project / "docs/over/index.md~").write_text("bewaard", encoding="utf-8")
    (project / "docs/over/index.md~").replace(project / "docs/over/index.md")


@pytest.mark.parametrize(
    "edit",
    [
        lambda project: (project / "docs/over/index.md").write_text("anders"),
        lambda project: (project / "docs/over/nieuw.md").write_text("nieuw"),
        lambda project: (project / "docs/over/index.md").unlink(),
        lambda project: (project / "docs/over/index.md").rename(project / "docs/index.md"),
        lambda project: (project / "docs/over").rename(project / "docs/onder"),
        lambda project: (project / "mkdocs.yml").write_text("site_name: y"),
        save_by_another_name,
    ],
)
def test_an_edit_asks_for_a_build(
    project: Path, builds: Builds, edit: Callable[[Path], object]
) -> None:
    edit(project)
    wait_for(lambda: builds.count > 0, 10)
    assert settled(builds) in FEW


def test_many_edits_at_once_do_not_ask_for_as_many_builds(project: Path, builds: Builds) -> None:
    for number in range(20):
        (project / f"instruments/{number}.yml").write_text("id: x", encoding="utf-8")
    wait_for(lambda: builds.count > 0, 10)
    assert settled(builds) in FEW


def test_an_edit_during_a_build_asks_for_another(project: Path, builds: Builds) -> None:
    builds.go_on.clear()
    (project / "mkdocs.yml").write_text("site_name: y", encoding="utf-8")
    wait_for(lambda: builds.count == 1, 10)
    (project / "mkdocs.yml").write_text("site_name: z", encoding="utf-8")
    threading.Event().wait(4 * QUIET)
    assert builds.count == 1
    builds.go_on.set()
    wait_for(lambda: builds.count > 1, 10)
    assert settled(builds) - 1 in FEW


def test_what_no_page_is_made_of_asks_for_no_build(project: Path, builds: Builds) -> None:
    # As a build reads it, and as Python and programs for editing leave things behind.
    assert (project / "docs/over/index.md").read_text("utf-8") == "tekst"
    (project / "theme/__pycache__").mkdir()
    (project / "theme/__pycache__/x.pyc").write_bytes(b"x")
    (project / "docs/.index.md.swp").write_bytes(b"x")
    (project / ".serve/site").mkdir()
    (project / "notitie.txt").write_text("x", encoding="utf-8")
    assert settled(builds) == 0


# The real one


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def test_serving_follows_edits_and_stops_without_a_trace(tmp_path: Path, port: int) -> None:
    project = sample_site_project(tmp_path)
    address = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(
        [sys.executable, "-m", "catalogue", "serve", "--port", str(port)],
        cwd=project,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(lambda: get(f"{address}/__versie") == "0")
        second = catalogue(project, "serve", "--port", str(port))
        assert second.returncode == 1
        assert f"Poort {port} is al in gebruik" in second.stderr
        wait_for(lambda: get(f"{address}/__versie") == "1")
        assert get(f"{address}/pagefind/pagefind-entry.json").startswith("{")

        edit(project, CARD, "status: vervangen", "status: onzin")
        wait_for(lambda: ALERT in get(f"{address}/over/"))
        page = get(f"{address}/instrumenten/proefoverleg/")
        assert ALERT in page and "onzin" in page and "<h1" in page

        edit(project, CARD, "status: onzin", "status: vervangen")
        edit(project, "docs/over/index.md", "# Over", "# Over\n\nEen zin erbij.")
        wait_for(lambda: "Een zin erbij." in get(f"{address}/over/"))
        assert ALERT not in get(f"{address}/over/")
        # It is stopped in the middle of a build.
        edit(project, "docs/over/index.md", "Een zin", "Nog een zin")
        wait_for(lambda: any(project.glob(".serve/*/.site-*-nieuw-*/**/*.html")))
    finally:
        server.terminate()
        assert server.wait(timeout=30) == 0
    assert [path.relative_to(project) for path in (project / ".serve").rglob("*")] == []


@pytest.mark.parametrize("number", ["-1", "70000"])
def test_a_port_that_does_not_exist_is_said_not_to(tmp_path: Path, number: str) -> None:
    (tmp_path / "instruments").mkdir()
    done = catalogue(tmp_path, "serve", f"--port={number}")
    assert done.returncode == 1 and f"Poort {number} kan niet worden gebruikt" in done.stderr
    assert "Traceback" not in done.stderr
