"""A built site → answers over HTTP on this machine, for editors; not for the public internet.

With the security headers of a real server, the site's own 404 page, and no folder listings.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .headers import HEADERS


class SiteServer(ThreadingHTTPServer):
    """A server that stays silent when a browser hangs up halfway."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class SiteHandler(SimpleHTTPRequestHandler):
    """Answers from one folder; a subclass says which, and may add to each page."""

    protocol_version = "HTTP/1.1"
    # The system's own table differs from machine to machine.
    extensions_map = {
        "": "application/octet-stream",
        ".css": "text/css; charset=utf-8",
        ".csv": "text/csv; charset=utf-8",
        ".gz": "application/gzip",
        ".html": "text/html; charset=utf-8",
        ".ico": "image/x-icon",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json; charset=utf-8",
        ".mjs": "text/javascript; charset=utf-8",
        ".png": "image/png",
        ".svg": "image/svg+xml; charset=utf-8",
        ".txt": "text/plain; charset=utf-8",
        ".wasm": "application/wasm",
        ".woff2": "font/woff2",
        ".xml": "application/xml; charset=utf-8",
        ".yml": "text/yaml; charset=utf-8",
    }

    def site(self) -> Path:
        """The folder to answer from, asked anew for each request."""
        raise NotImplementedError

    def decorate(self, page: str) -> str:
        """A page as it goes out."""
        return page

    def headers_to_send(self) -> Mapping[str, str]:
        """What a web server sends with every answer."""
        return HEADERS

    def end_headers(self) -> None:
        for name, value in self.headers_to_send().items():
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def send_text(self, status: HTTPStatus, content_type: str, text: str) -> None:
        """Send a whole answer that was made here."""
        body = text.encode("utf-8")
        self.send_response(status)
        self.send_header("Content-Type", f"{content_type}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _send_page(self, status: HTTPStatus, path: Path) -> None:
        self.send_text(status, "text/html", self.decorate(path.read_text(encoding="utf-8")))

    def _is_page(self) -> bool:
        """Answer the request when it asks for a page or for nothing that exists."""
        self.directory = str(self.site())
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            if not urlsplit(self.path).path.endswith("/"):
                return False
            path /= "index.html"
        missing = Path(self.directory, "404.html")
        if path.is_file() and path.suffix != ".html":
            return False
        if path.is_file():
            self._send_page(HTTPStatus.OK, path)
        elif missing.is_file():
            self._send_page(HTTPStatus.NOT_FOUND, missing)
        else:
            self.send_text(HTTPStatus.NOT_FOUND, "text/plain", "Deze pagina bestaat niet.\n")
        return True

    def do_GET(self) -> None:
        if not self._is_page():
            super().do_GET()

    def do_HEAD(self) -> None:
        if not self._is_page():
            super().do_HEAD()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing per request: the terminal is for the messages about edits."""
