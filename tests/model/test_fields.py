"""Fields: described once, by the class that has them; every label has one home."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any, cast, get_type_hints

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from catalogue.checking import load
from catalogue.model import KINDS, Herkomst, Item, Koppeling, Onderdeel, Wetsverwijzing
from catalogue.model.base import Wijziging
from catalogue.model.fields import (
    Choice,
    Choices,
    Described,
    classes_within,
    fields_of,
    label_of,
    labels_of,
    model_at,
)
from catalogue.model.instrument import Instrument, Kenmerken, Score, Scores
from catalogue.model.kind import kind_named
from catalogue.model.parts import walk
from catalogue.model.wet import Artikel
from catalogue.pages import render
from catalogue.template_files import TEMPLATES
from tests.sample import SAMPLE

CLASSES = list(
    dict.fromkeys(part for kind in KINDS.values() for part in classes_within(kind.model))
)
"""Every class that content is made of."""

FIELDS = [(model, field) for model in CLASSES for field in fields_of(model)]


def of_class(parent: type[BaseModel]) -> Iterator[type[BaseModel]]:
    return (model for model in CLASSES if issubclass(model, parent))


# What a field is


def test_a_field_tells_what_it_holds() -> None:
    card = fields_of(Instrument)
    assert (card["samenvatting"].text, card["samenvatting"].required) == ("line", True)
    assert (card["bronnen"].refers_to, card["bronnen"].many) == (("bron",), True)
    assert (card["factoren"].part, card["beoordeeld_op"].scalar) == (
        Instrument.model_fields["factoren"].annotation.__args__[0],  # type: ignore[union-attr]
        "date",
    )
    assert list(card["status"].choices) == [
        "geldend",
        "gesloten",
        "voorgesteld",
        "vervallen",
        "vervangen",
        "concept",
    ]
    assert card["titel"].text == "" and not card["titel"].choices
    assert card["scores"].label == "scores" and fields_of(Kenmerken)["regels"].label == (
        "wie maakt de regels"
    )


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("relaties", ("instrument",)),
        ("bouwstenen", ("bouwsteen",)),
        ("wetgevend_kader", ("wet",)),
        ("voordelen", None),
        ("titel", None),
    ],
)
def test_a_field_that_holds_links_tells_to_which_kind_they_lead(
    name: str, kinds: tuple[str, ...] | None
) -> None:
    target = fields_of(Instrument)[name].leads_to
    assert (target.refers_to if target else None) == kinds


def test_a_place_in_the_data_leads_to_the_class_that_stands_there() -> None:
    assert model_at(Instrument, ()) is Instrument
    assert model_at(Instrument, ("scores", "hardheid")) is Score
    assert model_at(Instrument, ("factoren", 2, "ook", 0)) is not None
    assert model_at(Instrument, ("bestaat", "niet")) is None
    assert model_at(Instrument, ("titel", "dieper")) is None


def test_the_classes_within_a_class_are_found_once_each() -> None:
    found = classes_within(Instrument)
    assert found[0] is Instrument and {Scores, Score, Wijziging} <= set(found)
    assert len(found) == len(set(found))


def test_every_reference_leads_to_a_kind_that_exists() -> None:
    for _, field in FIELDS:
        for kind in field.refers_to:
            assert kind_named(kind).name == kind


def test_every_field_says_what_to_fill_in() -> None:
    missing = [f"{model.__name__}.{field.name}" for model, field in FIELDS if not field.help]
    assert missing == []


@pytest.mark.parametrize(
    ("model", "name", "scalar"),
    [
        (Instrument, "beoordeeld_op", "date"),
        (KINDS["bron"].model, "datum", "date"),
        (KINDS["gebeurtenis"].model, "tot", "int"),
        (KINDS["module"].model, "duur", "int"),
        (Score, "waarde", "int"),
        (Instrument, "synoniemen", "str"),
    ],
)
def test_a_single_value_has_a_type_whether_it_may_be_left_out_or_not(
    model: type[BaseModel], name: str, scalar: str
) -> None:
    assert fields_of(model)[name].scalar == scalar


# What must be there


def required(model: type[BaseModel]) -> set[str]:
    return {field.name for field in fields_of(model) if field.required}


REQUIRED = {
    "instrument": {"samenvatting", "status", "beoordeeld_op", "beoordelen_voor", "bestuurslagen", "bronnen"},
    "case": {"samenvatting", "diepte", "bestuurslagen", "bronnen", "beoordeeld_op"},
    "bouwsteen": {"nummer", "samenvatting", "doel", "aanbevelingen", "bronnen"},
    "knelpunt": {"samenvatting", "beoordeeld_op", "beoordelen_voor", "thema", "score", "bronnen"},
    "wet": {"soort", "samenvatting", "beoordeeld_op", "beoordelen_voor", "bronnen"},
    "begrip": {"definitie", "bronnen"},
    "doel": {"nummer", "samenvatting", "inhoud", "bronnen"},
    "gebeurtenis": {"wanneer", "jaar", "samenvatting", "bronnen"},
    "module": {"nummer", "samenvatting", "doelgroep", "duur", "voorkennis", "leerdoelen", "programma", "bronnen"},
    "bron": {"samenvatting", "auteur", "verschenen", "citeerwijze"},
}  # fmt: skip
"""What editors must fill in since the first card; making one of these optional is a decision, not an accident."""


@pytest.mark.parametrize("kind", REQUIRED)
def test_an_item_has_what_its_kind_asks(kind: str) -> None:
    assert required(KINDS[kind].model) == {"id", "titel", *REQUIRED[kind]}


def test_every_item_has_an_id_and_a_title_and_every_change_a_date() -> None:
    assert all({"id", "titel"} <= required(model) for model in of_class(Item))
    assert required(Wijziging) == {"datum", "wat"}


def test_what_rests_on_a_source_names_it_and_a_link_says_why() -> None:
    assert all("bron" in required(model) for model in of_class(Herkomst))
    assert all("reden" in required(model) for model in of_class(Koppeling))


def test_what_a_law_says_is_a_fact_wherever_it_stands() -> None:
    held = [(model, field) for model, field in FIELDS if field.part in (Wetsverwijzing, Artikel)]
    assert len(held) > 3
    assert [f"{model.__name__}.{field.name}" for model, field in held if not field.about.fact] == []


def test_no_text_of_any_field_holds_what_no_one_sees() -> None:
    """On a page such a character is a mark of ours, or ends the reading of the page."""
    taken = []
    for model, field in FIELDS:
        if field.scalar != "str" or field.refers_to or field.choices:
            continue
        annotation = get_type_hints(model, include_extras=True)[field.name]
        for text in ("tekst\x02", "https://proef.example/\x04", "tekst\uffff"):
            value = [text] if field.many else text
            with suppress(ValidationError):
                TypeAdapter(annotation).validate_python(value)
                taken.append(f"{model.__name__}.{field.name}")
    assert taken == []


def test_every_day_is_one_that_a_build_can_stand_at() -> None:
    days = [(model, field) for model, field in FIELDS if field.scalar == "date"]
    assert len(days) > 4
    for model, field in days:
        annotation = get_type_hints(model, include_extras=True)[field.name]
        assert TypeAdapter(annotation).validate_python(date(2026, 3, 2))
        for far in (date(1, 1, 1), date(2206, 3, 2)):
            with pytest.raises(ValidationError):
                TypeAdapter(annotation).validate_python(far)


def test_no_part_takes_a_field_that_it_does_not_know_or_changes_once_it_is_made() -> None:
    for model in CLASSES:
        assert issubclass(model, Onderdeel)
        assert model.model_config["extra"] == "forbid" and model.model_config["frozen"]


# Labels


def test_a_value_without_words_of_its_own_is_called_as_it_is_written() -> None:
    words = Choices(rijk="Rijk", wet=Choice("wet", plural="Wetten"))
    assert words.of("rijk").label == "Rijk"
    assert words.of("wet").plural == "Wetten"
    assert words.of("escaleert_naar").label == "escaleert naar"


def choice_fields() -> list[tuple[type[BaseModel], Described]]:
    return [(model, field) for model, field in FIELDS if field.choices]


def test_a_value_is_called_the_same_wherever_it_may_stand() -> None:
    """“Gemeente, provincie en rijk” on one page and “Rijk” on another: that is two homes for one label."""
    homes: dict[tuple[frozenset[str], str], dict[str, str]] = defaultdict(dict)
    for model, field in choice_fields():
        for value, choice in field.choices.items():
            homes[frozenset(field.choices), value][choice.label] = f"{model.__name__}.{field.name}"
    assert [places for places in homes.values() if len(places) > 1] == []


def test_every_label_is_words_that_a_reader_knows() -> None:
    for model, field in FIELDS:
        for label in (field.label, *(choice.label for choice in field.choices.values())):
            assert "_" not in label and label.strip() == label != "", f"{model}.{field.name}"


def test_the_words_of_a_value_are_asked_of_the_part_that_has_it() -> None:
    catalogue = load(SAMPLE)
    card = catalogue.node(Instrument, "proefoverleg").part
    assert label_of(card, "status") == "vervangen"
    assert label_of(card, "bestuurslagen", "rijk") == "Rijk"
    assert labels_of(card, "bestuurslagen") == ["Rijk", "gemeente"]
    for name, value in (("statuss", None), ("status", "weg"), ("titel", None)):
        with pytest.raises(KeyError):
            label_of(card, name, value)


def said_by_us(value: str) -> bool:
    """Whether a template, a label or a text of the sample has this word of its own accord."""
    choosing = "|".join({field.name for _, field in choice_fields()})
    texts = [path.read_text(encoding="utf-8") for path in SAMPLE.rglob("*.*")]
    said = [re.sub(rf"^ *(?:- )?(?:{choosing}):.*$", "", text, flags=re.M) for text in texts]
    for path in TEMPLATES.rglob("*.jinja"):
        text = path.read_text(encoding="utf-8")
        said.append(JINJA.sub("", text))
        said += (
            words for code in JINJA.findall(text) for words in re.findall('(?<!== )"(.*?)"', code)
        )
    said += [text for kind in KINDS.values() for text in (kind.description, kind.plural)]
    said += [field.about.label for _, field in FIELDS]
    return any(shows(text, value) for text in said)


TAG = re.compile(r"<[^>]*>")
JINJA = re.compile(r"\{[{%#].*?[}%#]\}", re.S)


def shows(text: str, word: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text) is not None


def test_a_page_shows_a_value_by_its_label_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every value gets another label; then no page may still show one as the file writes it."""
    for _, field in choice_fields():
        for value, choice in field.choices.items():
            words = cast(dict[str, Choice], field.choices)
            monkeypatch.setitem(words, value, replace(choice, label="anders", inverse="anders"))
    catalogue = load(SAMPLE)
    # The name of a field is no word that readers see.
    values = {
        value
        for model, field in choice_fields()
        for value in field.choices.keys() - fields_of(model).all.keys()
    }
    tried = {value for value in values if not said_by_us(value)}
    assert {"vervangen", "geldend", "kabinet", "bevestigd", "stimuleren"} <= tried
    shown = {page.path: TAG.sub(" ", page.html) for page in render(catalogue)}
    raw = {(path, value) for path, text in shown.items() for value in tried if shows(text, value)}
    assert raw == set()


# The sample


def filled(value: Any) -> bool:
    return value is not None and value != []


def test_the_sample_fills_every_field_of_every_part_of_every_kind() -> None:
    """What the tests of pages, links and hostile values try, they try for every field."""
    seen = {
        (type(part), field.name)
        for items in load(SAMPLE).items.values()
        for item in items.values()
        for _, part in walk(item)
        for field in fields_of(type(part))
        if filled(getattr(part, field.name))
    }
    # Where a statement stands in a source is tried often enough in a few of them.
    # A concept is no part of what is published.
    shared = {*Herkomst.model_fields, "status"}
    left = [
        f"{model.__name__}.{field.name}"
        for model, field in FIELDS
        if (model, field.name) not in seen and field.name not in shared
    ]
    assert left == []
    assert shared <= {name for _, name in seen}
