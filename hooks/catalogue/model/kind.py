"""What a kind of content is: where its files are, where its pages stand, and what it is called.

A kind is described beside its class, as ``kind = Kind(…)`` in a subclass of ``Item``; that registers it. A part of an
item that can be linked to by itself (a recommendation, a factor) is described the same way, as ``kind = PartKind(…)``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from ..dutch import capital

if TYPE_CHECKING:
    from .base import Item, Onderdeel


@dataclass(frozen=True, kw_only=True)
class Named:
    """How a kind is called, and drawn."""

    name: str
    """As references, link targets and code use it: ``case``."""
    word: str = ""
    """As visitors read it, singular: ``praktijk``; the name where it is empty."""
    plural: str
    icon: str
    """The path of its icon, on a square of 20."""
    label: str = ""
    """As it stands above a page and beside a search result; the word with a capital where it is empty."""

    def __post_init__(self) -> None:
        self._fill_in(word=self.name)

    def _fill_in(self, **usual: str) -> None:
        """Give what nobody named what it is called as a rule."""
        for field_name, value in usual.items():
            if not getattr(self, field_name):
                object.__setattr__(self, field_name, value)

    @property
    def title(self) -> str:
        """``Praktijk``."""
        return self.label or self.word.capitalize()


@dataclass(frozen=True, kw_only=True)
class Kind(Named):
    """A kind of item: one file each."""

    order: int
    """Its place among the kinds, wherever these stand in a row."""
    folder: str
    """Where its files are, from the root of the project."""
    section: str = ""
    """First part of its addresses; the plural where it is empty, and so are the next two."""
    key: str = ""
    """Name of its list in ``catalogus.json``."""
    heading: str = ""
    """Title of its overview."""
    description: str
    """What its overview is about, in one sentence."""
    suffix: str = ".md"
    """``.yml`` for cards, ``.md`` for what is mainly text (data in the front matter)."""
    own_page: bool = True
    """Whether an item has a page of its own; otherwise it is an anchor on the overview."""
    background: bool = False
    """Whether it names the other items without being about them: search shows it after the pages that are."""
    model: type[Item] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        super().__post_init__()
        self._fill_in(section=self.plural, key=self.plural, heading=capital(self.plural))

    def address(self, id: str) -> str:
        """The address of an item, from the root of the site."""
        return f"{self.overview}{id}/" if self.own_page else f"{self.overview}#{id}"

    @property
    def overview(self) -> str:
        """The address of its overview, from the root of the site."""
        return f"{self.section}/"

    def file(self, id: str) -> str:
        """The file of an item, from the root of the project."""
        return f"{self.folder}/{id}{self.suffix}"


@dataclass(frozen=True, kw_only=True)
class PartKind(Named):
    """A part of an item that can be linked to by itself; it stands on the page of its item, at an anchor."""

    anchor: str
    """What its anchor starts with."""
    title_field: str
    """The field that names it."""
    within_item: bool = False
    """Whether its id is only unique within its item; the id of its node then starts with that of the item."""
    key: str = ""
    """Name of its list in ``catalogus.json``, if it has one."""

    def anchor_of(self, id: str) -> str:
        """The anchor of a part on its page, without ``#``."""
        return f"{self.anchor}-{id.replace('.', '-')}"

    def node_id(self, item: Item, id: str) -> str:
        """The id by which the whole catalogue knows a part."""
        return f"{item.id}/{id}" if self.within_item else id


ADVICE = PartKind(
    name="aanbeveling",
    plural="aanbevelingen",
    icon="M4 3v15M4 4h11l-2.5 3.500L15 11H4",
    anchor="aanbeveling",
    title_field="titel",
    key="aanbevelingen",
)
"""A recommendation: those of the bouwstenen and those of other sources are cited alike."""

KINDS: dict[str, Kind] = {}
"""Name → kind, in order; filled as the classes are defined."""

PART_KINDS: dict[str, PartKind] = {}
"""Name → kind of part."""


def register(model: type[Onderdeel]) -> None:
    """Add the kind that a class describes, if it describes one."""
    kind: Any = vars(model).get("kind")
    if isinstance(kind, Kind):
        # The one moment at which a kind changes: it learns of which class it is.
        object.__setattr__(kind, "model", model)
        KINDS[kind.name] = kind
        ordered = sorted(KINDS.values(), key=lambda one: (one.order, one.name))
        KINDS.clear()
        KINDS.update((one.name, one) for one in ordered)
    elif isinstance(kind, PartKind):
        PART_KINDS[kind.name] = kind


def part_kind_of(model: type | None) -> PartKind | None:
    """The kind of part that a class describes, if it describes one."""
    kind = vars(model).get("kind") if model else None
    return kind if isinstance(kind, PartKind) else None


def kind_named(name: str) -> Named:
    """The kind with this name, of items or of parts. Raises ``KeyError``."""
    return KINDS[name] if name in KINDS else PART_KINDS[name]


def kind_of(path: str) -> Kind | None:
    """The kind of the item that a file holds, by its path from the root of the project; none for any other file."""
    place = PurePosixPath(path)
    where = place.parent.as_posix(), place.suffix
    return next((kind for kind in KINDS.values() if (kind.folder, kind.suffix) == where), None)


def linkable() -> list[str]:
    """The names that may stand before the colon of a link target in a text: ``wet:gemeentewet``."""
    return [*KINDS, *(kind.name for kind in PART_KINDS.values() if not kind.within_item)]
