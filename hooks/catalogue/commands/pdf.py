"""``catalogue pdf``: the leerlijn of a built site as PDFs."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from .command import Command, WrongCallError, built_site, site_argument


def _arguments(parser: ArgumentParser) -> None:
    site_argument(parser)
    parser.add_argument("--to", type=Path, metavar="MAP", help="map waarin de pdf's komen (pdf)")


def _run(root: Path, options: Namespace) -> int:
    site = built_site(root, options)
    try:
        from ..site.printing import Press
    except (ImportError, OSError) as error:
        raise WrongCallError(
            f"WeasyPrint is er niet, of mist een pakket: {error}. `make pdf` zet het klaar."
        ) from None
    folder = options.to or root / "pdf"
    count = 0
    for path in Press(site).write(folder):
        print(f"{path.name}: {path.stat().st_size // 1024} kB", flush=True)
        count += 1
    print(f"{count} pdf's geschreven in {folder}")
    return 0


COMMAND = Command(
    "pdf",
    "schrijf de leerlijn als pdf's",
    "Schrijft elke module als pdf, voor de trainer en voor deelnemers, en de hele leerlijn in één pdf.",
    _run,
    _arguments,
)
