"""Pictures beside a list with the same content: on cards, at the goals and on the time line."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from catalogue.checking import load
from catalogue.dutch import dutch_number
from catalogue.knowledge.coherence import neighbourhood
from catalogue.linking import Catalogue
from catalogue.model import Doel, Gebeurtenis, Instrument, Knelpunt
from catalogue.model.bouwsteen import Stap
from catalogue.model.fields import fields_of
from catalogue.model.instrument import Beeld
from catalogue.pages import render
from catalogue.pages.pictures import CardPicture, card_picture
from catalogue.pages.pictures.cards import SHAPES, draw_ring, draw_stair, draw_steps
from catalogue.pages.pictures.dumbbell import ScoreScale, dumbbell
from catalogue.pages.pictures.neighbourhood import draw_neighbourhood
from catalogue.pages.pictures.timeline import YearScale
from catalogue.pages.pictures.words import fitted
from tests.sample import SAMPLE, add_instruments, edit, relate, sample_project

STAIR = """beeld:
  vorm: trap
  titel: Twee treden
  inleiding: Van laag naar hoog.
  delen:
    - naam: stimuleren
      rol: stimuleren
    - naam: loslaten
      tekst: Laat los.
      rol: loslaten
  bron: rob-2021
  plaats: § 8.2
casemodel:
"""


def project_with_a_stair(folder: Path) -> Path:
    """The sample, with a stair on a card in the place of a ring."""
    project = sample_project(folder)
    card = project / "instruments/proefakkoord.yml"
    text = card.read_text(encoding="utf-8")
    card.write_text(re.sub(r"beeld:\n.*?casemodel:\n", STAIR, text, flags=re.S), encoding="utf-8")
    return project


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(SAMPLE)


@pytest.fixture(scope="module")
def pages(catalogue: Catalogue) -> dict[str, str]:
    return {page.path: page.content for page in render(catalogue)}


def words(svg: str) -> str:
    """What a picture shows, as running words."""
    shown = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
    return " ".join(unescape(" ".join(shown)).split())


def picture_of(catalogue: Catalogue, id: str) -> CardPicture:
    picture = card_picture(catalogue, catalogue.node(Instrument, id))
    assert picture is not None
    return picture


def assert_stands_on_its_page(picture: CardPicture, page: str) -> None:
    """The picture with its title and description, and each of its parts as an entry of the list beside it."""
    assert picture.svg in page
    assert re.search(r"<title[^>]*>[^<]+</title>\n<desc[^>]*>[^<]+</desc>", picture.svg)
    assert "style=" not in picture.svg
    beside = page.partition(picture.svg)[2].partition("</ol>")[0]
    assert beside.count("<li") == len(picture.entries)
    for entry in picture.entries:
        assert f'<span class="nummer">{entry.number}</span>' in beside
        assert entry.name in beside and entry.link_words in beside


def test_every_shape_that_a_card_may_ask_for_is_drawn() -> None:
    assert SHAPES.keys() == fields_of(Beeld)["vorm"].choices.keys()


def test_the_steps_are_those_of_the_recommendation(
    catalogue: Catalogue, pages: dict[str, str]
) -> None:
    picture = picture_of(catalogue, "proefoverleg")
    assert words(picture.svg) == "1a Maak een lijst. 2 Verdeel de lijst."
    assert [(one.number, one.text) for one in picture.entries] == [
        ("1a", "Maak een lijst."),
        ("2", "Verdeel de lijst."),
    ]
    assert picture.advice is catalogue.node("aanbeveling", "1.01")
    assert_stands_on_its_page(picture, pages["instrumenten/proefoverleg.md"])


def test_without_ordered_steps_there_is_nothing_to_draw(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    edit(project, "docs/bouwstenen/1-proefafspraken.md", "geordend: true", "geordend: false")
    catalogue = load(project)
    assert card_picture(catalogue, catalogue.node(Instrument, "proefoverleg")) is None


def test_a_ring_shows_its_parts_and_the_list_what_belongs_to_each(
    catalogue: Catalogue, pages: dict[str, str]
) -> None:
    picture = picture_of(catalogue, "proefakkoord")
    assert words(picture.svg) == "Wie Wat Wanneer"
    assert [(one.name, one.text) for one in picture.entries] == [
        ("Wie.", "Wie doet er mee?"),
        ("Wat.", ""),
        ("Wanneer.", ""),
    ]
    assert_stands_on_its_page(picture, pages["instrumenten/proefakkoord.md"])


@pytest.mark.parametrize(
    ("count", "title", "joined"),
    [
        (1, "Eén element", "A."),
        (2, "Twee elementen die elkaar versterken", "A en B, elk met een lijn naar de andere."),
        (3, "Drie elementen die elkaar versterken", "A, B en C, elk met een lijn naar de andere twee."),
        (4, "Vier elementen die elkaar versterken", "A, B, C en D, elk met een lijn naar de andere drie."),
    ],
)  # fmt: skip
def test_a_ring_says_how_many_elements_it_has(count: int, title: str, joined: str) -> None:
    svg = draw_ring("ABCD"[:count], "ring")
    assert f'<title id="ring-titel">{title}</title>' in svg
    assert f'<desc id="ring-uitleg">{joined}</desc>' in svg


def test_a_stair_counts_the_cards_of_each_role_and_leads_to_them(tmp_path: Path) -> None:
    catalogue = load(project_with_a_stair(tmp_path))
    picture = picture_of(catalogue, "proefakkoord")
    assert words(picture.svg) == "1. stimuleren 2. loslaten"
    assert [(one.name, one.text, one.address, one.link_words) for one in picture.entries] == [
        ("Stimuleren", "", "instrumenten/?rol=stimuleren", "1 instrument"),
        ("Loslaten", "Laat los.", "", "0 instrumenten"),
    ]
    page = next(p for p in render(catalogue) if p.path == "instrumenten/proefakkoord.md")
    assert picture.svg in page.content
    assert "Laat los." in page.content and "instrumenten/?rol=stimuleren" in page.content


def test_any_other_card_has_none(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    card = project / "instruments/proefakkoord.yml"
    text = re.sub(r"beeld:\n.*?casemodel:\n", "casemodel:\n", card.read_text("utf-8"), flags=re.S)
    card.write_text(text, encoding="utf-8")
    catalogue = load(project)
    assert card_picture(catalogue, catalogue.node(Instrument, "proefakkoord")) is None


def test_steps_without_a_number_are_counted() -> None:
    steps = [Stap(tekst="Eerst [dit](x). Dan meer."), Stap(tekst="Daarna *dat*.")]
    assert words(draw_steps("Stappen", steps, "proef")) == "1 Eerst dit. 2 Daarna dat."


def test_a_long_name_stands_on_more_lines_of_its_step() -> None:
    names = ["Praten", "Een lange naam van een instrument dat nog niet bestaat (voorgesteld)"]
    svg = draw_stair(names, "proef")
    assert words(svg) == f"1. {names[0]} 2. {names[1]}"
    assert "Van de onderste naar de bovenste trede: Praten, Een lange naam" in svg
    assert '<title id="proef-titel">Trap met 1 trede</title>' in draw_stair(names[:1], "proef")


# What is around a card


def around(project: Path, id: str) -> str:
    """The picture of what is around a card, which stands on its page."""
    catalogue = load(project)
    node = catalogue.node(Instrument, id)
    svg = draw_neighbourhood(node, neighbourhood(catalogue, node), "omgeving")
    page = next(page for page in render(catalogue) if page.path == node.page)
    assert svg in page.content
    return str(svg)


def test_above_a_card_stands_what_acts_on_it_and_below_what_it_acts_on(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    add_instruments(project, 2)
    relate(project, "proefakkoord", "vereist", "proefkaart-0000")
    relate(project, "proefakkoord", "alternatief_voor", "proefkaart-0001")
    svg = around(project, "proefakkoord")
    height = {
        unescape(text): float(y)
        for y, text in re.findall(r'<text[^>]* y="([\d.]+)"[^>]*>([^<]*)<', svg)
    }
    order = [
        *("versterkt door", "Proefoverleg", "Proefakkoord"),
        *("vereist", "Afspraak & ‘proef’", "alternatief voor", "Beraad & ‘proef’"),
    ]
    found = [next(y for text, y in height.items() if text.startswith(one)) for one in order]
    assert found == sorted(found)
    assert unescape(svg).count("(voorgesteld)") == 2, "in the picture and in its description"
    # One arrow to the card, one to what it needs; an alternative has a line of dashes instead.
    assert svg.count('class="pijl"') == 2 and "tak-gelijk" in svg
    described = unescape(svg.partition("<desc")[2].partition("</desc>")[0])
    assert (
        "Proefakkoord: vereist Afspraak & ‘proef’ <0000>; versterkt door Proefoverleg" in described
    )


def test_a_word_that_is_too_long_for_a_box_is_cut_with_a_hyphen() -> None:
    assert fitted("De Rijksvertegenwoordiger in de regio", 22) == [
        "De",
        "Rijksvertegenwoordiger",
        "in de regio",
    ]
    # A word that has a hyphen is cut there.
    assert fitted("Decentralisatie-uitkering", 22) == ["Decentralisatie-", "uitkering"]
    assert fitted("Een arbeidsongeschiktheidsverzekering", 22) == [
        "Een",
        "arbeidsongeschiktheid-",
        "sverzekering",
    ]


def test_of_many_neighbours_each_kind_shows_a_few_and_counts_the_rest(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    add_instruments(project, 9)
    for n in range(7):
        relate(project, f"proefkaart-{n:04d}", "versterkt", "proefakkoord")
    # Eight in all still fit.
    assert "nog " not in words(around(project, "proefakkoord"))
    relate(project, "proefkaart-0007", "versterkt", "proefakkoord")
    svg = around(project, "proefakkoord")
    # With the overleg there are nine that strengthen it: three show, six are counted.
    assert svg.count('class="vak ') == 4
    assert "nog 6" in words(svg) and "en nog 6" in svg


# Years and scores


def test_the_scale_of_years_is_wider_for_what_is_later() -> None:
    scale = YearScale(1840, 2030)
    places = [scale.place(year) for year in (1840, 1900, 1980, 2000, 2030)]
    assert places == sorted(places)
    assert scale.place(1990) - scale.place(1980) > scale.place(1980) - scale.place(1950)
    assert [year for _, year in scale.ticks] == [1850, 1900, 1980, 1990, 2000, 2010, 2020, 2030]


def test_a_scale_that_starts_late_is_even() -> None:
    scale = YearScale(1990, 2030)
    assert scale.place(2000) - scale.place(1990) == pytest.approx(
        scale.place(2030) - scale.place(2020)
    )


def test_every_event_and_solution_stands_in_its_picture_and_on_its_page(
    catalogue: Catalogue, pages: dict[str, str]
) -> None:
    shown = words(pages["tijdlijn/index.md"])
    for event in catalogue.all(Gebeurtenis):
        assert f"{event.wanneer}: {event.titel}" in shown
        assert f'<h2 id="{event.id}">' in pages["tijdlijn/index.md"]
    for goal in catalogue.all(Doel):
        assert f'<h2 id="{goal.id}">' in pages["krachtig-bestuur/index.md"]
        for solution in goal.oplossingen:
            assert solution.naam in words(pages["krachtig-bestuur/index.md"])


def test_a_knelpunt_shows_both_scores_and_the_gap(catalogue: Catalogue) -> None:
    (knelpunt,) = catalogue.all(Knelpunt)
    shown = words(dumbbell([knelpunt], "proef"))
    assert {"3,19", "3,59", "0,40"} <= set(shown.split())


def test_several_knelpunten_share_the_part_of_the_scale_that_they_use(catalogue: Catalogue) -> None:
    (one,) = catalogue.all(Knelpunt)
    other = one.model_copy(update={"titel": "Nog een"})
    svg = dumbbell([one, other], "proef")
    assert "Nog een" in words(svg) and dutch_number(one.score.rijk) in words(svg)
    scale = ScoreScale(3, 4, 360)
    assert [score for _, score in scale.ticks] == [3, 4]
    assert scale.place(3) < scale.place(3.5) < scale.place(4)


def test_a_case_stands_in_a_radar_beside_an_equal_partnership(pages: dict[str, str]) -> None:
    page = pages["praktijk/proefregio.md"]
    assert "Hoe gelijker de scores, hoe gelijker het partnerschap." in page
    described = re.search(r"<desc[^>]*>([^<]*)</desc>", page)
    assert described and "Eigen ambitie van het Rijk: 4 en 3." in described[1]


def test_without_a_model_of_partnership_a_case_shows_no_radar(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    edit(project, "instruments/proefakkoord.yml", "leest: partnerschap", "leest: moore")
    page = next(p for p in render(load(project)) if p.path == "praktijk/proefregio.md")
    assert "<svg" not in page.content.partition('id="partnerschap"')[2]
    assert "Hoe gelijker de scores" in page.content.partition('id="moore"')[2]
