"""Old address → new address, for items of which the name in an address changed.

A page whose address names items, such as ``?i=oud,nieuw``, fetches this when it meets a name that it does not know.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping

from ..permalinks import DATA


def moved_data(moved: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """Path and content of the file: section → old id → new id, for what stayed in its section."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for old, new in sorted(moved.items()):
        section, _, id = old.rstrip("/").partition("/")
        new_section, _, new_id = new.rstrip("/").partition("/")
        if section == new_section and id and new_id and "#" not in old + new:
            found[section][id] = new_id
    yield DATA, (json.dumps(found, ensure_ascii=False) + "\n").encode()
