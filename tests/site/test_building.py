"""The whole build: the same bytes each time, nothing that no page uses, also under ProperDocs."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable
from html import unescape
from pathlib import Path
from posixpath import normpath
from urllib.parse import parse_qs, urlsplit

import pytest

from catalogue.site import building
from catalogue.site.building import add_search, build
from catalogue.site.fault import Fault
from tests.command import catalogue
from tests.conftest import environment, run
from tests.sample import add_instruments, edit, instrument_card, sample_site_project
from tests.site.folders import contents, differences, earlier_site

CARD = "instruments/proefoverleg.yml"
GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')

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


@pytest.fixture
def another_clock(tmp_path: Path) -> Path:
    """A folder that moves the clock of the Python that has it on its path."""
    folder = tmp_path / "klok"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(OTHER_CLOCK, encoding="utf-8")
    year = "datetime.date.today().year, time.gmtime().tm_year, datetime.datetime.now().year"
    clock = subprocess.run(
        [sys.executable, "-c", f"import datetime, time; print({year})"],
        env=environment(PYTHONPATH=str(folder)),
        capture_output=True,
        text=True,
        check=True,
    )
    assert str(time.gmtime().tm_year) not in clock.stdout
    return folder


def test_another_folder_and_another_clock_give_the_same_bytes(
    another_clock: Path, tmp_path: Path
) -> None:
    """Search and all, of a project in which every field is filled; and an earlier site is replaced."""
    one, other = (sample_site_project(tmp_path / name) for name in ("hier", "daar"))
    earlier_site(other)
    assert run(one, "catalogue", "build").returncode == 0
    done = run(other, "catalogue", "build", PYTHONPATH=str(another_clock), TZ="Pacific/Kiritimati")
    assert done.returncode == 0, done.stderr
    assert re.fullmatch(
        r"[0-9]+ pagina's gebouwd, [0-9]+ doorzoekbaar, alle links kloppen\.\n", done.stdout
    )
    assert not list(other.glob(".site-*"))
    assert differences(contents(one / "site"), contents(other / "site")) == []


def test_a_moved_address_leads_to_the_new_one(tmp_path: Path) -> None:
    """Without script, and with a link for who is not taken there."""
    project = sample_site_project(tmp_path)
    moved = "oud/proef/ -> instrumenten/proefoverleg/\n"
    (project / "permalinks.txt").write_text(moved, encoding="utf-8")
    done = catalogue(project, "build")
    assert (done.returncode, done.stderr) == (0, "")
    page = (project / "site/oud/proef/index.html").read_text("utf-8")
    goal = "../../instrumenten/proefoverleg/"
    assert f'<meta http-equiv="refresh" content="0; url={goal}">' in page
    assert f'<a href="{goal}">Ga naar de nieuwe pagina</a>' in page
    # A search engine hears of the page itself alone.
    assert 'rel="canonical"' not in page
    known = (project / "site/sitemap.xml").read_text("utf-8")
    assert "instrumenten/proefoverleg/</loc>" in known
    assert "oud/proef/" not in known and "/i/" not in known


def test_who_keeps_the_site_and_how_to_report_a_mistake_is_a_setting(tmp_path: Path) -> None:
    project = sample_site_project(tmp_path)

    def built(**settings: str) -> tuple[str, str]:
        done = run(project, "catalogue", "build", SITE_URL="https://kennis.example/", **settings)
        assert done.returncode == 0, done.stderr
        site = project / "site"
        return tuple(  # type: ignore[return-value]
            (site / path / "index.html").read_text("utf-8")
            for path in ("instrumenten/proefoverleg", "over")
        )

    card, about = built()
    assert "geen adres ingevuld om een fout te melden" in card
    assert "niet ingevuld wie de site bijhoudt" in about

    add_instruments(project, 1)
    form = 'https://meld.example/?waar={adres}&wat={titel}&x="'
    card, about = built(AFZENDER="Bureau <Proef>", MELDFORMULIER=form)
    where = "https%3A//kennis.example/instrumenten/proefoverleg/"
    assert f'href="https://meld.example/?waar={where}&amp;wat=Proefoverleg&amp;x=&#34;"' in card
    # Whatever stands in a title, the form gets it whole.
    odd = (project / "site/instrumenten/proefkaart-0000/index.html").read_text("utf-8")
    (link,) = set(re.findall(r'href="(https://meld\.example/[^"]*)"', odd))
    asked = parse_qs(urlsplit(unescape(link)).query)
    assert asked["wat"] == [instrument_card(0)["titel"]]
    assert asked["waar"] == ["https://kennis.example/instrumenten/proefkaart-0000/"]
    assert "geen adres ingevuld" not in card + about
    assert "Bureau &lt;Proef&gt; houdt deze site bij." in about


def _bad_card(project: Path) -> str:
    edit(project, CARD, "status: vervangen", "status: onzin")
    return f"{CARD}:"


def _broken_link(project: Path) -> str:
    edit(project, "docs/over/index.md", "scores.md", "bestaat-niet.md")
    return "'bestaat-niet.md'"


def _script_in_a_page(project: Path) -> str:
    edit(project, "mkdocs.yml", "copyright: >-", "copyright: >-\n  <script>een()</script>")
    return "over/scores/index.html:"


@pytest.mark.parametrize("spoil", [_bad_card, _broken_link, _script_in_a_page])
def test_a_fault_is_told_and_leaves_the_earlier_site(
    tmp_path: Path, spoil: Callable[[Path], str]
) -> None:
    project = sample_site_project(tmp_path)
    before = earlier_site(project)
    complaint = spoil(project)
    done = catalogue(project, "build")
    assert (done.returncode, done.stdout) == (1, "")
    assert complaint in done.stderr
    assert done.stderr.endswith("\n\nDe site is niet gebouwd; wat er stond, staat er nog.\n")
    assert "Traceback" not in done.stderr
    assert contents(project / "site") == before
    assert not list(project.glob(".site-*"))


# Only what a page uses

BY_ADDRESS = re.compile(
    # For overviews so long that they have a page per letter, and for what moved.
    r"assets/[0-9a-f]{10}/js/(letters|verhuisd)\.js|404\.html|_headers|_redirects(-nginx)?|sitemap\.xml(\.gz)?|data/catalogus(\.schema)?\.json"
    # By the id of the instrument that a reader chooses.
    r"|data/vergelijk/[a-z0-9-]+\.json"
    # A short address is for paper and for mail.
    r"|i/[a-z0-9-]+/index\.html"
    r"|pagefind/(pagefind(-worker)?\.js|pagefind-entry\.json|woorden\.json|wasm\.nl\.pagefind)"
    r"|pagefind/pagefind\.nl_[0-9a-f]+\.pf_meta|pagefind/(fragment|index|filter)/nl_[0-9a-f]+\.pf_\w+"
)
"""What nothing in the site names, for something else asks for it: a web server, a robot, a program, Pagefind."""

NAMED = re.compile(r"""(?:href|src|action)="([^"#?]*)|url=([^"]+)|["'(]([^"'()\s]+\.\w+)["')]""")
"""An address in a page, a style sheet or a module."""


def uses(site: Path, name: str) -> set[str]:
    """The files that a file of the site names."""
    found = set()
    for named in NAMED.findall((site / name).read_text("utf-8")):
        path = normpath(f"{name.rpartition('/')[0]}/{''.join(named)}").lstrip("/")
        found.add(f"{path}/index.html".removeprefix("./") if (site / path).is_dir() else path)
    return found


def test_every_file_of_the_site_is_used(built_site: Path) -> None:
    files = set(contents(built_site))
    seen: set[str] = set()
    new = {"index.html", "404.html"}
    while new:
        seen |= new
        readable = [name for name in new if name.endswith((".html", ".css", ".js"))]
        new = {used for name in readable for used in uses(built_site, name)} & files - seen
    assert len(seen) > 200
    small = {f"{name}.gz" for name in files}
    unused = [name for name in files - seen - small if not BY_ADDRESS.fullmatch(name)]
    assert unused == []


# The steps


def test_the_first_step_that_finds_something_is_the_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = []

    def step(name: str, *faults: Fault) -> None:
        def take(*_: Path, **_settings: bool) -> list[Fault]:
            taken.append(name)
            return list(faults)

        monkeypatch.setattr(building, name, take)

    step("run_mkdocs")
    step("add_search", Fault("geen index"))
    step("write_headers")
    assert build(tmp_path, tmp_path / "site") == [Fault("geen index")]
    assert taken == ["run_mkdocs", "add_search"]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError("schijf vol"), "schijf vol"),
        (subprocess.CalledProcessError(2, "pagefind", stderr="begin\nno pages\n"), "no pages"),
        (subprocess.CalledProcessError(2, "pagefind"), "non-zero exit status 2"),
        (ValueError("geen JSON"), "geen JSON"),
    ],
)
def test_an_indexer_that_fails_is_a_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    def fail(_site: Path, _handed_over: Path) -> int:
        raise error

    monkeypatch.setattr(building, "index_site", fail)
    (fault,) = add_search(tmp_path / "zoeken", tmp_path)
    assert fault.message.startswith("De zoekindex kon niet worden gemaakt: ")
    assert said in fault.message


def test_an_index_without_pages_is_a_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "index_site", lambda _site, _handed_over: 0)
    assert add_search(tmp_path / "zoeken", tmp_path) == [
        Fault("De zoekindex is niet heel: er staat geen pagina in.")
    ]


# The other builder


def test_properdocs_builds_the_same_pages_elsewhere_and_later(
    built_site: Path, copy_project: Callable[[], Path], another_clock: Path, tmp_path: Path
) -> None:
    """The one whole build of this project beside that of all tests; so with the contact that another may ask for."""
    project = copy_project()
    command = ("properdocs", "build", "--strict", "-f", "mkdocs.yml", "-d", str(tmp_path / "site"))
    contact = {"SECURITY_CONTACT": "mailto:lek@voorbeeld.nl", "SECURITY_EXPIRES": "2027-11-01"}
    path = f"{another_clock}:{project / 'hooks'}"
    done = run(project, *command, PYTHONPATH=path, TZ="Pacific/Kiritimati", **contact)
    assert done.returncode == 0, done.stderr
    whole, bare = contents(built_site), contents(tmp_path / "site")
    assert bare.pop(".well-known/security.txt").startswith(b"Contact: mailto:lek@voorbeeld.nl\n")
    added = whole.keys() - bare.keys()
    assert all(
        name.startswith("pagefind/")
        or name.endswith((".gz", "_headers", "_redirects", "_redirects-nginx"))
        for name in added
    )
    one, other = (
        {name: GENERATOR.sub(b"", site[name]) for name in site.keys() - added}
        for site in (whole, bare)
    )
    assert differences(one, other) == []
