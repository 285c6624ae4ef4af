"""A kind of content is added as README says: one class, one template and one folder. All the rest follows.

It is done in a copy of the project with the content of the sample, for the kinds of this process are known already.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, environment
from tests.sample import SAMPLE

CLASS = '''\
"""Something that governments try out together."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from .base import BronId, NaarInstrument, Samenvatting, Tekstitem, Uitspraak
from .fields import About, Choices
from .kind import Kind

Toestand = Annotated[Literal["loopt", "gestopt"], Choices(loopt="loopt nog")]


class Pilot(Tekstitem):
    """A pilot, with what came of it."""

    kind: ClassVar[Kind] = Kind(
        name="pilot",
        order=25,
        folder="docs/pilots",
        section="pilots",
        key="pilots",
        word="pilot",
        plural="pilots",
        heading="Pilots",
        description="Wat overheden samen uitproberen.",
        icon="M3 3h14v14H3z",
    )

    samenvatting: Samenvatting
    """Wat het is, in korte zinnen van samen hooguit 200 tekens."""
    toestand: Annotated[Toestand, About("hoe het ermee staat")]
    """Of de pilot nog loopt."""
    uitkomsten: Annotated[list[Uitspraak], About(fact=True)] = []
    """Wat de pilot opleverde."""
    instrumenten: list[NaarInstrument] = []
    """Instrumenten die de pilot uitprobeert."""
    bronnen: Annotated[list[BronId], Field(min_length=1)]
    """Ids van alle bronnen die bij deze pilot staan."""
'''

TEMPLATE = """\
{% extends "basis.md.jinja" %}
{% from "onderdelen/paginakop.jinja" import kop with context %}
{% from "onderdelen/paginavoet.jinja" import slot with context %}
{% from "onderdelen/uitspraken.jinja" import redactietekst, uitspraken with context %}
{% from "onderdelen/verwijzingen.jinja" import verwijzingen with context %}
{% block inhoud %}
{{ kop("pilot", item.titel, item.samenvatting, bij=woord(item, "toestand")) }}
<div class="kaart">
<h2 id="uitkomsten">Uitkomsten</h2>
{{ uitspraken(item.uitkomsten) }}
<h2 id="instrumenten">Instrumenten</h2>
{{ verwijzingen(v.out("instrumenten"), "target") }}
{{ redactietekst() }}
{{ slot(v.changed) }}
</div>
{% endblock %}
"""

ITEM = """\
---
id: proefpilot
titel: Pilot op proef
synoniemen: [Uitprobeersel]
zoekwoorden: [piloot]
wijzigingen:
  - datum: 2026-01-04
    wat: Pilot toegevoegd.
samenvatting: Twee overheden proberen iets uit.
toestand: loopt
uitkomsten:
  - tekst: Het werkte op kleine schaal.
    bron: rob-2021
    plaats: § 10
instrumenten:
  - instrument: proefoverleg
    reden: De pilot begint met een gesprek.
    bron: rob-2021
    plaats: § 10
bronnen: [rob-2021]
---

Een toelichting van de redactie bij de pilot.
"""

WRITTEN = {
    "over/index.md": "# Over\n\nWat dit is.\n",
    "over/scores.md": "# Scores\n\nVan 1 tot 5.\n",
    "meedoen/index.md": "# Meedoen\n\nDoe mee: [werklijst](werklijst/index.md).\n",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The code, tests and settings of this project with the content of the sample, and one kind more."""
    project = tmp_path_factory.mktemp("soort") / "project"
    away = shutil.ignore_patterns("__pycache__", ".*", "browser", "content")
    for name in ("hooks", "tests", "theme"):
        shutil.copytree(ROOT / name, project / name, ignore=away)
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(ROOT / name, project)
    shutil.copytree(SAMPLE, project, dirs_exist_ok=True)
    for path, text in WRITTEN.items():
        (project / "docs" / path).parent.mkdir(exist_ok=True)
        (project / "docs" / path).write_text(text, encoding="utf-8")
    package = project / "hooks/catalogue"
    (package / "model/pilot.py").write_text(CLASS, encoding="utf-8")
    (package / "templates/pilot.md.jinja").write_text(TEMPLATE, encoding="utf-8")
    for content in (project, project / SAMPLE.relative_to(ROOT)):
        (content / "docs/pilots").mkdir()
        (content / "docs/pilots/proefpilot.md").write_text(ITEM, encoding="utf-8")
    return project


def python(project: Path, *arguments: str, **extra: str) -> subprocess.CompletedProcess[str]:
    """Run a module of the copy, with the code of the copy."""
    paths = os.pathsep.join([str(project / "hooks"), str(project)])
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=project,
        env=environment(PYTHONPATH=paths, **extra),
        capture_output=True,
        encoding="utf-8",
    )


@pytest.fixture(scope="module")
def pages(project: Path) -> Path:
    """All generated files of the copy."""
    done = python(project, "catalogue", "pages", "--out", "uit")
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "uit"


def test_it_passes_the_check(project: Path) -> None:
    done = python(project, "catalogue", "check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "Alles klopt.\n")


def test_it_has_its_page_and_its_overview(pages: Path) -> None:
    page = (pages / "pilots/proefpilot.md").read_text(encoding="utf-8")
    assert "Twee overheden proberen iets uit." in page and "loopt nog" in page
    assert "De pilot begint met een gesprek." in page
    assert "Pilot op proef" in (pages / "pilots/index.md").read_text(encoding="utf-8")


def test_every_list_of_kinds_names_it(pages: Path) -> None:
    search = (pages / "zoeken/index.md").read_text(encoding="utf-8")
    assert 'href="../pilots/"' in search and 'value="pilot"' in search
    source = (pages / "bronnen/rob-2021.md").read_text(encoding="utf-8")
    assert "../../pilots/proefpilot/" in source


def test_it_has_its_list_in_the_open_data_and_its_links_on_both_sides(pages: Path) -> None:
    data: dict[str, Any] = json.loads((pages / "data/catalogus.json").read_text(encoding="utf-8"))
    (pilot,) = data["pilots"]
    assert (pilot["id"], pilot["url"]) == ("proefpilot", "/pilots/proefpilot/")
    card = next(one for one in data["instrumenten"] if one["id"] == "proefoverleg")
    assert [(link["id"], link["reden"]) for link in card["pilots"]] == [
        ("proefpilot", "De pilot begint met een gesprek.")
    ]


def test_it_has_its_schema(project: Path) -> None:
    done = python(project, "catalogue", "schema")
    assert "schemas/pilot.schema.json" in done.stdout
    schema = json.loads((project / "schemas/pilot.schema.json").read_text(encoding="utf-8"))
    assert schema["properties"]["toestand"]["title"] == "Hoe het ermee staat"
    assert "toestand" in schema["else"]["required"]


def test_a_new_one_is_started(project: Path) -> None:
    done = python(project, "catalogue", "new", "pilot", "Nog een pilot")
    path = project / "docs/pilots/nog-een-pilot.md"
    text = path.read_text(encoding="utf-8")
    path.unlink()
    assert (
        done.returncode == 0
        and "# Of de pilot nog loopt. Mogelijk: loopt, gestopt.\ntoestand: …  # bv. loopt" in text
    )


MISTAKES = [
    ("toestand: loopt", "toestand: lopt", "toestand: “lopt” mag niet; toegestaan: loopt, gestopt. Bedoelde u “loopt”?"),
    ("toestand:", "toestnd:", "toestnd: onbekend veld. Bedoelde u “toestand”?"),
    ("instrument: proefoverleg", "instrument: proefoverlg", "instrumenten[1].instrument: instrument “proefoverlg” bestaat niet. Bedoelde u “proefoverleg”?"),
    ("    bron: rob-2021\n    plaats: § 10\ninstr", "    bron: redactie\ninstr", "uitkomsten[1].bron: een feit rust op een uitspraak uit een bron;"),
]  # fmt: skip


def test_a_mistake_in_it_is_said_in_the_same_words_as_elsewhere(project: Path) -> None:
    folder = project / "docs/pilots"
    for n, (old, new, _) in enumerate(MISTAKES):
        text = ITEM.replace("id: proefpilot", f"id: fout-{n}")
        assert old in text
        (folder / f"fout-{n}.md").write_text(text.replace(old, new), encoding="utf-8")
    done = python(project, "catalogue", "check", "docs/pilots")
    for path in folder.glob("fout-*.md"):
        path.unlink()
    assert done.returncode == 1
    for n, (_, _, said) in enumerate(MISTAKES):
        ours = [line for line in done.stdout.splitlines() if f"/fout-{n}.md:" in line]
        assert any(said in line for line in ours), done.stdout


@pytest.mark.parametrize(
    ("own_page", "template", "what"),
    [(True, "pilot", "de pagina"), (False, "pilots", "het overzicht")],
)
def test_without_its_template_the_check_says_which_one_is_missing(
    project: Path, own_page: bool, template: str, what: str
) -> None:
    model = project / "hooks/catalogue/model/pilot.py"
    page = project / "hooks/catalogue/templates/pilot.md.jinja"
    model.write_text(
        CLASS.replace("icon=", f"own_page={own_page},\n        icon="), encoding="utf-8"
    )
    page.rename(page.with_suffix(".weg"))
    done = python(project, "catalogue", "check")
    page.with_suffix(".weg").rename(page)
    model.write_text(CLASS, encoding="utf-8")
    assert (done.returncode, done.stdout) == (
        1,
        f"hooks/catalogue/templates/{template}.md.jinja:1:1: bestand: dit sjabloon ontbreekt; "
        f"{what} van de soort “pilot” wordt ermee gemaakt\n",
    )


def test_the_site_has_its_page_its_overview_and_its_search_record(project: Path) -> None:
    done = python(project, "mkdocs", "build", "--strict", "-d", "site", CATALOGUE_SEARCH="zoek")
    assert done.returncode == 0, done.stderr
    page = (project / "site/pilots/proefpilot/index.html").read_text(encoding="utf-8")
    assert "Twee overheden proberen iets uit." in page
    overview = (project / "site/pilots/index.html").read_text(encoding="utf-8")
    assert "Pilot op proef" in overview
    handed_over = json.loads((project / "zoek/pilots--proefpilot.json").read_text("utf-8"))
    record = handed_over["record"]
    assert (record["kind"], record["label"], record["names"]["synoniemen"]) == (
        "pilot",
        "Pilot",
        ["Uitprobeersel"],
    )


def test_the_tests_over_all_kinds_and_the_search_for_trouble_take_it_along(project: Path) -> None:
    python(project, "catalogue", "schema")
    every_kind = ["tests/model", "tests/editing/test_starting_file.py", "tests/test_schemas.py"]
    every_kind += ["tests/pages/test_purity.py", "tests/search/test_records.py", "tests/fuzz"]
    chosen = "pilot or hostile_text_in_any_field"
    done = python(project, "pytest", "-q", "-p", "no:cacheprovider", "-k", chosen, *every_kind)
    assert done.returncode == 0, done.stdout
    passed = re.search(r"(\d+) passed", done.stdout)
    assert passed and int(passed[1]) >= 12, done.stdout
