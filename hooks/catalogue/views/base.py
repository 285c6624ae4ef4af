"""What every page needs: its links, its numbered sources, and who mentions it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ..linking import Catalogue, Key, Link, Node
from ..model import (
    Bouwsteen,
    Bron,
    Herkomst,
)
from ..model.base import Vindplaats


@dataclass(frozen=True)
class Note:
    """A numbered note: a place in a source."""

    number: int
    bron: Node
    plaats: str


class Notes:
    """Numbers the places in sources in the order in which a page cites them. Fill first, list last."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._notes: dict[tuple[str, str], Note] = {}

    def cite(self, part: Herkomst) -> list[Note]:
        """The notes of a statement; none for an editorial judgement that rests on no source."""
        places = [] if part.is_redactie or part.plaats is None else [(part.bron, part.plaats)]
        return [
            self._note(*place) for place in places + [(also.bron, also.plaats) for also in part.ook]
        ]

    def cite_place(self, place: Vindplaats) -> Note:
        """The note of one place."""
        return self._note(place.bron, place.plaats)

    def _note(self, bron: str, plaats: str) -> Note:
        if (bron, plaats) not in self._notes:
            self._notes[bron, plaats] = Note(
                len(self._notes) + 1, self._catalogue.node("bron", bron), plaats
            )
        return self._notes[bron, plaats]

    @property
    def by_source(self) -> list[tuple[Node, list[Note]]]:
        """The notes so far, per source, in order of first mention."""
        grouped: dict[str, list[Note]] = defaultdict(list)
        for note in self._notes.values():
            grouped[note.bron.id].append(note)
        return [(notes[0].bron, notes) for notes in grouped.values()]


@dataclass
class View:
    """What the page of any item needs."""

    catalogue: Catalogue
    node: Node
    noten: Notes = field(init=False)

    def __post_init__(self) -> None:
        self.noten = Notes(self.catalogue)

    def to(self, *kinds: str, field: str | None = None) -> list[Link]:
        """Links that arrive here."""
        return self.catalogue.links_to(self.node, *kinds, field=field)

    def out(self, *kinds: str, field: str | None = None) -> list[Link]:
        """Links that leave from here."""
        return [
            k
            for k in self.catalogue.links_from(self.node, *kinds)
            if field is None or k.field == field
        ]

    @cached_property
    def mentions(self) -> list[Link]:
        """One link per item that mentions this one in running text, and is not on the page otherwise."""
        return mentions(self.to(), {k.target.key for k in self.out() if k.field != "tekst"})

    @property
    def changed(self) -> date:
        """The day on which the item last changed."""
        return max(
            (change.datum for change in self.node.item.wijzigingen),
            default=self.catalogue.newest_date,
        )


def mentions(links: list[Link], shown: Set[Key] = frozenset()) -> list[Link]:
    """The first mention in running text per item, of items that do not link here otherwise and are not *shown*."""
    linked = shown | {k.source.key for k in links if k.field != "tekst"}
    first: dict[tuple[str, str], Link] = {}
    for mention in links:
        if mention.source.key not in linked:
            first.setdefault(mention.source.key, mention)
    return list(first.values())


class AdviceView(View):
    """The page of a bouwsteen or a source, with its recommendations."""

    @property
    def advice(self) -> list[Node]:
        """The recommendations, in order."""
        assert isinstance(self.node.item, Bouwsteen | Bron)
        return [
            self.catalogue.node("aanbeveling", advice.id) for advice in self.node.item.aanbevelingen
        ]

    def advice_mentions(self, advice: Node) -> list[Link]:
        """One link per item that mentions a recommendation in running text, and does not link to it otherwise."""
        on_page = {k.target.key for k in self.catalogue.links_from(advice) if k.field != "tekst"}
        return mentions(self.catalogue.links_to(advice), on_page | {self.node.key})
