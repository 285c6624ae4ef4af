"""Whether a civil servant's words lead to the page that answers them, and how near the top."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.conftest import ROOT
from tests.sample import from_yaml

Queries = list[dict[str, Any]]


def _queries(name: str) -> Queries:
    found: Queries = from_yaml((ROOT / "tests" / name).read_text(encoding="utf-8"))
    return found


WORDS = _queries("zoekvragen.yml")
SENTENCES = _queries("zoekvragen-gewone-taal.yml")
FIRST = 5

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


@dataclass(frozen=True)
class Recall:
    """Which pages each query found, best first."""

    queries: Queries
    found: list[list[str]]

    def within(self, first: int) -> float:
        """The share of the queries with a sought page among the first so many."""
        return 1 - len(self._missed(first)) / len(self.queries)

    def report(self, first: int) -> str:
        """That share, and each query without one."""
        return "\n".join([f"recall@{first} is {self.within(first):.3f}", *self._missed(first)])

    def _missed(self, first: int) -> list[str]:
        return [
            f"{query['vraag']} → {pages[:first] or 'niets'}, niet {query['vindt']}"
            for query, pages in zip(self.queries, self.found, strict=True)
            if not set(pages[:first]) & set(query["vindt"])
        ]


def _recall(page: Page, address: str, search: str, queries: Queries) -> Recall:
    page.goto(f"{address}over/")
    results = page.evaluate(search, [[query["vraag"] for query in queries], FIRST])
    return Recall(
        queries, [[url.lstrip("/").partition("#")[0] for url in urls] for urls in results]
    )


@pytest.mark.parametrize(
    ("search", "queries", "floors"),
    [
        # What it is compared with: Pagefind alone puts modules that cite a source often before that source.
        pytest.param(PLAIN, WORDS, {5: 0.977}, id="woorden met pagefind"),
        pytest.param(OWN, WORDS, {1: 0.83, 5: 0.988}, id="woorden"),
        pytest.param(OWN, SENTENCES, {1: 0.70, 3: 0.90}, id="gewone taal"),
    ],
)
def test_the_page_that_is_sought_stands_near_the_top(
    page: Page, address: str, search: str, queries: Queries, floors: dict[int, float]
) -> None:
    recall = _recall(page, address, search, queries)
    for first, floor in floors.items():
        assert recall.within(first) >= floor, recall.report(first)


@pytest.mark.parametrize("search", [PLAIN, OWN], ids=["pagefind", "zoekpagina"])
def test_a_source_comes_after_the_page_that_is_about_it(
    page: Page, address: str, search: str
) -> None:
    sought = [{"vraag": "krachtig bestuur", "vindt": ["krachtig-bestuur/"]}]
    recall = _recall(page, address, search, sought)
    assert recall.within(1) == 1, recall.report(1)


def test_the_lists_are_long_and_varied() -> None:
    kinds = Counter(query["soort"] for query in WORDS)
    assert len(WORDS) >= 60
    assert min(kinds.values()) >= 10
    assert set(kinds) == {
        "verbuiging",
        "samenstelling",
        "afkorting",
        "spelfout",
        "synoniem",
        "gewoon",
    }
    assert len({query["vraag"] for query in SENTENCES}) >= 60


def test_every_page_that_is_sought_exists(built_site: Any) -> None:
    sought = {address for query in (*WORDS, *SENTENCES) for address in query["vindt"]}
    assert not [
        address for address in sought if not (built_site / address / "index.html").is_file()
    ]
