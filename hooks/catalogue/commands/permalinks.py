"""``catalogue permalinks``: addresses of new items, added to the list of all addresses ever."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ..checks import addresses
from ..model import KINDS
from ..permalinks import FILE, updated
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
    text = updated(root, addresses(ids), short)
    (root / FILE).write_text(text, encoding="utf-8")
    count = sum(1 for line in text.splitlines() if not line.startswith("#"))
    print(f"{FILE} telt {count} adressen, van {len(KINDS)} soorten.")
    return 0


COMMAND = Command(
    "permalinks",
    "zet nieuwe adressen in permalinks.txt",
    "Vult permalinks.txt aan; er verdwijnt nooit een regel. Doet niets zolang een bestand een fout heeft.",
    _run,
)
