"""A concept that is named in running text: linked once on each page, and known on its own."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from catalogue.checking import check, load
from catalogue.linking import Catalogue
from catalogue.model import Begrip
from catalogue.pages import render
from tests.sample import edit, sample_project

KNELPUNT = "docs/knelpunten/proefknelpunt.md"
CARD = "instruments/proefakkoord.yml"
SAID_THERE = (
    "Het staat op papier, na een [gesprek op proef](instrument:proefoverleg). Dat leest terug."
)
SAID = "Eerst dit. Dan telt de regio mee. En een regio nog eens."


@pytest.fixture
def small(tmp_path: Path) -> Catalogue:
    """The sample, with a knelpunt that names one concept four times and links to the other itself."""
    project = sample_project(tmp_path)
    edit(project, "docs/begrippen/proefbegrip.md", "titel: Afspreken", "titel: Regio")
    edit(project, "docs/begrippen/proefterm.md", "titel: Overleggen", "titel: Taak")
    edit(
        project,
        "docs/begrippen/proefbegrip.md",
        "Samen bepalen wat er gebeurt.",
        "Een regio is een gebied met een taak.",
    )
    more = "".join(
        f"  - tekst: {text}\n    bron: rob-2021\n    plaats: § 9\n"
        for text in (SAID, "Weer een regio.", "De taak, een [taak](begrip:proefterm).")
    )
    edit(project, KNELPUNT, "bronnen:", f"{more}bronnen:")
    edit(project, KNELPUNT, "titel: Overheden", "titel: De regio en overheden")
    return load(project)


def pages(catalogue: Catalogue) -> dict[str, str]:
    return {page.path: page.content for page in render(catalogue)}


def test_a_concept_stands_under_the_letter_that_readers_look_under(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    text = (project / "docs/begrippen/proefterm.md").read_text(encoding="utf-8")
    for id, title in (
        ("een", "Één loket"),
        ("eerst", "Eerst"),
        ("s", "’s Lands wijs"),
        ("d", "3D"),
    ):
        more = re.sub("^titel: .*", f"titel: {title}", text, flags=re.M)
        more = re.sub("^synoniemen: .*\\n", "", more, flags=re.M)
        more = re.sub("^id: .*", f"id: {id}", more, flags=re.M)
        (project / f"docs/begrippen/{id}.md").write_text(more, encoding="utf-8")
    assert check(project) == []
    page = pages(load(project))["begrippen/index.md"]
    found = re.findall('<h[23] id="([^"]*)"[^>]*>([^<]*)', page)
    headings = [words for id, words in found if id.startswith("letter-")]
    assert headings == ["0-9", "A", "E", "O", "S"]
    assert [words for _, words in found if words.startswith(("É", "E"))] == [
        "E",
        "Één loket",
        "Eerst",
    ]


def test_a_page_links_the_first_mention_in_running_text_only(small: Catalogue) -> None:
    page = pages(small)["knelpunten/proefknelpunt.md"]
    assert page.count("begrippen/#proefbegrip") == 1
    link = '<a href="../../begrippen/#proefbegrip">regio</a>'
    assert f"Dan telt de {link} mee. En een regio" in page


def test_a_concept_that_the_page_links_itself_is_left_alone(small: Catalogue) -> None:
    page = pages(small)["knelpunten/proefknelpunt.md"]
    assert page.count("begrippen/#proefterm") == 1
    assert 'De taak, een <a href="../../begrippen/#proefterm">taak</a>.' in page


def test_the_concept_shows_the_sentence_in_which_it_stands(small: Catalogue) -> None:
    node = small.node(Begrip, "proefbegrip")
    found = [(k.source.id, k.field, k.reden) for k in small.links_to(node, "knelpunt")]
    assert found == [("proefknelpunt", "tekst", "Dan telt de regio mee.")]
    assert "Dan telt de regio mee." in pages(small)["begrippen/index.md"]


def test_a_concept_does_not_link_to_itself(small: Catalogue) -> None:
    page = pages(small)["begrippen/index.md"]
    link = '<a href="../begrippen/#proefterm">taak</a>'
    assert f"Een regio is een gebied met een {link}." in page


def test_a_long_list_of_mentions_gives_the_sentence_of_the_first_five(small: Catalogue) -> None:
    key = ("begrip", "proefbegrip")
    (knel,) = (link for link in small.incoming[key] if link.source.kind == "knelpunt")
    others = [
        replace(
            knel,
            source=replace(knel.source, id=f"knel-{n}", titel=f"Knel {n}"),
            reden=f"Zin {n}.",
        )
        for n in range(12)
    ]
    mentions = [link for link in small.incoming[key] if link.field == "tekst"]
    kept = [link for link in small.incoming[key] if link not in mentions]
    long = replace(small, incoming={**small.incoming, key: [*kept, knel, *others]})
    page = pages(long)["begrippen/index.md"]
    assert "Zin 3." in page
    assert "Zin 4." not in page
    assert "Ook genoemd bij" in page and "Knel 11" in page


@pytest.mark.parametrize(
    "said", ["Het is een gebied.", "Het is een gebied.\\n", " Het is een gebied."]
)
def test_a_text_with_space_around_it_links_its_concepts_too(tmp_path: Path, said: str) -> None:
    project = sample_project(tmp_path)
    edit(project, "docs/begrippen/proefbegrip.md", "titel: Afspreken", "titel: Gebied")
    edit(project, CARD, SAID_THERE, f'"{said}"')
    link = '<a href="../../begrippen/#proefbegrip">gebied</a>'
    assert f"Het is een {link}." in pages(load(project))["instrumenten/proefakkoord.md"]


def test_a_name_with_marks_of_markdown_is_not_looked_for(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    edit(project, "docs/begrippen/proefbegrip.md", "titel: Afspreken", "titel: Rijk*regio")
    edit(project, "docs/begrippen/proefbegrip.md", "[Afstemmen]", "[Nergens gelezen]")
    edit(project, CARD, SAID_THERE, "De Rijk*regio en dat* is zo.")
    page = pages(load(project))["instrumenten/proefakkoord.md"]
    assert "De Rijk<em>regio en dat</em> is zo." in page
