"""The form beside the model: every field of the model is in it, and nothing else; each choice has its words."""

from __future__ import annotations

import re
from typing import Any

import pytest
from pydantic import BaseModel

from catalogue.checking import load
from catalogue.form.collections import BODY, EditingForm
from catalogue.linking import Catalogue
from catalogue.model import KINDS, REDACTIE, Kind
from catalogue.model.base import CONCEPT
from catalogue.model.fields import Described, fields_of
from catalogue.reading import BELOW
from tests.conftest import ROOT
from tests.sample import sample_project

Widget = dict[str, Any]


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return load(sample_project(tmp_path_factory.mktemp("form")))


@pytest.fixture(scope="module")
def collections(catalogue: Catalogue) -> dict[str, Widget]:
    return {one["name"]: one for one in EditingForm(catalogue).collections}


def pairs(
    widgets: list[Widget], model: type[BaseModel], top: bool = True
) -> list[tuple[Widget, Described]]:
    """Every widget with the field that it is of; fails where the two are not the same set."""
    names = [BELOW if top and one["name"] == BODY else one["name"] for one in widgets]
    fields = fields_of(model).all
    assert sorted(names) == sorted(fields), model
    found = []
    for name, widget in zip(names, widgets, strict=True):
        found.append((widget, fields[name]))
        part = fields[name].part
        assert (part is not None) == ("fields" in widget), name
        if part:
            found += pairs(widget["fields"], part, top=False)
    return found


@pytest.fixture(params=KINDS.values(), ids=lambda kind: kind.name)
def both(
    request: pytest.FixtureRequest, collections: dict[str, Widget]
) -> list[tuple[Widget, Described]]:
    kind: Kind = request.param
    return pairs(collections[kind.name]["fields"], kind.model)


def test_the_form_has_a_collection_for_each_kind(collections: dict[str, Widget]) -> None:
    assert list(collections) == list(KINDS)
    for kind in KINDS.values():
        one = collections[kind.name]
        assert (one["folder"], f".{one['extension']}") == (kind.folder, kind.suffix)
        # What goes, leaves a redirect; that is not for the form.
        assert (one["create"], one["delete"]) == (True, False)
        is_body = [field["name"] for field in one["fields"] if field["name"] == BODY]
        assert len(is_body) == (kind.suffix == ".md")


def test_every_field_is_in_the_form_and_says_what_to_fill_in(
    both: list[tuple[Widget, Described]],
) -> None:
    for widget, field in both:
        assert widget["label"].casefold() == field.label.casefold()
        assert widget["hint"]
        # Nobody types an id or a quotation mark in a form.
        assert not re.match(r"Ids? van", widget["hint"]), field.name
        assert "aanhalingstekens" not in widget["hint"], field.name


def test_a_half_filled_concept_can_be_kept(both: list[tuple[Widget, Described]]) -> None:
    """Decap keeps nothing while what is required is missing; a concept needs no more than its name."""
    top = [widget for widget, _ in both if widget["required"]]
    assert [one["name"] for one in top] == ["id", "titel"]
    for widget, field in both:
        # A list that must have two may have one, for now.
        assert "min" not in widget or field.scalar in ("int", "float")
        if not widget["required"]:
            assert field.required == ("Nodig " in widget["hint"]), field.name


def test_a_new_item_begins_as_a_concept(collections: dict[str, Widget]) -> None:
    for kind in KINDS.values():
        fields = [one["name"] for one in collections[kind.name]["fields"]]
        status = collections[kind.name]["fields"][fields.index("status")]
        assert status["default"] == CONCEPT in [one["value"] for one in status["options"]]
        # It is seen: among what the site needs, above what may be left out.
        optional = [one for one in fields_of(kind.model) if not one.required]
        below = [one.name for one in optional if one.name != "status"]
        assert all(
            fields.index("status") < fields.index(BODY if name == BELOW else name) for name in below
        )


def test_a_part_that_may_be_left_out_begins_empty(collections: dict[str, Widget]) -> None:
    fields = {one["name"]: one for one in collections["instrument"]["fields"]}
    optional = [one for one in fields.values() if one["widget"] == "object" and one["collapsed"]]
    assert "grondslag" in [one["name"] for one in optional]
    assert not any(inner.get("default") for one in optional for inner in one["fields"])
    # In a list, who adds a part does so today.
    changed = {one["name"]: one for one in fields["wijzigingen"]["fields"]}
    assert changed["datum"]["default"] == "{{now}}"


def test_a_choice_has_the_values_of_the_model_in_words(
    both: list[tuple[Widget, Described]],
) -> None:
    for widget, field in both:
        if field.choices:
            assert [one["value"] for one in widget["options"]] == list(field.choices)
            assert all(one["label"] for one in widget["options"])
            assert widget["multiple"] == field.many


def test_a_reference_is_chosen_by_title_among_all_there_is(
    both: list[tuple[Widget, Described]], catalogue: Catalogue
) -> None:
    for widget, field in both:
        if not field.refers_to:
            continue
        nodes = [node for kind in field.refers_to for node in catalogue.nodes_of(kind)]
        own = [REDACTIE] if field.judgement else []
        assert sorted(one["value"] for one in widget["options"]) == sorted(
            [*own, *(node.id for node in nodes)]
        ), field.name
        titles = {one["value"]: one["label"] for one in widget["options"]}
        assert all(titles[node.id].startswith(node.titel) for node in nodes)


def test_a_part_of_a_card_is_offered_with_the_card(collections: dict[str, Widget]) -> None:
    fields = {one["name"]: one for one in collections["case"]["fields"]}
    factor = next(one for one in fields["factoren"]["fields"] if one["name"] == "factor")
    assert all(re.fullmatch(r".+ \(.+\)", one["label"]) for one in factor["options"])


def test_the_types_of_values_fit_the_model(both: list[tuple[Widget, Described]]) -> None:
    for widget, field in both:
        single = widget.get("field", widget)
        if field.scalar in ("int", "float") and not field.choices:
            assert (single["widget"], single["value_type"]) == ("number", field.scalar)
        if field.scalar == "date":
            assert (single["widget"], single["format"]) == ("datetime", "YYYY-MM-DD")
            # A date that nobody may have filled in is never today by itself.
            assert ("default" in single) <= field.about.today
        if field.text or field.pattern:
            assert single["widget"] in ("text", "string")


def test_patterns_of_the_form_take_what_the_model_takes(
    both: list[tuple[Widget, Described]],
) -> None:
    for widget, field in both:
        single = widget.get("field", widget)
        if "pattern" not in single:
            continue
        form = single["pattern"][0]
        if field.pattern:
            assert form == f"^{field.pattern.form}$"
        elif field.limits.longest:
            assert re.fullmatch(form, "a" * field.limits.longest)
            assert not re.fullmatch(form, "a" * (field.limits.longest + 1))
            assert bool(re.fullmatch(form, "a\n\nb")) == (field.text == "paragraphs")


@pytest.mark.parametrize("id", ["../../etc/x", "a/b", ".git", "A b", "a\n", "-a", "een--twee"])
def test_an_id_leads_to_no_other_folder(collections: dict[str, Widget], id: str) -> None:
    for one in collections.values():
        field = next(field for field in one["fields"] if field["name"] == "id")
        assert one["slug"] == "{{fields.id}}"
        # As a browser reads it: without the newline that Python's $ lets pass.
        assert not re.search(field["pattern"][0].removesuffix("$") + r"\Z", id)


def test_the_page_around_it_has_nothing_inline() -> None:
    page = (ROOT / "beheer/index.html").read_text("utf-8")
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=|https?://", page)
