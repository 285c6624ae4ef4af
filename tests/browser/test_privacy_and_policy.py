"""Nothing leaves the site, and the security policy is sent, enforced and never broken."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import KINDS_OF_PAGE

# Notes every break of the policy, also one that no message on the console tells.
WATCH = """
    window.violations = [];
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
        window.violations.push(`${violatedDirective}: ${blockedURI}`));
"""

# Attributes that make a browser fetch something by itself; a link waits for a reader.
FETCHING = {
    "audio": ("src",),
    "embed": ("src",),
    "form": ("action",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src", "srcset"),
    "input": ("src",),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}


class Faults(HTMLParser):
    """What a page has inline, and what it fetches from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in ("style", "base", "iframe", "object", "embed"):
            self.found.append(f"<{tag}>")
        # A block of data is no script: a browser does not run it.
        is_data = given.get("type") == "application/ld+json"
        if tag == "script" and "src" not in given and not is_data:
            self.found.append("<script> in de pagina zelf")
        if tag == "meta" and "http-equiv" in given and given["http-equiv"].lower() != "refresh":
            self.found.append(f"<meta http-equiv={given['http-equiv']}>")
        self.found += [f"{name}= op <{tag}>" for name in given if name.startswith("on")]
        self.found += [f"style= op <{tag}>" for name in given if name == "style"]
        self.found += [
            f"{value} op <{tag}>"
            for value in given.values()
            if re.match(r"\s*(javascript|vbscript|data):", value, re.I)
        ]
        if given.get("rel") != "canonical":
            self.found += [
                f"{given[name]} op <{tag}>"
                for name in FETCHING.get(tag, ())
                if re.match(r"\s*(\w+:)?//", given.get(name, ""))
            ]


def faults(html: str) -> list[str]:
    """What a page has inline, and what it fetches from elsewhere."""
    reader = Faults()
    reader.feed(html)
    return reader.found


def directives(policy: str) -> dict[str, list[str]]:
    """A Content-Security-Policy as names and sources."""
    return {name: sources for name, *sources in (part.split() for part in policy.split(";"))}


def assert_a_page_stays_within_its_policy(page: Page, headers: dict[str, str]) -> None:
    """A page that loaded with ``WATCH``, and the headers with which it came."""
    policy = directives(headers["content-security-policy"])
    assert policy["default-src"] == ["'none'"]
    assert policy["style-src"] == ["'self'"]
    assert policy["script-src"] == ["'self'", "'wasm-unsafe-eval'"]
    for name in ("base-uri", "frame-src", "frame-ancestors"):
        assert policy[name] == ["'none'"]
    for name in ("connect-src", "font-src", "form-action", "worker-src", "manifest-src"):
        assert policy[name] == ["'self'"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert page.evaluate("window.violations") == []
    assert page.context.cookies() == []


def test_the_policy_is_enforced(context: BrowserContext, address: str) -> None:
    """What somebody would smuggle into a page does nothing, and the watch above sees it."""
    page = context.new_page()
    page.add_init_script(WATCH)
    asked: list[str] = []
    page.on("requestfinished", lambda request: asked.append(request.url))
    page.goto(address)
    page.evaluate(
        """() => {
            const put = (tag, more) => document.body.append(Object.assign(document.createElement(tag), more));
            put("script", { textContent: "window.smuggled = true" });
            put("style", { textContent: "h1 { color: rgb(1, 2, 3) !important }" });
            put("img", { src: "https://voorbeeld.invalid/spion.png" });
            put("iframe", { src: "https://voorbeeld.invalid/" });
            document.querySelector("h1").setAttribute("style", "color: rgb(1, 2, 3)");
            document.querySelector("h1").setAttribute("onclick", "window.smuggled = true");
            document.querySelector("h1").click();
            fetch("https://voorbeeld.invalid/").catch(() => {});
        }"""
    )
    page.wait_for_function("window.violations.length >= 7")
    assert page.evaluate("window.smuggled") is None
    assert page.locator("h1").evaluate("title => getComputedStyle(title).color") != "rgb(1, 2, 3)"
    assert [url for url in asked if "voorbeeld.invalid" in url] == []
    broken = {violation.split(":")[0] for violation in page.evaluate("window.violations")}
    assert broken == {
        "connect-src",
        "frame-src",
        "img-src",
        "script-src-attr",
        "script-src-elem",
        "style-src-attr",
        "style-src-elem",
    }


def test_the_site_works_under_its_policy(page: Page, address: str) -> None:
    page.add_init_script(WATCH)
    page.goto(address + KINDS_OF_PAGE["overzicht instrumenten"])
    page.get_by_role("checkbox", name="Waterschap").check()
    expect(page.get_by_role("status").filter(has_text="waterschap")).to_be_visible()
    page.get_by_label("Donker", exact=True).check()
    expect(page.locator("html")).to_have_attribute("data-kleur", "donker")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark == "rgb(15, 22, 29)"
    assert page.evaluate("window.violations") == []
    page.goto(address + KINDS_OF_PAGE["instrument"])
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark
    box = page.get_by_label("Zoek instrument, knelpunt of wet")
    box.fill("convenant")
    box.press("Enter")
    page.wait_for_url(re.compile(r"/zoeken/\?q=convenant"))
    expect(page.locator("main").get_by_role("link", name="Convenant").first).to_be_visible()
    assert page.evaluate("window.violations") == []


def test_no_page_has_anything_inline_or_from_elsewhere(built_site: Path) -> None:
    pages = sorted(built_site.rglob("*.html"))
    assert len(pages) > 60
    found: dict[str, Any] = {
        page.relative_to(built_site).as_posix(): faults(page.read_text("utf-8")) for page in pages
    }
    assert {name: what for name, what in found.items() if what} == {}


def test_no_style_sheet_or_picture_asks_another_host(built_site: Path) -> None:
    elsewhere = re.compile(r"(?:url\(|@import)\s*[\"']?\s*(?:\w+:)?//[^)\s]+", re.I)
    files = [path for suffix in ("css", "svg") for path in built_site.rglob(f"*.{suffix}")]
    assert files
    found = {path.name: elsewhere.findall(path.read_text("utf-8")) for path in files}
    assert {name: what for name, what in found.items() if what} == {}


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<a href="https://voorbeeld.nl/">elders</a><link rel="canonical" href="https://x/">', 0),
        ('<script src="a.js"></script><meta http-equiv="refresh" content="0; url=../">', 0),
        ("<script>een()</script>", 1),
        ("<style>p {}</style>", 1),
        ('<p style="color: red">', 1),
        ('<svg><path style="fill: red"/></svg>', 1),
        ('<p onclick="een()">', 1),
        ('<a href=" javascript:een()">', 1),
        ('<img src="//voorbeeld.nl/a.png">', 1),
        ('<link rel="stylesheet" href="https://voorbeeld.nl/a.css">', 1),
        ('<form action="https://voorbeeld.nl/">', 1),
        ('<iframe src="a/"></iframe>', 1),
    ],
)
def test_a_fault_in_a_page_is_found(html: str, found: int) -> None:
    assert len(faults(html)) == found
