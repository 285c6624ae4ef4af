"""What each page needs, worked out from the catalogue: templates only lay it out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import accumulate, groupby
from typing import Any, ClassVar, cast

from . import letters as long_lists
from .coverage import Coverage, coverage
from .letters import Letter, split
from .linking import Catalogue, Link, Node
from .model import (
    KINDS,
    REDACTIE,
    Aanbeveling,
    Bouwsteen,
    Bron,
    Case,
    Factor,
    Herkomst,
    Instrument,
    Knelpunt,
    Module,
    Uitspraak,
    Wet,
    Wetsverwijzing,
)
from .model.base import Vindplaats
from .model.case import IDEAL_PARTNERSHIP, Diepte, Programmakenmerk
from .model.doel import Doel
from .model.gebeurtenis import Gebeurtenis
from .model.instrument import Relatie, Relatiesoort, Schaal
from .model.module import Programmaonderdeel
from .model.wet import Artikel, Wetsoort

SCALES: tuple[Schaal, ...] = ("dwingendheid", "hardheid", "handhaafbaarheid", "reikwijdte")
SCALE_WORDS = {1: "zeer laag", 2: "laag", 3: "midden", 4: "hoog", 5: "zeer hoog"}
BINDING = {
    1: "niet bindend",
    2: "zwak bindend",
    3: "bindend tussen partijen",
    4: "sterk bindend",
    5: "wettelijk afdwingbaar",
}
NO_BINDING = "niet bepaald"

RELATION_WORDS: dict[Relatiesoort, tuple[str, str]] = {
    "vereist": ("vereist", "nodig voor"),
    "versterkt": ("versterkt", "versterkt door"),
    "ondermijnt": ("ondermijnt", "ondermijnd door"),
    "alternatief_voor": ("alternatief voor", "alternatief voor"),
    "escaleert_naar": ("escaleert naar", "volgt op"),
    "onderdeel_van": ("onderdeel van", "omvat"),
}
"""Relation → its words on the card that makes it, and on the other card."""

COMPLETE_FIELDS: dict[str, str] = {
    "wanneer_wel": "wanneer wel",
    "wanneer_niet": "wanneer niet",
    "fase": "fase in de beleidscyclus",
    "rol": "rol van de overheid",
    "kwalificatie": "kwalificatie",
    "juridische_definitie": "juridische definitie",
    "kenmerken": "kenmerken",
    "scores": "scores",
    "wetgevend_kader": "wetgevend kader",
    "evaluaties": "evaluatie",
    "voordelen": "voordelen",
    "nadelen": "nadelen",
    "slaagfactoren": "slaagfactoren",
    "faalfactoren": "faalfactoren",
    "relaties": "samenhang met andere instrumenten",
    "bouwstenen": "bouwstenen",
    "aanbevelingen": "aanbevelingen",
    "knelpunten": "knelpunten",
}
_SEARCHED = {"slaagfactoren": "factoren", "faalfactoren": "factoren"}


@dataclass(frozen=True)
class Completeness:
    """How complete a card is: a field counts when it is filled, or was searched for in vain."""

    total: int
    missing: list[str]
    """Names of fields that are empty."""
    not_found: list[str]
    """Names of fields for which the sources say nothing."""

    @property
    def done(self) -> int:
        return self.total - len(self.missing)


def completeness(card: Instrument) -> Completeness:
    """Count the filled fields of a card."""
    empty = [name for name in COMPLETE_FIELDS if not _filled(card, name)]
    searched = [name for name in empty if _SEARCHED.get(name, name) in card.niet_gevonden]
    missing = [COMPLETE_FIELDS[name] for name in empty if name not in searched]
    return Completeness(len(COMPLETE_FIELDS), missing, [COMPLETE_FIELDS[name] for name in searched])


def _filled(card: Instrument, name: str) -> bool:
    value = getattr(card, name)
    return any(v is not None for _, v in value) if name in ("kenmerken", "scores") else bool(value)


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
        """One link per item that mentions this one in running text, and does not link to it otherwise."""
        return mentions(self.to())

    @property
    def changed(self) -> date:
        """The day on which the item last changed."""
        return max(
            (change.datum for change in self.node.item.wijzigingen),
            default=self.catalogue.newest_date,
        )


def mentions(links: list[Link]) -> list[Link]:
    """The first mention in running text per item, of items that do not link here otherwise."""
    linked = {k.source.key for k in links if k.field != "tekst"}
    first: dict[tuple[str, str], Link] = {}
    for mention in links:
        if mention.source.key not in linked:
            first.setdefault(mention.source.key, mention)
    return list(first.values())


NAMING: tuple[tuple[tuple[str, ...], str], ...] = (
    (("knelpunt",), "knelpunt uit de enquête van de ROB"),
    (("bouwsteen",), "bouwsteen van de Studiegroep"),
    (("aanbeveling", "doel"), "aanbeveling van de Studiegroep of de ROB"),
)
"""Kinds that lead to an instrument, and how a sentence names them. A doel does as well as a recommendation."""


@dataclass(frozen=True)
class Relation:
    """A relation as it reads on one card."""

    words: str
    other: Node
    link: Link


class InstrumentView(View):
    """The card of an instrument."""

    @property
    def card(self) -> Instrument:
        assert isinstance(self.node.item, Instrument)
        return self.node.item

    @cached_property
    def completeness(self) -> Completeness:
        return completeness(self.card)

    @cached_property
    def relations(self) -> list[tuple[str, list[Relation]]]:
        """Relations made here and elsewhere, grouped by their words."""
        found = [
            Relation(RELATION_WORDS[cast(Relatie, k.part).soort][0], k.target, k)
            for k in self.out("instrument", field="relaties")
        ]
        found += [
            Relation(RELATION_WORDS[cast(Relatie, k.part).soort][1], k.source, k)
            for k in self.to("instrument", field="relaties")
        ]
        order = list(dict.fromkeys(word for pair in RELATION_WORDS.values() for word in pair))
        found.sort(key=lambda r: (order.index(r.words), r.other.titel))
        return [(words, list(group)) for words, group in groupby(found, key=lambda r: r.words)]

    @cached_property
    def better_than(self) -> list[Link]:
        """Cards that name this one as the better choice in a situation."""
        return self.to("instrument", field="wanneer_niet")

    def evidence(self, factor: Factor) -> list[Link]:
        """What cases say of a factor."""
        node = self.catalogue.node("factor", f"{self.card.id}/{factor.id}")
        return self.catalogue.links_to(node, "case")

    @property
    def unnamed(self) -> list[str]:
        """What leads to instruments, but not to this one: geen bouwsteen van de Studiegroep."""
        return [
            f"geen {name}" for kinds, name in NAMING if not self.out(*kinds) and not self.to(*kinds)
        ]

    @property
    def scales(self) -> list[tuple[Schaal, Any]]:
        """The scales that have a score."""
        return [
            (name, getattr(self.card.scores, name))
            for name in SCALES
            if getattr(self.card.scores, name)
        ]


DEPTHS: dict[Diepte, tuple[str, str]] = {
    "casestudie": ("casestudie", "De bron onderzocht dit voorbeeld uitgebreid."),
    "schets": ("schets", "De bron geeft over dit voorbeeld een of twee bevindingen."),
    "vermelding": ("vermelding", "De bron noemt dit voorbeeld alleen kort."),
}
"""How much the source says of a case: in one word, and in a sentence."""

MOORE: dict[str, str] = {
    "maatschappelijke_meerwaarde": "Maatschappelijke meerwaarde",
    "legitimiteit_en_steun": "Legitimiteit en steun",
    "operationele_capaciteit": "Operationele capaciteit",
}
MOORE_CARD = "maatschappelijke-meerwaarde-model"
PROGRAMME: dict[str, str] = {
    "initiatiefnemer": "Wie begint",
    "doel": "Doel",
    "financiering": "Wie betaalt",
    "omvang_regio": "Omvang van de regio",
    "benadering_opgave": "Benadering van de opgave",
    "departement": "Ministeries",
    "invloed_rijk": "Invloed van het Rijk",
}
"""Rows of tabel 3.1."""
FINDINGS: dict[str, str] = {
    "maatschappelijke_waarde": "Maatschappelijke waarde",
    "legitimiteit": "Legitimiteit",
    "operationele_capaciteit": "Operationele capaciteit",
}
"""Rows of tabel 4.1."""
PARTNERSHIP: dict[str, tuple[str, str]] = {
    "beleidsambitie_rijk": ("Eigen ambitie van het Rijk", "1 is geen, 5 is een zeer sterke"),
    "verplicht_karakter": ("Verplicht karakter", "1 is vrijwillig, 5 is zeer verplicht"),
    "decentrale_middelen": (
        "Eigen middelen decentraal",
        "1 is niet nodig, 5 is in zeer hoge mate nodig",
    ),
    "eisen_aan_uitvoering": ("Eisen aan de uitvoering", "1 is geen, 5 is zeer veel"),
    "verantwoordelijkheid_uitvoering": (
        "Wie voert uit",
        "1 is alleen het Rijk, 5 is alleen decentraal",
    ),
    "verantwoording_aan_rijk": ("Verantwoording aan het Rijk", "1 is geen, 5 is zeer veel"),
}
"""The six questions of bijlage III: in a few words, and what the ends of the scale mean."""


@dataclass(frozen=True)
class PartnershipScore:
    """One of the six questions, with the score of the case and that of an equal partnership."""

    titel: str
    schaal: str
    score: int
    ideaal: int


class CaseView(View):
    """The page of a case."""

    @property
    def case(self) -> Case:
        assert isinstance(self.node.item, Case)
        return self.node.item

    @property
    def depth(self) -> tuple[str, str]:
        """How much the source says of it: a word and a sentence."""
        return DEPTHS[self.case.diepte]

    @property
    def moore(self) -> list[tuple[str, list[Uitspraak]]]:
        """The elements of Moore of which something is said."""
        return [
            (title, said)
            for name, title in MOORE.items()
            if (said := getattr(self.case.moore, name))
        ]

    @property
    def programme(self) -> list[tuple[str, Programmakenmerk]]:
        """The rows of tabel 3.1."""
        table = self.case.programmakenmerken
        return [(title, getattr(table, name)) for name, title in PROGRAMME.items()] if table else []

    @property
    def findings(self) -> list[tuple[str, list[str]]]:
        """The rows of tabel 4.1."""
        table = self.case.bevindingen
        return [(title, getattr(table, name)) for name, title in FINDINGS.items()] if table else []

    @property
    def partnership(self) -> list[PartnershipScore]:
        """The six partnership scores beside the ideal ones."""
        scores = self.case.partnerschap
        return [
            PartnershipScore(title, scale, getattr(scores, name), getattr(IDEAL_PARTNERSHIP, name))
            for name, (title, scale) in PARTNERSHIP.items()
            if scores
        ]

    @property
    def factors(self) -> list[tuple[Node, list[Link]]]:
        """What the case says of factors, per card."""
        cards: dict[str, list[Link]] = defaultdict(list)
        for link in self.out("factor"):
            cards[link.target.item.id].append(link)
        return [(self.catalogue.node("instrument", id), links) for id, links in cards.items()]


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
        return mentions(self.catalogue.links_to(advice))


class BouwsteenView(AdviceView):
    """The page of a bouwsteen."""

    @property
    def headings(self) -> list[tuple[str | None, list[Node]]]:
        """The recommendations, per heading of the report."""
        return [
            (heading, list(group))
            for heading, group in groupby(self.advice, key=lambda n: cast(Aanbeveling, n.part).kop)
        ]


class KnelpuntView(View):
    """The page of a knelpunt."""

    @property
    def gap(self) -> float:
        """How much higher decentral civil servants score it than those of the Rijk."""
        return score_gap(self.node)


def score_gap(node: Node) -> float:
    """The score of decentral civil servants less that of the Rijk."""
    assert isinstance(node.item, Knelpunt)
    return round(node.item.score.decentraal - node.item.score.rijk, 2)


@dataclass(frozen=True)
class Session:
    """A part of a module's programme, with its times."""

    begin: str
    einde: str
    onderdeel: Programmaonderdeel


MODULE_LINKS: dict[str, str] = {
    "instrumenten": "Instrumenten",
    "cases": "Praktijkvoorbeelden",
    "knelpunten": "Knelpunten",
    "bouwstenen": "Bouwstenen",
    "aanbevelingen": "Aanbevelingen",
    "begrippen": "Begrippen",
}


class ModuleView(View):
    """The page of a module."""

    @property
    def module(self) -> Module:
        assert isinstance(self.node.item, Module)
        return self.node.item

    @property
    def duration(self) -> str:
        """2 uur en 30 minuten."""
        return duration(self.module.duur)

    @property
    def used(self) -> list[tuple[str, list[Link]]]:
        """What the module uses, per kind."""
        groups = [(title, self.out(field=name)) for name, title in MODULE_LINKS.items()]
        return [
            (title, [k for k in found if k.target.kind != "bron"])
            for title, found in groups
            if found
        ]

    @property
    def sessions(self) -> list[Session]:
        """The programme with times, counted from 0:00."""
        ends = list(accumulate(part.minuten for part in self.module.programma))
        starts = [0, *ends[:-1]]
        return [
            Session(clock(a), clock(b), part)
            for a, b, part in zip(starts, ends, self.module.programma, strict=True)
        ]


def clock(minutes: int) -> str:
    """1:05: hours and minutes."""
    return f"{minutes // 60}:{minutes % 60:02d}"


def duration(minutes: int) -> str:
    """2 uur en 30 minuten."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} uur"] if hours else []
    return " en ".join([*parts, f"{rest} minuten"] if rest else parts)


LAW_SORTS: dict[Wetsoort, tuple[str, str]] = {
    "wet": ("wet", "Wetten"),
    "afspraak": ("afspraak, geen wet", "Afspraken"),
    "verdrag": ("verdrag", "Verdragen"),
    "historisch": ("historische wet", "Geschiedenis"),
}
"""What a law is: in a few words, and as the heading of a list."""


@dataclass(frozen=True)
class ArticleUse:
    """An article of a law: what the sources say of it, and everything that rests on it."""

    artikel: str | None
    """``None`` for the law as a whole, or for a part without a number."""
    betekenissen: list[Artikel]
    links: list[Link]
    bronnen: list[Node]
    """The sources that name it."""
    lid: ClassVar[None] = None
    """Part of what names a place in a law: this is the article as a whole."""

    @property
    def checked(self) -> date | None:
        """The day on which somebody last read the text of the law."""
        days = (cast(Wetsverwijzing, k.part).gecontroleerd_op for k in self.links)
        return max((day for day in days if day), default=None)


class LawView(View):
    """The page of a law: what rests on it, per article."""

    @property
    def law(self) -> Wet:
        assert isinstance(self.node.item, Wet)
        return self.node.item

    @property
    def sort(self) -> str:
        """What it is, in one word."""
        return LAW_SORTS[self.law.soort][0]

    @property
    def has_articles(self) -> bool:
        """Whether anything names an article of it."""
        return any(use.artikel for use in self.articles)

    @property
    def unchecked(self) -> bool:
        """Whether the text of an article that is named here has not been read."""
        return any(use.artikel and use.checked is None for use in self.articles)

    @cached_property
    def articles(self) -> list[ArticleUse]:
        """Every article that the page describes or that something rests on; the law as a whole comes last."""
        links = dict(self.by_article)
        meanings: dict[str | None, list[Artikel]] = defaultdict(list)
        for article in self.law.artikelen:
            meanings[article.artikel].append(article)
        numbers = sorted(
            links.keys() | meanings.keys(), key=lambda a: (a is None, _article_order(a or ""))
        )
        return [
            self._use(number, meanings.get(number, []), links.get(number, [])) for number in numbers
        ]

    def _use(self, number: str | None, meanings: list[Artikel], links: list[Link]) -> ArticleUse:
        parts: list[Herkomst] = [
            *meanings,
            *(link.part for link in links if isinstance(link.part, Wetsverwijzing)),
        ]
        named = dict.fromkeys(
            id
            for part in parts
            for id in (part.bron, *(also.bron for also in part.ook))
            if id != REDACTIE
        )
        return ArticleUse(
            number, meanings, links, [self.catalogue.node("bron", id) for id in named]
        )

    @cached_property
    def by_article(self) -> list[tuple[str | None, list[Link]]]:
        """Links from cards, cases and recommendations, grouped by article."""
        found = [k for k in self.to() if k.field != "tekst" and k.source.kind != "bron"]
        found.sort(key=lambda k: (_article_order(_article(k)), k.source.titel))
        return [(article or None, list(group)) for article, group in groupby(found, key=_article)]


def _article(link: Link) -> str:
    return getattr(link.part, "artikel", None) or ""


def _article_order(article: str) -> tuple[int, str]:
    digits = "".join(c for c in article if c.isdigit())
    return (int(digits) if digits else 0, article)


@dataclass(frozen=True)
class RestsOn:
    """An item that rests on a source, and the places that it cites."""

    node: Node
    places: list[str]


class SourceView(AdviceView):
    """The page of a source: everything that rests on it."""

    @cached_property
    def coverage(self) -> list[Coverage]:
        """What rests on each heading of the source."""
        assert isinstance(self.node.item, Bron)
        return coverage(self.catalogue, self.node.item)

    @cached_property
    def rests_on(self) -> list[tuple[str, list[RestsOn]]]:
        """Items per kind, each with the places that it cites."""
        places: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
        for one in self.to():
            place = getattr(one.part, "plaats", None)
            if one.field != "bronnen" and place and getattr(one.part, "bron", None) == self.node.id:
                owner = self.catalogue.node(one.source.item.kind, one.source.item.id)
                places[owner.kind][owner.id][place] = None
        return [
            (
                kind,
                [
                    RestsOn(self.catalogue.node(kind, id), list(cited))
                    for id, cited in sorted(places[kind].items())
                ],
            )
            for kind in KINDS
            if kind in places
        ]


VIEWS: dict[str, type[View]] = dict.fromkeys(KINDS, View) | {
    "instrument": InstrumentView,
    "case": CaseView,
    "bouwsteen": BouwsteenView,
    "knelpunt": KnelpuntView,
    "wet": LawView,
    "module": ModuleView,
    "bron": SourceView,
}


@dataclass(frozen=True)
class FacetOption:
    """An option of a facet, with the number of instruments that have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True)
class Facet:
    """A facet of the overview."""

    name: str
    titel: str
    options: list[FacetOption]


def facet_values(catalogue: Catalogue, card: Instrument) -> dict[str, list[str]]:
    """The facet values of one card: facet → values."""
    score = card.scores.hardheid
    return {
        "bestuurslaag": list(card.bestuurslagen),
        "fase": list(card.fase),
        "rol": list(card.rol),
        "bouwsteen": [link.bouwsteen for link in card.bouwstenen],
        "knelpunt": [link.knelpunt for link in card.knelpunten],
        "binding": [BINDING[score.waarde] if score else NO_BINDING],
        "status": [card.status],
    }


FACET_TITLES = {
    "bestuurslaag": "Wie doet mee",
    "fase": "Fase",
    "rol": "Rol van de overheid",
    "bouwsteen": "Bouwsteen",
    "knelpunt": "Knelpunt",
    "binding": "Juridische binding",
    "status": "Status",
}


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

    def facet_values(self, node: Node) -> dict[str, list[str]]:
        assert isinstance(node.item, Instrument)
        return facet_values(self.catalogue, node.item)

    @cached_property
    def facets(self) -> list[Facet]:
        """The facets with their options and counts; options without instruments are left out."""
        counts: dict[str, dict[str, int]] = {name: defaultdict(int) for name in FACET_TITLES}
        for node in self.instruments:
            for name, values in self.facet_values(node).items():
                for value in values:
                    counts[name][value] += 1
        return [
            Facet(
                name,
                title,
                [
                    FacetOption(v, self._label(name, v), counts[name][v])
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

    @cached_property
    def instruments(self) -> list[Node]:
        """The instruments on this page, by title."""
        return self.shown


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
