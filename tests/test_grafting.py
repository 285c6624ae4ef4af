"""What a form saved, put in the text as it was: it means the same, and what did not change is as it was."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from catalogue.grafting import NotGraftedError, graft, laid_out
from catalogue.model import KINDS, Kind
from catalogue.problem import ContentError
from catalogue.reading import read_yaml
from catalogue.shelf import read_item
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

SEEDS = 8


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
            value.insert(dice.randint(0, len(value)), dice.choice(value))
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
