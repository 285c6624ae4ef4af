"""An old or short address: who comes there is taken to the page and to the place on it, by a server or by the page itself."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

FACTOR = "#factor-heldere-rechten-en-plichten"
SERVER, ITSELF = "i/convenant/", "i/convenant/index.html"
"""At the first address a server answers with the new one, at the second the page leads there."""


@pytest.mark.parametrize("start", [SERVER, ITSELF])
def test_the_place_on_the_page_goes_along(page: Page, address: str, start: str) -> None:
    page.goto(f"{address}{start}{FACTOR}")
    page.wait_for_url(f"{address}instrumenten/convenant/{FACTOR}")
    expect(page.locator(FACTOR)).to_be_in_viewport()


@pytest.mark.parametrize("rest", ["#//elders.example/", "?//elders.example/"])
def test_nothing_in_an_address_leads_off_the_site(page: Page, address: str, rest: str) -> None:
    page.goto(f"{address}{ITSELF}{rest}")
    page.wait_for_url(f"{address}instrumenten/convenant/{rest}")


def test_without_script_the_page_does_it_by_itself(plain: Page, address: str) -> None:
    plain.goto(f"{address}{ITSELF}")
    plain.wait_for_url(f"{address}instrumenten/convenant/")
