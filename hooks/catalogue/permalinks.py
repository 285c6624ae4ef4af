"""Addresses are forever: ``permalinks.txt`` lists every address ever published and only grows.

One address a line, from the root of the site. A line ``oud/ -> nieuw/`` says that an item was renamed or withdrawn:
its old address then becomes a page that leads to the new one. The short address of an item is such a line too, and so
stays what it is; when its item moves, it leads to where that went.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from .letters import SEGMENT
from .problem import ContentError, Problem, did_you_mean, one_line
from .reading import read_text
from .site_pages import SITE_PAGES

FILE = "permalinks.txt"
DATA = "data/verhuisd.json"
"""Where the browser finds the new name of what was renamed."""
MAX_BYTES = 16 * 1024 * 1024
"""The list holds a line for every item there ever was, so it may be much longer than a card."""

REDIRECT = " -> "


def read_permalinks(root: Path) -> list[tuple[int, str, str | None]]:
    """The lines of the file: line number, address, and the address it now leads to. Raises ``ContentError``."""
    return [
        (n, *_parse(line))
        for n, line in enumerate(_lines(root), 1)
        if line.strip() and not line.startswith("#")
    ]


def _lines(root: Path) -> list[str]:
    path = root / FILE
    # A link to nothing is no missing file: writing would follow it.
    there = path.exists() or path.is_symlink()
    return read_text(path, FILE, MAX_BYTES).split("\n") if there else []


def _parse(line: str) -> tuple[str, str | None]:
    address, arrow, target = line.strip().partition(REDIRECT)
    return address.strip(), target.strip() if arrow else None


def redirects(root: Path) -> dict[str, str]:
    """Old address → new address: the one where it ends, when what it moved to has moved as well."""
    moves = _moves(read_permalinks(root))
    return {address: _end(address, moves) for address in moves}


def used_before(address: str) -> str:
    """What is said of an address that is asked for and leads elsewhere by now."""
    return f"Het adres /{address} is al eens gebruikt, en leidt nu ergens anders heen; kies een andere naam."


def _moves(lines: list[tuple[int, str, str | None]]) -> dict[str, str]:
    return {address: target for _, address, target in lines if target is not None}


def _end(address: str, moves: dict[str, str]) -> str:
    """Where a row of moves ends; for a row without an end, the address where it goes round."""
    passed = set()
    while address in moves and address not in passed:
        passed.add(address)
        address = moves[address]
    return address


def missing_permalinks(root: Path, addresses: set[str]) -> Iterator[Problem]:
    """A problem for each published address that no item has and that leads nowhere."""
    try:
        lines = read_permalinks(root)
    except ContentError as error:
        yield from error.problems
        return
    moves = _moves(lines)
    listed = {address for _, address, target in lines if target is None}
    for n, address, target in lines:
        goal = _end(address, moves)
        if not _ADDRESS.fullmatch(address):
            said = f"“{one_line(address)}” is geen adres van deze site; schrijf het zoals instrumenten/convenant/"
            yield Problem(FILE, n, 1, "adres", said)
        elif target is not None and (address in addresses or _is_made(root, address)):
            said = f"het adres {address} bestaat nog; een verwijzing zou die pagina vervangen"
            yield Problem(FILE, n, 1, "adres", said)
        elif goal not in addresses and (target is None or goal not in listed):
            # What is listed and gone is told where it stands, not at each line that leads to it.
            said = f"het adres {one_line(goal)} bestaat niet meer; hernoemd? schrijf `{one_line(address)} -> nieuw/adres/`."
            yield Problem(FILE, n, 1, "adres", said + did_you_mean(goal, addresses))


_ADDRESS = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)+(?:#[a-z0-9][a-z0-9.-]*)?")


def _is_made(root: Path, address: str) -> bool:
    """Whether the site has a page at this address that is no item's: its own, or one that was written by hand."""
    if "#" in address:
        return False
    steps = address.rstrip("/").split("/")
    # A page named index is that of the folder around it.
    of_the_site = any(address == one.address for one in SITE_PAGES)
    own = of_the_site or steps[-1] == "index" or SEGMENT in steps[1:-1]
    page = root / "docs" / address
    written = (page / "index.md", page / "README.md", page.with_suffix(".md"))
    return own or any(path.is_file() for path in written)


def updated(
    root: Path,
    addresses: Iterable[str],
    short: Mapping[str, str],
    moved: Mapping[str, str] | None = None,
) -> str:
    """The text of the file with the addresses that it lacks added, sorted; nothing is ever removed.

    *short* is the short address of each item, by its address; *moved* is where the item of an address went.
    """
    kept = read_permalinks(root)
    known = {address: target for _, address, target in kept}
    for old, new in (moved or {}).items():
        known[old] = new
        # What came back to an address where it was before, is there.
        known[new] = None
    known |= {address: None for address in addresses if address not in known}
    known |= {brief: address for address, brief in short.items() if brief not in known}
    # What editors wrote behind a # of their own.
    remarks = [line for line in _lines(root) if line.startswith("#") and line != _HEADING]
    lines = [
        address if target is None else f"{address}{REDIRECT}{target}"
        for address, target in sorted(known.items())
    ]
    return "\n".join([_HEADING, *remarks, *lines]) + "\n"


_HEADING = "# Elk adres dat ooit is gepubliceerd. Hier verdwijnt nooit een regel."
