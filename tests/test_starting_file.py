"""``catalogue new``: an editor gets a file that explains itself, and that passes the check once it is filled in."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from catalogue.starting import STARTABLE, NotStartedError, slug, start, starting_text
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from catalogue.checking import check
from catalogue.model import KINDS, Instrument
from catalogue.reading import read_yaml
from tests.sample import sample_project

TODAY = date(2026, 11, 22)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return sample_project(tmp_path)


def started(project: Path, kind: str) -> Path:
    return start(project, kind, "Nieuwe kaart", TODAY)


REAL = {
    "id-van-instrument": "proefakkoord",
    "id-van-bron": "rob-2021",
    "id-van-bouwsteen": "1-proefafspraken",
    "id-van-aanbeveling": '"1.01"',
    "id-van-knelpunt": "proefknelpunt",
    "id-van-begrip": "proefbegrip",
    "id-van-wet": "proefwet",
    "id-van-factor": "proefoverleg/vertrouwen",
    "datum: …": "datum: 2026-11-22",
    "id: …": "id: een-factor",
    "…": "Een zin.",
}


def filled(text: str) -> str:
    """The text with a real value for every placeholder."""
    for placeholder, value in REAL.items():
        text = text.replace(placeholder, value)
    return text


def uncommented(text: str) -> str:
    """The text with every example in use."""
    return re.sub(r"^# ( *(?:- )?[a-z_]+:(?: .*)?)$", r"\1", text, flags=re.M)


@pytest.mark.parametrize("kind", STARTABLE)
def test_the_file_bears_the_title_and_explains_every_field(project: Path, kind: str) -> None:
    path = started(project, kind)
    assert path == project / KINDS[kind].folder / "nieuwe-kaart.yml"
    text = path.read_text(encoding="utf-8")
    assert 'titel: "Nieuwe kaart"' in text and "id: nieuwe-kaart" in text
    for name, field in KINDS[kind].model.model_fields.items():
        explained = rf"^# .*\n(?:# )?{name}:"
        assert re.search(explained, text, re.M), f"{name} is not explained"
        assert (field.description or "")[:40] in text


@pytest.mark.parametrize("kind", STARTABLE)
def test_with_only_what_is_required_filled_in_it_lacks_nothing_but_a_use_of_its_source(
    project: Path, kind: str
) -> None:
    path = started(project, kind)
    path.write_text(filled(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert [(p.field, p.message.partition(";")[0]) for p in check(project)] == [
        ("bronnen[1]", "bron “rob-2021” wordt nergens aangehaald")
    ]


@pytest.mark.parametrize("kind", STARTABLE)
def test_with_every_example_filled_in_it_passes_the_check(project: Path, kind: str) -> None:
    path = started(project, kind)
    text = filled(uncommented(path.read_text(encoding="utf-8")))
    if kind == "instrument":
        text = text.replace("status: geldend", "status: vervangen")
    path.write_text(text, encoding="utf-8")
    assert "…" not in text and "id-van" not in text
    assert [str(p) for p in check(project)] == []


@pytest.mark.parametrize("kind", STARTABLE)
def test_as_it_is_it_gives_a_clear_problem_for_each_gap(project: Path, kind: str) -> None:
    path = started(project, kind)
    problems = check(project)
    assert {p.path for p in problems} == {path.relative_to(project).as_posix()}
    assert [(p.field, p.message.partition(";")[0]) for p in problems] == [
        ("samenvatting", "is nog leeg"),
        ("bronnen[1]", "bron “id-van-bron” bestaat niet."),
    ]
    path.write_text(path.read_text(encoding="utf-8").replace("…", "Een zin."), encoding="utf-8")
    messages = [p.message for p in check(project)]
    assert any("bron “id-van-bron” bestaat niet" in message for message in messages)


def test_a_card_that_exists_is_left_as_it_was(project: Path) -> None:
    path = started(project, "instrument")
    path.write_text("van een ander\n", encoding="utf-8")
    with pytest.raises(NotStartedError, match=r"instruments/nieuwe-kaart\.yml bestaat al"):
        started(project, "instrument")
    assert path.read_text(encoding="utf-8") == "van een ander\n"


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
