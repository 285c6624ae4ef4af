"""What a form saved, put in the text as it was: it means the same, and what did not change is as it was."""

from __future__ import annotations

import difflib
import random
import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from catalogue.editing import grafting
from catalogue.editing.grafting import NotGraftedError, graft, laid_out
from catalogue.model import KINDS, Kind
from catalogue.problem import ContentError
from catalogue.reading import read_yaml
from tests.conftest import ROOT

FILES = [
    (kind, path)
    for kind in KINDS.values()
    for path in sorted((ROOT / kind.folder).glob(f"*{kind.suffix}"))
]
LONGEST = [
    max((one for one in FILES if one[0] is kind), key=lambda one: one[1].stat().st_size)
    for kind in KINDS.values()
]


def fields_and_body(text: str, kind: Kind) -> tuple[str, str]:
    if kind.suffix == ".yml":
        return text, ""
    _, fields, body = text.split("---\n", 2)
    return fields, body


def data_of(text: str, kind: Kind) -> dict[str, Any]:
    return read_yaml(fields_and_body(text, kind)[0], "kaart").data


def written(data: dict[str, Any], kind: Kind, body: str = "") -> str:
    """As a form writes it: all anew, in an order and a style of its own."""
    fields = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=True, width=60)
    return f"---\n{fields}---\n{body.strip()}" if kind.suffix == ".md" else fields


def top_fields(text: str, kind: Kind) -> dict[str, str]:
    """Name → the lines of a field, with the comments and empty lines below it."""
    fields = fields_and_body(text, kind)[0]
    pieces = re.split(r"^(?=[a-z_]+:)", fields, flags=re.M)
    return {one.partition(":")[0]: one for one in pieces if ":" in one}


def bare(value: Any) -> Any:
    """The same without space around its texts, which a form adds unseen."""
    if isinstance(value, dict):
        return {name: bare(one) for name, one in value.items()}
    if isinstance(value, list):
        return [bare(one) for one in value]
    return value.strip() if isinstance(value, str) else value


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_a_file_in_which_nothing_changed_stays_as_it_is(kind: Kind) -> None:
    for one, path in FILES:
        if one is kind:
            old = path.read_text("utf-8")
            new = written(data_of(old, kind), kind, fields_and_body(old, kind)[1])
            assert graft(old, new, kind, path.name) == old, path


# Edits that someone makes in a form

SEEDS = 6


TEXTS = [
    "Kort.",
    "nee",
    "1:30",
    "2026-01-31",
    "Let op: dit is anders, zegt men # hier.",
    '"Tussen" ‘tekens’, en met een \\ erin',
    "- een streepje",
    "Een zin die zo lang is dat hij niet op één regel past, omdat hij maar doorgaat over wat er in de zin staat. "
    * 2,
    "Eerste alinea.\n\nTweede alinea, met een lijst:\n\n- één\n- twee",
    "[een link](https://example.org/)",
    "'s ochtends, @ en % en & en *nadruk*",
]


def places(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield way
    inner = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for step, one in inner:
        yield from places(one, (*way, step))


def at(data: Any, way: tuple[Any, ...]) -> Any:
    for step in way:
        data = data[step]
    return data


def change(dice: random.Random, data: dict[str, Any]) -> str:
    """One edit; the name of the field in which it is."""
    way = dice.choice([one for one in places(data) if one and one[0] != "id"])
    holder, last, value = at(data, way[:-1]), way[-1], at(data, way)
    if isinstance(value, list) and value:
        edit = dice.choice(["again", "turn", "take"])
        if edit == "again":
            value.insert(dice.randint(0, len(value)), deepcopy(dice.choice(value)))
        elif edit == "turn":
            value.reverse()
        elif len(value) > 1:
            value.pop(dice.randrange(len(value)))
    elif isinstance(value, str) and dice.random() < 0.8:
        holder[last] = dice.choice(TEXTS)
    elif isinstance(holder, dict) and len(way) > 1 and len(holder) > 1:
        del holder[last]
    return str(way[0])


@pytest.mark.parametrize(("kind", "path"), LONGEST, ids=lambda one: getattr(one, "name", ""))
def test_an_edit_changes_what_was_edited_and_nothing_else(kind: Kind, path: Path) -> None:
    old = path.read_text("utf-8")
    body = fields_and_body(old, kind)[1]
    for seed in range(SEEDS):
        dice, edited = random.Random(seed), data_of(old, kind)
        touched = {change(dice, edited) for _ in range(dice.randint(1, 3))}
        result = graft(old, written(edited, kind, body), kind, path.name)
        assert bare(data_of(result, kind)) == bare(edited), seed
        before, after = top_fields(old, kind), top_fields(result, kind)
        assert list(after) == [name for name in before if name in after], seed
        assert all(before[name] == after[name] for name in before.keys() - touched), seed
        assert fields_and_body(result, kind)[1] == body


# What must survive, line by line


OLD = """\
# Deze regel hoort bij de kaart.
id: proef
titel: Proef   # zo heet zij in de bron
eigen_veld: {blijft: staan}
synoniemen: [een, twee]

samenvatting: >-
  Een korte tekst, die op twee
  regels staat.
score:
  rijk: 3.30
  decentraal: 3.0
  plek_rijk: 4
  plek_decentraal: 7
  bron: rob-2021
  plaats: "§ 3.5"
# Wat volgt, is nagelezen.
uitleg:
  - tekst: Eerste.
    bron: rob-2021
    plaats: "1"
  # Over de tweede.
  - tekst: |-
      Alinea één.

      Alinea twee.
    bron: rob-2021
    plaats: "2"
bronnen:
  - rob-2021
"""

KNELPUNT = KINDS["knelpunt"]


def saved(**changes: Any) -> str:
    """The card as a form saves it: whole numbers lose their point, and what was left empty is there, empty."""
    data = {**read_yaml(OLD, "kaart").data, "zoekwoorden": [], "vragen": None}
    data["score"]["decentraal"] = 3
    return written(data | changes, KNELPUNT, "Een inleiding.")


def grafted(new: str) -> list[str]:
    """The lines that differ from the old file, with + or -."""
    old = f"---\n{OLD}---\n\nEen inleiding.\n"
    result = graft(old, new, KNELPUNT, "proef.md")
    before, after = old.splitlines(), result.splitlines()
    return [line for line in difflib.ndiff(before, after) if line.startswith(("+", "-"))]


def test_comments_order_and_unknown_fields_stay() -> None:
    assert grafted(saved(titel="Proef 2")) == [
        "- titel: Proef   # zo heet zij in de bron",
        "+ titel: Proef 2   # zo heet zij in de bron",
    ]


def test_a_field_that_was_emptied_goes() -> None:
    assert grafted(saved(synoniemen=[])) == ["- synoniemen: [een, twee]"]


def test_a_field_that_must_be_there_stays_empty_for_the_check_to_name() -> None:
    assert grafted(saved(samenvatting="")) == [
        "- samenvatting: >-",
        '+ samenvatting: ""',
        "-   Een korte tekst, die op twee",
        "-   regels staat.",
    ]


def test_a_new_field_comes_where_the_model_has_it() -> None:
    assert grafted(saved(vragen=["Hoe dan?", "no"])) == [
        "+ vragen:",
        "+   - Hoe dan?",
        '+   - "no"',
    ]


def test_a_new_statement_comes_in_the_form_of_the_others() -> None:
    new = [
        *read_yaml(OLD, "kaart").data["uitleg"],
        {"bron": "rob-2021", "plaats": "3", "tekst": "Let op: nieuw.", "ook": [], "stand": ""},
    ]
    assert grafted(saved(uitleg=new)) == [
        '+   - tekst: "Let op: nieuw."',
        "+     bron: rob-2021",
        '+     plaats: "3"',
    ]


def test_a_card_without_a_line_end_gets_one_more_field() -> None:
    kind = KINDS["wet"]
    old = "---\nid: proef\ntitel: Proef\nsoort: afspraak   # geen wet\n---\n"
    assert "afspraak   # geen wet\nafkorting: P\n" in graft(
        old, old.replace("soort:", "afkorting: P\nsoort:"), kind, "proef.md"
    )
    card = "id: proef\ntitel: Proef   # zo heet hij"
    new = '{id: proef, titel: Proef, bronnen: ["rob-2021"]}'
    result = graft(card, new, KINDS["instrument"], "proef.yml")
    assert result == f"{card}\nbronnen:\n  - rob-2021"


def test_a_text_that_starts_with_a_dash_is_no_mark_of_a_list() -> None:
    card = "id: proef\nsynoniemen:\n  - -een\n  - twee\n"
    new = "id: proef\nsynoniemen: [-een, -drie, twee]\n"
    result = graft(card, new, KINDS["instrument"], "proef.yml")
    assert result == "id: proef\nsynoniemen:\n  - -een\n  - -drie\n  - twee\n"
    # And it can go, or become another.
    assert graft(result, card, KINDS["instrument"], "proef.yml") == card
    changed = graft(card, card.replace("-een", "-een of meer"), KINDS["instrument"], "proef.yml")
    assert changed == card.replace("-een", "-een of meer")


def test_a_statement_that_moves_takes_its_lines_along() -> None:
    new = read_yaml(OLD, "kaart").data["uitleg"][::-1]
    lines = grafted(saved(uitleg=new))
    assert sorted(line[2:] for line in lines if line[0] == "+") == sorted(
        line[2:] for line in lines if line[0] == "-"
    )


def test_a_number_stays_the_sort_of_number_that_the_model_asks() -> None:
    score = read_yaml(OLD, "kaart").data["score"] | {"decentraal": 4, "plek_rijk": 5}
    assert grafted(saved(score=score)) == [
        "-   decentraal: 3.0",
        "+   decentraal: 4.0",
        "-   plek_rijk: 4",
        "+   plek_rijk: 5",
    ]


def test_the_text_under_the_fields_is_replaced_as_a_whole() -> None:
    new = saved().replace("Een inleiding.", "Een andere inleiding.\n\nEn een alinea.")
    assert grafted(new) == [
        "- Een inleiding.",
        "+ Een andere inleiding.",
        "+ ",
        "+ En een alinea.",
    ]


@pytest.mark.parametrize(
    "hostile", ["a: &x [1]\nb: *x\n", "a: !!python/name:os.system\n", "a: " + "[" * 60, "- a\n"]
)
def test_what_the_check_refuses_is_refused_here_too(hostile: str) -> None:
    with pytest.raises(ContentError):
        graft(f"---\n{OLD}---\n", f"---\n{hostile}\n---\n", KNELPUNT, "proef.md")


def test_a_new_card_is_laid_out_as_the_others() -> None:
    assert laid_out(saved(), KNELPUNT, "proef.md").splitlines()[:9] == [
        "---",
        "id: proef",
        "titel: Proef",
        "synoniemen:",
        "  - een",
        "  - twee",
        "samenvatting: Een korte tekst, die op twee regels staat.",
        "score:",
        "  rijk: 3.3",
    ]


def test_of_lists_too_long_to_compare_what_is_not_the_same_is_written_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = []
    alike = grafting._alike

    def counting(one: Any, other: Any) -> float:
        compared.append(one)
        return alike(one, other)

    monkeypatch.setattr(grafting, "_alike", counting)
    same, gone, come = ([f"{word} {n}" for n in range(60)] for word in ("zelf", "weg", "nieuw"))

    def text(names: list[str]) -> str:
        words = "".join(f"  - {one}\n" for one in names)
        return f"---\n{OLD}zoekwoorden:\n{words}---\n"

    result = graft(text([*same, *gone]), text([*same, *come]), KNELPUNT, "proef.md")
    assert data_of(result, KNELPUNT)["zoekwoorden"] == [*same, *come]
    assert len(compared) <= grafting.MOST_PAIRS


def test_an_old_text_that_cannot_hold_the_new_data_is_said() -> None:
    with pytest.raises(NotGraftedError):
        graft("{id: proef, titel: Proef}\n", "id: proef\ntitel: Anders\n", KINDS["case"], "x.yml")
