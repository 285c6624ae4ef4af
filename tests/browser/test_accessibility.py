"""WCAG 2.2 A and AA, by axe-core: every kind of page, light and dark, wide and narrow."""

from __future__ import annotations

from typing import Any, Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import BrowserContext, Page

from tests.browser.conftest import KINDS_OF_PAGE

OPTIONS: dict[str, Any] = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # axe-core leaves this rule of WCAG 2.2 off unless asked.
    "rules": {"target-size": {"enabled": True}},
}
# Of these rules alone the outcome differs between light and dark; they take most of the time of all.
COLOURS = ["color-contrast", "link-in-text-block"]
OPTIONS_BUT_COLOURS = OPTIONS | {
    "rules": OPTIONS["rules"] | {rule: {"enabled": False} for rule in COLOURS}
}
OPTIONS_FOR_COLOURS = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "rule", "values": COLOURS},
}
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDTHS = (1280, 390)

RUN = "options => axe.run(options).then(({ violations }) => ({ violations }))"

# The colours of texts that look the same are as good or as bad as each other: one of each look is judged. A look is all
# that these rules go by: the letters, what they stand amid, and what lies behind them.
RUN_COLOURS = """async (options) => {
    const behind = new Map();
    const backgrounds = (element) => {
        if (!element) return "";
        if (!behind.has(element)) {
            const { backgroundColor, backgroundImage, opacity, position } = getComputedStyle(element);
            const own = [backgroundColor, backgroundImage, opacity, position].join(" ");
            const below = backgrounds(element.parentElement);
            behind.set(element, below.split("|").includes(own) ? below : `${below}|${own}`);
        }
        return behind.get(element);
    };
    // What was judged on this page before, at another width, is not judged again.
    const judged = (window.judged ??= new Set());
    const looks = new Map();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const element = texts.currentNode.parentElement;
        if (!texts.currentNode.data.trim()) continue;
        const { color, fontSize, fontWeight, textDecorationLine } = getComputedStyle(element);
        const around = element.parentElement;
        const look = [
            element.tagName, color, fontSize, fontWeight, textDecorationLine, getComputedStyle(around).color,
            [...around.childNodes].some((one) => one.nodeType === Node.TEXT_NODE && one.data.trim()),
            element.checkVisibility(), backgrounds(element),
        ].join();
        if (!judged.has(look)) looks.set(look, element);
        judged.add(look);
    }
    for (const field of document.querySelectorAll("input, select, textarea, button")) {
        const { color, fontSize, fontWeight } = getComputedStyle(field);
        const look = [field.tagName, field.type, color, fontSize, fontWeight, field.checkVisibility(), backgrounds(field)].join();
        if (!judged.has(look)) looks.set(look, field);
        judged.add(look);
    }
    if (!looks.size) return { violations: [] };
    const { violations } = await axe.run({ include: [...looks.values()] }, options);
    return { violations };
}"""

OPEN_ALL = """() => {
    const closed = [...document.querySelectorAll("details:not([open])")];
    for (const details of closed) details.open = true;
    return closed.length;
}"""

# A list of two hundred entries has the faults of its first dozen; on the longest pages axe took half a minute.
SHORTEN = """() => {
    for (const parent of document.querySelectorAll("main *")) {
        const seen = new Map();
        for (const child of [...parent.children].filter((one) => one.matches("li, tr, dt, dd, section, article, div, p"))) {
            const alike = `${child.tagName} ${child.className}`;
            seen.set(alike, (seen.get(alike) ?? 0) + 1);
            if (seen.get(alike) > 12) child.remove();
        }
    }
}"""


def complaints(violations: list[dict[str, Any]], where: str) -> list[str]:
    """What axe found, one readable paragraph per element."""
    return [
        f"{where}: {found['id']}: {found['help']}\n    {node['target']}\n    {node['html'][:200]}"
        f"\n    {node['failureSummary']}"
        for found in violations
        for node in found["nodes"]
    ]


def audit(
    page: Page, state: str, widths: tuple[int, ...] = WIDTHS, schemes: tuple[Scheme, ...] = SCHEMES
) -> list[str]:
    """What axe finds at these widths, and in dark what is wrong with the colours."""
    page.evaluate(AXE_SCRIPT)
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme)
            results = [page.evaluate(RUN_COLOURS, OPTIONS_FOR_COLOURS)]
            if scheme == "light":
                results.append(page.evaluate(RUN, OPTIONS_BUT_COLOURS))
            for result in results:
                found += complaints(result["violations"], f"{state}, {scheme}, {width} px")
    return found


def assert_axe_finds_nothing(page: Page) -> None:
    """Wide as it loads; narrow with all that folds open, where its parts are closest to each other.

    The colours of a page are the same at any width, so dark is looked at once: with all there is in view. Long lists
    are cut short for it, so this is the last that is asked of a page.
    """
    page.evaluate(SHORTEN)
    found = audit(page, "zoals geladen", (1280,), ("light",))
    page.evaluate(OPEN_ALL)
    found += audit(page, "alles opengeklapt", widths=(390,))
    assert not found, "\n" + "\n".join(found)


def test_axe_finds_nothing_in_the_colours_of_choice(page: Page, address: str) -> None:
    """A reader whose system is light chooses dark, and the other way round."""
    page.goto(address + KINDS_OF_PAGE["instrument"])
    page.evaluate(AXE_SCRIPT)
    for system, choice in (("light", "Donker"), ("dark", "Licht")):
        page.emulate_media(color_scheme=system)  # type: ignore[arg-type]
        page.get_by_label(choice, exact=True).check()
        result = page.evaluate(RUN_COLOURS, OPTIONS_FOR_COLOURS)
        found = complaints(result["violations"], choice)
        assert not found, "\n" + "\n".join(found)


def test_axe_sees_faults(context: BrowserContext, address: str) -> None:
    """The audit itself works under the site's policy, in the state in which it looks."""
    page = context.new_page()
    page.goto(address + KINDS_OF_PAGE["module"])
    page.evaluate(
        """() => {
            document.querySelector("label[for=zoek-kop]").remove();
            document.querySelector("#zoek-kop").removeAttribute("placeholder");
            document.querySelector("footer nav").setAttribute("aria-label", "Onderdelen");
            document.querySelector("details a").textContent = "";
            document.documentElement.style.setProperty("--grijs", "light-dark(#4c5a68, #444)");
        }"""
    )

    def rules(found: list[str]) -> set[tuple[str, str]]:
        return {(where, rule) for where, rule, *_ in (line.split(": ") for line in found)}

    before = rules(audit(page, "dicht"))
    assert ("dicht, light, 1280 px", "label") in before
    assert ("dicht, dark, 1280 px", "color-contrast") in before
    assert ("dicht, light, 1280 px", "color-contrast") not in before
    assert ("dicht, light, 390 px", "landmark-unique") in before
    assert ("dicht, light, 390 px", "link-name") not in before
    page.evaluate(OPEN_ALL)
    opened = rules(complaints(page.evaluate(RUN, OPTIONS_BUT_COLOURS)["violations"], "open"))
    assert ("open", "link-name") in opened


def test_one_of_many_that_looks_another_way_is_seen(page: Page, address: str) -> None:
    """Judging one of each look finds what judging every text finds."""
    page.goto(address + KINDS_OF_PAGE["bron"])
    page.evaluate(SHORTEN)
    page.evaluate(AXE_SCRIPT)

    def rules() -> set[str]:
        page.evaluate("window.judged?.clear()")
        each, every = (
            {found["id"] for found in page.evaluate(run, OPTIONS_FOR_COLOURS)["violations"]}
            for run in (RUN_COLOURS, RUN)
        )
        assert each == every
        return each

    assert rules() == set()
    page.evaluate("[...document.querySelectorAll('main li')].at(-1).style.color = '#999'")
    assert rules() == {"color-contrast"}
    page.evaluate(
        """() => {
            const paragraph = document.createElement("p");
            paragraph.innerHTML = "Hier staat <a href='#'>een link</a> in een zin.";
            paragraph.firstElementChild.style.textDecoration = "none";
            document.querySelector("main").append(paragraph);
        }"""
    )
    assert rules() == {"color-contrast", "link-in-text-block"}
