"""The learning line as data, and as packages for a learning platform, as an XML parser reads them."""

from __future__ import annotations

import io
import json
import time
import zipfile
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest

from catalogue.checking import load
from catalogue.datasets.cartridge import cartridges
from catalogue.datasets.common_cartridge import (
    Activity,
    Course,
    Quiz,
    Section,
    TextPage,
    WebLink,
    package,
)
from catalogue.datasets.learning_line import learning_line_data
from catalogue.knowledge.quiz import Question
from catalogue.model import KINDS
from tests.conftest import ROOT
from tests.sample import SAMPLE, add_module, edit, sample_project

SITE = "https://proef.example/"
CP = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
WL = "{http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1}"
QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
NASTY = "A & B <script>alert(1)</script> \"x\" 'y' ]]> é"


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def parsed(content: bytes) -> Element:
    return fromstring(content)  # noqa: S314 (of our own making)


def assert_whole(files: dict[str, bytes]) -> Element:
    """The manifest names each file once and no other, and each place leads to something."""
    assert next(iter(files)) == "imsmanifest.xml"
    manifest = parsed(files["imsmanifest.xml"])
    resources = {one.get("identifier"): one for one in manifest.iter(f"{CP}resource")}
    named = [one.get("href") for one in manifest.iter(f"{CP}file")]
    assert sorted(map(str, named)) == sorted(files.keys() - {"imsmanifest.xml"})
    ids = [one.get("identifier") for one in manifest.iter() if one.get("identifier")]
    assert len(ids) == len(set(ids))
    places = [one.get("identifierref") for one in manifest.iter(f"{CP}item")]
    assert sorted(filter(None, places)) == sorted(map(str, resources))
    (organization,) = manifest.iter(f"{CP}organization")
    # One root without a name, as the specification asks; all else has a name.
    (root,) = organization
    assert root.find(f"{CP}title") is None
    assert all(one.findtext(f"{CP}title") for one in root.iter(f"{CP}item") if one is not root)
    return manifest


def links_in(files: dict[str, bytes]) -> list[str]:
    found = []
    for name, content in files.items():
        if name.startswith("link-"):
            url = parsed(content).find(f"{WL}url")
            assert url is not None
            found.append(str(url.get("href")))
    return found


@pytest.mark.parametrize("root", [SAMPLE, ROOT], ids=["proef", "echt"])
def test_each_package_is_whole_and_leads_to_pages_that_there_are(root: Path) -> None:
    catalogue = load(root)
    addresses = {f"{SITE}{kind.overview}" for kind in KINDS.values()}
    addresses |= {f"{SITE}{node.address}" for kind in KINDS for node in catalogue.nodes_of(kind)}
    found = dict(cartridges(catalogue, SITE))
    assert list(found)[-1] == "data/leerlijn.imscc"
    assert len(found) == catalogue.count("module") + 1
    for content in found.values():
        files = unpacked(content)
        assert_whole(files)
        links = links_in(files)
        assert links and set(links) <= addresses


def test_the_same_content_gives_the_same_bytes_on_another_day(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    today = list(cartridges(load(SAMPLE), SITE))
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    assert list(cartridges(load(SAMPLE), SITE)) == today


def test_a_package_holds_what_participants_get_and_nothing_of_the_trainer(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    edit(project, "docs/leerlijn/proefmodule.md", "tekst: Speel", "tekst: Geheim een, speel")
    edit(project, "docs/leerlijn/proefmodule.md", "zeg: U", "zeg: Geheim twee, u")
    edit(project, "docs/leerlijn/proefmodule.md", "antwoord: Er", "antwoord: Geheim drie, er")
    files = unpacked(dict(cartridges(load(project), SITE))["data/leerlijn/proefmodule.imscc"])
    whole = b"\n".join(files.values()).decode()
    for told in ("Een overleg voorbereiden.", "0:00–0:45", "Schrijf een uitnodiging."):
        assert told in whole
    assert "Geheim" not in whole


def test_a_package_leads_to_the_exercises_and_the_sheets_but_keeps_what_a_game_keeps_secret(
    tmp_path: Path,
) -> None:
    project = sample_project(tmp_path)

    def linked() -> list[str]:
        return links_in(
            unpacked(dict(cartridges(load(project), SITE))["data/leerlijn/proefmodule.imscc"])
        )

    sheet, exercises = f"{SITE}handouts/proefvel/", f"{SITE}oefeningen/proef-"
    before = linked()
    assert sheet in before
    assert sum(one.startswith(exercises) for one in before) == 5
    edit(project, "docs/handouts/proefvel.md", "voor: deelnemer", "voor: speler")
    assert [one for one in before if one != sheet] == linked()


def test_what_looks_like_markup_stays_text() -> None:
    question = Question(NASTY, NASTY, [NASTY, "iets anders"], NASTY)
    activities: list[Activity] = [
        TextPage(NASTY, "<p>tekst</p>"),
        WebLink(NASTY, "https://proef.example/?a=1&b=2"),
        Quiz(NASTY, [question]),
    ]
    files = unpacked(package(Course("proef", NASTY, NASTY, NASTY, [Section(NASTY, activities)])))
    manifest = assert_whole(files)
    assert [one.text for one in manifest.iter(f"{CP}title")] == [NASTY] * 4
    assert links_in(files) == ["https://proef.example/?a=1&b=2"]
    assert b"<script" not in files["tekst-1-1.html"]


def test_a_quiz_says_which_answer_is_right_and_why() -> None:
    question = Question("Wat is het?", "Dit", ["Dat", "Dit", "Iets"], "Zo staat het er.")
    course = Course(
        "proef", "Proef", "Proef.", "CC BY", [Section("Toets", [Quiz("Toets", [question])])]
    )
    quiz = parsed(unpacked(package(course))["toets-1-1.xml"])
    (item,) = quiz.iter(f"{QTI}item")
    labels = {
        one.get("ident"): "".join(one.itertext()) for one in item.iter(f"{QTI}response_label")
    }
    assert list(labels.values()) == question.options
    assert [labels[one.text] for one in item.iter(f"{QTI}varequal")] == ["Dit"]
    feedback = {
        one.get("ident"): "".join(one.itertext()) for one in item.iter(f"{QTI}itemfeedback")
    }
    shown = {one.get("linkrefid") for one in item.iter(f"{QTI}displayfeedback")}
    assert shown == feedback.keys()
    assert list(feedback.values()) == ["Het goede antwoord: Dit. Zo staat het er."]


def test_the_line_as_data_names_what_a_planner_needs(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    add_module(project, "derde", nummer=3, na=["proefmodule"], routes=["jurist"])
    catalogue = load(project)
    ((path, content),) = learning_line_data(catalogue)
    data: dict[str, Any] = json.loads(content)
    assert path == "data/leerlijn.json"
    assert data["minuten"] == sum(one["minuten"] for one in data["modules"])
    found = {one["id"]: one for one in data["modules"]}
    assert list(found) == ["proefbegin", "proefmodule", "derde"]
    assert {one["adres"] for one in found["proefmodule"]["oefeningen"]} == {
        node.address for node in catalogue.nodes_of("oefening")
    }
    assert found["proefmodule"]["onderdelen"] == [{"nummer": 1, "titel": "Oefenen", "minuten": 45}]
    assert (found["derde"]["na"], found["derde"]["routes"]) == (["proefmodule"], ["jurist"])
    assert data["routes"][-1] == {"naam": "jurist", "minuten": 90, "modules": ["derde"]}
    packages = {data["pakket"], *(one["pakket"] for one in found.values())}
    assert packages == set(dict(cartridges(catalogue, SITE)))
