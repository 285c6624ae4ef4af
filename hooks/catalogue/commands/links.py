"""``catalogue links``: what is wrong with the pages of a built site."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ..site.links import check
from .command import Command, built_site, site_argument


def _run(root: Path, options: Namespace) -> int:
    site = built_site(root, options)
    faults = check(site)
    print(*faults, sep="\n", end="\n" if faults else f"Alle links in {site} kloppen.\n")
    return 1 if faults else 0


COMMAND = Command(
    "links",
    "loop de links in een gebouwde site na",
    "Toont elke link die nergens heen gaat, elke pagina waar geen link heen gaat, en scripts en stijlen in een pagina.",
    _run,
    site_argument,
)
