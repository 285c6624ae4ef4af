"""Everything that the catalogue brings to the site: pages, pages for moved addresses, and open data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from itertools import chain
from pathlib import Path

from .datasets import datasets
from .datasets.cartridge import cartridges
from .datasets.moved import moved_data
from .exporting import exports
from .feeds import feeds
from .linking import Catalogue
from .model.kind import kind_of
from .pages import codes, render, render_moved
from .permalinks import redirects
from .search.records import SearchRecord
from .search.word_pairs import DATA as SEARCH_LANGUAGE
from .search.word_pairs import read_pairs, search_language
from .short_addresses import published_short, short_addresses


@dataclass(frozen=True)
class Output:
    """A generated file of the site."""

    path: str
    """From the docs folder."""
    body: bytes
    """What is in it, of a page its HTML. Bytes, because thousands of pages as text take twice the memory."""
    source: str | None
    """The file that an editor changes, from the root of the project."""
    record: SearchRecord | None = None
    """What the search index must know of it, if it is a page that is to be found."""
    head: bytes = b""
    """What stands above the HTML of a page."""

    @property
    def content(self) -> bytes:
        """All that is in the file."""
        return self.head + self.body


def publish(
    catalogue: Catalogue, root: Path, site_url: str = "", edit_uri: str = ""
) -> Iterator[Output]:
    """All generated files of the site."""
    moved = redirects(root)
    short = short_addresses(catalogue.items, published_short(root))
    leading = moved | {brief: address for address, brief in short.items()}
    # Before the pages: those stay in memory, and the largest of these goes.
    data = chain(
        exports(catalogue, site_url),
        feeds(catalogue, site_url),
        datasets(catalogue),
        cartridges(catalogue, site_url),
        moved_data(moved),
        codes(short.values(), site_url),
    )
    for path, content in data:
        yield Output(path, content, None)
    yield Output(SEARCH_LANGUAGE, search_language(read_pairs(root)), None)
    for page in chain(render(catalogue, site_url, short, edit_uri), render_moved(leading)):
        body, head = page.html.encode("utf-8"), page.head.encode("utf-8")
        yield Output(page.path, body, page.source, page.record, head)


def is_data(path: str) -> bool:
    """Whether a path under ``docs/`` holds data, and is no page or file of the site by itself."""
    return kind_of(f"docs/{path}") is not None


def newest_epoch(catalogue: Catalogue) -> str:
    """The newest date in the data, in seconds, as ``SOURCE_DATE_EPOCH`` wants it."""
    return str(int(datetime.combine(catalogue.newest_date, time(), UTC).timestamp()))


def write_pages(catalogue: Catalogue, root: Path, out: Path, site_url: str = "") -> int:
    """Write all generated files under *out*, with the hand-written pages beside them; returns how many."""
    count = 0
    for page in publish(catalogue, root, site_url):
        _write(out / page.path, page.content)
        count += 1
    docs = root / "docs"
    for path in sorted(docs.rglob("*")) if docs.is_dir() else []:
        relative = path.relative_to(docs).as_posix()
        if path.is_file() and not is_data(relative):
            _write(out / relative, path.read_bytes())
            count += 1
    return count


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
