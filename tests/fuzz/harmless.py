"""What the checker may say and what it may let through, told without the checker's own code.

The HTML of a text that passed is read tag by tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from html import unescape
from pathlib import Path

from catalogue.markup import text_links
from catalogue.model import KINDS, PART_KINDS
from catalogue.pages.environment import make_environment
from catalogue.text_html import block_html, line_html
from tests.site_html import words_of

LINE = re.compile(
    r"(?P<path>.+?):(?P<line>[1-9][0-9]*):(?P<column>[1-9][0-9]*): (?P<field>.+?): (?P<message>.+)"
)

# A note after the last word of a statement, as the pages put it there.
NOTE = '<sup class="noot"><a href="#bron-1" aria-label="Bron 1">1</a></sup>'

_TAG = re.compile(
    r"</?(?:p|ul|ol|li|em|strong)>|</a>|<br>|<ol start=\"[0-9]+\">|<a href=\"(?P<href>[^\"<>]*)\">"
)
_BLOCK = re.compile(r"<(?:p|ul|ol|li)\b")
_SHOWN = make_environment().from_string("{{ value }}")
_HREF = re.compile(
    r"https?://[^/?#\s]|mailto:[^\s@]+@|(?:[a-z]+:)?[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[0-9]{2})?$"
)
_SCHEMES = ("http", "https", "mailto")
_PARTS = (kind.name for kind in PART_KINDS.values() if not kind.within_item)
_STARTS = frozenset({*_SCHEMES, *KINDS, *_PARTS})


def faults_of_text(text: str) -> list[str]:
    """What a text would bring to a page besides paragraphs, lists, emphasis and links."""
    noted = block_html(text.strip(), _nowhere, NOTE)
    found = [] if noted.count(NOTE) == 1 else [f"the note is lost in {noted!r}"]
    return found + _faults(noted.replace(NOTE, ""))


def faults_of_line(text: str) -> list[str]:
    """As ``faults_of_text``, for a text of one paragraph within an element of the page."""
    html = line_html(text, _nowhere)
    return _faults(html) + ([f"a block in {html!r}"] if _BLOCK.search(html) else [])


def _nowhere(_: str) -> None:
    """A link to an item keeps its target."""


def _faults(html: str) -> list[str]:
    found = [f"a link to {href!r}" for href in map(unescape, _hrefs(html)) if not _is_allowed(href)]
    if re.search(r"[<>\"]", rest := _TAG.sub("", html)):
        found.append(f"HTML that may not be there: {rest!r}")
    return found + [f"not closed in its order: {tag!r} in {html!r}" for tag in _loose(html)]


def _loose(html: str) -> list[str]:
    """The tags that close nothing, and those that stay open: they would reach into the page around the text."""
    open_: list[str] = []
    for end, tag in re.findall(r"<(/?)([a-z]+)", html):
        if not end and tag != "br":
            open_.append(tag)
        elif end and (not open_ or open_.pop() != tag):
            return [tag]
    return open_


def _hrefs(html: str) -> Iterable[str]:
    return (tag["href"] for tag in _TAG.finditer(html) if tag["href"] is not None)


def _is_allowed(href: str) -> bool:
    return _HREF.match(href) is not None


def faults_of_name(value: str) -> list[str]:
    """A plain value reads on the page as it stands, and brings no tag."""
    html = _SHOWN.render(value=value)
    return [html] if "<" in html or words_of(html) != " ".join(value.split()) else []


@cache
def faults_of_value(sort: str, value: str) -> list[str]:
    """What a value would bring to a page besides what its field may hold: ``paragraphs``, a ``line`` or a plain value."""
    if not sort:
        return faults_of_name(value)
    strange = [link.target for link in text_links(value) if not names_an_item_or_site(link.target)]
    return strange + (faults_of_text(value) if sort == "paragraphs" else faults_of_line(value))


def names_an_item_or_site(href: str) -> bool:
    """Whether a link target starts with a scheme or a kind that we know; a text alone cannot tell."""
    start, colon, _ = href.partition(":")
    return not colon or start in _STARTS


def assert_readable(lines: Iterable[str], root: Path) -> None:
    """Every line is one printable line that leads to a place within an existing file."""
    for line in lines:
        assert line.isprintable(), f"not printable: {line!r}"
        found = LINE.fullmatch(line)
        assert found, f"no place, field and message: {line!r}"
        path = root / found["path"]
        if not path.is_file():
            continue
        rows = path.read_bytes().decode("utf-8-sig", errors="replace").split("\n")
        at = int(found["line"])
        assert at <= len(rows), f"line {at} of {len(rows)}: {line!r}"
        assert int(found["column"]) <= len(rows[at - 1]) + 1, f"past the end of the line: {line!r}"
