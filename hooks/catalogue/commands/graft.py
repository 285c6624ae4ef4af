"""``catalogue graft``: what a form wrote anew, put back in the text as it was."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ..form.mending import mend
from .command import Command, complain, need_catalogue


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "base", metavar="BASE", help="de versie in git waarvan het formulier uitging, zoals main"
    )


def _run(root: Path, options: Namespace) -> int:
    need_catalogue(root)
    done = mend(root, options.base)
    said = [f"{one.path}: {one.said}" for one in done]
    print(*said or ["Er viel niets te herstellen."], sep="\n")
    if failed := [one.path for one in done if not one.whole]:
        complain([f"Lees daar elke regel van het verschil na: {', '.join(failed)}"])
    return 0


COMMAND = Command(
    "graft",
    "herstel de vorm van wat een formulier bewaarde",
    "Een formulier schrijft een kaart helemaal opnieuw. Dit zet de oude tekst terug, met alleen de waarden die\n"
    "veranderden: commentaar, volgorde en regels blijven zoals zij waren.",
    _run,
    _arguments,
)
