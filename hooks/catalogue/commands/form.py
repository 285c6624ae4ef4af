"""``catalogue form``: the form in the browser, for the settings in the environment or for this machine."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..checking import load
from ..form.backend import Backend, BackendError, backend_of, local_backend
from ..form.folder import SOURCE, NotInstalledError, write_form
from .command import Command, WrongCallError, need_catalogue


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--to", type=Path, metavar="MAP", help="map waarin het komt (site/beheer)")
    parser.add_argument(
        "--local", type=int, metavar="POORT", help="bewaar op deze computer, via decap-server"
    )
    parser.add_argument("--branch", default="main", metavar="TAK", help="met --local: de hoofdtak")


def _run(root: Path, options: Namespace) -> int:
    need_catalogue(root)
    try:
        write_form(root / SOURCE, load(root), _backend(options), options.to or root / "site/beheer")
    except NotInstalledError:
        raise WrongCallError("Decap CMS is er niet; `make beheer` zet het klaar.") from None
    except BackendError as error:
        raise WrongCallError(f"{error} Uitleg: deploy/README.md.") from None
    return 0


def _backend(options: Namespace) -> Backend:
    return local_backend(options.local, options.branch) if options.local else backend_of(os.environ)


COMMAND = Command(
    "form",
    "maak het formulier in de browser",
    "Maakt het formulier waarmee iemand zonder git kaarten wijzigt. Waar het bewaart, staat in de omgeving.",
    _run,
    _arguments,
)
