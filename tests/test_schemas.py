"""JSON Schemas: what an editor's program says while one types is what the checker says afterwards."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from catalogue.cli import main
from catalogue.model import KINDS
from catalogue.reading import read_file
from catalogue.schemas import schema_files, schema_of
from catalogue.shelf import read_shelf
from tests.conftest import ROOT
from tests.sample import SAMPLE

NAMES = [f"{kind}.schema.json" for kind in KINDS]
ENGLISH = {"the", "and", "with", "that", "which", "from", "this", "its"}


def schema(name: str) -> dict[str, Any]:
    text = (ROOT / "schemas" / name).read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def test_the_schemas_on_disk_are_those_of_the_model() -> None:
    on_disk = {p.name: p.read_text(encoding="utf-8") for p in (ROOT / "schemas").iterdir()}
    assert on_disk == schema_files()


def test_writing_them_again_changes_nothing_and_mends_what_is_old(tmp_path: Path) -> None:
    (tmp_path / "instruments").mkdir()
    assert main(["--root", str(tmp_path), "schema"]) == 0
    (tmp_path / "schemas/wet.schema.json").write_text("{}", encoding="utf-8")
    assert main(["--root", str(tmp_path), "schema"]) == 0
    assert {
        p.name: p.read_text(encoding="utf-8") for p in (tmp_path / "schemas").iterdir()
    } == schema_files()


@pytest.mark.parametrize("name", NAMES)
def test_each_is_a_valid_schema(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


def test_every_file_of_the_sample_is_what_its_schema_allows() -> None:
    shelf, problems = read_shelf(SAMPLE)
    assert shelf.loaded and not problems
    validators = {name: Draft202012Validator(schema_of(kind)) for name, kind in KINDS.items()}
    for one in shelf.loaded:
        data = read_file(SAMPLE / one.document.path, one.document.path).data
        plain = json.loads(json.dumps(data, default=date.isoformat))
        errors = [e.message for e in validators[one.kind.name].iter_errors(plain)]
        assert not errors, f"{one.document.path}: {errors}"


def fields(value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field that a schema describes, within its parts too."""
    if isinstance(value, dict):
        yield from value.get("properties", {}).items()
        for name, inner in value.items():
            # A condition describes no field.
            yield from fields(inner) if name != "if" else ()
    elif isinstance(value, list):
        for inner in value:
            yield from fields(inner)


@pytest.mark.parametrize("name", NAMES)
def test_every_field_explains_itself_in_dutch(name: str) -> None:
    assert {"title", "description"} <= schema(name).keys()
    for field, said in fields(schema(name)):
        assert said.get("title") and said.get("description"), f"{field} has no title or description"
        words = set(said["description"].lower().replace(",", " ").split())
        assert not words & ENGLISH, f"{field}: {said['description']}"


@pytest.mark.parametrize("name", NAMES)
def test_what_the_model_does_not_know_the_schema_refuses(name: str) -> None:
    parts = [schema(name), *schema(name)["$defs"].values()]
    objects = [part for part in parts if part.get("type") == "object"]
    assert objects and all(part["additionalProperties"] is False for part in objects)


def test_an_editor_sees_the_schemas_of_the_cards() -> None:
    mapped = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))[
        "yaml.schemas"
    ]
    cards = {kind for kind in KINDS.values() if kind.suffix == ".yml"}
    assert mapped == {
        f"schemas/{kind.name}.schema.json": [f"{kind.folder}/*.yml"] for kind in cards
    }
