"""A folder of content → a ``Shelf``: every file read, each valid by itself or put aside with its problems."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from .linking import Found, Key, Node, find, nodes_of
from .messages import messages
from .model import KINDS, Item, Kind
from .problem import ContentError, Problem, first_of
from .reading import Document, RepeatedFieldError, is_plain_file, read_file


@dataclass
class Loaded:
    """One item with the document it came from."""

    kind: Kind
    item: Item
    document: Document
    nodes: list[Node[Any]]
    found: Found


@dataclass
class Unfit:
    """A file whose fields do not fit the model. What it says of other items can be checked all the same."""

    kind: Kind
    document: Document


class UnfitError(ContentError):
    """What is wrong with such a file by itself."""

    def __init__(self, problems: Iterable[Problem], file: Unfit) -> None:
        super().__init__(problems)
        self.file = file


@dataclass
class Shelf:
    """Everything that was read, valid by itself, not yet known to fit together."""

    root: Path
    loaded: list[Loaded] = field(default_factory=list)
    unfit: list[Unfit] = field(default_factory=list)
    ids: dict[str, set[str]] = field(default_factory=dict)
    """Kind → ids, also of items whose file has a problem: a reference to those is no second problem."""
    broken: set[Key] = field(default_factory=set)
    """Items whose file has a problem; what they hold (factors, recommendations) cannot be known."""


def read_shelf(root: Path) -> tuple[Shelf, list[Problem]]:
    """Read every file; those that are not valid by themselves become problems."""
    shelf, problems = Shelf(root), []
    for kind in KINDS.values():
        for path in entries(root / kind.folder) if is_inside(root, kind.folder) else []:
            shown = path.relative_to(root).as_posix()
            if not is_plain_file(path) and not path.is_dir():
                # Another check names it; nothing of it is read.
                continue
            if path.suffix != kind.suffix:
                problems.append(Problem(shown, 1, 1, "bestand", not_read(kind.suffix)))
                continue
            shelf.ids.setdefault(kind.name, set()).add(path.stem)
            if found := read_single(shelf, kind, path, shown):
                shelf.broken.add((kind.name, path.stem))
                problems += found
    return shelf, problems


def read_single(shelf: Shelf, kind: Kind, path: Path, shown: str) -> list[Problem]:
    """Put one file on the shelf, as far as it can be read; what is wrong with it by itself."""
    try:
        _shelve(shelf, kind, read_item(path, shown, kind))
    except ContentError as error:
        return _set_aside(shelf, error)
    return []


def _set_aside(shelf: Shelf, error: ContentError) -> list[Problem]:
    if isinstance(error, UnfitError):
        shelf.unfit.append(error.file)
    return error.problems


def entries(folder: Path) -> list[Path]:
    """What stands in a folder, hidden files excepted; of a folder that is a link, nothing."""
    if folder.is_symlink() or not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))


def not_read(suffix: str) -> str:
    """What is said of a file with another ending than that of the files that belong there."""
    return f"wordt niet gelezen; hier horen alleen bestanden op {suffix}"


def content_folders() -> list[str]:
    """The folders in the root of the project within which all content stands."""
    return sorted({kind.folder.partition("/")[0] for kind in KINDS.values()})


def is_inside(root: Path, folder: str) -> bool:
    """Whether a folder is in the project itself: no link leads to it."""
    path = root / folder
    return not any(
        step.is_symlink()
        for step in (path, *path.parents)
        if step != root and step.is_relative_to(root)
    )


def read_item(path: Path, shown: str, kind: Kind) -> tuple[Item, Document]:
    """Read one file as an item of this kind."""
    repeated: list[Problem] = []
    try:
        document = read_file(path, shown)
    except RepeatedFieldError as error:
        document, repeated = error.document, error.problems
    try:
        # Strict: the reading made the types, and nothing may become another type here (a number a date).
        item = kind.model.model_validate(document.data, strict=True)
    except ValidationError as error:
        found = [*repeated, *first_of(messages(error, document, kind.model))]
        raise UnfitError(found, Unfit(kind, document)) from None
    if repeated:
        raise UnfitError(repeated, Unfit(kind, document))
    # The item holds it all now; kept twice, a catalogue takes a fifth more memory.
    document.data = {}
    return item, document


def _shelve(shelf: Shelf, kind: Kind, read: tuple[Item, Document]) -> None:
    item, document = read
    nodes = list(nodes_of(item))
    shelf.loaded.append(Loaded(kind, item, document, nodes, find(item, nodes)))
    for node in nodes:
        shelf.ids.setdefault(node.kind, set()).add(node.id)
