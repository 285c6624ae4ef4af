"""How the package hangs together: its list of modules is whole, and each module builds only on those above it."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import catalogue

PACKAGE = Path(catalogue.__file__).parent
LISTED = re.findall(r"^``(\w+)`` ", catalogue.__doc__ or "", re.M)


def _name(path: Path) -> str:
    """The module or package in the top folder to which a file belongs."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imported(path: Path) -> Iterator[str]:
    """The modules and packages of the top folder that a file imports something from."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            folder = path.parents[node.level - 1]
            steps = [*folder.relative_to(PACKAGE).parts, *(node.module or "").split(".")]
            yield from [steps[0]] if steps[0] else (one.name for one in node.names)


def test_every_module_stands_in_the_list_once() -> None:
    there = {_name(path) for path in PACKAGE.rglob("*.py")} - {"__init__", "__main__"}
    assert sorted(LISTED) == sorted(there)


@pytest.mark.parametrize("name", LISTED)
def test_a_module_builds_only_on_those_above_it(name: str) -> None:
    files = [path for path in PACKAGE.rglob("*.py") if _name(path) == name]
    used = {one for path in files for one in imported(path)} - {name}
    assert used <= set(LISTED[: LISTED.index(name)])


def test_a_name_of_a_class_means_one_thing() -> None:
    named = re.compile(r"^class ([A-Z]\w*)", re.M)
    found = Counter(
        name for path in PACKAGE.rglob("*.py") for name in named.findall(path.read_text())
    )
    assert [name for name, times in found.items() if times > 1] == []
