"""Every link between two items stands on both pages, beside the sentence why."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

import pytest
from pydantic import BaseModel

from catalogue.checking import load
from catalogue.linking import MENTION, Catalogue, Link, Node, link_names
from catalogue.model import KINDS, PART_KINDS
from catalogue.model.fields import classes_within, fields_of
from catalogue.pages import Page, render
from tests.sample import SAMPLE

# The smallest pieces of a page: a link and its sentence stand in one of these together.
BLOCKS = ("li", "p", "dd", "tr")
VOID = ("br", "hr", "img", "input", "link", "meta", "wbr")
# What stands between the words of a sentence without being part of it.
ASIDE = ("noot", "oordeel", "feiten", "nummer")
SITE = "https://proef.example/"


@dataclass
class Block:
    """A piece of a page: its words and the addresses it links to."""

    words: list[str] = field(default_factory=list)
    links: set[str] = field(default_factory=set)


class Blocks(HTMLParser):
    """Reads a page as blocks; a block holds what is in the blocks within it."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.path = page.path
        self.found: list[Block] = []
        self.open: list[tuple[str, Block | None, bool]] = []
        self.feed(page.html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        given = dict(attrs)
        aside = any(name in ASIDE for name in (given.get("class") or "").split())
        block = Block() if tag in BLOCKS else None
        if block:
            self.found.append(block)
        self.open.append((tag, block, aside))
        if tag == "a" and given.get("href"):
            for holder in self._blocks():
                holder.links.add(address_of(self.path, given["href"] or ""))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(aside for _, _, aside in self.open):
            for holder in self._blocks():
                holder.words.append(data)

    def _blocks(self) -> list[Block]:
        return [block for _, block, _ in self.open if block]


@cache
def address_of(path: str, href: str = "") -> str:
    """Where a page stands, or where a link on it leads: Markdown links name files, links in HTML addresses."""
    target, mark, anchor = href.partition("#")
    if target.endswith(".md") or not href:
        found = urljoin(SITE + path, target).removesuffix(".md").removesuffix("index")
        return f"{found.rstrip('/')}/{mark}{anchor}"
    return urljoin(address_of(path), href)


def squeezed(text: str) -> str:
    """Words alone: without Markdown, without spaces, and no mark at the end."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"\s+", "", re.sub(r"[*_`]", "", text)).rstrip(".").casefold()


class Shown:
    """The blocks of all pages, by the address of the page."""

    def __init__(self, pages: list[Page]) -> None:
        self._beside: dict[tuple[str, str], set[str]] = defaultdict(set)
        """The address of a page and where a link on it leads → the words of each block around such a link."""
        for page in pages:
            for block in Blocks(page).found:
                words = squeezed(" ".join(block.words)) if block.links else ""
                for link in block.links | {link.partition("#")[0] for link in block.links}:
                    self._beside[address_of(page.path), link].add(words)

    def on(self, page: Node[Any], other: Node[Any], why: str | None) -> bool:
        """Whether one block of the page of an item links to another item and gives the sentence."""
        beside = self._beside.get((address_of(page.page), SITE + other.address), ())
        return any(squeezed(why or "") in words for words in beside)


@dataclass(frozen=True)
class Project:
    """A catalogue with what its pages show."""

    catalogue: Catalogue
    shown: Shown

    @property
    def links(self) -> list[Link[Any]]:
        return [link for links in self.catalogue.outgoing.values() for link in links]

    def one_sided(self, links: list[Link[Any]], *, with_why: bool = True) -> list[str]:
        """The links that do not stand on both pages."""
        return [
            f"{page.address} does not show {other.address} with: {link.reden}"
            for link in links
            for page, other in ((link.source, link.target), (link.target, link.source))
            if not self.shown.on(page, other, link.reden if with_why else None)
        ]


@pytest.fixture(scope="module")
def sample() -> Project:
    catalogue = load(SAMPLE)
    return Project(catalogue, Shown(list(render(catalogue, SITE))))


# Which links there are, read from the model


def models_of(kind: str) -> Iterator[type[BaseModel]]:
    """The classes of which the items, or the parts, of a kind are made."""
    if kind in KINDS:
        yield KINDS[kind].model
    for owner in KINDS.values():
        parts = (one.part for one in fields_of(owner.model).parts)
        yield from (
            part for part in parts if part and vars(part).get("kind") is PART_KINDS.get(kind)
        )


def targets(model: type[BaseModel], name: str) -> set[str]:
    """The kinds of items to which a field links, sources excepted: these have a test of their own."""
    one = fields_of(model)[name]
    inner = classes_within(one.part) if one.part else []
    found = {kind for part in inner for ref in fields_of(part).references for kind in ref.refers_to}
    return (found | set(one.refers_to)) - {"bron"}


KINDS_OF_LINK = sorted(
    {
        (kind, name, target)
        for kind, names in link_names().items()
        for model in models_of(kind)
        for name in names & fields_of(model).all.keys()
        for target in targets(model, name)
        if not (name == "tekst" or (kind == "bouwsteen" and name == "aanbevelingen"))
    }
)


def of_kind(links: list[Link[Any]], kind: tuple[str, str, str]) -> list[Link[Any]]:
    return [link for link in links if (link.source.kind, link.field, link.target.kind) == kind]


def test_the_sample_has_a_link_of_every_kind_that_the_model_knows_and_of_no_other(
    sample: Project,
) -> None:
    made = {
        (link.source.kind, link.field, link.target.kind)
        for link in sample.links
        if link.target.kind != "bron" and link.field != MENTION
    }
    assert made == set(KINDS_OF_LINK)


PRACTISED = ("module", "koppels", "aanvullingen", "kiesvragen", "case")
WITHOUT_WHY = (
    *("verwant", "vervangen_door", "vraag"),
    *("na", "materiaal", "programma", "vellen"),
    *PRACTISED,
    *("lesnotitie.case", "lesnotitie.instrumenten"),
)
"""Related concepts need no reason, for their definitions say it; a successor and an answer say enough by being one.

An exercise asks, a module says in its programme what a sheet is for, and a teaching note is about its case as a whole.
"""


@pytest.mark.parametrize("kind", KINDS_OF_LINK, ids="-".join)
def test_a_link_stands_on_both_pages_with_its_sentence(
    sample: Project, kind: tuple[str, str, str]
) -> None:
    assert_both_ways(sample, kind)


def assert_both_ways(one: Project, kind: tuple[str, str, str]) -> None:
    found = of_kind(one.links, kind)
    without = kind[1] in WITHOUT_WHY or ".".join(kind[:2]) in WITHOUT_WHY
    assert without or all(link.reden for link in found)
    assert one.one_sided(found) == []


def test_a_mention_in_running_text_is_known_where_it_leads(sample: Project) -> None:
    assert_mentions_are_known(sample)


def assert_mentions_are_known(one: Project) -> None:
    mentions = [link for link in one.links if link.field == MENTION and link.target.kind != "bron"]
    assert mentions
    assert one.one_sided(mentions, with_why=False) == []


def test_a_source_names_what_rests_on_it(sample: Project) -> None:
    assert_sources_name_what_rests_on_them(sample)


def assert_sources_name_what_rests_on_them(one: Project) -> None:
    resting: dict[tuple[str, str], Link[Any]] = {}
    for link in one.links:
        cited = getattr(link.part, "bron", None) == link.target.id and hasattr(link.part, "plaats")
        if cited and link.target.kind == "bron":
            resting.setdefault((link.source.item.id, link.target.id), link)
    assert resting
    missing = defaultdict(list)
    for link in resting.values():
        owner = one.catalogue.node(link.source.item.kind.name, link.source.item.id)
        for page, other in ((owner, link.target), (link.target, owner)):
            if not one.shown.on(page, other, None):
                missing[page.address].append(other.address)
    assert missing == {}


def test_all_this_is_true_of_the_real_content(
    real_catalogue: Catalogue, real_pages: list[Page]
) -> None:
    """In one test: its pages are many, and are read once."""
    real = Project(real_catalogue, Shown(real_pages))
    for kind in KINDS_OF_LINK:
        assert_both_ways(real, kind)
    assert_mentions_are_known(real)
    assert_sources_name_what_rests_on_them(real)


def test_a_missing_sentence_is_seen(sample: Project) -> None:
    card = sample.catalogue.node("instrument", "proefoverleg")
    case = sample.catalogue.node("case", "proefregio")
    law = sample.catalogue.node("wet", "proefverdrag")
    assert sample.shown.on(card, case, "Het overleg bracht [partijen](x) *bij elkaar*.")
    assert not sample.shown.on(card, case, "Het overleg bracht partijen uit elkaar.")
    # The sentence is on the page, but not beside this link.
    assert not sample.shown.on(card, case, "Praten helpt tegen onbekendheid.")
    assert not sample.shown.on(card, law, None)
