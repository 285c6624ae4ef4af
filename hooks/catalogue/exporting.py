"""``Catalogue`` → open data: ``data/catalogus.json`` and the JSON Schema that describes it.

Every item has its ``id``, ``titel``, ``url``, all of its fields, and for each kind of item that links to it a list of
those links: a knelpunt has ``instrumenten``, with the sentence why. Texts hold small Markdown, as editors write it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Container, Iterator
from io import BytesIO
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from .knowledge.completeness import completeness
from .knowledge.relations import FINDINGS
from .linking import Catalogue, Link, Node
from .model import KINDS, PART_KINDS, Aanbeveling, Bron, Instrument, Onderdeel
from .model.base import CONCEPT
from .model.fields import fields_of
from .model.instrument import Factor
from .model.kind import ADVICE

DATA = "data/catalogus.json"
SCHEMA = "data/catalogus.schema.json"


def list_keys() -> dict[str, str]:
    """Kind → name of its list, for all that has one."""
    items = {kind.name: kind.key for kind in KINDS.values()}
    return items | {kind.name: kind.key for kind in PART_KINDS.values() if kind.key}


def exports(catalogue: Catalogue, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Path and content of each export."""
    data = BytesIO()
    data.writelines(line.encode("utf-8") for line in _lines(catalogue, site_url))
    yield DATA, data.getvalue()
    schema = json.dumps(catalogue_schema(), ensure_ascii=False, indent=1)
    yield SCHEMA, f"{schema}\n".encode()


def _lines(catalogue: Catalogue, site_url: str) -> Iterator[str]:
    """The JSON, in pieces, with one item on a line: so a change shows as one line."""
    yield '{\n"$schema": "catalogus.schema.json"'
    for key, items in catalogue_data(catalogue, site_url):
        yield f',\n"{key}": ['
        for n, item in enumerate(items):
            yield (",\n" if n else "\n") + _json(item)
        yield "\n]"
    yield "\n}\n"


_json = json.JSONEncoder(ensure_ascii=False).encode


def catalogue_data(
    catalogue: Catalogue, site_url: str
) -> Iterator[tuple[str, Iterator[dict[str, Any]]]]:
    """All items, as lists per kind."""
    base = site_url.rstrip("/")
    for kind in KINDS.values():
        yield kind.key, (_item(catalogue, node, base) for node in catalogue.nodes_of(kind.name))
        # The recommendations of other sources stand with these.
        if kind.name == "bouwsteen":
            advice = (
                node
                for node in catalogue.nodes_of(ADVICE.name)
                if isinstance(node.part, Aanbeveling)
            )
            yield ADVICE.key, (_item(catalogue, node, base) for node in advice)


def _item(catalogue: Catalogue, node: Node[Any], base: str) -> dict[str, Any]:
    part: Onderdeel = node.part
    data: dict[str, Any] = {"id": node.id, "titel": node.titel, "url": f"{base}/{node.address}"}
    data |= part.model_dump(mode="json", exclude_none=True)
    if isinstance(node.part, Instrument):
        data |= _instrument_extras(catalogue, node.part, base)
    if isinstance(node.part, Bron):
        advice = (catalogue.node(ADVICE.name, one.id) for one in node.part.aanbevelingen)
        data["aanbevelingen"] = [_item(catalogue, one, base) for one in advice]
    if isinstance(node.part, Aanbeveling):
        data["bouwsteen"] = node.item.id
    known = fields_of(type(part)).all
    for key, links in _incoming(catalogue, node, base).items():
        data[f"{key}_die_hierheen_verwijzen" if key in known else key] = links
    return data


def _instrument_extras(catalogue: Catalogue, card: Instrument, base: str) -> dict[str, Any]:
    counted = completeness(card)
    factors = {f.id: _factor(catalogue, card, f, base) for f in card.factoren}
    return {
        "factoren": list(factors.values()),
        "slaagfactoren": [factors[f.id] for f in card.slaagfactoren],
        "faalfactoren": [factors[f.id] for f in card.faalfactoren],
        "volledigheid": {
            "gevuld": counted.done,
            "totaal": counted.total,
            "ontbreekt": counted.missing,
        },
    }


def _factor(catalogue: Catalogue, card: Instrument, factor: Factor, base: str) -> dict[str, Any]:
    """A factor with what the cases say of it."""
    node = catalogue.node("factor", f"{card.id}/{factor.id}")
    findings = [
        _link(link, base) | {"oordeel": link.part.oordeel}
        for link in catalogue.links_to(node, FINDINGS)
    ]
    return factor.model_dump(mode="json", exclude_none=True) | {"bevindingen": findings}


def _incoming(catalogue: Catalogue, node: Node[Any], base: str) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    keys = list_keys()
    for link in catalogue.links_to(node):
        if link.field != "bronnen":
            found[keys[link.source.kind]].append(_link(link, base))
    return {key: found[key] for key in keys.values() if key in found}


def _link(link: Link[Any], base: str) -> dict[str, Any]:
    data = {
        "id": link.source.id,
        "titel": link.source.titel,
        "url": f"{base}/{link.source.address}",
        "veld": link.field,
    }
    more = {
        "reden": link.reden,
        "soort": getattr(link.part, "soort", None),
        "plaats": getattr(link.part, "plaats", None),
    }
    return data | {name: value for name, value in more.items() if value is not None}


def catalogue_schema() -> dict[str, Any]:
    """The JSON Schema of ``catalogus.json``, made from the model."""
    models: list[type[BaseModel]] = [*(kind.model for kind in KINDS.values()), Aanbeveling]
    _, schema = models_json_schema([(model, "serialization") for model in models])
    definitions = schema["$defs"] | {
        "Verwijzing": _LINK_SCHEMA,
        "FactorMetBevindingen": _FACTOR_SCHEMA,
    }
    for definition in definitions.values():
        definition.pop("additionalProperties", None)
        _without_concepts(definition.get("properties", {}))
    lists = {kind.key: kind.model for kind in KINDS.values()} | {ADVICE.key: Aanbeveling}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Catalogus van de Instrumentenwijzer",
        "type": "object",
        "required": list(lists),
        "properties": {
            key: {"type": "array", "items": _item_schema(model.__name__, model.model_fields)}
            for key, model in lists.items()
        },
        "$defs": definitions,
    }


def _without_concepts(properties: dict[str, Any]) -> None:
    """Take out what only says of a file that it is not published yet."""
    status = properties.get("status", {})
    if CONCEPT in status.get("enum", ()):
        status["enum"] = [value for value in status["enum"] if value != CONCEPT]
    elif CONCEPT in str(status.get("anyOf")):
        del properties["status"]


def _item_schema(name: str, fields: Container[str]) -> dict[str, Any]:
    links = {"type": "array", "items": {"$ref": "#/$defs/Verwijzing"}}
    extras: dict[str, Any] = {"url": {"type": "string", "description": "Adres van de pagina."}}
    if name == "Instrument":
        factors = {"type": "array", "items": {"$ref": "#/$defs/FactorMetBevindingen"}}
        extras |= {"factoren": factors, "slaagfactoren": factors, "faalfactoren": factors}
        extras |= {"volledigheid": _COMPLETENESS_SCHEMA}
    if name == "Aanbeveling":
        extras["bouwsteen"] = {"type": "string", "description": "Id van de bouwsteen."}
    incoming = {key: links for key in list_keys().values() if key not in fields}
    return {
        "allOf": [{"$ref": f"#/$defs/{name}"}],
        "properties": incoming | extras,
        "patternProperties": {"_die_hierheen_verwijzen$": links},
        "required": ["id", "titel", *extras],
    }


_COMPLETENESS_SCHEMA: dict[str, Any] = {
    "type": "object",
    "description": "Hoeveel velden van de kaart gevuld zijn, of vergeefs gezocht.",
    "required": ["gevuld", "totaal", "ontbreekt"],
    "properties": {
        "gevuld": {"type": "integer"},
        "totaal": {"type": "integer"},
        "ontbreekt": {"type": "array", "items": {"type": "string"}},
    },
}

_FACTOR_SCHEMA: dict[str, Any] = {
    "title": "Factor met bevindingen",
    "description": "Een factor, met wat praktijkvoorbeelden ervan zeggen.",
    "allOf": [{"$ref": "#/$defs/Factor"}],
    "required": ["bevindingen"],
    "properties": {"bevindingen": {"type": "array", "items": {"$ref": "#/$defs/Verwijzing"}}},
}

_LINK_SCHEMA: dict[str, Any] = {
    "title": "Verwijzing",
    "description": "Een ander onderdeel dat hierheen verwijst, met de reden.",
    "type": "object",
    "required": ["id", "titel", "url", "veld"],
    "properties": {
        name: {"type": "string", "description": text}
        for name, text in {
            "id": "Id van het andere onderdeel.",
            "titel": "Naam van het andere onderdeel.",
            "url": "Adres van het andere onderdeel.",
            "veld": "Veld waarin het de verwijzing maakt; `tekst` bij een vermelding in lopende tekst.",
            "reden": "De zin die zegt waarom.",
            "soort": "Soort relatie, bij een relatie tussen instrumenten.",
            "plaats": "Plaats in de bron.",
            "oordeel": "Of een praktijkvoorbeeld de factor bevestigt of weerspreekt.",
        }.items()
    },
}
