"""The leerlijn as PDFs, read back: each edition, its title, language and bookmarks. Only with ``make pdfproef``."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import run
from tests.sample import sample_site_project

pytestmark = pytest.mark.pdf

SITE = "https://kennis.example/"
BEGINNING, TALKING = "Leren beginnen", "Leren overleggen"
TITLES = {
    "proefmodule-trainer": f"{TALKING}, voor de trainer – Instrumentenwijzer",
    "proefmodule-deelnemers": f"{TALKING}, voor deelnemers – Instrumentenwijzer",
    "proefbegin-trainer": f"{BEGINNING}, voor de trainer – Instrumentenwijzer",
    "proefbegin-deelnemers": f"{BEGINNING}, voor deelnemers – Instrumentenwijzer",
    "leerlijn": "Leerlijn, voor de trainer – Instrumentenwijzer",
}


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Name → reader, of all that the command writes."""
    # Only where PDFs are made; this file is read without it too.
    from pypdf import PdfReader

    project = sample_site_project(tmp_path_factory.mktemp("pdf"))
    built = run(project, "catalogue", "build", SITE_URL=SITE)
    assert built.returncode == 0, built.stderr
    done = run(project, "catalogue", "pdf")
    assert done.returncode == 0, done.stderr
    return {path.stem: PdfReader(path) for path in (project / "pdf").iterdir()}


def text_of(pdf: Any) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def headings(pdf: Any) -> list[str]:
    """The bookmarks at the top."""
    return [entry.title for entry in pdf.outline if not isinstance(entry, list)]


def leads(pdf: Any) -> tuple[set[str], int]:
    """The addresses that its links lead to, and how many links stay within it."""
    notes = [note.get_object() for page in pdf.pages for note in page.get("/Annots", [])]
    out = {str(note["/A"]["/URI"]) for note in notes if "/URI" in note.get("/A", {})}
    return out, len(notes) - sum("/URI" in note.get("/A", {}) for note in notes)


def test_each_module_is_there_in_both_editions_and_all_in_one(pdfs: dict[str, Any]) -> None:
    assert {name: pdf.metadata.title for name, pdf in pdfs.items()} == TITLES


@pytest.mark.parametrize("name", TITLES)
def test_it_is_tagged_and_says_its_language(pdfs: dict[str, Any], name: str) -> None:
    root = pdfs[name].trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "nl"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/StructTreeRoot"]["/K"]
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()


def test_the_bookmarks_are_the_headings(pdfs: dict[str, Any]) -> None:
    assert headings(pdfs["proefmodule-trainer"]) == [TALKING]
    below = pdfs["proefmodule-trainer"].outline[1]
    parts = [entry.title for entry in below if not isinstance(entry, list)]
    assert {"Leerdoelen", "Programma", "Opdrachten"} <= set(parts)
    assert headings(pdfs["leerlijn"]) == ["Leerlijn", BEGINNING, TALKING]


def test_only_the_trainer_reads_the_answers(pdfs: dict[str, Any]) -> None:
    answer, question = "Er staat in wat u wilt bereiken.", "Schrijf een uitnodiging."
    for name in ("proefmodule-trainer", "leerlijn"):
        assert answer in text_of(pdfs[name]) and question in text_of(pdfs[name])
    shown = text_of(pdfs["proefmodule-deelnemers"])
    assert question in shown and answer not in shown


def test_links_lead_to_the_site_and_from_part_to_part_within_the_whole(
    pdfs: dict[str, Any],
) -> None:
    out, _ = leads(pdfs["proefmodule-trainer"])
    assert f"{SITE}leerlijn/proefbegin/" in out
    assert all(url.startswith("http") for url in out)
    out, within = leads(pdfs["leerlijn"])
    assert not [url for url in out if url.startswith(f"{SITE}leerlijn/proefbegin/")]
    assert within > 2 and f"{SITE}i/proefmodule/" in out
