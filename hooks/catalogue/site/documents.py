"""A built HTML file → its links, its anchors, and what may not stand in it.

No page carries a script, a style or a handler of its own, so the security policy need not admit any.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

ADDRESSES = ("href", "xlink:href", "src", "action", "formaction", "poster", "data")
"""Attributes whose value is one address."""

FRAMES = ("base", "embed", "frame", "iframe", "object")
"""Elements that bring another document into a page, or lead its addresses elsewhere; no page has one."""

FOLLOWED = ("a", "area")
"""Elements whose address a visitor goes to; that of any other a browser fetches, or sends to, by itself."""

DATA_TYPES = ("application/json", "application/ld+json")
"""What a script element may hold without being a script."""


@dataclass(frozen=True)
class Hyperlink:
    """One address on a page, with the element on which it stands."""

    target: str
    tag: str
    line: int

    @property
    def is_followed(self) -> bool:
        """Whether a visitor goes there, instead of the browser by itself."""
        return self.tag in FOLLOWED


WITHDRAWN = "instrumentenwijzer:ingetrokken"
"""The name of the mark in a page that says that what stood there is gone."""


@dataclass
class HtmlDocument:
    """What one HTML file links to, which anchors it offers, and what is wrong with the file itself."""

    links: list[Hyperlink] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    faults: list[tuple[int, str]] = field(default_factory=list)
    """Line and message."""
    canonical: str = ""
    is_redirect: bool = False
    """Whether nothing stands on it but the way to another page."""


def read_document(path: Path) -> HtmlDocument:
    """The document in an HTML file."""
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return reader.document


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.document = HtmlDocument()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag in FRAMES:
            self._fault(f"<{tag}> mag niet")
        self._note_inline(tag, found)
        self._note_anchors(tag, found)
        for name in ADDRESSES:
            if name in found:
                self._link(tag, found[name])
        for candidate in found.get("srcset", "").split(","):
            if candidate.strip():
                self._link(tag, candidate.split()[0])
        if tag == "link" and found.get("rel") == "canonical":
            self.document.canonical = found.get("href", "")
        if tag == "meta" and found.get("http-equiv", "").lower() == "refresh":
            self.document.is_redirect = True
            self._link(tag, found.get("content", "").partition("=")[2])
        if tag == "meta" and found.get("name") == WITHDRAWN:
            self.document.is_redirect = True

    def _link(self, tag: str, target: str) -> None:
        self.document.links.append(Hyperlink(target.strip(), tag, self.getpos()[0]))

    def _fault(self, message: str) -> None:
        self.document.faults.append((self.getpos()[0], message))

    def _note_anchors(self, tag: str, found: dict[str, str]) -> None:
        if "id" in found:
            if found["id"] in self.document.anchors:
                self._fault(f"id «{found['id']}» staat er twee keer")
            self.document.anchors.add(found["id"])
        if tag == "a" and "name" in found:
            self.document.anchors.add(found["name"])

    def _note_inline(self, tag: str, found: dict[str, str]) -> None:
        if tag == "script" and "src" not in found:
            if found.get("type", "").lower() not in DATA_TYPES:
                self._fault("een script in de pagina zelf mag niet; zet het in een bestand")
        elif tag == "style":
            self._fault("stijl in de pagina zelf mag niet; zet die in een bestand")
        for name in found:
            if name == "style" or name.startswith("on"):
                self._fault(f"«{name}» op <{tag}> mag niet")
