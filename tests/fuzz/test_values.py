"""Data that the model forbids, in every kind of content: a field too few, one too many, another type, a hostile text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.model.fields import fields_of
from catalogue.problem import Problem
from tests.fuzz.effort import examples
from tests.fuzz.hostile_input import hostile_texts
from tests.fuzz.projects import (
    SAMPLES,
    Slot,
    data_of,
    kind_of,
    problems_by_itself,
    problems_with,
    slots,
)

samples, places = st.sampled_from(SAMPLES), st.integers(0, 10_000)

OTHER_TYPES: tuple[Any, ...] = (
    "een woord", 7, 86400, 3.5, True, date(2026, 11, 22), [], ["een woord"], [7], {}, {"een": "woord"}, None,
)  # fmt: skip


def slots_of(path: Path) -> tuple[dict[str, Any], list[Slot]]:
    """The data of a sample, and every place for a value in it."""
    data = data_of(path)
    return data, list(slots(kind_of(path).model, data))


def slot_at(path: Path, where: int) -> tuple[dict[str, Any], Slot]:
    """The data of a sample, and one place for a value in it."""
    data, found = slots_of(path)
    return data, found[where % len(found)]


@pytest.mark.parametrize("path", SAMPLES, ids=str)
def test_each_required_field_that_is_left_out_is_missed_by_name(tmp_path: Path, path: Path) -> None:
    for data, name in with_one_left_out(path):
        assert missed(name) in said(problems_by_itself(tmp_path, path, data))


@examples(40)
@given(samples, places)
def test_among_the_rest_of_the_content_it_is_missed_as_well(
    project: Path, path: Path, where: int
) -> None:
    data, name = (found := list(with_one_left_out(path)))[where % len(found)]
    assert missed(name) in said(problems_with(project, path, data))


def with_one_left_out(path: Path) -> Iterator[tuple[dict[str, Any], str]]:
    """The data of a sample without one required field, and its name; for each of them."""
    for n, slot in enumerate(slots_of(path)[1]):
        if isinstance(slot.holder, dict) and slot.field.required:
            data, found = slots_of(path)
            del found[n].holder[slot.key]
            yield data, slot.field.name


def missed(name: str) -> tuple[str, str]:
    return name, "dit veld ontbreekt"


def said(problems: list[Problem]) -> set[tuple[str, str]]:
    return {(problem.field.rpartition(".")[2], problem.message) for problem in problems}


@pytest.mark.parametrize("path", SAMPLES, ids=str)
def test_the_place_in_a_source_is_missed_where_a_statement_rests_on_one(
    tmp_path: Path, path: Path
) -> None:
    for n, slot in enumerate(slots_of(path)[1]):
        if slot.key == "plaats" and "bron" in slot.holder and not slot.field.required:
            data, found = slots_of(path)
            del found[n].holder["plaats"]
            told = [p.message for p in problems_by_itself(tmp_path, path, data)]
            ours = slot.holder["bron"] == "redactie"
            assert ours or "plaats ontbreekt: noem waar het in de bron staat" in told


@examples(60)
@given(samples, places, st.text(min_size=1, max_size=12))
def test_a_field_that_does_not_exist_is_refused(
    project: Path, path: Path, where: int, key: str
) -> None:
    data, slot = slot_at(path, where)
    holder = slot.holder if isinstance(slot.holder, dict) else data
    holder[f"x{key}"] = "een woord"
    assert problems_with(project, path, data)


def is_same_type(one: Any, other: Any) -> bool:
    return type(one) is type(other) or (isinstance(one, float) and type(other) is int)


@examples(150)
@given(samples, places, st.sampled_from(OTHER_TYPES))
def test_a_value_of_another_type_is_refused(
    project: Path, path: Path, where: int, value: Any
) -> None:
    data, slot = slot_at(path, where)
    part = slot.field.part
    nothing_in_it = value == {} and part and not any(one.required for one in fields_of(part))
    if is_same_type(slot.value, value) or nothing_in_it or (value is None and slot.may_be_empty):
        return
    slot.holder[slot.key] = value
    assert problems_with(project, path, data), f"{slot.field.name}: {value!r} passes"


@examples(80)
@given(samples, places, hostile_texts)
def test_a_hostile_text_in_any_field_is_refused_or_harmless(
    project: Path, path: Path, where: int, text: str
) -> None:
    data, found = slots_of(path)
    texts = [slot for slot in found if isinstance(slot.value, str)]
    slot = texts[where % len(texts)]
    slot.holder[slot.key] = text
    problems_with(project, path, data)
