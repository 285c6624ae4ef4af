"""``catalogue new``: an editor gets a file that explains itself, and that passes the check once it is filled in."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from catalogue.checking import check, inspect, load
from catalogue.editing.starting_file import (
    NotStartedError,
    called_nearly,
    slug,
    start,
    starting_text,
)
from catalogue.linking import Catalogue
from catalogue.model import KINDS, Instrument, Item
from catalogue.model.fields import fields_of
from catalogue.problem import Problem
from catalogue.reading import BELOW, read_yaml
from catalogue.shelf import read_shelf
from tests.sample import SAMPLE, edit, leave_out, sample_project

TODAY = date(2026, 11, 22)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return sample_project(tmp_path)


@pytest.fixture(scope="module")
def models() -> dict[str, list[Item]]:
    """The items of the sample, from which examples are taken."""
    return {kind: list(items.values()) for kind, items in load(SAMPLE).items.items()}


def started(project: Path, kind: str, models: dict[str, list[Item]]) -> Path:
    return start(project, kind, "Nieuwe kaart", TODAY, models[kind])


# The fields that each form of exercise asks; it may have no other. What comes from cards names no source of its own.
FORMS = {
    "koppelen": {"koppels", "bronnen"},
    "ordenen": {"stappen", "bronnen"},
    "aanvullen": {"aanvullingen"},
    "kiezen": {"kiesvragen"},
    "scoren": {"case"},
}


def uncommented(text: str) -> str:
    """The text with every field in use."""
    return re.sub(r"^# ( *(?:- )?[a-z_]+:(?: .*)?)$", r"\1", text, flags=re.M)


BLANK = re.compile(r"(?<=: )\[?…\]?  # bv\. (.*?)(?:; mogelijk: .*)?$", re.M)


def as_shown(text: str) -> str:
    """The text with the example that stands beside it in each field."""
    return BLANK.sub(r"\1", text)


def filled(path: Path) -> None:
    """Use every field of a starting file that has an example, as it is shown; cite what is cited."""
    text = as_shown(uncommented(path.read_text(encoding="utf-8")))
    # What nobody has an example of, nobody fills in.
    text = re.sub(r"^ *(?:- )?[a-z_]+: \[?…\]?(?:  # mogelijk: .*)?$\n", "", text, flags=re.M)
    cited = dict.fromkeys(re.findall(r"^ +(?:- )?bron: (.+)$", text, re.M))
    names = ", ".join(bron for bron in cited if bron != "redactie")
    text = re.sub(r"^bronnen: .*$", f"bronnen: [{names}]", text, flags=re.M)
    path.write_text(text, encoding="utf-8")


# What a kind asks that no example of one file can know: others that speak of it, or a sum that fits.
ASKED = {"situatie": "spreken hiervoor", "module": "de werkvormen duren samen"}


def published(project: Path, path: Path, kind: str) -> None:
    """Take away what makes it a concept; it is among what is published then."""
    # The example names what came in its place.
    status = "status: vervangen\n" if kind == "instrument" else ""
    edit(project, path.relative_to(project).as_posix(), "\nstatus: concept\n", f"\n{status}")
    problems = check(project)
    if kind in ASKED:
        assert [p.message for p in problems if ASKED[kind] not in p.message] == []
        assert len(problems) == 1
        return
    assert [str(p) for p in problems] == []
    assert path.stem in load(project).items[kind]


def told(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(p.field, p.message.partition(";")[0]) for p in problems]


@pytest.mark.parametrize("kind", KINDS)
def test_the_file_bears_the_title_and_explains_every_field(
    project: Path, models: dict[str, list[Item]], kind: str
) -> None:
    path = started(project, kind, models)
    assert path == project / KINDS[kind].file("nieuwe-kaart")
    text = path.read_text(encoding="utf-8")
    assert 'titel: "Nieuwe kaart"' in text and "id: nieuwe-kaart" in text
    for field in fields_of(KINDS[kind].model):
        if field.name == BELOW:
            continue
        explained = rf"^# .*\n(?:# )?{field.name}:"
        assert re.search(explained, text, re.M), f"{field.name} is not explained"
        assert field.help[:40] in text
        mark = "" if field.required or field.name in ("id", "titel", "status") else "# "
        assert re.search(rf"^{mark}{field.name}:", text, re.M)


@pytest.mark.parametrize("kind", KINDS)
def test_as_it_is_it_breaks_nothing_and_a_note_names_each_gap(
    project: Path, models: dict[str, list[Item]], kind: str
) -> None:
    path = started(project, kind, models)
    found = inspect(project)
    assert found.problems == []
    assert {p.path for p in found.notes} == {path.relative_to(project).as_posix()}
    gaps = {p.field.partition("[")[0].partition(".")[0] for p in found.notes}
    required = {field.name for field in fields_of(KINDS[kind].model) if field.required}
    given = {"id", "titel", "status", "beoordeeld_op", "beoordelen_voor"}
    assert gaps == required - given
    # It is shown all the same, and nowhere else than in a preview.
    assert "nieuwe-kaart" in load(project, concepts=True).items[kind]
    assert "nieuwe-kaart" not in load(project).items[kind]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "oefening"])
def test_filled_in_as_the_examples_show_it_passes_the_check(
    project: Path, models: dict[str, list[Item]], kind: str
) -> None:
    path = started(project, kind, models)
    filled(path)
    if kind == "bouwsteen":
        # The number of a bouwsteen and those of its recommendations stand in its name.
        edit(project, KINDS[kind].file("nieuwe-kaart"), "id: nieuwe-kaart", "id: 1-nieuwe-kaart")
        path = path.rename(path.with_name("1-nieuwe-kaart.md"))
    if kind in ("bouwsteen", "bron"):
        # Two recommendations cannot have one number.
        text = path.read_text(encoding="utf-8")
        path.write_text(
            re.sub(r"(- id: )'?(1\.0|rob-0)\d'?", r"\1'\g<2>9'", text), encoding="utf-8"
        )
    assert [str(p) for p in check(project)] == []
    if kind == "partnerschapsvraag":
        # Each score has one question: a new one takes the place of another.
        asked = re.search(r"^score: .*$", path.read_text(encoding="utf-8"), re.M)
        (other,) = (
            one
            for one in path.parent.iterdir()
            if one != path and asked and asked[0] in one.read_text(encoding="utf-8")
        )
        other.unlink()
    published(project, path, kind)


def test_every_form_of_exercise_is_tried() -> None:
    assert list(fields_of(KINDS["oefening"].model)["vorm"].choices) == list(FORMS)


@pytest.mark.parametrize("form", FORMS)
def test_filled_in_as_the_examples_of_its_form_show_an_exercise_passes_the_check(
    project: Path, models: dict[str, list[Item]], form: str
) -> None:
    path = started(project, "oefening", models)
    filled(path)
    for field in set().union(*FORMS.values()) - FORMS[form]:
        leave_out(project, "docs/oefeningen/nieuwe-kaart.md", field)
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"^vorm: .*$", f"vorm: {form}", text, flags=re.M), encoding="utf-8")
    published(project, path, "oefening")


def test_every_field_of_the_real_catalogue_has_a_real_example(real_catalogue: Catalogue) -> None:
    """What an editor sees beside a field is a value that stands somewhere in the content."""
    cards = real_catalogue.items["instrument"]
    text = starting_text(KINDS["instrument"], "nieuw", "Nieuw", TODAY, cards.values())
    shown = dict(
        re.findall(r"^ *#? ?(?:- )?(\w+): \[?…\]?  # bv\. (.*?)(?:; mogelijk.*)?$", text, re.M)
    )
    assert shown["bestuurslagen"].startswith("[") and "id-van" not in text
    # A good card says what to take instead, so its file asks for it.
    instead = re.search(r"^# +kies: …  # bv\. (.*)$", text, re.M)
    assert instead and instead[1] in cards
    sentence = shown["samenvatting"].strip("'").removesuffix(" …")
    assert len(sentence) > 20
    assert any(
        one.samenvatting.startswith(sentence)
        for one in cards.values()
        if isinstance(one, Instrument)
    )


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Proefoverleggen", ["instruments/proefoverleg.yml"]),
        ("Proefverdrag", ["docs/wetten/proefverdrag.md"]),
        ("Iets heel anders", []),
    ],
)
def test_what_is_called_nearly_the_same_is_named(title: str, names: list[str]) -> None:
    shelf, _ = read_shelf(SAMPLE)
    found = [one.document.path for one in called_nearly(shelf.loaded, title)]
    assert found[: len(names)] == names and (found or not names)
    assert names or found == []


def test_another_name_of_a_card_counts_as_well(project: Path) -> None:
    edit(
        project,
        "docs/wetten/proefverdrag.md",
        "titel:",
        "synoniemen: [Traktaat der Proeven]\ntitel:",
    )
    shelf, _ = read_shelf(project)
    found = called_nearly(shelf.loaded, "Traktaat der proeven")
    assert [one.document.path for one in found] == ["docs/wetten/proefverdrag.md"]


def test_a_card_that_exists_is_left_as_it_was(project: Path) -> None:
    path = start(project, "instrument", "Nieuwe kaart", TODAY)
    path.write_text("van een ander\n", encoding="utf-8")
    with pytest.raises(NotStartedError, match=r"instruments/nieuwe-kaart\.yml bestaat al"):
        start(project, "instrument", "Nieuwe kaart", TODAY)
    assert path.read_text(encoding="utf-8") == "van een ander\n"


def test_a_link_that_stands_in_the_way_is_not_followed(project: Path) -> None:
    elsewhere = project.parent / "buiten.yml"
    (project / "instruments/nieuwe-kaart.yml").symlink_to(elsewhere)
    with pytest.raises(NotStartedError, match=r"instruments/nieuwe-kaart\.yml bestaat al"):
        start(project, "instrument", "Nieuwe kaart", TODAY)
    assert not elsewhere.exists()


@pytest.mark.parametrize("folder", ["docs", "docs/knelpunten"])
def test_no_card_is_made_in_a_folder_elsewhere(project: Path, folder: str) -> None:
    elsewhere = project.parent / "elders"
    (project / folder).rename(elsewhere)
    (project / folder).symlink_to(elsewhere, target_is_directory=True)
    before = sorted(elsewhere.rglob("*"))
    with pytest.raises(NotStartedError, match="docs/knelpunten is een koppeling naar elders"):
        start(project, "knelpunt", "Nieuwe kaart", TODAY)
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


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("instrument", "Index"),
        ("wet", "Letter"),
        ("bron", "Redactie"),
        ("begrip", "Inhoud"),
        ("begrip", "Proefbegrip: redactie"),
    ],
)
def test_a_title_that_the_site_has_another_use_for_makes_no_file(
    project: Path, models: dict[str, list[Item]], kind: str, title: str
) -> None:
    before = sorted(project.rglob("*"))
    with pytest.raises(NotStartedError, match="is gereserveerd; kies een andere naam"):
        start(project, kind, title, TODAY, models[kind])
    assert sorted(project.rglob("*")) == before


def test_a_title_whose_address_leads_elsewhere_makes_no_file(project: Path) -> None:
    moved = "instrumenten/oud-overleg/ -> instrumenten/proefoverleg/\n"
    (project / "permalinks.txt").write_text(moved, encoding="utf-8")
    with pytest.raises(NotStartedError, match="/instrumenten/oud-overleg/ is al eens gebruikt"):
        start(project, "instrument", "Oud overleg", TODAY)
    assert check(project) == []


@settings(derandomize=True, database=None, deadline=None, max_examples=60)
@given(
    st.text(st.characters(categories=("L", "M", "N", "P", "S", "Zs")), max_size=100).filter(
        lambda title: slug(title)[:1].isalpha() and len(slug(title)) > 5
    )
)
def test_whatever_the_title_the_card_bears_it_or_the_check_says_what_is_wrong_with_it(
    title: str,
) -> None:
    document = read_yaml(starting_text(KINDS["instrument"], slug(title), title, TODAY), "kaart.yml")
    assert slug(document.data["titel"]) == document.data["id"]
    with pytest.raises(ValidationError) as caught:
        Instrument.model_validate(document.data)
    blanks = {"samenvatting", "titel", "bestuurslagen"}
    assert {error["loc"][0] for error in caught.value.errors()} <= blanks


@pytest.mark.parametrize(
    "title", ["2025", "No", "3.19", "caf\udce9 x", "regel\neen", 'met "haken" en \\']
)
def test_an_odd_title_still_gives_a_file_that_can_be_read(project: Path, title: str) -> None:
    path = start(project, "instrument", title, TODAY)
    assert read_yaml(path.read_text(encoding="utf-8"), path.name).data["id"] == path.stem
