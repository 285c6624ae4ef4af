"""Dates, numbers, sentences and lists as Dutch readers write them."""

from __future__ import annotations

from datetime import date

import pytest

from catalogue.dutch import (
    alphabetical,
    capital,
    clock,
    counted,
    duration,
    dutch_date,
    dutch_number,
    enumeration,
    number_word,
    sentence,
)


@pytest.mark.parametrize(
    ("day", "shown"),
    [(date(2025, 2, 1), "1 februari 2025"), (date(2006, 11, 30), "30 november 2006")],
)
def test_a_date_is_dutch(day: date, shown: str) -> None:
    assert dutch_date(day) == shown


@pytest.mark.parametrize(
    ("number", "shown"), [(3.59, "3,59"), (3.5, "3,50"), (3, "3,00"), (-0.4, "-0,40")]
)
def test_a_number_is_dutch(number: float, shown: str) -> None:
    assert dutch_number(number) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [("u overlegt", "U overlegt."), ("Klaar!", "Klaar!"), (" wat nu? ", "Wat nu?"), ("", ".")],
)
def test_a_sentence_has_a_capital_and_an_end(text: str, shown: str) -> None:
    assert sentence(text) == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [([], ""), (["Rijk"], "Rijk"), (["Rijk", "gemeente"], "Rijk en gemeente"), (["a", "b", "c"], "a, b en c")],
)  # fmt: skip
def test_an_enumeration_ends_in_en(words: list[str], shown: str) -> None:
    assert enumeration(words) == shown


@pytest.mark.parametrize(
    ("minutes", "shown", "words"),
    [(5, "0:05", "5 minuten"), (60, "1:00", "1 uur"), (150, "2:30", "2 uur en 30 minuten")],
)
def test_minutes_are_a_time_and_a_duration(minutes: int, shown: str, words: str) -> None:
    assert (clock(minutes), duration(minutes)) == (shown, words)


def test_a_capital_leaves_the_rest_as_it_is() -> None:
    assert capital("het Rijk en de regio") == "Het Rijk en de regio"
    assert capital("") == ""


def test_a_letter_with_a_mark_is_sorted_as_the_letter() -> None:
    assert sorted(["zee", "Één", "eb", "Eend"], key=alphabetical) == ["eb", "Één", "Eend", "zee"]


def test_a_small_number_is_a_word() -> None:
    assert [number_word(n) for n in (1, 3, 12, 13)] == ["een", "drie", "twaalf", "13"]


def test_a_number_of_things_has_its_singular() -> None:
    assert [counted(n, "kaart", "kaarten") for n in (0, 1, 2)] == [
        "0 kaarten",
        "1 kaart",
        "2 kaarten",
    ]
