"""The records, the words that they bring, and the index made of them."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from catalogue.checking import load
from catalogue.search.indexing import BUNDLE, MARK, VOCABULARY, index_site
from catalogue.search.records import (
    FILE,
    Names,
    Record,
    _plain,
    read_records,
    records,
    records_json,
)
from catalogue.search.words import (
    FUNCTION_WORDS,
    Vocabulary,
    beginnings,
    forms,
    misspellings,
    stem,
    words_of,
)
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def all_records() -> dict[str, Record]:
    return {record.adres: record for record in records(load(ROOT))}


def test_every_item_has_a_record(all_records: dict[str, Record]) -> None:
    found = set(all_records)
    cards = {f"instrumenten/{path.stem}/" for path in (ROOT / "instruments").glob("*.yml")}
    laws = {f"wettelijk-kader/{path.stem}/" for path in (ROOT / "docs/wetten").glob("*.md")}
    terms = {path.stem for path in (ROOT / "docs/begrippen").glob("*.md")}
    assert cards | laws <= found
    assert set(all_records["begrippen/"].onderdelen) == terms


def test_record_of_a_card(all_records: dict[str, Record]) -> None:
    record = all_records["instrumenten/bestuurlijk-overleg/"]
    assert (record.soort, record.label, record.namen.titel) == (
        "instrument",
        "Instrument",
        "Bestuurlijk overleg",
    )
    assert record.filters["id"] == ["bestuurlijk-overleg"]
    assert set(record.filters["bestuurslaag"]) == {"rijk", "provincie", "gemeente", "waterschap"}


def test_a_summary_is_plain_text() -> None:
    assert _plain("Een [team](interbestuurlijk-team) met *één*\n  _doel_: a_b") == (
        "Een team met één doel: a_b"
    )


def test_a_recommendation_is_found_by_number_and_addressee(all_records: dict[str, Record]) -> None:
    part = all_records["bouwstenen/1-goede-afspraken-maken-en-nakomen/"].onderdelen[
        "aanbeveling-1-03"
    ]
    assert part.titel.startswith("1.03 ")
    assert len(part.zoekwoorden) > 1


def test_records_survive_the_file(all_records: dict[str, Record]) -> None:
    assert read_records(records_json(load(ROOT))) == list(all_records.values())


WORDS = "overheden overleg uitvoerbaarheid toets energie strategie taak taken verdeling gemeente wet klimaat akkoord"


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("overhedenoverleg", ["overheden", "overleg"]),
        ("uitvoerbaarheidstoets", ["uitvoerbaarheid", "toets"]),
        ("energiestrategie", ["energie", "strategie"]),
        ("taakverdeling", ["taak", "verdeling"]),
        ("gemeentewet", ["gemeente", "wet"]),
        ("klimaatakkoord", ["klimaat", "akkoord"]),
        ("verdeling", []),
        ("gemeentelijk", []),
    ],
)
def test_parts_of_compounds(compound: str, parts: list[str]) -> None:
    assert Vocabulary(WORDS.split()).parts(compound) == parts


def test_compound_joined_by_another_letter() -> None:
    found = set(Vocabulary(WORDS.split()).misjoined("gemeentewet"))
    assert {"gemeentenwet", "gemeenteswet"} <= found
    assert "gemeentewet" not in found


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Uitvoerbaarheidstoets Decentrale Overheden", "udo"),
        ("Regionale Energiestrategie", "res"),
        ("Wet van het gemeentelijk overleg", "wgo"),
    ],
)
def test_abbreviations(name: str, initials: str) -> None:
    assert initials in Vocabulary(WORDS.split()).abbreviations(name)


@pytest.mark.parametrize(
    ("word", "slip"),
    [
        ("convenant", "convenand"),
        ("convenant", "konvenant"),
        ("bestuurlijk", "bestuurlik"),
        ("geschilbeslechting", "geschilbeslegting"),
        ("regiodeal", "regiodael"),
        ("specifieke", "specefieke"),
        ("medebewind", "medebewindt"),
        ("subsidiariteit", "subsidiariteid"),
        ("verhoudingen", "verhoudigen"),
        ("overleg", "overlegg"),
    ],
)
def test_misspellings(word: str, slip: str) -> None:
    assert slip in misspellings(word)


@pytest.mark.parametrize("word", ["res", "bo", "2021", "wet"])
def test_short_words_and_numbers_have_no_misspellings(word: str) -> None:
    assert misspellings(word) == set()


def test_a_word_is_not_its_own_misspelling() -> None:
    assert "toetsing" not in misspellings("toetsing")


def test_forms_are_those_that_the_stemmer_misses() -> None:
    assert "bemoeit" in set(forms("bemoeien"))
    assert all(stem(form) != stem("verdelingen") for form in forms("verdelingen"))


def test_every_beginning_of_a_word_leads_to_it() -> None:
    word = "gemeentewet"
    known = {stem(word), *(stem(start) for start in beginnings(word))}
    starts = [word[:length] for length in range(3, len(word) + 1)]
    assert all(any(whole.startswith(stem(start)) for whole in known) for start in starts)


def test_words_are_plain() -> None:
    assert words_of("Regio's, één Financiële-verhoudingswet (Fvw)") == [
        "regios",
        "een",
        "financiele",
        "verhoudingswet",
        "fvw",
    ]


PAGE = """<!doctype html><html lang="nl"><head><meta name="description" content="Over &amp; uit."></head><body>
<header>kopregel</header><div class="omslag inhoud" id="inhoud" tabindex="-1"{extra}>
<nav class="kruimels">kruimelwoord</nav><h1 id="kop">{title}</h1>
<p>Tekst over samenwerking van overheden in overleg<sup class="noot">nootwoord</sup>.</p>{more}</div>
<footer class="site-voet">voetregel</footer></body></html>"""


def write(site: Path, address: str, title: str, extra: str = "", more: str = "") -> None:
    path = site / address / "index.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PAGE.format(title=title, extra=extra, more=more), encoding="utf-8")


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("klein")
    names = Names("Overhedenoverleg", ["OHO"], ["topberaad"])
    kept = [
        Record(
            "instrumenten/overhedenoverleg/",
            "instrument",
            "Instrument",
            "Bestuurders <overleggen> & beslissen.",
            names,
            filters={"fase": ["besluiten"]},
        ),
        Record(
            "begrippen/",
            "begrip",
            "Begrip",
            "Wat woorden betekenen.",
            Names("Begrippen"),
            {"medebewind": Names("Medebewind", [], ["meebewind"])},
        ),
    ]
    write(site, "", "Start")
    write(site, "instrumenten", "Instrumenten")
    write(site, "instrumenten/overhedenoverleg", "Overhedenoverleg")
    write(
        site, "begrippen", "Begrippen", more='<h3 id="medebewind">Medebewind</h3><p>Een plicht.</p>'
    )
    write(site, "over", "Over")
    write(site, "oud", "Verhuisd", ' data-pagefind-ignore="all"')
    (site / "404.html").write_text(PAGE.format(title="Weg", extra="", more=""), encoding="utf-8")
    (site / FILE).parent.mkdir()
    (site / FILE).write_text(json.dumps([asdict(record) for record in kept]), encoding="utf-8")
    before = (site / "over/index.html").read_bytes()
    assert index_site(site) == 3
    assert (site / "over/index.html").read_bytes() == before
    return site


@pytest.fixture(scope="module")
def fragments(small_site: Path) -> dict[str, dict[str, Any]]:
    found = {}
    for path in (small_site / BUNDLE / "fragment").iterdir():
        raw = gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd")
        data = json.loads(raw)
        found[data["url"]] = data
    return found


def test_addresses_are_those_of_the_site(fragments: dict[str, dict[str, Any]]) -> None:
    assert set(fragments) == {"/instrumenten/overhedenoverleg/", "/begrippen/", "/over/"}


def test_a_result_shows_the_cards_own_summary(fragments: dict[str, dict[str, Any]]) -> None:
    found = fragments["/instrumenten/overhedenoverleg/"]
    assert found["meta"] == {
        "title": "Overhedenoverleg",
        "soort": "Instrument",
        "samenvatting": "Bestuurders <overleggen> & beslissen.",
        "namen": "Overhedenoverleg | OHO",
    }
    assert found["filters"] == {"soort": ["instrument"], "fase": ["besluiten"]}


def test_a_page_written_by_hand_shows_its_description(fragments: dict[str, dict[str, Any]]) -> None:
    assert fragments["/over/"]["meta"]["samenvatting"] == "Over & uit."
    assert fragments["/over/"]["meta"]["title"] == "Over"


def test_names_stand_before_the_mark_and_the_page_after_it(
    fragments: dict[str, dict[str, Any]],
) -> None:
    names, _, text = fragments["/instrumenten/overhedenoverleg/"]["content"].partition(MARK)
    assert {"overheden", "oho", "topberaad", "overhedenoverlg", "de"} <= set(words_of(names))
    assert "topberaad" not in text
    assert "samenwerking" in text


def test_frame_and_notes_are_not_indexed(fragments: dict[str, dict[str, Any]]) -> None:
    everything = " ".join(fragment["content"] for fragment in fragments.values())
    for word in ("kopregel", "voetregel", "kruimelwoord", "nootwoord"):
        assert word not in everything


def test_only_parts_with_a_name_are_results_of_their_own(
    fragments: dict[str, dict[str, Any]],
) -> None:
    assert [anchor["id"] for anchor in fragments["/begrippen/"]["anchors"]] == ["medebewind"]
    assert fragments["/instrumenten/overhedenoverleg/"]["anchors"] == []


def test_names_of_the_index_are_in_no_other_file(small_site: Path) -> None:
    assert not (small_site / FILE).exists()
    readable = [path for path in small_site.rglob("*") if path.suffix in {".html", ".json", ".js"}]
    assert not [path for path in readable if "topberaad" in path.read_text(encoding="utf-8")]


def test_bundle_holds_what_the_search_page_needs(small_site: Path) -> None:
    names = {
        re.sub(r"\.nl_\w+", "", path.name)
        for path in (small_site / BUNDLE).iterdir()
        if path.is_file()
    }
    assert names == {
        "pagefind.js",
        "pagefind-worker.js",
        "pagefind-entry.json",
        "pagefind.pf_meta",
        "wasm.nl.pagefind",
        VOCABULARY,
    }


def test_vocabulary_for_corrections_names_no_misspelling(small_site: Path) -> None:
    known = json.loads((small_site / BUNDLE / VOCABULARY).read_text(encoding="utf-8"))
    assert {"Overhedenoverleg", "OHO", "Medebewind"} <= set(known["namen"])
    assert "overhedenoverleg" in known["woorden"]
    assert not FUNCTION_WORDS & set(known["woorden"])
    assert "meebewind" not in known["woorden"]


def test_failure_of_the_indexer_is_not_hidden(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "over", "Over")
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_text("[]", encoding="utf-8")
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(subprocess.CalledProcessError):
        index_site(tmp_path)


def test_published_site_has_no_records(built_site: Path) -> None:
    assert (built_site / BUNDLE / "pagefind.js").is_file()
    assert not (built_site / FILE).exists()


def test_records_are_published_once(copy_project: Callable[[], Path]) -> None:
    """`catalogue pages` brings the records along, so that any generator's site can be indexed."""
    project = copy_project()
    out = project / "uit"
    from catalogue.publishing import write_pages

    write_pages(load(project), project, out)
    assert len(read_records((out / FILE).read_text(encoding="utf-8"))) > 50
