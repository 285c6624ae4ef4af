"""A page is a function of the catalogue: the same in any order and alone, and it says which items it was made of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from catalogue.checking import load
from catalogue.linking import NEWEST_DATE, Catalogue
from catalogue.model import KINDS
from catalogue.pages import Page, render, render_page
from tests.fuzz.projects import SAMPLES, data_of, kind_of
from tests.sample import SAMPLE, edit, sample_project

SITE = "https://proef.example/"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(SAMPLE)


@pytest.fixture(scope="module")
def pages(catalogue: Catalogue) -> dict[str, Page]:
    return pages_of(catalogue)


def pages_of(catalogue: Catalogue) -> dict[str, Page]:
    return {page.path: page for page in render(catalogue, SITE)}


def items_with_a_page(catalogue: Catalogue) -> list[tuple[str, str]]:
    return [
        (kind.name, id)
        for kind in KINDS.values()
        if kind.own_page
        for id in catalogue.items[kind.name]
    ]


def test_rendered_twice_every_page_is_the_same(
    catalogue: Catalogue, pages: dict[str, Page]
) -> None:
    assert pages_of(catalogue) == pages
    assert pages_of(load(SAMPLE)) == pages


def test_rendered_in_another_order_every_page_is_the_same(
    catalogue: Catalogue, pages: dict[str, Page]
) -> None:
    backwards = [
        render_page(catalogue, kind, id, SITE)
        for kind, id in reversed(items_with_a_page(catalogue))
    ]
    assert {page.path for page in backwards} < pages.keys()
    assert all(page == pages[page.path] for page in backwards)


def test_rendered_alone_a_page_is_the_same(pages: dict[str, Page]) -> None:
    for kind, id in items_with_a_page(load(SAMPLE)):
        page = render_page(load(SAMPLE), kind, id, SITE)
        assert page == pages[page.path]


def test_a_page_that_is_asked_for_by_an_id_that_does_not_exist_is_an_error(
    catalogue: Catalogue,
) -> None:
    for kind, id in (("instrument", "weg"), ("csae", "proefregio")):
        with pytest.raises(KeyError):
            render_page(catalogue, kind, id)


def test_making_pages_leaves_the_catalogue_as_it_was(catalogue: Catalogue) -> None:
    before = (repr(catalogue.items), repr(catalogue.terms), len(catalogue.outgoing))
    list(render(catalogue))
    assert (repr(catalogue.items), repr(catalogue.terms), len(catalogue.outgoing)) == before
    assert catalogue.on_read is None


# Which pages an edit touches


def test_a_page_reads_its_own_item_and_what_it_names(pages: dict[str, Page]) -> None:
    card = pages["instrumenten/proefoverleg.md"]
    assert ("instrument", "proefoverleg") in card.reads
    linked = {
        "case",
        "module",
        "handout",
        "lesnotitie",
        "vergelijking",
        "partnerschapsvraag",
        "doel",
        "bouwsteen",
        "knelpunt",
        "wet",
        "begrip",
        "bron",
        "situatie",
        "kompasvraag",
        "oefening",
    }
    assert {kind for kind, _ in card.reads} == linked | {"instrument"}
    assert pages["zoeken/index.md"].reads == frozenset()


def differing(project: Path, before: dict[str, Page]) -> set[str]:
    """The pages whose bytes an edit of a project changes."""
    after = pages_of(load(project))
    assert after.keys() == before.keys()
    return {path for path, page in after.items() if page.content != before[path].content}


def reading(pages: dict[str, Page], kind: str, id: str) -> set[str]:
    return {path for path, page in pages.items() if (kind, id) in page.reads}


@pytest.mark.parametrize("path", SAMPLES, ids=str)
def test_a_new_title_changes_no_page_but_those_that_read_the_item(
    tmp_path: Path, pages: dict[str, Page], path: Path
) -> None:
    project = sample_project(tmp_path)
    title = data_of(path)["titel"]
    edit(project, path.as_posix(), f"titel: {title}", f"titel: {title} (nieuw)")
    touched = differing(project, pages)
    own = kind_of(path)
    assert f"{own.section}/{path.stem}.md" in touched or not own.own_page
    assert f"{own.section}/index.md" in touched
    assert touched <= reading(pages, own.name, path.stem)


TEXT = re.compile(
    r"^( *(?:- )?(?:tekst|reden|als|wat|betekenis|naam|toelichting|samenvatting): )(?=\w)", re.M
)


@pytest.mark.parametrize("path", SAMPLES, ids=str)
def test_new_words_in_every_text_change_no_page_but_those_that_read_the_item(
    tmp_path: Path, pages: dict[str, Page], path: Path
) -> None:
    project = sample_project(tmp_path)
    text = (project / path).read_text(encoding="utf-8")
    (project / path).write_text(TEXT.sub(r"\1Anders gezegd, ", text), encoding="utf-8")
    touched = differing(project, pages)
    assert touched and touched <= reading(pages, kind_of(path).name, path.stem)


def test_a_page_without_a_date_of_its_own_reads_the_newest(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    for path in SAMPLES:
        text = (project / path).read_text(encoding="utf-8")
        bare = re.sub(r"^wijzigingen:\n(?:[ -].*\n)+", "", text, flags=re.M)
        assert "wijzigingen" not in bare
        (project / path).write_text(bare, encoding="utf-8")
    catalogue = load(project)
    # A card and a case show the day of their review.
    undated = {
        catalogue.node(kind, id).page
        for kind, id in items_with_a_page(catalogue)
        if "beoordeeld_op" not in KINDS[kind].model.model_fields
    }
    assert len(undated) > 5
    assert reading(pages_of(catalogue), *NEWEST_DATE) == undated


def test_a_new_review_date_changes_no_page_but_those_that_read_the_card_or_the_newest_date(
    tmp_path: Path, pages: dict[str, Page]
) -> None:
    """A page without a date of its own shows the newest in the data."""
    project = sample_project(tmp_path)
    card = "instruments/proefoverleg.yml"
    edit(project, card, "beoordeeld_op: 2026-03-02", "beoordeeld_op: 2026-12-02")
    of_card, of_date = reading(pages, "instrument", "proefoverleg"), reading(pages, *NEWEST_DATE)
    touched = differing(project, pages)
    assert "oefeningen/proef-ordenen.md" in touched - of_card
    assert touched <= of_card | of_date
    # Every law with a date of its own is left as it is.
    assert "wettelijk-kader/proefwet.md" not in touched | of_date
