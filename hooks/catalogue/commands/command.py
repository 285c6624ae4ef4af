"""What a command is: its name, what it asks, and a function from the project and the answers to an exit status."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from ..model import KINDS
from ..problem import RefusedError


class WrongCallError(RefusedError):
    """The command cannot be run as it was typed."""


@dataclass(frozen=True)
class Command:
    """One command of ``catalogue``."""

    name: str
    help: str
    """One line in the list of commands."""
    description: str
    run: Callable[[Path, Namespace], int]
    """The folder of the project and the options → 0 when all is well, 1 when there is something to mend."""
    arguments: Callable[[ArgumentParser], object] = lambda _: None


def need_catalogue(root: Path) -> None:
    """Refuse a folder without content."""
    if not any((root / kind.folder).is_dir() for kind in KINDS.values()):
        raise WrongCallError(
            f"{root}: hier staat geen catalogus (geen map instruments of cases). "
            "Ga naar de map van het project, of noem die met --root MAP."
        )


def site_argument(parser: ArgumentParser) -> None:
    """Let a command ask for a built site."""
    parser.add_argument(
        "site", type=Path, nargs="?", metavar="SITE", help="map van de gebouwde site (site)"
    )


def built_site(root: Path, options: Namespace) -> Path:
    """The built site that was asked for."""
    site: Path = options.site or root / "site"
    if not site.is_dir():
        raise WrongCallError(f"De map {site} bestaat niet. Maak eerst de site met: make site")
    return site


def item_argument(parser: ArgumentParser) -> None:
    """Let a command ask for an item that is there."""
    parser.add_argument(
        "old", metavar="OUD", help="het id, of soort:id als meer soorten het hebben"
    )


def paths_argument(parser: ArgumentParser) -> None:
    """Let a command ask for files and folders; without any it is about all content."""
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PAD", help="bestand of map; zonder pad: alles"
    )


def existing_paths(options: Namespace) -> list[Path]:
    """The files and folders that were asked for. Raises ``WrongCallError`` for those that are not there."""
    missing = [path for path in options.paths if not path.exists() and not path.is_symlink()]
    if missing:
        raise WrongCallError("\n".join(f"{path}: bestaat niet" for path in missing))
    return [path.absolute() for path in options.paths]


def complain(lines: Iterable[object]) -> None:
    """Show what is wrong."""
    print(*lines, sep="\n", file=sys.stderr, flush=True)
