"""Kinds of content: each is whole by itself, and none takes the place of another."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from catalogue.model import KINDS, PART_KINDS, Item, Kind
from catalogue.model.fields import fields_of
from catalogue.model.kind import kind_named, linkable
from tests.conftest import ROOT
from tests.sample import SAMPLE

ALL = [pytest.param(kind, id=kind.name) for kind in KINDS.values()]


@pytest.mark.parametrize("kind", ALL)
def test_a_kind_knows_its_class_its_words_and_its_icon(kind: Kind) -> None:
    assert issubclass(kind.model, Item) and kind.model.kind is kind
    assert kind_named(kind.name) is kind
    for said in (kind.word, kind.plural, kind.heading, kind.description, kind.icon, kind.title):
        assert said.strip() == said != ""
    assert kind.title[0].isupper() and kind.description.endswith(".")


@pytest.mark.parametrize("kind", ALL)
def test_a_kind_has_its_folder_with_items_in_the_project_and_in_the_sample(kind: Kind) -> None:
    for root in (ROOT, SAMPLE):
        assert list((root / kind.folder).glob(f"*{kind.suffix}"))


@pytest.mark.parametrize(
    ("kind", "address", "file"),
    [
        ("instrument", "instrumenten/proef/", "instruments/proef.yml"),
        ("case", "praktijk/proef/", "cases/proef.yml"),
        ("wet", "wettelijk-kader/proef/", "docs/wetten/proef.md"),
        ("begrip", "begrippen/#proef", "docs/begrippen/proef.md"),
        ("gebeurtenis", "tijdlijn/#proef", "docs/tijdlijn/proef.md"),
    ],
)
def test_an_id_leads_to_an_address_and_a_file(kind: str, address: str, file: str) -> None:
    assert (KINDS[kind].address("proef"), KINDS[kind].file("proef")) == (address, file)


@pytest.mark.parametrize("field", ["name", "folder", "section", "key", "word", "plural", "heading"])
def test_no_two_kinds_are_called_alike(field: str) -> None:
    for one, other in combinations(KINDS.values(), 2):
        assert getattr(one, field) != getattr(other, field)


def test_kinds_of_items_and_of_parts_share_no_name_list_or_anchor() -> None:
    assert not KINDS.keys() & PART_KINDS.keys()
    keys = [kind.key for kind in KINDS.values()]
    keys += [kind.key for kind in PART_KINDS.values() if kind.key]
    assert len(keys) == len(set(keys))
    anchors = [kind.anchor for kind in PART_KINDS.values()]
    assert len(anchors) == len(set(anchors))


def test_kinds_stand_in_their_order() -> None:
    orders = [kind.order for kind in KINDS.values()]
    assert orders == sorted(orders)


def test_a_text_may_name_every_kind_and_the_parts_that_have_an_id_of_their_own() -> None:
    assert linkable() == [*KINDS, "aanbeveling"]


@pytest.mark.parametrize("name", PART_KINDS)
def test_a_part_of_a_kind_stands_in_some_item_and_has_the_field_that_names_it(name: str) -> None:
    parts: list[Any] = [
        field.part for kind in KINDS.values() for field in fields_of(kind.model).parts
    ]
    of_kind = [part for part in parts if vars(part).get("kind") is PART_KINDS[name]]
    assert of_kind
    for part in of_kind:
        assert {"id", PART_KINDS[name].title_field} <= set(fields_of(part).all)


def test_the_id_of_a_part_is_an_anchor_and_a_name_in_the_whole_catalogue() -> None:
    item: Any = type("Kaart", (), {"id": "kaart"})()
    advice, factor = PART_KINDS["aanbeveling"], PART_KINDS["factor"]
    assert (advice.anchor_of("1.03"), advice.node_id(item, "1.03")) == ("aanbeveling-1-03", "1.03")
    assert (factor.anchor_of("geld"), factor.node_id(item, "geld")) == ("factor-geld", "kaart/geld")
