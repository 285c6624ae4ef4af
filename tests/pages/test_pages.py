"""Pages: every value shows as it stands, whatever is in it, and no page brings style or script of its own."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from catalogue.checking import check, load
from catalogue.linking import Catalogue
from catalogue.model import KINDS
from catalogue.pages import Page, render
from catalogue.pages.environment import make_environment
from catalogue.pages.headings import AROUND
from tests.conftest import ROOT
from tests.fuzz.projects import SAMPLES, data_of, kind_of
from tests.sample import SAMPLE, edit, from_yaml, sample_project
from tests.site_html import Tags, rendered, unwanted_tags, words_of

HOSTILE = (
    "5 < 6 & \"x\" 'y' *y* _z_ __a__ [b](c) ![d](e) {: #f } `g` \\* | ~~h~~ ^i^ &lt; &#60; # j"
)
"""Allowed in a name, and full of what HTML and Markdown would take for something else."""


def pages_of(catalogue: Catalogue) -> dict[str, Page]:
    return {page.path: page for page in render(catalogue, "https://proef.example/")}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """The sample, with concepts that no text names: the hostile ones are named nowhere either."""
    project = sample_project(tmp_path_factory.mktemp("gewoon"))
    edit(project, "docs/begrippen/proefbegrip.md", "titel: Afspreken", "titel: Nergens genoemd")
    edit(project, "docs/begrippen/proefbegrip.md", "[Afstemmen]", "[Nergens gelezen]")
    edit(project, "docs/begrippen/proefterm.md", "titel: Overleggen", "titel: Nergens gebruikt")
    return pages_of(load(project))


@pytest.fixture(scope="module")
def hostile_pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """The sample with the hostile value in every name."""
    project = sample_project(tmp_path_factory.mktemp("vijandig"))
    quoted = json.dumps(HOSTILE)
    for path in SAMPLES:
        edit(project, path.as_posix(), f"titel: {data_of(path)['titel']}", f"titel: {quoted}")
    for name, plain in {
        "instruments/proefoverleg.yml": ['"12"', "Rekenkamer op proef", "PO, Overleg op proef"],
        "docs/wetten/proefwet.md": ['"12"'],
        "docs/bouwstenen/1-proefafspraken.md": ['"12"'],
        "cases/proefregio.yml": ["Gemeente Voorbeeld"],
        "docs/bronnen/rob-2021.md": ["Raad op Proef"],
        "docs/doelen/proefdoel.md": ["Een overleg op proef"],
        "docs/tijdlijn/proefjaar.md": ['"2021 en 2022"'],
    }.items():
        for value in plain:
            edit(project, name, value, quoted)
    assert check(project) == []
    return pages_of(load(project))


def tags_of(page: Page) -> list[str]:
    """The tags of a page, but for the lines of a picture: a longer name takes more of those."""
    return sorted(tag for tag, _ in Tags(page.html).found if tag not in ("text", "tspan"))


OF_ITEMS = [f"{kind_of(path).section}/{path.stem}.md" for path in SAMPLES if kind_of(path).own_page]


@pytest.mark.parametrize("path", OF_ITEMS)
def test_a_hostile_title_is_the_heading_as_it_stands(
    hostile_pages: dict[str, Page], path: str
) -> None:
    assert [" ".join(t.split()) for t in Tags(hostile_pages[path].html).titles] == [HOSTILE]


def test_hostile_values_add_no_tag_to_any_page(
    pages: dict[str, Page], hostile_pages: dict[str, Page]
) -> None:
    for path, page in pages.items():
        assert tags_of(hostile_pages[path]) == tags_of(page), path


def test_even_a_title_that_the_check_would_refuse_cannot_become_html() -> None:
    catalogue = load(SAMPLE)
    for node in (node for kind in KINDS for node in catalogue.nodes_of(kind)):
        # What is checked never changes; only a test may do this.
        object.__setattr__(node, "titel", "<script>alert(1)</script>")
        vars(node.item)["titel"] = "<script>alert(1)</script>"
    for page in pages_of(catalogue).values():
        assert "<script" not in page.html, page.path


def test_no_page_has_a_style_a_handler_or_a_script_or_loads_anything_from_elsewhere(
    pages: dict[str, Page],
) -> None:
    found = {path: unwanted_tags(page) for path, page in pages.items()}
    assert {path: tags for path, tags in found.items() if tags} == {}


@pytest.mark.parametrize(
    "html",
    [
        "<p style='color: red'>a</p>",
        "<p onclick='a()'>a</p>",
        "<style>p { color: red }</style>",
        "<iframe title='a'></iframe>",
        "<img src='https://elders.example/a.png' alt=''>",
        "<img src='//elders.example/a.png' alt=''>",
    ],
)
def test_such_a_tag_is_seen(pages: dict[str, Page], html: str) -> None:
    page = next(iter(pages.values()))
    spoilt = dataclasses.replace(page, html=f"{page.html}{html}\n")
    assert len(unwanted_tags(spoilt)) == 1


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


def shown(value: object) -> str:
    return make_environment().from_string("{{ value }}").render(value=value)


@pytest.mark.parametrize(
    "value",
    [HOSTILE, "<b>vet</b>", "* * *", "# kop", "1. een", "- een", "[x]: y", "a\\b", "</p>", "&copy;", "a*b*c", "__init__"],
)  # fmt: skip
def test_a_plain_value_shows_as_it_stands(value: str) -> None:
    html = shown(value)
    assert words_of(html) == value
    assert Tags(html).found == []


def test_what_is_not_there_shows_nothing() -> None:
    assert shown(None) == ""
    assert shown(3) == "3"


def test_an_object_in_a_template_is_escaped_like_any_text() -> None:
    assert shown(Path("<b>a*b</b>")) == "&lt;b&gt;a*b&lt;/b&gt;"


def test_a_link_in_a_text_leads_to_the_page_of_its_item(pages: dict[str, Page]) -> None:
    card = pages["instrumenten/proefoverleg.md"].content
    assert '<a href="../../instrumenten/proefakkoord/">akkoord</a>' in card
    assert '<a href="../../wettelijk-kader/proefwet/">wet</a>' in card
    assert '<a href="https://proef.example/pad?a=1&amp;b=2">een <strong>site</strong></a>' in card


@pytest.mark.parametrize(
    "another",
    [rendered, MarkdownIt("commonmark").render],
    ids=["Python-Markdown", "CommonMark"],
)
def test_another_generator_of_sites_leaves_a_page_as_it_is(
    hostile_pages: dict[str, Page], another: Callable[[str], str]
) -> None:
    for page in hostile_pages.values():
        assert another(page.html).strip() == page.html.strip(), page.path


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
    assert words.rstrip(".") in words_of(pages[path].html)


def test_a_name_with_an_emoji_stays_whole_in_what_the_theme_reads(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    edit(project, "instruments/proefoverleg.yml", "titel: ", "titel: 🧭 ")
    page = next(
        page for page in render(load(project)) if page.path == "instrumenten/proefoverleg.md"
    )
    head = from_yaml(page.content.split("---")[1])
    assert head["titel" if "titel" in head else "title"].startswith("🧭 ")


def test_a_card_says_which_lists_leave_it_out(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    said = re.compile(r"Geen .* noemt dit instrument\.")
    found = {path: said.findall(page.content) for path, page in pages_of(load(project)).items()}
    # A doel leads to the akkoord, and a recommendation names it.
    assert found["instrumenten/proefakkoord.md"] == [
        "Geen knelpunt uit de enquête van de ROB en geen bouwsteen van de Studiegroep noemt dit instrument."
    ]
    assert found["instrumenten/proefoverleg.md"] == []
    goal = project / "docs/doelen/proefdoel.md"
    text = goal.read_text(encoding="utf-8").replace("proefakkoord", "proefoverleg")
    goal.write_text(text, encoding="utf-8")
    block = "docs/bouwstenen/1-proefafspraken.md"
    edit(project, block, "[akkoord op proef](instrument:proefakkoord)", "akkoord")
    page = pages_of(load(project))["instrumenten/proefakkoord.md"]
    assert said.findall(page.content) == [
        "Geen knelpunt uit de enquête van de ROB, geen bouwsteen van de Studiegroep en geen aanbeveling"
        " van de Studiegroep of de ROB noemt dit instrument."
    ]


def test_no_heading_of_a_page_gets_an_id_of_the_theme_around_it(tmp_path: Path) -> None:
    theme = "".join(path.read_text("utf-8") for path in (ROOT / "theme").rglob("*.html"))
    assert set(re.findall(r' id="([^"{]+)"', theme)) == AROUND
    project = sample_project(tmp_path)
    edit(project, "instruments/proefakkoord.yml", "titel: Proefakkoord", "titel: Inhoud")
    page = pages_of(load(project))["instrumenten/index.md"]
    assert ">Inhoud</a></h2>" in page.html and 'id="inhoud"' not in page.html
