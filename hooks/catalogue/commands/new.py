"""``catalogue new``: a file to begin a card with."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from ..editing.starting_file import NotStartedError, called_nearly, start
from ..model import KINDS
from ..shelf import read_shelf
from .command import Command, complain, need_catalogue


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("kind", choices=list(KINDS), metavar="SOORT", help=", ".join(KINDS))
    parser.add_argument("title", metavar="TITEL", help="naam van de kaart, tussen aanhalingstekens")


def _run(root: Path, options: Namespace) -> int:
    need_catalogue(root)
    # What is wrong elsewhere keeps nobody from beginning a card.
    shelf, _ = read_shelf(root)
    cards = shelf.published().loaded
    models = [one.item for one in cards if one.kind.name == options.kind]
    try:
        # The one place that asks the clock: the date on which an editor starts a card.
        path = start(root, options.kind, options.title, date.today(), models)  # noqa: DTZ011
    except NotStartedError as error:
        complain([error])
        return 1
    print(f"Gemaakt: {path}")
    if near := called_nearly([*shelf.loaded, *shelf.drafts], options.title):
        print("\nDit lijkt op wat er al is:")
        print(*(f"  {one.item.titel} ({one.document.path})" for one in near), sep="\n")
        print("Is het hetzelfde, gooi dit bestand dan weg en vul dat aan.\n")
    print(AFTERWARDS)
    return 0


AFTERWARDS = """\
Het is een concept: het staat nog niet op de site, en niets gaat stuk als het half is ingevuld.
Bekijken: make serve. Wat er nog ontbreekt: make check"""


COMMAND = Command(
    "new",
    "begin een nieuwe kaart",
    "Maakt een concept met uitleg en voorbeelden om mee te beginnen, en noemt wat er al op lijkt.",
    _run,
    _arguments,
)
