"""The small Markdown that editors may write, and the check that keeps the rest out.

A text is scanned, never rendered: rendering every text in the check costs several times the parse.
Allowed are paragraphs, lists, emphasis and links to ``https://…``, ``mailto:…`` or the id of an item.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_after_validator_function

from ..characters import UNSEEN_SET, unseen_in
from ..markup import LINK, TextLink, is_item_target, plain, text_links
from ..problem import one_line
from ..text_html import has_empty_point, words_shown

FIELD = "veld"
"""By this a broken rule of a class names the field that it is about."""


def broken(said: str, field: str = "") -> PydanticCustomError:
    """What a rule of ours raises: a Dutch sentence, and the field that it is about if a class as a whole is checked."""
    return PydanticCustomError("regel", "{fout}", {"fout": said, FIELD: field})


_WORD = re.compile(r"[^\W_]")
# Where Markdown starts to read a block: the start of a line or of a list item.
_START = r"^ {0,3}(?:(?:[-*+]|[0-9]+[.)]) +)*"

# One pass over the text decides whether anything in it needs a closer look.
_SUSPECT = re.compile(
    rf"[<{{`\\!|&\t{UNSEEN_SET}]|\]|\*\*|^ {{4}}|^ {{0,3}}(?:[#>~=_*+-]|[0-9]+[.)] )",
    re.M,
)
_OUTSIDE = re.compile(
    r"https?://\w[^\s<>\"'`\\{}|&()\[\]]*(?:&[^\s<>\"'`\\{}|()\[\];&]*)*|mailto:[\w.+-]+@[\w.-]+",
    re.A,
)


def is_address(text: str) -> bool:
    """Whether it is the address of a page, with nothing in it that no one sees."""
    try:
        found = urlsplit(text)
        known = found.scheme in ("http", "https") and found.hostname is not None
        return known and found.port != 0 and not re.search(rf"[\s<>\"'{UNSEEN_SET}]", text)
    except ValueError:
        return False


_ALLOWED = "toegestaan: https://…, mailto:… of het id van een onderdeel"

_FORBIDDEN: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\t"), "een tab; gebruik spaties"),
    (re.compile(r"<[a-zA-Z/!?]"), "HTML"),
    (re.compile(r"<[^<> !]+@"), "een adres tussen < en >"),
    (
        re.compile(r"&(?:#|[a-zA-Z][a-zA-Z0-9]*;)"),
        "een HTML-code, zoals “&amp”; schrijf het teken zelf",
    ),
    (re.compile(r"!\["), "een afbeelding"),
    (re.compile(r"\[TOC\]"), "een inhoudsopgave"),
    # Of these the inner ones would show: *a**b*.
    (
        re.compile(r"(?<!\*)\*(?!\*)[^*]+\*\*(?!\*)[^*]+\*(?!\*)"),
        "een los paar sterretjes binnen *nadruk*",
    ),
    (re.compile(r"\{"), "een accolade"),
    (re.compile(r"`"), "een accent grave (`)"),
    (re.compile(r"\\"), "een backslash"),
    (re.compile(r"\|"), "een verticale streep"),
    (re.compile(rf"{_START}#", re.M), "een kop"),
    (re.compile(rf"{_START}(?:~~~|[-=*_+][-=*_+ ]*$)", re.M), "een streep of onderstreepte kop"),
    (
        re.compile(r"^ {0,3}(?:(?:[-*+]|[0-9]+[.)])\s+){4}", re.M),
        "een lijst in een lijst in een lijst",
    ),
    (re.compile(rf"{_START}>", re.M), "een citaat; schrijf in eigen woorden"),
    (re.compile(rf"{_START}\[[^\]]*\]:", re.M), "een verwijzingsdefinitie"),
    (re.compile(r"\]\s*\["), "een verwijzing met dubbele haken"),
    (re.compile(r"\]\s+\("), "een spatie tussen ] en ("),
    (re.compile(r"^ {4}", re.M), "een regel met vier spaties ervoor"),
)


def _unseen_fault(text: str) -> str | None:
    if unseen := unseen_in(text):
        at, what = unseen
        return f"{what} mag hier niet (bij “{_around(text, at)}”)"
    return None


def _fault(text: str) -> str | None:
    if unseen := _unseen_fault(text):
        return unseen
    for pattern, name in _FORBIDDEN:
        if found := pattern.search(text):
            what, _, advice = name.partition("; ")
            said = f"{what} mag hier niet; {advice}" if advice else f"{what} mag hier niet"
            return f"{said} (bij “{_around(text, found.start())}”)"
    return next(
        (fault for link in text_links(text) if (fault := _link_fault(link))), None
    ) or _loose_bracket(text)


def _link_fault(link: TextLink) -> str | None:
    target = link.target
    if not plain(link.words).strip():
        return f"een link zonder woorden (naar “{one_line(target)}”)"
    if is_item_target(target):
        return None
    if _OUTSIDE.fullmatch(target) and (target.startswith("mailto:") or is_address(target)):
        return None
    return f"een link naar “{one_line(target)}” mag niet; {_ALLOWED}"


def _loose_bracket(text: str) -> str | None:
    rest = LINK.sub("", text)
    found = re.search(r"\]\(", rest)
    return (
        f"deze link klopt niet; {_ALLOWED} (bij “{_around(rest, found.start())}”)"
        if found
        else None
    )


def _around(text: str, at: int) -> str:
    return one_line(text[max(0, at - 12) : at + 24]).strip() or "begin van de tekst"


# What may be one; whether it is depends on the lines around it.
_EMPTY_POINT = re.compile(rf"{_START}(?:[-*+]|[0-9]+[.)])\s*$", re.M)


def check_text(text: str) -> str:
    """Return *text* as it is, or raise with a Dutch sentence that says what may not be in it."""
    _checked(text)
    found = _EMPTY_POINT.search(text) or _EMPTY_POINT.search(text.strip())
    if found and has_empty_point(text):
        said = "een leeg punt in een lijst mag hier niet; schrijf erachter wat het is"
        raise broken(f"{said} (bij “{_around(text, found.start())}”)")
    return text


def _checked(text: str) -> str:
    # A page shows it without the space around it, also that which is no space to Markdown.
    bare = text.strip()
    suspect = _SUSPECT.search(text) or (bare != text and _SUSPECT.search(bare))
    if suspect and (fault := _fault(text) or _fault(bare)):
        raise broken(fault)
    if text.count("*") > 1 and _shows_stars(text):
        said = "sterretjes die bij het lezen blijven staan; zet een spatie voor het eerste en na het laatste"
        raise broken(f"{said} (bij “{_around(text, text.index('*'))}”)")
    return _filled(text)


def _shows_stars(text: str) -> bool:
    """Whether stars that touch a word do not mark it: *a*b and **a:**b. That of 5 * 3 = 15 does not touch."""
    shown = words_shown(text)
    return shown.count("*") > 1 and re.search(r"\*\S|\S\*", shown) is not None


def _filled(text: str) -> str:
    """The text, if there is a word in it; marks alone show as nothing."""
    if not _WORD.search(text):
        raise PydanticCustomError(
            "leeg", "is nog leeg; vul het in, of laat het veld weg als er niets te zeggen is"
        )
    return text


def check_line(text: str) -> str:
    """As ``check_text``, for a text of one paragraph without lists."""
    if "\n" in text.strip():
        raise broken("moet één alinea zijn, zonder witregels of lijst")
    return _checked(text)


_NAME_FORBIDDEN = re.compile(r"<[a-zA-Z/!?]|javascript:|data:\w+/|[\t\n]", re.I)


def check_name(text: str) -> str:
    """A name is plain text: shown as it stands, without Markdown."""
    _filled(text)
    fault = _unseen_fault(text)
    if not fault and (found := _NAME_FORBIDDEN.search(text)):
        fault = f"alleen gewone tekst mag hier (bij “{_around(text, found.start())}”)"
    if fault:
        raise broken(fault)
    return text


@dataclass(frozen=True)
class Pattern:
    """The form that a text must have, and what an editor reads when it has another."""

    form: str
    """A regular expression for the whole text."""
    allowed: str
    """What is allowed, in Dutch: ``een nummer zoals "1.03"``."""

    def check(self, text: str) -> str:
        """Return *text* as it is, or raise with a Dutch sentence that says what is allowed."""
        if re.fullmatch(self.form, text, re.A) is None:
            raise _not_allowed(text, self.allowed)
        return text

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "pattern": f"^{self.form}$"}


def _not_allowed(text: str, allowed: str) -> PydanticCustomError:
    return broken(f"“{one_line(text)}” mag niet; toegestaan: {allowed}")


_ADDRESS = Pattern(r"https://\S+", "een adres dat begint met https://")


def check_address(text: str) -> str:
    """The address of a page elsewhere, that a browser can read."""
    if not is_address(text):
        raise _not_allowed(text, _ADDRESS.allowed)
    return text


Adres = Annotated[str, _ADDRESS, AfterValidator(check_address)]
"""The address of a page elsewhere."""

Tekst = Annotated[str, Field(max_length=6000), AfterValidator(check_text)]
"""Small Markdown: paragraphs, lists, emphasis, links."""

Regel = Annotated[str, Field(max_length=600), AfterValidator(check_line)]
"""One paragraph of small Markdown."""

Naam = Annotated[str, Field(max_length=200), AfterValidator(check_name)]
"""A name or term: plain text."""
