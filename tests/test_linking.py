"""Links: each is typed once, on one card, and can be read from both sides with the sentence why."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from catalogue.checking import check, load
from catalogue.linking import Catalogue, Link, sentence_around
from tests.conftest import ROOT
from tests.sample import SAMPLE, edit, sample_project


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(SAMPLE)


def told(links: list[Link]) -> list[tuple[str, str, str, str | None]]:
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
    arriving = told(catalogue.links_to(catalogue.node(*target), field=field))
    assert (source, target[1], field, reden) in arriving


def test_what_a_recommendation_refers_to_is_linked_from_the_recommendation(
    catalogue: Catalogue,
) -> None:
    law = catalogue.node("wet", "proefwet")
    assert ("1.01", "proefwet", "aanbevelingen", "De wet vraagt om afspraken.") in told(
        catalogue.links_to(law, "aanbeveling")
    )
    assert catalogue.links_to(law, "bouwsteen") == []


def test_each_link_leaves_on_one_side_and_arrives_on_the_other(catalogue: Catalogue) -> None:
    for real in (catalogue, load(ROOT)):
        leaving = [link for links in real.outgoing.values() for link in links]
        arriving = [link for links in real.incoming.values() for link in links]
        assert set(map(id, leaving)) == set(map(id, arriving)) and len(leaving) == len(arriving)
        assert all(link in real.outgoing[link.source.key] for link in arriving)


def test_a_mention_in_running_text_shows_at_what_it_mentions_with_its_sentence(
    catalogue: Catalogue,
) -> None:
    card = catalogue.node("instrument", "proefakkoord")
    assert told(catalogue.links_to(card, field="tekst")) == [
        ("proefoverleg", "proefakkoord", "tekst", "Het lijkt op het akkoord, maar bindt niet."),
        ("1.01", "proefakkoord", "tekst", "Leg vast wie wat doet, zoals in het akkoord op proef staat."),
    ]  # fmt: skip


def test_a_link_to_another_site_or_to_the_page_itself_is_no_mention(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    edit(project, "instruments/proefakkoord.yml", "instrument:proefoverleg", "proefakkoord")
    catalogue = load(project)
    card = catalogue.node("instrument", "proefakkoord")
    assert [link.field for link in catalogue.links_from(card)] == ["bronnen", "voordelen"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Eén zin met [een link](x).", "Eén zin met een link."),
        ("Eerst dit. Dan [een link](x). En dat.", "Dan een link."),
        ("Is dit [een link](x)? Ja!", "Is dit een link?"),
        ("Een alinea\n\nnog een met [een link](x)", "nog een met een link"),
        ("Een lijst:\n\n- het eerste\n- [een link](x) erin", "een link erin"),
        ("Over een\nregel heen [een link](x).", "Over een regel heen een link."),
        ("Twee: [de ene](y) en [een link](x).", "Twee: de ene en een link."),
        ("Waar of niet? **Waar.** Dat staat bij [een link](x).", "Dat staat bij een link."),
        ("Dat doet BZK. Lees [een link](x).", "Lees een link."),
        ("**C. [een link](x).** Vrij te besteden.", "C. een link."),
        ("- *Let op*: [een link](x) is **niet** vast.", "Let op: een link is niet vast."),
    ],
)
def test_the_sentence_around_a_link_reads_without_link_marks(text: str, sentence: str) -> None:
    assert sentence_around(text, "een link") == sentence


def test_an_id_that_two_kinds_share_must_say_which_is_meant(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    law = (project / "docs/wetten/proefverdrag.md").read_text(encoding="utf-8")
    (project / "docs/wetten/proefakkoord.md").write_text(
        law.replace("id: proefverdrag", "id: proefakkoord"), encoding="utf-8"
    )
    assert [p.message for p in check(project)] == [
        "link naar “proefakkoord” kan meer betekenen; schrijf instrument:proefakkoord of wet:proefakkoord"
    ]
    edit(project, "instruments/proefoverleg.yml", "(proefakkoord)", "(wet:proefakkoord)")
    catalogue = load(project)
    assert catalogue.resolve("proefakkoord") is None
    assert catalogue.links_to(catalogue.node("wet", "proefakkoord"), field="tekst")


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
