"""A built site → what is wrong with its pages, one Dutch line each.

Every HTML file is read, raw HTML included: each address that stays within the site must lead to a file, each
``#…`` to an element with that id, and to each page a link on another page. What may not stand in a page is told too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from .assets import FOLDER
from .documents import HtmlDocument, Hyperlink, read_document
from .fault import Fault

ELSEWHERE = ("http", "https", "mailto", "tel")
NOT_FOUND = "404.html"
"""Shown by the web server; nothing links to it."""


def check(site: Path) -> list[Fault]:
    """All broken links, anchors and doubled ids of the built site, what stands inline, and pages with no way in."""
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    documents = {name: read_document(site / name) for name in names if name.endswith(".html")}
    checker = _Checker(names, documents)
    faults = [fault for name in documents for fault in checker.faults(name)]
    return [*faults, *checker.without_way_in()]


def _address(name: str) -> str:
    """The address at which a server gives this file: `a/index.html` is `/a/`."""
    if name == "index.html" or name.endswith("/index.html"):
        name = name.removesuffix("index.html")
    return "/" + name


def root_of(home: HtmlDocument | None) -> str:
    """The site's own address (`site_url`), as the home page states it; else a plain root."""
    root = (home and home.canonical) or "http://site.invalid/"
    return root if root.endswith("/") else root + "/"


def _problem_elsewhere(link: Hyperlink, scheme: str) -> str | None:
    """What is wrong with an address that is not on the site itself; None when a visitor may go there."""
    if scheme not in ELSEWHERE:
        held = link.tag == "img" and scheme == "data"
        return None if held else f"heeft een adres dat niet mag ({scheme}:)"
    return None if link.is_followed else "haalt iets van een andere site, of stuurt er iets heen"


@dataclass
class _Checker:
    """Looks links up among the site's files, and remembers which pages they led to."""

    names: list[str]
    documents: dict[str, HtmlDocument]
    led_to: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.root = root_of(self.documents.get("index.html"))
        self.files = {_address(name) for name in self.names} | {f"/{name}" for name in self.names}
        self.pages = {_address(name): document for name, document in self.documents.items()}

    def faults(self, name: str) -> Iterator[Fault]:
        """What is wrong with one page."""
        document = self.documents[name]
        leads = name != NOT_FOUND and not document.is_redirect
        for line, message in document.faults:
            yield Fault(message, name, line)
        for link in document.links:
            if problem := self._problem(_address(name), link, leads):
                yield Fault(f"link «{link.target}» {problem}", name, link.line)

    def without_way_in(self) -> Iterator[Fault]:
        """Pages that no other page leads to, once all pages have been seen; the home page has its address."""
        for name, document in self.documents.items():
            found = name in ("index.html", NOT_FOUND) or document.is_redirect
            if not found and _address(name) not in self.led_to:
                yield Fault("geen andere pagina linkt naar deze pagina", name)

    def _problem(self, page: str, link: Hyperlink, leads: bool) -> str | None:
        """What is wrong with a link on the page at this address; None when it is right."""
        try:
            scheme = urlsplit(link.target).scheme
            whole = urlsplit(urljoin(urljoin(self.root, page.lstrip("/")), link.target))
        except ValueError:
            return "is geen geldig adres"
        home = urlsplit(self.root)
        if (whole.scheme, whole.netloc) != (home.scheme, home.netloc):
            return _problem_elsewhere(link, whole.scheme or scheme)
        if not whole.path.startswith(home.path):
            return f"wijst buiten de site (die begint op {home.path})"
        path = "/" + unquote(whole.path[len(home.path) :])
        if path not in self.files:
            slashed = path + "/" in self.files
            return "mist de schuine streep aan het eind" if slashed else "wijst naar niets"
        if link.tag == "script" and not path.startswith(f"/{FOLDER}/"):
            return f"is geen script van het thema (in {FOLDER}/)"
        # What the head of a page names is for machines.
        if leads and link.tag != "link" and path != page:
            self.led_to.add(path)
        document = self.pages.get(path)
        anchor = unquote(whole.fragment)
        # `#` and `#top` lead to the top of a page without any element.
        if document is None or anchor in ("", "top") or anchor in document.anchors:
            return None
        return f"wijst naar een plek die er niet is (#{anchor})"
