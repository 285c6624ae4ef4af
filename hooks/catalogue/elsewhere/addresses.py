"""A project → the addresses elsewhere that its content names, each with every place where it does.

Of a card those are the links in its texts and the fields that hold an address; of a law its address on
wetten.overheid.nl, which is made of its number; of a page that was written by hand its links.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from ..knowledge.laws import law_address
from ..markup import text_links
from ..model import Item, Wet
from ..model.fields import fields_of
from ..model.parts import texts, walk
from ..problem import ContentError, Loc, Problem
from ..reading import read_text
from ..shelf import Shelf, written_pages

ELSEWHERE = ("https://", "http://")


def named_addresses(root: Path, shelf: Shelf) -> dict[str, list[Problem]]:
    """Address → the places that name it, each as a problem without words yet; both in order."""
    found: dict[str, list[Problem]] = defaultdict(list)
    for one in shelf.loaded:
        for loc, address in _of_item(one.item):
            found[address].append(one.document.problem(loc, ""))
    for place, address in _of_pages(root):
        found[address].append(place)
    return {address: sorted(set(found[address])) for address in sorted(found)}


def _of_item(item: Item) -> Iterator[tuple[Loc, str]]:
    """Every address that an item names, with the way to the field that does."""
    for loc, part in walk(item):
        for field in fields_of(type(part)):
            value = getattr(part, field.name)
            if isinstance(value, str) and not field.text and value.startswith(ELSEWHERE):
                yield (*loc, field.name), value
        for text in texts(part, loc):
            for link in text_links(text.text):
                if link.target.startswith(ELSEWHERE):
                    yield text.loc, link.target
    if isinstance(item, Wet) and (address := law_address(item)):
        yield ("bwb",), address


def _of_pages(root: Path) -> Iterator[tuple[Problem, str]]:
    """Every address that a page names which was written by hand."""
    for path, shown in written_pages(root):
        # What cannot be read is for the check to tell.
        with suppress(ContentError):
            text = read_text(path, shown)
            for link in text_links(text):
                if link.target.startswith(ELSEWHERE):
                    line = text.count("\n", 0, link.start) + 1
                    yield Problem(shown, line, 1, "link", ""), link.target
