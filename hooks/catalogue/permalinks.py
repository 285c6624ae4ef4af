"""Addresses are forever: ``permalinks.txt`` lists every address ever published and only grows.

One address a line, from the root of the site. A line ``oud/ -> nieuw/`` says that an item was renamed or withdrawn:
its old address then becomes a page that leads to the new one.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .problem import Problem, did_you_mean, one_line

FILE = "permalinks.txt"
REDIRECT = " -> "


def read_permalinks(root: Path) -> list[tuple[int, str, str | None]]:
    """The lines of the file: line number, address, and the address it now leads to."""
    path = root / FILE
    lines = (
        path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []
    )
    return [
        (n, *_parse(line))
        for n, line in enumerate(lines, 1)
        if line.strip() and not line.startswith("#")
    ]


def _parse(line: str) -> tuple[str, str | None]:
    address, arrow, target = line.strip().partition(REDIRECT)
    return address.strip(), target.strip() if arrow else None


def redirects(root: Path) -> dict[str, str]:
    """Old address → new address."""
    return {address: target for _, address, target in read_permalinks(root) if target is not None}


def missing_permalinks(root: Path, addresses: set[str]) -> Iterator[Problem]:
    """A problem for each published address that no item has and that leads nowhere."""
    for n, address, target in read_permalinks(root):
        goal = address if target is None else target
        if goal not in addresses:
            said = f"het adres {one_line(goal)} bestaat niet meer; hernoemd? schrijf `{one_line(address)} -> nieuw/adres/`."
            yield Problem(FILE, n, 1, "adres", said + did_you_mean(goal, addresses))


def updated(root: Path, addresses: set[str]) -> str:
    """The text of the file with the addresses that it lacks added, sorted; nothing is ever removed."""
    kept = read_permalinks(root)
    known = {address: target for _, address, target in kept}
    known |= {address: None for address in addresses if address not in known}
    lines = [
        address if target is None else f"{address}{REDIRECT}{target}"
        for address, target in sorted(known.items())
    ]
    return (
        "# Elk adres dat ooit is gepubliceerd. Hier verdwijnt nooit een regel.\n"
        + "\n".join(lines)
        + "\n"
    )
