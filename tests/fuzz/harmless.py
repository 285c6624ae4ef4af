"""What the checker may say and what it may let through, told without the checker's own code.

A text that passed is rendered by the Markdown of mkdocs.yml and read as HTML, tag by tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from html import unescape
from pathlib import Path

from catalogue.markup import text_links
from catalogue.model import KINDS, PART_KINDS
from catalogue.pages.escaping import escape_for_markdown
from tests.site_html import rendered, words_of

LINE = re.compile(
    r"(?P<path>.+?):(?P<line>[1-9][0-9]*):(?P<column>[1-9][0-9]*): (?P<field>.+?): (?P<message>.+)"
)

# A note after the last word of a statement, as the pages put it there.
NOTE = '<sup class="noot"><a href="#bron-1" aria-label="Bron 1">1</a></sup>'

_TAG = re.compile(
    r"</?(?:p|ul|ol|li|em|strong)>|</a>|<br />|<ol start=\"[0-9]+\">|<a href=\"(?P<href>[^\"<>]*)\">"
)
_HREF = re.compile(
    r"https?://[^/?#\s]|mailto:[^\s@]+@|(?:[a-z]+:)?[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[0-9]{2})?$"
)
_SCHEMES = ("http", "https", "mailto")
_PARTS = (kind.name for kind in PART_KINDS.values() if not kind.within_item)
_STARTS = frozenset({*_SCHEMES, *KINDS, *_PARTS})


def block(text: str, tail: str = "") -> str:
    """A text of editors as a block, with what the page puts after its last word."""
    return f'<div class="tekst" markdown="1">\n\n{text.strip()}{tail}\n\n</div>'


def faults_of_text(text: str) -> list[str]:
    """What a text would bring to a page besides paragraphs, lists, emphasis and links."""
    whole = _faults(rendered(block(text)), '<div class="tekst">', "</div>")
    # The pages close up blank lines, and put a note behind the last word.
    closed = re.sub(r"\n[ \t]*(?:\n[ \t]*)+", "\n\n", text.strip())
    noted = rendered(block(closed, NOTE))
    if noted.count(NOTE) != 1:
        whole.append(f"the note is lost in {noted!r}")
    return whole + _faults(noted.replace(NOTE, ""), '<div class="tekst">', "</div>")


def faults_of_line(text: str) -> list[str]:
    """As ``faults_of_text``, for a text of one paragraph within an element of the page."""
    line = " ".join(text.split())
    page = rendered(f'<ul markdown="1">\n<li markdown="span">{line}{NOTE}</li>\n</ul>')
    if page.count(NOTE) != 1:
        return [f"the note is lost in {page!r}"]
    return _faults(page.replace(NOTE, ""), "", "")


def _faults(html: str, start: str, end: str) -> list[str]:
    html = html.strip()
    if not (html.startswith(start) and html.endswith(end)):
        return [f"the text breaks out of its block: {html!r}"]
    inner = html[len(start) : len(html) - len(end)]
    found = [
        f"a link to {href!r}" for href in map(unescape, _hrefs(inner)) if not _is_allowed(href)
    ]
    if "<" in (rest := _TAG.sub("", inner)):
        found.append(f"HTML that may not be there: {rest!r}")
    return found


def _hrefs(html: str) -> Iterable[str]:
    return (tag["href"] for tag in _TAG.finditer(html) if tag["href"] is not None)


def _is_allowed(href: str) -> bool:
    return _HREF.match(href) is not None


def faults_of_name(value: str) -> list[str]:
    """A plain value reads on the page as it stands, and brings no tag."""
    html = rendered(f'<p markdown="span">{escape_for_markdown(value)}</p>')
    tags = html.replace("<p>", "").replace("</p>", "")
    return [html] if "<" in tags or words_of(html) != " ".join(value.split()) else []


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
