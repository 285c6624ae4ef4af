"""What must be true of every kind of page, seen in one visit each: a visit takes longer than most that is asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import KINDS_OF_PAGE
from tests.browser.test_accessibility import assert_axe_finds_nothing
from tests.browser.test_layout import (
    assert_a_phone_can_be_used,
    assert_paper_shows_the_content_and_nothing_to_click,
)
from tests.browser.test_pages import assert_the_content_is_there_without_script
from tests.browser.test_privacy_and_policy import WATCH, assert_a_page_stays_within_its_policy


@pytest.fixture(scope="module")
def without_script(browser: Browser) -> Iterator[BrowserContext]:
    """A visitor whose browser runs no script."""
    context = browser.new_context(java_script_enabled=False)
    yield context
    context.close()


@pytest.mark.parametrize("kind", KINDS_OF_PAGE)
def test_a_page_is_as_every_page_must_be(
    seen: Page, without_script: BrowserContext, address: str, kind: str
) -> None:
    """The fixture fails on a request to elsewhere, a script error or a message of the browser."""
    seen.add_init_script(WATCH)
    answer = seen.goto(address + KINDS_OF_PAGE[kind], wait_until="networkidle")
    assert answer is not None
    assert answer.status == (404 if kind == "niet gevonden" else 200)
    assert_a_page_stays_within_its_policy(seen, answer.headers)
    assert_the_content_is_there_without_script(seen, without_script)
    assert_paper_shows_the_content_and_nothing_to_click(seen, kind)
    assert_a_phone_can_be_used(seen)
    assert_axe_finds_nothing(seen)
