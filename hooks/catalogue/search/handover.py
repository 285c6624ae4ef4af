"""What the builder of the site hands over to the search index: the record and the HTML of each page, as it is made.

In a folder of its own, for the builder is another process, and thousands of pages are too many to keep.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from .records import Names, SearchRecord

VARIABLE = "CATALOGUE_SEARCH"
"""The environment variable that names the folder; without it nothing is handed over."""


@dataclass(frozen=True)
class SearchPage:
    """A page as the index gets it: what is known of it, and what is on it."""

    record: SearchRecord
    html: str


class Handover:
    """The folder, from the builder's side."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def add(self, html: str, record: SearchRecord) -> None:
        """Hand over a page that is to be found."""
        data = json.dumps({"record": asdict(record), "html": html}, ensure_ascii=False)
        name = f"{record.address.strip('/').replace('/', '--') or 'start'}.json"
        (self._folder / name).write_text(data, encoding="utf-8")


def pages_in(folder: Path) -> Iterator[SearchPage]:
    """The pages that were handed over, in a fixed order."""
    for path in sorted(folder.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        yield SearchPage(_record(data["record"]), data["html"])


def _record(data: dict[str, Any]) -> SearchRecord:
    parts = {anchor: Names(**names) for anchor, names in data["parts"].items()}
    return SearchRecord(**{**data, "names": Names(**data["names"]), "parts": parts})
