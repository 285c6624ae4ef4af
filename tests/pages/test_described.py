"""What pages to learn with say of themselves in words of schema.org."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jinja2
import yaml

from catalogue.checking import load
from catalogue.linking import Catalogue
from catalogue.pages import render, render_page
from tests.conftest import ROOT
from tests.sample import SAMPLE, add_module, edit, sample_project

SITE = "https://proef.example/"
HOSTILE = "</script><script>alert('x')</script> & {{ 7 * 7 }}"


def fields(catalogue: Catalogue, kind: str, id: str) -> dict[str, Any]:
    """What stands above the Markdown of a page, as MkDocs reads it."""
    found: dict[str, Any] = yaml.safe_load(
        render_page(catalogue, kind, id, SITE).content.split("---\n")[1]
    )
    return found


def in_the_head(data: dict[str, Any]) -> str:
    """The element as the theme writes it."""
    source = (ROOT / "theme/main.html").read_text(encoding="utf-8")
    line = next(line for line in source.splitlines() if "application/ld+json" in line)
    page = {"meta": {"schema_org": data}}
    return jinja2.Environment(autoescape=True).from_string(line.strip()).render(page=page)


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
    """The real content has all of these kinds."""
    catalogue = load(ROOT)
    sheets = [
        fields(catalogue, "handout", one.id)["schema_org"]
        for one in catalogue.nodes_of("handout")[:3]
    ]
    assert sheets
    for said in sheets:
        assert said["@type"] == "LearningResource"
        assert all(one["@type"] == "Course" for one in said["isPartOf"])
    for node in catalogue.nodes_of("lesnotitie")[:2]:
        said = fields(catalogue, "lesnotitie", node.id)["schema_org"]
        assert said["about"]["url"].startswith(f"{SITE}praktijk/")
        assert said["audience"]["educationalRole"] == "teacher"


def test_only_pages_to_learn_with_say_this() -> None:
    for page in render(load(SAMPLE), SITE):
        said = "\nschema_org: " in page.content.split("---\n")[1]
        learned = page.path.startswith(("leerlijn/", "handouts/", "oefeningen/", "lesnotities/"))
        assert said == (learned and not page.path.endswith("/index.md")), page.path


def test_no_title_ends_the_element_or_starts_another() -> None:
    written = in_the_head({"name": HOSTILE})
    inner = written.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
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
    assert (
        json.loads(
            in_the_head(said)[len('<script type="application/ld+json">') : -len("</script>")]
        )
        == said
    )
