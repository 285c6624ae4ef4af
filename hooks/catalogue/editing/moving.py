"""An item gets another id, or goes → every change in the files that takes.

The change is tried on a copy first. Only when the content is right after it, it is made in the project itself; when that
fails halfway, what was there is put back.
"""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from ..anchors import is_reserved
from ..checking import check_shelf, inspect
from ..checks import pointers_in, texts_in
from ..history import LISTS, HistoryError, move, remove
from ..linking import Key
from ..markup import ITEM_ID, is_item_target, text_links
from ..model import KINDS, PART_KINDS, Kind
from ..model.kind import linkable
from ..model.parts import holds
from ..permalinks import FILE, read_permalinks, redirects, updated, used_before
from ..problem import ContentError, Loc, Problem, RefusedError, did_you_mean
from ..reading import Document, Position
from ..shelf import Shelf, content_folders, read_shelf, written_pages
from ..short_addresses import published_short, short_addresses


class NotMovedError(RefusedError):
    """Nothing was changed."""


@dataclass(frozen=True)
class Identity:
    """By what an item of the catalogue is known: its kind and id, and so its file and address."""

    kind: Kind
    id: str

    @property
    def path(self) -> str:
        """Its file, from the root of the project."""
        return self.kind.file(self.id)

    @property
    def address(self) -> str:
        """Its address, from the root of the site."""
        return self.kind.address(self.id)


@dataclass
class Plan:
    """What changes in the files of a project, all of it or nothing."""

    contents: dict[str, str] = field(default_factory=dict)
    """Path → the whole new text, as it is in the file."""
    moved: tuple[str, str] | None = None
    removed: str | None = None
    count: int = 0
    """How many references change."""


def find(shelf: Shelf, name: str) -> Identity:
    """The item that is meant by ``id`` or ``soort:id``. Raises ``NotMovedError``."""
    kind, _, id = name.rpartition(":")
    if kind and kind not in KINDS:
        raise NotMovedError(f"De soort “{kind}” bestaat niet.{did_you_mean(kind, KINDS)}")
    asked = [kind] if kind else [*KINDS]
    kinds = [one for one in asked if id in shelf.ids.get(one, ())]
    if len(kinds) > 1:
        names = " of ".join(f"{one}:{id}" for one in kinds)
        raise NotMovedError(f"“{id}” kan meer betekenen; schrijf {names}.")
    if not kinds:
        raise NotMovedError(f"“{name}” {_became(shelf, asked, id)}")
    return Identity(KINDS[kinds[0]], id)


def _became(shelf: Shelf, kinds: list[str], id: str) -> str:
    """What is said of an id that no item of these kinds has: what became of it, if its address was published."""
    leads = redirects(shelf.root)
    for kind in (KINDS[one] for one in kinds):
        goal = leads.get(kind.address(id))
        if goal == kind.overview:
            return "is ingetrokken."
        if goal:
            return f"heet nu “{re.split('[/#]', goal.rstrip('/'))[-1]}”, of is daardoor vervangen."
    known = [one for kind in KINDS for one in shelf.ids.get(kind, ())]
    return f"bestaat niet.{did_you_mean(id, known)}"


def sound_shelf(root: Path) -> Shelf:
    """The content, if it can be told what it refers to. Raises ``ContentError``."""
    shelf, problems = read_shelf(root)
    problems += check_shelf(shelf)
    if problems:
        raise ContentError(problems)
    return shelf


def rename(root: Path, old_name: str, id: str) -> tuple[Identity, Identity, Plan]:
    """Give an item another id, everywhere. Raises ``NotMovedError`` or ``ContentError``, and then changes nothing."""
    shelf = sound_shelf(root)
    old = find(shelf, old_name)
    new = Identity(old.kind, id)
    if not re.fullmatch(ITEM_ID, id) or len(id) > 80:
        said = "gebruik kleine letters, cijfers en streepjes"
        raise NotMovedError(f"“{id}” mag geen id zijn; {said}.")
    if is_reserved(old.kind, id, shelf.ids[old.kind.name]):
        raise NotMovedError(f"“{id}” is gereserveerd; kies een andere naam.")
    if (root / new.path).exists() or id in shelf.ids.get(old.kind.name, ()):
        raise NotMovedError(f"{new.path} bestaat al; kies een andere naam.")
    if redirects(root).get(new.address, old.address) != old.address:
        # Who kept that address, would come to something else.
        raise NotMovedError(used_before(new.address))
    plan = _renaming(root, shelf, old, new)
    _carry_out(root, plan)
    return old, new, plan


def withdraw(root: Path, name: str, successor: str | None) -> tuple[Identity, str | None]:
    """Take an item away. Returns it, with the address to which its own leads from now on, if it ever had one.

    Raises ``NotMovedError`` or ``ContentError``, and then changes nothing.
    """
    shelf = sound_shelf(root)
    old = find(shelf, name)
    goal = _successor(shelf, successor) if successor else old.kind.overview
    if goal == old.address:
        raise NotMovedError("Een onderdeel kan zichzelf niet opvolgen.")
    if found := sorted(_in_the_way(root, shelf, old)):
        raise ContentError(found)
    plan = Plan(removed=old.path)
    published = _is_published(root, old)
    if published:
        plan.contents[FILE] = updated(root, (), {}, {old.address: goal})
    _carry_out(root, plan)
    return old, goal if published else None


def _successor(shelf: Shelf, name: str) -> str:
    """The address of what comes in the place of something else."""
    found = find(shelf, name)
    if found.id not in shelf.published_ids[found.kind.name]:
        raise NotMovedError(f"{found.path} is nog een concept; publiceer het eerst.")
    return found.address


def _in_the_way(root: Path, shelf: Shelf, old: Identity) -> Iterator[Problem]:
    """Every place that refers to an item, or to what stands in it."""
    whole = (*shelf.loaded, *shelf.drafts)
    keys = {node.key for one in whole if one.document.path == old.path for node in one.nodes}
    said = f"verwijst naar “{old.id}”; haal deze verwijzing eerst weg"
    for document, loc in _mentions(shelf, keys.__contains__):
        if document.path != old.path:
            yield document.problem(loc, said)
    for _, path in written_pages(root):
        text = _raw(root, path)
        for found in _page_links(old).finditer(text):
            yield Problem(path, text.count("\n", 0, found.start()) + 1, 1, "tekst", said)


def _mentions(shelf: Shelf, is_meant: Callable[[Key], bool]) -> Iterator[tuple[Document, Loc]]:
    """Every reference and text that names something."""
    for document, pointers in pointers_in(shelf):
        for pointer in pointers:
            if any(is_meant((kind, pointer.id)) for kind in pointer.kinds):
                yield document, pointer.loc
    for document, texts in texts_in(shelf):
        for loc, text in texts:
            if any(map(is_meant, _linked_in(shelf, text))):
                yield document, loc


def _linked_in(shelf: Shelf, text: str) -> Iterator[Key]:
    """What the links in a text name; the content is sound, so each is one thing."""
    for link in text_links(text):
        if is_item_target(link.target):
            kind, _, id = link.target.rpartition(":")
            yield kind or next(one for one in linkable() if id in shelf.ids.get(one, ())), id


def _renaming(root: Path, shelf: Shelf, old: Identity, new: Identity) -> Plan:
    """All that changes when an item gets another id."""
    plan = Plan(moved=(old.path, new.path))
    edits: dict[str, list[_Spot]] = defaultdict(list)
    for document, pointers in pointers_in(shelf):
        for pointer in pointers:
            if _names(old, pointer.kinds, pointer.id):
                edits[document.path].append(_Spot(document.span(pointer.loc)[0], None))
    for document, texts in texts_in(shelf):
        for loc, text in texts:
            if (old.kind.name, old.id) in _linked_in(shelf, text):
                edits[document.path].append(_Spot(*document.span(loc), within=True))
    # A bare id that two kinds have means nothing.
    taken = any(new.id in shelf.ids.get(one, ()) for one in linkable())
    own = next(document for document, _ in pointers_in(shelf) if document.path == old.path)
    edits[old.path].append(_Spot(own.span(("id",))[0], None))
    for path, places in edits.items():
        text, count = _rewritten(_raw(root, path), places, old, new, taken=taken)
        plan.contents[new.path if path == old.path else path] = text
        plan.count += count
    for _, path in written_pages(root):
        text, count = _page_links(old).subn(
            lambda found: found["before"] + new.id, _raw(root, path)
        )
        if count:
            plan.contents[path] = text
            plan.count += count
    # Its own id is no reference.
    plan.count -= 1
    if _is_published(root, old):
        plan.contents[FILE] = _permalinks_after(root, shelf, old, new)
    return plan


def _names(old: Identity, kinds: tuple[str, ...], id: str) -> bool:
    """Whether a reference names an item, or a part of it by an id that starts with its own."""
    if id == old.id:
        return old.kind.name in kinds
    within = (kind for kind in kinds if kind in PART_KINDS and PART_KINDS[kind].within_item)
    return id.partition("/")[0] == old.id and any(holds(old.kind, kind) for kind in within)


@dataclass(frozen=True)
class _Spot:
    """A place in a file where an id stands, or a text with a link to it."""

    start: Position
    end: Position | None
    within: bool = False


def _rewritten(
    text: str, edits: list[_Spot], old: Identity, new: Identity, *, taken: bool
) -> tuple[str, int]:
    """The text of a file with another id at these places, and how often; all else stays as it was."""
    link = re.compile(rf"(?<=\]\()(?P<kind>{old.kind.name}:)?{re.escape(old.id)}(?=\))")
    prefix = f"{old.kind.name}:" if taken else ""
    count = 0
    for edit in sorted(edits, key=lambda one: one.start, reverse=True):
        start = _offset(text, edit.start)
        end = len(text) if edit.end is None else _offset(text, edit.end)
        if edit.within:
            part, n = link.subn(lambda found: (found["kind"] or prefix) + new.id, text[start:end])
            text, count = text[:start] + part + text[end:], count + n
            continue
        start += text[start] in "\"'"
        if not text.startswith(old.id, start):
            said = f"Niet te vinden waar “{old.id}” precies staat; hernoem met de hand."
            raise NotMovedError(said)
        text, count = text[:start] + new.id + text[start + len(old.id) :], count + 1
    return text, count


def _offset(text: str, place: Position) -> int:
    line, column = place
    start = 0
    for _ in range(line - 1):
        start = text.index("\n", start) + 1
    return start + column - 1


def _raw(root: Path, path: str) -> str:
    """The text of a file with its own line ends."""
    return (root / path).read_bytes().decode("utf-8")


def _page_links(old: Identity) -> re.Pattern[str]:
    """A link to the page of an item, on a page that was written by hand."""
    kind, id = old.kind, re.escape(old.id)
    page = rf"{kind.section}/" if kind.own_page else rf"{kind.section}/index\.md#"
    end = r"(?=\.md\b|/)" if kind.own_page else r"(?=[)\s])"
    return re.compile(rf"(?P<before>\]\([^)\s]*\b{page}){id}{end}")


def _is_published(root: Path, item: Identity) -> bool:
    return any(address == item.address for _, address, _ in read_permalinks(root))


def _permalinks_after(root: Path, shelf: Shelf, old: Identity, new: Identity) -> str:
    ids = shelf.published_ids
    ids[new.kind.name] = ids[new.kind.name] - {old.id} | {new.id}
    short = short_addresses(ids, published_short(root))
    own = {new.address: short[new.address]} if new.address in short else {}
    return updated(root, {new.address}, own, {old.address: new.address})


def _carry_out(root: Path, plan: Plan) -> None:
    """Change the files, if the content is right after it."""
    with TemporaryDirectory(prefix="catalogue-") as folder:
        copy = Path(folder)
        for name in content_folders():
            if (root / name).is_dir():
                shutil.copytree(root / name, copy / name, symlinks=True)
        for name in LISTS:
            if (root / name).is_file():
                shutil.copyfile(root / name, copy / name)
        _apply(copy, plan)
        if problems := inspect(copy).problems:
            raise ContentError(problems)
    touched = [*plan.contents, *(plan.moved or ()), *filter(None, [plan.removed])]
    kept = {path: (root / path).read_bytes() for path in touched if (root / path).is_file()}
    try:
        _apply(root, plan)
    except (OSError, HistoryError) as error:
        _restore(root, plan, kept)
        raise NotMovedError(f"Er is niets veranderd: {error}") from None


def _apply(root: Path, plan: Plan) -> None:
    if plan.moved:
        move(root, *plan.moved)
    for path, text in plan.contents.items():
        (root / path).write_bytes(text.encode("utf-8"))
    if plan.removed:
        remove(root, plan.removed)


def _restore(root: Path, plan: Plan, kept: dict[str, bytes]) -> None:
    if plan.moved and (root / plan.moved[1]).exists():
        with suppress(OSError, HistoryError):
            move(root, *reversed(plan.moved))
    for path, content in kept.items():
        with suppress(OSError):
            (root / path).write_bytes(content)
