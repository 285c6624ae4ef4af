"""The model → a JSON Schema per kind, for editors that check and complete YAML while one types."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .dutch import capital
from .model import KINDS, Kind
from .model.base import CONCEPT
from .model.fields import classes_within, fields_of

FOLDER = "schemas"


def schema_of(kind: Kind) -> dict[str, Any]:
    """The JSON Schema of one kind, with Dutch titles and descriptions."""
    schema = kind.model.model_json_schema()
    classes = {model.__name__: model for model in classes_within(kind.model)}
    for name, definition in [(kind.model.__name__, schema), *schema.get("$defs", {}).items()]:
        definition["title"] = name
        # The docstrings of classes are for developers; editors read the descriptions of the fields.
        definition.pop("description", None)
        for field, value in definition.get("properties", {}).items():
            value["title"] = capital(fields_of(classes[name])[field].label)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_needed_to_publish(schema),
        "title": kind.word.capitalize(),
        "description": f"Een bestand in {kind.folder}/: {kind.word}.",
    }


def _needed_to_publish(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema, that asks no more of a concept than that it can be told from the others."""
    concept = {"required": ["status"], "properties": {"status": {"const": CONCEPT}}}
    rest = {"if": concept, "else": {"required": schema["required"]}}
    return {**schema, "required": ["id", "titel"], **rest}


def schema_files() -> dict[str, str]:
    """File name → text, for every kind."""
    return {
        f"{kind.name}.schema.json": json.dumps(schema_of(kind), ensure_ascii=False, indent=2) + "\n"
        for kind in KINDS.values()
    }


def write_schemas(root: Path) -> list[str]:
    """Write the schemas under *root* and return the paths of those that changed."""
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    changed = []
    for name, text in schema_files().items():
        path = folder / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed.append(f"{FOLDER}/{name}")
    return changed
