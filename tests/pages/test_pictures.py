"""Pictures beside a list with the same content: on cards, at the goals and on the time line."""

from __future__ import annotations

import re
from html import unescape

import pytest
from catalogue.pictures.cards import CARDS, card_picture, draw_steps
from catalogue.pictures.timeline import Scale
from catalogue.pictures.words import first_sentence
from catalogue.rendering import render
from catalogue.views import InstrumentView

from catalogue.checking import load
from catalogue.linking import Catalogue
from catalogue.model.bouwsteen import Stap
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(ROOT)


@pytest.fixture(scope="module")
def pages(catalogue: Catalogue) -> dict[str, str]:
    return {page.path: page.content for page in render(catalogue)}


def words(svg: str) -> str:
    """What a picture shows, as running words."""
    shown = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
    return " ".join(unescape(" ".join(shown)).split())


@pytest.mark.parametrize("id", CARDS)
def test_a_card_shows_its_picture_with_a_title_and_a_description(
    catalogue: Catalogue, pages: dict[str, str], id: str
) -> None:
    picture = card_picture(catalogue, catalogue.node("instrument", id))
    assert picture is not None
    assert picture.svg in pages[f"instrumenten/{id}.md"]
    assert re.search(r"<title[^>]*>[^<]+</title>\n<desc[^>]*>[^<]+</desc>", picture.svg)
    assert "style=" not in picture.svg


def test_any_other_card_has_none(catalogue: Catalogue) -> None:
    assert card_picture(catalogue, catalogue.node("instrument", "convenant")) is None


def test_the_steps_are_those_of_the_recommendation(catalogue: Catalogue) -> None:
    picture = card_picture(
        catalogue, catalogue.node("instrument", "stapsgewijze-geschilbeslechting")
    )
    assert picture is not None
    assert [part.nummer for part in picture.delen] == ["1", "1a", "1b", "2", "3", "4", "5", "6"]
    for part in picture.delen:
        assert f"{part.nummer} {first_sentence(part.tekst)}" in words(picture.svg)


def test_steps_without_a_number_are_counted() -> None:
    steps = [Stap(tekst="Eerst [dit](x). Dan meer."), Stap(tekst="Daarna *dat*.")]
    assert words(draw_steps("Stappen", steps, "proef")) == "1 Eerst dit. 2 Daarna dat."


def test_the_roles_stand_in_order_with_their_instruments(catalogue: Catalogue) -> None:
    picture = card_picture(catalogue, catalogue.node("instrument", "overheidsparticipatietrap"))
    assert picture is not None
    names = [part.naam for part in picture.delen]
    assert names == ["Loslaten", "Faciliteren", "Stimuleren", "Regisseren", "Reguleren"]
    count = sum("loslaten" in card.rol for card in catalogue.all("instrument"))
    assert picture.delen[0].adreswoorden.startswith(f"{count} ")


def test_the_scale_of_years_is_wider_for_what_is_later() -> None:
    scale = Scale(1840, 2030)
    places = [scale.place(year) for year in (1840, 1900, 1980, 2000, 2030)]
    assert places == sorted(places)
    assert scale.place(1990) - scale.place(1980) > scale.place(1980) - scale.place(1950)
    assert [year for _, year in scale.ticks] == [1850, 1900, 1980, 1990, 2000, 2010, 2020, 2030]


def test_every_event_and_goal_stands_in_its_picture_and_on_its_page(
    catalogue: Catalogue, pages: dict[str, str]
) -> None:
    shown = words(pages["tijdlijn/index.md"])
    for event in catalogue.all("gebeurtenis"):
        assert f"{event.wanneer}: {event.titel}" in shown
        assert f'<h2 id="{event.id}">' in pages["tijdlijn/index.md"]
    for goal in catalogue.all("doel"):
        assert f'<h2 id="{goal.id}">' in pages["krachtig-bestuur/index.md"]
        for solution in goal.oplossingen:
            assert solution.naam in words(pages["krachtig-bestuur/index.md"])


def test_a_card_says_which_lists_leave_it_out(catalogue: Catalogue, pages: dict[str, str]) -> None:
    for node in catalogue.nodes_of("instrument"):
        missing = InstrumentView(catalogue, node).unnamed
        said = re.findall(r"(Geen .*) noemt dit instrument\.", pages[node.page])
        assert len(said) == (1 if missing else 0), node.id
        linked = {k.target.kind for k in catalogue.links_from(node)}
        linked |= {k.source.kind for k in catalogue.links_to(node)}
        named = [kinds & linked for kinds in ({"knelpunt"}, {"bouwsteen"}, {"aanbeveling", "doel"})]
        assert len(missing) == sum(not found for found in named), node.id
