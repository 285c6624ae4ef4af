"""What differs between two versions of an item, in the words that readers see."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any, ClassVar
from unittest.mock import patch

import pytest

from catalogue.checking import load
from catalogue.knowledge.differences import contents, differences
from catalogue.linking import Catalogue
from catalogue.model import KINDS, Case, Instrument, Item, Module
from tests.sample import SAMPLE


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(SAMPLE)


def changed(catalogue: Catalogue, old: Item, **fields: Any) -> list[tuple[str, str, str]]:
    """What differs when these fields become something else, each as one line."""
    titles = {
        (kind, id): node.titel for kind in KINDS for id, node in _nodes(catalogue, kind).items()
    }
    new = old.model_copy(update=fields)
    return [
        (" › ".join(one.way), one.before, one.after) for one in differences(old, new, titles.get)
    ]


def _nodes(catalogue: Catalogue, kind: str) -> dict[str, Any]:
    return {node.id: node for node in catalogue.nodes_of(kind)}


@pytest.fixture
def card(catalogue: Catalogue) -> Instrument:
    return catalogue.node(Instrument, "proefoverleg").part


def test_a_version_does_not_differ_from_itself(catalogue: Catalogue) -> None:
    for items in catalogue.items.values():
        for item in items.values():
            assert differences(item, item.model_copy(), lambda key: None) == []


def test_a_value_is_told_in_words(catalogue: Catalogue, card: Instrument) -> None:
    assert changed(catalogue, card, status="gesloten", vervangen_door=None) == [
        ("status", "vervangen", "geen nieuwe meer"),
        ("vervangen door", "Proefakkoord", ""),
    ]
    assert changed(catalogue, card, bestuurslagen=["rijk"]) == [("wie", "Rijk\ngemeente", "Rijk")]
    assert changed(catalogue, card, beoordeeld_op=card.beoordeeld_op.replace(day=9)) == [
        ("beoordeeld op", "2 maart 2026", "9 maart 2026")
    ]


def test_a_part_that_changed_is_told_by_what_changed_in_it(
    catalogue: Catalogue, card: Instrument
) -> None:
    (factor,) = card.factoren
    new = factor.model_copy(update={"toelichting": "Wie elkaar kent, belt."})
    assert changed(catalogue, card, factoren=[new]) == [
        (
            "factoren › Vertrouwen tussen mensen › toelichting",
            "Wie elkaar kent, belt eerder.",
            "Wie elkaar kent, belt.",
        )
    ]
    assert card.scores.hardheid
    hardness = card.scores.hardheid.model_copy(update={"waarde": 4})
    scores = card.scores.model_copy(update={"hardheid": hardness})
    assert changed(catalogue, card, scores=scores) == [("scores › hardheid › waarde", "2", "4")]


def test_an_entry_that_came_is_told_whole_and_the_others_stay(
    catalogue: Catalogue, card: Instrument
) -> None:
    (good,) = card.voordelen
    more = good.model_copy(update={"tekst": "Iedereen doet mee.", "stand": "gepland"})
    assert changed(catalogue, card, voordelen=[more, good]) == [
        (
            "voordelen",
            "",
            "Iedereen doet mee.\nstand: gepland\nbron: Rapport op proef, § 5.1",
        )
    ]
    assert changed(
        catalogue, card.model_copy(update={"voordelen": [more, good]}), voordelen=[]
    ) == [
        ("voordelen", "Iedereen doet mee.\nstand: gepland\nbron: Rapport op proef, § 5.1", ""),
        ("voordelen", "Het is snel.\nbron: Rapport op proef, § 5.1", ""),
    ]


def test_entries_that_only_moved_are_no_other_entries(
    catalogue: Catalogue, card: Instrument
) -> None:
    (good,) = card.voordelen
    more = good.model_copy(update={"tekst": "Iedereen doet mee."})
    both = card.model_copy(update={"voordelen": [good, more]})
    assert changed(catalogue, both, voordelen=[more, good]) == [
        (
            "voordelen › volgorde",
            "1. Het is snel.\n2. Iedereen doet mee.",
            "1. Iedereen doet mee.\n2. Het is snel.",
        )
    ]


def test_an_entry_is_known_by_what_it_links_to_also_when_all_else_changes(
    catalogue: Catalogue,
) -> None:
    case = catalogue.node(Case, "proefregio").part
    first, *rest = case.instrumenten
    other = first.model_copy(update={"wat": "Totaal andere woorden."})
    found = changed(catalogue, case, instrumenten=[other, *rest])
    assert [after for _, _, after in found] == ["Totaal andere woorden."]
    assert found[0][0].endswith("› wat")


def test_a_link_shows_where_it_leads(catalogue: Catalogue, card: Instrument) -> None:
    (said,) = card.kwalificatie
    other = said.model_copy(update={"tekst": said.tekst.replace("(proefakkoord)", "(proefwet)")})
    ((_, before, after),) = changed(catalogue, card, kwalificatie=[other])
    assert "(→ proefakkoord)" in before and "(→ proefwet)" in after


@pytest.mark.parametrize("kind", KINDS)
def test_all_that_a_new_item_holds_is_told(catalogue: Catalogue, kind: str) -> None:
    for item in catalogue.items[kind].values():
        found = contents(item, lambda key: None)
        assert all(one.after and not one.before for one in found)
        assert item.titel in {one.after for one in found}


def test_a_text_in_a_list_of_texts_changes_by_itself(catalogue: Catalogue) -> None:
    module = catalogue.all(Module)[0]
    goals = [*module.leerdoelen]
    new = f"{goals[0]} En meer."
    found = changed(catalogue, module, leerdoelen=[new, *goals[1:]])
    assert found == [("leerdoelen › nr. 1", goals[0], new)]


def test_the_same_few_words_over_and_over_are_only_counted(catalogue: Catalogue) -> None:
    """Comparing them would take a second for one entry, and a list may hold dozens."""
    module = catalogue.all(Module)[0]
    before, after = ("ja nee " * 700).strip(), ("nee ja ja " * 450).strip()
    with patch.object(SequenceMatcher, "ratio", side_effect=AssertionError):
        found = changed(
            catalogue, module.model_copy(update={"leerdoelen": [before]}), leerdoelen=[after]
        )
    assert found == [("leerdoelen › nr. 1", before, after)]


class Counted(str):
    """A text that counts how often it is compared with another."""

    compared: ClassVar[int] = 0

    def __eq__(self, other: object) -> bool:
        Counted.compared += 1
        return str.__eq__(self, other)

    __hash__ = str.__hash__


def test_of_a_list_of_thousands_each_entry_is_looked_for_once(catalogue: Catalogue) -> None:
    module = catalogue.all(Module)[0]
    old = [Counted(f"Doel {n}.") for n in range(2000)]
    new = [Counted(f"Doel {n}.") for n in range(1000, 3000)]
    found = changed(
        catalogue, module.model_copy(update={"leerdoelen": old}), leerdoelen=[*reversed(new)]
    )
    assert len([after for _, _, after in found if after]) == 1000 + 1
    assert Counted.compared < 20 * len(old)
