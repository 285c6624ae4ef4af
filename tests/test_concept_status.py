"""``status: concept``: shown in a preview with what it still misses, and nowhere on the published site."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from catalogue.checking import check, inspect, inspect_files, load
from catalogue.cli import main
from catalogue.concepts import BLANK, MARK, NothingToNameError, draft
from catalogue.editing.starting_file import start
from catalogue.model import KINDS, Begrip, Herkomst, Instrument, Lesnotitie, Situatie
from catalogue.permalinks import FILE, read_permalinks
from catalogue.publishing import publish
from catalogue.reading import read_file
from catalogue.shelf import read_shelf
from tests.command import catalogue
from tests.sample import SAMPLE, as_yaml, edit, sample_project

CARD = "instruments/proefakkoord.yml"
HALF = """\
id: nieuw
titel: Nieuw middel
status: concept
samenvatting: …
wanneer_wel:
  - als: u iets wilt proberen
    bron: rob-2021
    plaats: § 1
  - als: …
    bron: rob-2021
    plaats: § 2
voordelen:
  - tekst: Het is nieuw.
    bron: rob-2021
    plaats: …
bestuurslagen: […]
bronnen: [rob-2021]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return sample_project(tmp_path)


def begin(project: Path, text: str = HALF) -> str:
    """Write a half-filled card; returns its path."""
    (project / "instruments/nieuw.yml").write_text(text, encoding="utf-8")
    return "instruments/nieuw.yml"


def files(project: Path, **how: Any) -> dict[str, bytes]:
    return {one.path: one.content for one in publish(load(project, **how), project)}


def test_what_is_missing_is_a_note_at_its_place_and_keeps_nothing_from_being_published(
    project: Path,
) -> None:
    path = begin(project)
    found = inspect(project)
    assert found.problems == []
    assert [(p.path, p.line, p.field, p.message) for p in found.notes] == [
        (path, 1, "beoordeeld_op", "nog in te vullen"),
        (path, 1, "beoordelen_voor", "nog in te vullen"),
        (path, 4, "samenvatting", "nog in te vullen"),
        (path, 9, "wanneer_wel[2].als", "nog in te vullen"),
        (path, 13, "voordelen[1]", "plaats ontbreekt: noem waar het in de bron staat"),
        (path, 16, "bestuurslagen", "nog in te vullen"),
    ]


def test_the_command_shows_notes_under_a_heading_and_ends_well(project: Path) -> None:
    path = begin(project)
    done = catalogue(project, "check")
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "Alles klopt.\n")
    assert lines[:2] == ["", "Nog te doen aan concepten:"] and len(lines) == 8
    assert all(line.startswith(f"{path}:") for line in lines[2:])
    # Asked of one other file, it says nothing of this one.
    assert catalogue(project, "check", CARD).stdout == ""
    assert len(inspect_files(project, [project / path]).notes) == 6


def test_the_published_site_is_the_same_with_and_without_it(project: Path) -> None:
    before = files(project)
    begin(project)
    assert files(project) == before


def test_the_preview_shows_what_holds_and_says_what_misses(project: Path) -> None:
    begin(project)
    shown = files(project, concepts=True)
    page = shown["instrumenten/nieuw.md"].decode()
    assert f"Nieuw middel{MARK}" in page and "Concept: dit staat nog niet op de site." in page
    assert "<code>samenvatting</code>, regel 4: nog in te vullen" in page
    assert "u iets wilt proberen" in page and "Nog in te vullen." in page
    # What misses its place in the source is left out, not shown as if it were whole.
    assert "Het is nieuw." not in page and BLANK not in page.partition("</aside>")[2]
    # Wherever it is named, it bears the mark.
    for name in ("instrumenten/index.md", "bronnen/rob-2021.md"):
        text = shown[name].decode()
        assert text.count("Nieuw middel") == text.count(f"Nieuw middel{MARK}") > 0


def test_of_every_kind_at_once_the_preview_shows_an_empty_concept_and_the_site_none(
    project: Path,
) -> None:
    before = files(project)
    for kind in KINDS:
        start(project, kind, f"Leeg {kind}", date(2026, 11, 27))
    assert files(project) == before
    shown = files(project, concepts=True)
    pages = [name for name, content in shown.items() if b"conceptmelding" in content]
    assert len(pages) == sum(kind.own_page for kind in KINDS.values())
    together = "".join(text.decode() for name, text in shown.items() if name.endswith(".md"))
    assert all(f"Leeg {kind}{MARK}" in together for kind in KINDS)


def test_a_concept_that_misses_nothing_says_how_to_publish_it(project: Path) -> None:
    text = (project / "docs/wetten/proefverdrag.md").read_text(encoding="utf-8")
    path = project / "docs/wetten/nieuwe-wet.md"
    text = text.replace("id: proefverdrag", "id: nieuwe-wet\nstatus: concept")
    path.write_text(text, encoding="utf-8")
    assert inspect(project).notes == []
    page = files(project, concepts=True)["wettelijk-kader/nieuwe-wet.md"].decode()
    assert "De controle mist er niets aan." in page
    path.write_text(text.replace("status: concept\n", ""), encoding="utf-8")
    assert check(project) == [] and "nieuwe-wet" in load(project).items["wet"]


def test_rules_for_what_is_published_are_notes_too(project: Path) -> None:
    text = (project / CARD).read_text(encoding="utf-8")
    text = text.replace("id: proefakkoord", "id: nieuw").replace(
        "status: geldend", "status: concept"
    )
    assert "status: concept" in text
    begin(project, text.replace("bronnen: [", "bronnen: [proefadvies, "))
    found = inspect(project)
    assert found.problems == []
    assert "wordt nergens aangehaald" in " ".join(p.message for p in found.notes)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("samenvatting: …", "samenvatting: <script>", "HTML mag hier niet"),
        ("samenvatting: …", "samenvatting: '[x](javascript:y)'", "soort “javascript” bestaat niet"),
        ("samenvatting: …", "samenvating: Iets.", "onbekend veld"),
        ("bestuurslagen: […]", "bestuurslagen: [rik]", "“rik” mag niet"),
        ("bron: rob-2021", "bron: rob-2020", "bestaat niet. Bedoelde u “rob-2021”?"),
        ("als: u iets", "als: zie [dit](instrument:weg), u iets", "dat onderdeel bestaat niet"),
        ("samenvatting: …", "samenvatting: a: b", "een dubbele punt"),
        ("samenvatting: …", "samenvatting: …\nsamenvatting: …", "staat er twee keer"),
        ("id: nieuw", "id: …", "moet tekst zijn"),
        ("id: nieuw", "id: anders", "is anders dan de bestandsnaam"),
    ],
)
def test_what_would_break_is_a_problem_in_a_concept_as_well(
    project: Path, old: str, new: str, said: str
) -> None:
    path = begin(project, HALF.replace(old, new, 1))
    (problem,) = check(project)
    assert problem.path == path and said in problem.message


def test_what_is_published_refers_to_no_concept(project: Path) -> None:
    begin(project)
    edit(project, "cases/proefregio.yml", "instrument: proefoverleg", "instrument: nieuw")
    said = [p.message for p in check(project) if p.path == "cases/proefregio.yml"]
    assert (
        "instrument “nieuw” is nog een concept; publiceer het eerst, of laat de verwijzing weg"
        in said
    )


def test_a_text_that_is_published_links_to_no_concept(project: Path) -> None:
    begin(project)
    path = "docs/wetten/proefwet.md"
    text = (project / path).read_text(encoding="utf-8")
    (project / path).write_text(f"{text.rstrip()} Zie [dit](instrument:nieuw).\n", encoding="utf-8")
    (problem,) = check(project)
    assert problem.path == path and "dat is nog een concept; publiceer het eerst" in problem.message


def test_one_concept_may_refer_to_another(project: Path) -> None:
    begin(project)
    other = HALF.replace("id: nieuw", "id: ander").replace(
        "als: u iets", "als: na [dit](instrument:nieuw) u"
    )
    (project / "instruments/ander.yml").write_text(other, encoding="utf-8")
    assert check(project) == []
    assert "instrumenten/ander.md" in files(project, concepts=True)


def test_a_concept_has_no_address_to_keep(project: Path) -> None:
    begin(project)
    assert main(["--root", str(project), "permalinks"]) == 0
    listed = [part for _, *both in read_permalinks(project) for part in both if part]
    assert not any("nieuw" in address for address in listed)


def test_what_was_published_cannot_become_a_concept(project: Path) -> None:
    main(["--root", str(project), "permalinks"])
    edit(project, "docs/handouts/proefvel.md", "titel:", "status: concept\ntitel:")
    assert (project / FILE).is_file()
    said = [p for p in check(project) if p.field == "status"]
    assert [p.path for p in said] == ["docs/handouts/proefvel.md"]
    assert "al gepubliceerd" in said[0].message


def test_who_makes_a_concept_of_what_others_refer_to_is_told_so_once(project: Path) -> None:
    edit(project, CARD, "status: geldend", "status: concept")
    refused = [p.path for p in check(project)]
    assert len(refused) > 1 and CARD not in refused
    # Published before, it must not be one, whoever refers to it.
    edit(project, CARD, "status: concept", "status: geldend")
    main(["--root", str(project), "permalinks"])
    edit(project, CARD, "status: geldend", "status: concept")
    assert [(p.path, p.field) for p in check(project)] == [(CARD, "status")]


@pytest.mark.parametrize("kind", KINDS)
def test_with_any_field_gone_a_concept_of_any_kind_is_shown_and_breaks_nothing(
    project: Path, kind: str
) -> None:
    """Each required field in turn is left out of a whole item of the sample, that is made a concept."""
    id = min(load(SAMPLE).items[kind])
    path = KINDS[kind].file(id)
    whole = read_file(project / path, path).data
    whole.pop("tekst", None)
    for name, info in KINDS[kind].model.model_fields.items():
        if not info.is_required() or name in ("id", "status"):
            continue
        data = {key: value for key, value in whole.items() if key != name} | {"status": "concept"}
        text = as_yaml(data)
        fence = "---\n" if path.endswith(".md") else ""
        (project / path).write_text(f"{fence}{text}{fence}", encoding="utf-8")
        shelf, problems = read_shelf(project)
        assert problems == [] and {p.field for p in shelf.gaps} == {name}
        (drafted,) = shelf.drafts
        assert drafted.item.id == id and drafted.item.titel.endswith(MARK)


def test_a_draft_keeps_what_holds_in_a_part_that_must_be_there() -> None:
    item = draft(Begrip, {"id": "x", "titel": "X", "definitie": {"tekst": "Het is dit."}}, {})
    assert (item.definitie.tekst, item.definitie.bron) == ("Het is dit.", "redactie")
    assert isinstance(item.definitie, Herkomst) and item.bronnen == []


def test_a_draft_keeps_a_list_that_is_too_short() -> None:
    question = {"vraag": "Wat nu?", "minuten": 5, "bord": ["A"], "verwacht": ["B."]}
    item = draft(Lesnotitie, {"id": "x", "titel": "X", "vragen": [question]}, {"case": ["c"]})
    assert [one.vraag for one in item.vragen] == ["Wat nu?"] and item.case == "c"


def test_a_draft_names_the_first_that_there_is_and_says_so_when_there_is_none() -> None:
    begun = {"id": "x", "titel": "X"}
    assert draft(Situatie, begun, {"keuzevraag": {"wie", "geld"}}).vraag == "geld"
    with pytest.raises(NothingToNameError, match="keuzevraag"):
        draft(Situatie, begun, {"keuzevraag": set()})


def test_a_draft_of_a_card_takes_no_side() -> None:
    item = draft(Instrument, {"id": "x", "titel": "X", "status": "concept"}, {})
    assert item.is_concept and not item.is_in_force and item.beside == ""
