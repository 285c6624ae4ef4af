"""``catalogue new``: an editor gets a file that explains itself, and that passes the check once it is filled in."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from catalogue.checking import check, load
from catalogue.model import KINDS, Instrument
from catalogue.model.fields import fields_of
from catalogue.problem import Problem
from catalogue.reading import read_yaml
from catalogue.starting_file import BELOW, NotStartedError, slug, start, starting_text
from tests.sample import SAMPLE, leave_out, sample_project

TODAY = date(2026, 11, 22)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return sample_project(tmp_path)


def started(project: Path, kind: str) -> Path:
    return start(project, kind, "Nieuwe kaart", TODAY)


# Where a placeholder asks for an id of a kind, that of its first item in the sample.
IDS = {kind: next(iter(items)) for kind, items in load(SAMPLE).items.items()}
IDS |= {"aanbeveling": '"1.01"', "bron": "rob-2021"}
IDS |= {"instrument": "proefoverleg", "factor": "proefoverleg/vertrouwen"}

# A rule names one trait; the example shows all that it may name.
ALL_TRAITS = """schaal: dwingendheid
    vanaf: 3
    tot: 3
    fase: agenderen
    bestuurslaag: rijk
    status: geldend
"""

# A part that names one thing of several; the example shows all that it may name.
ONE_OF_FOUR = (
    "instrument: id-van-instrument\n    case: id-van-case\n    bouwsteen: id-van-bouwsteen\n"
)
READING = "    minuten: 3\n    reden: …\n"
IN_SOURCE = "    bron: id-van-bron\n    plaats: …\n"
ONE_OF_THREE = "- instrument: id-van-instrument\n        case: id-van-case\n        knelpunt: id-van-knelpunt\n"

# A conversation has three questions at least; the example shows one.
QUESTION = "  - vraag: …\n    minuten: 3\n    bord: […]\n    verwacht: […]\n"

# The fields that each form of exercise asks; it may have no other. What comes from cards names no source of its own.
FORMS = {
    "koppelen": {"koppels", "bronnen"},
    "ordenen": {"stappen", "bronnen"},
    "aanvullen": {"aanvullingen"},
    "kiezen": {"kiesvragen"},
    "scoren": {"case"},
}

# What a value must be for this kind and could be anything for its example.
FITTING = {
    "instrument": [("status: geldend", "status: vervangen")],
    "situatie": [(ALL_TRAITS, "bestuurslaag: rijk\n  - telt: tegen\n    status: vervangen\n")],
    "bouwsteen": [("nummer: 3", "nummer: 1"), ("id: nieuwe-kaart", "id: 1-nieuwe-kaart"), ("- id: …", '- id: "1.03"')],
    "module": [
        # The one list names a card, the other a place in a source.
        *((f"{name}:\n  - {ONE_OF_FOUR}{READING}{IN_SOURCE}", f"{name}:\n  - {one}") for name, one in (
            ("lezen_vooraf", f"instrument: id-van-instrument\n{READING}    plaats: …\n"),
            ("verder_lezen", f"bron: id-van-bron\n{READING}    plaats: …\n"),
        )),
        ("duur: 3", "duur: 15"),
        ("minuten: 3", "minuten: 15"),
        ("seconden: 3", "seconden: 30"),
        ("vorm: uitleg", "vorm: plenair"),
        ("[3]", "[1]"),
        ("opdracht: …\n    zeg:", "opdracht: een-id\n    zeg:"),
    ],
    "oefening": [
        ("afleiders: [id-van-instrument]", "afleiders: [proefakkoord]"),
        ("keuzes: [id-van-instrument]", "keuzes: [proefoverleg, proefakkoord]"),
    ],
    "handout": [(ONE_OF_THREE, "- instrument: id-van-instrument\n")],
    "lesnotitie": [("keuzes: […]", "keuzes: [Doorgaan., Stoppen.]"), (QUESTION, QUESTION * 3)],
    "gebeurtenis": [("jaar: 3", "jaar: 2020"), ("tot: 3", "tot: 2021")],
    "wet": [("bwb: …", "bwb: BWBR0005416")],
    "bron": [("adres: …", "adres: https://proef.example/"), ("- id: …", "- id: proef-01")],
}  # fmt: skip


def filled(kind: str, text: str) -> str:
    """The text with a real value for every placeholder."""
    for placeholder, value in FITTING.get(kind, []):
        text = text.replace(placeholder, value)
    text = re.sub(r"id-van-(\w+)", lambda found: IDS[found[1]], text)
    return re.sub(r"\bid: …", "id: een-id", text).replace("…", "Een zin.")


def uncommented(text: str) -> str:
    """The text with every example in use."""
    return re.sub(r"^# ( *(?:- )?[a-z_]+:(?: .*)?)$", r"\1", text, flags=re.M)


def told(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(p.field, p.message.partition(";")[0]) for p in problems]


@pytest.mark.parametrize("kind", KINDS)
def test_the_file_bears_the_title_and_explains_every_field(project: Path, kind: str) -> None:
    path = started(project, kind)
    assert path == project / KINDS[kind].file("nieuwe-kaart")
    text = path.read_text(encoding="utf-8")
    assert 'titel: "Nieuwe kaart"' in text and "id: nieuwe-kaart" in text
    for field in fields_of(KINDS[kind].model):
        if field.name == BELOW:
            continue
        explained = rf"^# .*\n(?:# )?{field.name}:"
        assert re.search(explained, text, re.M), f"{field.name} is not explained"
        assert field.help[:40] in text
        mark = "" if field.required or field.name in ("id", "titel") else "# "
        assert re.search(rf"^{mark}{field.name}:", text, re.M)


@pytest.mark.parametrize("kind", KINDS)
def test_as_it_is_it_gives_a_clear_problem_for_each_gap_and_none_for_the_rest(
    project: Path, kind: str
) -> None:
    path = started(project, kind)
    problems = check(project)
    assert {p.path for p in problems} == {path.relative_to(project).as_posix()}
    gaps = {p.field.partition("[")[0].partition(".")[0] for p in problems}
    required = {field.name for field in fields_of(KINDS[kind].model) if field.required}
    assert "samenvatting" in gaps or kind == "begrip"
    assert gaps <= required | {"nummer", "bestand"}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "oefening"])
def test_with_every_example_filled_in_it_passes_the_check(project: Path, kind: str) -> None:
    path = started(project, kind)
    text = filled(kind, uncommented(path.read_text(encoding="utf-8")))
    assert "…" not in text and "id-van" not in text
    path.write_text(text, encoding="utf-8")
    if kind == "bouwsteen":
        path.rename(path.with_name("1-nieuwe-kaart.md"))
    if kind == "partnerschapsvraag":
        # Each score has one question: a new one takes the place of another.
        (path.parent / "ambitie.md").unlink()
    assert [str(p) for p in check(project)] == []


def test_every_form_of_exercise_is_tried() -> None:
    assert list(fields_of(KINDS["oefening"].model)["vorm"].choices) == list(FORMS)


@pytest.mark.parametrize("form", FORMS)
def test_with_the_examples_of_its_form_filled_in_an_exercise_passes_the_check(
    project: Path, form: str
) -> None:
    path = started(project, "oefening")
    path.write_text(uncommented(path.read_text(encoding="utf-8")), encoding="utf-8")
    for field in set().union(*FORMS.values()) - FORMS[form]:
        leave_out(project, "docs/oefeningen/nieuwe-kaart.md", field)
    text = path.read_text(encoding="utf-8").replace("vorm: koppelen", f"vorm: {form}")
    text = filled("oefening", text)
    assert "…" not in text and "id-van" not in text
    path.write_text(text, encoding="utf-8")
    assert [str(p) for p in check(project)] == []


def test_a_card_that_exists_is_left_as_it_was(project: Path) -> None:
    path = started(project, "instrument")
    path.write_text("van een ander\n", encoding="utf-8")
    with pytest.raises(NotStartedError, match=r"instruments/nieuwe-kaart\.yml bestaat al"):
        started(project, "instrument")
    assert path.read_text(encoding="utf-8") == "van een ander\n"


def test_a_link_that_stands_in_the_way_is_not_followed(project: Path) -> None:
    elsewhere = project.parent / "buiten.yml"
    (project / "instruments/nieuwe-kaart.yml").symlink_to(elsewhere)
    with pytest.raises(NotStartedError, match=r"instruments/nieuwe-kaart\.yml bestaat al"):
        started(project, "instrument")
    assert not elsewhere.exists()


@pytest.mark.parametrize("folder", ["docs", "docs/knelpunten"])
def test_no_card_is_made_in_a_folder_elsewhere(project: Path, folder: str) -> None:
    elsewhere = project.parent / "elders"
    (project / folder).rename(elsewhere)
    (project / folder).symlink_to(elsewhere, target_is_directory=True)
    before = sorted(elsewhere.rglob("*"))
    with pytest.raises(NotStartedError, match="docs/knelpunten is een koppeling naar elders"):
        started(project, "knelpunt")
    assert sorted(elsewhere.rglob("*")) == before


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Bestuurlijk overleg", "bestuurlijk-overleg"),
        ("Coördinatie & ‘regie’", "coordinatie-regie"),
        ("  Ruimte  ", "ruimte"),
        ("A/B: één", "a-b-een"),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
def test_a_title_becomes_a_file_name(title: str, name: str) -> None:
    assert slug(title) == name


def test_a_title_without_letters_makes_no_file(project: Path) -> None:
    before = sorted(project.rglob("*"))
    with pytest.raises(NotStartedError, match="geen bestandsnaam"):
        start(project, "case", "!?", TODAY)
    assert sorted(project.rglob("*")) == before


@settings(derandomize=True, database=None, deadline=None, max_examples=60)
@given(
    st.text(st.characters(categories=("L", "M", "N", "P", "S", "Zs")), max_size=100).filter(
        lambda title: slug(title)[:1].isalpha() and len(slug(title)) > 5
    )
)
def test_whatever_the_title_the_card_bears_it_or_the_check_says_what_is_wrong_with_it(
    title: str,
) -> None:
    document = read_yaml(starting_text("instrument", slug(title), title, TODAY), "kaart.yml")
    assert slug(document.data["titel"]) == document.data["id"]
    with pytest.raises(ValidationError) as caught:
        Instrument.model_validate(document.data)
    assert {error["loc"][0] for error in caught.value.errors()} <= {"samenvatting", "titel"}


@pytest.mark.parametrize(
    "title", ["2025", "No", "3.19", "caf\udce9 x", "regel\neen", 'met "haken" en \\']
)
def test_an_odd_title_still_gives_a_file_that_can_be_read(project: Path, title: str) -> None:
    path = start(project, "instrument", title, TODAY)
    assert read_yaml(path.read_text(encoding="utf-8"), path.name).data["id"] == path.stem
