"""Links: each is typed once, on one card, and can be read from both sides with the sentence why."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from catalogue.checking import load
from catalogue.linking import (
    Catalogue,
    Link,
    LinkField,
    UnknownLinkError,
    check_link_name,
    link_names,
)
from catalogue.model import KINDS, Case, Instrument
from catalogue.model.base import NaarBouwsteen, NaarKnelpunt
from catalogue.model.case import Inzet
from catalogue.model.fields import fields_of
from tests.sample import SAMPLE, edit, sample_project


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(SAMPLE)


def told(links: list[Link[Any]]) -> list[tuple[str, str, str, str | None]]:
    """From, to, field, why."""
    return [(link.source.id, link.target.id, link.field, link.reden) for link in links]


def test_an_instrument_that_answers_to_a_knelpunt_shows_there_with_the_sentence_why(
    catalogue: Catalogue,
) -> None:
    knelpunt = catalogue.node("knelpunt", "proefknelpunt")
    assert told(catalogue.links_to(knelpunt, "instrument")) == [
        ("proefoverleg", "proefknelpunt", "knelpunten", "Praten helpt tegen onbekendheid.")
    ]


@pytest.mark.parametrize(
    ("target", "source", "field", "reden"),
    [
        (("instrument", "proefoverleg"), "proefregio", "instrumenten", "Het overleg bracht partijen bij elkaar."),
        (("instrument", "proefoverleg"), "proefmodule", "instrumenten", "De les gaat over dit overleg."),
        (("instrument", "proefakkoord"), "proefoverleg", "relaties", "Een goed gesprek maakt een akkoord makkelijker."),
        (("instrument", "proefakkoord"), "proefoverleg", "wanneer_niet", "u iets wilt vastleggen"),
        (("instrument", "proefakkoord"), "proefoverleg", "vervangen_door", None),
        (("factor", "proefoverleg/vertrouwen"), "proefregio", "factoren", "Het vertrouwen groeide met elke bijeenkomst."),
        (("bouwsteen", "1-proefafspraken"), "proefregio", "bouwstenen", "De afspraken stonden centraal."),
        (("aanbeveling", "1.01"), "proefoverleg", "aanbevelingen", "Het is de eerste stap."),
        (("wet", "proefwet"), "proefoverleg", "wetgevend_kader", "Wie een opgave deelt, overlegt."),
        (("wet", "proefverdrag"), "proefregio", "wetgevend_kader", "Het verdrag vraagt om overleg."),
        (("begrip", "proefbegrip"), "proefmodule", "begrippen", "De les legt het uit."),
        (("begrip", "proefterm"), "proefbegrip", "verwant", None),
        (("case", "proefregio"), "proefmodule", "cases", "Hier ging het goed."),
        (("bron", "proefadvies"), "proefoverleg", "wanneer_niet", None),
    ],
)  # fmt: skip
def test_every_kind_of_link_arrives_at_its_target(
    catalogue: Catalogue, target: tuple[str, str], source: str, field: str, reden: str | None
) -> None:
    arriving = told(catalogue.links_to(catalogue.node(*target)))
    assert (source, target[1], field, reden) in arriving


def test_what_a_recommendation_refers_to_is_linked_from_the_recommendation(
    catalogue: Catalogue,
) -> None:
    law = catalogue.node("wet", "proefwet")
    assert ("1.01", "proefwet", "wetgevend_kader", "De wet vraagt om afspraken.") in told(
        catalogue.links_to(law, "aanbeveling")
    )
    assert catalogue.links_to(law, "bouwsteen") == []


def test_each_link_leaves_on_one_side_and_arrives_on_the_other(catalogue: Catalogue) -> None:
    leaving = [link for links in catalogue.outgoing.values() for link in links]
    arriving = [link for links in catalogue.incoming.values() for link in links]
    assert set(map(id, leaving)) == set(map(id, arriving)) and len(leaving) == len(arriving)
    assert all(link in catalogue.outgoing[link.source.key] for link in arriving)
    assert all(link in catalogue.incoming[link.target.key] for link in leaving)


def test_a_mention_in_running_text_shows_at_what_it_mentions_with_its_sentence(
    catalogue: Catalogue,
) -> None:
    card = catalogue.node("instrument", "proefakkoord")
    mentions = catalogue.links_to(card, "instrument.tekst", "aanbeveling.tekst")
    assert told(mentions) == [
        ("proefoverleg", "proefakkoord", "tekst", "Het lijkt op het akkoord, maar bindt niet."),
        ("1.01", "proefakkoord", "tekst", "Leg vast wie wat doet, zoals in het akkoord op proef staat."),
    ]  # fmt: skip


def test_a_link_to_another_site_or_to_the_page_itself_is_no_mention(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    edit(project, "instruments/proefakkoord.yml", "instrument:proefoverleg", "proefakkoord")
    catalogue = load(project)
    card = catalogue.node("instrument", "proefakkoord")
    assert "tekst" not in {link.field for link in catalogue.links_from(card)}


def test_an_id_that_two_kinds_share_leads_to_the_one_that_is_meant(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    law = (project / "docs/wetten/proefverdrag.md").read_text(encoding="utf-8")
    twin = law.replace("id: proefverdrag", "id: proefakkoord")
    (project / "docs/wetten/proefakkoord.md").write_text(twin, encoding="utf-8")
    edit(project, "instruments/proefoverleg.yml", "(proefakkoord)", "(wet:proefakkoord)")
    catalogue = load(project)
    assert catalogue.resolve("proefakkoord") is None
    law_node = catalogue.node("wet", "proefakkoord")
    assert [link.source.id for link in catalogue.links_to(law_node, "instrument.tekst")] == [
        "proefoverleg"
    ]


def test_a_target_resolves_to_the_item_it_names(catalogue: Catalogue) -> None:
    assert catalogue.resolve("proefakkoord") is catalogue.node("instrument", "proefakkoord")
    assert catalogue.resolve("aanbeveling:1.01") is catalogue.node("aanbeveling", "1.01")
    assert catalogue.resolve("wet:proefakkoord") is None
    assert catalogue.resolve("onbekend") is None


@pytest.mark.parametrize(
    ("key", "address", "page"),
    [
        (("instrument", "proefoverleg"), "instrumenten/proefoverleg/", "instrumenten/proefoverleg.md"),
        (("case", "proefregio"), "praktijk/proefregio/", "praktijk/proefregio.md"),
        (("aanbeveling", "1.01"), "bouwstenen/1-proefafspraken/#aanbeveling-1-01", "bouwstenen/1-proefafspraken.md"),
        (("aanbeveling", "rob-01"), "bronnen/rob-2021/#aanbeveling-rob-01", "bronnen/rob-2021.md"),
        (("factor", "proefoverleg/vertrouwen"), "instrumenten/proefoverleg/#factor-vertrouwen", "instrumenten/proefoverleg.md"),
        (("wet", "proefwet"), "wettelijk-kader/proefwet/", "wettelijk-kader/proefwet.md"),
        (("begrip", "proefbegrip"), "begrippen/#proefbegrip", "begrippen/index.md"),
        (("module", "proefmodule"), "leerlijn/proefmodule/", "leerlijn/proefmodule.md"),
    ],
)  # fmt: skip
def test_every_item_has_its_address(
    catalogue: Catalogue, key: tuple[str, str], address: str, page: str
) -> None:
    assert (catalogue.node(*key).address, catalogue.node(*key).page) == (address, page)


def test_the_newest_date_in_the_data_is_the_clock_of_the_build(catalogue: Catalogue) -> None:
    assert catalogue.newest_date == date(2026, 3, 2)


# Links that cannot be misspelt


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("csae", "case"),
        ("instrumenten", None),
        ("case.instrument", "case.instrumenten"),
        ("case.titel", None),
        ("module.instrumenten.reden", None),
        ("", None),
        ("case.", None),
        ("factor", None),
        ("bouwsteen.aanbevelingen", None),
    ],
)
def test_a_link_by_a_name_that_no_model_has_is_an_error(
    catalogue: Catalogue, name: str, hint: str | None
) -> None:
    node = catalogue.node("instrument", "proefoverleg")
    for ask in (lambda: check_link_name(name), lambda: catalogue.links_to(node, name)):
        with pytest.raises(UnknownLinkError) as caught:
            ask()
        assert f"no links are called {name!r}" in str(caught.value)
        assert hint is None or f"“{hint}”" in str(caught.value)


@pytest.mark.parametrize("field", ["instrumentn", "titel", "cases", "case.instrumenten", ""])
def test_a_link_from_a_field_that_makes_none_is_an_error(catalogue: Catalogue, field: str) -> None:
    node = catalogue.node("case", "proefregio")
    with pytest.raises(UnknownLinkError):
        catalogue.links_from(node, field)
    with pytest.raises(UnknownLinkError):
        catalogue.links_from(node, "instrumenten", field)


def test_a_kind_that_does_not_exist_is_an_error(catalogue: Catalogue) -> None:
    for ask in (lambda: catalogue.nodes_of("csae"), lambda: catalogue.node("csae", "proefregio")):
        with pytest.raises(KeyError):
            ask()


@pytest.mark.parametrize(
    ("source", "field", "part"),
    [
        (Case, "instrumentn", Inzet),
        (Case, "instrumenten", NaarKnelpunt),
        (Case, "titel", Inzet),
        (Case, "bronnen", Inzet),
    ],
)
def test_a_link_field_names_a_field_and_the_part_that_it_holds(
    source: type[Any], field: str, part: type[Any]
) -> None:
    with pytest.raises(UnknownLinkError):
        LinkField(source, field, part)


def test_a_link_field_gives_the_same_links_as_its_name(catalogue: Catalogue) -> None:
    used = LinkField(Case, "instrumenten", Inzet)
    card = catalogue.node(Instrument, "proefoverleg")
    case = catalogue.node(Case, "proefregio")
    assert used.name == "case.instrumenten"
    assert catalogue.links_to(card, used) == catalogue.links_to(card, "case.instrumenten") != []
    # Without the sources on which the parts rest.
    assert [link.target.kind for link in catalogue.links_from(case, used)] == ["instrument"]
    (link,) = catalogue.links_from(case, LinkField(Case, "bouwstenen", NaarBouwsteen))
    assert link.part.reden == "De afspraken stonden centraal."


def test_every_name_of_a_link_is_of_a_kind_and_a_field_that_exist() -> None:
    names = link_names()
    # What a factor says belongs to its card.
    assert names.keys() == KINDS.keys() | {"aanbeveling"}
    for kind in KINDS.values():
        assert names[kind.name] - {"tekst"} <= fields_of(kind.model).all.keys()


def test_every_link_of_the_sample_has_one_of_these_names(catalogue: Catalogue) -> None:
    for links in catalogue.outgoing.values():
        for link in links:
            check_link_name(f"{link.source.kind}.{link.field}")


# The sample tries every name


def test_every_name_of_a_link_occurs_in_the_sample(catalogue: Catalogue) -> None:
    made = {
        (link.source.kind, link.field) for links in catalogue.outgoing.values() for link in links
    }
    known = {(kind, field) for kind, fields in link_names().items() for field in fields}
    mentions = {name for name in known - made if name[1] == "tekst"}
    assert known - made - mentions == set()
    assert made <= known
