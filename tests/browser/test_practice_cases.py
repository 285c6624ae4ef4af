"""Cases from practice, written before the sentences were tagged: what a reader of the sources expects, fits.

Nothing about a case is mended because the keuzehulp misses it; see the head of ``tests/keuzevragen.yml``.
"""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from catalogue.linking import Catalogue
from tests.conftest import ROOT
from tests.sample import from_yaml

CASES = from_yaml((ROOT / "tests/keuzevragen.yml").read_text(encoding="utf-8"))
MOST_MISSED = 3

FITTING = """async ([answered, cases]) => {
    const { ontvouw, verdeel } = await import(new URL("keuze.js", document.querySelector("script[src*=keuzehulp]").src));
    const data = ontvouw(await (await fetch(answered)).json());
    const among = (names) => new Set(data.antwoorden.filter(({ id }) => names.includes(id)));
    return cases.map((names) => verdeel(data, among(names)).past.map(({ instrument }) => instrument.id));
}"""


def answers(case: dict[str, Any]) -> list[str]:
    return [*case["knelpunten"], *case["antwoorden"]]


def test_what_the_cases_name_exists(real_catalogue: Catalogue) -> None:
    known = {
        kind: {node.id for node in real_catalogue.nodes_of(kind)} for kind in real_catalogue.items
    }
    for case in CASES:
        assert set(case["antwoorden"]) <= known["situatie"]
        assert set(case["knelpunten"]) <= known["knelpunt"]
        assert set(case["past"]) <= known["instrument"]
    # Who finds another case, adds it.
    assert len(CASES) >= 20


def test_what_the_sources_lead_one_to_expect_fits(seen: Page, address: str) -> None:
    seen.goto(f"{address}keuzehulp/")
    fitting = seen.evaluate(FITTING, [f"{address}data/keuze.json", [answers(c) for c in CASES]])
    missed = {
        case["geval"]: sorted(set(case["past"]) - set(found))
        for case, found in zip(CASES, fitting, strict=True)
        if not set(case["past"]) <= set(found)
    }
    assert len(missed) <= MOST_MISSED, missed
