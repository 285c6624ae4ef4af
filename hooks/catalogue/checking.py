"""A folder of content → a ``Catalogue``, or every problem in it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from . import permalinks
from .checks import ALONE, CHECKS, FINISHED, LINKED_CHECKS, Check
from .linking import Catalogue, Key, Nodes, link
from .model import KINDS, Item
from .problem import ContentError, Problem
from .search.word_pairs import FILE as WORD_PAIRS
from .shelf import Shelf, content_folders, entries, read_shelf, read_single


@dataclass(frozen=True)
class Findings:
    """What was found in the content, in the order of the files."""

    problems: list[Problem]
    """What must be mended before anything is built."""
    notes: list[Problem]
    """What concepts still miss before they can be published."""


def load(root: Path, *, concepts: bool = False) -> Catalogue:
    """Read, check and link all content under *root*, for a preview with its concepts. Raises ``ContentError`` with every problem."""
    return catalogue_of(*read_shelf(root), concepts=concepts)


def catalogue_of(shelf: Shelf, problems: Iterable[Problem], *, concepts: bool = False) -> Catalogue:
    """The same, of content that was read, with the problems that were found then."""
    if found := [*problems, *check_shelf(shelf)]:
        raise ContentError(found)
    published = shelf.published()
    catalogue = _linked(published)
    if problems := _linked_problems(catalogue, published):
        raise ContentError(problems)
    return _with_concepts(shelf) if concepts else catalogue


def check(root: Path) -> list[Problem]:
    """All problems under *root*, in the order of the files."""
    return inspect(root).problems


def inspect(root: Path) -> Findings:
    """All that is wrong under *root*, and what its concepts still miss."""
    shelf, problems = read_shelf(root)
    problems += check_shelf(shelf)
    if problems:
        # What shows only when the items are linked, shows when all else is right.
        return Findings(_in_order(problems), _in_order([*shelf.gaps, *_shelf_notes(shelf)]))
    published = shelf.published()
    problems += _linked_problems(_linked(published, mentions=False), published)
    missing = _with_concepts(shelf).unfinished.values() if shelf.concepts else ()
    return Findings(_in_order(problems), _in_order(note for notes in missing for note in notes))


def _in_order(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(set(problems))


def _linked_problems(catalogue: Catalogue, shelf: Shelf) -> list[Problem]:
    return [problem for rule in LINKED_CHECKS for problem in rule(catalogue, shelf)]


def _with_concepts(shelf: Shelf) -> Catalogue:
    """The catalogue as the preview shows it: with concepts, and what each still misses."""
    previewed = shelf.previewed()
    catalogue = _linked(previewed)
    # What a half-filled concept lacks is told already; where it stands in the file is not known after that.
    whole = replace(shelf, loaded=[one for one in shelf.loaded if one.item.is_concept])
    found = [*shelf.gaps, *_shelf_notes(shelf), *_linked_problems(catalogue, whole)]
    unfinished: dict[Key, list[Problem]] = {
        (one.kind.name, one.item.id): _in_order(
            note for note in found if note.path == one.document.path
        )
        for one in shelf.concepts
    }
    return replace(catalogue, unfinished=unfinished)


def _shelf_notes(shelf: Shelf) -> Iterator[Problem]:
    """What the rules for published items say of concepts."""
    if concepts := shelf.concepts:
        paths = {one.document.path for one in concepts}
        for rule in FINISHED:
            yield from (problem for problem in rule(shelf) if problem.path in paths)


def _linked(shelf: Shelf, *, mentions: bool = True) -> Catalogue:
    items: dict[str, dict[str, Item]] = {name: {} for name in KINDS}
    for one in shelf.loaded:
        items[one.kind.name][one.item.id] = one.item
    nodes = Nodes(node for one in shelf.loaded for node in one.nodes)
    return link(items, (one.found for one in shelf.loaded), nodes, mentions=mentions)


def inspect_files(root: Path, paths: list[Path]) -> Findings:
    """The same of these files and folders, read together with the rest of the content under *root*."""
    paths = [placed(root, path) for path in paths]
    inside = [
        path
        for path in paths
        if _is_content(root, path) or (path.is_dir() and path.is_relative_to(root))
    ]
    other = [path for path in paths if path not in inside]
    outside = [file for path in other for file in (entries(path) if path.is_dir() else [path])]
    shown = [path.relative_to(root).as_posix() for path in inside]
    found = inspect(root)
    elsewhere = [_check_outside(path) for path in outside]
    return Findings(
        _in_order(chain(_within(shown, found.problems), *(one.problems for one in elsewhere))),
        _in_order(chain(_within(shown, found.notes), *(one.notes for one in elsewhere))),
    )


def _within(names: list[str], problems: list[Problem]) -> Iterator[Problem]:
    """The problems in files and folders with these names."""
    return (p for p in problems if any(name == "." or _overlap(name, p.path) for name in names))


def _overlap(one: str, other: str) -> bool:
    """Whether two paths are the same, or one is within the other."""
    return f"{one}/".startswith(f"{other}/") or f"{other}/".startswith(f"{one}/")


def placed(root: Path, path: Path) -> Path:
    """The path without detours (``docs/../cases/x.yml``), so that its folder can be known; a link stays a link."""
    plain = Path(os.path.normpath(path))
    if _is_content(root, plain):
        return plain
    return path.resolve() if path.is_dir() else path.parent.resolve() / path.name


def _is_content(root: Path, path: Path) -> bool:
    """Whether the check of the whole project says all there is to say of this path."""
    places = (*content_folders(), permalinks.FILE, WORD_PAIRS)
    return any(path.is_relative_to(root / place) for place in places)


def _check_outside(path: Path) -> Findings:
    """A file outside the folders of the catalogue is checked by itself, as the kind that its folder's name says."""
    folder = path.parent.name
    kind = next((kind for kind in KINDS.values() if kind.folder.rpartition("/")[2] == folder), None)
    kind = kind or (KINDS["instrument"] if path.suffix in (".yml", ".yaml") else None)
    if kind is None:
        said = "staat niet in een map van de catalogus"
        return Findings([Problem(str(path), 1, 1, "bestand", said)], [])
    shelf = Shelf(path.parent)
    problems = read_single(shelf, kind, path, str(path))
    problems += check_shelf(shelf, [rule for rule in CHECKS if rule in ALONE])
    return Findings(problems, shelf.gaps)


def check_shelf(shelf: Shelf, rules: Iterable[Check] = CHECKS) -> list[Problem]:
    """All problems that show only when the items stand together. A concept may still fall short of some rules."""
    published = shelf.published()
    return [p for rule in rules for p in rule(published if rule in FINISHED else shelf)]
