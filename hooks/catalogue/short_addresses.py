"""Items → a short address for each that has a page, to print, to read out and to scan: ``i/regio-deal/``.

A short address is kept in ``permalinks.txt`` as a move to the item, so it leads to that item forever. One that is not
there yet follows from a rule: the id alone, for the first kind in order that has it; for another the name of its kind
stands before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from .model import KINDS
from .permalinks import read_permalinks

SECTION = "i/"


def short_addresses(
    ids: Mapping[str, Iterable[str]], published: Mapping[str, str]
) -> dict[str, str]:
    """Address of an item → its short address: the published one, or the first that is free."""
    taken = set(published.values())
    found = {}
    for kind in KINDS.values():
        for id in sorted(ids.get(kind.name, ())) if kind.own_page else ():
            address = kind.address(id)
            short = published.get(address) or _free(kind.name, id, taken)
            taken.add(short)
            found[address] = short
    return found


def published_short(root: Path) -> dict[str, str]:
    """Address of an item → the short address that was published for it. Raises ``ContentError``."""
    lines = read_permalinks(root)
    return {
        target: address
        for _, address, target in lines
        if target is not None and address.startswith(SECTION)
    }


def _free(kind: str, id: str, taken: set[str]) -> str:
    name = id
    while (short := f"{SECTION}{name}/") in taken:
        name = f"{kind}-{name}"
    return short
