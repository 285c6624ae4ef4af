"""Addresses elsewhere: which the content names and where, and what is said of how they answer. Asks only this machine."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from catalogue.elsewhere.addresses import named_addresses
from catalogue.elsewhere.asking import Asker
from catalogue.shelf import read_shelf
from tests.command import call
from tests.sample import SAMPLE, edit, sample_project

CARD = "instruments/proefoverleg.yml"
AGENT = "Proef/1.0"


class Elsewhere(BaseHTTPRequestHandler):
    """Pages that answer as their address says; what was asked is kept."""

    asked: list[tuple[str, str, str | None]] = []

    def do_HEAD(self) -> None:
        self.asked.append((self.command, self.path, self.headers["User-Agent"]))
        if self.path == "/alleen-get" and self.command == "HEAD":
            return self._say(405)
        if self.path.startswith("/naar/"):
            status, _, target = self.path.removeprefix("/naar/").partition("/")
            return self._say(int(status), Location=f"/{target}")
        if self.path == "/naar-binnen":
            return self._say(302, Location="http://10.0.0.1/geheim")
        if self.path == "/naar-onzin":
            return self._say(302, Location="http://[")
        if self.path == "/naar-bestand":
            return self._say(302, Location="file:///etc/passwd")
        if self.path == "/druppel":
            return self._drip()
        if self.path == "/onzin":
            self.wfile.write(b"dit is geen antwoord\r\n\r\n")
            return None
        return self._say(int(self.path[1:]) if self.path[1:].isdigit() else 200)

    def do_GET(self) -> None:
        self.do_HEAD()

    def _say(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Set-Cookie", "volg=mij")
        self.end_headers()

    def _drip(self) -> None:
        """Send a head without end, a letter at a time."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        try:
            while True:
                self.wfile.write(b"a")
                self.wfile.flush()
                self.server.stopped.wait(0.05)  # type: ignore[attr-defined]
        except OSError:
            pass

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Where the pages are; ends without a slash."""
    one = ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    one.stopped = Event()  # type: ignore[attr-defined]
    Thread(target=one.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{one.server_port}"
    one.shutdown()
    one.server_close()


@pytest.fixture
def asker() -> Asker:
    return Asker(AGENT, loopback=True, pause=0)


@pytest.mark.parametrize(
    ("path", "outcome", "said"),
    [
        ("/", "goed", "antwoordt (200)"),
        ("/alleen-get", "goed", "antwoordt (200)"),
        ("/404", "weg", "is er niet meer (404)"),
        ("/410", "weg", "is er niet meer (410)"),
        ("/403", "geweigerd", "laat dit programma niet toe (403); kijk zelf in een browser"),
        ("/429", "geweigerd", "laat dit programma niet toe (429)"),
        ("/503", "stil", "geeft een storing (503)"),
        ("/onzin", "stil", "antwoordt niet: het antwoord is geen antwoord van een webserver"),
        ("/naar/301/nieuw", "verhuisd", "is voorgoed verhuisd naar {server}/nieuw"),
        ("/naar/302/nieuw", "goed", "antwoordt (200), via {server}/nieuw"),
        # One step that is not for good makes the whole road that.
        ("/naar/301/naar/302/nieuw", "goed", "antwoordt (200), via"),
        ("/naar/308/404", "weg", "is er niet meer (404), via {server}/404"),
        ("/naar/302/naar/302/naar/302/naar/302/naar/302/naar/302/naar/302/x", "stil", "leidt steeds verder en komt nergens uit"),
        ("/naar-binnen", "verboden", "leidt naar een net dat niet openbaar is, via http://10.0.0.1/geheim"),
        ("/naar-onzin", "stil", "antwoordt niet: het adres klopt niet"),
        ("/café?q=ë", "goed", "antwoordt (200)"),
        ("/naar-bestand", "verboden", "leidt naar een net dat niet openbaar is"),
    ],
)  # fmt: skip
def test_what_is_said_of_an_answer(
    server: str, asker: Asker, path: str, outcome: str, said: str
) -> None:
    answer = asker.ask(server + path)
    assert answer.outcome == outcome
    assert answer.said.startswith(said.format(server=server))


def test_a_server_that_sends_a_letter_at_a_time_is_not_waited_for(server: str) -> None:
    answer = Asker(AGENT, loopback=True, pause=0, patience=0.5).ask(f"{server}/druppel")
    assert (answer.outcome, answer.said) == ("stil", "antwoordt niet: het duurt te lang")


def test_a_server_that_is_not_there(asker: Asker) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        answer = asker.ask(f"http://127.0.0.1:{taken.getsockname()[1]}/")
    assert answer.outcome == "stil" and answer.said.startswith("antwoordt niet: ")


def test_it_makes_itself_known_asks_the_head_first_and_sends_no_cookie(
    server: str, asker: Asker
) -> None:
    Elsewhere.asked.clear()
    list(asker.ask_all([f"{server}/een", f"{server}/404"]))
    assert Elsewhere.asked == [
        ("HEAD", "/een", AGENT),
        ("HEAD", "/404", AGENT),
        ("GET", "/404", AGENT),
    ]


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104
        "224.0.0.1",
        "::1",
        "fe80::1",
        "fc00::1",
        "::ffff:127.0.0.1",
        "2002:7f00:1::",
        "::7f00:1",
        "fec0::1",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
    ],
)
def test_no_number_of_a_network_that_is_not_public_is_asked(
    monkeypatch: pytest.MonkeyPatch, number: str
) -> None:
    """Also not by a name that leads there; and one such number among others is enough."""
    found = [(0, 0, 0, "", (one, 443)) for one in ("93.184.215.14", number)]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    monkeypatch.setattr(
        socket, "create_connection", lambda *_: pytest.fail("er is toch verbinding gezocht")
    )
    assert Asker(AGENT, pause=0).ask("https://openbaar.example/").outcome == "verboden"


def test_a_network_that_knows_ipv6_only_reaches_the_public_internet() -> None:
    assert all(Asker(AGENT)._is_allowed(one) for one in ("64:ff9b::5db8:d70e", "2606:4700::1111"))


def test_what_is_no_address_keeps_no_other_from_being_asked(server: str, asker: Asker) -> None:
    found = {one.address: one.outcome for one in asker.ask_all(["https://[x", f"{server}/een"])}
    assert found == {"https://[x": "stil", f"{server}/een": "goed"}


def test_the_connection_goes_to_the_number_that_was_looked_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    numbers = iter(["93.184.215.14", "127.0.0.1"])
    sought: list[Any] = []

    def look_up(*_: Any, **__: Any) -> list[Any]:
        return [(0, 0, 0, "", (next(numbers), 80))]

    def connect(place: Any, *_: Any) -> None:
        sought.append(place)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(socket, "create_connection", connect)
    assert Asker(AGENT, pause=0).ask("http://openbaar.example/").outcome == "stil"
    assert sought == [("93.184.215.14", 80)]


def places_of(project: Path) -> dict[str, list[str]]:
    """Address → file, line and field of each place."""
    shelf, _ = read_shelf(project)
    return {
        address: [f"{one.path}:{one.line} {one.field}" for one in places]
        for address, places in named_addresses(project, shelf).items()
    }


def line_of(project: Path, path: str, text: str) -> int:
    lines = (project / path).read_text(encoding="utf-8").splitlines()
    return next(n for n, line in enumerate(lines, 1) if text in line)


def test_every_place_that_names_an_address_is_known(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    edit(
        project,
        CARD,
        "Niemand moet meedoen.",
        "Zie [hier](https://een.example/x) en [daar](mailto:a@b.example).",
    )
    (project / "docs/over").mkdir(exist_ok=True)
    (project / "docs/over/index.md").write_text(
        "# Over\n\nZie [hier](https://een.example/x).\n", "utf-8"
    )
    found = places_of(project)
    card = line_of(project, CARD, "https://een.example/x")
    assert [place.partition(" ")[0] for place in found["https://een.example/x"]] == [
        "docs/over/index.md:3",
        f"{CARD}:{card}",
    ]
    law = line_of(project, "docs/wetten/proefwet.md", "bwb:")
    assert found["https://wetten.overheid.nl/BWBR0005416"] == [f"docs/wetten/proefwet.md:{law} bwb"]
    assert not any(address.startswith("mailto:") for address in found)


def test_a_page_that_cannot_be_read_keeps_no_other_from_being_asked(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    (project / "docs/over").mkdir()
    (project / "docs/over/a.md").write_bytes(b"# \xff\n")
    (project / "docs/over/b.md").write_text("# B\n\n[Ginds](https://ginds.example/)\n", "utf-8")
    shelf, _ = read_shelf(project)
    assert "https://ginds.example/" in named_addresses(project, shelf)


def test_the_address_of_a_source_is_one(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    source = "docs/bronnen/rob-2021.md"
    known = [
        address for address, places in places_of(SAMPLE).items() if any(source in p for p in places)
    ]
    if not known:
        edit(project, source, "samenvatting:", "adres: https://bron.example/stuk\nsamenvatting:")
        known = ["https://bron.example/stuk"]
    line = line_of(project, source, known[0])
    assert places_of(project)[known[0]] == [f"{source}:{line} adres"]


@pytest.fixture
def project(tmp_path: Path, server: str) -> Path:
    """A project that names nothing but pages of the server of the test."""
    project = tmp_path / "klein"
    (project / "docs/begrippen").mkdir(parents=True)
    (project / "mkdocs.yml").write_text("site_name: Proef\n", "utf-8")
    (project / "docs/los.md").write_text(
        f"# Los\n\n[goed]({server}/een)\n[verhuisd]({server}/naar/301/een)\n", "utf-8"
    )
    return project


def test_the_command_says_where_and_what(project: Path, server: str) -> None:
    done = call(project, "addresses", "--loopback")
    moved = f"{server}/naar/301/een is voorgoed verhuisd naar {server}/een"
    assert (done.returncode, done.stdout.splitlines()) == (
        0,
        [f"docs/los.md:4:1: link: {moved}", "2 adressen gevraagd: 1 goed en 1 verhuisd."],
    )
    with (project / "docs/los.md").open("a", encoding="utf-8") as page:
        page.write(f"[weg]({server}/404)\n")
    done = call(project, "addresses", "--loopback")
    assert done.returncode == 1
    assert f"docs/los.md:5:1: link: {server}/404 is er niet meer (404)" in done.stdout.splitlines()
    done = call(project, "addresses", "--loopback", "--json")
    answers = {one["adres"]: one for one in json.loads(done.stdout)}
    assert done.returncode == 1 and answers[f"{server}/404"]["uitkomst"] == "weg"
    assert answers[f"{server}/een"]["plaatsen"] == [
        {"bestand": "docs/los.md", "regel": 3, "kolom": 1, "veld": "link"}
    ]
    assert answers[f"{server}/naar/301/een"]["via"] == [f"{server}/een"]


def test_without_the_option_this_machine_is_not_asked(project: Path, server: str) -> None:
    Elsewhere.asked.clear()
    done = call(project, "addresses")
    assert done.returncode == 1 and "een net dat niet openbaar is" in done.stdout
    assert Elsewhere.asked == []
