"""Facts read from the sources themselves, beside what the open data says."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from catalogue.exporting import catalogue_data
from catalogue.linking import Catalogue
from tests.sample import from_yaml

ENOUGH = 150


@dataclass(frozen=True)
class Fact:
    """What stands at a path in the data, and where the source says so."""

    path: str
    expected: Any
    source: str


def facts() -> Iterator[Fact]:
    """Every fact of ``facts.yml``."""
    groups = from_yaml(Path(__file__).with_name("facts.yml").read_text(encoding="utf-8"))
    for group in groups:
        for path, expected in leaves(group["feiten"]):
            yield Fact(path, expected, f"{group['bron']}, {group['plaats']}")


def leaves(tree: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Nested mappings → a path and a value for each leaf."""
    if not isinstance(tree, dict):
        yield path, tree
        return
    for key, branch in tree.items():
        yield from leaves(branch, f"{path}/{key}" if path else str(key))


def follow(value: Any, path: str) -> Any:
    """What stands at *path*; a step that leads nowhere is a ``KeyError``."""
    for step in path.split("/"):
        value = _in_list(value, step) if isinstance(value, list) else value[step]
    return value


def _in_list(items: list[Any], step: str) -> Any:
    field, filtered, wanted = step.partition("=")
    if filtered:
        return [item for item in items if wanted in _as_list(item.get(field))]
    if step.isdigit():
        return items[int(step) - 1]
    named = [item for item in items if item.get("id") == step]
    if named:
        return named[0]
    found = [_as_list(item[step]) for item in items if step in item]
    if not found:
        raise KeyError(step)
    return list(chain.from_iterable(found))


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def words(value: Any) -> str:
    """All text in *value*, on one line, for finding names and numbers in."""
    return " ".join(json.dumps(value, ensure_ascii=False).replace("\\n", " ").split()).casefold()


@pytest.fixture(scope="module")
def data(real_catalogue: Catalogue) -> dict[str, Any]:
    """The open data of the project."""
    return {key: list(items) for key, items in catalogue_data(real_catalogue, "")}


@pytest.mark.parametrize("fact", list(facts()), ids=lambda fact: fact.path)
def test_fact(data: dict[str, Any], fact: Fact) -> None:
    path, _, question = fact.path.rpartition("/")
    if question == "noemt":
        text = words(follow(data, path))
        missing = [name for name in fact.expected if name.casefold() not in text]
        assert not missing, f"{path} noemt niet {missing}; de bron wel: {fact.source}"
        return
    if question == "bevat":
        missing = list((Counter(fact.expected) - Counter(follow(data, path))).elements())
        assert not missing, f"{path} bevat niet {missing}; de bron wel: {fact.source}"
        return
    if question == "minstens":
        found = len(follow(data, path))
        assert found >= fact.expected, f"{path} telt er {found}; {fact.source}: {fact.expected}"
        return
    found = len(follow(data, path)) if question == "aantal" else follow(data, fact.path)
    assert found == fact.expected, (
        f"{fact.path} is {found!r}, volgens de bron {fact.expected!r}: {fact.source}"
    )


def test_there_are_enough_facts() -> None:
    """Two sources may say something of one place; one source says it once."""
    read = [(fact.path, fact.source) for fact in facts()]
    assert len(read) == len(set(read))
    assert len({path for path, _ in read}) >= ENOUGH
