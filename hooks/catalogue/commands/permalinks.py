"""``catalogue permalinks``: addresses of new items, added to the list of all addresses ever."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ..checks import addresses
from ..dutch import counted
from ..permalinks import FILE, read_permalinks, updated
from ..problem import ContentError
from ..shelf import read_shelf
from ..short_addresses import published_short, short_addresses
from .command import Command, need_catalogue


def _run(root: Path, options: Namespace) -> int:
    need_catalogue(root)
    shelf, problems = read_shelf(root)
    if problems:
        # Nothing is known of what cannot be read, not even whether it is a concept; and no line ever goes.
        raise ContentError(problems)
    # A concept has no address to keep yet.
    ids = shelf.published_ids
    short = short_addresses(ids, published_short(root))
    known = {address for _, address, _ in read_permalinks(root)}
    (root / FILE).write_text(updated(root, addresses(ids), short), encoding="utf-8")
    now = [address for _, address, _ in read_permalinks(root)]
    new = [address for address in now if address not in known]
    print(f"{FILE} telt {counted(len(now), 'adres', 'adressen')}. {_said(new)}")
    print(*(f"  /{address}" for address in new[:MOST]), sep="\n", end="\n" if new else "")
    return 0


MOST = 10
"""So many new addresses are named: those of a card or two, not those of a whole new site."""


def _said(new: list[str]) -> str:
    if not new:
        return "Er kwam niets bij."
    count = counted(len(new), "adres", "adressen")
    return f"Erbij: {count}{', waaronder' if len(new) > MOST else ''}:"


COMMAND = Command(
    "permalinks",
    "zet nieuwe adressen in permalinks.txt",
    "Vult permalinks.txt aan; er verdwijnt nooit een regel. Doet niets zolang een bestand een fout heeft.",
    _run,
)
