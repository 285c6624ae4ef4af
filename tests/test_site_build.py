"""The build: whole or not at all, the same bytes each time, every link right, also under ProperDocs."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import csp, links, pagefind_order
from tests.conftest import ROOT, environment, run

GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')
# What `make site` adds to what MkDocs builds.
# The indexer turns the list of search words into the index; the builder leaves it.
ADDED = ("pagefind/", "data/zoeken.json", "_headers", "headers.conf")

# Moves the clock of the Python that loads it; loaded by its name, through PYTHONPATH.
OTHER_CLOCK = """
import datetime
import time

real_time, real_date, real_datetime = time.time, datetime.date, datetime.datetime
shift = 400 * 86400
time.time = lambda: real_time() + shift
time.time_ns = lambda: int(time.time() * 1e9)


def shifted(function):
    return lambda seconds=None: function(time.time() if seconds is None else seconds)


time.gmtime, time.localtime = shifted(time.gmtime), shifted(time.localtime)


class Like(type):
    def __instancecheck__(cls, value):
        return isinstance(value, cls.__mro__[1])


class date(real_date, metaclass=Like):
    @classmethod
    def today(cls):
        return real_date.fromtimestamp(time.time())


class datetime_(real_datetime, metaclass=Like):
    @classmethod
    def now(cls, tz=None):
        return real_datetime.fromtimestamp(time.time(), tz)

    @classmethod
    def utcnow(cls):
        return real_datetime.fromtimestamp(time.time(), datetime.timezone.utc).replace(tzinfo=None)


datetime.date, datetime.datetime = date, datetime_
"""


def contents(folder: Path) -> dict[str, bytes]:
    """Every file in the folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The paths whose bytes differ or that only one of the two has."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def earlier_site(project: Path) -> dict[str, bytes]:
    """Give the project a site from before; its contents."""
    site = project / "site"
    (site / "over").mkdir(parents=True)
    (site / "index.html").write_text("<p>De vorige site", encoding="utf-8")
    (site / "over" / "index.html").write_bytes(b"\x00eerder\r\n")
    return contents(site)


def first_page(project: Path) -> Path:
    """A page of running text."""
    return min((project / "docs" / "over").glob("*.md"))


# Links


def test_no_link_in_the_built_site_is_broken(built_site: Path) -> None:
    assert links.check(built_site) == []


@pytest.mark.parametrize(
    ("fault", "complaint"),
    [
        ('<a href="/dir/weg/">', "«/dir/weg/» wijst naar niets"),
        ('<a href="#weg">', "wijst naar een plek die er niet is (#weg)"),
        ('<a href="pagina/#weg">', "wijst naar een plek die er niet is (#weg)"),
        ('<a href="pagina">', "mist de schuine streep"),
        ('<a href="../buiten">', "wijst buiten de site"),
        ('<a href="https://voorbeeld.nl/dir/weg/">', "wijst naar niets"),
        ('<a href="javascript:alert(1)">', "adres dat niet mag (javascript:)"),
        ('<img src="weg.png" alt="">', "«weg.png» wijst naar niets"),
        ('<img srcset="pagina/ 1x, weg.png 2x" alt="">', "«weg.png» wijst naar niets"),
        ('<script src="weg.js"></script>', "«weg.js» wijst naar niets"),
        ('<form action="weg/">', "«weg/» wijst naar niets"),
        ('<svg><use href="#weg"/></svg>', "wijst naar een plek die er niet is (#weg)"),
        ('<meta http-equiv="refresh" content="0; url=weg/">', "«weg/» wijst naar niets"),
        ('<p id="a"></p><p id="a"></p>', "id «a» staat er twee keer"),
    ],
)
def test_a_broken_link_is_found(tmp_path: Path, fault: str, complaint: str) -> None:
    home = '<link rel="canonical" href="https://voorbeeld.nl/dir/"><a href="/dir/pagina/#op">'
    (tmp_path / "pagina").mkdir()
    (tmp_path / "pagina" / "index.html").write_text('<p id="op"><a href="..">', encoding="utf-8")
    (tmp_path / "index.html").write_text(home, encoding="utf-8")
    assert links.check(tmp_path) == []

    (tmp_path / "index.html").write_text(home + fault, encoding="utf-8")
    found = links.check(tmp_path)
    assert len(found) == 1
    assert complaint in found[0]


# Security headers


def test_the_policy_allows_inline_scripts_by_hash_and_data_not(tmp_path: Path) -> None:
    page = (
        '<script>een()</script><script type="application/json">{}</script><script src="x"></script>'
    )
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(b"een()").digest()).decode()
    assert csp.hashes(tmp_path) == [f"'sha256-{digest}'"]


def test_the_site_carries_its_headers(built_site: Path) -> None:
    policy = csp.policy(built_site)
    assert "unsafe-inline" not in policy
    assert f"  Content-Security-Policy: {policy}\n" in (built_site / "_headers").read_text("utf-8")
    assert policy in (built_site / "headers.conf").read_text("utf-8")


# The same bytes


def test_another_folder_and_another_clock_give_the_same_bytes(
    built_site: Path, copy_project: Callable[[], Path], tmp_path: Path
) -> None:
    (tmp_path / "klok").mkdir()
    (tmp_path / "klok" / "sitecustomize.py").write_text(OTHER_CLOCK, encoding="utf-8")
    project = copy_project()
    # The clock really is another one.
    year = "datetime.date.today().year, time.gmtime().tm_year, datetime.datetime.now().year"
    clock = subprocess.run(
        [sys.executable, "-c", f"import datetime, time; print({year})"],
        env=environment(PYTHONPATH=str(tmp_path / "klok")),
        capture_output=True,
        text=True,
        check=True,
    )
    assert str(time.gmtime().tm_year) not in clock.stdout

    done = run(project, "scripts.site", PYTHONPATH=str(tmp_path / "klok"), TZ="Pacific/Kiritimati")
    assert done.returncode == 0, done.stderr
    assert differences(contents(built_site), contents(project / "site")) == []


def test_the_search_index_does_not_depend_on_the_order_of_files(tmp_path: Path) -> None:
    bundles = []
    for name, numbers in (("op", range(12)), ("af", reversed(range(12)))):
        site = tmp_path / name
        for number in numbers:
            page = site / f"p{number}" / "index.html"
            page.parent.mkdir(parents=True)
            page.write_text(
                f'<html lang="nl"><title>P{number}</title><body><h1>P{number}</h1>'
                f'<p data-pagefind-filter="soort">s{number % 5}</p>'
                f'<p data-pagefind-filter="laag">l{number % 3}</p><p>één eén woord {number}</p>',
                encoding="utf-8",
            )
        subprocess.run(
            [sys.executable, "-m", "pagefind", "--site", str(site), "--silent"], check=True
        )
        pagefind_order.rewrite(site / "pagefind")
        bundles.append(contents(site / "pagefind"))
    assert differences(*bundles) == []


# All or nothing


def _bad_card(project: Path) -> str:
    card = project / "instruments" / "bestuurlijk-overleg.yml"
    card.write_text(card.read_text("utf-8") + "\nonzinveld: ja\n", encoding="utf-8")
    return "onzinveld"


def _broken_link(project: Path) -> str:
    page = first_page(project)
    page.write_text(page.read_text("utf-8") + "\n\n[kapot](bestaat-niet.md)\n", encoding="utf-8")
    return "bestaat-niet"


def _broken_code(project: Path) -> str:
    hook = project / "hooks" / "main.py"
    hook.write_text(hook.read_text("utf-8") + "\nraise KeyError('kapot')\n", encoding="utf-8")
    return "KeyError"


@pytest.mark.parametrize("spoil", [_bad_card, _broken_link, _broken_code])
def test_a_failing_build_leaves_the_earlier_site(
    copy_project: Callable[[], Path], spoil: Callable[[Path], str]
) -> None:
    project = copy_project()
    before = earlier_site(project)
    complaint = spoil(project)
    done = run(project, "scripts.site")
    assert done.returncode == 1
    assert complaint in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert contents(project / "site") == before
    assert not list(project.glob(".site-*"))


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_a_killed_build_leaves_the_earlier_site(
    copy_project: Callable[[], Path], how: signal.Signals
) -> None:
    project = copy_project()
    before = earlier_site(project)
    build = subprocess.Popen(
        [sys.executable, "-m", "scripts.site"],
        cwd=project,
        env=environment(),
        start_new_session=True,
        stderr=subprocess.DEVNULL,
    )
    # In the middle: the fresh folder has files, and MkDocs is still at it.
    wait_for(lambda: any(project.glob(".site-nieuw-*/**/*.html")))
    os.killpg(build.pid, how)
    assert build.wait(timeout=30) != 0
    assert contents(project / "site") == before
    left = [path.name for path in project.glob(".site-*")]
    assert left == ([f".site-nieuw-{build.pid}"] if how == signal.SIGKILL else [])


def test_a_good_build_replaces_the_site_and_clears_what_killed_ones_left(
    copy_project: Callable[[], Path], built_site: Path
) -> None:
    project = copy_project()
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    # Killed between the two renames: the earlier site is still under its other name.
    earlier_site(project)
    (project / "site").rename(project / f".site-oud-{gone.pid}")
    (project / f".site-nieuw-{gone.pid}" / "half").mkdir(parents=True)
    page = project / "instruments" / "bestuurlijk-overleg.yml"
    good = page.read_bytes()
    page.write_bytes(b"onzin: [")
    assert run(project, "scripts.site").returncode == 1
    assert (project / "site" / "index.html").read_text("utf-8") == "<p>De vorige site"

    page.write_bytes(good)
    done = run(project, "scripts.site")
    assert done.returncode == 0, done.stderr
    assert (project / "site").is_dir()
    assert not list(project.glob(".site-*"))
    assert differences(contents(built_site), contents(project / "site")) == []


# The other builder


def test_properdocs_builds_the_same_pages(built_site: Path, tmp_path: Path) -> None:
    command = ("properdocs", "build", "--strict", "-f", "mkdocs.yml", "-d", str(tmp_path / "site"))
    done = run(ROOT, *command)
    assert done.returncode == 0, done.stderr
    one, other = (
        {
            path: GENERATOR.sub(b"", content)
            for path, content in contents(site).items()
            if not path.startswith(ADDED)
        }
        for site in (built_site, tmp_path / "site")
    )
    assert differences(one, other) == []


# Serving while editing


def wait_for(condition: Callable[[], bool], seconds: float = 60) -> None:
    """Wait until the condition holds; a failure when that takes too long."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "duurt te lang"
        time.sleep(0.02)


def get(address: str) -> str:
    """What the server answers; nothing while it does not."""
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            return str(answer.read().decode("utf-8"))
    except OSError:
        return ""


def test_serving_follows_edits_and_keeps_the_last_good_site(
    copy_project: Callable[[], Path],
) -> None:
    project = copy_project()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(
        [sys.executable, "-m", "scripts.serve", "--poort", str(port)],
        cwd=project,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(lambda: get(f"{address}/__versie") == "1")
        assert get(f"{address}/pagefind/pagefind-entry.json")
        second = run(project, "scripts.serve", "--poort", str(port))
        assert second.returncode == 1
        assert f"Poort {port} is al in gebruik" in second.stderr

        card = project / "instruments" / "bestuurlijk-overleg.yml"
        good = card.read_text("utf-8")
        card.write_text(good + "\nonzinveld: ja\n", encoding="utf-8")
        wait_for(lambda: "onzinveld" in get(f"{address}/__melding"))
        page = get(f"{address}/instrumenten/bestuurlijk-overleg/")
        assert 'role="alert"' in page
        assert "onzinveld" in page
        assert "<h1" in page

        card.write_text(good, encoding="utf-8")
        text = first_page(project)
        text.write_text(text.read_text("utf-8") + "\n\nEen zin erbij.\n", encoding="utf-8")
        wait_for(lambda: get(f"{address}/__versie") >= "3" and not get(f"{address}/__melding"))
        wait_for(lambda: "Een zin erbij." in get(f"{address}/over/"))
    finally:
        server.terminate()
        assert server.wait(timeout=30) == 0
    assert not list((project / ".serve").iterdir())
