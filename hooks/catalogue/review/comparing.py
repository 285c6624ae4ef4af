"""Two versions of the content → what a reviewer must know: what is wrong, what changed, and which pages show it.

The new version need not be right: then what is wrong is told, and what changed as far as it can be read. The old version
need not be right either, nor fit the model of today.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from ..checking import catalogue_of
from ..concepts import filled_in, unmarked
from ..history import LISTS
from ..knowledge.differences import Difference, Titles, contents, differences, readable
from ..knowledge.impact import CHANGED, GONE, NEW, Change, changes, items_on
from ..linking import Catalogue, Key
from ..model import KINDS, Item
from ..model.fields import fields_of
from ..pages import Page, render
from ..problem import ContentError, Problem
from ..reading import read_yaml, split_front_matter
from ..shelf import Shelf, read_shelf
from ..short_addresses import published_short, short_addresses
from .lists import Listed, list_change
from .written import Written, address_of, written_changes


@dataclass(frozen=True)
class Reviewed:
    """An item that is not what it was, with what differs."""

    change: Change
    differences: list[Difference]
    missing: list[Problem] = field(default_factory=list)
    """What a concept still lacks before it can be published."""

    @property
    def item(self) -> Item:
        """As it is; of what is gone, as it was."""
        return self.change.item

    @property
    def address(self) -> str:
        """Where it stands, from the root of the site."""
        return self.item.kind.address(self.item.id)

    @property
    def summary(self) -> str:
        """What it is, in short; empty where its kind says nothing of the sort."""
        field = fields_of(type(self.item)).all.get("samenvatting")
        return readable(str((field and filled_in(self.item, field)) or ""))

    @property
    def concept(self) -> bool:
        """Whether it is not to be published yet."""
        return self.item.is_concept


@dataclass(frozen=True)
class Touched:
    """A page of the site that shows something else than before."""

    address: str
    title: str
    sort: str


@dataclass(frozen=True)
class Review:
    """What a reviewer must know of a proposal."""

    problems: list[Problem]
    items: list[Reviewed]
    written: list[Written]
    touched: list[Touched] | None
    """The other pages that show something else; none when the pages cannot be made."""
    certain: bool
    """Whether those pages were compared with what they were; else they only read something that changed."""
    lists: list[Listed]
    unread: list[str]
    """Files that cannot be read, now or before, so that what changed in them is not known."""


class _Version:
    """One version of the content, with what can be made of it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shelf, problems = read_shelf(root)
        self.shelf: Shelf = shelf.previewed()
        """For what can be said of it though something is wrong."""
        self.problems: list[Problem] = []
        self.catalogue: Catalogue | None = None
        """Only of content that is right."""
        try:
            self.catalogue = catalogue_of(shelf, problems, concepts=True)
        except ContentError as error:
            self.problems = error.problems

    def missing(self, item: Item) -> list[Problem]:
        """What a concept still lacks; of content that is not right, as far as its own file tells."""
        if self.catalogue:
            return self.catalogue.unfinished.get((item.kind.name, item.id), [])
        path = item.kind.file(item.id)
        return [gap for gap in self.shelf.gaps if gap.path == path]

    @cached_property
    def pages(self) -> dict[str, Page]:
        """The pages that its catalogue makes, by their addresses."""
        if self.catalogue is None:
            return {}
        short = short_addresses(self.catalogue.items, published_short(self.root))
        return {address_of(page.path): page for page in render(self.catalogue, short=short)}


def review(old_root: Path, new_root: Path) -> Review:
    """Compare two folders of content."""
    old, new = _Version(old_root), _Version(new_root)
    titles = _titles(old, new)
    unread = old.shelf.broken | new.shelf.broken
    # What one of the two versions cannot tell is not new, nor gone.
    before, now = (
        {key: unmarked(item) for key, item in items_on(one.shelf).items() if key not in unread}
        for one in (old, new)
    )
    items = [
        Reviewed(one, _differences(one, titles), new.missing(one.item))
        for one in changes(before, now, new.catalogue)
    ]
    written = list(written_changes(old_root, new_root))
    own = {one.address.partition("#")[0] for one in items if one.item.kind.own_page}
    return Review(
        new.problems,
        items,
        written,
        list(_touched(old, new, items, own)) if new.catalogue else None,
        old.catalogue is not None,
        [found for name in LISTS if (found := list_change(old_root, new_root, name))],
        [KINDS[kind].file(id) for kind, id in sorted(unread)],
    )


def _titles(old: _Version, new: _Version) -> Titles:
    found: dict[Key, str] = {}
    for one in (old, new):
        found |= {node.key: node.titel for each in one.shelf.loaded for node in each.nodes}
    return found.get


def _differences(one: Change, titles: Titles) -> list[Difference]:
    if one.sort == GONE:
        return []
    if one.old is None:
        return contents(one.item, titles)
    return differences(_with_said(one, one.old), one.item, titles)


def _with_said(one: Change, old: Item) -> Item:
    """The old version with the new entry under ``wijzigingen``: that is told above what differs, and is no difference."""
    if not one.told or one.said is None:
        return old
    said = [*old.wijzigingen]
    said.insert(one.item.wijzigingen.index(one.said), one.said)
    return old.model_copy(update={"wijzigingen": said})


def _touched(
    old: _Version, new: _Version, items: list[Reviewed], own: set[str]
) -> Iterator[Touched]:
    """The pages, besides those of what changed, that show something else, or may do so."""
    keys = {(one.item.kind.name, one.item.id) for one in items}
    for address, page in new.pages.items():
        before = old.pages.get(address)
        differs = before.content != page.content if before else bool(page.reads & keys)
        if differs and address not in own:
            sort = NEW if old.catalogue and not before else CHANGED
            yield Touched(address, _title(page.content), sort)


def _title(content: str) -> str:
    """The title that stands above the Markdown of a page."""
    fields, _ = split_front_matter(content, "")
    return str(read_yaml(fields, "").data["title"])
