"""``catalogue check``: every problem in the content."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from ..checking import inspect, inspect_files
from ..dutch import counted
from ..memory import keeping_everything
from .command import Command, existing_paths, need_catalogue, paths_argument

DESCRIPTION = """Leest alle inhoud en toont elk probleem op één regel:

  bestand:regel:kolom: veld: wat er mis is, en wat wel mag

Wat aan een concept nog ontbreekt, staat daaronder; dat houdt niets tegen.

Einde met status 0: alles klopt. Status 1: er is iets te verbeteren."""

NOTES = "Nog te doen aan concepten:"


def _run(root: Path, options: Namespace) -> int:
    paths = existing_paths(options)
    with keeping_everything():
        if paths:
            # A file may be checked wherever it lies.
            found = inspect_files(root, paths)
        else:
            need_catalogue(root)
            found = inspect(root)
    notes = ["", NOTES, *found.notes] if found.notes else []
    lines = [*found.problems, *notes]
    print(*lines, sep="\n", end="\n" if lines else "", flush=True)
    count = len(found.problems)
    print(
        counted(count, "probleem", "problemen") + "." if count else "Alles klopt.", file=sys.stderr
    )
    return 1 if found.problems else 0


COMMAND = Command(
    "check", "controleer alle inhoud, of alleen deze bestanden", DESCRIPTION, _run, paths_argument
)
