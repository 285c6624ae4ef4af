"""The content of the project itself: it passes every check, and all that is promised of any content is true of it.

Nothing here depends on what a card says: a new card, another summary or a new date leaves all of these as they are.
"""

from __future__ import annotations

import gzip
import json
import re
from datetime import date

import pytest
from jsonschema import Draft202012Validator

from catalogue.checking import check
from catalogue.checks import addresses
from catalogue.datasets.comparison import comparison_data
from catalogue.exporting import DATA, catalogue_schema, exports
from catalogue.knowledge.laws import law_address
from catalogue.linking import Catalogue
from catalogue.model import KINDS, Instrument, Wet, Wetsverwijzing
from catalogue.pages import Page
from catalogue.permalinks import read_permalinks
from catalogue.reading import read_file
from catalogue.schemas import schema_of
from catalogue.shelf import read_shelf
from catalogue.short_addresses import published_short, short_addresses
from tests.conftest import ROOT
from tests.site_html import unwanted_tags


@pytest.fixture
def catalogue(real_catalogue: Catalogue) -> Catalogue:
    return real_catalogue


@pytest.fixture(scope="module")
def pages(real_pages: list[Page]) -> dict[str, Page]:
    return {page.path: page for page in real_pages}


def test_it_has_no_problem() -> None:
    assert check(ROOT) == []


def test_every_address_of_today_is_listed_and_every_listed_address_once() -> None:
    """A new card? Run `.venv/bin/catalogue permalinks`, and keep the line that it adds."""
    shelf, _ = read_shelf(ROOT)
    listed = [address for _, address, _ in read_permalinks(ROOT)]
    short = short_addresses(shelf.ids, published_short(ROOT))
    assert (addresses(shelf.ids) | set(short.values())) - set(listed) == set()
    assert listed == sorted(set(listed))


def test_beside_every_link_to_a_proposal_stands_that_it_is_one(
    catalogue: Catalogue, pages: dict[str, Page]
) -> None:
    """Not in the overview, whose entries say it in a line of their own, nor where a page names itself."""
    waiting = {one.id for one in catalogue.all(Instrument) if one.status != "geldend"}
    assert waiting
    link = re.compile(
        r'<a href="(?:[^"#]*/)?([a-z0-9-]+)(?:/|\.md)">[^<]*</a>(?! <span class="bijstatus">)'
    )
    bare = [
        (path, found[0])
        for path, page in pages.items()
        if path != "instrumenten/index.md"
        for found in link.finditer(page.html)
        if found[1] in waiting and path != f"instrumenten/{found[1]}.md"
    ]
    assert bare == []


def test_every_file_is_what_the_schema_of_its_kind_allows() -> None:
    shelf, _ = read_shelf(ROOT)
    validators = {kind.name: Draft202012Validator(schema_of(kind)) for kind in KINDS.values()}
    for one in shelf.loaded:
        data = read_file(ROOT / one.document.path, one.document.path).data
        plain = json.loads(json.dumps(data, default=date.isoformat))
        errors = [error.message for error in validators[one.kind.name].iter_errors(plain)]
        assert errors == [], one.document.path


def test_the_open_data_are_what_their_schema_says(catalogue: Catalogue) -> None:
    data = json.loads(dict(exports(catalogue, "https://proef.example/"))[DATA])
    found = Draft202012Validator(catalogue_schema()).iter_errors(data)
    assert [error.message for error in found] == []
    assert all(len(data[kind.key]) == catalogue.count(kind.name) for kind in KINDS.values())


def test_every_number_of_an_article_can_stand_in_the_address_of_its_law(
    catalogue: Catalogue,
) -> None:
    for node in catalogue.nodes_of(Wet):
        places = [
            link.part for link in catalogue.links_to(node) if isinstance(link.part, Wetsverwijzing)
        ]
        for address in (law_address(node.part, place) for place in places):
            assert (address is None) == (node.part.soort != "wet")
            assert address is None or " " not in address, address


def test_what_a_concept_says_of_a_page_is_true_of_it(
    catalogue: Catalogue, pages: dict[str, Page]
) -> None:
    found = [
        (page, term.id)
        for page, texts in catalogue.terms.items()
        for terms in texts.values()
        for term in terms
    ]
    assert found and len(set(found)) == len(found)

    def mentions(page: str, id: str) -> int:
        """How often running text links the concept; a list of what uses it says where, and ends in a bare row."""
        html = re.sub(r"<p>Ook genoemd bij .*", "", pages[page].html)
        link = rf'<a href="[./]*begrippen/#{id}">[^<]*</a>(?! <span class="(?:reden|feiten)">)'
        return len(re.findall(link, html))

    assert [(page, id) for page, id in found if mentions(page, id) != 1] == []


def test_no_page_has_a_style_a_handler_or_a_script_or_loads_anything_from_elsewhere(
    pages: dict[str, Page],
) -> None:
    found = {path: unwanted_tags(page) for path, page in pages.items()}
    assert {path: tags for path, tags in found.items() if tags} == {}


def test_every_item_is_to_be_found(catalogue: Catalogue, pages: dict[str, Page]) -> None:
    records = [page.record for page in pages.values() if page.record]
    found = {record.address for record in records}
    found |= {f"{record.address}#{anchor}" for record in records for anchor in record.parts}
    items = {node.address for kind in KINDS for node in catalogue.nodes_of(kind)}
    advice = {node.address for node in catalogue.nodes_of("aanbeveling")}
    assert items | advice <= found


def test_what_a_comparison_fetches_is_light(catalogue: Catalogue) -> None:
    """The names and the four heaviest columns: no reader fetches more than that, however many cards there are."""
    sizes = {path: len(gzip.compress(content)) for path, content in comparison_data(catalogue)}
    names = sizes.pop("data/vergelijk.json")
    assert names + sum(sorted(sizes.values())[-4:]) <= 60_000
