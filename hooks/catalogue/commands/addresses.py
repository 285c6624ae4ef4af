"""``catalogue addresses``: whether the addresses elsewhere that the content names still answer."""

from __future__ import annotations

import json
import os
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..dutch import counted, enumeration
from ..elsewhere.addresses import named_addresses
from ..problem import Problem, one_line
from ..shelf import read_shelf
from ..site_pages import HOME
from .command import Command, need_catalogue

if TYPE_CHECKING:
    from ..elsewhere.asking import Response


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="geef alle antwoorden als JSON")
    parser.add_argument(
        "--loopback",
        action="store_true",
        help="vraag ook adressen op deze computer zelf (voor tests)",
    )


def _run(root: Path, options: Namespace) -> int:
    from ..elsewhere.asking import BROKEN, PAUSE, Asker

    need_catalogue(root)
    # A file with a problem is for `catalogue check`; what can be read is asked.
    shelf, _ = read_shelf(root)
    places = named_addresses(root, shelf)
    # This machine needs no rest between two questions.
    asker = Asker(_agent(), options.loopback, 0 if options.loopback else PAUSE)
    answers: list[Response] = []
    for answer in asker.ask_all(places):
        answers.append(answer)
        if not options.json and answer.outcome != "goed":
            print(*_lines(answer, places[answer.address]), sep="\n", flush=True)
    if options.json:
        data = [_data(one, places[one.address]) for one in answers]
        print(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        print(_summary(Counter(one.outcome for one in answers), len(answers)))
    return 1 if any(one.outcome in BROKEN for one in answers) else 0


def _agent() -> str:
    """How the program makes itself known: by the name of the site, and where that stands if it is told."""
    site = one_line(os.environ.get("SITE_URL", ""), 200)
    return f"{HOME.title}/1.0 (kijkt of links nog werken{f'; {site}' if site else ''})"


def _lines(one: Response, places: list[Problem]) -> Iterator[str]:
    said = f"{one_line(one.address, 300)} {one_line(one.said, 600)}"
    return (str(replace(place, message=said)) for place in places)


def _summary(outcomes: Counter[Any], total: int) -> str:
    if total and outcomes["stil"] == total:
        return "Geen enkel adres antwoordt. Is er wel internet?"
    parts = [f"{count} {outcome}" for outcome, count in sorted(outcomes.items())]
    return f"{counted(total, 'adres', 'adressen')} gevraagd{': ' if parts else ''}{enumeration(parts)}."


def _data(one: Response, places: list[Problem]) -> dict[str, Any]:
    return {
        "adres": one.address,
        "uitkomst": one.outcome,
        "antwoord": one.said,
        "via": one.road,
        "plaatsen": [
            {"bestand": at.path, "regel": at.line, "kolom": at.column, "veld": at.field}
            for at in places
        ],
    }


COMMAND = Command(
    "addresses",
    "vraag of de adressen in de inhoud nog antwoorden",
    "Vraagt elk adres op internet dat de inhoud noemt: van bronnen, in teksten, van wetten en op gewone pagina's.\n"
    "Toont per plaats wat niet goed is. Een server krijgt één vraag per seconde.",
    _run,
    _arguments,
)
