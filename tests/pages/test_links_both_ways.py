"""Every link between two items stands on both pages, beside the sentence why."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest

# The smallest pieces of a page: a link and its sentence stand in one of these together.
BLOCKS = ("li", "p")
VOID = ("br", "hr", "img", "input", "link", "meta", "wbr")
# What stands between the words of a sentence without being part of it.
ASIDE = ("noot", "oordeel", "feiten", "nummer")

# Which kind makes the link, in which field, and where it arrives. Sources have a test of their own.
KINDS_OF_LINK = [
    ("aanbevelingen", "aanbevelingen", "wetten"),
    ("begrippen", "verwant", "begrippen"),
    ("cases", "bouwstenen", "bouwstenen"),
    ("cases", "instrumenten", "instrumenten"),
    ("cases", "knelpunten", "knelpunten"),
    ("cases", "wetgevend_kader", "wetten"),
    ("doelen", "cases", "cases"),
    ("doelen", "instrumenten", "instrumenten"),
    ("doelen", "knelpunten", "knelpunten"),
    ("doelen", "oplossingen", "instrumenten"),
    ("doelen", "wetgevend_kader", "wetten"),
    ("gebeurtenissen", "instrumenten", "instrumenten"),
    ("gebeurtenissen", "wetgevend_kader", "wetten"),
    ("instrumenten", "aanbevelingen", "aanbevelingen"),
    ("instrumenten", "begrippen", "begrippen"),
    ("instrumenten", "bouwstenen", "bouwstenen"),
    ("instrumenten", "knelpunten", "knelpunten"),
    ("instrumenten", "relaties", "instrumenten"),
    ("instrumenten", "wanneer_niet", "instrumenten"),
    ("instrumenten", "wetgevend_kader", "wetten"),
    ("modules", "aanbevelingen", "aanbevelingen"),
    ("modules", "begrippen", "begrippen"),
    ("modules", "bouwstenen", "bouwstenen"),
    ("modules", "cases", "cases"),
    ("modules", "instrumenten", "instrumenten"),
    ("modules", "knelpunten", "knelpunten"),
]


@dataclass
class Block:
    """A piece of a page: its words and the addresses it links to."""

    words: list[str] = field(default_factory=list)
    links: set[str] = field(default_factory=set)


class Blocks(HTMLParser):
    """Reads a page as blocks; a block holds what is in the blocks within it."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self.found: list[Block] = []
        self.open: list[tuple[str, Block | None, bool]] = []

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
                holder.links.add(urljoin(self.address, given["href"] or ""))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(aside for _, _, aside in self.open):
            for holder in self._blocks():
                holder.words.append(data)

    def _blocks(self) -> list[Block]:
        return [block for _, block, _ in self.open if block]


def plain(text: str) -> str:
    """Words alone: without Markdown, spaces at one, and no mark at the end."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return " ".join(re.sub(r"[*_`]", "", text).split()).rstrip(". ").casefold()


@cache
def blocks(site: Path, url: str) -> list[tuple[str, set[str]]]:
    """The blocks of the page at this address."""
    reader = Blocks(url)
    page = site / urlsplit(url).path.lstrip("/") / "index.html"
    reader.feed(page.read_text("utf-8"))
    return [(plain(" ".join(block.words)), block.links) for block in reader.found]


def shows(site: Path, page: str, other: str, why: str | None) -> bool:
    """Whether one block of a page links to the other item and gives the sentence."""
    squeezed = re.sub(r"\s+", "", plain(why or ""))
    return any(
        (
            other in links
            or ("#" not in other and other in {link.partition("#")[0] for link in links})
        )
        and squeezed in re.sub(r"\s+", "", words)
        for words, links in blocks(site, page)
    )


@pytest.fixture(scope="module")
def data(built_site: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((built_site / "data" / "catalogus.json").read_text("utf-8"))
    return found


def links(data: dict[str, Any]) -> dict[tuple[str, str, str], list[tuple[Any, Any, str | None]]]:
    """All links as the open data gives them with the item where they arrive, per kind."""
    items = {key: value for key, value in data.items() if isinstance(value, list)}
    found: dict[tuple[str, str, str], list[tuple[Any, Any, str | None]]] = defaultdict(list)
    for target_kind, targets in items.items():
        for target in targets:
            for name, arriving in target.items():
                kind = name.removesuffix("_die_hierheen_verwijzen")
                if kind in items and isinstance(arriving, list):
                    for link in arriving:
                        if isinstance(link, dict) and "veld" in link:
                            key = (kind, link["veld"], target_kind)
                            found[key].append((link, target, link.get("reden")))
    return found


def test_every_kind_of_link_is_tested(data: dict[str, Any]) -> None:
    kinds = {kind for kind in links(data) if kind[2] != "bronnen" and kind[1] != "tekst"}
    assert kinds == set(KINDS_OF_LINK)


@pytest.mark.parametrize("kind", KINDS_OF_LINK, ids="-".join)
def test_a_link_stands_on_both_pages_with_its_sentence(
    built_site: Path, data: dict[str, Any], kind: tuple[str, str, str]
) -> None:
    found = links(data)[kind]
    assert found
    # Related concepts need no reason: their definitions say it.
    assert kind[1] == "verwant" or all(why for _, _, why in found)
    missing = [
        f"{page['url']} noemt {other['url']} niet met: {why}"
        for source, target, why in found
        for page, other in ((source, target), (target, source))
        if not shows(built_site, page["url"], other["url"], why)
    ]
    assert missing == []


def test_a_mention_in_running_text_is_known_where_it_leads(
    built_site: Path, data: dict[str, Any]
) -> None:
    mentions = {
        kind: found
        for kind, found in links(data).items()
        if kind[1] == "tekst" and kind[2] != "bronnen"
    }
    assert len(mentions) > 5
    missing = [
        f"{page['url']} noemt {other['url']} niet"
        for found in mentions.values()
        for source, target, _ in found
        for page, other in ((source, target), (target, source))
        if not shows(built_site, page["url"], other["url"], None)
    ]
    assert missing == []


def test_a_factor_and_the_case_that_speaks_of_it(built_site: Path, data: dict[str, Any]) -> None:
    cards = {card["id"]: card for card in data["instrumenten"]}
    found = [(case, link) for case in data["cases"] for link in case["factoren"]]
    assert len(found) > 20
    missing = []
    for case, link in found:
        card, _, factor = link["factor"].partition("/")
        address = f"{cards[card]['url']}#factor-{factor}"
        why = link["toelichting"]
        if not shows(built_site, case["url"], address, f"{link['oordeel']}: {why}"):
            missing.append(f"{case['url']} noemt {address} niet met: {why}")
        if not shows(built_site, cards[card]["url"], case["url"], why):
            missing.append(f"{cards[card]['url']} noemt {case['url']} niet met: {why}")
    assert missing == []


def test_a_source_names_what_rests_on_it(built_site: Path, data: dict[str, Any]) -> None:
    found = {
        (link["id"], target["url"]): link
        for (kind, _, target_kind), arriving in links(data).items()
        if target_kind == "bronnen" and kind != "aanbevelingen"
        for link, target, _ in arriving
        if link.get("plaats")
    }
    assert len(found) > 30
    missing = []
    for (_, source), link in found.items():
        if not shows(built_site, source, link["url"], None):
            missing.append(f"{source} noemt {link['url']} niet")
        if not shows(built_site, link["url"], source, None):
            missing.append(f"{link['url']} noemt {source} niet")
    assert missing == []


def test_a_missing_sentence_is_seen(tmp_path: Path) -> None:
    for name, html in {
        "een": '<ul><li><a href="../twee/">Twee</a> <span>Omdat <em>het</em> kan.<sup class="noot">1</sup></span></li></ul>',
        "twee": '<p><a href="../een/">Een</a></p><p>Omdat het kan.</p>',
    }.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(html, encoding="utf-8")
    one, two = "http://site.invalid/een/", "http://site.invalid/twee/"
    assert shows(tmp_path, one, two, "Omdat [het](x) kan.")
    assert not shows(tmp_path, two, one, "Omdat het kan.")
    assert shows(tmp_path, two, one, None)
    assert not shows(tmp_path, one, two, "Omdat het moet.")
