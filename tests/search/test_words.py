"""The words that lead to a page by its names: parts of compounds, other forms, beginnings, slips of the pen."""

from __future__ import annotations

import pytest

from catalogue.search.words import (
    Vocabulary,
    beginnings,
    forms,
    misspellings,
    stem,
    words_of,
)

WORDS = "overheden overleg uitvoerbaarheid toets energie strategie taak taken verdeling gemeente wet klimaat akkoord"


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("overhedenoverleg", ["overheden", "overleg"]),
        ("uitvoerbaarheidstoets", ["uitvoerbaarheid", "toets"]),
        ("energiestrategie", ["energie", "strategie"]),
        ("taakverdeling", ["taak", "verdeling"]),
        ("gemeentewet", ["gemeente", "wet"]),
        ("klimaatakkoord", ["klimaat", "akkoord"]),
        ("verdeling", []),
        ("gemeentelijk", []),
    ],
)
def test_parts_of_compounds(compound: str, parts: list[str]) -> None:
    assert Vocabulary(WORDS.split()).parts(compound) == parts


def test_compound_joined_by_another_letter() -> None:
    found = set(Vocabulary(WORDS.split()).misjoined("gemeentewet"))
    assert {"gemeentenwet", "gemeenteswet"} <= found
    assert "gemeentewet" not in found


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Uitvoerbaarheidstoets Decentrale Overheden", "udo"),
        ("Regionale Energiestrategie", "res"),
        ("Wet van het gemeentelijk overleg", "wgo"),
    ],
)
def test_abbreviations(name: str, initials: str) -> None:
    assert initials in Vocabulary(WORDS.split()).abbreviations(name)


@pytest.mark.parametrize(
    ("word", "slip"),
    [
        ("convenant", "convenand"),
        ("convenant", "konvenant"),
        ("bestuurlijk", "bestuurlik"),
        ("geschilbeslechting", "geschilbeslegting"),
        ("regiodeal", "regiodael"),
        ("specifieke", "specefieke"),
        ("medebewind", "medebewindt"),
        ("subsidiariteit", "subsidiariteid"),
        ("verhoudingen", "verhoudigen"),
        ("overleg", "overlegg"),
    ],
)
def test_misspellings(word: str, slip: str) -> None:
    assert slip in misspellings(word)


@pytest.mark.parametrize("word", ["res", "bo", "2021", "wet"])
def test_short_words_and_numbers_have_no_misspellings(word: str) -> None:
    assert misspellings(word) == set()


def test_a_word_is_not_its_own_misspelling() -> None:
    assert "toetsing" not in misspellings("toetsing")


def test_forms_are_those_that_the_stemmer_misses() -> None:
    assert "bemoeit" in set(forms("bemoeien"))
    assert all(stem(form) != stem("verdelingen") for form in forms("verdelingen"))


def test_every_beginning_of_a_word_leads_to_it() -> None:
    word = "gemeentewet"
    known = {stem(word), *(stem(start) for start in beginnings(word))}
    starts = [word[:length] for length in range(3, len(word) + 1)]
    assert all(any(whole.startswith(stem(start)) for whole in known) for start in starts)


def test_words_are_plain() -> None:
    assert words_of("Regio's, één Financiële-verhoudingswet (Fvw)") == [
        "regios",
        "een",
        "financiele",
        "verhoudingswet",
        "fvw",
    ]
