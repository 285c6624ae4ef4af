"""The pages that were handed over → a Pagefind index in the folder ``pagefind/`` of a built site.

Pagefind reads a copy of each page that holds what is to be found: the page without its notes and its sources, and
before it the names that lead to it. The site's own pages stay as they are.
"""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from .handover import SearchPage, pages_in
from .records import Names, SearchRecord
from .words import FUNCTION_WORDS, Vocabulary, forms, words_of

BUNDLE = "pagefind"
VOCABULARY = "woorden.json"
"""Names and words of the site, from which a mistyped query is mended."""

MARK = "⁂"
"""Stands in the index behind names that are not to be seen; what a result may show comes after it."""

ASKED = "⁇"
"""Stands in the index behind each question that a page answers; all of them stand before the mark."""

UNUSED = (
    "pagefind-component-ui.*",
    "pagefind-modular-ui.*",
    "pagefind-ui.*",
    "pagefind-highlight.js",
    "wasm.unknown.pagefind",
)
"""Files of the bundle that our own search page does without."""

EXCLUDED = (
    ".kruimels",
    ".vergelijkvakje",
    ".noot",
    ".oordeel",
    ".plaats",
    ".bronnen",
    ".citeren",
    ".bewerk",
    ".volledigheid",
    ".gegevens",
    ".kort",
    ".uitklap",
    ".soort",
    ".verlopen",
    ".feiten",
    ".vragen",
    # What more a page links to: the reason stands on the page at the other end as well.
    ".vouw-verwijzingen",
    ".relaties",
    ".omgevingsbeeld",
    ".matrix",
    ".matrixpaneel",
    # A handout is sought by what it is; what its sheets say stands on the cards and in the module.
    ".vel",
)
"""Parts of a page that are not what it is about."""

NAME, KEYWORD, QUESTION, PART, SLIP, FILLER = "10", "7", "4", "3", "0", "0"
"""How heavily words weigh: the names of a page, an editor's other words, the questions that it answers, parts of
names and words, slips, mere grammar.

What weighs nothing is found, but never puts a page before another."""

QUIET_NAME, QUIET_TEXT = "5", "0.2"
"""How heavily the names and the text weigh of a page that only names what others are about."""

_LONGEST_NAME = 5
"""In words. A longer title is a sentence, and nobody types that by heart."""

_ANCHOR = re.compile(r'<(\w+)([^<>]*?) id="([^"]*)"([^<>]*)>')
_TAG = re.compile(r"<[^>]*>")
_TOKEN = re.compile(r"[^\W\d_]{3,}")


def index_site(site: Path, handed_over: Path) -> int:
    """Write the search index of the pages in a folder into a built site; returns the number of pages that can be found."""
    pages = list(pages_in(handed_over))
    vocabulary = Vocabulary(_known_words(pages))
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder)
        for page in pages:
            path = source / page.record.address / "index.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_searchable(page, vocabulary), encoding="utf-8")
        _run_pagefind(source, site / BUNDLE)
    _tidy(site, pages)
    return len(pages)


def _known_words(pages: Iterable[SearchPage]) -> set[str]:
    """Every word on the site and in its names."""
    found: set[str] = set()
    for page in pages:
        found.update(_TOKEN.findall(_TAG.sub(" ", page.html)))
        for names in (page.record.names, *page.record.parts.values()):
            found.update((names.titel, *names.synoniemen, *names.zoekwoorden))
    # Most words stand on many pages: compare them raw first, then once in their plain form.
    return {word for text in found for word in words_of(text)}


def _run_pagefind(source: Path, bundle: Path) -> None:
    # The command, not the package's class: that stops the program before all of its files are on disk.
    command = [
        sys.executable,
        "-m",
        "pagefind",
        "--site",
        str(source),
        "--output-path",
        str(bundle),
    ]
    command += ["--exclude-selectors", ", ".join(EXCLUDED), "--force-language", "nl", "--quiet"]
    subprocess.run(command, check=True, capture_output=True, text=True)


def _tidy(site: Path, pages: Iterable[SearchPage]) -> None:
    for pattern in UNUSED:
        for path in (site / BUNDLE).glob(pattern):
            path.unlink()
    (site / BUNDLE / VOCABULARY).write_text(_vocabulary_json(pages), encoding="utf-8")


def _vocabulary_json(pages: Iterable[SearchPage]) -> str:
    """Titles and synonyms, and the words in these and in the summaries."""
    records = [page.record for page in pages]
    names = [names for record in records for names in (record.names, *record.parts.values())]
    titles = sorted({name for one in names for name in (one.titel, *one.synoniemen) if name})
    words = {
        word
        for text in (*titles, *(record.summary for record in records))
        for word in words_of(text)
    }
    kept = sorted(word for word in words - FUNCTION_WORDS if len(word) > 3 and not word.isdigit())
    return (
        json.dumps({"namen": titles, "woorden": kept}, ensure_ascii=False, separators=(",", ":"))
        + "\n"
    )


def _searchable(page: SearchPage, vocabulary: Vocabulary) -> str:
    """The copy of a page that Pagefind reads."""
    record = page.record
    head = [_meta("soort", record.label), _filter("soort", record.kind)]
    if record.id:
        head.append(_filter("id", record.id))
    if record.part_kind:
        head.append(_meta("deelsoort", record.part_kind))
    shown = ""
    if record.background:
        # What is said of a page weighs for Pagefind, whatever weight its text has; so here it is text.
        shown = "".join(
            _weighted(QUIET_TEXT, [text, MARK]) for text in (record.names.titel, record.summary)
        )
    else:
        head.append(_meta("samenvatting", record.summary))
        if record.names.titel:
            head.append(_meta("title", record.names.titel))
            head.append(_meta("namen", " | ".join((record.names.titel, *record.names.synoniemen))))
    names = _aliases(record.names, vocabulary, QUIET_NAME if record.background else NAME)
    names += _weighted(FILLER, sorted(FUNCTION_WORDS))
    names += _questions(record.names.vragen)
    # Words on both sides of a span without a space would be one word.
    article = page.html.replace("<span", " <span")
    body = _ANCHOR.sub(lambda found: _anchored(found, record, vocabulary), article)
    if record.background:
        body = body.replace("<h1", "<h2").replace("</h1", "</h2")
        body = f'<div data-pagefind-weight="{QUIET_TEXT}">{body}</div>'
    return f'<html lang="nl"><body data-pagefind-body>{"".join(head)}{names}<p>{MARK}</p>{shown}{body}</body></html>'


def _meta(name: str, value: str) -> str:
    return f'<i data-pagefind-meta="{name}[content]" content="{html.escape(value)}"></i>'


def _filter(name: str, value: str) -> str:
    return f'<i data-pagefind-filter="{name}[content]" content="{html.escape(value)}"></i>'


def _anchored(found: re.Match[str], record: SearchRecord, vocabulary: Vocabulary) -> str:
    """An element with an anchor: one that is a result of its own gets its names, any other loses its anchor."""
    tag, before, anchor, after = found.groups()
    names = record.parts.get(anchor)
    if names is None:
        return f"<{tag}{before}{after}>"
    heading = f'<h3 id="{anchor}">{html.escape(names.titel)}</h3>'
    return f"{heading}<p>{_aliases(names, vocabulary)}{MARK}</p><{tag}{before}{after}>"


def _aliases(names: Names, vocabulary: Vocabulary, name_weight: str = NAME) -> str:
    """All words that lead to a page or a part of it, in blocks from heavy to light; no word stands in two of them."""
    all_names = (names.titel, *names.synoniemen)
    own = [word for name in all_names for word in _separate(name)]
    keywords = [word for name in names.zoekwoorden for word in _separate(name)]
    parts = [part for word in (*own, *keywords) for part in (*vocabulary.parts(word), *forms(word))]
    parts += [form for part in parts for form in forms(part)]
    short = [name for name in all_names if len(words_of(name)) <= _LONGEST_NAME]
    parts += [initials for name in short for initials in sorted(vocabulary.abbreviations(name))]
    slips = [slip for name in short for word in _separate(name) for slip in vocabulary.slips(word)]
    seen: set[str] = set()
    blocks = []
    for weight, words in ((name_weight, own), (KEYWORD, keywords), (PART, parts), (SLIP, slips)):
        fresh = [word for word in dict.fromkeys(words) if word not in seen]
        seen.update(fresh)
        blocks.append(_weighted(weight, fresh))
    return "".join(blocks)


def _questions(questions: list[str]) -> str:
    """The questions that a page answers, each closed by a mark, so that they can be told apart again."""
    return "".join(_weighted(QUESTION, [question, ASKED]) for question in questions)


def _separate(name: str) -> list[str]:
    """The words of a name, and the name as one word when it is written with hyphens or spaces."""
    words = words_of(name)
    return words if len(words) != 2 else [*words, "".join(words)]


def _weighted(weight: str, words: Iterable[str]) -> str:
    text = html.escape(" ".join(words))
    return f'<span data-pagefind-weight="{weight}"> {text} </span>' if text else ""
