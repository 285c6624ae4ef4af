"""A built site → PDFs of its leerlijn: the same pages in the style for paper, tagged so that they can be read aloud.

Nothing is fetched from elsewhere: what stands at an address of the site is read from its folder.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from weasyprint import CSS, HTML
from weasyprint.urls import URLFetcherResponse

from ..model import Module
from .documents import read_document
from .links import root_of

EDITIONS = {"trainer": "voor de trainer", "deelnemers": "voor deelnemers"}
"""Edition → what its title says. ``afdruk.css`` knows by a class of the page what stands in it."""
WHOLE = "leerlijn"
"""The file of all modules, in the edition of the trainer."""
VARIANT = "pdf/ua-1"

_PAPER = """
@page { size: A4; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #555; } }
"""


@dataclass(frozen=True)
class _SiteFiles:
    """Gives what stands at an address of the site, and refuses any other."""

    site: Path
    root: str
    # As WeasyPrint wants to know it: a page without its style is no page.
    _fail_on_errors = True

    def __call__(self, url: str) -> URLFetcherResponse:
        path = (self.site / unquote(urlsplit(url.removeprefix(self.root)).path)).resolve()
        if not url.startswith(self.root) or not path.is_relative_to(self.site.resolve()):
            raise ValueError(f"{url} staat niet op de site")
        kind, _ = mimetypes.guess_type(path.name)
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind or "text/plain"})


@dataclass(frozen=True)
class Press:
    """Makes PDFs of a built site."""

    site: Path

    @cached_property
    def root(self) -> str:
        """Where the site will stand; links on paper lead there."""
        return root_of(read_document(self.site / "index.html"))

    @cached_property
    def modules(self) -> list[str]:
        """The addresses of the modules, in the order of the leerlijn."""
        overview = Module.kind.overview
        leads = read_document(self.site / overview / "index.html").links
        whole = (urljoin(f"{self.root}{overview}", link.target) for link in leads)
        paths = (url.removeprefix(self.root) for url in whole)
        found = (path for path in paths if path.startswith(overview) and path.count("/") == 2)
        return list(dict.fromkeys(path for path in found if path.endswith("/")))

    def write(self, folder: Path) -> Iterator[Path]:
        """Write every PDF in a folder; each as soon as it is there."""
        folder.mkdir(parents=True, exist_ok=True)
        for address in self.modules:
            for edition in EDITIONS:
                name = f"{address.rstrip('/').rpartition('/')[2]}-{edition}.pdf"
                yield self._write(self.module(address, edition), folder / name)
        yield self._write(self.leerlijn(), folder / f"{WHOLE}.pdf")

    def module(self, address: str, edition: str) -> HTML:
        """The page of a module in one edition."""
        page = self._page(address)
        _set_edition(page, edition)
        return page

    def leerlijn(self) -> HTML:
        """All modules behind their overview, in the edition of the trainer."""
        whole = self._page(Module.kind.overview)
        _set_edition(whole, "trainer")
        overview = _content(whole)
        parts = {f"{self.root}{address}": n for n, address in enumerate(self.modules, 1)}
        _join(overview, self.root + Module.kind.overview, 0, parts)
        for url, number in parts.items():
            module = _content(self._page(url.removeprefix(self.root)))
            _join(module, url, number, parts)
            module.set("class", f"{module.get('class')} op-eigen-blad")
            module.set("id", _part_id(number))
            overview.append(module)
        return whole

    def _page(self, address: str) -> HTML:
        text = (self.site / address / "index.html").read_text("utf-8")
        files = _SiteFiles(self.site, self.root)
        return HTML(string=text, base_url=f"{self.root}{address}", url_fetcher=files)

    def _write(self, page: HTML, path: Path) -> Path:
        page.write_pdf(path, stylesheets=[CSS(string=_PAPER)], pdf_variant=VARIANT)
        return path


def _content(page: HTML) -> Any:
    """The element that holds what a page says."""
    return page.etree_element.find(".//*[@id='inhoud']")


def _set_edition(page: HTML, edition: str) -> None:
    """Choose what stands in it, and say so in its title."""
    root = page.etree_element
    root.set("class", f"{root.get('class', '')} {edition}-afdrukken".strip())
    title = root.find("head/title")
    name, dash, site = title.text.rpartition(" – ")
    title.text = f"{name}, {EDITIONS[edition]}{dash}{site}"


_POINTING = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "headers")


def _part_id(number: int) -> str:
    return f"deel-{number}"


def _join(content: Any, url: str, number: int, parts: dict[str, int]) -> None:
    """Make a page part of a whole: ids that no other part has, and links to another part that lead there."""
    mark = f"{_part_id(number)}-"
    for element in content.iter():
        if "id" in element.attrib:
            element.set("id", mark + element.get("id"))
        for name in _POINTING:
            if name in element.attrib:
                element.set(name, " ".join(mark + id for id in element.get(name).split()))
        for name in ("href", "src"):
            if name in element.attrib:
                element.set(name, _within(urljoin(url, element.get(name)), parts))


def _within(url: str, parts: dict[str, int]) -> str:
    """An address as it is from within the whole."""
    page, _, anchor = url.partition("#")
    if page not in parts:
        return url
    part = _part_id(parts[page])
    return f"#{part}-{anchor}" if anchor else f"#{part}"
