"""Content that the check lets through makes pages, however odd or little it is."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from catalogue.checking import check, load
from catalogue.model import KINDS
from catalogue.model.fields import fields_of
from catalogue.publishing import publish
from tests.fuzz.projects import SAMPLES, as_file, data_of, kind_of
from tests.sample import SAMPLE, edit, leave_out, sample_project

CARD = "instruments/proefoverleg.yml"
KNELPUNT = "docs/knelpunten/proefknelpunt.md"
LAW = "docs/wetten/proefwet.md"


def texts(project: Path) -> dict[str, str]:
    assert check(project) == []
    return {
        one.path: one.content.decode()
        for one in publish(load(project), project)
        if not one.path.endswith(".imscc")
    }


@pytest.mark.parametrize("number", ["3²", "٣", "15a", "5:1", "x y"])
def test_an_article_may_have_any_number(tmp_path: Path, number: str) -> None:
    project = sample_project(tmp_path)
    edit(project, LAW, 'artikel: "12"', f'artikel: "{number}"')
    assert f"Artikel {number}" in texts(project)["wettelijk-kader/proefwet.md"]


def test_a_summary_stands_without_its_marks_in_what_a_search_engine_reads(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    summary = "Overheden praten op proef"
    edit(
        project,
        CARD,
        f"samenvatting: {summary}",
        f"samenvatting: Zie [*dit*](proefakkoord). {summary}",
    )
    page = texts(project)["instrumenten/proefoverleg.md"]
    (description,) = re.findall('^description: "(.*)"$', page, re.M)
    assert description.startswith(f"Zie dit. {summary}")
    assert 'Zie <a href="../../instrumenten/proefakkoord/"><em>dit</em></a>.' in page


def emphasised(model: type[BaseModel], data: dict[str, Any]) -> None:
    """Begin each text in the data with a word in emphasis, but for the place in a source: that shows as it stands."""
    for field in fields_of(model):
        value = data.get(field.name)
        if value is None or field.name == "plaats":
            continue
        many = value if isinstance(value, list) else [value]
        if field.text:
            said = [f"*Nadruk* {text}" for text in many]
            data[field.name] = said if isinstance(value, list) else said[0]
        elif field.part:
            for part in many:
                emphasised(field.part, part)


def test_emphasis_in_a_text_shows_as_emphasis_on_every_page(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    for path in SAMPLES:
        data = data_of(path)
        emphasised(kind_of(path).model, data)
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        (project / path).write_bytes(as_file(path, text))
    raw = re.compile(r"[^\n]{0,60}\*Nadruk")
    shown = {
        path: raw.findall(text) for path, text in texts(project).items() if path.endswith(".md")
    }
    assert {path: found for path, found in shown.items() if found} == {}


def test_a_summary_of_what_it_yielded_stands_under_its_heading_also_without_the_rest(
    tmp_path: Path,
) -> None:
    project = sample_project(tmp_path)
    leave_out(project, "cases/proefregio.yml", "moore")
    page = texts(project)["praktijk/proefregio.md"]
    headings = re.findall(r'<h[23] id="([^"]+)"', page)
    assert headings[headings.index("bevindingen") - 1] == "moore"
    assert '<a href="#moore">' in page


def test_knelpunten_may_all_have_the_same_score(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    edit(project, KNELPUNT, "rijk: 3.19\n  decentraal: 3.59", "rijk: 3.0\n  decentraal: 3.0")
    text = (project / KNELPUNT).read_text(encoding="utf-8")
    twin = text.replace("id: proefknelpunt", "id: tweede")
    (project / "docs/knelpunten/tweede.md").write_text(twin, encoding="utf-8")
    assert "Scores voor 2 knelpunten" in texts(project)["knelpunten/index.md"]


def test_a_project_without_content_has_its_overviews(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Leeg\n", encoding="utf-8")
    assert {f"{kind.section}/index.md" for kind in KINDS.values()} < texts(tmp_path).keys()


@pytest.mark.parametrize("left", ["bron", "wet"])
def test_a_project_may_begin_with_a_few_kinds(tmp_path: Path, left: str) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Begin\n", encoding="utf-8")
    for kind in (KINDS["bron"], KINDS[left]):
        shutil.copytree(SAMPLE / kind.folder, tmp_path / kind.folder, dirs_exist_ok=True)
    assert "svg" not in texts(tmp_path)["knelpunten/index.md"]
