"""The command line: ``catalogue`` with one of the commands in ``commands``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from .commands import COMMANDS
from .commands.command import Command, complain
from .problem import ContentError, RefusedError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when all is well, 1 when there is something to mend, 2 when the call is wrong."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show “ shows its number; it does not end the program.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    command: Command = options.command
    try:
        status = command.run((options.root or _project(Path.cwd())).resolve(), options)
        sys.stdout.flush()
        return status
    except RefusedError as error:
        complain([error])
        return 2
    except ContentError as error:
        print(error)
        return 1
    except BrokenPipeError:
        # Who reads along, as ``head`` does, has seen enough; Python would complain of it when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        name = error.filename or "bestand"
        complain([f"{name}: niet te lezen of te schrijven ({error.strerror})"])
        return 1


def _project(start: Path) -> Path:
    """The folder of the project within which one stands; else the folder itself."""
    return next(
        (folder for folder in (start, *start.parents) if (folder / "mkdocs.yml").is_file()), start
    )


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="catalogue", description="Controleert de catalogus en maakt er een site van."
    )
    parser.add_argument(
        "--root", type=Path, metavar="MAP", help="map van het project (standaard: hier)"
    )
    commands = parser.add_subparsers(
        title="opdrachten", required=True, metavar="OPDRACHT", parser_class=_Parser
    )
    for command in COMMANDS:
        one = commands.add_parser(command.name, help=command.help, description=command.description)
        command.arguments(one)
        one.set_defaults(command=command)
    return parser


class _Parser(argparse.ArgumentParser):
    """argparse with Dutch headings and errors."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            add_help=False, formatter_class=argparse.RawDescriptionHelpFormatter, **options
        )
        self._positionals.title = "onderdelen"
        self._optionals.title = "opties"
        self.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "gebruik: ", 1)

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", "gebruik: ", 1)

    def error(self, message: str) -> None:  # type: ignore[override]
        self.exit(2, f"{self.format_usage()}Deze opdracht klopt niet. Uitleg: {self.prog} --help\n")
