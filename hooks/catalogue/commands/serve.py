"""``catalogue serve``: the site on this machine, following every edit."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from .command import Command, need_catalogue


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000, metavar="N", help="poort (8000)")


def _run(root: Path, options: Namespace) -> int:
    from ..site.serving import serve

    need_catalogue(root)
    return serve(root, options.port)


COMMAND = Command(
    "serve",
    "toon de site op deze computer en volg elke wijziging",
    "Bouwt de site na elke wijziging opnieuw en toont die op deze computer, met de concepten. Stoppen: Ctrl-C.",
    _run,
    _arguments,
)
