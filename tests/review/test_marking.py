"""The words that differ between two texts, and texts that are shortened with these in view."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.review import marking
from catalogue.review.marking import MOST_WORDS, MarkedPiece, marked, shortened


def shown(pieces: list[MarkedPiece]) -> str:
    return "".join(f"[{piece.text}]" if piece.differs else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("before", "after", "was", "becomes"),
    [
        ("Het is snel.", "Het is heel snel.", "Het is snel.", "Het is [heel ]snel."),
        ("Rijk\ngemeente", "Rijk\ngemeente\nprovincie", "Rijk\ngemeente", "Rijk\ngemeente\n[provincie]"),
        ("Een, twee, drie", "Een, vier, drie", "Een, [twee], drie", "Een, [vier], drie"),
        ("", "Het is snel.", "", "Het is snel."),
        ("Iets heel anders", "Niet te vergelijken met dat", "Iets heel anders", "Niet te vergelijken met dat"),
    ],
)  # fmt: skip
def test_what_differs_is_marked(before: str, after: str, was: str, becomes: str) -> None:
    assert tuple(map(shown, marked(before, after))) == (was, becomes)


WORDS = st.text(alphabet="ab .,\n", max_size=60)


@given(WORDS, WORDS)
def test_nothing_is_lost_and_what_is_not_marked_is_the_same(before: str, after: str) -> None:
    old, new = marked(before, after)
    assert "".join(piece.text for piece in old) == before
    assert "".join(piece.text for piece in new) == after


def test_a_very_long_text_is_marked_from_its_first_to_its_last_difference() -> None:
    words = ["woord"] * MOST_WORDS
    old, new = marked(" ".join(words), " ".join([*words[:9], "anders", *words[10:]]))
    assert [piece.text for piece in old if piece.differs] == ["woord"]
    assert [piece.text for piece in new if piece.differs] == ["anders"]


def test_a_long_text_is_shortened_around_what_differs() -> None:
    before = " ".join(f"woord{n}" for n in range(300))
    after = before.replace("woord150 ", "iets anders ")
    was, becomes = (shortened(pieces, 400) for pieces in marked(before, after))
    assert "[woord150 ]" in shown(was) and "[iets anders ]" in shown(becomes)
    assert all(len(shown(pieces)) < 420 for pieces in (was, becomes))
    assert shown(was).startswith(" …") and shown(was).endswith("… ")


def test_a_text_without_marks_shows_its_beginning() -> None:
    assert shown(shortened([MarkedPiece("een twee drie vier")], 12)) == "een twee …"


def test_the_same_few_words_over_and_over_are_not_compared_with_each_other() -> None:
    """Comparing them would take seconds for one text, and a proposal may hold hundreds."""
    before, after = ("ja nee " * 700).strip(), ("nee ja ja " * 450).strip()
    with patch.object(marking, "SequenceMatcher", side_effect=AssertionError):
        old, new = marked(before, after)
    assert "".join(piece.text for piece in old) == before
    assert "".join(piece.text for piece in new) == after
    assert [piece.differs for piece in old].count(True) == 1
