"""``Catalogue`` → the pages of the site.

Each page is a function of the catalogue and of nothing else: rendered twice, alone or among others, it is the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from typing import Any
from urllib.parse import urljoin

from jinja2 import Environment, Template
from markupsafe import Markup, escape

from ..dutch import duration
from ..linking import Catalogue, Key, Node
from ..markup import plain
from ..model import KINDS, Bron, Kind
from ..search.records import SearchRecord, overview_record, page_record, site_record
from ..short_addresses import short_addresses
from ..site_pages import SITE_PAGES, SitePage
from ..template_files import needed_template
from ..terms import Term
from ..text_html import block_html, line_html
from .citations import Note, name_concept, resolve_marks
from .codes import code_of
from .described import described
from .environment import make_environment, status_beside
from .page import Page, PageAddress, from_docs
from .sharing import Share
from .views import OVERVIEW_VIEWS, SITE_VIEWS, VIEWS, OverviewView, View


@dataclass(frozen=True)
class Overview:
    """An overview page: what it is called, what it is made with, and the kind that it shows, or which page of ours it is."""

    address: str
    title: str
    description: str
    template: str
    view: type[OverviewView]
    kind: Kind | None = None
    page: SitePage | None = None

    def start(self, catalogue: Catalogue) -> OverviewView:
        """What its first page shows."""
        return self.view(catalogue, self.kind.name if self.kind else "")

    def record(self, catalogue: Catalogue) -> SearchRecord | None:
        """What the search index must know of it."""
        if self.kind:
            return overview_record(catalogue, self.kind)
        return site_record(self.page) if self.page else None


def render(
    catalogue: Catalogue,
    site_url: str = "",
    short: Mapping[str, str] | None = None,
    edit_uri: str = "",
) -> Iterator[Page]:
    """All generated pages: one per item, one overview per kind, and those of the site itself.

    *site_url* is where the site will stand; permanent links start with it. *short* is the short address of each item,
    by its address; without it, those of a site that never published one. *edit_uri* is where the docs folder can be
    edited; without it no page says where.
    """
    press = _Press(catalogue, site_url, short, edit_uri)
    for kind in KINDS.values():
        if kind.own_page:
            yield from (press.item(node) for node in catalogue.nodes_of(kind.name))
    for overview in press.overviews:
        yield from press.overview(overview)


def render_page(catalogue: Catalogue, kind: str, id: str, site_url: str = "") -> Page:
    """The page of one item. Raises ``KeyError`` when there is no such item."""
    return _Press(catalogue, site_url).item(catalogue.node(kind, id))


@dataclass(frozen=True)
class _Press:
    """Makes pages of a catalogue."""

    catalogue: Catalogue
    site_url: str
    published: Mapping[str, str] | None = None
    edit_uri: str = ""

    @cached_property
    def short(self) -> Mapping[str, str]:
        """The short address of each item, by its address."""
        if self.published is None:
            return short_addresses(self.catalogue.items, {})
        return self.published

    def permalink(self, address: str) -> str:
        """The address at which a page will be forever, with the host."""
        return f"{self.site_url.rstrip('/')}/{address}"

    @cached_property
    def environment(self) -> Environment:
        return make_environment()

    @cached_property
    def overviews(self) -> list[Overview]:
        """The overview of each kind, and the pages of the site itself."""
        templates = set(self.environment.list_templates())
        kinds = [_overview_of(kind, templates) for kind in KINDS.values()]
        return [*kinds, *map(_overview_at, SITE_PAGES)]

    def address_of(self, node: Node[Any]) -> str:
        """Where the page of a node will stand, for readers elsewhere."""
        return self.permalink(node.address)

    def edit_address(self, node: Node[Any]) -> str:
        """Where the file of a node can be edited; empty when no such place is known."""
        item = node.item
        return urljoin(self.edit_uri, from_docs(item.kind.file(item.id))) if self.edit_uri else ""

    def item(self, node: Node[Any]) -> Page:
        """The page of an item."""
        kind = KINDS[node.kind]
        template = self.environment.get_template(needed_template(kind))
        sheet = _Sheet(
            self, PageAddress(node.page, node.address), node.titel, plain(node.samenvatting)
        )
        view = VIEWS.get(kind.name, View)(sheet.catalogue, node)
        more = {
            "node": node,
            "item": node.part,
            "kind": kind,
            "v": view,
            "delen": partial(self._share, node),
            "schema_org": described(sheet.catalogue, node, self.address_of),
        }
        return sheet.page(template, more, kind.file(node.id), page_record(self.catalogue, node))

    def _share(self, node: Node[Any], day: date) -> Share:
        """The page of an item as others point at it, when it last changed on this day."""
        short = self.short[node.address]
        return Share(
            node.titel,
            plain(node.samenvatting),
            self.permalink(node.address),
            self.permalink(short),
            code_of(short),
            day,
        )

    def overview(self, overview: Overview) -> Iterator[Page]:
        """An overview, and a page for each of its letters when it is long."""
        template = self.environment.get_template(overview.template)
        place = PageAddress(f"{overview.address}index.md", overview.address)
        sheet = _Sheet(self, place, overview.title, overview.description)
        view = overview.start(sheet.catalogue)
        yield sheet.page(template, {"v": view}, None, overview.record(self.catalogue))
        for letter in view.letter_pages:
            place = PageAddress(f"{letter.address.rstrip('/')}.md", letter.address)
            title = f"{overview.title}: {letter.name}"
            description = f"{overview.title} waarvan de naam begint met {letter.name}."
            sheet = _Sheet(self, place, title, description)
            shown = replace(view, catalogue=sheet.catalogue, letter=letter)
            yield sheet.page(template, {"v": shown}, None, None)


def _overview_of(kind: Kind, templates: set[str]) -> Overview:
    own = f"{kind.section}.md.jinja"
    template = own if own in templates else "overzicht.md.jinja"
    view = OVERVIEW_VIEWS.get(kind.name, OverviewView)
    return Overview(kind.overview, kind.heading, kind.description, template, view, kind)


def _overview_at(page: SitePage) -> Overview:
    view = SITE_VIEWS.get(page, OverviewView)
    template = f"{page.name}.md.jinja"
    return Overview(page.address, page.title, page.description, template, view, page=page)


class _Sheet:
    """One page in the making: the catalogue that notes what is read, and what templates call to put text on it."""

    def __init__(self, press: _Press, place: PageAddress, title: str, description: str) -> None:
        self._press = press
        self._place = place
        self._reads: set[Key] = set()
        self.catalogue = press.catalogue.recording(self._reads.add)
        self._terms: Mapping[str, list[Term]] = press.catalogue.terms.get(place.path, {})
        self._context = {
            "adres": place.address,
            "permalink": press.permalink(place.address),
            "vast_adres": press.address_of,
            "bewerkadres": press.edit_address,
            "titel": title,
            "omschrijving": description,
            "wortel": place.root,
            "url": self._url,
            "tekst": self._block,
            "regel": self._line,
            "kaal": plain,
            "duur": duration,
        }

    def page(
        self,
        template: Template,
        more: Mapping[str, Any],
        source: str | None,
        record: SearchRecord | None,
    ) -> Page:
        """The page that a template makes of this."""
        if node := more.get("node"):
            self._reads.add((node.kind, node.id))
        marked = template.render(self._context | dict(more))
        content = resolve_marks(marked, self._title_of, self._source_list)
        reads = frozenset(self._reads)
        return Page.of(self._place.path, content, source, reads=reads, record=record)

    def _url(self, to: Node[Any] | str) -> Markup:
        """The address of a node, or of a page, as a link from here."""
        return Markup(escape(f"{self._place.root}{to.address if isinstance(to, Node) else to}"))

    def _block(self, text: str, tail: str = "") -> Markup:
        """A text of paragraphs and lists, as a block; *tail* follows its last word."""
        html = block_html(self._with_terms(text).strip(), self._link, escape(tail))
        return Markup(f'<div class="tekst">\n{html}\n</div>')

    def _line(self, text: str) -> Markup:
        """One paragraph, for use within an element that holds one."""
        return line_html(self._with_terms(text), self._link)

    def _with_terms(self, text: str) -> str:
        # From the end, so that the places before stay where they are.
        for term in reversed(self._terms.get(text, [])):
            target = self._url(self.catalogue.node("begrip", term.id))
            words = name_concept(text[term.start : term.end], target)
            text = text[: term.start] + words + text[term.end :]
        return text

    def _link(self, target: str) -> tuple[str, str] | None:
        node = self.catalogue.resolve(target)
        return (self._url(node), status_beside(node)) if node else None

    def _title_of(self, bron: str) -> str:
        return self.catalogue.node(Bron, bron).titel

    def _source_list(self, notes: dict[str, list[Note]], whole: bool) -> str:
        name = "bronnenlijst.jinja" if whole else "velbronnen.jinja"
        template = self._press.environment.get_template(name)
        sources = [(self.catalogue.node(Bron, id), found) for id, found in notes.items()]
        return template.render(self._context | {"bronnen": sources})


def render_moved(moved: dict[str, str]) -> Iterator[Page]:
    """A page for every address whose item was renamed or withdrawn: it leads to where it is now, or says that it is gone."""
    environment = make_environment()
    gone = {kind.overview: f"Naar alle {kind.plural}" for kind in KINDS.values()}
    for address, target in sorted(moved.items()):
        if "#" in address:
            # The page around an anchor is still there, and opens at its top.
            continue
        path = address.rstrip("/")
        goal = "../" * (path.count("/") + 1) + target
        name = "ingetrokken" if target in gone else "verhuisd"
        template = environment.get_template(f"{name}.md.jinja")
        content = template.render(doel=goal, woorden=gone.get(target, ""))
        yield Page.of(f"{path}.md", content, None)
