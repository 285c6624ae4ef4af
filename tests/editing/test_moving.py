"""``catalogue rename`` and ``withdraw``: all of it, or nothing; and every address keeps leading somewhere."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from catalogue.checking import check, load
from catalogue.cli import main
from catalogue.editing import moving
from catalogue.editing.moving import NotMovedError, rename, withdraw
from catalogue.linking import nodes_of
from catalogue.model import KINDS
from catalogue.pages import render_moved
from catalogue.permalinks import FILE, redirects
from catalogue.problem import ContentError
from catalogue.shelf import read_shelf
from tests.command import call, catalogue
from tests.sample import SAMPLE, edit, sample_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = sample_project(tmp_path)
    main(["--root", str(project), "permalinks"])
    return project


def tree(root: Path) -> dict[str, bytes]:
    """Every file with its content, but the list of addresses."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and path.name != FILE and ".git" not in path.parts
    }


# The first of each kind; of a bouwsteen the number stands in its name.
FIRST = {kind: min(items) for kind, items in load(SAMPLE).items.items() if kind != "bouwsteen"}
# A card whose factors are cited, and a source that almost everything rests on.
ITEMS = sorted({*FIRST.items(), ("instrument", "proefoverleg"), ("bron", "rob-2021")})


@pytest.mark.parametrize(("kind", "id"), ITEMS, ids=[f"{kind}-{id}" for kind, id in ITEMS])
def test_there_and_back_gives_the_same_files(project: Path, kind: str, id: str) -> None:
    before = tree(project)
    old, new, plan = rename(project, f"{kind}:{id}", "heel-anders")
    assert check(project) == []
    text = "".join(content.decode() for content in tree(project).values())
    assert not (project / old.path).exists() and (project / new.path).is_file()
    assert f"id: {id}\n" not in (project / new.path).read_text(encoding="utf-8")
    leads = redirects(project)
    assert leads[old.address] == new.address
    if old.kind.own_page:
        # The short address that was printed goes along, and the new name has one of its own.
        short = [address for address, goal in leads.items() if goal == new.address]
        assert len([address for address in short if address.startswith("i/")]) == 2
    assert plan.count == text.count("heel-anders") - 1
    rename(project, f"{kind}:heel-anders", id)
    assert tree(project) == before and check(project) == []
    assert redirects(project)[new.address] == old.address
    assert old.address not in redirects(project)


def test_a_number_in_a_name_must_stay_and_nothing_changes_when_it_does_not(project: Path) -> None:
    before = tree(project)
    with pytest.raises(ContentError, match="past niet bij id"):
        rename(project, "1-proefafspraken", "heel-anders")
    assert tree(project) == before


def test_only_the_id_changes_in_a_file(project: Path) -> None:
    path = "cases/proefregio.yml"
    edit(project, path, "instrument: proefoverleg", 'instrument:   "proefoverleg"   # proefoverleg')
    text = (project / path).read_text(encoding="utf-8")
    (project / path).write_bytes(text.replace("\n", "\r\n").encode())
    before = (project / path).read_bytes()
    rename(project, "proefoverleg", "beraad")
    after = (project / path).read_bytes()
    # The remark of an editor is not ours.
    assert b'instrument:   "beraad"   # proefoverleg\r\n' in after
    assert after.count(b"\r\n") == before.count(b"\r\n") and b"beraad/" in after
    assert main(["--root", str(project), "check"]) == 0


def test_a_bare_link_gets_its_kind_when_the_new_id_is_not_the_only_one(project: Path) -> None:
    path = "docs/wetten/proefwet.md"
    text = (project / path).read_text(encoding="utf-8").rstrip()
    (project / path).write_text(
        f"{text} Zie [dit](proefoverleg) en [dat](instrument:proefoverleg).\n", "utf-8"
    )
    rename(project, "proefoverleg", "proefbegrip")
    text = (project / path).read_text(encoding="utf-8")
    assert "[dit](instrument:proefbegrip) en [dat](instrument:proefbegrip)" in text
    assert check(project) == []


def test_links_on_pages_that_were_written_by_hand_go_along(project: Path) -> None:
    page = project / "docs/over/index.md"
    page.parent.mkdir()
    page.write_text(
        "# Over\n\n[A](../instrumenten/proefoverleg.md#scores), [b](../begrippen/index.md#proefbegrip).\n",
        "utf-8",
    )
    rename(project, "proefoverleg", "beraad")
    rename(project, "proefbegrip", "begripje")
    assert (
        "[A](../instrumenten/beraad.md#scores), [b](../begrippen/index.md#begripje)"
        in page.read_text("utf-8")
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("bestaat-niet", "x", "“bestaat-niet” bestaat niet"),
        ("proefoverlg", "x", "Bedoelde u “proefoverleg”?"),
        (
            "instrumnt:proefoverleg",
            "x",
            "De soort “instrumnt” bestaat niet. Bedoelde u “instrument”?",
        ),
        ("proefoverleg", "proefakkoord", "instruments/proefakkoord.yml bestaat al"),
        ("proefoverleg", "../buiten", "mag geen id zijn"),
        ("proefoverleg", "Met Hoofdletter", "mag geen id zijn"),
        ("proefoverleg", "a" * 81, "mag geen id zijn"),
        ("proefoverleg", "index", "“index” is gereserveerd; kies een andere naam"),
        ("proefbegrip", "inhoud", "“inhoud” is gereserveerd; kies een andere naam"),
    ],
)
def test_a_name_that_cannot_be_is_refused_in_words(
    project: Path, old: str, new: str, said: str
) -> None:
    before = tree(project)
    done = catalogue(project, "rename", old, new)
    assert done.returncode == 2 and said in done.stderr and "Traceback" not in done.stderr
    assert tree(project) == before


def test_an_earlier_name_says_what_became_of_it(project: Path) -> None:
    rename(project, "proefoverleg", "beraad")
    rename(project, "proefbegrip", "begripje")
    loose(project)
    withdraw(project, "los", None)
    for old, said in (
        ("proefoverleg", "“proefoverleg” heet nu “beraad”, of is daardoor vervangen."),
        (
            "begrip:proefbegrip",
            "“begrip:proefbegrip” heet nu “begripje”, of is daardoor vervangen.",
        ),
        ("los", "“los” is ingetrokken."),
    ):
        for command in (["rename", old, "x"], ["withdraw", old]):
            done = call(project, *command)
            assert (done.returncode, done.stderr) == (2, f"{said}\n")


def test_an_id_of_two_kinds_must_say_which(project: Path) -> None:
    rename(project, "wet:proefverdrag", "proefregio")
    with pytest.raises(NotMovedError, match="schrijf case:proefregio of wet:proefregio"):
        rename(project, "proefregio", "x")


def test_an_address_that_leads_to_one_thing_never_leads_to_another(project: Path) -> None:
    rename(project, "proefoverleg", "beraad")
    with pytest.raises(NotMovedError, match="/instrumenten/proefoverleg/ is al eens gebruikt"):
        rename(project, "proefakkoord", "proefoverleg")


def test_content_with_a_problem_is_left_alone(project: Path) -> None:
    edit(project, "instruments/proefakkoord.yml", "titel:", "titl:")
    before = tree(project)
    assert catalogue(project, "rename", "proefoverleg", "beraad").returncode == 1
    assert tree(project) == before


def test_what_fails_halfway_is_put_back(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, addresses = tree(project), (project / FILE).read_bytes()
    write = Path.write_bytes

    def failing(path: Path, content: bytes) -> int:
        if path == project / FILE and b"beraad" in content:
            raise OSError("schijf vol")
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", failing)
    with pytest.raises(NotMovedError, match="Er is niets veranderd: schijf vol"):
        rename(project, "proefoverleg", "beraad")
    assert tree(project) == before and (project / FILE).read_bytes() == addresses


def git(project: Path, *arguments: str) -> str:
    program = shutil.which("git")
    assert program
    who = ["-c", "user.name=Toets", "-c", "user.email=toets@voorbeeld.nl"]
    done = subprocess.run(
        [program, *who, *arguments], cwd=project, check=True, capture_output=True, text=True
    )
    return done.stdout


def test_git_sees_a_rename(project: Path) -> None:
    git(project, "init", "-q")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "Begin.")
    rename(project, "proefoverleg", "beraad")
    git(project, "add", "-A")
    changed = git(project, "diff", "--cached", "-M", "--name-status")
    assert "instruments/proefoverleg.yml\tinstruments/beraad.yml" in changed
    assert "\nD" not in changed


# Withdrawing


def test_what_others_refer_to_stays_and_each_place_is_told(project: Path) -> None:
    before = tree(project)
    done = catalogue(project, "withdraw", "proefwet")
    assert done.returncode == 1 and tree(project) == before
    (one,) = (one for one in read_shelf(project)[0].loaded if one.item.id == "proefwet")
    assert [node.id for node in nodes_of(one.item)] == ["proefwet"]
    lines = done.stdout.splitlines()
    assert lines and all(
        "verwijst naar “proefwet”; haal deze verwijzing eerst weg" in line for line in lines
    )
    assert any(line.startswith("instruments/proefoverleg.yml:") for line in lines)


def test_what_stands_in_an_item_keeps_it_as_well(project: Path) -> None:
    """A source with recommendations stays while a recommendation is cited."""
    with pytest.raises(ContentError, match="aanbeveling"):
        withdraw(project, "bron:proefadvies", None)


def loose(project: Path) -> None:
    """A card that nothing refers to, with its address in the list."""
    path = project / "instruments/los.yml"
    text = (project / "instruments/proefakkoord.yml").read_text(encoding="utf-8")
    path.write_text(text.replace("id: proefakkoord", "id: los", 1), encoding="utf-8")
    main(["--root", str(project), "permalinks"])


def test_without_a_successor_the_address_says_that_it_is_gone(project: Path) -> None:
    loose(project)
    done = catalogue(project, "withdraw", "los")
    assert done.returncode == 0 and "zegt voortaan dat het is ingetrokken" in done.stdout
    assert not (project / "instruments/los.yml").exists() and check(project) == []
    leads = redirects(project)
    assert leads["instrumenten/los/"] == leads["i/los/"] == "instrumenten/"
    pages = {page.path: page.content for page in render_moved(leads)}
    for page, back in (("instrumenten/los.md", "../../"), ("i/los.md", "../../")):
        assert "<h1>Deze pagina is ingetrokken</h1>" in pages[page] and "naar:" not in pages[page]
        assert f'<a href="{back}instrumenten/">Naar alle instrumenten</a>' in pages[page]


def test_with_a_successor_the_address_leads_there(project: Path) -> None:
    loose(project)
    assert withdraw(project, "los", "proefakkoord")[1] == "instrumenten/proefakkoord/"
    leads = redirects(project)
    assert leads["instrumenten/los/"] == leads["i/los/"] == "instrumenten/proefakkoord/"
    assert check(project) == []


def test_what_had_no_address_yet_leaves_none(project: Path) -> None:
    loose(project)
    (project / FILE).unlink()
    assert withdraw(project, "los", None)[1] is None
    assert not (project / FILE).exists() and check(project) == []


def test_a_concept_succeeds_nothing_yet(project: Path) -> None:
    loose(project)
    text = (project / "instruments/los.yml").read_text(encoding="utf-8")
    text = text.replace("id: los", "id: later").replace("status: geldend", "status: concept")
    (project / "instruments/later.yml").write_text(text, encoding="utf-8")
    with pytest.raises(NotMovedError, match=r"later\.yml is nog een concept"):
        withdraw(project, "los", "later")


def test_an_item_does_not_succeed_itself(project: Path) -> None:
    loose(project)
    with pytest.raises(NotMovedError, match="zichzelf"):
        withdraw(project, "los", "instrument:los")


def test_every_kind_can_be_named() -> None:
    shelf, _ = read_shelf(SAMPLE)
    for kind in KINDS:
        id = min(shelf.ids[kind])
        assert moving.find(shelf, f"{kind}:{id}").path == KINDS[kind].file(id)
