"""Measure what the project costs with 1,000 and 5,000 cards, against floors that cannot be beaten.

`make bench`, or `python -m bench [--small] [--only build|check|search|choose]`. Prints one
Markdown table: name, measured, floor, ratio, goal, met or not. A goal that is missed shows in
the table and not in the exit status, for a benchmark is no test.

- build: `mkdocs build` of the catalogue, against plain MkDocs (same theme, same extensions, no
  hooks) that builds the very same Markdown from disk;
- check: `catalogue check`, against a process that does nothing but `yaml.load` with the C loader;
- growth: the cost at 5,000 cards divided by that at 1,000;
- search: what a browser loads before the first search result, and for one card with all it needs;
- choose: what each aid fetches with the cards of today, compressed, and how long an answer takes at 1,000.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from bench import cards, choosing, searching
from bench.measuring import Cost, TimedCommand, compare
from catalogue.search.handover import VARIABLE
from catalogue.site.building import add_search

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1"}
SIZES = (1000, 5000)
HANDOVER = "zoeken"
LOAD = """
import sys, yaml
from pathlib import Path
for name in sys.stdin:
    text = Path(name.rstrip()).read_text(encoding="utf-8")
    yaml.load(text.split("\\n---\\n")[0], Loader=yaml.CSafeLoader)
"""
PLAIN = "INHERIT: ../mkdocs.yml\nhooks: []\nwatch: []\n"


@dataclass(frozen=True)
class Row:
    """One figure, with its goal if it has one: at most so much, measured or as a ratio to the floor."""

    name: str
    measured: float
    unit: str
    goal: float | None = None
    floor: float | None = None

    @property
    def judged(self) -> float:
        """The number that is held against the goal."""
        return self.measured / self.floor if self.floor else self.measured

    @property
    def cells(self) -> list[str]:
        """The row as it is printed."""
        digits = 0 if self.unit in ("MB", "kB") else 2
        goal = met = ""
        if self.goal is not None:
            goal = f"≤ {self.goal:n}{'×' if self.floor else f' {self.unit}'}".replace(".", ",")
            met = "ja" if self.judged <= self.goal else "nee"
        return [
            self.name,
            f"{_number(self.measured, digits)} {self.unit}",
            f"{_number(self.floor, digits)} {self.unit}" if self.floor else "",
            f"{_number(self.judged, 2)}×" if self.floor else "",
            goal,
            met,
        ]


def _number(value: float, digits: int) -> str:
    return f"{value:,.{digits}f}".translate(str.maketrans(",.", ".,"))


def _count(cards: int) -> str:
    return f"{_number(cards, 0)} kaarten"


def _plain(project: Path) -> Path:
    """A folder beside the project's own from which plain MkDocs builds the same pages."""
    plain = project / "kaal"
    plain.mkdir()
    words = (sys.executable, "-m", "catalogue", "pages", "--out", str(plain / "docs"))
    TimedCommand(words, project, ENVIRONMENT).run()
    (plain / "theme").symlink_to(project / "theme")
    (plain / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    return plain


def _mkdocs(project: Path) -> TimedCommand:
    words = (sys.executable, "-m", "mkdocs", "build", "--site-dir", str(project / "site"))
    # Our build hands its pages over to the search index, and pays for that; plain MkDocs has nothing to hand over.
    return TimedCommand(words, project, ENVIRONMENT | {VARIABLE: str(project / HANDOVER)})


def measure_build(project: Path, times: int) -> tuple[Cost, Cost]:
    """Our build and the plain one."""
    return compare(_mkdocs(project), _mkdocs(_plain(project)), times)


def measure_check(project: Path, times: int) -> tuple[Cost, Cost]:
    """Our check and the bare loading of the same files."""
    listing = project / "bestanden.txt"
    listing.write_text("".join(f"{path}\n" for path in cards.files(project)), "utf-8")
    load = project / "laad.py"
    load.write_text(LOAD.replace("sys.stdin", f"open({str(listing)!r})"), "utf-8")
    ours = TimedCommand((sys.executable, "-m", "catalogue", "check"), project, ENVIRONMENT)
    return compare(ours, TimedCommand((sys.executable, str(load)), project, {}), times)


def _growth(name: str, costs: dict[int, Cost]) -> Iterator[Row]:
    """How much more the larger catalogue costs than the smaller."""
    if len(costs) == len(SIZES):
        small, large = (costs[size].seconds for size in SIZES)
        yield Row(f"groei van de {name}, 1.000 → 5.000 kaarten", large, "s", 5.5, small)


def rows(folder: Path, sizes: tuple[int, ...], wanted: set[str]) -> Iterator[Row]:
    """All figures, as they come."""
    builds: dict[int, Cost] = {}
    checks: dict[int, Cost] = {}
    for size in sizes:
        project = folder / str(size)
        cards.make_project(ROOT, project, size)
        largest = size == sizes[-1]
        if "check" in wanted:
            checks[size], floor = measure_check(project, 3)
            yield Row(f"check, {_count(size)}", checks[size].seconds, "s", 2.5, floor.seconds)
        if "build" in wanted:
            builds[size], floor = measure_build(project, 1 if size == SIZES[-1] else 3)
            yield Row(f"build, {_count(size)}", builds[size].seconds, "s", 1.25, floor.seconds)
            if largest:
                yield Row(f"geheugen build, {_count(size)}", builds[size].megabytes, "MB", 1024)
        elif "search" in wanted and largest:
            _mkdocs(project).run()
    if "choose" in wanted:
        yield from _choosing(folder)
    yield from _growth("check", checks)
    yield from _growth("build", builds)
    if "search" in wanted:
        built = folder / str(sizes[-1]) / "site"
        if faults := add_search(built.parent / HANDOVER, built):
            raise SystemExit("\n".join(map(str, faults)))
        loaded, seconds, card = searching.measure(built)
        name = f"eerste zoekresultaat, {_count(sizes[-1])}"
        yield Row(f"{name}: geladen", loaded / 1000, "kB", 350)
        yield Row(f"{name}: wachttijd", seconds, "s")
        yield Row("één kaart met alles wat ze laadt", card / 1000, "kB", 150)


def _choosing(folder: Path) -> Iterator[Row]:
    """The data of the aids at the size of today, and an answer at a thousand cards."""
    for path, size in sorted(choosing.sizes(ROOT).items()):
        yield Row(f"{path}, de kaarten van nu", size / 1000, "kB", 60)
    many = folder / "kiezen-veel"
    cards.make_project(ROOT, many, SIZES[0])
    middle, longest = choosing.answer_times(many, folder / "kiezen-site")
    yield Row(f"antwoord van de keuzehulp, {_count(SIZES[0])}", middle, "ms", 100)
    yield Row("het langste daarvan", longest, "ms")


def _line(cells: list[str]) -> str:
    widths = (50, 10, 10, 7, 9, 7)
    padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return f"| {' | '.join(padded)} |"


def _facts() -> str:
    """The machine and the programs, without which figures say little."""
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1e9
    programs = ("mkdocs", "mkdocs-material", "PyYAML", "pydantic", "pagefind")
    versions = ", ".join(f"{name} {version(name)}" for name in programs)
    return (
        f"Python {platform.python_version()}, {versions}.\n"
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} kernen, "
        f"{memory:.0f} GB geheugen, belasting {os.getloadavg()[0]:.1f}."
    ).replace("_", "-")


def main() -> int:
    """Measure and print; always 0 when it could measure."""
    parser = argparse.ArgumentParser(description="Meet hoe snel en hoe zuinig het project is.")
    parser.add_argument("--small", action="store_true", help="alleen met 1.000 kaarten")
    parts = ("build", "check", "search", "choose")
    parser.add_argument("--only", choices=parts, help="alleen dit onderdeel")
    options = parser.parse_args()
    wanted = {options.only} if options.only else set(parts)
    print(f"Seconden zijn processortijd; de wachttijd is kloktijd.\n{_facts()}\n", flush=True)
    print(_line(["wat", "gemeten", "ondergrens", "verh.", "doel", "gehaald"]))
    print(_line(["---"] * 6), flush=True)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for row in rows(Path(folder), SIZES[:1] if options.small else SIZES, wanted):
            print(_line(row.cells), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
