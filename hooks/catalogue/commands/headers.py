"""``catalogue headers``: the security headers, for whoever sets up a web server."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..form.backend import backend_of
from ..site.headers import FORM, HEADERS, form_headers
from .command import Command


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--form", action="store_true", help=f"die van het formulier, voor alles onder /{FORM}/"
    )


def _run(root: Path, options: Namespace) -> int:
    headers = form_headers(backend_of(os.environ).asks) if options.form else HEADERS
    print(*(f"{name}: {value}" for name, value in headers.items()), sep="\n")
    return 0


COMMAND = Command(
    "headers",
    "toon de headers die een webserver meestuurt",
    "Toont de beveiligingsheaders die een webserver met elk bestand van de site meestuurt.",
    _run,
    _arguments,
)
