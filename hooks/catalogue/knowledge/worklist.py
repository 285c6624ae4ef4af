"""The catalogue → what editors can do next: per item what is due, lacking or doubtful, and what to do about it.

Whether a day is past is for the reader of the list to see: this knows of no clock. The page and the report both show it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..dutch import counted, dutch_date, enumeration
from ..linking import Catalogue, Node
from ..model import KINDS, Bron, Herkomst, Instrument, Item, Knelpunt, Module, Wet
from ..model.base import Houdbaar
from ..model.fields import Facet, fields_of
from ..model.parts import walk
from .completeness import completeness
from .evidence import cited_places
from .facets import FacetOptions, Option
from .law_use import article_uses
from .relations import FINDINGS
from .teaching import changed_since


@dataclass(frozen=True)
class Sort:
    """A sort of work."""

    name: str
    """In addresses: ``zonder-praktijk``."""
    title: str
    explained: str
    """When something is on the list for this, in a sentence."""


@dataclass(frozen=True)
class Work:
    """One thing to do: of which sort, and what, in a sentence."""

    sort: Sort
    said: str


@dataclass(frozen=True)
class Entry:
    """An item of which there is something to do."""

    node: Node[Any]
    due: date | None
    """The day before which it must be gone through again."""
    work: list[Work]

    @property
    def sorts(self) -> list[str]:
        """The names of the sorts of work, each once."""
        return list(dict.fromkeys(one.sort.name for one in self.work))


Finder = Callable[[Catalogue, Node[Any]], Iterator[str]]
"""An item → a sentence for each thing to do."""

_FINDERS: list[tuple[Sort, type[Any], Finder]] = []


def _finds(
    sort: Sort, model: type[Any]
) -> Callable[[Callable[[Catalogue, Node[Any]], Iterator[str]]], Finder]:
    """Make a function the finder of a sort of work, among the items of a class."""

    def registered(find: Finder) -> Finder:
        _FINDERS.append((sort, model, find))
        return find

    return registered


REVIEW = Sort(
    "nalezen", "Nalezen", "Er is een dag waarvoor iemand de pagina nagelezen moet hebben."
)
CHANGED = Sort("veranderd", "Veranderd", "Na het nalopen veranderde iets wat de module gebruikt.")
INCOMPLETE = Sort("onvolledig", "Onvolledig", "Een veld van de kaart is leeg.")
NO_CASE = Sort(
    "zonder-praktijk", "Zonder praktijkvoorbeeld", "Geen praktijkvoorbeeld gebruikt dit instrument."
)
NO_EVALUATION = Sort("zonder-evaluatie", "Zonder evaluatie", "Op de kaart staat geen evaluatie.")
NO_INSTRUMENT = Sort(
    "zonder-instrument", "Zonder instrument", "Geen kaart helpt tegen dit knelpunt."
)
NOT_FOUND = Sort("vergeefs", "Vergeefs gezocht", "In de bronnen van toen stond hier niets over.")
OPINION = Sort(
    "redactie",
    "Alleen redactie",
    "Een zin rust op geen enkele bron, maar op een oordeel van de redactie.",
)
ONE_SOURCE = Sort(
    "een-bron", "Eén bron", "Alles wat op de kaart uit een bron komt, komt uit dezelfde."
)
CONTRADICTED = Sort("weersproken", "Weersproken", "Een praktijkvoorbeeld weerspreekt een factor.")
UNREAD_LAW = Sort(
    "wettekst", "Wettekst niet gelezen", "Niemand legde dit naast de tekst van de wet zelf."
)

SORTS = (
    REVIEW, CHANGED, INCOMPLETE, NO_CASE, NO_EVALUATION, NO_INSTRUMENT,
    CONTRADICTED, UNREAD_LAW, NOT_FOUND, ONE_SOURCE, OPINION,
)  # fmt: skip
"""All sorts of work, in the order in which they are shown: what a reader is worst served by comes first."""


TERMS = {"voorbij": "de dag is voorbij", "binnenkort": "binnen 60 dagen", "later": "later"}
"""How near the day is before which an item must be gone through again: ``termijnen.js`` tells which it is."""


def worklist(catalogue: Catalogue) -> list[Entry]:
    """Every item of which there is something to do: the first day comes first, items without a day come last."""
    found = [
        entry
        for kind in KINDS
        for node in catalogue.nodes_of(kind)
        if (entry := _entry(catalogue, node)).work
    ]
    order = list(KINDS)
    return sorted(
        found,
        key=lambda one: (
            one.due or date.max,
            order.index(one.node.kind),
            one.node.titel.casefold(),
        ),
    )


def _entry(catalogue: Catalogue, node: Node[Any]) -> Entry:
    work = [
        Work(sort, said)
        for sort, model, find in _FINDERS
        if isinstance(node.part, model)
        for said in find(catalogue, node)
    ]
    work.sort(key=lambda one: SORTS.index(one.sort))
    due = node.part.beoordelen_voor if isinstance(node.part, Houdbaar) else None
    return Entry(node, due, work)


def worklist_facets(entries: list[Entry]) -> list[FacetOptions]:
    """By what the list can be filtered: the sort of work, and the kind of item."""
    sorts = Counter(name for entry in entries for name in entry.sorts)
    kinds = Counter(entry.node.kind for entry in entries)
    return [
        FacetOptions(
            # How many there are of each, only the clock of the reader knows.
            Facet("termijn", "Nalezen", 0, opened=True),
            [Option(value, label, 0) for value, label in TERMS.items()],
        ),
        FacetOptions(
            Facet("werk", "Wat er te doen is", 1, opened=True),
            [
                Option(one.name, one.title.lower(), sorts[one.name])
                for one in SORTS
                if sorts[one.name]
            ],
        ),
        FacetOptions(
            Facet("soort", "Soort", 2, opened=True),
            [
                Option(one.name, one.word, kinds[one.name])
                for one in KINDS.values()
                if kinds[one.name]
            ],
        ),
    ]


@_finds(REVIEW, Houdbaar)
def _review(catalogue: Catalogue, node: Node[Any]) -> Iterator[str]:
    if day := node.part.beoordelen_voor:
        yield f"Lees dit na voor {dutch_date(day)}, met de bronnen ernaast."


@_finds(CHANGED, Module)
def _changed(catalogue: Catalogue, node: Node[Module]) -> Iterator[str]:
    changed = dict.fromkeys(other.titel for other, _ in changed_since(catalogue, node))
    if changed:
        yield f"Leg de module naast wat er veranderde: {enumeration(list(changed))}."


@_finds(INCOMPLETE, Instrument)
def _incomplete(catalogue: Catalogue, node: Node[Instrument]) -> Iterator[str]:
    if missing := completeness(node.part).missing:
        yield f"Zoek in de bronnen, en vul aan: {enumeration(missing)}."


@_finds(NOT_FOUND, Instrument)
def _not_found(catalogue: Catalogue, node: Node[Instrument]) -> Iterator[str]:
    if names := completeness(node.part).not_found:
        yield f"Kijk of er nu een bron is over: {enumeration(names)}."


@_finds(NO_CASE, Instrument)
def _no_case(catalogue: Catalogue, node: Node[Instrument]) -> Iterator[str]:
    if not catalogue.links_to(node, "case"):
        yield "Zoek een praktijkvoorbeeld waarin dit instrument is gebruikt."


@_finds(NO_EVALUATION, Instrument)
def _no_evaluation(catalogue: Catalogue, node: Node[Instrument]) -> Iterator[str]:
    if not node.part.evaluaties:
        yield "Zoek een evaluatie: wat is bekend over het effect en de kosten?"


@_finds(NO_INSTRUMENT, Knelpunt)
def _no_instrument(catalogue: Catalogue, node: Node[Knelpunt]) -> Iterator[str]:
    if not catalogue.links_to(node, "instrument"):
        yield "Zoek een instrument dat hiertegen helpt, en noem het knelpunt op die kaart."


@_finds(CONTRADICTED, Instrument)
def _contradicted(catalogue: Catalogue, node: Node[Instrument]) -> Iterator[str]:
    for factor in node.part.factoren:
        links = catalogue.links_to(catalogue.node("factor", f"{node.id}/{factor.id}"), FINDINGS)
        cases = [link.source.titel for link in links if link.part.oordeel == "weersproken"]
        if cases:
            said = enumeration(list(dict.fromkeys(cases)))
            yield f"Kijk of de factor ‘{factor.naam}’ nog klopt. Zij is weersproken in: {said}."


@_finds(UNREAD_LAW, Wet)
def _unread_articles(catalogue: Catalogue, node: Node[Wet]) -> Iterator[str]:
    if node.part.bwb is None:
        return
    uses = [use for use in article_uses(catalogue, node) if use.artikel]
    if unread := [use.artikel for use in uses if use.artikel and use.checked is None]:
        yield f"Lees in de wettekst zelf: artikel {enumeration(unread)}."
    elif not uses:
        yield "Lees de wettekst zelf, en noem bij het artikel wanneer u dat deed."


@_finds(ONE_SOURCE, Instrument)
def _one_source(catalogue: Catalogue, node: Node[Instrument]) -> Iterator[str]:
    sources = {place.bron for part in _statements(node) for place in cited_places(part)}
    if len(sources) == 1:
        title = catalogue.node(Bron, sources.pop()).titel
        yield f"Zoek een tweede bron. Alles op deze kaart rust op: {title}."


@_finds(OPINION, Item)
def _opinion(catalogue: Catalogue, node: Node[Item]) -> Iterator[str]:
    """The fields with sentences that rest on nothing but our own judgement."""
    labels = {field.name: field.label for field in fields_of(type(node.part))}
    counts = Counter(
        labels[str(loc[0])]
        for loc, part in walk(node.part)
        if loc and isinstance(part, Herkomst) and not part.places
    )
    if counts:
        where = [f"{label} ({count})" for label, count in counts.items()]
        sentences = counted(counts.total(), "zin", "zinnen")
        yield f"Zoek een bron voor {sentences} van de redactie: {enumeration(where)}."


def _statements(node: Node[Any]) -> Iterator[Herkomst]:
    return (part for _, part in walk(node.part) if isinstance(part, Herkomst))
