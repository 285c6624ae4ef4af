"""WCAG 2.2 A and AA, by axe-core: every kind of page, light and dark, wide and narrow."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import KINDS_OF_PAGE

Scheme = Literal["light", "dark"]

OPTIONS = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # Off by default in axe-core; 24 px is what WCAG 2.2 AA asks, test_layout.py asks more.
    "rules": {"target-size": {"enabled": True}},
}
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDTHS = (1280, 390)

# What axe cannot see: whether a page is in Dutch, has one main title, and names each landmark.
OUTLINE = """() => ({
    language: document.documentElement.lang,
    titles: [...document.querySelectorAll("h1")].map((title) => title.textContent.trim()),
    tab: document.title,
    levels: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((title) => Number(title.tagName[1])),
})"""
OPEN_ALL = """() => {
    const closed = [...document.querySelectorAll("details:not([open])")];
    for (const details of closed) details.open = true;
    return closed.length;
}"""


def complaints(violations: list[dict[str, Any]], where: str) -> list[str]:
    """What axe found, one readable paragraph per element."""
    return [
        f"{where}: {found['id']} – {found['help']}\n    {node['target']}\n    {node['html'][:200]}"
        f"\n    {node['failureSummary']}"
        for found in violations
        for node in found["nodes"]
    ]


def audit(page: Page, state: str) -> list[str]:
    """What axe finds in both colour schemes and at both widths."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            result = Axe().run(page, options=OPTIONS)
            found += complaints(result.response["violations"], f"{state}, {scheme}, {width} px")
    return found


@pytest.mark.parametrize("kind", KINDS_OF_PAGE)
def test_axe_finds_nothing(page: Page, address: str, kind: str) -> None:
    page.goto(address + KINDS_OF_PAGE[kind])
    found = audit(page, "zoals geladen")
    if page.evaluate(OPEN_ALL):
        found += audit(page, "alles opengeklapt")
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize("kind", KINDS_OF_PAGE)
def test_a_page_has_one_title_and_headings_without_gaps(
    page: Page, address: str, kind: str
) -> None:
    page.goto(address + KINDS_OF_PAGE[kind])
    outline = page.evaluate(OUTLINE)
    assert outline["language"] == "nl"
    assert len(outline["titles"]) == 1
    if kind != "start":
        assert outline["tab"] == f"{outline['titles'][0]} – Instrumentenwijzer"
    levels = outline["levels"]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False)), (
        levels
    )


def test_axe_sees_a_fault(page: Page, address: str) -> None:
    """The audit itself works: under the site's policy, and on what a browser computes."""
    page.goto(address)
    page.evaluate(
        """() => {
            document.querySelector(".zoekveld").removeAttribute("aria-label");
            document.querySelector("label[for=zoek-kop]").remove();
            document.querySelector("#zoek-kop").removeAttribute("placeholder");
            document.querySelector(".merk-regel").setAttribute("class", "ja");
            document.querySelector("main a").removeAttribute("href");
            document.querySelector("main img, main svg")?.setAttribute("role", "img");
            document.querySelector("main svg").removeAttribute("aria-hidden");
        }"""
    )
    rules = {complaint.split(": ")[1].split(" – ")[0] for complaint in audit(page, "kapot")}
    assert {"label", "svg-img-alt"} <= rules
