"""``catalogue form``: the form in the browser, for a site or on this machine."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..checking import load
from ..form.backend import backend_of
from ..site.headers import FORM, write_headers
from .command import Command, built_site, need_catalogue, site_argument


def _arguments(parser: ArgumentParser) -> None:
    site_argument(parser)
    parser.add_argument(
        "--local", action="store_true", help="toon het hier, en bewaar in een kopie van het project"
    )
    parser.add_argument(
        "--port", type=int, default=8010, metavar="N", help="met --local: poort (8010)"
    )


def _run(root: Path, options: Namespace) -> int:
    from ..form.local import edit

    need_catalogue(root)
    return edit(root, options.port) if options.local else _add(root, built_site(root, options))


def _add(root: Path, site: Path) -> int:
    """Add the form to a built site, with its headers."""
    from ..form.folder import SOURCE, write_form

    backend = backend_of(os.environ)
    write_form(root / SOURCE, load(root), backend, site / FORM)
    write_headers(site, backend.asks)
    print(f"Het formulier staat in {site / FORM}, en bewaart in {backend.settings['repo']}.")
    return 0


COMMAND = Command(
    "form",
    "maak het formulier in de browser",
    "Zet in een gebouwde site het formulier waarmee iemand zonder git kaarten wijzigt. Waar het bewaart, staat in de\n"
    "omgeving; deploy/README.md zegt hoe.",
    _run,
    _arguments,
)
