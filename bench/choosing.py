"""What choosing costs: the size of the data of each aid, and how long an answer takes in a real Chromium.

An aid fetches one file, or one of each instrument that is compared. The decision itself is timed apart from drawing,
as processor time of the page: the answer that a reader waits for.
"""

from __future__ import annotations

import gzip
import statistics
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench.searching import CHROMIUM, FLAGS, serving
from catalogue.checking import load
from catalogue.datasets import datasets
from catalogue.knowledge.comparison import MOST

TIMES = 40

ANSWER = """async ([folder, times]) => {
    const { ontvouw, verdeel, wissels } = await import(`/${folder}/keuze.js`);
    const { leesSamenhang, mixcheck } = await import(`/${folder}/mix.js`);
    const data = ontvouw(await (await fetch("/data/keuze.json")).json());
    const coherence = leesSamenhang(await (await fetch("/data/samenhang.json")).json());
    const spent = [];
    for (let turn = 0; turn < times; turn += 1) {
        const given = new Set(data.antwoorden.filter((_, n) => (n + turn) % 9 === 0));
        const began = performance.now();
        const groups = verdeel(data, given);
        for (const one of groups.past.slice(0, 6)) wissels(data, one, given);
        mixcheck(coherence.relaties, groups.past.slice(0, 8).map(({ instrument }) => instrument.id));
        spent.push(performance.now() - began);
    }
    return spent;
}"""


def sizes(project: Path) -> dict[str, int]:
    """Compressed bytes that each aid fetches; of a comparison those of its names and its heaviest columns."""
    found = {path: len(gzip.compress(content, 6)) for path, content in _files(project).items()}
    columns = sorted(size for path, size in found.items() if path.startswith("data/vergelijk/"))
    aids = {path: size for path, size in found.items() if not path.startswith("data/vergelijk/")}
    aids["data/vergelijk.json"] = aids.get("data/vergelijk.json", 0) + sum(columns[-MOST:])
    return aids


def answer_times(project: Path, folder: Path) -> tuple[float, float]:
    """Milliseconds that an answer takes in the browser, of many different ones: the median, and the longest."""
    scripts = project / "theme/assets/js"
    for path, content in _files(project).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    (folder / "js").mkdir()
    for script in scripts.glob("*.js"):
        (folder / "js" / script.name).write_bytes(script.read_bytes())
    (folder / "index.html").write_text("<!doctype html><title>meting</title>", encoding="utf-8")
    with serving(folder) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        page: Page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/")
        spent: list[float] = page.evaluate(ANSWER, ["js", TIMES])
        browser.close()
    return statistics.median(spent), max(spent)


def _files(project: Path) -> Mapping[str, bytes]:
    return dict(datasets(load(project)))
