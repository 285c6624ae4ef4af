"""The built site as Debian's nginx gives it with the settings in ``deploy/``: types, headers, how long to keep."""

from __future__ import annotations

import gzip
import http.client
import re
import ssl
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from catalogue.site.headers import FOREVER, HEADERS, form_headers
from catalogue.site.headers import TYPES as NAMED_TYPES
from tests.server import serving_on_two_ports

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".gz": "application/gzip",
    ".html": "text/html; charset=utf-8",
    ".imscc": "application/vnd.ims.imsccv1p1",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".pagefind": "application/octet-stream",
    ".pf_filter": "application/octet-stream",
    ".pf_fragment": "application/octet-stream",
    ".pf_index": "application/octet-stream",
    ".pf_meta": "application/octet-stream",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
}

BY_NAME = {f"/{name}": f"{type}; charset=utf-8" for name, type in NAMED_TYPES.items()}
"""What the ending of a name does not tell."""


class Server:
    """One connection to each port."""

    def __init__(self, secure: str, plain: str) -> None:
        trusting = ssl.create_default_context()
        trusting.check_hostname = False
        trusting.verify_mode = ssl.CERT_NONE
        self.secure = http.client.HTTPSConnection(urlsplit(secure).netloc, context=trusting)
        self.plain = http.client.HTTPConnection(urlsplit(plain).netloc)

    def get(self, path: str, **headers: str) -> tuple[int, http.client.HTTPMessage, bytes]:
        """Status, headers and body of an answer."""
        self.secure.request("GET", quote(path), headers=headers)
        answer = self.secure.getresponse()
        return answer.status, answer.headers, answer.read()


@pytest.fixture(scope="module")
def site(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site, with some files more that a server may or may not give."""
    site = tmp_path_factory.mktemp("nginx") / "site"
    site.mkdir()
    for path in built_site.iterdir():
        (site / path.name).symlink_to(path)
    form = ("beheer/index.html", "beheer/config.yml")
    for name in (".well-known/security.txt", ".git/config", ".geheim", *form):
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text(name, encoding="utf-8")
    return site


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[Server]:
    with serving_on_two_ports(site) as addresses:
        yield Server(*addresses)


def rules_for_keeping(site: Path) -> list[tuple[str, str]]:
    """Pattern of addresses and how long to keep what is there, from the file for hosts of another kind."""
    text = (site / "_headers").read_text("utf-8")
    return re.findall(r"^(/.*)\n  Cache-Control: (.*)$", text, re.M)


def test_every_file_comes_whole_with_its_type_and_all_headers(
    server: Server, built_site: Path
) -> None:
    kinds = set()
    keeping = rules_for_keeping(built_site)
    for path in sorted(built_site.rglob("*.*")):
        name = path.relative_to(built_site).as_posix()
        status, headers, body = server.get(f"/{name}")
        assert status == 200, name
        assert headers["Content-Type"] == BY_NAME.get(f"/{name}", TYPES[path.suffix]), name
        assert {header: headers.get_all(header) for header in HEADERS} == {
            header: [value] for header, value in HEADERS.items()
        }
        assert body == path.read_bytes(), name
        # Hosts of another kind keep it as long.
        said = [value for pattern, value in keeping if fnmatchcase(f"/{name}", pattern)]
        assert said == headers.get_all("Cache-Control"), name
        kinds.add(path.suffix)
    # All types but that of what only this test adds.
    assert kinds == TYPES.keys() - {".txt"}


@pytest.mark.parametrize(
    ("pattern", "kept"),
    [
        ("assets/*/*/*.*", FOREVER),
        ("pagefind/fragment/*", FOREVER),
        ("pagefind/index/*", FOREVER),
        ("pagefind/filter/*", FOREVER),
        ("pagefind/*.pf_meta", FOREVER),
        ("pagefind/*.js*", "no-cache"),
        ("pagefind/wasm.*", "no-cache"),
        ("data/*", "no-cache"),
        ("over/*.html", "no-cache"),
        ("*.*", "no-cache"),
    ],
)
def test_only_what_has_its_content_in_its_name_is_kept(
    server: Server, built_site: Path, pattern: str, kept: str
) -> None:
    paths = list(built_site.glob(pattern))
    assert paths
    for path in paths[:5]:
        _, headers, _ = server.get(f"/{path.relative_to(built_site).as_posix()}")
        assert headers.get_all("Cache-Control") == [kept], path


def test_a_page_is_not_sent_again_when_nothing_changed(server: Server) -> None:
    _, headers, _ = server.get("/over/")
    status, again, body = server.get("/over/", **{"If-None-Match": headers["ETag"]})
    assert (status, body) == (304, b"")
    assert again["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]


@pytest.mark.parametrize(
    "path", ["/over/", "/data/catalogus.json", "/sitemap.xml", "/feed.xml", "/feed.json"]
)
def test_text_comes_small_to_who_can_read_that(server: Server, path: str) -> None:
    _, headers, body = server.get(path, **{"Accept-Encoding": "gzip"})
    assert (headers["Content-Encoding"], headers["Vary"]) == ("gzip", "Accept-Encoding")
    _, _, whole = server.get(path)
    assert gzip.decompress(body) == whole
    assert len(body) < len(whole) / 2


def test_the_small_copy_of_the_build_is_what_is_sent(server: Server, built_site: Path) -> None:
    _, _, body = server.get("/over/", **{"Accept-Encoding": "gzip"})
    assert body == (built_site / "over/index.html.gz").read_bytes()


@pytest.mark.parametrize(
    "path",
    [
        "/bestaat-niet/",
        "/_headers",
        "/_redirects",
        "/_redirects-nginx",
        "/.git/config",
        "/.geheim",
        "/assets/0123456789/css/weg.css",
        "/over/../.geheim",
    ],
)
def test_what_is_not_for_visitors_is_the_page_for_what_is_missing(
    server: Server, built_site: Path, path: str
) -> None:
    status, headers, body = server.get(path)
    assert (status, body) == (404, (built_site / "404.html").read_bytes())
    assert headers["Content-Type"] == TYPES[".html"]
    assert headers["Cache-Control"] == "no-cache"
    assert headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/beheer/", "/beheer/config.yml"])
def test_the_form_has_a_policy_of_its_own(server: Server, path: str) -> None:
    status, headers, _ = server.get(path)
    wanted = form_headers(["https://api.github.com"])
    assert status == 200
    assert {name: headers.get_all(name) for name in wanted} == {
        name: [value] for name, value in wanted.items()
    }


def test_beside_the_form_the_strict_policy_holds(server: Server) -> None:
    for path in ("/over/", "/beheer/bestaat-niet.html", "/over/beheer/"):
        _, headers, _ = server.get(path)
        assert headers.get_all("Content-Security-Policy") == [HEADERS["Content-Security-Policy"]]
        assert headers.get_all("Cross-Origin-Opener-Policy") == ["same-origin"]


def test_the_contact_for_a_leak_is_given(server: Server) -> None:
    status, headers, body = server.get("/.well-known/security.txt")
    assert (status, body) == (200, b".well-known/security.txt")
    assert headers["Content-Type"] == TYPES[".txt"]


def test_an_address_without_its_slash_leads_to_the_page(server: Server) -> None:
    status, headers, _ = server.get("/over")
    assert (status, headers["Location"]) == (301, "/over/")


def test_an_old_or_short_address_leads_to_the_page_for_good(
    server: Server, built_site: Path
) -> None:
    rules = [line.split() for line in (built_site / "_redirects").read_text("utf-8").splitlines()]
    assert len(rules) > 100
    # The longest as well: nginx must have room for it.
    for address, goal, status in [*rules[:20], max(rules, key=lambda rule: len(rule[0]))]:
        answered, headers, _ = server.get(address)
        assert (answered, headers["Location"]) == (int(status), goal)
        assert headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]
    # What comes after the address makes no other address of it.
    answered, headers, _ = server.get("/i/novex//elders.example/")
    assert answered == 404 and headers["Location"] is None


def test_plain_http_leads_to_https(server: Server) -> None:
    server.plain.request("GET", "/over/?a=b", headers={"Host": "instrumentenwijzer.example"})
    answer = server.plain.getresponse()
    assert answer.status == 301
    assert answer.headers["Location"] == "https://instrumentenwijzer.example/over/?a=b"
    # Without its version.
    assert answer.headers["Server"] == "nginx"
