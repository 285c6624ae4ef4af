"""The pages under ``docs/`` that were written by hand → what is on them that may not be there.

Unlike the texts on cards these may hold headings, tables and code, so each is rendered as the site's generator renders
it, and the result may have no other elements and no other addresses than those below. That costs too much for thousands
of texts; there are few of these pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import groupby
from unicodedata import normalize
from urllib.parse import unquote, urlsplit

import markdown

from .problem import ContentError, one_line
from .reading import FRONT_MATTER, read_yaml

EXTENSIONS = ["toc", "tables", "fenced_code"]
"""The extensions with which the site's generator renders a page; a test holds them equal to those in ``mkdocs.yml``."""

SETTINGS = {"toc": {"permalink": False}, "tables": {"use_align_attribute": True}}

ALLOWED: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        ("p", "ul", "ol", "li", "em", "strong", "blockquote", "pre", "br", "hr"), frozenset()
    ),
    **dict.fromkeys(("table", "thead", "tbody", "tr"), frozenset()),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), frozenset({"id"})),
    **dict.fromkeys(("th", "td"), frozenset({"align"})),
    "a": frozenset({"href"}),
    "code": frozenset({"class"}),
    "ol": frozenset({"start"}),
}
"""Element → the attributes that it may have."""

FIELDS = frozenset({"title", "description"})
"""What may stand above such a page; the rest of what the theme reads there is for generated pages."""

MAX_BYTES = 64 * 1024
"""So long may such a page be."""

MAX_PARAGRAPH = 10_000
MAX_BRACKETS = 100
_BOUNDS = (
    (re.compile(r"^ {0,3}(?:#|=+ *$|-+ *$)", re.M), 200, "koppen en strepen"),
    (re.compile(r"<"), 200, "tekens <"),
)

_SCHEMES = frozenset({"", "https", "http", "mailto"})
# Here the generator takes the fields to end.
_OTHER_END = re.compile(r"^(?:\.{3}|-{3})[ \t]*$", re.M)
_TAKEN_FOR_FIELD = re.compile(r"---|[ ]{0,3}[A-Za-z0-9_-]+:")


@dataclass(frozen=True)
class WrittenFault:
    """Something on a page that may not be there."""

    line: int
    message: str


def faults(text: str) -> Iterator[WrittenFault]:
    """What is wrong with the text of a page, each thing once."""
    front = FRONT_MATTER.match(text)
    yield from _field_faults(front[1]) if front else _hidden_fields(text)
    body_start = front.end() if front else 0
    if too_much := list(_too_much(text, body_start)):
        yield from too_much
        return
    reader = _Reader()
    try:
        body = text[body_start:]
        reader.feed(markdown.markdown(body, extensions=EXTENSIONS, extension_configs=SETTINGS))
    except RecursionError:
        line = text.count("\n", 0, body_start) + 1
        yield WrittenFault(line, "lijsten of citaten staan te diep in elkaar; maak het eenvoudiger")
        return
    reader.close()
    for what, message in dict.fromkeys(reader.found):
        at = text.lower().find(what.lower(), body_start)
        yield WrittenFault(text.count("\n", 0, max(at, body_start)) + 1, message)


def _too_much(text: str, start: int) -> Iterator[WrittenFault]:
    """What would keep the generator busy: its work grows faster than these do."""
    for pattern, most, what in _BOUNDS:
        starts = [one.start() for one in pattern.finditer(text, start)]
        if len(starts) > most:
            at = text.count("\n", 0, starts[most]) + 1
            yield WrittenFault(
                at, f"meer dan {most} {what} op één pagina; maak er meer pagina's van"
            )
    first = text.count("\n", 0, start) + 1
    numbered = enumerate(text[start:].split("\n"), first)
    for empty, found in groupby(numbered, lambda one: not one[1].strip()):
        lines = [*found]
        at, paragraph = lines[0][0], "".join(line for _, line in lines)
        if not empty and len(paragraph) > MAX_PARAGRAPH:
            yield WrittenFault(
                at, f"een alinea van meer dan {MAX_PARAGRAPH} tekens; maak er meer van"
            )
        elif paragraph.count("[") > MAX_BRACKETS:
            yield WrittenFault(
                at, f"een alinea met meer dan {MAX_BRACKETS} haken [; maak er meer van"
            )


def _field_faults(fields: str) -> Iterator[WrittenFault]:
    """What is wrong with what stands above a page; read strictly, for a field may be written in many ways."""
    if found := _OTHER_END.search(fields):
        line = fields.count("\n", 0, found.start()) + 2
        yield WrittenFault(line, "de velden bovenaan eindigen met een regel met alleen `---`")
        return
    try:
        document = read_yaml(fields, "", first_line=2)
    except ContentError as error:
        yield from (WrittenFault(one.line, one.message) for one in error.problems)
        return
    for name, value in document.data.items():
        at = document.problem((name,), "", at_key=True).line
        if name not in FIELDS:
            said = f"veld “{one_line(name)}” mag hier niet; toegestaan: title, description"
            yield WrittenFault(at, said)
        elif not isinstance(value, str):
            yield WrittenFault(
                at, f"veld “{name}” moet tekst zijn; zet die tussen aanhalingstekens"
            )


def _hidden_fields(text: str) -> Iterator[WrittenFault]:
    """What the generator takes for fields although it stands between no two lines with ``---``."""
    if _TAKEN_FOR_FIELD.match(text):
        said = "de velden bovenaan moeten tussen twee regels met `---` staan; of begin met een kop"
        yield WrittenFault(1, said)


class _Reader(HTMLParser):
    """Notes the elements, attributes and addresses of a page that may not be there, with what to look for in its text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALLOWED:
            self._refuse(f"<{tag}", f"HTML mag hier niet (bij “<{one_line(tag)}”)")
            return
        for name, value in attrs:
            if name not in ALLOWED[tag]:
                self._refuse(name, f"het kenmerk “{one_line(name)}” mag hier niet")
            elif name == "href" and not _is_safe(value or ""):
                self._refuse(
                    value or "",
                    f"een link naar “{one_line(value)}” mag niet; toegestaan: een pagina van de site, https://… of mailto:…",
                )

    def handle_endtag(self, tag: str) -> None:
        if tag not in ALLOWED and not any(what == f"<{tag}" for what, _ in self.found):
            # It would close an element of the page around this text.
            self._refuse(f"</{tag}", f"HTML mag hier niet (bij “</{one_line(tag)}”)")

    def handle_comment(self, data: str) -> None:
        self._refuse("<!--", "een HTML-opmerking mag hier niet")

    def handle_decl(self, decl: str) -> None:
        self._refuse("<!", "HTML mag hier niet (bij “<!”)")

    def unknown_decl(self, data: str) -> None:
        self.handle_decl(data)

    def handle_pi(self, data: str) -> None:
        self._refuse("<?", "HTML mag hier niet (bij “<?”)")

    def _refuse(self, what: str, message: str) -> None:
        self.found.append((what, message))


def _is_safe(target: str) -> bool:
    """Whether an address stays on the site, or leads to another by a scheme that runs nothing."""
    try:
        whole = urlsplit(target.strip())
    except ValueError:
        return False
    # Characters that a browser leaves out of an address, or reads as a slash, may hide a scheme or a host.
    visible = not re.search(r"[\x00-\x20\x7f\\]", target)
    # What looks like a scheme and is none (a letter of another alphabet, a code for a letter) is meant to mislead.
    first = re.split("[/?#]", normalize("NFKC", unquote(target)), maxsplit=1)[0]
    if not whole.scheme and ":" in first:
        return False
    return visible and whole.scheme in _SCHEMES and not (whole.netloc and not whole.scheme)
