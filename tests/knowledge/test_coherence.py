"""How instruments hang together: relations by kind, ladders of escalation, and what is around a card."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue.checking import load
from catalogue.knowledge.coherence import (
    counted_per_instrument,
    ladders,
    neighbourhood,
    relations_by_kind,
)
from catalogue.linking import Catalogue
from catalogue.model import Instrument
from tests.sample import SAMPLE, add_instruments, relate, sample_project

CARD = "proefkaart-000"


def with_escalations(folder: Path, *steps: str) -> Catalogue:
    """A catalogue in which one card escalates to another: ``"01"`` from card 0 to card 1."""
    project = sample_project(folder)
    add_instruments(project, 5)
    for step in steps:
        relate(project, CARD + step[0], "escaleert_naar", CARD + step[1])
    return load(project)


@pytest.mark.parametrize(
    ("steps", "shown"),
    [
        ([], []),
        (["01"], ["01"]),
        # A chain is one ladder, and so is a shorter one that ends at the same step.
        (["12", "01", "42"], ["012", "42"]),
        # Where it branches, each branch has a ladder from the lowest step on.
        (["01", "12", "13"], ["012", "013"]),
        # A circle stops where it would come back; all of its steps are still seen.
        (["01", "10"], ["01", "10"]),
        (["01", "12", "20"], ["012", "201"]),
        (["40", "01", "12", "20"], ["4012", "201"]),
    ],
)
def test_escalations_make_ladders_without_a_loop(
    tmp_path: Path, steps: list[str], shown: list[str]
) -> None:
    found = ladders(with_escalations(tmp_path, *steps))
    assert ["".join(step.id[-1] for step in one.steps) for one in found] == shown


def test_there_are_no_more_ladders_than_escalations(tmp_path: Path) -> None:
    everything = [a + b for a in "01234" for b in "01234" if a != b]
    found = ladders(with_escalations(tmp_path, *everything))
    assert len(found) <= len(everything)
    drawn = {(link.source.id[-1] + link.target.id[-1]) for one in found for link in one.links}
    assert drawn == set(everything)


def test_relations_are_listed_by_kind_in_the_order_of_the_model(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    relate(project, "proefakkoord", "vereist", "proefoverleg")
    found = relations_by_kind(load(project))
    assert [(kind, [(link.source.id, link.target.id) for link in links]) for kind, _, links in found] == [
        ("vereist", [("proefakkoord", "proefoverleg")]),
        ("versterkt", [("proefoverleg", "proefakkoord")]),
    ]  # fmt: skip
    assert all(words.explained for _, words, _ in found)


def test_a_card_knows_what_is_around_it_and_which_way_it_goes(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    add_instruments(project, 2)
    relate(project, "proefoverleg", "escaleert_naar", CARD + "0")
    relate(project, "proefoverleg", "alternatief_voor", CARD + "1")
    # Said by both, it is still one neighbour.
    relate(project, CARD + "1", "alternatief_voor", "proefoverleg")
    relate(project, CARD + "0", "ondermijnt", "proefoverleg")
    catalogue = load(project)
    found = neighbourhood(catalogue, catalogue.node(Instrument, "proefoverleg"))
    assert [(one.words, one.direction, [node.id for node in one.nodes]) for one in found] == [
        ("versterkt", "out", ["proefakkoord"]),
        ("ondermijnd door", "in", [CARD + "0"]),
        ("alternatief voor", "both", [CARD + "1"]),
        ("escaleert naar", "out", [CARD + "0"]),
    ]
    counted = [(node.id, dict(counts)) for node, counts in counted_per_instrument(catalogue)]
    assert counted[0] == (
        "proefoverleg",
        {"versterkt": 1, "ondermijnd door": 1, "alternatief voor": 1, "escaleert naar": 1},
    )
    assert len(counted) == 4


def test_who_has_no_relation_is_counted_as_well(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    add_instruments(project, 1)
    assert (CARD + "0", []) in [
        (node.id, counts) for node, counts in counted_per_instrument(load(project))
    ]
    assert all(counts for _, counts in counted_per_instrument(load(SAMPLE)))
