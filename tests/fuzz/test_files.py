"""Broken and hostile files: the checker refuses each by line or lets through what is harmless, and never falls over."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from catalogue.checking import inspect_files
from catalogue.problem import MAX_PROBLEMS
from tests.command import call, catalogue
from tests.conftest import ROOT
from tests.fuzz.effort import examples
from tests.fuzz.harmless import assert_readable
from tests.fuzz.hostile_input import hostile_texts, mutated, mutations, trees
from tests.fuzz.projects import SAMPLES, as_file, content_of, problems_after
from tests.sample import SAMPLE, as_yaml

CARDS = content_of(ROOT)
samples = st.sampled_from(SAMPLES)
harms = st.lists(mutations, min_size=1, max_size=4)


@examples(80)
@given(samples, harms)
def test_a_harmed_card_is_refused_by_line_or_still_harmless(
    project: Path, path: Path, harms: list[Any]
) -> None:
    problems_after(project, path, mutated((project / path).read_bytes(), harms))


@examples(60)
@given(samples, st.binary(max_size=200) | hostile_texts.map(str.encode))
@example(SAMPLES[0], b"{")
@example(SAMPLES[0], b"\xe0\xa0\x80\x00")
def test_a_file_of_any_bytes_is_refused_by_line(project: Path, path: Path, raw: bytes) -> None:
    front = b"---\n" + raw + b"\n---\n"
    assert problems_after(project, path, raw)
    assert problems_after(project, path, front)


@examples(60)
@given(samples, trees)
def test_a_file_of_any_data_is_refused_by_line(project: Path, path: Path, tree: object) -> None:
    assert problems_after(project, path, as_file(path, as_yaml(tree)))


# A project with many files harmed at once

Harmed = list[tuple[Path, list[Any]]]


def harmed_files(paths: list[Path], least: int, most: int) -> st.SearchStrategy[Harmed]:
    """So many files of a project, each with the harm that is done to it."""
    harmed = st.tuples(st.sampled_from(paths), st.lists(mutations, min_size=1, max_size=3))
    return st.lists(harmed, min_size=least, max_size=most, unique_by=lambda one: one[0])


def assert_command_tells(root: Path, project: Path, paths: list[Path], harmed: Harmed) -> None:
    """The command ends well in a copy of a project with these files harmed: a line for each problem, and a count."""
    for path in paths:
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(root / path, project / path)
    for path, harms in harmed:
        (project / path).write_bytes(mutated((root / path).read_bytes(), harms))
    done = call(project, "check")
    assert done.returncode in (0, 1) and done.stderr.count("\n") == 1
    lines = done.stdout.splitlines()
    assert_readable(lines, project)
    assert (done.returncode == 1) == bool(lines)


@examples(20, costs=10)
@given(harmed_files(SAMPLES, 5, len(SAMPLES)))
def test_the_command_survives_a_project_full_of_harmed_files(
    tmp_path_factory: pytest.TempPathFactory, harmed: Harmed
) -> None:
    assert_command_tells(SAMPLE, tmp_path_factory.mktemp("vol"), SAMPLES, harmed)


@pytest.mark.deep
@examples(20, costs=50)
@given(harmed_files(CARDS, 30, 60))
def test_the_command_survives_the_real_project_full_of_harmed_files(
    tmp_path_factory: pytest.TempPathFactory, harmed: Harmed
) -> None:
    assert_command_tells(ROOT, tmp_path_factory.mktemp("vol"), CARDS, harmed)


@pytest.mark.deep
@examples(500)
@given(st.sampled_from(CARDS), harms)
def test_a_harmed_real_card_is_refused_by_line_or_still_harmless(
    tmp_path_factory: pytest.TempPathFactory, path: Path, harms: list[Any]
) -> None:
    folder = tmp_path_factory.mktemp("los") / path.parent.name
    folder.mkdir()
    (folder / path.name).write_bytes(mutated((ROOT / path).read_bytes(), harms))
    assert_readable(
        map(str, inspect_files(folder / "leeg", [folder / path.name]).problems), Path("/")
    )


# Files that keep a reader busy

BOMBS = (
    "[" * 250_000,
    "a: " + "{b: " * 60_000,
    "- " * 120_000,
    "? " * 120_000,
    "".join(f"x{n}: 1\n" for n in range(20_000)),
    "a: 1\n" * 40_000,
    "bronnen:\n" + "- x\n" * 60_000,
    "synoniemen: [" + "1, " * 80_000 + "]\n",
    "uitleg:\n" + f"- \"[x](https://a&{'a&' * 250}a')\"\n",
    "uitleg:\n" + f"- \"{'- ' * 290}x\"\n" * 400,
    "uitleg:\n" + f"- \"{'[' * 590}\"\n" * 400,
    "uitleg:\n" + f"- \"x]{' ' * 590}x\"\n" * 400,
    "titel: " + "x" * 250_000,
    "id: k\ntitel: K\ndefinitie: {tekst: x, bron: redactie}\nbronnen: [a]\nverwant: [" + "xy, " * 50_000 + "]",
    "titel: >\n" + "  x\n\n" * 40_000,
    "a: &a [x]\n" + "b: [*a, *a]\n" * 20_000,
    "%TAG ! tag:x,2000:\n" * 10_000,
    "x" * 250_000,
    "# x\n" * 60_000,
)  # fmt: skip
"""Files that are small enough to be read and made to keep a reader busy."""


@pytest.mark.parametrize("path", [Path("instruments/k.yml"), Path("docs/begrippen/k.md")], ids=str)
def test_no_file_keeps_the_checker_busy(tmp_path: Path, path: Path) -> None:
    (tmp_path / path).parent.mkdir(parents=True)
    for n, bomb in enumerate(BOMBS):
        (tmp_path / path).with_stem(f"k{n}").write_bytes(as_file(path, bomb))
    done = catalogue(tmp_path, "check", timeout=90)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    lines = done.stdout.splitlines()
    assert_readable(lines, tmp_path)
    for n in range(len(BOMBS)):
        ours = [line for line in lines if Path(line.partition(":")[0]).stem == f"k{n}"]
        assert 1 <= len(ours) < 350, f"bomb {n}: {len(ours)} lines"


def test_a_file_full_of_faults_tells_the_first_hundred_and_that_there_are_more(
    project: Path,
) -> None:
    path = Path("instruments/proefoverleg.yml")
    raw = (project / path).read_bytes() + b"".join(b"x%d: 1\n" % n for n in range(5000))
    problems = problems_after(project, path, raw)
    assert len(problems) == MAX_PROBLEMS + 1
    assert [p.field for p in problems if "er is nog meer mis in dit bestand" in p.message] == [
        "bestand"
    ]
