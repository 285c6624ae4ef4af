"""Laws: names as lawyers write them, and links that are made from numbers, never typed."""

from __future__ import annotations

from datetime import date

import pytest

from catalogue.checking import load
from catalogue.knowledge.laws import article_name, law_address
from catalogue.model import Wet, Wetsverwijzing
from tests.sample import SAMPLE

READ = {"beoordeeld_op": date(2026, 1, 7), "beoordelen_voor": date(2027, 1, 7)}
GEMEENTEWET = Wet(
    id="gemeentewet", titel="Gemeentewet", soort="wet", bwb="BWBR0005416", samenvatting="Over gemeenten.", bronnen=["x"], **READ
)  # fmt: skip
VERDRAG = Wet(
    id="handvest", titel="Handvest", soort="verdrag", samenvatting="Over gemeenten.", bronnen=["x"], **READ
)  # fmt: skip


def place(
    artikel: str | None = None, lid: str | None = None, onderdeel: str | None = None
) -> Wetsverwijzing:
    return Wetsverwijzing(
        wet="x", artikel=artikel, lid=lid, onderdeel=onderdeel, betekenis="x", bron="redactie"
    )


@pytest.mark.parametrize(
    ("where", "name"),
    [
        (None, "Gemeentewet"),
        (place(), "Gemeentewet"),
        (place("108"), "artikel 108, Gemeentewet"),
        (place("108", "3"), "artikel 108, derde lid, Gemeentewet"),
        (place("15a", "12"), "artikel 15a, twaalfde lid, Gemeentewet"),
        (place("15a", "13"), "artikel 15a, 13e lid, Gemeentewet"),
        (place("15a", "2a"), "artikel 15a, 2ae lid, Gemeentewet"),
        (place(onderdeel="hoofdstuk 7"), "hoofdstuk 7, Gemeentewet"),
    ],
)
def test_a_place_in_a_law_has_its_dutch_name(where: Wetsverwijzing | None, name: str) -> None:
    assert article_name(GEMEENTEWET, where) == name


@pytest.mark.parametrize(
    ("where", "address"),
    [
        (None, "https://wetten.overheid.nl/BWBR0005416"),
        (place(onderdeel="hoofdstuk 7"), "https://wetten.overheid.nl/BWBR0005416"),
        (place("108"), "https://wetten.overheid.nl/jci1.3:c:BWBR0005416&artikel=108"),
        (place("108", "3"), "https://wetten.overheid.nl/jci1.3:c:BWBR0005416&artikel=108&lid=3"),
    ],
)
def test_a_place_in_a_law_has_its_address(where: Wetsverwijzing | None, address: str) -> None:
    assert law_address(GEMEENTEWET, where) == address


def test_what_is_no_law_has_no_address_to_read_it() -> None:
    assert law_address(VERDRAG, place("3")) is None
    assert article_name(VERDRAG, place("3")) == "artikel 3, Handvest"


def test_an_article_on_the_page_of_its_own_law_is_named_and_linked_alike() -> None:
    law = load(SAMPLE).items["wet"]["proefwet"]
    assert isinstance(law, Wet)
    assert (
        article_name(law, law.artikelen[0]) == "artikel 12, derde lid, hoofdstuk 2, Wet op de proef"
    )
    assert str(law_address(law, law.artikelen[0])).endswith("BWBR0005416&artikel=12&lid=3")
