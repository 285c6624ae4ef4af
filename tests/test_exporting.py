"""``data/catalogus.json``: everything that the pages say, for programs, with every link on both sides."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from catalogue.checking import load
from catalogue.exporting import DATA, SCHEMA, catalogue_schema, exports, list_keys
from catalogue.linking import Catalogue
from tests.sample import SAMPLE, edit, sample_project

LISTS = set(list_keys().values())
SITE = "https://proef.example/wijzer/"


def exported(catalogue: Catalogue) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(dict(exports(catalogue, SITE))[DATA])
    return data


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    return exported(load(SAMPLE))


def one(data: dict[str, Any], key: str, id: str) -> dict[str, Any]:
    """The item with this id."""
    found: dict[str, Any] = next(item for item in data[key] if item["id"] == id)
    return found


def test_the_file_holds_a_list_for_each_kind(data: dict[str, Any]) -> None:
    assert set(data) == {*LISTS, "$schema"}
    assert all(isinstance(data[key], list) and data[key] for key in LISTS)


def test_every_item_has_its_id_title_and_address(data: dict[str, Any]) -> None:
    for item in (item for key in LISTS for item in data[key]):
        assert item["id"] and item["titel"] and item["url"].startswith(SITE)
    assert one(data, "instrumenten", "proefoverleg")["url"] == f"{SITE}instrumenten/proefoverleg/"
    assert one(data, "begrippen", "proefbegrip")["url"] == f"{SITE}begrippen/#proefbegrip"
    assert one(data, "aanbevelingen", "1.01")["url"].endswith("/1-proefafspraken/#aanbeveling-1-01")


def test_an_instrument_has_its_lists(data: dict[str, Any]) -> None:
    card = one(data, "instrumenten", "proefoverleg")
    assert [said["tekst"] for said in card["voordelen"]] == ["Het is snel."]
    assert [said["tekst"] for said in card["nadelen"]] == ["Het is vrijblijvend."]
    assert [factor["id"] for factor in card["slaagfactoren"]] == ["vertrouwen"]
    assert [factor["id"] for factor in card["faalfactoren"]] == ["vertrouwen"]
    assert card["scores"]["hardheid"]["waarde"] == 2
    assert card["beoordeeld_op"] == "2026-03-02"
    assert card["wetgevend_kader"][0]["lid"] == "3"


def test_a_knelpunt_has_its_two_scores_as_numbers(data: dict[str, Any]) -> None:
    score = one(data, "knelpunten", "proefknelpunt")["score"]
    assert (score["rijk"], score["decentraal"]) == (3.19, 3.59)


def test_a_case_has_its_six_partnership_scores(data: dict[str, Any]) -> None:
    scores = one(data, "cases", "proefregio")["partnerschap"]
    assert [value for value in scores.values() if isinstance(value, int)] == [4, 1, 2, 3, 5, 1]


def test_a_recommendation_names_its_bouwsteen(data: dict[str, Any]) -> None:
    advice = one(data, "aanbevelingen", "1.01")
    assert advice["bouwsteen"] == "1-proefafspraken"
    assert one(data, "bouwstenen", "1-proefafspraken")["aanbevelingen"][0]["id"] == "1.01"


@pytest.mark.parametrize(
    ("key", "id", "list_key", "source", "reden"),
    [
        ("knelpunten", "proefknelpunt", "instrumenten", "proefoverleg", "Praten helpt tegen onbekendheid."),
        ("knelpunten", "proefknelpunt", "cases", "proefregio", "Het Rijk kende de regio niet."),
        ("wetten", "proefwet", "instrumenten", "proefoverleg", "Wie een opgave deelt, overlegt."),
        ("wetten", "proefwet", "aanbevelingen", "1.01", "De wet vraagt om afspraken."),
        ("aanbevelingen", "1.01", "instrumenten", "proefoverleg", "Het is de eerste stap."),
        ("cases", "proefregio", "modules", "proefmodule", "Hier ging het goed."),
        ("instrumenten", "proefoverleg", "cases", "proefregio", "Het overleg bracht partijen bij elkaar."),
        ("instrumenten", "proefakkoord", "instrumenten", "proefoverleg", "Een goed gesprek maakt een akkoord makkelijker."),
        ("begrippen", "proefbegrip", "modules", "proefmodule", "De les legt het uit."),
    ],
)  # fmt: skip
def test_a_link_shows_at_its_target_with_the_sentence_why(
    data: dict[str, Any], key: str, id: str, list_key: str, source: str, reden: str
) -> None:
    assert (source, reden) in {
        (link["id"], link.get("reden")) for link in one(data, key, id)[list_key]
    }


def test_a_field_of_its_own_is_not_lost_to_what_refers_to_it(data: dict[str, Any]) -> None:
    """A module has ``bouwstenen`` of its own; a begrip that others refer to keeps its own ``bronnen``."""
    begrip = one(data, "begrippen", "proefbegrip")
    assert begrip["bronnen"] == ["rob-2021"] and begrip["verwant"] == ["proefterm"]
    bouwsteen = one(data, "bouwstenen", "1-proefafspraken")
    assert [advice["tekst"][:10] for advice in bouwsteen["aanbevelingen"]] == [
        "Leg vast w",
        "Kijk elk j",
    ]


def told(items: list[dict[str, Any]], keys: dict[str, str]) -> Counter[tuple[str, ...]]:
    """Every link that the data give with the item where it arrives: to, from, field, why."""
    names = {*keys.values(), *(f"{key}_die_hierheen_verwijzen" for key in keys.values())}
    found: Counter[tuple[str, ...]] = Counter()
    for target in items:
        for name in names & target.keys():
            for link in target[name]:
                if isinstance(link, dict) and "veld" in link:
                    found[target["url"], link["url"], link["veld"], link.get("reden", "")] += 1
    return found


def test_every_link_between_items_is_in_the_data_at_its_target_and_nothing_else(
    data: dict[str, Any],
) -> None:
    catalogue = load(SAMPLE)
    items = [item for key in LISTS for item in data[key]]
    items += [advice for source in data["bronnen"] for advice in source["aanbevelingen"]]
    expected = Counter(
        (SITE + link.target.address, SITE + link.source.address, link.field, link.reden or "")
        for links in catalogue.outgoing.values()
        for link in links
        # A factor tells what the cases say of it in its own list.
        if link.field != "bronnen" and link.target.kind != "factor"
    )
    assert told(items, list_keys()) == expected


def test_the_data_are_what_their_schema_says(data: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(catalogue_schema())
    found = Draft202012Validator(catalogue_schema()).iter_errors(data)
    assert [error.message for error in found] == []


@pytest.mark.parametrize(
    ("key", "field", "value"),
    [
        ("instrumenten", "voordelen", "geen lijst"),
        ("instrumenten", "slaagfactoren", [{"naam": 3}]),
        ("instrumenten", "url", 3),
        ("knelpunten", "score", {"rijk": "hoog"}),
        ("cases", "titel", None),
        ("wetten", "soort", "gewoonte"),
        ("knelpunten", "instrumenten", "geen lijst"),
        ("instrumenten", "factoren", [{"naam": "Zonder bevindingen"}]),
    ],
)
def test_the_schema_refuses_what_is_not_so(
    data: dict[str, Any], key: str, field: str, value: Any
) -> None:
    wrong = {**data, key: [{**data[key][0], field: value}]}
    assert list(Draft202012Validator(catalogue_schema()).iter_errors(wrong))


def test_the_schema_stands_beside_the_data(data: dict[str, Any]) -> None:
    files = dict(exports(load(SAMPLE), SITE))
    assert Path(SCHEMA).parent == Path(DATA).parent and data["$schema"] == Path(SCHEMA).name
    assert json.loads(files[SCHEMA]) == catalogue_schema()


def test_a_factor_tells_what_the_cases_say_of_it(data: dict[str, Any]) -> None:
    (factor,) = one(data, "instrumenten", "proefoverleg")["slaagfactoren"]
    (finding,) = factor["bevindingen"]
    assert (finding["id"], finding["oordeel"]) == ("proefregio", "bevestigd")
    assert finding["reden"] == "Het vertrouwen groeide met elke bijeenkomst."


def test_a_recommendation_of_a_source_has_an_address_and_who_carries_it_out(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    edit(project, "docs/leerlijn/proefmodule.md", 'aanbeveling: "1.01"', "aanbeveling: rob-01")
    (advice,) = one(exported(load(project)), "bronnen", "rob-2021")["aanbevelingen"]
    assert advice["url"] == f"{SITE}bronnen/rob-2021/#aanbeveling-rob-01"
    assert [link["id"] for link in advice["modules"]] == ["proefmodule"]


def test_two_exports_are_the_same_bytes() -> None:
    assert dict(exports(load(SAMPLE), SITE)) == dict(exports(load(SAMPLE), SITE))
