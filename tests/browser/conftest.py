"""A real Chromium before the built site, as nginx gives it with the settings in ``deploy/``."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.server import serving

# The one without windows is twice as fast; where it is not, the ordinary one shows the same.
CHROMIUM = shutil.which("chromium-headless-shell") or "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # The server of the tests has a certificate of its own making.
    "--ignore-certificate-errors",
]

# One page of every kind, by what a visitor comes to do there.
KINDS_OF_PAGE = {
    "start": "",
    "overzicht instrumenten": "instrumenten/",
    "instrument": "instrumenten/bestuurlijk-overleg/",
    "overzicht praktijk": "praktijk/",
    "praktijk": "praktijk/mirt-drie-regios/",
    "overzicht bouwstenen": "bouwstenen/",
    "bouwsteen": "bouwstenen/1-goede-afspraken-maken-en-nakomen/",
    "bouwsteen met stappen": "bouwstenen/5-voorkomen-is-beter-dan-genezen/",
    "overzicht knelpunten": "knelpunten/",
    "knelpunt": "knelpunten/personele-capaciteit/",
    "overzicht wetten": "wettelijk-kader/",
    "wet": "wettelijk-kader/financiele-verhoudingswet/",
    "afspraak": "wettelijk-kader/code-interbestuurlijke-verhoudingen/",
    "begrippen": "begrippen/",
    "overzicht bronnen": "bronnen/",
    "bron": "bronnen/rob-2021/",
    "overzicht leerlijn": "leerlijn/",
    "module": "leerlijn/instrument-kiezen/",
    "overzicht oefeningen": "oefeningen/",
    "oefening": "oefeningen/zes-stappen-uit-een-impasse/",
    "overzicht handouts": "handouts/",
    "handout": "handouts/profielen-drie-programmas/",
    "kaartjes": "handouts/zes-vragen-kaartjes/",
    "partnerschapsmeter": "partnerschap/",
    "krachtig bestuur": "krachtig-bestuur/",
    "tijdlijn": "tijdlijn/",
    "instrument met stappen": "instrumenten/stapsgewijze-geschilbeslechting/",
    "instrument met drie elementen": "instrumenten/maatschappelijke-meerwaarde-model/",
    "instrument met vijf rollen": "instrumenten/overheidsparticipatietrap/",
    "samenhang": "samenhang/",
    "matrix": "matrix/",
    "matrix van situaties": "matrix/situaties/",
    "zoeken": "zoeken/",
    "vergelijken": "vergelijk/",
    "keuzenotitie": "keuzenotitie/",
    "over": "over/",
    "scores": "over/scores/",
    "meedoen": "meedoen/",
    "werklijst": "meedoen/werklijst/",
    "niet gevonden": "bestaat-niet/",
}


@pytest.fixture(scope="session")
def address(built_site: Path) -> Iterator[str]:
    """Where the site stands; ends with a slash."""
    with serving(built_site) as url:
        yield f"{url}/"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of this process."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A visitor without history, on a wide screen."""
    with visitor(browser) as context:
        yield context


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    """A page that fails the test when it asks another host, breaks the policy, or throws."""
    with watched(context.new_page(), address) as page:
        yield page


@pytest.fixture(scope="session")
def shared_context(browser: Browser) -> Iterator[BrowserContext]:
    """One visitor for all tests that only look, and so leave nothing behind for the next."""
    with visitor(browser) as context:
        yield context


@pytest.fixture
def seen(shared_context: BrowserContext, address: str) -> Iterator[Page]:
    """A page to look at, which is quicker than ``page``; as watchful."""
    with watched(shared_context.new_page(), address) as page:
        yield page
        page.close()


@pytest.fixture
def plain(browser: Browser, address: str) -> Iterator[Page]:
    """A page of a visitor whose browser runs no script; as watchful."""
    context = browser.new_context(java_script_enabled=False)
    with watched(context.new_page(), address) as page:
        yield page
    context.close()


def sheets_of_paper(page: Page) -> int:
    """On how many sheets a page is printed."""
    pdf = page.pdf(format="A4", prefer_css_page_size=True, print_background=True)
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


Run = Callable[[str, str, Any], Any]


def runner(page: Page) -> Run:
    """Evaluates an expression on a page with ``module``, one of the site's scripts, and ``given``."""

    def run(name: str, expression: str, given: Any) -> Any:
        script = "document.querySelector('script[type=module]').src"
        load = f"const module = await import(new URL('{name}', {script}))"
        return page.evaluate(f"async (given) => {{ {load}; return {expression}; }}", given)

    return run


@contextmanager
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """Somebody with a wide screen and Dutch as language."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    context.set_default_timeout(15_000)
    yield context
    context.close()


@contextmanager
def watched(page: Page, address: str) -> Iterator[Page]:
    """Fail in the end when the page asked another host, broke the policy, or threw."""
    faults: list[str] = []
    page.on(
        "request",
        lambda r: (
            faults.append(f"vraagt {r.url}")
            if not r.url.startswith(address) and not r.url.startswith(("data:", "blob:"))
            else None
        ),
    )
    page.on("pageerror", lambda error: faults.append(f"fout in script: {error}"))
    page.on(
        "console",
        lambda m: (
            faults.append(f"console: {m.text}")
            if m.type == "error" and "404" not in m.text
            else None
        ),
    )
    yield page
    assert faults == []
