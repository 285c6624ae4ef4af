"""Turn a built and indexed site into what a visitor's browser loads of it, in a real Chromium.

The site is served on this machine, compressed as a web server does. What counts is the bytes of
the answers as they go over the line, and the time until the first result of a search shows.
"""

from __future__ import annotations

import gzip
import shutil
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from catalogue.site.webserver import SiteHandler, SiteServer

# The one without windows is twice as fast; where it is not, the ordinary one shows the same.
CHROMIUM = shutil.which("chromium-headless-shell") or "/usr/bin/chromium"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")
COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".wasm", ".xml", ".txt"}
CARD = "instrumenten/bestuurlijk-overleg/"
# A name, a part of a compound, and a word that stands on nearly every page.
QUERIES = ("regio deal", "uitkering", "afspraken")


class _Server(SiteServer):
    """A server that counts the bytes of its answers."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.sent = 0
        super().__init__(("127.0.0.1", 0), _Handler)


class _Handler(SiteHandler):
    server: _Server

    def do_GET(self) -> None:  # noqa: N802
        path = Path(self.server.site, self.path.partition("?")[0].lstrip("/"))
        path = path / "index.html" if path.is_dir() else path
        body = _encoded(path) if path.is_file() else b""
        self.server.sent += len(body)
        self.send_response(200 if path.is_file() else 404)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(body)))
        if path.suffix in COMPRESSED:
            self.send_header("Content-Encoding", "gzip")
        super(SiteHandler, self).end_headers()
        self.wfile.write(body)


@cache
def _encoded(path: Path) -> bytes:
    content = path.read_bytes()
    return gzip.compress(content, 6, mtime=0) if path.suffix in COMPRESSED else content


@contextmanager
def serving(site: Path) -> Iterator[_Server]:
    """A server of a folder, that counts what it sends."""
    server = _Server(site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def _visit(browser: Browser, address: str) -> Iterator[Page]:
    """A page as a visitor sees it who was never here before."""
    context = browser.new_context(locale="nl-NL")
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    yield page
    context.close()


def measure(site: Path) -> tuple[int, float, int]:
    """Bytes and seconds to a first search result (largest, median), and the bytes of a card with all it loads."""
    with serving(site) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        root = f"http://127.0.0.1:{server.server_address[1]}/"
        loaded, seconds = zip(*(_search(browser, server, root, q) for q in QUERIES), strict=True)
        before = server.sent
        with _visit(browser, root + CARD):
            card = server.sent - before
        browser.close()
    return max(loaded), statistics.median(seconds), card


def _search(browser: Browser, server: _Server, root: str, query: str) -> tuple[int, float]:
    """Type a query on the start page, and wait for the first suggestion that is a page."""
    with _visit(browser, root) as page:
        before, started = server.sent, time.perf_counter()
        page.locator("#zoek-kop").press_sequentially(query)
        page.locator(".suggesties .titel").first.wait_for(timeout=60_000)
        seconds = time.perf_counter() - started
        page.wait_for_load_state("networkidle")
        return server.sent - before, seconds
