"""What people read on the site: spelt as the dictionary spells it, and in plain Dutch (B1)."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

from catalogue.linking import Catalogue
from catalogue.model import Case, Instrument
from catalogue.site.language import PageText, misspelt, own_words, pages, readability

from ..conftest import ROOT

PLAIN = 60
"""Flesch-Douma: from here a text is "standaard", which a reader at B1 follows.

Flesch, R. (1948), A new readability yardstick; Douma, W.H. (1960), De leesbaarheid van landbouwbladen.
"""

SOME_PAGE = Path("over/index.html")


def instruments(catalogue: Catalogue) -> Iterator[Instrument]:
    yield from catalogue.all(Instrument)


def site_with(tmp_path: Path, body: str) -> Path:
    path = tmp_path / SOME_PAGE
    path.parent.mkdir(parents=True)
    path.write_text(f'<html lang="nl"><body>{body}</body></html>', encoding="utf-8")
    return tmp_path


# Spelling


def test_every_word_on_the_site_is_in_the_dictionary_or_on_our_list(built_site: Path) -> None:
    """A right word that the dictionary lacks goes on woordenlijst.txt."""
    assert {
        word: places[:3] for word, places in misspelt(built_site, own_words(ROOT)).items()
    } == {}


def test_our_list_names_a_word_once() -> None:
    assert sorted(own_words(ROOT)) == sorted(set(own_words(ROOT)))


@pytest.mark.parametrize(
    "body",
    [
        "<p>De samenwerkking tussen overheden.</p>",
        '<p><a href="#" aria-label="Lees over samenwerkking">Lees</a></p>',
        "<svg><text>samenwerkking</text></svg>",
        "<ul><li>overleg</li><li>samenwerkking</li></ul>",
    ],
)
def test_a_slip_is_found_wherever_people_read_or_hear_it(tmp_path: Path, body: str) -> None:
    assert misspelt(site_with(tmp_path, body), ()) == {"samenwerkking": ["over/"]}


def test_code_and_addresses_are_no_words(tmp_path: Path) -> None:
    body = "<p>Draai <code>mkdocz</code> of kijk op https://voorbeeldd.nl/pagiina en vngg.nl.</p>"
    assert misspelt(site_with(tmp_path, body), ()) == {}


# Plain language


def test_words_of_neighbouring_parts_stay_apart(tmp_path: Path) -> None:
    body = '<div id="inhoud"><li><a href="#">Convenant</a><span>Partijen leggen zich samen ergens op vast.</span></li></div>'
    (page,) = pages(site_with(tmp_path, body))
    assert page.sentences == ["Partijen leggen zich samen ergens op vast."]


def test_a_short_active_text_scores_higher_than_an_official_one() -> None:
    plain = ["Ga samen aan tafel. Zeg wat u nodig hebt. Schrijf op wat u afspreekt."]
    official = [
        "Interbestuurlijke samenwerkingsarrangementen veronderstellen overeenstemming over verantwoordelijkheidsverdeling."
    ]
    assert readability(plain) > 100 > 0 > readability(official)


def test_a_page_is_scored_on_its_running_text_and_not_on_its_sources(tmp_path: Path) -> None:
    text = "<p>Ga samen aan tafel en zeg wat u nodig hebt.</p>"
    sources = '<section class="bronnen"><p>Interbestuurlijke verhoudingen in meervoudig samenwerkingsverband.</p></section>'
    (page,) = pages(site_with(tmp_path, f'<div id="inhoud">{text}{sources}</div>'))
    assert (
        page.score == PageText("", sentences=["Ga samen aan tafel en zeg wat u nodig hebt."]).score
    )


def test_summaries_read_at_b1(real_catalogue: Catalogue) -> None:
    assert readability(card.samenvatting for card in instruments(real_catalogue)) >= PLAIN
    assert readability(case.samenvatting for case in real_catalogue.all(Case)) >= PLAIN


def test_when_to_choose_an_instrument_reads_at_b1(real_catalogue: Catalogue) -> None:
    situations = [one.als for card in instruments(real_catalogue) for one in card.wanneer_wel]
    assert readability(situations) >= PLAIN


def test_the_page_of_a_card_in_the_middle_reads_at_b1(built_site: Path) -> None:
    cards = [page.score for page in pages(built_site) if page.address.startswith("instrumenten/")]
    assert statistics.median(cards) >= PLAIN
