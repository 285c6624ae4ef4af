"""What a case says of a factor → where the factor comes from, and what confirms it.

A factor has an origin: the places in sources that its card cites. A case confirms it only by a place in another source,
or as another case than the one that the factor was drawn from. The same place is its origin, and proves nothing more.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from ..model import Case, Factor, Herkomst
from ..model.case import Factorbevinding
from ..model.parts import walk

_SECTION = re.compile(r"§ ?(\d+(?:\.\d+)*)")


@dataclass(frozen=True)
class CitedPlace:
    """A source, and a section in it: ``rob-2021``, ``3.2.2``; the whole place where it names no section."""

    bron: str
    section: str

    @property
    def around(self) -> Iterator[CitedPlace]:
        """The place, and all that it lies within: § 3, § 3.2 and § 3.2.2."""
        parts = self.section.split(".")
        for end in range(1, len(parts) + 1):
            yield CitedPlace(self.bron, ".".join(parts[:end]))


def cited_places(part: Herkomst) -> set[CitedPlace]:
    """Every section that a statement rests on."""
    cited = [] if part.is_redactie or part.plaats is None else [(part.bron, part.plaats)]
    cited += [(also.bron, also.plaats) for also in part.ook]
    return {
        CitedPlace(bron, section)
        for bron, plaats in cited
        for section in (_SECTION.findall(plaats) or [plaats.casefold()])
    }


def case_sections(case: Case) -> set[CitedPlace]:
    """The sections that tell of a case: those that its task, its course and its results rest on."""
    told: list[Herkomst] = [*case.opgave, *case.verloop]
    told += [part for _, part in walk(case.moore) if isinstance(part, Herkomst)]
    return {place for part in told for place in cited_places(part)}


class Origins:
    """Which cases a factor was drawn from: those that a section tells of that the factor cites."""

    def __init__(self, cases: Iterable[Case]) -> None:
        self._told_at: dict[CitedPlace, set[str]] = defaultdict(set)
        self._told_within: dict[CitedPlace, set[str]] = defaultdict(set)
        for case in cases:
            for place in case_sections(case):
                self._told_at[place].add(case.id)
                for outer in place.around:
                    self._told_within[outer].add(case.id)

    def of(self, factor: Factor) -> set[str]:
        """The ids of the cases of which a place tells that the factor cites, or one within it, or one around it."""
        found: set[str] = set()
        for place in cited_places(factor):
            found |= self._told_within.get(place, set())
            for outer in place.around:
                found |= self._told_at.get(outer, set())
        return found


def is_confirmed_elsewhere(
    factor: Factor, origins: Set[str], case: Case, finding: Factorbevinding
) -> bool:
    """Whether a finding rests on another source than the factor, or on another case than those in *origins*.

    A factor without a case of its own is a conclusion of its source: what that source tells elsewhere is what it was
    concluded from, and confirms nothing.
    """
    sources = {place.bron for place in cited_places(factor)}
    if any(place.bron not in sources for place in cited_places(finding)):
        return True
    return bool(origins) and case.id not in origins
