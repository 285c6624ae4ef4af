"""``catalogue headers``: the security headers, for whoever sets up a web server."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..form.backend import BackendError, backend_of
from ..site.headers import FORM, HEADERS, form_headers
from .command import Command, WrongCallError


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--form", action="store_true", help=f"die van het formulier, voor alles onder /{FORM}/"
    )


def _run(root: Path, options: Namespace) -> int:
    try:
        headers = form_headers(backend_of(os.environ).asks) if options.form else HEADERS
    except BackendError as error:
        raise WrongCallError(f"{error} Uitleg: deploy/README.md.") from None
    print(*(f"{name}: {value}" for name, value in headers.items()), sep="\n")
    return 0


COMMAND = Command(
    "headers",
    "toon de headers die een webserver meestuurt",
    "Toont de beveiligingsheaders die een webserver met elk bestand van de site meestuurt.",
    _run,
    _arguments,
)
