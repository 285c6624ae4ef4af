"""A built site → the same site to unpack and open, without a web server.

A link to a folder becomes a link to the page in it: a disk knows no other. Scripts that fetch data do nothing there, and
each page is whole without them.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import accumulate
from pathlib import Path

from .links import NOT_FOUND

_ATTRIBUTE = re.compile(r'(\s(?:href|action)=")([^"]*)(?=")')
_REFRESH = re.compile(r'(\scontent="[^"]*url=)([^"]*)(?=")', re.I)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)


def make_offline(site: Path) -> int:
    """Let every page of a site lead to files, and drop what only a web server reads; how many pages there are."""
    for path in site.rglob("*.gz"):
        path.unlink()
    pages = [path for path in site.rglob("*.html") if path.name != NOT_FOUND]
    for path in pages:
        path.write_text(lead_to_files(path.read_text(encoding="utf-8")), encoding="utf-8")
    return len(pages)


def lead_to_files(html: str) -> str:
    """The same page, whose links within the site lead to files."""
    reader = _Reader(html)
    reader.feed(html)
    reader.close()
    pieces, end = [], 0
    for start, tag in reader.tags:
        pieces += [html[end:start], _changed(tag)]
        end = start + len(tag)
    return "".join([*pieces, html[end:]])


def _changed(tag: str) -> str:
    pattern = _REFRESH if tag.lower().startswith("<meta") else _ATTRIBUTE
    return pattern.sub(lambda found: found[1] + _file(found[2]), tag)


def _file(target: str) -> str:
    """An address of the site, as that of a file; any other as it is."""
    path = re.split(r"[?#]", target, maxsplit=1)[0]
    elsewhere = path.startswith("/") or _SCHEME.match(path)
    if elsewhere or not (path.endswith("/") or path.rpartition("/")[2] in (".", "..")):
        return target
    return f"{path.rstrip('/')}/index.html{target[len(path) :]}"


class _Reader(HTMLParser):
    """Notes the start tags of a page, with where they stand."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[int, str]] = []
        self._lines = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, column = self.getpos()
        self.tags.append((self._lines[line - 1] + column, self.get_starttag_text() or ""))
