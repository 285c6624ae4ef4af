"""Pages: every value shows as it stands, whatever is in it, and no page brings style or script of its own."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from catalogue.rendering import Page, escape_for_markdown, render

from catalogue.checking import check, load
from catalogue.dutch import dutch_date, dutch_number, enumeration, sentence
from catalogue.linking import Catalogue
from tests.conftest import ROOT
from tests.oracle import rendered, words_of
from tests.sample import SAMPLE, edit, sample_project

HOSTILE = (
    "5 < 6 & \"x\" 'y' *y* _z_ __a__ [b](c) ![d](e) {: #f } `g` \\* | ~~h~~ ^i^ &lt; &#60; # j"
)
"""Allowed in a name, and full of what HTML and Markdown would take for something else."""


class Tags(HTMLParser):
    """The tags of a page with their attributes, and the words within each ``h1``."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.titles: list[str] = []
        self._in_title = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self._in_title = tag == "h1"
        if self._in_title:
            self.titles.append("")

    def handle_endtag(self, tag: str) -> None:
        self._in_title = self._in_title and tag != "h1"

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.titles[-1] += data


def html_of(page: Page) -> str:
    """The HTML that the generator makes of a page."""
    return rendered(page.content.split("\n---\n", 1)[1])


def pages_of(catalogue: Catalogue) -> dict[str, Page]:
    return {page.path: page for page in render(catalogue, "https://proef.example/")}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """The sample, with a concept that no text names: the hostile one is named nowhere either."""
    project = sample_project(tmp_path_factory.mktemp("gewoon"))
    edit(project, "docs/begrippen/proefbegrip.md", "titel: Afspreken", "titel: Nergens genoemd")
    return pages_of(load(project))


@pytest.fixture(scope="module")
def hostile_pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """The sample with the hostile value in every name."""
    project = sample_project(tmp_path_factory.mktemp("vijandig"))
    quoted = json.dumps(HOSTILE)
    for path, old in {
        "instruments/proefoverleg.yml": "Proefoverleg",
        "instruments/proefakkoord.yml": "Proefakkoord",
        "cases/proefregio.yml": "Proefregio",
        "docs/bouwstenen/1-proefafspraken.md": "Afspraken op proef",
        "docs/knelpunten/proefknelpunt.md": "Overheden kennen elkaar niet",
        "docs/wetten/proefwet.md": "Wet op de proef",
        "docs/begrippen/proefbegrip.md": "Afspreken",
        "docs/leerlijn/proefmodule.md": "Leren overleggen",
        "docs/bronnen/rob-2021.md": "Rapport op proef",
    }.items():
        edit(project, path, f"titel: {old}", f"titel: {quoted}")
    edit(project, "instruments/proefoverleg.yml", "[PO, Overleg op proef]", f"[{quoted}]")
    for path in (
        "instruments/proefoverleg.yml",
        "docs/wetten/proefwet.md",
        "docs/bouwstenen/1-proefafspraken.md",
    ):
        edit(project, path, 'artikel: "12"', f"artikel: {quoted}")
    edit(project, "instruments/proefoverleg.yml", "Rekenkamer op proef", quoted)
    edit(project, "cases/proefregio.yml", "Gemeente Voorbeeld", quoted)
    edit(project, "docs/bronnen/rob-2021.md", "Raad op Proef", quoted)
    assert check(project) == []
    return pages_of(load(project))


OF_ITEMS = [
    "instrumenten/proefoverleg.md", "praktijk/proefregio.md", "bouwstenen/1-proefafspraken.md",
    "knelpunten/proefknelpunt.md", "wettelijk-kader/proefwet.md", "leerlijn/proefmodule.md", "bronnen/rob-2021.md",
]  # fmt: skip


@pytest.mark.parametrize("path", OF_ITEMS)
def test_a_hostile_title_is_the_heading_as_it_stands(
    hostile_pages: dict[str, Page], path: str
) -> None:
    assert [" ".join(t.split()) for t in Tags(html_of(hostile_pages[path])).titles] == [HOSTILE]


def test_hostile_values_add_no_tag_to_any_page(
    pages: dict[str, Page], hostile_pages: dict[str, Page]
) -> None:
    for path, page in pages.items():
        plain = sorted(tag for tag, _ in Tags(html_of(page)).found)
        assert sorted(tag for tag, _ in Tags(html_of(hostile_pages[path])).found) == plain, path


def test_even_a_title_that_the_check_would_refuse_cannot_become_html() -> None:
    catalogue = load(SAMPLE)
    key = ("instrument", "proefoverleg")
    item = catalogue.nodes[key].item.model_copy(update={"titel": "<script>alert(1)</script>"})
    node = replace(catalogue.nodes[key], titel=item.titel, item=item, part=item)
    hostile = Catalogue(
        {**catalogue.items, "instrument": {**catalogue.items["instrument"], item.id: item}},
        {**catalogue.nodes, key: node},
        catalogue.outgoing,
        catalogue.incoming,
    )
    for page in pages_of(hostile).values():
        assert "<script" not in page.content, page.path


@pytest.mark.parametrize("root", [ROOT, SAMPLE], ids=["real", "sample"])
def test_no_page_has_a_style_an_event_handler_or_a_script_of_its_own(root: Path) -> None:
    for path, page in pages_of(load(root)).items():
        for tag, attributes in Tags(html_of(page)).found:
            assert tag not in ("script", "style", "iframe", "object"), path
            names = {"style", *(name for name in attributes if name.startswith("on"))}
            assert not names & attributes.keys(), f"{path}: {tag} {attributes}"


@pytest.mark.parametrize("root", [ROOT, SAMPLE], ids=["real", "sample"])
def test_no_page_loads_anything_from_elsewhere(root: Path) -> None:
    for path, page in pages_of(load(root)).items():
        for tag, attributes in Tags(html_of(page)).found:
            loads = attributes.get("src") or (attributes.get("href") if tag != "a" else None)
            assert loads is None or "//" not in loads, f"{path}: {tag} {attributes}"


def test_every_page_starts_with_its_title_and_description_for_the_theme(
    hostile_pages: dict[str, Page],
) -> None:
    head = hostile_pages["instrumenten/proefoverleg.md"].content.split("\n---\n", 1)[0]
    told = dict(
        line.split(": ", 1) for line in head.splitlines()[1:] if line[:5] in ("title", "descr")
    )
    assert json.loads(told["title"]) == HOSTILE
    assert (
        json.loads(told["description"]) == "Overheden praten op proef over een gezamenlijke opgave."
    )


@pytest.mark.parametrize(
    "value",
    [HOSTILE, "<b>vet</b>", "* * *", "# kop", "1. een", "- een", "[x]: y", "a\\b", "</p>", "&copy;", "a*b*c", "__init__"],
)  # fmt: skip
def test_a_plain_value_shows_as_it_stands(value: str) -> None:
    html = rendered(f'<p markdown="span">{escape_for_markdown(value)}</p>')
    assert words_of(html) == value
    assert [tag for tag, _ in Tags(html).found] == ["p"]


def test_what_is_not_there_shows_nothing() -> None:
    assert escape_for_markdown(None) == ""
    assert escape_for_markdown(3) == "3"


def test_an_object_in_a_template_is_escaped_like_any_text() -> None:
    assert escape_for_markdown(Path("<b>a*b</b>")) == "&lt;b&gt;a&#42;b&lt;/b&gt;"


@pytest.mark.parametrize(
    ("day", "shown"),
    [(date(2025, 2, 1), "1 februari 2025"), (date(2006, 11, 30), "30 november 2006")],
)
def test_a_date_is_dutch(day: date, shown: str) -> None:
    assert dutch_date(day) == shown


@pytest.mark.parametrize(
    ("number", "shown"), [(3.59, "3,59"), (3.5, "3,50"), (3, "3,00"), (-0.4, "-0,40")]
)
def test_a_number_is_dutch(number: float, shown: str) -> None:
    assert dutch_number(number) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [("u overlegt", "U overlegt."), ("Klaar!", "Klaar!"), (" wat nu? ", "Wat nu?"), ("", ".")],
)
def test_a_sentence_has_a_capital_and_an_end(text: str, shown: str) -> None:
    assert sentence(text) == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [([], ""), (["Rijk"], "Rijk"), (["Rijk", "gemeente"], "Rijk en gemeente"), (["a", "b", "c"], "a, b en c")],
)  # fmt: skip
def test_an_enumeration_ends_in_en(words: list[str], shown: str) -> None:
    assert enumeration(words) == shown


def test_a_link_in_a_text_leads_to_the_page_of_its_item(pages: dict[str, Page]) -> None:
    card = pages["instrumenten/proefoverleg.md"].content
    assert "[akkoord](../instrumenten/proefakkoord.md)" in card
    assert "[wet](../wettelijk-kader/proefwet.md)" in card
    assert "[een **site**](https://proef.example/pad?a=1&b=2)" in card


def test_each_page_knows_the_file_that_an_editor_changes(pages: dict[str, Page]) -> None:
    assert pages["instrumenten/proefoverleg.md"].source == "instruments/proefoverleg.yml"
    assert pages["bronnen/rob-2021.md"].source == "docs/bronnen/rob-2021.md"
    assert pages["instrumenten/index.md"].source is None


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("instrumenten/proefakkoord.md", "Een goed gesprek maakt een akkoord makkelijker."),
        ("instrumenten/proefoverleg.md", "Het overleg bracht partijen bij elkaar."),
        ("instrumenten/proefoverleg.md", "De les gaat over dit overleg."),
        ("instrumenten/proefoverleg.md", "Het vertrouwen groeide met elke bijeenkomst."),
        ("knelpunten/proefknelpunt.md", "Praten helpt tegen onbekendheid."),
        ("knelpunten/proefknelpunt.md", "Het Rijk kende de regio niet."),
        ("knelpunten/proefknelpunt.md", "3,59"),
        ("bouwstenen/1-proefafspraken.md", "Het is de eerste stap."),
        ("bouwstenen/1-proefafspraken.md", "De les oefent afspraken maken."),
        ("wettelijk-kader/proefwet.md", "Wie een opgave deelt, overlegt."),
        ("wettelijk-kader/proefverdrag.md", "Het verdrag vraagt om overleg."),
        ("praktijk/proefregio.md", "Hier ging het goed."),
        ("begrippen/index.md", "De les legt het uit."),
        ("instrumenten/proefakkoord.md", "Leg vast wie wat doet, zoals in het akkoord op proef staat."),
    ],
)  # fmt: skip
def test_a_link_shows_on_the_other_page_with_the_sentence_why(
    pages: dict[str, Page], path: str, words: str
) -> None:
    assert words.rstrip(".") in words_of(html_of(pages[path]))


def test_a_name_with_an_emoji_stays_whole_in_what_the_theme_reads(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    edit(project, "instruments/proefoverleg.yml", "titel: ", "titel: 🧭 ")
    page = next(
        page for page in render(load(project)) if page.path == "instrumenten/proefoverleg.md"
    )
    head = yaml.safe_load(page.content.split("---")[1])
    assert head["titel" if "titel" in head else "title"].startswith("🧭 ")
