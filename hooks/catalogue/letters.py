"""Long lists: an index above ``LIMIT`` entries → a page per first letter; any other list stops at ``LIMIT``.

So no page but an index grows with the catalogue, and an index only as fast as one letter of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .dutch import alphabetical
from .knowledge.facets import facet_fields
from .linking import Node
from .model import KINDS

LIMIT = 200
"""So many entries a list shows on one page."""

SEGMENT = "letter"
"""The part of an address that stands before a letter; no item may have it as its id."""

OTHER = "0-9"
"""Stands for every title that does not start with a letter."""


@dataclass(frozen=True)
class Letter:
    """The entries of an index whose title starts with one letter."""

    name: str
    address: str
    """From the root of the site: ``instrumenten/letter/a/``."""
    nodes: list[Node[Any]]


def first_letter(title: str) -> str:
    """``E`` for ‘Eén loket’, ``0-9`` for ‘3D-kaart’."""
    plain = alphabetical(title).upper()
    first = next((character for character in plain if character.isalnum()), "")
    return first if "A" <= first <= "Z" else OTHER


def split(nodes: Sequence[Node[Any]], section: str) -> list[Letter]:
    """The letters of an index, each with its entries in their order; none for an index that fits on one page."""
    if len(nodes) <= LIMIT:
        return []
    letters: dict[str, list[Node[Any]]] = defaultdict(list)
    for node in nodes:
        letters[first_letter(node.titel)].append(node)
    return [
        Letter(name, f"{section}/{SEGMENT}/{name.lower()}/", letters[name])
        for name in sorted(letters)
    ]


def data_file(section: str) -> str:
    """Where the entries of a long index stand as data, for the browser to filter."""
    return f"data/overzicht-{section}.json"


def overview_address(kind: str, about: Node[Any] | None = None) -> str:
    """Where a list of items that stops at ``LIMIT`` goes on: their overview, with the filter that fits if it has one."""
    facets = facet_fields(KINDS[kind].model) if about else ()
    filters = (
        f"?{one.facet.name}={about.id}"
        for one in facets
        if about and one.field.leads_to and about.kind in one.field.leads_to.refers_to
    )
    return KINDS[kind].overview + next(filters, "")
