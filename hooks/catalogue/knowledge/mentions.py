"""Who names an item in running text, without linking to it otherwise."""

from __future__ import annotations

from collections.abc import Set
from typing import Any

from ..linking import Key, Link


def mentions(links: list[Link[Any]], shown: Set[Key] = frozenset()) -> list[Link[Any]]:
    """The first mention in running text per item, of items that do not link here otherwise and are not *shown*."""
    linked = shown | {link.source.key for link in links if not link.is_mention}
    first: dict[Key, Link[Any]] = {}
    for mention in links:
        if mention.source.key not in linked:
            first.setdefault(mention.source.key, mention)
    return list(first.values())
