"""Every item with a page has a short address, which leads to it forever."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue.checking import check, load
from catalogue.cli import main
from catalogue.permalinks import FILE, redirects
from catalogue.publishing import publish
from catalogue.short_addresses import published_short, short_addresses
from tests.sample import sample_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return sample_project(tmp_path)


def test_it_is_the_id_and_for_a_second_kind_its_kind_stands_before_it() -> None:
    ids = {"wet": ["water"], "instrument": ["water", "novex"], "case": ["water"]}
    assert short_addresses(ids, {}) == {
        "instrumenten/novex/": "i/novex/",
        "instrumenten/water/": "i/water/",
        "praktijk/water/": "i/case-water/",
        "wettelijk-kader/water/": "i/wet-water/",
    }


def test_what_is_only_part_of_a_page_has_none() -> None:
    assert short_addresses({"begrip": ["rijk"]}, {}) == {}


def test_what_was_published_stays_also_when_a_kind_before_it_takes_the_id() -> None:
    published = {"wettelijk-kader/water/": "i/water/"}
    ids = {"wet": ["water"], "instrument": ["water"]}
    assert short_addresses(ids, published) == {
        "instrumenten/water/": "i/instrument-water/",
        "wettelijk-kader/water/": "i/water/",
    }


def test_no_two_items_share_one_whatever_their_ids() -> None:
    ids = {"instrument": ["water", "wet-water"], "wet": ["water", "wet-water"]}
    found = short_addresses(ids, {})
    assert len(set(found.values())) == len(found) == 4


def test_the_command_keeps_them_in_the_list_and_they_stay(project: Path) -> None:
    assert main(["--root", str(project), "permalinks"]) == 0
    assert "i/proefoverleg/ -> instrumenten/proefoverleg/\n" in (project / FILE).read_text("utf-8")
    catalogue = load(project)
    short = short_addresses(catalogue.items, {})
    assert published_short(project) == short
    assert redirects(project) == {brief: address for address, brief in short.items()}
    assert check(project) == []


@pytest.mark.parametrize("listed", [True, False])
def test_each_is_a_page_that_leads_to_its_item_and_has_a_code_beside_it(
    project: Path, listed: bool
) -> None:
    if listed:
        main(["--root", str(project), "permalinks"])
    catalogue = load(project)
    # Packages for a learning platform are no text.
    files = {
        output.path: output.content.decode("utf-8", "replace")
        for output in publish(catalogue, project)
    }
    short = short_addresses(catalogue.items, {})
    assert len(short) > 10
    for address, brief in short.items():
        assert f'naar: "../../{address}"' in files[f"{brief.rstrip('/')}.md"]
        assert f"{brief}qr.svg" in files
        assert f'src="../../{brief}qr.svg"' in files[f"{address.rstrip('/')}.md"]
