"""Whether a civil servant's words lead to the page that answers them, within the first five results."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from tests.conftest import ROOT

QUERIES: list[dict[str, Any]] = yaml.safe_load(
    (ROOT / "tests/zoekvragen.yml").read_text(encoding="utf-8")
)
FIRST = 5
GOAL = 0.95

PLAIN = """async ([queries, first]) => {
  const pagefind = await import(new URL("pagefind/pagefind.js", location.origin));
  const found = [];
  for (const query of queries) {
    const { results } = await pagefind.search(query);
    found.push(await Promise.all(results.slice(0, first).map(async (one) => (await one.data()).url)));
  }
  return found;
}"""

OWN = """async ([queries, first]) => {
  const { zoek, lees } = await import(new URL("zoekmachine.js", document.querySelector('script[src$="/suggesties.js"]').src));
  const found = [];
  for (const query of queries) {
    const { treffers } = await zoek(query);
    found.push(await Promise.all(treffers.slice(0, first).map(async (one) => (await lees(one)).adres)));
  }
  return found;
}"""


def _page_of(url: str) -> str:
    return url.lstrip("/").partition("#")[0]


@pytest.mark.parametrize("search", [PLAIN, OWN], ids=["pagefind", "zoekpagina"])
def test_recall_in_the_first_five(page: Page, address: str, search: str) -> None:
    page.goto(f"{address}over/")
    results = page.evaluate(search, [[query["vraag"] for query in QUERIES], FIRST])
    missed = [
        f"{query['soort']}: {query['vraag']} → {found or 'niets'}, niet {query['vindt']}"
        for query, found in zip(QUERIES, results, strict=True)
        if not {_page_of(url) for url in found} & set(query["vindt"])
    ]
    recall = 1 - len(missed) / len(QUERIES)
    assert recall >= GOAL, "\n".join([f"recall@{FIRST} is {recall:.3f}", *missed])


@pytest.mark.parametrize("search", [PLAIN, OWN], ids=["pagefind", "zoekpagina"])
def test_a_source_comes_after_the_page_that_is_about_it(
    page: Page, address: str, search: str
) -> None:
    page.goto(f"{address}over/")
    ((first, *_),) = page.evaluate(search, [["krachtig bestuur"], FIRST])
    assert _page_of(first) == "krachtig-bestuur/"


def test_the_list_is_long_and_varied() -> None:
    kinds = Counter(query["soort"] for query in QUERIES)
    assert len(QUERIES) >= 60
    assert min(kinds.values()) >= 10
    assert set(kinds) == {
        "verbuiging",
        "samenstelling",
        "afkorting",
        "spelfout",
        "synoniem",
        "gewoon",
    }


def test_every_page_that_is_sought_exists(built_site: Any) -> None:
    sought = {address for query in QUERIES for address in query["vindt"]}
    assert not [
        address for address in sought if not (built_site / address / "index.html").is_file()
    ]
