"""What a case says of a factor → where the factor comes from, and what confirms it.

A factor has an origin: the places in sources that its card cites. A case confirms it only by a place in another source,
or as another case than the one that the factor was drawn from. The same place is its origin, and proves nothing more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
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

    def covers(self, other: CitedPlace) -> bool:
        """Whether one lies within the other: § 3.2 and § 3.2.2."""
        if self.bron != other.bron:
            return False
        short, long = sorted((self.section, other.section), key=len)
        return long == short or long.startswith(f"{short}.")


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


def comes_from(factor: Factor, cases: Iterable[Case]) -> set[str]:
    """The ids of the cases that a factor was drawn from: those that a section tells of that the factor cites."""
    origin = cited_places(factor)
    return {
        case.id for case in cases if any(a.covers(b) for a in origin for b in case_sections(case))
    }


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
