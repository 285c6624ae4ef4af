"""A folder of content → a ``Shelf``: every file read, each valid by itself or put aside with its problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from .concepts import NothingToNameError, assess, draft, is_concept, marked, without_blanks
from .linking import Found, Key, Node, find, nodes_of
from .messages import messages
from .model import KINDS, Item, Kind
from .model.fields import fields_of
from .problem import ContentError, Problem, first_of
from .reading import Document, FlawedError, is_plain_file, read_file


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

    @property
    def key(self) -> Key:
        """Its kind, and its id by the name of its file."""
        return self.kind.name, Path(self.document.path).stem

    @property
    def is_concept(self) -> bool:
        """Whether it is not published yet."""
        return is_concept(self.document.data)


class UnfitError(ContentError):
    """What is wrong with such a file by itself."""

    def __init__(self, problems: Iterable[Problem], file: Unfit) -> None:
        super().__init__(problems)
        self.file = file


class UnfinishedError(UnfitError):
    """What a concept still misses; nothing in it is wrong."""


class MisplacedError(ContentError):
    """A file lies in the folder of another kind than its fields say."""

    def __init__(self, shown: str, kind: Kind) -> None:
        said = f"dit lijkt een {kind.word}; zet het bestand in de map {kind.folder}"
        super().__init__([Problem(shown, 1, 1, "bestand", said)])
        self.kind = kind


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
    drafts: list[Loaded] = field(default_factory=list)
    """What the preview shows of concepts that are half filled; their files are among the unfit ones."""
    gaps: list[Problem] = field(default_factory=list)
    """What concepts still miss."""

    @property
    def concepts(self) -> list[Loaded]:
        """Whole and half-filled items that are not published yet."""
        return [*(one for one in self.loaded if one.item.is_concept), *self.drafts]

    @property
    def published_ids(self) -> dict[str, set[str]]:
        """Kind → ids, without those of concepts."""
        unfit = {one.key for one in self.unfit if one.is_concept}
        away = unfit | {node.key for one in self.concepts for node in one.nodes}
        return {
            kind: {id for id in ids if (kind, id) not in away} for kind, ids in self.ids.items()
        }

    def published(self) -> Shelf:
        """The same without concepts."""
        return replace(
            self,
            loaded=[one for one in self.loaded if not one.item.is_concept],
            unfit=[one for one in self.unfit if not one.is_concept],
            drafts=[],
            gaps=[],
        )

    def previewed(self) -> Shelf:
        """The same with what can be shown of half-filled concepts."""
        return replace(self, loaded=[*self.loaded, *self.drafts])


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
                _remember(shelf, kind, path)
                continue
            problems += read_single(shelf, kind, path, shown)
    return shelf, [*problems, *_draft_concepts(shelf)]


def _remember(shelf: Shelf, kind: Kind, path: Path) -> None:
    """Let what refers to the item of a file that is not right be right: one mistake is told once."""
    shelf.ids.setdefault(kind.name, set()).add(path.stem)
    shelf.broken.add((kind.name, path.stem))


def read_single(shelf: Shelf, kind: Kind, path: Path, shown: str) -> list[Problem]:
    """Put one file on the shelf, as far as it can be read; what is wrong with it by itself."""
    try:
        shelf.loaded.append(_loaded(shelf, kind, *read_item(path, shown, kind)))
    except ContentError as error:
        if isinstance(error, UnfitError):
            shelf.unfit.append(error.file)
        if isinstance(error, UnfinishedError):
            shelf.gaps += error.problems
            return []
        _remember(shelf, error.kind if isinstance(error, MisplacedError) else kind, path)
        return error.problems
    return []


def _draft_concepts(shelf: Shelf) -> list[Problem]:
    """Draft the half-filled concepts, now that it is known what they may name; what keeps one from being drafted."""
    unfinished = {problem.path for problem in shelf.gaps}
    problems = []
    for file in shelf.unfit:
        if file.document.path in unfinished and file.key not in shelf.broken:
            try:
                item = draft(file.kind.model, file.document.data, shelf.ids)
            except NothingToNameError as error:
                said = f"hier hoort een {error}, en die is er nog niet; maak die eerst"
                problems.append(file.document.problem((), said))
            else:
                shelf.drafts.append(_loaded(shelf, file.kind, item, file.document))
    return problems


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


def written_files(root: Path) -> Iterator[Path]:
    """The files under ``docs/`` that no item is made of and that are not hidden."""
    docs = root / "docs"
    folders = {root / kind.folder for kind in KINDS.values()}
    for path in sorted(docs.rglob("*")) if is_inside(root, "docs") else []:
        first, *_ = steps = path.relative_to(docs).parts
        # This hidden folder is part of the site; see mkdocs.yml.
        hidden = first != ".well-known" and any(step.startswith(".") for step in steps)
        if is_plain_file(path) and path.parent not in folders and not hidden:
            yield path


def written_pages(root: Path) -> Iterator[tuple[Path, str]]:
    """The pages among them, each with its path from the root of the project."""
    for path in written_files(root):
        if path.suffix == ".md":
            yield path, path.relative_to(root).as_posix()


def read_item(path: Path, shown: str, kind: Kind) -> tuple[Item, Document]:
    """Read one file as an item of this kind."""
    flaws: list[Problem] = []
    try:
        document = read_file(path, shown)
    except FlawedError as error:
        document, flaws = error.document, error.problems
    concept = is_concept(document.data)
    if concept:
        document.data = without_blanks(document.data)
    try:
        # Strict: the reading made the types, and nothing may become another type here (a number a date).
        item = kind.model.model_validate(document.data, strict=True)
    except ValidationError as error:
        if concept:
            raise _unfinished(error, Unfit(kind, document), flaws) from None
        if other := _fitting_kind(document.data, kind):
            raise MisplacedError(shown, other) from None
        found = [*flaws, *first_of(messages(error, document, kind.model))]
        raise UnfitError(found, Unfit(kind, document)) from None
    if flaws:
        raise UnfitError(flaws, Unfit(kind, document))
    # The item holds it all now; kept twice, a catalogue takes a fifth more memory.
    document.data = {}
    return item, document


def _unfinished(error: ValidationError, file: Unfit, flaws: list[Problem]) -> UnfitError:
    """What is wrong with a concept; what it misses counts only when nothing is wrong."""
    assessed = assess(error, file.document, file.kind.model)
    if faults := [*flaws, *first_of(assessed.faults)]:
        return UnfitError(faults, file)
    return UnfinishedError(first_of(assessed.gaps), file)


def _fitting_kind(data: dict[str, Any], kind: Kind) -> Kind | None:
    """Another kind with the same sort of file, of which these fields are all there is and all there must be."""
    if sum(name not in fields_of(kind.model).all for name in data) < MISPLACED:
        return None
    return next(
        (
            other
            for other in KINDS.values()
            if other.suffix == kind.suffix
            and data.keys() <= fields_of(other.model).all.keys()
            and all(one.name in data for one in fields_of(other.model) if one.required)
        ),
        None,
    )


MISPLACED = 3
"""So many fields must be strange to a kind before another kind is thought of."""


def _loaded(shelf: Shelf, kind: Kind, item: Item, document: Document) -> Loaded:
    """An item with its document, and its ids among those that are known."""
    item = marked(item)
    nodes = list(nodes_of(item))
    if item.id != Path(document.path).stem:
        # Another rule says so; what refers to it by the name of its file is no second problem.
        _remember(shelf, kind, Path(document.path))
    for node in nodes:
        shelf.ids.setdefault(node.kind, set()).add(node.id)
    return Loaded(kind, item, document, nodes, find(item, nodes))
