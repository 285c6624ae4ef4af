"""Two versions of an item → what differs, field by field, in the words that readers see.

A list of parts is compared by what the parts are, not by where they stand: an entry that only moved is no other entry.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Any, TypeGuard

from pydantic import BaseModel

from ..concepts import filled_in
from ..dutch import dutch_date
from ..linking import Key
from ..markup import replace_links
from ..model import REDACTIE, Herkomst, Item, Onderdeel
from ..model.base import Vindplaats
from ..model.fields import Described, fields_of
from ..model.kind import part_kind_of

Titles = Callable[[Key], str | None]
"""Kind and id of a node → what readers call it, in the new version or else in the old."""

ALIKE = 0.5
"""From so much likeness on an entry of a list is taken for an earlier one that was changed."""

MOST_PAIRS = 2500
"""More pairs of entries than this are not compared with each other: that would take too long."""

MOST_SHARED = 100_000
"""Nor are texts compared word by word in which so many times a word of one is a word of the other, each with each."""

Way = tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """One field that is not what it was."""

    way: Way
    """What readers call the way to it: ``("factoren", "Vertrouwen", "toelichting")``."""
    before: str
    """In words; empty when it was not there."""
    after: str
    """In words; empty when it is there no more."""


def differences(old: Item, new: Item, titles: Titles) -> list[Difference]:
    """What differs between two versions of an item."""
    return list(_Comparison(titles).parts(old, new, ()))


def contents(item: Item, titles: Titles) -> list[Difference]:
    """All that an item holds, as what differs from nothing."""
    return list(_Comparison(titles).parts(None, item, ()))


@dataclass(frozen=True)
class _Comparison:
    """Compares, and says in words what it finds."""

    titles: Titles

    def parts(self, old: BaseModel | None, new: BaseModel, way: Way) -> Iterator[Difference]:
        """What differs between two parts of one class, or between nothing and a part."""
        for field in fields_of(type(new)):
            before, after = filled_in(old, field) if old else None, filled_in(new, field)
            if before != after:
                yield from self._field(field, before, after, (*way, field.label))

    def _field(self, field: Described, before: Any, after: Any, way: Way) -> Iterator[Difference]:
        if field.many and (field.part or field.text):
            yield from self._entries(field, before or [], after or [], way)
        elif (_is_part(before) and _is_part(after)) or _only_holds_parts(after):
            yield from self.parts(before, after, way)
        else:
            yield from _unlike(way, self._told(field, before), self._told(field, after))

    def _entries(
        self, field: Described, before: list[Any], after: list[Any], way: Way
    ) -> Iterator[Difference]:
        """What differs between two lists, entry by entry."""
        pairs = _paired(before, after, lambda one: self._told(field, one))
        old_of = {new: old for old, new in pairs}
        for n, one in enumerate(after):
            here = (*way, self._name(one, n))
            if n not in old_of:
                yield Difference((*way,), "", self._told(field, one))
            elif (old := before[old_of[n]]) != one:
                if _is_part(one):
                    yield from self.parts(old, one, here)
                else:
                    yield from _unlike(here, self._told(field, old), self._told(field, one))
        stayed = {old for old, _ in pairs}
        for n, one in enumerate(before):
            if n not in stayed:
                yield Difference((*way,), self._told(field, one), "")
        if sorted(pairs) != sorted(pairs, key=lambda pair: pair[1]):
            yield Difference((*way, "volgorde"), self._order(before), self._order(after))

    def _order(self, entries: list[Any]) -> str:
        return "\n".join(f"{n + 1}. {self._called(one, n)}" for n, one in enumerate(entries))

    def _called(self, one: Any, place: int) -> str:
        """What an entry of a list is, in a few words."""
        name = self._name(one, place)
        if not name.startswith(_PLACE):
            return name
        text = self._part_told(one) if _is_part(one) else readable(str(one))
        first = text.partition("\n")[0]
        return first if len(first) <= 80 else f"{first[:79]}…"

    def _name(self, one: Any, place: int) -> str:
        """What readers know an entry of a list by; else its place in the list."""
        own = getattr(one, "titel", None) or getattr(one, "naam", None)
        if isinstance(own, str):
            return own
        return (_is_part(one) and self._target(one)) or f"{_PLACE}{place + 1}"

    def _target(self, part: BaseModel) -> str:
        """The title of the item to which a part links, if it links to one."""
        for field in fields_of(type(part)).references:
            id = getattr(part, field.name)
            if field.refers_to != ("bron",) and isinstance(id, str):
                return self._title(field, id)
        return ""

    def _title(self, field: Described, id: str) -> str:
        if id == REDACTIE and field.judgement:
            return "oordeel van de redactie"
        found = (self.titles((kind, id)) for kind in field.refers_to)
        return next((title for title in found if title), id)

    def _told(self, field: Described, value: Any) -> str:
        """A value in words; nothing for a value that is not there."""
        if value is None or value == []:
            return ""
        if isinstance(value, list):
            if field.part:
                return ", ".join(self._part_told(one, ", ") for one in value)
            return "\n".join(self._told(field, one) for one in value)
        if _is_part(value):
            return self._part_told(value)
        if field.refers_to:
            return self._title(field, value)
        if field.choices:
            return field.choices[str(value)].label
        if isinstance(value, bool):
            return "ja" if value else "nee"
        if isinstance(value, date):
            return dutch_date(value)
        return readable(value) if field.text else str(value)

    def _part_told(self, part: BaseModel, between: str = "\n") -> str:
        """A part in words, a line for each of its fields; its first text needs no name, its source comes last."""
        named: list[str] = []
        first = ""
        for field in fields_of(type(part)):
            said = "" if field.name in _ORIGIN else self._told(field, filled_in(part, field))
            if said and field.text and not first:
                first = said
            elif said:
                named.append(f"{field.label}: {said}")
        found = [first, *named, *self._origin(part)]
        return between.join(one for one in found if one)

    def _origin(self, part: BaseModel) -> Iterator[str]:
        """On what a part rests: ``bron: Rapport, § 2``."""
        if isinstance(part, Herkomst | Vindplaats):
            field = fields_of(type(part))["bron"]
            if bron := self._told(field, filled_in(part, field)):
                yield f"bron: {bron}, {part.plaats}" if part.plaats else f"bron: {bron}"
        if isinstance(part, Herkomst):
            yield from (f"ook {line}" for also in part.ook for line in self._origin(also))


_ORIGIN = frozenset(field.name for field in fields_of(Herkomst))
_PLACE = "nr. "


def _is_part(value: Any) -> TypeGuard[Onderdeel]:
    return isinstance(value, Onderdeel)


def _only_holds_parts(value: Any) -> bool:
    """Whether it is a group of parts, such as the scores of a card: each of these is told by itself."""
    return _is_part(value) and all(field.part for field in fields_of(type(value)))


def _unlike(way: Way, before: str, after: str) -> Iterator[Difference]:
    if before or after:
        yield Difference(way, before, after)


_WRAPPED = re.compile(r"(?<!\n)\n(?!\n| *[-*] | *[0-9]+\. )")


def readable(text: str) -> str:
    """A text as someone reads it: a line is not broken, and what a link leads to stands behind its words."""
    said = replace_links(text, lambda link: f"{link.words} (→ {link.target})")
    return _WRAPPED.sub(" ", said.strip())


def _paired(
    before: Sequence[Any], after: Sequence[Any], told: Callable[[Any], str]
) -> list[tuple[int, int]]:
    """Which entry of the old list is which of the new: the same, then of the same name, then the most alike."""
    old, new = dict(enumerate(before)), dict(enumerate(after))
    pairs: list[tuple[int, int]] = []
    for known_by in (repr, _identity):
        # By a key, and not each beside each: a list may hold thousands of entries.
        places: dict[Any, deque[int]] = defaultdict(deque)
        for o, one in old.items():
            places[known_by(one)].append(o)
        for n, one in [*new.items()]:
            if (key := known_by(one)) is not None and places[key]:
                o = places[key].popleft()
                pairs.append((o, n))
                del old[o], new[n]
    for _, o, n in sorted(_alike(old, new, told), reverse=True):
        if o in old and n in new:
            pairs.append((o, n))
            del old[o], new[n]
    return pairs


def _identity(one: Any) -> tuple[Any, ...] | None:
    """By what an entry is known, whatever else of it changes: its id, or what it links to."""
    if not _is_part(one):
        return None
    if id := getattr(one, "id", None):
        return (id,)
    if kind := part_kind_of(type(one)):
        return (getattr(one, kind.title_field),)
    linked = [
        getattr(one, field.name)
        for field in fields_of(type(one)).references
        if field.refers_to != ("bron",) and not field.many
    ]
    return tuple(linked) if any(linked) else None


def _alike(
    old: dict[int, Any], new: dict[int, Any], told: Callable[[Any], str]
) -> Iterator[tuple[float, int, int]]:
    """How much alike two entries are, for all that are alike enough to be versions of one."""
    if len(old) * len(new) > MOST_PAIRS:
        return
    olds = {o: told(one).split() for o, one in old.items()}
    for n, one in new.items():
        theirs = told(one).split()
        matcher = SequenceMatcher(b=theirs, autojunk=False)
        for o, words in olds.items():
            matcher.set_seq1(words)
            ratio = matcher.quick_ratio()
            if ratio >= ALIKE and shared(words, theirs) <= MOST_SHARED:
                ratio = matcher.ratio()
            if ratio >= ALIKE:
                yield ratio, o, n


def shared(words: Iterable[str], others: Iterable[str]) -> int:
    """How many words of one text are a word of the other, each counted with each: what it takes to compare them."""
    theirs = Counter(others)
    return sum(count * theirs[word] for word, count in Counter(words).items())
