"""``Catalogue`` → ``data/leerlijn.json``: the whole line as data, for who wants to plan with it elsewhere.

- ``modules``: in order, with their parts, minutes, handouts and what each builds on;
- ``routes``: per sort of reader the ids of the modules, in order.

Addresses start at the root of the site.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ..knowledge.learning_line import builds_on, exercises, line, minutes_of, routes, sheets
from ..linking import Catalogue, Node
from ..markup import plain
from ..model import Module
from ..model.fields import labels_of
from ..site_pages import data_of, package_at

DATA = data_of(Module.kind.overview)


def learning_line_data(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Path and content of the file."""
    modules = line(catalogue)
    content = {
        "minuten": minutes_of(modules),
        "pakket": package_at(Module.kind.overview) if modules else None,
        "modules": [_module(catalogue, node) for node in modules],
        "routes": [
            {
                "naam": route.name,
                "minuten": route.minutes,
                "modules": [node.id for node in route.modules],
            }
            for route in routes(catalogue)
        ],
    }
    yield DATA, (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _module(catalogue: Catalogue, node: Node[Module]) -> dict[str, Any]:
    module = node.part
    return {
        "id": node.id,
        "nummer": module.nummer,
        "titel": node.titel,
        "adres": node.address,
        "samenvatting": plain(module.samenvatting),
        "doelgroep": plain(module.doelgroep),
        "minuten": module.duur,
        "na": [one.id for one in builds_on(catalogue, node)],
        "routes": labels_of(module, "routes"),
        "leerdoelen": [plain(one) for one in module.leerdoelen],
        "onderdelen": [
            {"nummer": n, "titel": part.titel, "minuten": part.minuten}
            for n, part in enumerate(module.programma, 1)
        ],
        "varianten": [{"naam": one.naam, "minuten": one.duur} for one in module.varianten],
        "vellen": [
            {"titel": sheet.titel, "adres": sheet.address} for sheet in sheets(catalogue, node)
        ],
        "oefeningen": [
            {"titel": one.titel, "adres": one.address} for one in exercises(catalogue, node)
        ],
        "pakket": package_at(node.address),
    }
