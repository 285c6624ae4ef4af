"""The catalogue → what editors can do next: per item what is due, lacking or doubtful, and what to do about it.

Whether a day is past is for the reader of the list to see: this knows of no clock. The page and the report both show it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
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
class WorkSort:
    """A sort of work."""

    name: str
    """In addresses: ``zonder-praktijk``."""
    title: str
    explained: str
    """When something is on the list for this, in a sentence."""


@dataclass(frozen=True)
class Work:
    """One thing to do: of which sort, and what, in a sentence."""

    sort: WorkSort
    said: str


@dataclass(frozen=True)
class WorkEntry:
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

REVIEW = WorkSort(
    "nalezen", "Nalezen", "Er is een dag waarvoor iemand de pagina nagelezen moet hebben."
)
CHANGED = WorkSort(
    "veranderd", "Veranderd", "Na het nalopen veranderde iets wat de module gebruikt."
)
INCOMPLETE = WorkSort("onvolledig", "Onvolledig", "Een veld van de kaart is leeg.")
NO_CASE = WorkSort(
    "zonder-praktijk", "Zonder praktijkvoorbeeld", "Geen praktijkvoorbeeld gebruikt dit instrument."
)
NO_EVALUATION = WorkSort(
    "zonder-evaluatie", "Zonder evaluatie", "Op de kaart staat geen evaluatie."
)
NO_INSTRUMENT = WorkSort(
    "zonder-instrument", "Zonder instrument", "Geen kaart helpt tegen dit knelpunt."
)
NOT_FOUND = WorkSort(
    "vergeefs", "Vergeefs gezocht", "In de bronnen van toen stond hier niets over."
)
OPINION = WorkSort(
    "redactie",
    "Alleen redactie",
    "Een zin rust op geen enkele bron, maar op een oordeel van de redactie.",
)
ONE_SOURCE = WorkSort(
    "een-bron", "Eén bron", "Alles wat op de kaart uit een bron komt, komt uit dezelfde."
)
CONTRADICTED = WorkSort(
    "weersproken", "Weersproken", "Een praktijkvoorbeeld weerspreekt een factor."
)
UNREAD_LAW = WorkSort(
    "wettekst", "Wettekst niet gelezen", "Niemand legde dit naast de tekst van de wet zelf."
)

TERMS = {"voorbij": "de dag is voorbij", "binnenkort": "binnen 60 dagen", "later": "later"}
"""How near the day is before which an item must be gone through again: ``termijnen.js`` tells which it is."""


def worklist(catalogue: Catalogue) -> list[WorkEntry]:
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


def _entry(catalogue: Catalogue, node: Node[Any]) -> WorkEntry:
    work = [
        Work(sort, said)
        for sort, model, find in FINDERS
        if isinstance(node.part, model)
        for said in find(catalogue, node)
    ]
    due = node.part.beoordelen_voor if isinstance(node.part, Houdbaar) else None
    return WorkEntry(node, due, work)


def worklist_facets(entries: list[WorkEntry]) -> list[FacetOptions]:
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
            _options(((one.name, one.title.lower()) for one in SORTS), sorts),
        ),
        FacetOptions(
            Facet("soort", "Soort", 2, opened=True),
            _options(((one.name, one.word) for one in KINDS.values()), kinds),
        ),
    ]


def _options(named: Iterable[tuple[str, str]], counts: Counter[str]) -> list[Option]:
    """An option for each of these values and labels that occurs."""
    return [Option(value, label, counts[value]) for value, label in named if counts[value]]


def _review(catalogue: Catalogue, node: Node[Any]) -> Iterator[str]:
    if day := node.part.beoordelen_voor:
        yield f"Lees dit na voor {dutch_date(day)}, met de bronnen ernaast."


def _changed(catalogue: Catalogue, node: Node[Module]) -> Iterator[str]:
    changed = dict.fromkeys(other.titel for other, _ in changed_since(catalogue, node))
    if changed:
        yield f"Leg de module naast wat er veranderde: {enumeration(list(changed))}."


def _incomplete(catalogue: Catalogue, node: Node[Instrument]) -> Iterator[str]:
    if missing := completeness(node.part).missing:
        yield f"Zoek in de bronnen, en vul aan: {enumeration(missing)}."


def _not_found(catalogue: Catalogue, node: Node[Instrument]) -> Iterator[str]:
    if names := completeness(node.part).not_found:
        yield f"Kijk of er nu een bron is over: {enumeration(names)}."


def _contradicted(catalogue: Catalogue, node: Node[Instrument]) -> Iterator[str]:
    for factor in node.part.factoren:
        links = catalogue.links_to(catalogue.node("factor", f"{node.id}/{factor.id}"), FINDINGS)
        cases = [link.source.titel for link in links if link.part.oordeel == "weersproken"]
        if cases:
            said = enumeration(list(dict.fromkeys(cases)))
            yield f"Kijk of de factor ‘{factor.naam}’ nog klopt. Zij is weersproken in: {said}."


def _unread_articles(catalogue: Catalogue, node: Node[Wet]) -> Iterator[str]:
    if node.part.bwb is None:
        return
    uses = [use for use in article_uses(catalogue, node) if use.artikel]
    if unread := [use.artikel for use in uses if use.artikel and use.checked is None]:
        yield f"Lees in de wettekst zelf: artikel {enumeration(unread)}."
    elif not uses:
        yield "Lees de wettekst zelf, en noem bij het artikel wanneer u dat deed."


def _one_source(catalogue: Catalogue, node: Node[Instrument]) -> Iterator[str]:
    statements = (part for _, part in walk(node.part) if isinstance(part, Herkomst))
    sources = {place.bron for part in statements for place in cited_places(part)}
    if len(sources) == 1:
        title = catalogue.node(Bron, sources.pop()).titel
        yield f"Zoek een tweede bron. Alles op deze kaart rust op: {title}."


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


def _unless(there: Callable[[Catalogue, Node[Any]], Any], said: str) -> Finder:
    """The finder of one thing to do, as long as something is not there."""
    return lambda catalogue, node: iter(() if there(catalogue, node) else (said,))


FINDERS: tuple[tuple[WorkSort, type[Any], Finder], ...] = (
    (REVIEW, Houdbaar, _review),
    (CHANGED, Module, _changed),
    (INCOMPLETE, Instrument, _incomplete),
    (NO_CASE, Instrument, _unless(lambda all, node: all.links_to(node, "case"), "Zoek een praktijkvoorbeeld waarin dit instrument is gebruikt.")),
    (NO_EVALUATION, Instrument, _unless(lambda _, node: node.part.evaluaties, "Zoek een evaluatie: wat is bekend over het effect en de kosten?")),
    (NO_INSTRUMENT, Knelpunt, _unless(lambda all, node: all.links_to(node, "instrument"), "Zoek een instrument dat hiertegen helpt, en noem het knelpunt op die kaart.")),
    (CONTRADICTED, Instrument, _contradicted),
    (UNREAD_LAW, Wet, _unread_articles),
    (NOT_FOUND, Instrument, _not_found),
    (ONE_SOURCE, Instrument, _one_source),
    (OPINION, Item, _opinion),
)  # fmt: skip
"""Each sort of work, the items among which it is found, and what finds it: what a reader is worst served by comes first."""

SORTS = tuple(sort for sort, _, _ in FINDERS)
"""All sorts of work, in the order in which they are shown."""
