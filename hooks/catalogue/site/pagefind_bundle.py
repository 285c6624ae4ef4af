"""A Pagefind bundle → the same bundle in one fixed order, or that it is not one that we know.

Pagefind 1.5 numbers pages in the order in which the file system lists them and writes filters
and sort orders in a random order, so two builds of the same site differ. This module renumbers
the pages by their content hash, sorts what has no order of its own, and renames every rewritten
file after its new content.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from pathlib import Path
from typing import Any

import cbor2

from .fault import Fault

ENTRY = "pagefind-entry.json"
MAGIC = b"pagefind_dcd"


def _read(path: Path) -> Any:
    return cbor2.loads(gzip.decompress(path.read_bytes()).removeprefix(MAGIC))


def _name(language: str, content: bytes) -> str:
    return f"{language}_{hashlib.sha256(content).hexdigest()[:12]}"


def _replace(old: Path, language: str, value: Any, pattern: str) -> str:
    """Write `value` under a name made from its content, in place of `old`; the new hash."""
    content = cbor2.dumps(value)
    new_hash = _name(language, content)
    old.unlink()
    # mtime=0: no clock in the header of the archive.
    (old.parent / pattern.format(new_hash)).write_bytes(gzip.compress(MAGIC + content, 9, mtime=0))
    return new_hash


def _renumber(pages: list[list[Any]], number: dict[int, int]) -> list[list[Any]]:
    """A word's pages, whose numbers are stored as steps from one page to the next."""
    renumbered = []
    old = 0
    for step, *positions in pages:
        old += step
        renumbered.append([number[old], *positions])
    renumbered.sort(key=lambda page: page[0])
    previous = 0
    for page in renumbered:
        page[0], previous = page[0] - previous, page[0]
    return renumbered


def _words(words: list[list[Any]], number: dict[int, int]) -> list[list[Any]]:
    return [
        [
            word,
            _renumber(pages, number),
            sorted([form, _renumber(found, number)] for form, found in variants),
        ]
        for word, pages, variants in words
    ]


def _language(bundle: Path, language: str, meta_hash: str) -> str:
    """Rewrite the files of one language; the new hash of its `pf_meta` file."""
    meta_file = bundle / f"pagefind.{meta_hash}.pf_meta"
    version, pages, chunks, filters, sorts, fields = _read(meta_file)

    order = sorted(range(len(pages)), key=lambda index: pages[index][0])
    number = {old: new for new, old in enumerate(order)}
    for chunk in chunks:
        file = bundle / "index" / f"{chunk[2]}.pf_index"
        (words,) = _read(file)
        chunk[2] = _replace(file, language, [_words(words, number)], "{}.pf_index")
    for entry in filters:
        file = bundle / "filter" / f"{entry[1]}.pf_filter"
        name, values = _read(file)
        ordered = sorted([value, sorted(number[page] for page in found)] for value, found in values)
        entry[1] = _replace(file, language, [name, ordered], "{}.pf_filter")
    meta = [
        version,
        [pages[old] for old in order],
        chunks,
        sorted(filters),
        sorted([name, [number[page] for page in found]] for name, found in sorts),
        fields,
    ]
    return _replace(meta_file, language, meta, "pagefind.{}.pf_meta")


# What it costs to read a file as something that it is not.
_UNREADABLE = (
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    TypeError,
    ValueError,
    cbor2.CBORError,
    zlib.error,
)


def rewrite(bundle: Path) -> list[Fault]:
    """Put the Pagefind bundle in the folder *bundle* in its fixed order; what is not as it should be."""
    # An indexer that was cut short leaves empty files, and a search that silently fails.
    empty = sorted(
        path.name for path in bundle.rglob("*") if path.is_file() and not path.stat().st_size
    )
    if empty:
        return [Fault(f"De zoekindex is niet heel: {', '.join(empty)} is leeg.")]
    try:
        _rewrite(bundle)
    except _UNREADABLE as error:
        return [
            Fault(
                "De zoekindex van Pagefind heeft een andere vorm dan die wij kennen "
                f"({type(error).__name__}: {error}). Is Pagefind vernieuwd? "
                "Pas dan hooks/catalogue/site/pagefind_bundle.py aan."
            )
        ]
    return []


def _rewrite(bundle: Path) -> None:
    entry_file = bundle / ENTRY
    entry = json.loads(entry_file.read_text(encoding="utf-8"))
    for language, details in entry["languages"].items():
        details["hash"] = _language(bundle, language, details["hash"])
    entry["languages"] = dict(sorted(entry["languages"].items()))
    entry_file.write_text(
        json.dumps(entry, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )
