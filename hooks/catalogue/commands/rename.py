"""``catalogue rename``: an item gets another id, in its file and wherever something refers to it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..dutch import counted
from ..editing.moving import rename
from ..permalinks import FILE
from .command import Command, item_argument, need_catalogue

DESCRIPTION = f"""Geeft een onderdeel een ander id: het bestand, het id, en elke verwijzing ernaar.
Het oude adres leidt voortaan naar het nieuwe; dat staat in {FILE}.
Er verandert niets als de inhoud daarna niet klopt."""


def _arguments(parser: ArgumentParser) -> None:
    item_argument(parser)
    parser.add_argument("new", metavar="NIEUW", help="het nieuwe id")


def _run(root: Path, options: Namespace) -> int:
    need_catalogue(root)
    old, new, plan = rename(root, options.old, options.new)
    print(f"Hernoemd: {old.path} heet nu {new.path}.")
    print(f"Aangepast: {counted(plan.count, 'verwijzing', 'verwijzingen')}.")
    if FILE in plan.contents:
        print(f"Het adres /{old.address} leidt voortaan naar /{new.address}.")
    return 0


COMMAND = Command("rename", "geef een onderdeel een ander id", DESCRIPTION, _run, _arguments)
