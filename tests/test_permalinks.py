"""Addresses are forever: the list of published addresses only grows, and each of them leads somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue.checking import check, load
from catalogue.cli import main
from catalogue.letters import LIMIT
from catalogue.pages import render, render_moved
from catalogue.permalinks import FILE, read_permalinks, redirects, updated
from catalogue.problem import Problem
from catalogue.reading import MAX_BYTES
from tests.sample import add_instruments, edit, sample_project


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


@pytest.mark.parametrize("name", ["kapot.yml", "twee woorden.txt"])
def test_of_a_file_that_cannot_be_read_no_address_is_kept_forever(
    project: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "instruments" / name).write_text("id: kapot\nstatus: concept\n  x: y\n", "utf-8")
    assert main(["--root", str(project), "permalinks"]) == 1
    assert f"instruments/{name}:" in capsys.readouterr().out
    assert not (project / FILE).exists()


def test_listing_twice_changes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--root", str(project), "permalinks"])
    once = (project / FILE).read_bytes()
    capsys.readouterr()
    main(["--root", str(project), "permalinks"])
    assert (project / FILE).read_bytes() == once
    assert capsys.readouterr().out.endswith("Er kwam niets bij.\n")


def test_an_editor_reads_which_addresses_are_new(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--root", str(project), "permalinks"])
    assert ", waaronder:\n" in capsys.readouterr().out
    add_instruments(project, 1)
    main(["--root", str(project), "permalinks"])
    said = "Erbij: 2 adressen:\n  /i/proefkaart-0000/\n  /instrumenten/proefkaart-0000/\n"
    assert capsys.readouterr().out.endswith(said)


def test_no_line_is_ever_removed_and_a_move_is_kept(project: Path) -> None:
    lines = "instrumenten/weg/\ninstrumenten/oud/ -> instrumenten/proefoverleg/\n"
    (project / FILE).write_text(lines, encoding="utf-8")
    text = updated(project, {"instrumenten/proefoverleg/"}, {})
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
    old = "\nwettelijk-kader/proefverdrag/"
    edit(project, FILE, f"{old}\n", f"{old} -> wettelijk-kader/proeftractaat/\n")
    assert check(project) == []
    # The short address that was printed goes along.
    moved = {"wettelijk-kader/proefverdrag/", "i/proefverdrag/"}
    assert {redirects(project)[old] for old in moved} == {"wettelijk-kader/proeftractaat/"}


def test_a_move_to_nowhere_is_refused(project: Path) -> None:
    (project / FILE).write_text("instrumenten/oud/ -> instrumenten/nergens/\n", encoding="utf-8")
    assert [p.message.partition(";")[0] for p in check(project)] == [
        "het adres instrumenten/nergens/ bestaat niet meer"
    ]


def test_the_old_address_becomes_a_page_that_leads_to_the_new_one() -> None:
    pages = list(render_moved({"instrumenten/oud/": "instrumenten/nieuw/"}))
    assert [page.path for page in pages] == ["instrumenten/oud.md"]
    assert "../../instrumenten/nieuw/" in pages[0].content
    assert pages[0].record is None


@pytest.mark.parametrize(
    ("raw", "lines"), [(b"\n -> \n#\n\x1b[31m\n", [2, 4]), (b"#\n\xff\xfe\n -> \n", [2])]
)
def test_a_list_with_odd_bytes_gives_problems_and_no_crash(
    project: Path, raw: bytes, lines: list[int]
) -> None:
    (project / FILE).write_bytes(raw)
    problems = check(project)
    assert [p.line for p in problems] == lines and all(str(p).isprintable() for p in problems)
    main(["--root", str(project), "permalinks"])


@pytest.mark.parametrize("there", [True, False])
def test_a_list_that_is_a_link_is_neither_read_nor_written(project: Path, there: bool) -> None:
    elsewhere = project.parent / "geheim.txt"
    if there:
        elsewhere.write_text("wachtwoord\n", encoding="utf-8")
    (project / FILE).symlink_to(elsewhere)
    said = "dit is geen gewoon bestand; een koppeling naar elders wordt niet gelezen"
    assert check(project) == [Problem(FILE, 1, 1, "bestand", said)]
    assert main(["--root", str(project), "permalinks"]) == 1
    assert elsewhere.exists() == there
    assert not there or elsewhere.read_text("utf-8") == "wachtwoord\n"


def test_a_list_may_be_longer_than_a_card(project: Path) -> None:
    lines = "".join(f"oud/adres-{n:06d}/ -> instrumenten/\n" for n in range(10_000))
    (project / FILE).write_text(lines, encoding="utf-8")
    assert len(lines) > MAX_BYTES and check(project) == []


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
        "meedoen/ -> instrumenten/proefoverleg/",
        "meedoen/hulp/ -> instrumenten/proefoverleg/",
        "../../buiten/ -> instrumenten/proefoverleg/",
        "/instrumenten/oud/ -> instrumenten/proefoverleg/",
        "instrumenten/oud -> instrumenten/proefoverleg/",
    ],
)
def test_a_move_may_not_take_the_place_of_a_page_nor_leave_the_site(
    project: Path, line: str
) -> None:
    (project / "docs/over").mkdir(exist_ok=True)
    (project / "docs/meedoen").mkdir(exist_ok=True)
    for path in ("over/index.md", "meedoen/README.md", "meedoen/hulp.md"):
        (project / "docs" / path).write_text("# Over\n", encoding="utf-8")
    (project / FILE).write_text(f"{line}\n", encoding="utf-8")
    assert [(p.path, p.line, p.field) for p in check(project)] == [(FILE, 1, "adres")]


def test_no_page_that_the_site_makes_can_move(project: Path) -> None:
    """All of them: of items, of kinds, by letter, the start page, the search page."""
    add_instruments(project, LIMIT + 1)
    pages = [page.path.removesuffix(".md") + "/" for page in render(load(project))]
    assert {"index/", "zoeken/index/", "instrumenten/letter/a/"} <= set(pages)
    moved = {*pages, *(address.removesuffix("index/") for address in pages)} - {""}
    text = "".join(f"{address} -> praktijk/\n" for address in sorted(moved))
    (project / FILE).write_text(text, encoding="utf-8")
    assert [p.line for p in check(project)] == list(range(1, len(moved) + 1))


def test_remarks_of_editors_stay(project: Path) -> None:
    (project / FILE).write_text("# Van de redactie\ninstrumenten/weg/\n", encoding="utf-8")
    assert updated(project, set(), {}).splitlines()[1:] == [
        "# Van de redactie",
        "instrumenten/weg/",
    ]


def test_a_move_of_what_moved_leads_to_where_it_ends(project: Path) -> None:
    lines = "oud/ -> ouder/\nouder/ -> instrumenten/proefoverleg/\n"
    (project / FILE).write_text(lines, encoding="utf-8")
    assert check(project) == []
    assert set(redirects(project).values()) == {"instrumenten/proefoverleg/"}


def test_moves_that_go_round_are_refused(project: Path) -> None:
    (project / FILE).write_text("heen/ -> terug/\nterug/ -> heen/\n", encoding="utf-8")
    assert [(p.path, p.line) for p in check(project)] == [(FILE, 1), (FILE, 2)]
    assert redirects(project).keys() == {"heen/", "terug/"}
