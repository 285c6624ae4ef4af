"""``catalogue pages``: the pages as files, for any generator of sites from Markdown."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..checking import load
from ..memory import keeping_everything
from .command import Command, need_catalogue


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--out", type=Path, required=True, metavar="MAP", help="map waarin de pagina's komen"
    )
    parser.add_argument(
        "--site-url", default="", metavar="ADRES", help="adres waar de site komt te staan"
    )


def _run(root: Path, options: Namespace) -> int:
    from ..publishing import write_pages

    need_catalogue(root)
    with keeping_everything():
        catalogue = load(root)
    count = write_pages(catalogue, root, options.out, options.site_url)
    print(f"{count} bestanden geschreven in {options.out}")
    return 0


COMMAND = Command(
    "pages",
    "schrijf alle pagina's voor een andere sitebouwer",
    "Schrijft de pagina's van de site in een map, als HTML met de velden erboven. Elke bouwer van Markdown-sites leest dat.",
    _run,
    _arguments,
)
