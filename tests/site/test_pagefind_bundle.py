"""The search index: the same whatever the order of files, and a message when Pagefind makes another one."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import cbor2
import pytest

from catalogue.site.pagefind_bundle import rewrite
from tests.site.folders import contents, differences


def bundle_of(site: Path, numbers: Iterable[int]) -> Path:
    """What Pagefind makes of pages that are written in this order."""
    for number in numbers:
        page = site / f"p{number}" / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(
            f'<html lang="nl"><title>P{number}</title><body><h1>P{number}</h1>'
            f'<p data-pagefind-filter="soort">s{number % 5}</p>'
            f'<p data-pagefind-filter="laag">l{number % 3}</p><p>één eén woord {number}</p>',
            encoding="utf-8",
        )
    subprocess.run([sys.executable, "-m", "pagefind", "--site", str(site), "--silent"], check=True)
    return site / "pagefind"


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return bundle_of(tmp_path_factory.mktemp("op"), range(12))


@pytest.fixture
def bundle(untouched: Path, tmp_path: Path) -> Path:
    return shutil.copytree(untouched, tmp_path / "pagefind")


def test_the_order_of_files_makes_no_difference(bundle: Path, tmp_path: Path) -> None:
    other = bundle_of(tmp_path / "af", reversed(range(12)))
    assert rewrite(bundle) == rewrite(other) == []
    assert differences(contents(bundle), contents(other)) == []
    before = contents(bundle)
    assert rewrite(bundle) == []
    assert differences(contents(bundle), before) == []


def meta(bundle: Path) -> Path:
    (path,) = bundle.glob("pagefind.nl_*.pf_meta")
    return path


def packed(value: object) -> bytes:
    return gzip.compress(b"pagefind_dcd" + cbor2.dumps(value))


@pytest.mark.parametrize(
    "change",
    [
        lambda bundle: (bundle / "pagefind-entry.json").unlink(),
        lambda bundle: (bundle / "pagefind-entry.json").write_text("geen JSON"),
        lambda bundle: (bundle / "pagefind-entry.json").write_text("[]"),
        lambda bundle: (bundle / "pagefind-entry.json").write_text('{"languages": ["nl"]}'),
        lambda bundle: (bundle / "pagefind-entry.json").write_text('{"languages": {"nl": {}}}'),
        lambda bundle: meta(bundle).unlink(),
        lambda bundle: meta(bundle).write_bytes(b"geen archief"),
        lambda bundle: meta(bundle).write_bytes(meta(bundle).read_bytes()[:-20]),
        lambda bundle: meta(bundle).write_bytes(gzip.compress(b"pagefind_dcd\xff\xff")),
        lambda bundle: meta(bundle).write_bytes(packed({"version": 2})),
        lambda bundle: meta(bundle).write_bytes(packed(["1", [], [], [], [], [], "nieuw"])),
        lambda bundle: meta(bundle).write_bytes(packed(["1", [1], [2], [3], [4], []])),
        lambda bundle: next((bundle / "index").iterdir()).write_bytes(packed([["woord"]])),
        lambda bundle: next((bundle / "filter").iterdir()).write_bytes(packed(["soort", [[1]]])),
    ],
)
def test_a_bundle_in_another_form_is_a_message(
    bundle: Path, change: Callable[[Path], object]
) -> None:
    change(bundle)
    (fault,) = rewrite(bundle)
    assert fault.message.startswith(
        "De zoekindex van Pagefind heeft een andere vorm dan die wij kennen ("
    )
    assert "pagefind_bundle.py" in fault.message


def test_a_bundle_that_was_cut_short_is_named(bundle: Path) -> None:
    (bundle / "pagefind.js").write_bytes(b"")
    assert [fault.message for fault in rewrite(bundle)] == [
        "De zoekindex is niet heel: pagefind.js is leeg."
    ]
