"""``woordparen.yml``: words of the trade and plain words for the same → what the search in the browser knows of them.

Editors keep the pairs. Who searches one side of a pair also finds where the other side stands.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from ..messages import messages
from ..model.base import Onderdeel
from ..model.text import Naam
from ..problem import ContentError, Loc, Problem, first_of
from ..reading import Document, read_file
from .words import FUNCTION_WORDS, PARTICLES, words_of

FILE = "woordparen.yml"
DATA = "data/zoektaal.json"
"""Where the search in the browser finds what it must know of the language."""

Termen = Annotated[list[Naam], Field(min_length=1)]


class Woordpaar(Onderdeel):
    """Words of the trade, and plain words for the same."""

    vakwoord: Termen
    """Hoe vakmensen het noemen."""
    gewoon: Termen
    """Hoe anderen het noemen: een woord of een korte uitdrukking."""


class Woordparen(Onderdeel):
    """The whole file."""

    paren: list[Woordpaar]
    """Elk paar heeft `vakwoord` en `gewoon`."""


def read_pairs(root: Path) -> list[Woordpaar]:
    """The pairs of the project at *root*; none when it has no such file. Raises ``ContentError``."""
    return _read(root)[0]


def problems_in_pairs(root: Path, texts: Iterable[str]) -> Iterator[Problem]:
    """What is wrong with the pairs of a project whose content files hold these texts."""
    try:
        pairs, document = _read(root)
    except ContentError as error:
        yield from error.problems
        return
    if document:
        yield from _repeated(pairs, document)
        yield from _leading_nowhere(pairs, document, [text.lower() for text in texts])


def search_language(pairs: Iterable[Woordpaar]) -> bytes:
    """What the search in the browser must know of the language, as JSON."""
    data = {
        "kleine_woorden": sorted(FUNCTION_WORDS),
        "voorzetsels": sorted(PARTICLES),
        "paren": [[pair.vakwoord, pair.gewoon] for pair in pairs],
    }
    return f"{json.dumps(data, ensure_ascii=False, separators=(',', ':'))}\n".encode()


def _read(root: Path) -> tuple[list[Woordpaar], Document | None]:
    path = root / FILE
    if not path.exists() and not path.is_symlink():
        return [], None
    document = read_file(path, FILE)
    try:
        return Woordparen.model_validate(document.data, strict=True).paren, document
    except ValidationError as error:
        raise ContentError(first_of(messages(error, document, Woordparen))) from None


def _terms(pairs: Iterable[Woordpaar]) -> Iterator[tuple[Loc, str]]:
    for n, pair in enumerate(pairs):
        for side in ("vakwoord", "gewoon"):
            for m, term in enumerate(getattr(pair, side)):
                yield ("paren", n, side, m), term


def _repeated(pairs: list[Woordpaar], document: Document) -> Iterator[Problem]:
    """A term stands in one pair only: else a search would jump from pair to pair."""
    seen: set[str] = set()
    for loc, term in _terms(pairs):
        words = " ".join(words_of(term))
        if words in seen:
            yield document.problem(loc, f"“{term}” staat al in dit bestand; voeg de paren samen")
        seen.add(words)


def _leading_nowhere(
    pairs: list[Woordpaar], document: Document, texts: list[str]
) -> Iterator[Problem]:
    """At least one term of a pair stands in the content; else nobody finds anything by it."""
    for n, pair in enumerate(pairs):
        terms = [term.lower().split() for term in (*pair.vakwoord, *pair.gewoon)]
        if not any(all(word in text for word in words) for words in terms for text in texts):
            message = "geen van deze woorden staat in de catalogus, dus niemand vindt er iets mee"
            yield document.problem(("paren", n), message)
