"""A facet is described beside a field, of any kind and within any single part; nothing else knows of it."""

from __future__ import annotations

from typing import Annotated, Literal

import pytest

from catalogue.checking import load
from catalogue.knowledge.facets import facet_fields, facet_values
from catalogue.model import Onderdeel
from catalogue.model.fields import About, Choices, Facet
from catalogue.model.instrument import Instrument, Score
from tests.sample import SAMPLE


class Grootte(Onderdeel):
    """A single part with facets of its own."""

    maat: Annotated[
        Literal["klein", "groot"],
        Choices(groot="heel groot"),
        About(facet=Facet("maat", "Maat", 2)),
    ] = "klein"
    """Maat."""
    sterkte: Annotated[
        Score | None,
        About(facet=Facet("sterkte", "Sterkte", 1, score_words=("a", "b", "c", "d", "e"))),
    ] = None
    """Sterkte."""


class Toets(Onderdeel):
    """A made-up kind."""

    grootte: Grootte | None = None
    """Grootte."""
    soorten: Annotated[list[str], About(facet=Facet("soort", "Soort", 3))] = []
    """Soorten."""


@pytest.mark.parametrize(
    ("item", "values"),
    [
        (Toets(), {"sterkte": [], "maat": [], "soort": []}),
        (
            Toets(
                grootte=Grootte(
                    maat="groot",
                    sterkte=Score(waarde=4, reden="Zo is het.", bron="rob-2021", plaats="§ 1"),
                ),
                soorten=["x", "y"],
            ),
            {"sterkte": ["d"], "maat": ["groot"], "soort": ["x", "y"]},
        ),
    ],
)
def test_a_facet_is_read_where_it_is_described(item: Toets, values: dict[str, list[str]]) -> None:
    assert facet_values(item) == values


def test_a_facet_knows_the_way_to_its_field() -> None:
    assert [one.way for one in facet_fields(Toets)] == [
        ("grootte", "sterkte"),
        ("grootte", "maat"),
        ("soorten",),
    ]


def test_a_score_facet_has_a_word_for_every_score() -> None:
    for one in facet_fields(Instrument):
        assert len(one.facet.score_words) == (5 if one.field.part is Score else 0)
    assert any(one.way == ("scores", "hardheid") for one in facet_fields(Instrument))
    bound = {card.id: facet_values(card)["binding"] for card in load(SAMPLE).all(Instrument)}
    assert bound == {"proefoverleg": ["zwak bindend"], "proefakkoord": ["niet bepaald"]}
