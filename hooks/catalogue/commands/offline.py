"""``catalogue offline``: a built site becomes a folder to unpack and open."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ..site.offline import make_offline
from .command import Command, built_site, site_argument


def _run(root: Path, options: Namespace) -> int:
    site = built_site(root, options)
    count = make_offline(site)
    print(f"{count} pagina's zijn nu te lezen zonder webserver: open {site / 'index.html'}")
    return 0


COMMAND = Command(
    "offline",
    "maak een gebouwde site leesbaar zonder webserver",
    "Laat elke link in een gebouwde site naar een bestand wijzen. Wie de map krijgt, opent index.html en leest de site.\n"
    "Zoeken, filteren en rekenen vragen een webserver; elke pagina is ook zonder volledig. Bouw daarna niet verder op\n"
    "deze map: voor het publiceren maakt u de site opnieuw.",
    _run,
    site_argument,
)
