"""The files of a project with something changed in them, and what the checker says of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from pydantic import BaseModel

from catalogue.checking import check
from catalogue.model import KINDS, Item, Kind
from catalogue.model.fields import Described, fields_of
from catalogue.model.parts import walk
from catalogue.problem import Problem
from catalogue.reading import read_file
from catalogue.schemas import schema_of
from catalogue.shelf import Shelf, read_item, read_single
from tests.fuzz.harmless import assert_readable, faults_of_value
from tests.sample import SAMPLE, as_yaml, from_yaml


def content_of(root: Path) -> list[Path]:
    """The files of a project that hold items, of all kinds, from its root."""
    found = (
        path for kind in KINDS.values() for path in (root / kind.folder).glob("*" + kind.suffix)
    )
    return sorted(path.relative_to(root) for path in found)


SAMPLES = content_of(SAMPLE)


def kind_of(path: Path) -> Kind:
    """The kind of the items in the folder of a file."""
    return next(kind for kind in KINDS.values() if kind.folder == path.parent.as_posix())


def as_file(path: Path, text: str) -> bytes:
    """YAML as the content of a card, or of a Markdown file with nothing under its front matter."""
    return (f"---\n{text}\n---\n" if path.suffix == ".md" else text).encode()


def data_of(path: Path) -> dict[str, Any]:
    """The data of a sample, read by PyYAML itself; a test may change them."""
    return deepcopy(_data_of(path))


@cache
def _data_of(path: Path) -> dict[str, Any]:
    text = (SAMPLE / path).read_text(encoding="utf-8")
    data: dict[str, Any] = from_yaml(text.split("---\n")[1] if path.suffix == ".md" else text)
    return data


@contextmanager
def replaced(path: Path, raw: bytes) -> Iterator[None]:
    """Let a file hold other bytes for a while."""
    before = path.read_bytes()
    path.write_bytes(raw)
    try:
        yield
    finally:
        path.write_bytes(before)


def problems_after(project: Path, path: Path, raw: bytes) -> list[Problem]:
    """What the checker says of the project when this file holds these bytes.

    Each line leads to its place; without a line, what the file says is harmless.
    """
    with replaced(project / path, raw):
        problems = check(project)
        assert_readable(map(str, problems), project)
        if not problems:
            assert_harmless(project, path)
        return problems


def problems_with(project: Path, path: Path, data: Any) -> list[Problem]:
    """The problems that the checker finds in this file when it holds these data."""
    raw = as_file(path, as_yaml(data))
    return [found for found in problems_after(project, path, raw) if found.path == path.as_posix()]


def problems_by_itself(folder: Path, path: Path, data: Any) -> list[Problem]:
    """The problems of this file when it holds these data, whatever else there is in the project."""
    file = folder / path.name
    file.write_bytes(as_file(path, as_yaml(data)))
    return read_single(Shelf(folder), kind_of(path), file, path.as_posix())


def assert_harmless(project: Path, path: Path) -> None:
    """What passed is harmless on a page, and is what the JSON Schema allows as well."""
    kind = kind_of(path)
    item, _ = read_item(project / path, str(path), kind)
    for name, sort, value in _values(item):
        assert not (faults := faults_of_value(sort, value)), f"{name}: {value!r}: {faults}"
    data = read_file(project / path, str(path)).data
    plain = json.loads(json.dumps(data, default=date.isoformat))
    errors = [error.message for error in _validator(kind.name).iter_errors(plain)]
    assert not errors, f"the schema refuses what the checker lets through: {errors}"


def _values(item: Item) -> Iterator[tuple[str, str, str]]:
    """Every text of an item: the name of its field, how it is shown, and itself."""
    for _, part in walk(item):
        for field in fields_of(type(part)):
            value = getattr(part, field.name)
            for one in value if isinstance(value, list) else [value]:
                if isinstance(one, str):
                    yield field.name, field.text, one


@cache
def _validator(kind: str) -> Draft202012Validator:
    """The JSON Schema that editors' programs use for a kind."""
    return Draft202012Validator(
        schema_of(KINDS[kind]), format_checker=Draft202012Validator.FORMAT_CHECKER
    )


@dataclass(frozen=True)
class Slot:
    """A place for a value in the data of a file."""

    field: Described
    model: type[BaseModel]
    """The class that has the field."""
    holder: Any
    """The mapping or the list that holds the value."""
    key: Any

    @property
    def value(self) -> Any:
        return self.holder[self.key]

    @property
    def may_be_empty(self) -> bool:
        """Whether an empty value means that the field is left out."""
        return (
            isinstance(self.holder, dict)
            and self.model.model_fields[self.field.name].default is None
        )


def slots(model: type[BaseModel], data: dict[str, Any]) -> Iterator[Slot]:
    """Every place for a value, within lists and parts too."""
    for name, value in data.items():
        field = fields_of(model)[name]
        yield Slot(field, model, data, name)
        places = enumerate(value) if isinstance(value, list) else ()
        yield from (Slot(field, model, value, n) for n, _ in places)
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict) and field.part:
                yield from slots(field.part, inner)
