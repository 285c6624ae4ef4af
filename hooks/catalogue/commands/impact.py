"""``catalogue impact``: what changed between two versions, and what uses it."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ..checking import load
from ..dutch import capital, counted, dutch_date
from ..history import content_at, versions
from ..knowledge.impact import (
    GONE,
    Change,
    Since,
    changes,
    items_of,
    items_on,
    since_gone_through,
)
from ..linking import Catalogue, Node
from ..memory import keeping_everything
from ..model import KINDS
from ..model.base import Wijziging
from ..shelf import read_shelf
from .command import Command, need_catalogue


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "versies",
        metavar="BASE..HEAD",
        help="twee versies in git; zonder HEAD is het de laatste commit",
    )
    parser.add_argument("--json", action="store_true", help="geef het als JSON")


def _run(root: Path, options: Namespace) -> int:
    need_catalogue(root)
    with TemporaryDirectory(prefix="catalogue-") as folder, keeping_everything():
        commits = versions(root, options.versies)
        old = content_at(root, commits[0], Path(folder) / "oud")
        new = content_at(root, commits[1], Path(folder) / "nieuw")
        catalogue = load(new)
        # The old version need not be right, nor fit the model of today: what of it can be read, counts.
        before = read_shelf(old)[0].published()
    # What the old version cannot tell is not new.
    now = {key: item for key, item in items_of(catalogue).items() if key not in before.broken}
    found = changes(items_on(before), now, catalogue)
    unread = [KINDS[kind].file(id) for kind, id in sorted(before.broken)]
    if options.json:
        print(json.dumps(_data(commits, found, unread, catalogue), ensure_ascii=False, indent=1))
    else:
        print(*_lines(commits, found, unread, catalogue), sep="\n")
    return 0


def _lines(
    commits: tuple[str, str], found: list[Change], unread: list[str], catalogue: Catalogue
) -> Iterator[str]:
    count = counted(len(found), "onderdeel", "onderdelen")
    yield f"Veranderd tussen {commits[0][:10]} en {commits[1][:10]}: {count}."
    for one in found:
        yield ""
        yield f"{capital(one.item.kind.word)} {one.item.titel} ({one.item.kind.file(one.item.id)})"
        yield f"  {_what(one)}"
        if one.uses:
            yield "  wordt gebruikt in:"
        for use in one.uses:
            via = f", via {use.via.item.kind.word} {use.via.titel}" if use.via else ""
            yield f"    {use.node.item.kind.word} {use.node.titel}{via}"
        if not one.uses and one.sort != GONE:
            yield "  niets gebruikt het"
    yield ""
    if unread:
        yield "Wat hier veranderde, is niet te zeggen: de eerste versie is niet te lezen."
        yield from (f"  {path}" for path in unread)
        yield ""
    yield "Per module: wat er veranderde sinds iemand haar naliep"
    yield "------------------------------------------------------"
    yield from _since_lines(since_gone_through(catalogue)) or ["geen module is nagelopen"]


def _what(one: Change) -> str:
    if one.said is None:
        return one.sort
    if one.told:
        return f"{one.sort}: {one.said.wat} ({dutch_date(one.said.datum)})"
    return f"{one.sort}, maar onder `wijzigingen` staat niet wat"


def _since_lines(found: list[Since]) -> list[str]:
    lines = []
    for one in found:
        lines.append(f"{one.module.titel}, nagelopen op {dutch_date(one.day)}")
        lines += [
            f"  {node.item.kind.word} {node.titel}: {said.wat} ({dutch_date(said.datum)})"
            for node, said in one.changes
        ] or ["  niets"]
    return lines


def _data(
    commits: tuple[str, str], found: list[Change], unread: list[str], catalogue: Catalogue
) -> dict[str, Any]:
    return {
        "van": commits[0],
        "tot": commits[1],
        "veranderd": [
            {
                "soort": one.item.kind.name,
                "id": one.item.id,
                "titel": one.item.titel,
                "bestand": one.item.kind.file(one.item.id),
                "wat": one.sort,
                "wijziging": _entry(one.said) if one.told else None,
                "gebruikt_in": [
                    _named(use.node) | {"via": use.via.id if use.via else None} for use in one.uses
                ],
            }
            for one in found
        ],
        "niet_te_lezen": unread,
        "modules": [
            {
                "id": one.module.id,
                "titel": one.module.titel,
                "nagelopen_op": one.day.isoformat(),
                "sindsdien": [
                    _named(node) | {"wijziging": _entry(said)} for node, said in one.changes
                ],
            }
            for one in since_gone_through(catalogue)
        ],
    }


def _named(node: Node[Any]) -> dict[str, Any]:
    return {"soort": node.kind, "id": node.id, "titel": node.titel}


def _entry(said: Wijziging | None) -> dict[str, str] | None:
    return {"datum": said.datum.isoformat(), "wat": said.wat} if said else None


COMMAND = Command(
    "impact",
    "toon wat er veranderde, en wat daardoor nagelezen moet worden",
    "Vergelijkt twee versies in git. Toont wat er veranderde, welke modules, oefeningen, handouts, lesnotities,\n"
    "praktijkvoorbeelden en kaarten dat gebruiken, en per module wat er veranderde sinds iemand haar naliep.",
    _run,
    _arguments,
)
