"""``catalogue review``: what a proposal changes, as a comment that its reviewer reads."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from tempfile import TemporaryDirectory

from ..history import LISTS, changed_files, content_at, versions
from ..memory import keeping_everything
from ..model.text import is_address
from ..shelf import content_folders
from .command import Command, WrongCallError, need_catalogue


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "versies",
        metavar="BASE...HEAD",
        help="twee versies in git; met drie punten telt wat HEAD deed sinds hij van BASE afging",
    )
    parser.add_argument("--to", type=Path, metavar="BESTAND", help="schrijf het in dit bestand")
    parser.add_argument(
        "--files", default="", metavar="ADRES", help="waar de bestanden van HEAD te lezen zijn"
    )
    parser.add_argument(
        "--preview", default="", metavar="ADRES", help="waar het voorbeeld van de site staat"
    )
    parser.add_argument(
        "--download", default="", metavar="ADRES", help="waar het voorbeeld op te halen is"
    )


def _run(root: Path, options: Namespace) -> int:
    from ..review.comment import Places, comment
    from ..review.comparing import review

    need_catalogue(root)
    for address in (options.files, options.preview, options.download):
        if address and not is_address(address):
            raise WrongCallError(f"“{address}” is geen adres dat begint met https://")
    with TemporaryDirectory(prefix="catalogue-") as folder, keeping_everything():
        base, head = versions(root, options.versies)
        old = content_at(root, base, Path(folder) / "oud")
        new = content_at(root, head, Path(folder) / "nieuw")
        changed = changed_files(root, base, head)
        found = review(old, new)
    places = Places(options.files, options.preview, options.download, head)
    # A list beside the content is shown line by line, so anybody can judge it.
    inside = {*content_folders(), *LISTS}
    text = comment(found, places, [one for one in changed if one.partition("/")[0] not in inside])
    if options.to:
        options.to.write_text(text, encoding="utf-8")
        print(f"Geschreven: {options.to}")
    else:
        print(text, end="")
    return 0


COMMAND = Command(
    "review",
    "schrijf wat een voorstel verandert, als opmerking voor wie het nakijkt",
    "Vergelijkt twee versies in git en schrijft in Markdown wat er mis is, wat er veld voor veld verandert, wie dat\n"
    "gebruikt en op welke pagina's het te zien is. Ook met fouten in de inhoud eindigt dit met 0: die staan erin.",
    _run,
    _arguments,
)
