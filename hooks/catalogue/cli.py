"""The command line: ``catalogue check``, ``pages``, ``report``, ``schema``, ``new``, ``permalinks``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from .checking import addresses, check, check_files, load, read_shelf
from .model import KINDS
from .permalinks import FILE, updated
from .problem import ContentError
from .publishing import write_pages
from .report import report
from .schemas import write_schemas
from .starting_file import NotStartedError, start


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when all is well, 1 when there is something to mend, 2 when the call is wrong."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show “ shows its number; it does not end the program.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    if _needs_catalogue(options) and not _is_project(_root(options)):
        print(
            f"{_root(options)}: hier staat geen catalogus (geen map instruments of cases). "
            "Ga naar de map van het project, of noem die met --root MAP.",
            file=sys.stderr,
        )
        return 2
    try:
        run: Callable[[argparse.Namespace], int] = options.run
        return run(options)
    except ContentError as error:
        print(error)
        return 1
    except OSError as error:
        print(
            f"{error.filename or 'bestand'}: niet te lezen of te schrijven ({error.strerror})",
            file=sys.stderr,
        )
        return 1


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


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="catalogue", description="Controleert de catalogus en maakt er pagina's van."
    )
    parser.add_argument(
        "--root",
        type=Path,
        default=None,
        metavar="MAP",
        help="map van het project (standaard: hier)",
    )
    commands = parser.add_subparsers(
        title="opdrachten", dest="command", required=True, metavar="OPDRACHT", parser_class=_Parser
    )
    one = commands.add_parser(
        "check", help="controleer alle inhoud, of alleen deze bestanden", description=_CHECK
    )
    one.add_argument(
        "paths", nargs="*", type=Path, metavar="PAD", help="bestand of map; zonder pad: alles"
    )
    one.set_defaults(run=_check)
    one = commands.add_parser(
        "pages",
        help="schrijf alle pagina's als Markdown",
        description="Schrijft de pagina's van de site als Markdown in een map.",
    )
    one.add_argument(
        "--out", type=Path, required=True, metavar="MAP", help="map waarin de pagina's komen"
    )
    one.add_argument(
        "--site-url", default="", metavar="ADRES", help="adres waar de site komt te staan"
    )
    one.set_defaults(run=_pages)
    one = commands.add_parser(
        "report",
        help="toon hoeveel er is en wat er nog open staat",
        description="Toont per soort het aantal, hoe volledig kaarten zijn en wat van elke bron gebruikt is.",
    )
    one.set_defaults(run=_report)
    one = commands.add_parser(
        "schema",
        help="schrijf de JSON-schema's opnieuw",
        description="Schrijft schemas/*.schema.json opnieuw, uit het model.",
    )
    one.set_defaults(run=_schema)
    one = commands.add_parser(
        "new",
        help="begin een nieuwe kaart",
        description="Maakt een bestand met uitleg om mee te beginnen.",
    )
    one.add_argument("kind", choices=list(KINDS), metavar="SOORT", help=", ".join(KINDS))
    one.add_argument("title", metavar="TITEL", help="naam van de kaart, tussen aanhalingstekens")
    one.set_defaults(run=_new)
    one = commands.add_parser(
        "permalinks",
        help="zet nieuwe adressen in permalinks.txt",
        description="Vult permalinks.txt aan; er verdwijnt nooit een regel.",
    )
    one.set_defaults(run=_permalinks)
    return parser


_CHECK = """Leest alle inhoud en toont elk probleem op één regel:

  bestand:regel:kolom: veld: wat er mis is, en wat wel mag

Einde met status 0: alles klopt. Status 1: er is iets te verbeteren."""


def _root(options: argparse.Namespace) -> Path:
    return (options.root or _project(Path.cwd())).resolve()


def _needs_catalogue(options: argparse.Namespace) -> bool:
    """A schema comes from the model alone, and a file may be checked wherever it lies."""
    return options.run is not _schema and not getattr(options, "paths", None)


def _is_project(root: Path) -> bool:
    return any((root / kind.folder).is_dir() for kind in KINDS.values())


def _project(start: Path) -> Path:
    return next(
        (folder for folder in (start, *start.parents) if (folder / "mkdocs.yml").is_file()), start
    )


def _check(options: argparse.Namespace) -> int:
    root = _root(options)
    missing = [path for path in options.paths if not path.exists() and not path.is_symlink()]
    if missing:
        print(*(f"{path}: bestaat niet" for path in missing), sep="\n", file=sys.stderr)
        return 2
    problems = (
        check_files(root, [path.absolute() for path in options.paths])
        if options.paths
        else check(root)
    )
    print(*problems, sep="\n", end="\n" if problems else "")
    print(_verdict(len(problems)), file=sys.stderr)
    return 1 if problems else 0


def _verdict(count: int) -> str:
    return {0: "Alles klopt.", 1: "1 probleem."}.get(count, f"{count} problemen.")


def _pages(options: argparse.Namespace) -> int:
    root = _root(options)
    count = write_pages(load(root), root, options.out, options.site_url)
    print(f"{count} bestanden geschreven in {options.out}")
    return 0


def _report(options: argparse.Namespace) -> int:
    print(*report(load(_root(options))), sep="\n")
    return 0


def _schema(options: argparse.Namespace) -> int:
    changed = write_schemas(_root(options))
    print(*changed or ["De schema's waren al bij."], sep="\n")
    return 0


def _new(options: argparse.Namespace) -> int:
    try:
        # The one place that asks the clock: the date on which an editor starts a card.
        path = start(_root(options), options.kind, options.title, date.today())  # noqa: DTZ011
    except NotStartedError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Gemaakt: {path}\nVul het in en draai daarna: make check")
    return 0


def _permalinks(options: argparse.Namespace) -> int:
    root = _root(options)
    shelf, _ = read_shelf(root)
    text = updated(root, addresses(shelf.ids))
    (root / FILE).write_text(text, encoding="utf-8")
    print(
        f"{FILE} telt {sum(1 for line in text.splitlines() if not line.startswith('#'))} adressen, van {len(KINDS)} soorten."
    )
    return 0
