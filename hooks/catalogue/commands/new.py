"""``catalogue new``: a file to begin a card with."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from ..model import KINDS
from ..starting_file import NotStartedError, start
from .command import Command, complain, need_catalogue


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("kind", choices=list(KINDS), metavar="SOORT", help=", ".join(KINDS))
    parser.add_argument("title", metavar="TITEL", help="naam van de kaart, tussen aanhalingstekens")


def _run(root: Path, options: Namespace) -> int:
    need_catalogue(root)
    try:
        # The one place that asks the clock: the date on which an editor starts a card.
        path = start(root, options.kind, options.title, date.today())  # noqa: DTZ011
    except NotStartedError as error:
        complain([error])
        return 1
    print(f"Gemaakt: {path}\nVul het in en draai daarna: make check")
    return 0


COMMAND = Command(
    "new",
    "begin een nieuwe kaart",
    "Maakt een bestand met uitleg om mee te beginnen.",
    _run,
    _arguments,
)
