"""What the builder of a site hands over → the search index in that site."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from catalogue.search.handover import Handover, SearchPage, pages_in
from catalogue.search.indexing import BUNDLE, MARK, VOCABULARY, index_site
from catalogue.search.records import Names, SearchRecord, written_record
from catalogue.search.words import FUNCTION_WORDS, words_of

CARD = SearchRecord(
    "instrumenten/overhedenoverleg/",
    "instrument",
    "Instrument",
    "Bestuurders <overleggen> & beslissen.",
    Names("Overhedenoverleg", ["OHO"], ["topberaad"]),
    id="overhedenoverleg",
)
CONCEPTS = SearchRecord(
    "begrippen/",
    "begrip",
    "Begrip",
    "Wat woorden betekenen.",
    Names("Begrippen"),
    {"medebewind": Names("Medebewind", [], ["meebewind"])},
    "begrip",
)
SOURCE = SearchRecord(
    "bronnen/rapport/", "bron", "Bron", "Een rapport.", Names("Rapport"), background=True
)
WRITTEN = written_record("over/", "Over & uit.")


def html(title: str, more: str = "") -> str:
    return (
        f'<nav class="kruimels">kruimelwoord</nav><h1 id="kop">{title}</h1>'
        f'<p>Tekst over samenwerking van overheden in overleg<sup class="noot">nootwoord</sup>.</p>{more}'
    )


def hand_over(folder: Path) -> Path:
    """Four pages that are to be found."""
    handover = Handover(folder)
    handover.add(html("Overhedenoverleg"), CARD)
    concept = '<h3 id="medebewind">Medebewind</h3><p>Een plicht.</p>'
    handover.add(html("Begrippen", concept), CONCEPTS)
    handover.add(html("Rapport"), SOURCE)
    handover.add(html("Over"), WRITTEN)
    return folder


# Handing over


def test_what_is_handed_over_arrives_as_it_was(tmp_path: Path) -> None:
    pages = list(pages_in(hand_over(tmp_path / "nieuw")))
    assert {page.record.address: page.record for page in pages} == {
        record.address: record for record in (CARD, CONCEPTS, SOURCE, WRITTEN)
    }
    assert SearchPage(CARD, html("Overhedenoverleg")) in pages


def test_pages_come_in_the_same_order_however_they_were_made(tmp_path: Path) -> None:
    for name, records in (("op", [CARD, SOURCE]), ("af", [SOURCE, CARD])):
        handover = Handover(tmp_path / name)
        for record in records:
            handover.add(html(record.names.titel), record)
    assert list(pages_in(tmp_path / "op")) == list(pages_in(tmp_path / "af"))


# The index


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("klein")
    (site / "index.html").write_text("<p>Start", encoding="utf-8")
    handed_over = hand_over(tmp_path_factory.mktemp("overdracht"))
    assert index_site(site, handed_over) == 4
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
    addresses = {record.address for record in (CARD, CONCEPTS, SOURCE, WRITTEN)}
    assert set(fragments) == {f"/{address}" for address in addresses}


def test_a_result_shows_the_cards_own_summary(fragments: dict[str, dict[str, Any]]) -> None:
    found = fragments["/instrumenten/overhedenoverleg/"]
    assert found["meta"] == {
        "title": "Overhedenoverleg",
        "soort": "Instrument",
        "samenvatting": "Bestuurders <overleggen> & beslissen.",
        "namen": "Overhedenoverleg | OHO",
    }
    assert found["filters"] == {"soort": ["instrument"], "id": ["overhedenoverleg"]}


def test_a_page_written_by_hand_shows_its_description(fragments: dict[str, dict[str, Any]]) -> None:
    assert fragments["/over/"]["meta"]["samenvatting"] == "Over & uit."
    assert fragments["/over/"]["meta"]["title"] == "Over"


def test_a_page_that_only_names_others_is_no_answer_to_their_names(
    fragments: dict[str, dict[str, Any]],
) -> None:
    assert "namen" not in fragments["/bronnen/rapport/"]["meta"]


def test_names_stand_before_the_mark_and_the_page_after_it(
    fragments: dict[str, dict[str, Any]],
) -> None:
    names, _, text = fragments["/instrumenten/overhedenoverleg/"]["content"].partition(MARK)
    assert {"overheden", "oho", "topberaad", "overhedenoverlg", "de"} <= set(words_of(names))
    assert "topberaad" not in text
    assert "samenwerking" in text


def test_frame_and_notes_are_not_indexed(fragments: dict[str, dict[str, Any]]) -> None:
    everything = " ".join(fragment["content"] for fragment in fragments.values())
    assert "samenwerking" in everything
    for word in ("kruimelwoord", "nootwoord"):
        assert word not in everything


def test_only_parts_with_a_name_are_results_of_their_own(
    fragments: dict[str, dict[str, Any]],
) -> None:
    assert [anchor["id"] for anchor in fragments["/begrippen/"]["anchors"]] == ["medebewind"]
    assert fragments["/instrumenten/overhedenoverleg/"]["anchors"] == []


def test_the_site_gets_the_index_and_nothing_else(small_site: Path) -> None:
    assert {path.name for path in small_site.iterdir()} == {"index.html", BUNDLE}
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
    handed_over = hand_over(tmp_path / "overdracht")
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(subprocess.CalledProcessError):
        index_site(tmp_path / "site", handed_over)
