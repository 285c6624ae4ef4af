"""A term in running text links to its concept: which words count, once per page, and on both pages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from catalogue.rendering import render

from catalogue.checking import load
from catalogue.linking import Catalogue, sentence_at
from catalogue.terms import Terms
from tests.conftest import ROOT

NAMES = [
    ("Regio", "regio"),
    ("ROB", "rob"),
    ("Raad voor het Openbaar Bestuur", "rob"),
    ("Openbaar Bestuur", "bestuur"),
    ("Multi-level governance", "mlg"),
    ("Zelfstandig bestuursorgaan (zbo)", "zbo"),
    ("IenW", "ienw"),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De regio beslist.", ["regio"]),
        ("Regio en Rijk.", ["Regio"]),
        ("de REGIO", []),
        ("regionaal, subregio, regio-indeling, kern-regio", []),
        ("Alle regio’s en regio's.", ["regio’s", "regio's"]),
        ("een Regio Deal", []),
        ("Het Nationaal Programma Vitale Regio’s", []),
        ("Dat is zo. Regio’s groeien.", ["Regio’s"]),
        ("de Raad voor het Openbaar Bestuur zegt", ["Raad voor het Openbaar Bestuur"]),
        ("lees [de regio](regio-deal) of *regio* of **de regio**", []),
        ("lees *dit* over de regio, en _dat_", ["regio"]),
        ("zie https://regio.example/regio voor de regio", ["regio"]),
        ("- punt over multi-level governance\n- punt", ["multi-level governance"]),
        ("een zelfstandig bestuursorgaan (zbo) heeft", ["zelfstandig bestuursorgaan (zbo)"]),
        ("minister van IenW.", ["IenW"]),
    ],
)
def test_which_words_are_a_term(text: str, found: list[str]) -> None:
    assert [text[term.start : term.end] for term in Terms(NAMES).find(text)] == found


def test_a_name_leads_to_its_concept_and_the_first_concept_has_a_shared_name() -> None:
    terms = Terms([("ROB", "rob"), ("Raad", "rob"), ("raad", "ander")])
    assert [term.id for term in terms.find("De ROB is een Raad, een raad.")] == ["rob"] * 3


def test_without_concepts_nothing_is_found() -> None:
    assert list(Terms([]).find("De regio.")) == []


@pytest.mark.parametrize(
    ("text", "place", "sentence"),
    [
        ("Een. Twee over iets. Drie.", 6, "Twee over iets."),
        ("- eerste\n- tweede [hier](x) staat", 15, "tweede hier staat"),
        ("Een alinea\n\nNog een", 14, "Nog een"),
        ("Zonder plaats.", -1, "Zonder plaats."),
    ],
)
def test_the_sentence_at_a_place(text: str, place: int, sentence: str) -> None:
    assert sentence_at(text, place) == sentence


def concept(folder: Path, id: str, title: str, definition: str) -> None:
    said = {"tekst": definition, "bron": "bron-een", "plaats": "§ 1"}
    data = {"id": id, "titel": title, "definitie": said, "bronnen": ["bron-een"]}
    write(folder / f"docs/begrippen/{id}.md", data)


def write(path: Path, data: Mapping[str, object]) -> None:
    """A file with front matter; JSON is YAML too."""
    path.parent.mkdir(parents=True, exist_ok=True)
    body = "\n".join(f"{key}: {json.dumps(value)}" for key, value in data.items())
    path.write_text(f"---\n{body}\n---\n", encoding="utf-8")


@pytest.fixture
def small(tmp_path: Path) -> Catalogue:
    """Two concepts, a source, and a knelpunt that names one concept three times and links to the other."""
    concept(tmp_path, "regio", "Regio", "Een regio is een gebied met een taak.")
    concept(tmp_path, "taak", "Taak", "Wat een overheid doet.")
    source = {"titel": "Bron", "samenvatting": "Over de regio.", "auteur": "Iemand"}
    more = {"verschenen": "2020", "citeerwijze": "Met §."}
    write(tmp_path / "docs/bronnen/bron-een.md", {"id": "bron-een", **source, **more})
    score = {"rijk": 2.0, "decentraal": 3.0, "plek_rijk": 1, "plek_decentraal": 1}
    said = ["Eerst dit. Dan telt de regio mee. En een regio nog eens.", "Weer een regio."]
    said.append("De taak, een [taak](begrip:taak).")
    place = {"bron": "bron-een", "plaats": "§ 2"}
    write(
        tmp_path / "docs/knelpunten/knel.md",
        {
            "id": "knel",
            "titel": "De regio knelt",
            "samenvatting": "De regio.",
            "thema": "relatie",
            "score": {**score, **place},
            "uitleg": [{"tekst": text, **place} for text in said],
            "bronnen": ["bron-een"],
        },
    )
    return load(tmp_path)


def pages(catalogue: Catalogue) -> dict[str, str]:
    return {page.path: page.content for page in render(catalogue)}


def test_a_page_links_the_first_mention_only(small: Catalogue) -> None:
    page = pages(small)["knelpunten/knel.md"]
    assert page.count("begrippen/index.md#regio") == 1
    assert "Dan telt de [regio](../begrippen/index.md#regio) mee. En een regio" in page


def test_a_concept_that_the_page_links_itself_is_left_alone(small: Catalogue) -> None:
    page = pages(small)["knelpunten/knel.md"]
    assert page.count("begrippen/index.md#taak") == 1
    assert "De taak, een [taak](../begrippen/index.md#taak)." in page


def test_the_concept_shows_the_sentence_in_which_it_stands(small: Catalogue) -> None:
    node = small.node("begrip", "regio")
    found = [(k.source.id, k.field, k.reden) for k in small.links_to(node, "knelpunt")]
    assert found == [("knel", "tekst", "Dan telt de regio mee.")]
    assert "Dan telt de regio mee." in pages(small)["begrippen/index.md"]


def test_a_concept_does_not_link_to_itself(small: Catalogue) -> None:
    page = pages(small)["begrippen/index.md"]
    assert "Een regio is een gebied met een [taak](../begrippen/index.md#taak)." in page


def test_a_long_list_of_mentions_gives_the_sentence_of_the_first_five(small: Catalogue) -> None:
    links = small.incoming["begrip", "regio"]
    knel = next(link for link in links if link.source.kind == "knelpunt")
    others = [
        type(knel)(
            replace(knel.source, id=f"knel-{n}", titel=f"Knel {n}"),
            knel.target,
            "tekst",
            knel.part,
            f"Zin {n}.",
        )
        for n in range(12)
    ]
    small.incoming["begrip", "regio"].extend(others)
    page = pages(small)["begrippen/index.md"]
    assert "Zin 3." in page
    assert "Zin 4." not in page
    assert "Ook genoemd bij" in page and "Knel 11" in page


def test_every_mention_stands_on_its_page() -> None:
    """What the concept says of a page is true of it, throughout the real catalogue."""
    catalogue = load(ROOT)
    made = pages(catalogue)
    found = [
        (page, term.id)
        for page, texts in catalogue.terms.items()
        for terms in texts.values()
        for term in terms
    ]
    assert len(found) > 100
    assert len(set(found)) == len(found)
    missing = [(page, id) for page, id in found if made[page].count(f"index.md#{id})") != 1]
    assert missing == []
