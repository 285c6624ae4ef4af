"""The small Markdown that editors may write, and the check that keeps the rest out.

A text is scanned, never rendered: rendering every text in the check costs several times the parse.
Allowed are paragraphs, lists, emphasis and links to ``https://…``, ``mailto:…`` or the id of an item.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

# One pass over the text decides whether anything in it needs a closer look.
_SUSPECT = re.compile(
    r"[<{`\\!|&\t\x00-\x08\x0b-\x1f\x7f\u2028\u2029]|\]|^ {0,3}(?:#|[=~-]{3}|>|[*_] ?[*_])|^ {4}",
    re.M,
)
_LINK = re.compile(r"\[(?P<words>[^\[\]]*)\]\((?P<target>[^()\s]*)\)")
_OUTSIDE = re.compile(
    r"https?://[^\s<>\"'`\\{}|&()\[\]]+(?:&[^\s<>\"'`\\{}|()\[\];]+)*|mailto:[\w.+-]+@[\w.-]+", re.A
)
ITEM_TARGET = re.compile(r"(?:[a-z]+:)?[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[0-9]{2})?", re.A)

_ALLOWED = "toegestaan: https://…, mailto:… of het id van een onderdeel"

_FORBIDDEN: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029]"), "een onzichtbaar stuurteken"),
    (re.compile(r"\t"), "een tab; gebruik spaties"),
    (re.compile(r"<[a-zA-Z/!?]"), "HTML"),
    (
        re.compile(r"&(?:[a-zA-Z][a-zA-Z0-9]*|#[0-9xX][0-9a-fA-F]*);"),
        "een HTML-code zoals &amp;; schrijf het teken zelf",
    ),
    (re.compile(r"!\["), "een afbeelding"),
    (re.compile(r"\{"), "een accolade"),
    (re.compile(r"`"), "een accent grave (`)"),
    (re.compile(r"\\"), "een backslash"),
    (re.compile(r"\|"), "een verticale streep"),
    (re.compile(r"^ {0,3}#", re.M), "een kop"),
    (
        re.compile(r"^ {0,3}(?:={3,}|-{3,}|~{3,}|(?:[*_] ?){3,})\s*$", re.M),
        "een streep of onderstreepte kop",
    ),
    (re.compile(r"^ {0,3}>", re.M), "een citaat; schrijf in eigen woorden"),
    (re.compile(r"^ {0,3}\[[^\]]*\]:", re.M), "een verwijzingsdefinitie"),
    (re.compile(r"\]\s*\["), "een verwijzing met dubbele haken"),
    (re.compile(r"\]\s+\("), "een spatie tussen ] en ("),
    (re.compile(r"^ {4}(?! *(?:[-*+]|[0-9]+[.)]) )", re.M), "een regel met vier spaties ervoor"),
)


def links(text: str) -> list[tuple[str, str]]:
    """The links in a text, as (words, target)."""
    return _LINK.findall(text) if "](" in text else []


def is_item_target(target: str) -> bool:
    """Whether a link target names an item of the catalogue (``convenant``, ``wet:gemeentewet``)."""
    return ":" not in target.replace(":", "", 1) and ITEM_TARGET.fullmatch(target) is not None


def _fault(text: str) -> str | None:
    for pattern, name in _FORBIDDEN:
        if found := pattern.search(text):
            return f"{name} mag hier niet (bij “{_around(text, found.start())}”)"
    return next(
        (fault for link in _LINK.finditer(text) if (fault := _link_fault(link))), None
    ) or _loose_bracket(text)


def _link_fault(link: re.Match[str]) -> str | None:
    target = link["target"]
    if not link["words"].strip():
        return f"een link zonder woorden (naar “{target[:60]}”)"
    if is_item_target(target) or _OUTSIDE.fullmatch(target):
        return None
    return f"een link naar “{target[:60]}” mag niet; {_ALLOWED}"


def _loose_bracket(text: str) -> str | None:
    rest = _LINK.sub("", text)
    found = re.search(r"\]\(", rest)
    return f"deze link klopt niet; {_ALLOWED} (bij “{_around(rest, found.start())}”)" if found else None


def _around(text: str, at: int) -> str:
    return " ".join(text[max(0, at - 12) : at + 24].split()) or "begin van de tekst"


def check_text(text: str) -> str:
    """Return *text* as it is, or raise with a Dutch sentence that says what may not be in it."""
    if _SUSPECT.search(text) and (fault := _fault(text)):
        raise PydanticCustomError("tekst", "{fout}", {"fout": fault})
    if text.strip() in ("", "…", "..."):
        raise PydanticCustomError(
            "leeg", "is nog leeg; vul het in, of laat het veld weg als er niets te zeggen is"
        )
    return text


def check_line(text: str) -> str:
    """As ``check_text``, for a text of one paragraph without lists."""
    if "\n" in text.strip():
        raise PydanticCustomError("regel", "moet één alinea zijn, zonder witregels of lijst")
    return check_text(text)


_NAME_FORBIDDEN = re.compile(r"<[a-zA-Z/!?]|javascript:|data:|[\x00-\x1f\x7f\u2028\u2029]", re.I)


def check_name(text: str) -> str:
    """A name is plain text: shown as it stands, without Markdown."""
    if text.strip() in ("", "…", "..."):
        raise PydanticCustomError(
            "leeg", "is nog leeg; vul het in, of laat het veld weg als er niets te zeggen is"
        )
    if found := _NAME_FORBIDDEN.search(text):
        fault = f"alleen gewone tekst mag hier (bij “{_around(text, found.start())}”)"
        raise PydanticCustomError("tekst", "{fout}", {"fout": fault})
    return text


Tekst = Annotated[str, Field(max_length=6000), AfterValidator(check_text)]
"""Small Markdown: paragraphs, lists, emphasis, links."""

Regel = Annotated[str, Field(max_length=600), AfterValidator(check_line)]
"""One paragraph of small Markdown."""

Naam = Annotated[str, Field(max_length=200), AfterValidator(check_name)]
"""A name or term: plain text."""
