"""A built site → rules for a web server: old and short addresses that lead to where a page is now.

The pages at those addresses do the same by themselves; a server does it sooner, and tells a search engine that it is for
good. What is behind the ``#`` of an address never reaches a server: the browser takes it along.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from .documents import read_document
from .fault import Fault
from .links import root_of

HOSTS = "_redirects"
"""For hosts that read a file of that name."""

NGINX = "_redirects-nginx"
"""For nginx, that reads it in a ``map``."""

_REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]*)">')
_HEAD = 8192
"""In bytes; a page that leads elsewhere says so before that."""

_PATH = re.compile(r"/(?:[a-z0-9][a-z0-9-]*/)*")
_GOAL = re.compile(rf"{_PATH.pattern}(?:#[a-z0-9][a-z0-9.-]*)?")


def write_redirects(site: Path) -> list[Fault]:
    """Write the rules into the site, the same for the same pages."""
    base = urlsplit(root_of(read_document(site / "index.html"))).path.rstrip("/")
    found = sorted(_redirects(site))
    for address, goal in found:
        # No rule leads off the site, nor says anything else to a server than where to go.
        if not _PATH.fullmatch(address) or not _GOAL.fullmatch(goal):
            return [Fault(f"“{address}” kan geen regel voor een webserver zijn (naar “{goal}”)")]
    hosts = [f"{base}{address} {base}{goal} 301\n" for address, goal in found]
    nginx = [f'{base}{address} "{base}{goal}";\n' for address, goal in found]
    (site / HOSTS).write_text("".join(hosts), encoding="utf-8")
    (site / NGINX).write_text("".join(nginx), encoding="utf-8")
    return []


def _redirects(site: Path) -> Iterator[tuple[str, str]]:
    """Each address that leads elsewhere, and where to, from the root of the site."""
    for path in site.rglob("index.html"):
        with path.open(encoding="utf-8") as file:
            refresh = _REFRESH.search(file.read(_HEAD))
        if refresh:
            address = f"/{path.parent.relative_to(site).as_posix()}/"
            yield address, urljoin(address, refresh[1])
