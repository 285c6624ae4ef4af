"""What pages to learn with say of themselves in words of schema.org."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jinja2

from catalogue.checking import load
from catalogue.linking import Catalogue
from catalogue.pages import render, render_page
from tests.conftest import ROOT
from tests.sample import SAMPLE, add_module, edit, from_yaml, sample_project

SITE = "https://proef.example/"
HOSTILE = "</script><script>alert('x')</script> & {{ 7 * 7 }}"


def fields(catalogue: Catalogue, kind: str, id: str) -> dict[str, Any]:
    """What stands above the Markdown of a page, as MkDocs reads it."""
    found: dict[str, Any] = from_yaml(
        render_page(catalogue, kind, id, SITE).content.split("---\n")[1]
    )
    return found


def in_the_head(data: dict[str, Any]) -> str:
    """What stands in the element that the theme writes."""
    source = (ROOT / "theme/main.html").read_text(encoding="utf-8")
    line = next(line for line in source.splitlines() if "application/ld+json" in line)
    page = {"meta": {"schema_org": data}}
    written = jinja2.Environment(autoescape=True).from_string(line.strip()).render(page=page)
    start, end = '<script type="application/ld+json">', "</script>"
    assert written.startswith(start) and written.endswith(end)
    return written[len(start) : -len(end)]


def test_a_module_is_a_course_with_goals_time_and_what_comes_before(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    add_module(project, "tweede", nummer=3, na=["proefmodule"])
    said = fields(load(project), "module", "tweede")["schema_org"]
    assert said["@context"] == "https://schema.org" and "Course" in said["@type"]
    assert said["url"] == f"{SITE}leerlijn/tweede/"
    assert (said["timeRequired"], said["teaches"]) == ("PT90M", ["Iets proberen."])
    assert said["dateModified"] == "2026-01-07"
    text, before = said["coursePrerequisites"]
    assert (text, before["url"]) == ("Geen.", f"{SITE}leerlijn/proefmodule/")
    assert sum(int(one["timeRequired"][2:-1]) for one in said["syllabusSections"]) == 90


def test_a_handout_and_a_teaching_note_say_whose_they_are() -> None:
    catalogue = load(SAMPLE)
    sheet = fields(catalogue, "handout", "proefvel")["schema_org"]
    assert sheet["@type"] == "LearningResource"
    assert [(one["@type"], one["url"]) for one in sheet["isPartOf"]] == [
        ("Course", f"{SITE}leerlijn/proefmodule/")
    ]
    note = fields(catalogue, "lesnotitie", "proefgesprek")["schema_org"]
    assert note["about"]["url"] == f"{SITE}praktijk/proefregio/"
    roles = [one["audience"]["educationalRole"] for one in (sheet, note)]
    assert roles == ["student", "teacher"]


def test_only_pages_to_learn_with_say_this() -> None:
    for page in render(load(SAMPLE), SITE):
        said = "\nschema_org: " in page.content.split("---\n")[1]
        learned = page.path.startswith(("leerlijn/", "handouts/", "oefeningen/", "lesnotities/"))
        assert said == (learned and not page.path.endswith("/index.md")), page.path


def test_no_title_ends_the_element_or_starts_another() -> None:
    inner = in_the_head({"name": HOSTILE})
    assert not set("<>&") & set(inner)
    assert json.loads(inner) == {"name": HOSTILE}


def test_a_title_comes_unchanged_through_the_page(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    title = "Praten ‘en’ “luisteren”: 1 < 2 & 'x' \\u003c {# %}"
    edit(
        project,
        "docs/leerlijn/proefmodule.md",
        "titel: Leren overleggen",
        f"titel: {json.dumps(title, ensure_ascii=False)}",
    )
    said = fields(load(project), "module", "proefmodule")["schema_org"]
    assert said["name"] == title
    assert json.loads(in_the_head(said)) == said
