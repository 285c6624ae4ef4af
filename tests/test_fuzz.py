"""Broken and hostile files against the checker: it refuses by line or lets through what is harmless, and never falls over.

``make test`` runs a fixed set of examples. A longer search, other examples each time:
``FUZZ_EXAMPLES=5000 .venv/bin/python -m pytest tests/test_fuzz.py``.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from catalogue.rendering import escape_for_markdown
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic_core import PydanticCustomError

from catalogue.checking import check, check_files
from catalogue.model.text import check_line, check_name, check_text, links
from catalogue.problem import MAX_PROBLEMS, ContentError, Problem
from catalogue.reading import read_file, read_yaml
from tests.command import catalogue
from tests.conftest import ROOT
from tests.hostile import hostile_texts, mutated, mutations, plain_texts, trees
from tests.oracle import (
    assert_readable,
    faults_of_line,
    faults_of_text,
    names_an_item_or_site,
    rendered,
    words_of,
)

LONGER = int(os.environ.get("FUZZ_EXAMPLES", "0"))
SAMPLE = ROOT / "tests/proef"
FOLDERS = {
    "instruments": "instrument",
    "cases": "case",
    "bouwstenen": "bouwsteen",
    "knelpunten": "knelpunt",
    "wetten": "wet",
    "begrippen": "begrip",
    "leerlijn": "module",
    "bronnen": "bron",
}


def fuzz(examples: int) -> settings:
    """The same examples each time, unless a longer search is asked for."""
    return settings(
        max_examples=LONGER or examples,
        derandomize=not LONGER,
        database=None,
        deadline=None,
        print_blob=True,
        suppress_health_check=list(HealthCheck),
    )


def content_of(root: Path) -> list[Path]:
    """The files of a project that hold items, from its root."""
    found = [
        p for p in root.rglob("*.*") if p.parent.name in FOLDERS and p.suffix in (".yml", ".md")
    ]
    return sorted(path.relative_to(root) for path in found)


SAMPLES = content_of(SAMPLE)
CARDS = [path for path in content_of(ROOT) if path.parts[0] in ("instruments", "cases", "docs")]
samples, cards = st.sampled_from(SAMPLES), st.sampled_from(CARDS)
harms = st.lists(mutations, min_size=1, max_size=4)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project in which every field is filled."""
    return shutil.copytree(SAMPLE, tmp_path_factory.mktemp("proef") / "project")


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the folders of a project and nothing in them."""
    root = tmp_path_factory.mktemp("los")
    for path in SAMPLES:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
    return root


def problems_after(project: Path, path: Path, raw: bytes) -> list[Problem]:
    """What the checker says of the project when this file holds these bytes; each line leads to its place."""
    before = (project / path).read_bytes()
    (project / path).write_bytes(raw)
    try:
        problems = check(project)
        assert_readable(map(str, problems), project)
        if not problems:
            assert_harmless(path, project)
        return problems
    finally:
        (project / path).write_bytes(before)


# What the checker lets through ------------------------------------------------------------------

PLAIN = {
    "id", "titel", "synoniemen", "zoekwoorden", "regios", "betrokkenen", "artikel", "lid", "onderdeel", "in_bron",
    "wie", "wanneer", "auteur", "verschenen", "nummer", "kop", "afkorting", "adres",
}  # fmt: skip
"""Fields that show as they stand."""
BLOCKS = {"tekst", "toelichting", "opdracht", "antwoord"}
"""Fields that may hold lists and more than one paragraph."""


def leaves(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Every single value with the name of its field."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, name)
    else:
        yield name, value


@cache
def schema(kind: str) -> Draft202012Validator:
    """The JSON Schema that editors' programs use for a kind."""
    text = (ROOT / f"schemas/{kind}.schema.json").read_text(encoding="utf-8")
    return Draft202012Validator(
        json.loads(text), format_checker=Draft202012Validator.FORMAT_CHECKER
    )


def assert_harmless(path: Path, root: Path) -> None:
    """What passed is harmless on a page, and is what the JSON Schema allows as well."""
    data = read_file(root / path, str(path)).data
    for name, value in leaves(data):
        if isinstance(value, str):
            assert not (faults := faults_of_value(name, value)), f"{name}: {value!r}: {faults}"
    plain = json.loads(json.dumps(data, default=date.isoformat))
    errors = list(schema(FOLDERS[path.parent.name]).iter_errors(plain))
    assert not errors, f"the schema refuses what the checker lets through: {errors[0].message}"


def faults_of_value(name: str, value: str) -> list[str]:
    """What a value would bring to a page besides what its field may hold."""
    if name in PLAIN:
        return faults_of_name(value)
    strange = [to for _, to in links(value) if not names_an_item_or_site(to)]
    return strange + (faults_of_text(value) if name in BLOCKS else faults_of_line(value))


def faults_of_name(value: str) -> list[str]:
    """A plain value reads on the page as it stands, and brings no tag."""
    html = rendered(f'<p markdown="span">{escape_for_markdown(value)}</p>')
    shown = words_of(html)
    tags = html.replace("<p>", "").replace("</p>", "")
    return [html] if "<" in tags or shown != " ".join(value.split()) else []


@fuzz(1000)
@given(hostile_texts)
@example("[TOC]")
@example("kop\n--")
@example("- # kop")
@example("- [x]: javascript:alert(1)")
@example("1. ***")
@example("&#")
@example("*nadruk**nadruk*")
@example("    - code")
def test_a_text_that_passes_brings_no_more_than_paragraphs_lists_emphasis_and_links(
    text: str,
) -> None:
    try:
        check_text(text)
    except PydanticCustomError as error:
        assert str(error).isprintable()
    else:
        assert faults_of_text(text) == []


@fuzz(800)
@given(hostile_texts)
def test_a_line_that_passes_brings_no_more_than_emphasis_and_links(text: str) -> None:
    try:
        check_line(text)
    except PydanticCustomError as error:
        assert str(error).isprintable()
    else:
        assert faults_of_line(text) == []


@fuzz(800)
@given(hostile_texts | plain_texts)
def test_a_name_that_passes_shows_as_it_stands(text: str) -> None:
    try:
        check_name(text)
    except PydanticCustomError as error:
        assert str(error).isprintable()
    else:
        assert faults_of_name(text) == []


# Files ------------------------------------------------------------------------------------------


@fuzz(250)
@given(samples, harms)
def test_a_harmed_card_is_refused_by_line_or_still_harmless(
    project: Path, path: Path, harms: list[Any]
) -> None:
    problems_after(project, path, mutated((project / path).read_bytes(), harms))


@fuzz(100)
@given(cards, harms)
def test_a_harmed_real_card_is_refused_by_line_or_still_harmless(
    elsewhere: Path, path: Path, harms: list[Any]
) -> None:
    target = elsewhere / path
    target.write_bytes(mutated((ROOT / path).read_bytes(), harms))
    problems = check_files(elsewhere / "leeg", [target])
    assert_readable(map(str, problems), Path("/"))
    target.unlink()


@fuzz(150)
@given(samples, st.binary(max_size=200) | hostile_texts.map(str.encode))
@example(SAMPLES[0], b"{")
@example(SAMPLES[0], b"\xe0\xa0\x80\x00")
def test_a_file_of_any_bytes_is_refused_by_line(project: Path, path: Path, raw: bytes) -> None:
    front = b"---\n" + raw + b"\n---\n"
    assert problems_after(project, path, raw)
    assert problems_after(project, path, front)


@fuzz(150)
@given(samples, trees)
def test_a_file_of_any_data_is_refused_by_line(project: Path, path: Path, tree: object) -> None:
    text = yaml.safe_dump(tree, allow_unicode=True)
    assert problems_after(project, path, as_file(path, text))


def as_file(path: Path, text: str) -> bytes:
    """YAML as the content of a card, or of a Markdown file with nothing under its front matter."""
    return (f"---\n{text}\n---\n" if path.suffix == ".md" else text).encode()


# Data that the model forbids --------------------------------------------------------------------

HERKOMST = ("bron",)
REQUIRED: dict[str, dict[str, tuple[str, ...]]] = {
    "instrument": {
        "": ("id", "titel", "samenvatting", "status", "beoordeeld_op", "beoordelen_voor", "bestuurslagen", "bronnen"),
        "wijzigingen": ("datum", "wat"), "wanneer_wel": ("als", "bron"), "wanneer_niet": ("als", "bron"),
        "kwalificatie": ("tekst", "bron"), "juridische_definitie": ("tekst", "bron"), "werkwijze": ("tekst", "bron"),
        "dwingendheid": ("bron",), "hardheid": ("bron",), "handhaafbaarheid": ("bron",), "reikwijdte": ("bron",),
        "typering_probleem": ("tekst", "bron"), "regels": ("tekst", "bron"), "ook": ("bron", "plaats"),
        "wetgevend_kader": ("wet", "betekenis", "bron"), "evaluaties": ("tekst", "bron"), "voordelen": ("tekst", "bron"),
        "nadelen": ("tekst", "bron"), "factoren": ("id", "naam", "werkt", "bron"),
        "relaties": ("soort", "instrument", "reden", "bron"), "bouwstenen": ("bouwsteen", "reden", "bron"),
        "aanbevelingen": ("aanbeveling", "reden", "bron"), "knelpunten": ("knelpunt", "reden", "bron"),
        "begrippen": ("begrip", "reden", "bron"),
    },
    "case": {
        "": ("id", "titel", "samenvatting", "diepte", "bestuurslagen", "bronnen", "beoordeeld_op"),
        "wijzigingen": ("datum", "wat"), "periode": ("tekst", "bron"), "opgave": ("tekst", "bron"),
        "verloop": ("tekst", "bron"), "instrumenten": ("instrument", "wat", "bron"),
        "maatschappelijke_meerwaarde": ("tekst", "bron"), "legitimiteit_en_steun": ("tekst", "bron"),
        "operationele_capaciteit": ("tekst", "bron"), "initiatiefnemer": ("waarde",), "doel": ("waarde",),
        "programmakenmerken": ("bron", "plaats", "initiatiefnemer", "doel", "financiering", "omvang_regio",
            "benadering_opgave", "departement", "invloed_rijk"),
        "bevindingen": ("bron", "plaats", "maatschappelijke_waarde", "legitimiteit", "operationele_capaciteit"),
        "partnerschap": ("bron", "plaats", "beleidsambitie_rijk", "verplicht_karakter", "decentrale_middelen",
            "eisen_aan_uitvoering", "verantwoordelijkheid_uitvoering", "verantwoording_aan_rijk"),
        "factoren": ("factor", "oordeel", "toelichting", "bron"), "lessen": ("tekst", "bron"),
        "wetgevend_kader": ("wet", "betekenis", "bron"), "bouwstenen": ("bouwsteen", "reden", "bron"),
        "knelpunten": ("knelpunt", "reden", "bron"),
    },
    "bouwsteen": {
        "": ("id", "titel", "nummer", "samenvatting", "doel", "aanbevelingen", "bronnen"), "doel": ("tekst", "bron"),
        "aanbevelingen": ("id", "titel", "tekst", "aan", "bron", "plaats"), "reeksen": ("titel", "delen"),
        "delen": ("tekst",), "wetgevend_kader": ("wet", "betekenis", "bron", "plaats"),
    },
    "knelpunt": {
        "": ("id", "titel", "samenvatting", "thema", "score", "bronnen"),
        "score": ("rijk", "decentraal", "plek_rijk", "plek_decentraal", "bron", "plaats"), "uitleg": ("tekst", "bron"),
    },
    "wet": {
        "": ("id", "titel", "soort", "samenvatting", "bronnen"), "regelt": ("tekst", "bron", "plaats"),
        "artikelen": ("tekst", "bron", "plaats"),
    },
    "begrip": {
        "": ("id", "titel", "definitie", "bronnen"), "definitie": ("tekst", "bron", "plaats"), "uitleg": ("tekst", "bron"),
    },
    "module": {
        "": ("id", "titel", "nummer", "samenvatting", "doelgroep", "duur", "voorkennis", "leerdoelen", "programma", "bronnen"),
        "programma": ("minuten", "titel", "tekst"), "opdrachten": ("titel", "opdracht", "antwoord"),
        "instrumenten": ("instrument", "reden", "bron"), "cases": ("case", "reden", "bron"),
        "bouwstenen": ("bouwsteen", "reden", "bron"), "aanbevelingen": ("aanbeveling", "reden", "bron"),
        "knelpunten": ("knelpunt", "reden", "bron"), "begrippen": ("begrip", "reden", "bron"),
    },
    "bron": {
        "": ("id", "titel", "samenvatting", "auteur", "verschenen", "citeerwijze"),
        "aanbevelingen": ("id", "titel", "tekst", "plaats"), "bevindingen": ("tekst", "plaats"),
    },
}  # fmt: skip
"""Kind → field → what must be there within it. Written from the issue, not from the model."""

MAY_BE_EMPTY = {"plaats", "vervangen_door", "toelichting", "kies", "wie", "wanneer", "artikel", "lid", "onderdeel", "in_bron"} | {
    "gecontroleerd_op", "kop", "nummer", "afkorting", "bwb", "datum", "adres", "uitleg", "periode", "programmakenmerken"} | {
    "bevindingen", "partnerschap", "nieuwe_stijl", "noot", "typering_probleem", "regels", "dwingendheid", "hardheid"} | {
    "handhaafbaarheid", "reikwijdte", "tekst"}  # fmt: skip
"""Fields for which an empty value may mean that they are left out."""

OTHER_TYPES: tuple[Any, ...] = (
    "een woord", 7, 86400, 3.5, True, date(2026, 11, 22), [], ["een woord"], [7], {}, {"een": "woord"}, None,
)  # fmt: skip


def data_of(path: Path) -> Any:
    """The data of a sample, read by PyYAML itself."""
    text = (SAMPLE / path).read_text(encoding="utf-8")
    return yaml.safe_load(text.split("---\n")[1] if path.suffix == ".md" else text)


def inner_nodes(value: Any, name: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every mapping with the name of the field that holds it."""
    if isinstance(value, dict):
        yield name, value
        for key, inner in value.items():
            yield from inner_nodes(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from inner_nodes(inner, name)


def refused(project: Path, path: Path, data: Any) -> list[Problem]:
    """The problems that the checker finds in this file when it holds these data."""
    raw = as_file(path, yaml.safe_dump(data, allow_unicode=True, sort_keys=False))
    return [p for p in problems_after(project, path, raw) if p.path == path.as_posix()]


@pytest.mark.parametrize("path", SAMPLES, ids=str)
def test_each_required_field_that_is_left_out_is_missed(project: Path, path: Path) -> None:
    required = REQUIRED[FOLDERS[path.parent.name]]
    for n, (name, _) in enumerate(inner_nodes(data_of(path))):
        for key in required.get(name, ()):
            data = data_of(path)
            node = [node for _, node in inner_nodes(data)][n]
            if key == "plaats" and node.get("bron") == "redactie":
                continue
            if node.pop(key, None) is not None:
                assert refused(project, path, data), f"{name}.{key} is not missed"


@fuzz(150)
@given(samples, st.integers(0, 10_000), st.text(min_size=1, max_size=12))
def test_a_field_that_does_not_exist_is_refused(
    project: Path, path: Path, where: int, key: str
) -> None:
    data = data_of(path)
    nodes = [node for _, node in inner_nodes(data)]
    nodes[where % len(nodes)][f"x{key}"] = "een woord"
    assert refused(project, path, data)


def slots(value: Any, name: str = "") -> Iterator[tuple[str, Any, Any]]:
    """Every place for a value: the name of its field, and the list or mapping and key that hold it."""
    for key in value if isinstance(value, dict) else range(len(value)):
        field = str(key) if isinstance(value, dict) else name
        yield field, value, key
        if isinstance(value[key], dict | list):
            yield from slots(value[key], field)


def is_same_type(one: Any, other: Any) -> bool:
    return type(one) is type(other) or (isinstance(one, float) and type(other) is int)


@fuzz(400)
@given(samples, st.integers(0, 10_000), st.sampled_from(OTHER_TYPES))
def test_a_value_of_another_type_is_refused(
    project: Path, path: Path, where: int, value: Any
) -> None:
    data = data_of(path)
    all_slots = list(slots(data))
    name, holder, key = all_slots[where % len(all_slots)]
    if is_same_type(holder[key], value) or (value is None and name in MAY_BE_EMPTY):
        return
    if value == {} and name in ("kenmerken", "scores", "moore"):
        return
    holder[key] = value
    assert refused(project, path, data), f"{name}: {value!r} passes"


@fuzz(150)
@given(samples, st.integers(0, 10_000), hostile_texts)
def test_a_hostile_text_in_any_field_is_refused_or_harmless(
    project: Path, path: Path, where: int, text: str
) -> None:
    data = data_of(path)
    holders = [(holder, key) for _, holder, key in slots(data) if isinstance(holder[key], str)]
    holder, key = holders[where % len(holders)]
    holder[key] = text
    problems_after(
        project, path, as_file(path, yaml.safe_dump(data, allow_unicode=True, sort_keys=False))
    )


# Reading ----------------------------------------------------------------------------------------


def same_reading(ours: Any, plain: Any) -> bool:
    """Whether our reading has the shape and the words of one that leaves every value text."""
    if isinstance(ours, dict):
        return (
            isinstance(plain, dict)
            and list(ours) == list(plain)
            and all(same_reading(ours[key], plain[key]) for key in ours)
        )
    if isinstance(ours, list):
        return (
            isinstance(plain, list)
            and len(ours) == len(plain)
            and all(map(same_reading, ours, plain))
        )
    if isinstance(ours, bool):
        return plain.lower() in (
            ("true", "yes", "on", "y") if ours else ("false", "no", "off", "n")
        )
    if ours is None:
        return plain.lower() in ("", "~", "null")
    return (
        ours == plain or (not isinstance(ours, str) and ours == type(ours)(float(plain)))
        if not isinstance(ours, date)
        else ours.isoformat() == plain
    )


@fuzz(300)
@given(trees.map(lambda tree: yaml.safe_dump({"veld": tree}, allow_unicode=True)) | hostile_texts)
def test_what_is_read_is_what_the_file_says(text: str) -> None:
    try:
        data = read_yaml(text, "kaart.yml").data
    except ContentError as error:
        assert all(problem.message for problem in error.problems)
    else:
        assert same_reading(data, yaml.load(text, yaml.BaseLoader))  # noqa: S506


# What such a search once found ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (b"{", "1:2: bestand: er ontbreekt een waarde, of een haakje wordt niet gesloten"),
        (b"a: \xe0\xa0\x80\x00\n", "1:5: bestand: een teken dat in YAML niet mag"),
        ("a: é\n".encode() + b"b: \xc3\xa9\xff\n", "2:5: bestand: dit is geen geldige UTF-8"),
        ("a: 1 # x\u2028b\nc: !x y\n".encode(), "1:9: bestand: een onzichtbaar regeleinde"),
        (b"a: 1\rb: 2\n", "1:5: bestand: een onzichtbaar regeleinde"),
    ],
)
def test_the_place_of_a_fault_is_where_an_editor_sees_it(
    elsewhere: Path, raw: bytes, line: str
) -> None:
    path = elsewhere / "instruments/k.yml"
    path.write_bytes(raw)
    (problem,) = check_files(elsewhere / "leeg", [path])
    assert str(problem).startswith(f"{path}:{line}")
    path.unlink()


@pytest.mark.parametrize(
    "written", ["0", "86400", "20261122", '"2026-11-22"', "2026-11-22T00:00:00Z"]
)
def test_only_a_date_is_a_date(project: Path, written: str) -> None:
    path = Path("instruments/proefoverleg.yml")
    raw = (project / path).read_bytes()
    raw = raw.replace(b"beoordeeld_op: 2026-03-02", b"beoordeeld_op: " + written.encode())
    (problem,) = problems_after(project, path, raw)
    assert problem.message.endswith("schrijf JJJJ-MM-DD zonder aanhalingstekens, zoals 2026-11-22")


@pytest.mark.parametrize(
    "text",
    [
        "[TOC]",
        "kop\n--",
        "kop\n=",
        "- # kop",
        "1. > citaat",
        "- - - # kop",
        "*  *  *",
        "1. ***",
        "    - code",
        "- [x]: javascript:alert(1)\n\n[x]",
        "&#",
        "<1@proef.example>",
        "*nadruk**nadruk*",
        "[x](https:///proef)",
        "\u202etxet",
        "\x9b31m",
    ],
)
def test_a_text_that_once_slipped_through_is_refused(text: str) -> None:
    with pytest.raises(PydanticCustomError):
        check_text(text)


@pytest.mark.parametrize(
    "text",
    [
        "Een *nadruk **in** nadruk* en **sterk**, dan *nog* een **keer**.",
        "Van 2019 - 2021, en 5 * 3 = 15.",
        "- een\n- twee\n\n1. drie\n2. vier",
        "Een [link](https://proef.example/a?b=1&c=2#d) & een [ander](mailto:a.b@proef.example).",
        "R&D, [sic] en 5 < 6 > 4.",
        "*Nadruk* aan het begin.",
    ],
)
def test_what_editors_do_write_still_passes(text: str) -> None:
    assert check_text(text) == text
    assert faults_of_text(text) == []


def test_a_file_full_of_faults_tells_the_first_hundred_and_that_there_are_more(
    project: Path,
) -> None:
    path = Path("instruments/proefoverleg.yml")
    raw = (project / path).read_bytes() + b"".join(b"x%d: 1\n" % n for n in range(5000))
    problems = problems_after(project, path, raw)
    assert len(problems) == MAX_PROBLEMS + 1
    assert [p.field for p in problems if "er is nog meer mis in dit bestand" in p.message] == [
        "bestand"
    ]


# The process ------------------------------------------------------------------------------------


BOMBS = (
    "[" * 250_000,
    "a: " + "{b: " * 60_000,
    "- " * 120_000,
    "? " * 120_000,
    "".join(f"x{n}: 1\n" for n in range(20_000)),
    "a: 1\n" * 40_000,
    "bronnen:\n" + "- x\n" * 60_000,
    "synoniemen: [" + "1, " * 80_000 + "]\n",
    "uitleg:\n" + f"- \"[x](https://a&{'a&' * 250}a')\"\n",
    "uitleg:\n" + f"- \"{'- ' * 290}x\"\n" * 400,
    "uitleg:\n" + f"- \"{'[' * 590}\"\n" * 400,
    "uitleg:\n" + f"- \"x]{' ' * 590}x\"\n" * 400,
    "titel: " + "x" * 250_000,
    "id: k\ntitel: K\ndefinitie: {tekst: x, bron: redactie}\nbronnen: [a]\nverwant: [" + "xy, " * 50_000 + "]",
    "titel: >\n" + "  x\n\n" * 40_000,
    "a: &a [x]\n" + "b: [*a, *a]\n" * 20_000,
    "%TAG ! tag:x,2000:\n" * 10_000,
    "x" * 250_000,
    "# x\n" * 60_000,
)  # fmt: skip
"""Files that are small enough to be read and made to keep a reader busy."""


@pytest.mark.parametrize("path", [Path("instruments/k.yml"), Path("docs/begrippen/k.md")], ids=str)
def test_no_file_keeps_the_checker_busy(tmp_path: Path, path: Path) -> None:
    (tmp_path / path).parent.mkdir(parents=True)
    for n, bomb in enumerate(BOMBS):
        (tmp_path / path).with_stem(f"k{n}").write_bytes(as_file(path, bomb))
    done = catalogue(tmp_path, "check", timeout=90)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    lines = done.stdout.splitlines()
    assert_readable(lines, tmp_path)
    for n in range(len(BOMBS)):
        ours = [line for line in lines if Path(line.partition(":")[0]).stem == f"k{n}"]
        assert 1 <= len(ours) < 350, f"bomb {n}: {len(ours)} lines"


@settings(fuzz(2), max_examples=max(2, LONGER // 50))
@given(
    st.lists(
        st.tuples(cards, st.lists(mutations, min_size=1, max_size=3)),
        min_size=30,
        max_size=60,
        unique_by=lambda one: one[0],
    )
)
def test_the_command_survives_a_project_full_of_harmed_cards(
    tmp_path_factory: pytest.TempPathFactory, harmed: list[tuple[Path, list[Any]]]
) -> None:
    project = tmp_path_factory.mktemp("vol")
    for path in CARDS:
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, project / path)
    for path, harms in harmed:
        (project / path).write_bytes(mutated((ROOT / path).read_bytes(), harms))
    done = catalogue(project, "check")
    assert done.returncode in (0, 1), done.stderr
    assert "Traceback" not in done.stderr and done.stderr.count("\n") == 1
    lines = done.stdout.splitlines()
    assert_readable(lines, project)
    assert (done.returncode == 1) == bool(lines)
    shutil.rmtree(project)
