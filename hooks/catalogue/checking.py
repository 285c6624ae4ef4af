"""A folder of content → a ``Catalogue``, or every problem in it."""

from __future__ import annotations

import os
from pathlib import Path

from . import permalinks
from .checks import ALONE, CHECKS, LINKED_CHECKS
from .linking import Catalogue, Nodes, link
from .model import KINDS, Item
from .problem import ContentError, Problem
from .search.word_pairs import FILE as WORD_PAIRS
from .shelf import Shelf, content_folders, entries, read_shelf, read_single


def load(root: Path) -> Catalogue:
    """Read, check and link all content under *root*. Raises ``ContentError`` with every problem."""
    catalogue, problems = _read(root)
    if catalogue is None or problems:
        raise ContentError(problems)
    return catalogue


def check(root: Path) -> list[Problem]:
    """All problems under *root*, in the order of the files."""
    _, problems = _read(root)
    return sorted(set(problems))


def _read(root: Path) -> tuple[Catalogue | None, list[Problem]]:
    """The catalogue and what is wrong with it; none when its items cannot be linked."""
    shelf, problems = read_shelf(root)
    problems += check_shelf(shelf)
    if problems:
        return None, problems
    catalogue = _linked(shelf)
    found = (problem for rule in LINKED_CHECKS for problem in rule(catalogue, shelf))
    return catalogue, list(found)


def _linked(shelf: Shelf) -> Catalogue:
    items: dict[str, dict[str, Item]] = {name: {} for name in KINDS}
    for one in shelf.loaded:
        items[one.kind.name][one.item.id] = one.item
    nodes = Nodes(node for one in shelf.loaded for node in one.nodes)
    return link(items, (one.found for one in shelf.loaded), nodes)


def check_files(root: Path, paths: list[Path]) -> list[Problem]:
    """The problems of these files and folders, read together with the rest of the content under *root*."""
    paths = [_placed(root, path) for path in paths]
    inside = [
        path
        for path in paths
        if _is_content(root, path)
        or path == root / WORD_PAIRS
        or (path.is_dir() and path.is_relative_to(root))
    ]
    outside = [
        file
        for path in paths
        if path not in inside
        for file in ([path] if not path.is_dir() else entries(path))
    ]
    shown = [path.relative_to(root).as_posix() for path in inside]
    found = [p for p in check(root) if any(name == "." or _overlap(name, p.path) for name in shown)]
    return sorted({*found, *(problem for path in outside for problem in _check_outside(path))})


def _overlap(one: str, other: str) -> bool:
    """Whether two paths are the same, or one is within the other."""
    return f"{one}/".startswith(f"{other}/") or f"{other}/".startswith(f"{one}/")


def _placed(root: Path, path: Path) -> Path:
    """The path without detours (``docs/../cases/x.yml``), so that its folder can be known; a link stays a link."""
    plain = Path(os.path.normpath(path))
    if _is_content(root, plain):
        return plain
    return path.resolve() if path.is_dir() else path.parent.resolve() / path.name


def _is_content(root: Path, path: Path) -> bool:
    """Whether the check of the whole project says all there is to say of this path."""
    places = [root / name for name in (*content_folders(), permalinks.FILE)]
    return any(path.is_relative_to(place) for place in places)


def _check_outside(path: Path) -> list[Problem]:
    """A file outside the folders of the catalogue is checked by itself, as the kind that its folder's name says."""
    folder = path.parent.name
    kind = next((kind for kind in KINDS.values() if kind.folder.rpartition("/")[2] == folder), None)
    kind = kind or (KINDS["instrument"] if path.suffix in (".yml", ".yaml") else None)
    if kind is None:
        return [Problem(str(path), 1, 1, "bestand", "staat niet in een map van de catalogus")]
    shelf = Shelf(path.parent)
    problems = read_single(shelf, kind, path, str(path))
    return problems + [problem for rule in CHECKS if rule in ALONE for problem in rule(shelf)]


def check_shelf(shelf: Shelf) -> list[Problem]:
    """All problems that show only when the items stand together."""
    return [problem for rule in CHECKS for problem in rule(shelf)]
