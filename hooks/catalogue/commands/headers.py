"""``catalogue headers``: the security headers, for whoever sets up a web server."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ..site.headers import HEADERS
from .command import Command


def _run(root: Path, options: Namespace) -> int:
    print(*(f"{name}: {value}" for name, value in HEADERS.items()), sep="\n")
    return 0


COMMAND = Command(
    "headers",
    "toon de headers die een webserver meestuurt",
    "Toont de beveiligingsheaders die een webserver met elk bestand van de site meestuurt.",
    _run,
)
