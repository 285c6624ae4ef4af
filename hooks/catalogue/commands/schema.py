"""``catalogue schema``: the JSON Schemas, written anew from the model."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ..schemas import write_schemas
from .command import Command, need_catalogue


def _run(root: Path, options: Namespace) -> int:
    need_catalogue(root)
    changed = write_schemas(root)
    print(*changed or ["De schema's waren al bij."], sep="\n")
    return 0


COMMAND = Command(
    "schema",
    "schrijf de JSON-schema's opnieuw",
    "Schrijft schemas/*.schema.json opnieuw, uit het model.",
    _run,
)
