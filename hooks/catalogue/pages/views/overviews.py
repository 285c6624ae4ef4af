"""What the overviews need: the start page, and one per kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, islice
from typing import Any, ClassVar

from ...dutch import alphabetical
from ...knowledge.choosing import questions
from ...knowledge.compass import compass_questions, doing_nothing
from ...knowledge.entries import Entry, entry
from ...knowledge.facets import FacetOptions, facets
from ...knowledge.law_use import used_by
from ...knowledge.learning_line import by_number, handouts
from ...knowledge.mentions import mentions
from ...knowledge.scales import drawn_scales, drawn_titles, sort_words
from ...knowledge.source_use import resting
from ...knowledge.survey import by_decentral_score, by_theme, score_gap, survey_of
from ...knowledge.tables import case_model
from ...letters import Letter, data_file, first_letter, split
from ...linking import Catalogue, Link, Node
from ...model import (
    KINDS,
    Begrip,
    Bouwsteen,
    Bron,
    Case,
    Doel,
    Gebeurtenis,
    Handout,
    Instrument,
    Item,
    Keuzevraag,
    Knelpunt,
    Kompasvraag,
    Module,
    Situatie,
    Wet,
)
from ...model.base import Wijziging
from ...model.bron import Leeswijzer
from ...model.fields import fields_of
from ...site_pages import HOME, SitePage
from ..pictures import CardPicture, card_picture
from .base import Reader, T, of_all, registered


@dataclass
class OverviewView(Reader):
    """What an overview needs."""

    catalogue: Catalogue
    kind: str = ""
    """The kind that it is an overview of; empty for a page of the site itself."""
    letter: Letter | None = None
    """On the page of one letter of a long index: that letter."""
    splits: ClassVar[bool] = True
    """Whether it splits by letter when it is long; not where the order is another than that of the titles."""

    def count(self, kind: str) -> int:
        """How many items of a kind there are."""
        return self.catalogue.count(kind)

    @cached_property
    def listed(self) -> list[Node[Any]]:
        """All that the index lists, by title."""
        return self.catalogue.by_title(KINDS[self.kind].model)

    @cached_property
    def letter_pages(self) -> Sequence[Letter]:
        """The letters, when the index is split."""
        if not self.kind or not self.splits or not KINDS[self.kind].own_page:
            return []
        return split(self.listed, KINDS[self.kind].section)

    @cached_property
    def shown(self) -> list[Node[Any]]:
        """The entries on this page; none where only the letters stand."""
        if self.letter:
            return self.letter.nodes
        return [] if self.letter_pages else self.listed


OVERVIEW_VIEWS: dict[str, type[OverviewView]] = {}
"""Kind → the view of its overview; a kind without one has ``OverviewView``."""


def overview_of(model: type[Item]) -> Callable[[T], T]:
    """Make a class the view of the overview of a kind."""
    return registered(OVERVIEW_VIEWS, model.kind.name)


SITE_VIEWS: dict[SitePage, type[OverviewView]] = {}
"""A page of the site itself → its view; a page without one has ``OverviewView``."""


def view_of_page(page: SitePage) -> Callable[[T], T]:
    """Make a class the view of a page of the site itself."""
    return registered(SITE_VIEWS, page)


EXAMPLES = 3
"""So many example questions stand on the start page."""


@view_of_page(HOME)
class HomeView(OverviewView):
    """The start page."""

    @property
    def recent_changes(self) -> list[tuple[Wijziging, Node[Any]]]:
        """The newest changes of what a reader looks up: not of a question that an aid asks."""
        read = [one for one in self.catalogue.changes if KINDS[one[1].kind].own_page]
        return read[:6]

    @property
    def example_questions(self) -> list[str]:
        """What one could ask: of each kind with questions the shortest, from the item that most others link to."""
        asked = (
            [(node, node.item.asked) for node in self.catalogue.nodes_of(kind) if node.item.asked]
            for kind in KINDS
        )
        best = (max(pairs, key=lambda pair: self._links_to(pair[0])) for pairs in asked if pairs)
        return [min(questions, key=len) for _, questions in islice(best, EXAMPLES)]

    def _links_to(self, node: Node[Any]) -> int:
        return len(self.catalogue.links_to(node))


@overview_of(Instrument)
class InstrumentenView(OverviewView):
    """The overview of instruments, with facets."""

    @cached_property
    def facets(self) -> list[FacetOptions]:
        """The facets of all instruments."""
        return facets(self.catalogue, Instrument)

    @cached_property
    def entries(self) -> list[Entry]:
        """The entries on this page, by title."""
        return [entry(self.catalogue, node) for node in self.shown]

    @property
    def sorting(self) -> list[tuple[str, str]]:
        """By what the entries can be sorted: the name of the trait, and the words."""
        return [("", "Op naam"), *sort_words()]

    drawn_titles = staticmethod(drawn_titles)
    drawn = staticmethod(drawn_scales)

    @property
    def data_file(self) -> str:
        """Where the entries stand as data, when the index is split."""
        return data_file(KINDS[self.kind].section)


@overview_of(Case)
class PraktijkView(OverviewView):
    """The overview of cases."""

    @cached_property
    def moore_card(self) -> Node[Instrument] | None:
        """The card of the model with which a case is read."""
        found = case_model(self.catalogue, "moore")
        return found[0] if found else None

    @property
    def moore_picture(self) -> CardPicture | None:
        """The picture of that model."""
        return card_picture(self.catalogue, self.moore_card) if self.moore_card else None


@overview_of(Situatie)
class SituatiesView(OverviewView):
    """The overview of situations, by the question that they answer."""

    splits = False

    questions = of_all(questions)


FIRST = 5
"""So many knelpunten the keuzehulp shows to begin with."""


@overview_of(Keuzevraag)
class KeuzehulpView(OverviewView):
    """The keuzehulp: the questions with their answers, and the knelpunten to begin with."""

    splits = False

    questions = of_all(questions)

    @cached_property
    def mentions(self) -> list[Link[Any]]:
        """One link per item that sends its readers here in running text."""
        return mentions([link for node, _ in self.questions for link in self.to_node(node)])

    @property
    def papers(self) -> list[Node[Handout]]:
        """The handouts with the questions on paper, each once."""
        links = (one for node, _ in self.questions for one in self.to_node(node, "handout.vellen"))
        return list({one.source.id: one.source for one in links}.values())

    @property
    def first_knelpunten(self) -> list[Node[Knelpunt]]:
        """What weighs most, to begin with."""
        return by_decentral_score(self.catalogue)[:FIRST]

    themes = of_all(by_theme)
    doing_nothing = of_all(doing_nothing)


@overview_of(Kompasvraag)
class KeuzenotitieView(OverviewView):
    """The keuzenotitie: the questions by which it is written."""

    splits = False

    compass_questions = of_all(compass_questions)
    doing_nothing = of_all(doing_nothing)


@overview_of(Bouwsteen)
class BouwstenenView(OverviewView):
    """The overview of bouwstenen."""

    splits = False


@overview_of(Knelpunt)
class KnelpuntenView(OverviewView):
    """The overview of knelpunten."""

    splits = False

    knelpunten = of_all(by_decentral_score)
    themes = of_all(by_theme)

    gap = staticmethod(score_gap)

    @cached_property
    def survey(self) -> tuple[Leeswijzer, Node[Bron]] | None:
        """What readers must know of the survey, with its source."""
        found = (survey_of(self.catalogue, node) for node in self.knelpunten)
        return next(found, None)


@overview_of(Wet)
class WettenView(OverviewView):
    """The overview of laws and agreements."""

    splits = False

    @property
    def groups(self) -> list[tuple[str, list[Node[Wet]]]]:
        """Laws by title, per sort."""
        nodes = self.catalogue.by_title(Wet)
        groups = (
            (choice.plural, [node for node in nodes if node.part.soort == sort])
            for sort, choice in fields_of(Wet)["soort"].choices.items()
        )
        return [(title, found) for title, found in groups if found]

    def used_by(self, node: Node[Wet]) -> int:
        """How many items rest on a law."""
        return used_by(self.catalogue, node)


@overview_of(Handout)
class HandoutsView(OverviewView):
    """The overview of handouts, by the module that uses them."""

    splits = False

    @property
    def by_module(self) -> list[tuple[Node[Module] | None, list[Node[Handout]]]]:
        """Modules in teaching order with their handouts in order of use; last, under none, what no module uses."""
        modules = by_number(self.catalogue.nodes_of(Module))
        found: list[tuple[Node[Module] | None, list[Node[Handout]]]] = [
            (node, handouts(self.catalogue, node)) for node in modules
        ]
        used = {sheet.id for _, sheets in found for sheet in sheets}
        rest = [node for node in self.catalogue.by_title(Handout) if node.id not in used]
        return [(node, sheets) for node, sheets in [*found, (None, rest)] if sheets]


@overview_of(Begrip)
class BegrippenView(OverviewView):
    """The overview of concepts, which stand on this page themselves."""

    @property
    def letters(self) -> list[tuple[str, list[Node[Begrip]]]]:
        """Concepts per first letter."""
        nodes = self.catalogue.by_title(Begrip)
        return [
            (letter, list(group))
            for letter, group in groupby(nodes, key=lambda node: first_letter(node.titel))
        ]

    def related(self, node: Node[Begrip]) -> list[Node[Begrip]]:
        """Concepts that name this one as related, or that it names."""
        named = [link.target for link in self.out_of(node, "verwant")]
        naming = [link.source for link in self.to_node(node, "begrip.verwant")]
        found = {one.key: one for one in named + naming}
        return sorted(found.values(), key=lambda one: alphabetical(one.titel))

    def uses(self, node: Node[Begrip]) -> list[Link[Any]]:
        """One link per item that uses the concept, those that give a reason of their own first."""
        related = self.to_node(node, "begrip.verwant")
        found = [link for link in self.to_node(node) if link not in related]
        return [link for link in found if not link.is_mention] + mentions(found)


@overview_of(Doel)
class DoelenView(OverviewView):
    """The goals of Krachtig Bestuur, which stand on this page themselves."""

    @property
    def goals(self) -> list[Node[Doel]]:
        """The goals, in order."""
        return sorted(self.catalogue.nodes_of(Doel), key=lambda node: node.part.nummer)


@overview_of(Gebeurtenis)
class TijdlijnView(OverviewView):
    """The events, which stand on this page themselves."""

    @cached_property
    def events(self) -> list[Node[Gebeurtenis]]:
        """The events, oldest first."""
        return sorted(self.catalogue.nodes_of(Gebeurtenis), key=_moment)


def _moment(node: Node[Gebeurtenis]) -> tuple[int, int, str]:
    return node.part.jaar, node.part.tot or node.part.jaar, node.part.id


@overview_of(Bron)
class BronnenView(OverviewView):
    """The overview of sources."""

    def resting(self, node: Node[Bron]) -> int:
        """How many items rest on a source."""
        return resting(self.catalogue, node)
