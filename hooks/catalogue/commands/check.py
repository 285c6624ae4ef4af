"""``catalogue check``: every problem in the content."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..checking import inspect, inspect_files
from ..memory import keeping_everything
from .command import Command, WrongCallError, need_catalogue

DESCRIPTION = """Leest alle inhoud en toont elk probleem op één regel:

  bestand:regel:kolom: veld: wat er mis is, en wat wel mag

Wat aan een concept nog ontbreekt, staat daaronder; dat houdt niets tegen.

Einde met status 0: alles klopt. Status 1: er is iets te verbeteren."""

NOTES = "Nog te doen aan concepten:"


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PAD", help="bestand of map; zonder pad: alles"
    )


def _run(root: Path, options: Namespace) -> int:
    missing = [path for path in options.paths if not path.exists() and not path.is_symlink()]
    if missing:
        raise WrongCallError("\n".join(f"{path}: bestaat niet" for path in missing))
    with keeping_everything():
        if options.paths:
            # A file may be checked wherever it lies.
            found = inspect_files(root, [path.absolute() for path in options.paths])
        else:
            need_catalogue(root)
            found = inspect(root)
    notes = ["", NOTES, *found.notes] if found.notes else []
    lines = [*found.problems, *notes]
    print(*lines, sep="\n", end="\n" if lines else "", flush=True)
    print(_verdict(len(found.problems)), file=sys.stderr)
    return 1 if found.problems else 0


def _verdict(count: int) -> str:
    return {0: "Alles klopt.", 1: "1 probleem."}.get(count, f"{count} problemen.")


COMMAND = Command(
    "check", "controleer alle inhoud, of alleen deze bestanden", DESCRIPTION, _run, _arguments
)
