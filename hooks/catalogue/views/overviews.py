"""The overview pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any, ClassVar, cast

from .. import letters as long_lists
from ..letters import Letter, data_file, split
from ..linking import Catalogue, Link, Node
from ..model import (
    KINDS,
    Case,
    Instrument,
    Wet,
)
from ..model.doel import Doel
from ..model.gebeurtenis import Gebeurtenis
from .base import Notes, mentions
from .case import DEPTHS, MOORE_CARD
from .facets import FACET_TITLES, Entry, Facet, FacetOption, as_word, entry, facet_values
from .instrument import BINDING, NO_BINDING
from .knelpunt import score_gap
from .law import LAW_SORTS
from .module import duration
from .source import SourceView


@dataclass
class OverviewView:
    """What an overview needs."""

    catalogue: Catalogue
    letter: Letter | None = None
    """On the page of one letter of a long index: that letter."""
    letter_pages: ClassVar[Sequence[Letter]] = ()

    def __post_init__(self) -> None:
        self.noten = Notes(self.catalogue)

    def node(self, kind: str, id: str) -> Node:
        return self.catalogue.node(kind, id)

    def count(self, kind: str) -> int:
        return len(self.catalogue.items[kind])

    def out(self, node: Node, kind: str, field: str) -> list[Link]:
        """Links of an item that stands on this page, made by this field."""
        return [k for k in self.catalogue.links_from(node, kind) if k.field == field]

    @cached_property
    def instruments(self) -> list[Node]:
        """Instruments by title."""
        return self.by_title("instrument")

    def by_title(self, kind: str) -> list[Node]:
        """All items of a kind, by title."""
        return sorted(self.catalogue.nodes_of(kind), key=lambda n: n.titel.casefold())

    @cached_property
    def facets(self) -> list[Facet]:
        """The facets with their options and counts; options without instruments are left out."""
        counts: dict[str, dict[str, int]] = {name: defaultdict(int) for name in FACET_TITLES}
        for node in self.instruments:
            assert isinstance(node.item, Instrument)
            for name, values in facet_values(self.catalogue, node.item).items():
                for value in values:
                    counts[name][value] += 1
        return [
            Facet(
                name,
                title,
                [
                    FacetOption(as_word(v), self._label(name, v), counts[name][v])
                    for v in self._order(name)
                    if counts[name][v]
                ],
            )
            for name, title in FACET_TITLES.items()
        ]

    def _order(self, facet: str) -> list[str]:
        if facet in ("bouwsteen", "knelpunt"):
            return list(self.catalogue.items[facet])
        orders = {
            "bestuurslaag": ["rijk", "provincie", "gemeente", "waterschap"],
            "fase": ["agenderen", "voorbereiden", "besluiten", "uitvoeren", "evalueren"],
            "rol": ["loslaten", "faciliteren", "stimuleren", "regisseren", "reguleren"],
            "binding": [*BINDING.values(), NO_BINDING],
            "status": ["geldend", "voorgesteld", "vervallen", "vervangen"],
        }
        return orders[facet]

    def _label(self, facet: str, value: str) -> str:
        if facet in ("bouwsteen", "knelpunt"):
            return self.catalogue.node(facet, value).titel
        return {"rijk": "Rijk"}.get(value, value)

    @cached_property
    def recent_changes(self) -> list[tuple[Any, str, Node]]:
        """The ten newest changes: date, what, item."""
        found = [
            (change.datum, change.wat, self.catalogue.node(kind, id))
            for kind, items in self.catalogue.items.items()
            for id, item in items.items()
            for change in item.wijzigingen
        ]
        return sorted(
            found, key=lambda c: (-c[0].toordinal(), list(KINDS).index(c[2].kind), c[2].titel)
        )[:10]

    @cached_property
    def knelpunten(self) -> list[Node]:
        """Knelpunten by the score that decentral civil servants give, highest first."""
        return sorted(self.catalogue.nodes_of("knelpunt"), key=lambda n: -n.item.score.decentraal)  # type: ignore[attr-defined]


class IndexView(OverviewView):
    """An overview that grows with the catalogue, and splits by letter when it is long."""

    kind: ClassVar[str]

    @cached_property
    def letter_pages(self) -> Sequence[Letter]:  # type: ignore[override]
        """The letters, when the index is split."""
        return split(self.by_title(self.kind), KINDS[self.kind].section)

    @property
    def shown(self) -> list[Node]:
        """The entries on this page; none where only the letters stand."""
        if self.letter:
            return self.letter.nodes
        return [] if self.letter_pages else self.by_title(self.kind)


class InstrumentenView(IndexView):
    """The overview of instruments."""

    kind = "instrument"
    data_file = data_file("instrumenten")

    @property
    def entries(self) -> list[Entry]:
        """The entries on this page, by title."""
        return [entry(self.catalogue, node) for node in self.shown]


class PraktijkView(IndexView):
    """The overview of cases."""

    kind = "case"

    def depth(self, node: Node) -> str:
        """How much the source says of a case, in one word."""
        assert isinstance(node.item, Case)
        return DEPTHS[node.item.diepte][0]

    @property
    def moore_card(self) -> Node | None:
        """The card of the model with which a case is read."""
        return self.catalogue.nodes.get(("instrument", MOORE_CARD))


class BouwstenenView(OverviewView):
    """The overview of bouwstenen, with the matrix instruments × bouwstenen."""

    @cached_property
    def matrix(self) -> list[tuple[Node, set[str]]]:
        """Instruments that serve a bouwsteen, each with the ids of the bouwstenen that it serves; not for a long catalogue."""
        if self.count("instrument") > long_lists.LIMIT:
            return []
        rows = [
            (node, {k.target.id for k in self.catalogue.links_from(node, "bouwsteen")})
            for node in self.instruments
        ]
        return [(node, served) for node, served in rows if served]


class KnelpuntenView(OverviewView):
    """The overview of knelpunten."""

    gap = staticmethod(score_gap)

    @property
    def themes(self) -> list[str]:
        """The themes, as ours."""
        return list(dict.fromkeys(node.item.thema for node in self.knelpunten))  # type: ignore[attr-defined]


class WettenView(OverviewView):
    """The overview of laws and agreements."""

    @property
    def groups(self) -> list[tuple[str, list[Node]]]:
        """Laws by title, per sort."""
        nodes = sorted(self.catalogue.nodes_of("wet"), key=lambda n: n.titel.casefold())
        groups = [
            (title, [n for n in nodes if cast(Wet, n.item).soort == sort])
            for sort, (_, title) in LAW_SORTS.items()
        ]
        return [(title, found) for title, found in groups if found]

    def used_by(self, node: Node) -> int:
        """How many items rest on a law."""
        return len({k.source.key for k in self.catalogue.links_to(node) if k.field != "tekst"})


class LeerlijnView(OverviewView):
    """The overview of modules."""

    @property
    def modules(self) -> list[tuple[Node, str]]:
        """Modules in teaching order, with their duration."""
        nodes = sorted(self.catalogue.nodes_of("module"), key=lambda n: n.item.nummer)  # type: ignore[attr-defined]
        return [(node, duration(node.item.duur)) for node in nodes]  # type: ignore[attr-defined]


class BegrippenView(OverviewView):
    """The overview of concepts, which stand on this page themselves."""

    @property
    def letters(self) -> list[tuple[str, list[Node]]]:
        """Concepts per first letter."""
        nodes = sorted(self.catalogue.nodes_of("begrip"), key=lambda n: n.titel.casefold())
        return [
            (letter, list(group))
            for letter, group in groupby(nodes, key=lambda n: n.titel[0].upper())
        ]

    def related(self, node: Node) -> list[Node]:
        """Concepts that name this one as related, or that it names."""
        named = [
            k.target for k in self.catalogue.links_from(node, "begrip") if k.field == "verwant"
        ]
        naming = [k.source for k in self.catalogue.links_to(node, "begrip", field="verwant")]
        return sorted({n.key: n for n in named + naming}.values(), key=lambda n: n.titel.casefold())

    def uses(self, node: Node) -> list[Link]:
        """One link per item that uses the concept, those that give a reason of their own first."""
        found = [k for k in self.catalogue.links_to(node) if k.field != "verwant"]
        return [k for k in found if k.field != "tekst"] + mentions(found)


class DoelenView(OverviewView):
    """The goals of Krachtig Bestuur, which stand on this page themselves."""

    @property
    def goals(self) -> list[Node]:
        """The goals, in order."""
        return sorted(self.catalogue.nodes_of("doel"), key=lambda n: cast(Doel, n.item).nummer)


class TijdlijnView(OverviewView):
    """The events, which stand on this page themselves."""

    @cached_property
    def events(self) -> list[Node]:
        """The events, oldest first."""
        return sorted(self.catalogue.nodes_of("gebeurtenis"), key=_moment)


def _moment(node: Node) -> tuple[int, int, str]:
    event = cast(Gebeurtenis, node.item)
    return event.jaar, event.tot or event.jaar, event.id


class BronnenView(OverviewView):
    """The overview of sources."""

    def resting(self, node: Node) -> int:
        """How many items rest on a source."""
        return sum(len(items) for _, items in SourceView(self.catalogue, node).rests_on)


@dataclass(frozen=True)
class Overview:
    """An overview page."""

    address: str
    titel: str
    description: str
    template: str
    view: Callable[[Catalogue], OverviewView] = OverviewView


OVERVIEWS: tuple[Overview, ...] = (
    Overview(
        "",
        "Instrumentenwijzer",
        "Welk instrument past bij uw opgave? Instrumenten voor samenwerking tussen overheden, met praktijk, wet en bron.",
        "home.md.jinja",
    ),
    Overview(
        "instrumenten/",
        "Instrumenten",
        "Alle manieren waarop overheden samen iets voor elkaar krijgen, met wat ervoor en ertegen spreekt.",
        "instrumenten.md.jinja",
        InstrumentenView,
    ),
    Overview(
        "praktijk/",
        "Praktijk",
        "Wat er gebeurde toen overheden deze instrumenten gebruikten.",
        "praktijk.md.jinja",
        PraktijkView,
    ),
    Overview(
        "bouwstenen/",
        "Bouwstenen",
        "De vijf bouwstenen van de Studiegroep Interbestuurlijke Verhoudingen en de instrumenten die ze uitvoeren.",
        "bouwstenen.md.jinja",
        BouwstenenView,
    ),
    Overview(
        "knelpunten/",
        "Knelpunten",
        "Wat er schuurt in de samenwerking, volgens ambtenaren van het Rijk en van decentrale overheden.",
        "knelpunten.md.jinja",
        KnelpuntenView,
    ),
    Overview(
        "wettelijk-kader/",
        "Wettelijk kader",
        "De wetten en afspraken waarop samenwerking tussen overheden rust.",
        "wettelijk-kader.md.jinja",
        WettenView,
    ),
    Overview(
        "leerlijn/",
        "Leerlijn",
        "Modules waarmee u anderen leert samenwerken tussen overheden.",
        "leerlijn.md.jinja",
        LeerlijnView,
    ),
    Overview(
        "begrippen/",
        "Begrippen",
        "Wat de woorden betekenen die overheden onderling gebruiken.",
        "begrippen.md.jinja",
        BegrippenView,
    ),
    Overview(
        "krachtig-bestuur/",
        "Krachtig Bestuur",
        "De vijf doelen van een programma uit 2009 voor sterkere gemeenten en provincies, met de instrumenten die erbij horen.",
        "krachtig-bestuur.md.jinja",
        DoelenView,
    ),
    Overview(
        "tijdlijn/",
        "Tijdlijn",
        "Hoe de verhouding tussen overheden veranderde, en welke instrumenten daarbij ontstonden.",
        "tijdlijn.md.jinja",
        TijdlijnView,
    ),
    Overview(
        "bronnen/",
        "Bronnen",
        "De documenten waarop deze kennisbank rust, en alles wat op elk ervan steunt.",
        "bronnen.md.jinja",
        BronnenView,
    ),
    Overview(
        "zoeken/",
        "Zoeken",
        "Zoek in instrumenten, praktijk, bouwstenen, knelpunten, wetten en begrippen.",
        "zoeken.md.jinja",
    ),
)
