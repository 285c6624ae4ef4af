"""Addresses are forever: the list of published addresses only grows, and each of them leads somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue.checking import check
from catalogue.cli import main
from catalogue.pages import render_moved
from catalogue.permalinks import FILE, read_permalinks, redirects, updated
from tests.sample import edit, sample_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return sample_project(tmp_path)


def listed(root: Path) -> list[str]:
    return [address for _, address, _ in read_permalinks(root)]


def test_a_project_without_the_file_has_published_nothing(project: Path) -> None:
    assert read_permalinks(project) == [] and check(project) == []


def test_the_command_lists_every_item_and_overview(project: Path) -> None:
    assert main(["--root", str(project), "permalinks"]) == 0
    assert {"instrumenten/proefoverleg/", "begrippen/#proefbegrip", "instrumenten/"} <= set(
        listed(project)
    )
    assert listed(project) == sorted(listed(project))
    assert check(project) == []


def test_listing_twice_changes_nothing(project: Path) -> None:
    main(["--root", str(project), "permalinks"])
    once = (project / FILE).read_bytes()
    main(["--root", str(project), "permalinks"])
    assert (project / FILE).read_bytes() == once


def test_no_line_is_ever_removed_and_a_move_is_kept(project: Path) -> None:
    lines = "instrumenten/weg/\ninstrumenten/oud/ -> instrumenten/proefoverleg/\n"
    (project / FILE).write_text(lines, encoding="utf-8")
    text = updated(project, {"instrumenten/proefoverleg/"})
    assert text.splitlines()[1:] == [
        "instrumenten/oud/ -> instrumenten/proefoverleg/",
        "instrumenten/proefoverleg/",
        "instrumenten/weg/",
    ]


def test_a_renamed_card_must_say_where_it_went(project: Path) -> None:
    main(["--root", str(project), "permalinks"])
    law = project / "docs/wetten/proefverdrag.md"
    edit(project, "docs/wetten/proefverdrag.md", "id: proefverdrag", "id: proeftractaat")
    law.rename(law.with_name("proeftractaat.md"))
    for path in ("cases/proefregio.yml", "docs/tijdlijn/proefjaar.md"):
        edit(project, path, "wet: proefverdrag", "wet: proeftractaat")
    line = listed(project).index("wettelijk-kader/proefverdrag/") + 2
    assert [(p.path, p.line, p.field) for p in check(project)] == [(FILE, line, "adres")]
    edit(project, FILE, "proefverdrag/", "proefverdrag/ -> wettelijk-kader/proeftractaat/")
    assert check(project) == []
    assert redirects(project) == {"wettelijk-kader/proefverdrag/": "wettelijk-kader/proeftractaat/"}


def test_a_move_to_nowhere_is_refused(project: Path) -> None:
    (project / FILE).write_text("instrumenten/oud/ -> instrumenten/nergens/\n", encoding="utf-8")
    assert [p.message.partition(";")[0] for p in check(project)] == [
        "het adres instrumenten/nergens/ bestaat niet meer"
    ]


def test_the_old_address_becomes_a_page_that_leads_to_the_new_one() -> None:
    pages = list(render_moved({"instrumenten/oud/": "instrumenten/nieuw/"}))
    assert [page.path for page in pages] == ["instrumenten/oud.md"]
    assert "../../instrumenten/nieuw/" in pages[0].content


def test_a_list_with_odd_bytes_gives_problems_and_no_crash(project: Path) -> None:
    (project / FILE).write_bytes(b"\xff\xfe\n -> \n#\n\x1b[31m\n")
    problems = check(project)
    assert len(problems) == 3 and all(str(p).isprintable() for p in problems)


def test_an_anchor_that_moved_leaves_its_page_as_it_is(project: Path) -> None:
    line = "begrippen/#oud-begrip -> begrippen/#proefbegrip\n"
    (project / FILE).write_text(line, encoding="utf-8")
    assert check(project) == []
    assert list(render_moved(redirects(project))) == []


@pytest.mark.parametrize(
    "line",
    [
        "instrumenten/proefakkoord/ -> instrumenten/proefoverleg/",
        "instrumenten/ -> praktijk/",
        "over/ -> instrumenten/proefoverleg/",
        "../../buiten/ -> instrumenten/proefoverleg/",
        "/instrumenten/oud/ -> instrumenten/proefoverleg/",
        "instrumenten/oud -> instrumenten/proefoverleg/",
    ],
)
def test_a_move_may_not_take_the_place_of_a_page_nor_leave_the_site(
    project: Path, line: str
) -> None:
    (project / "docs/over").mkdir(exist_ok=True)
    (project / "docs/over/index.md").write_text("# Over\n", encoding="utf-8")
    (project / FILE).write_text(f"{line}\n", encoding="utf-8")
    assert [(p.path, p.line, p.field) for p in check(project)] == [(FILE, 1, "adres")]


def test_remarks_of_editors_stay(project: Path) -> None:
    (project / FILE).write_text("# Van de redactie\ninstrumenten/weg/\n", encoding="utf-8")
    assert updated(project, set()).splitlines()[1:] == ["# Van de redactie", "instrumenten/weg/"]
