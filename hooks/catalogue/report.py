"""``Catalogue`` → a report for editors: how much there is, how complete it is, and what is still open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .knowledge.completeness import completeness
from .knowledge.coverage import coverage
from .knowledge.worklist import SORTS, worklist
from .linking import Catalogue, Node
from .model import KINDS, Aanbeveling, Bron, Herkomst, Instrument
from .model.kind import ADVICE
from .model.parts import walk


def report(catalogue: Catalogue) -> Iterator[str]:
    """The lines of the report."""
    yield from _section("Aantallen", _counts(catalogue))
    yield from _section("Volledigheid per kaart", _completeness(catalogue))
    yield from _section("Uitspraken en hun herkomst", _statements(catalogue))
    yield from _section(
        "Aanbevelingen zonder instrument",
        _without(catalogue, _advice(catalogue, of_bouwstenen=True), "instrument"),
    )
    yield from _section(
        "Aanbevelingen van bronnen zonder instrument",
        _without(catalogue, _advice(catalogue, of_bouwstenen=False), "instrument"),
    )
    for sort, lines in _work(catalogue):
        yield from _section(sort, lines)
    yield from _section("Dekking van de bronnen, per kop", _coverage(catalogue))


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    found = list(lines)
    yield ""
    yield title
    yield "-" * len(title)
    yield from found or ["geen"]


def _counts(catalogue: Catalogue) -> Iterator[str]:
    for kind in KINDS.values():
        yield f"{catalogue.count(kind.name):5}  {kind.plural}"
    yield f"{len(_advice(catalogue, of_bouwstenen=True)):5}  aanbevelingen van de Studiegroep"


def _completeness(catalogue: Catalogue) -> Iterator[str]:
    cards = catalogue.all(Instrument)
    for card in sorted(cards, key=lambda card: (completeness(card).done, card.id)):
        counted = completeness(card)
        missing = f"  mist: {', '.join(counted.missing)}" if counted.missing else ""
        yield f"{counted.done:3} van {counted.total}  {card.id}{missing}"


def _statements(catalogue: Catalogue) -> Iterator[str]:
    parts = [
        part
        for items in catalogue.items.values()
        for item in items.values()
        for _, part in walk(item)
        if isinstance(part, Herkomst)
    ]
    judgements = [part for part in parts if part.is_redactie]
    without = [part for part in parts if not part.is_redactie and not part.plaats]
    yield f"{len(parts):5}  uitspraken"
    yield f"{len(parts) - len(judgements) - len(without):5}  met bron en plaats"
    yield f"{len(judgements):5}  oordeel van de redactie, waarvan {sum(bool(part.ook) for part in judgements)} met een bron erbij"
    yield f"{len(without):5}  zonder bron"


def _advice(catalogue: Catalogue, *, of_bouwstenen: bool) -> list[Node[Any]]:
    """The recommendations of the bouwstenen, or those of other sources."""
    return [
        node
        for node in catalogue.nodes_of(ADVICE.name)
        if isinstance(node.part, Aanbeveling) == of_bouwstenen
    ]


def _without(catalogue: Catalogue, nodes: list[Node[Any]], kind: str) -> Iterator[str]:
    return (f"{node.id}  {node.titel}" for node in nodes if not catalogue.links_to(node, kind))


def _work(catalogue: Catalogue) -> Iterator[tuple[str, Iterator[str]]]:
    """Each sort of work that there is, with a line for each thing to do."""
    entries = worklist(catalogue)
    for sort in SORTS:
        lines = [
            f"{entry.node.kind}  {entry.node.id}  {work.said}"
            for entry in entries
            for work in entry.work
            if work.sort is sort
        ]
        if lines:
            yield sort.title, iter(lines)


def _coverage(catalogue: Catalogue) -> Iterator[str]:
    for bron in catalogue.nodes_of(Bron):
        for one in coverage(catalogue, bron):
            note = f"  ({one.kop.opmerking})" if one.kop.opmerking and not one.covered else ""
            yield f"{len(one.items):5}  {bron.id}  {one.kop.plaats}: {one.kop.titel}{note}"
