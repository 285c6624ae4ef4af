"""``catalogue withdraw``: an item goes, and its address says so or leads to what came in its place."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..editing.moving import withdraw
from ..permalinks import FILE
from .command import Command, item_argument, need_catalogue

DESCRIPTION = f"""Haalt een onderdeel weg. Kan niet zolang iets ernaar verwijst: u ziet dan waar dat is.
Het adres blijft bestaan, in {FILE}. Met --to leidt het naar wat ervoor in de plaats kwam.
Zonder --to staat er een pagina die zegt dat het is ingetrokken, met de weg naar het overzicht."""


def _arguments(parser: ArgumentParser) -> None:
    item_argument(parser)
    parser.add_argument("--to", metavar="NIEUW", help="het id van wat ervoor in de plaats kwam")


def _run(root: Path, options: Namespace) -> int:
    need_catalogue(root)
    old, goal = withdraw(root, options.old, options.to)
    print(f"Ingetrokken: {old.path}.")
    if goal and options.to:
        print(f"Het adres /{old.address} leidt voortaan naar /{goal}.")
    elif goal:
        print(
            f"Het adres /{old.address} zegt voortaan dat het is ingetrokken, en wijst naar /{goal}."
        )
    else:
        print("Het had nog geen vast adres, dus er is niets om heen te verwijzen.")
    return 0


COMMAND = Command(
    "withdraw", "haal een onderdeel weg, en houd zijn adres in stand", DESCRIPTION, _run, _arguments
)
