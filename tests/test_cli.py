"""The command line: what an editor types, what it says in Dutch, and how it ends."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from catalogue.commands import COMMANDS
from catalogue.model import KINDS
from tests.command import call, catalogue
from tests.conftest import ROOT, environment
from tests.sample import edit, sample_project

CARD = "instruments/proefoverleg.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return sample_project(tmp_path)


NAMES = [command.name for command in COMMANDS]


@pytest.mark.parametrize("command", [(), *((name,) for name in NAMES)], ids=str)
def test_help_is_in_dutch_and_names_what_there_is(tmp_path: Path, command: tuple[str, ...]) -> None:
    done = call(tmp_path, *command, "--help")
    assert done.returncode == 0 and done.stderr == ""
    assert done.stdout.startswith("gebruik: catalogue") and "toon deze uitleg" in done.stdout
    for english in ("usage", "options", "positional", "show this", "arguments", "optional"):
        assert english not in done.stdout
    if not command:
        assert all(f"    {name}" in done.stdout for name in NAMES)


def test_the_first_page_of_the_project_names_every_command() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    named = [line.split()[1] for line in lines if line.startswith("catalogue ")]
    assert sorted(named) == sorted(NAMES)


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("chek",),
        ("check", "--fout"),
        ("pages",),
        ("new", "wett", "Titel"),
        ("new", "instrument"),
    ],
    ids=str,
)
def test_a_wrong_call_ends_with_2_and_shows_the_way(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    done = call(tmp_path, *arguments)
    assert done.returncode == 2 and done.stdout == ""
    assert "gebruik: catalogue" in done.stderr and "--help" in done.stderr


def test_content_without_a_problem_ends_with_0(project: Path) -> None:
    done = catalogue(project, "check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "Alles klopt.\n")


def test_each_problem_is_a_line_and_the_end_is_1(project: Path) -> None:
    edit(project, CARD, "titel: Proefoverleg", "titel: no")
    edit(project, CARD, "fase: [voorbereiden]", "fase: [voorbereidn]")
    done = catalogue(project, "check")
    assert done.returncode == 1 and done.stderr == "2 problemen.\n"
    assert done.stdout.splitlines() == [
        f"{CARD}:3:8: titel: moet tekst zijn; nu leest YAML hier ja of nee; zet tekst tussen aanhalingstekens",
        f"{CARD}:16:8: fase[1]: “voorbereidn” mag niet; toegestaan: agenderen, voorbereiden, besluiten, uitvoeren, evalueren."
        " Bedoelde u “voorbereiden”?",
    ]


def test_it_works_without_git_and_from_any_folder_of_the_project(project: Path) -> None:
    edit(project, CARD, "status: vervangen", "status: x")
    (project / "leeg").mkdir()
    nothing = str(project / "leeg")
    here = catalogue(project, "check", PATH=nothing).stdout
    assert here and here == catalogue(project / "docs/wetten", "check", PATH=nothing).stdout


def test_it_works_from_elsewhere_with_the_folder_given(project: Path, tmp_path: Path) -> None:
    edit(project, CARD, "status: vervangen", "status: x")
    done = call(tmp_path, "--root", project, "check")
    assert done.returncode == 1 and done.stdout.startswith(f"{CARD}:")


@pytest.mark.parametrize(
    ("folder", "path"),
    [
        (".", CARD),
        (".", f"./docs/../{CARD}"),
        ("docs", f"../{CARD}"),
        ("instruments", "proefoverleg.yml"),
        (".", "instruments"),
        ("docs", ".."),
        (".", "."),
    ],
)
def test_a_path_checks_that_file_as_part_of_the_whole(
    project: Path, folder: str, path: str
) -> None:
    edit(project, CARD, "knelpunt: proefknelpunt", "knelpunt: proefknelpun")
    done = call(project / folder, "check", path)
    assert done.returncode == 1
    assert done.stdout.startswith(f"{CARD}:") and "Bedoelde u “proefknelpunt”?" in done.stdout
    assert call(project, "check", "cases").returncode == 0


def test_a_file_that_is_not_in_the_project_is_checked_by_itself(
    project: Path, tmp_path: Path
) -> None:
    (tmp_path / "cases").mkdir()
    loose = Path(shutil.copy(project / "cases/proefregio.yml", tmp_path / "cases"))
    assert call(project, "check", loose).returncode == 0
    for old, new, said in (
        ("vertrouwen groeide", "[vertrouwen](javascript:alert) groeide", "soort “javascript” bestaat niet"),
        ("diepte: casestudie", "diepte: diep", "“diep” mag niet"),
        ("id: proefregio", "id: anders", "anders dan de bestandsnaam"),
    ):  # fmt: skip
        shutil.copy(project / "cases/proefregio.yml", loose)
        edit(tmp_path, "cases/proefregio.yml", old, new)
        done = call(project, "check", loose)
        assert done.returncode == 1 and said in done.stdout


def test_a_file_that_no_folder_explains_is_refused(project: Path) -> None:
    (project / "notitie.txt").write_text("hallo\n", encoding="utf-8")
    done = call(project, "check", "notitie.txt")
    assert done.returncode == 1 and "staat niet in een map van de catalogus" in done.stdout


def test_a_path_that_does_not_exist_ends_with_2(project: Path) -> None:
    done = call(project, "check", "instruments/weg.yml", CARD)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "instruments/weg.yml: bestaat niet\n"


def odd_files(folder: Path) -> None:
    """Everything that can stand in a folder and is no card."""
    (folder / "kring.yml").symlink_to("kring.yml")
    (folder / "nergens.yml").symlink_to("weg.yml")
    (folder / "map.yml").mkdir()
    os.mkfifo(folder / "pijp.yml")
    (folder / "geheim.yml").write_text("id: geheim\n", encoding="utf-8")
    (folder / "geheim.yml").chmod(0)
    (folder / "leeg.yml").touch()
    (folder / "twee\nregels.yml").write_text("a: 1\n", encoding="utf-8")
    (folder / "kleur\x1b[31m.yml").write_text("a: 1\n", encoding="utf-8")
    Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.yml")).write_text("a: 1\n", encoding="utf-8")


def test_odd_files_give_lines_and_no_traceback(project: Path) -> None:
    odd_files(project / "instruments")
    for arguments in (("check",), ("check", "instruments")):
        done = catalogue(project, *arguments)
        assert done.returncode == 1 and "Traceback" not in done.stderr
        assert all(line.isprintable() and ": " in line for line in done.stdout.splitlines())
        for name in ("kring", "nergens", "map", "pijp", "geheim", "leeg", "twee regels", "caf"):
            assert f"instruments/{name}" in done.stdout, name


def test_pages_are_written_for_any_generator(project: Path, tmp_path: Path) -> None:
    done = call(project, "pages", "--out", tmp_path / "uit", "--site-url", "https://proef.example/")
    assert done.returncode == 0, done.stderr
    written = {p.relative_to(tmp_path / "uit").as_posix() for p in (tmp_path / "uit").rglob("*.*")}
    assert {"index.md", "instrumenten/proefoverleg.md", "data/catalogus.json"} <= written
    assert "https://proef.example/instrumenten/proefoverleg/" in (
        tmp_path / "uit/instrumenten/proefoverleg.md"
    ).read_text(encoding="utf-8")


def test_pages_are_not_written_of_content_with_a_problem(project: Path, tmp_path: Path) -> None:
    edit(project, CARD, "status: vervangen", "status: x")
    done = call(project, "pages", "--out", tmp_path / "uit")
    assert done.returncode == 1 and done.stdout.startswith(f"{CARD}:")
    assert not (tmp_path / "uit").exists()


def test_a_folder_that_cannot_be_written_is_said_in_dutch(project: Path) -> None:
    (project / "uit").write_text("geen map\n", encoding="utf-8")
    done = call(project, "pages", "--out", "uit")
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "niet te lezen of te schrijven" in done.stderr


def test_who_reads_along_may_stop(project: Path) -> None:
    """``catalogue report | head``: no complaint that there is nobody to read the rest."""
    command = [sys.executable, "-m", "catalogue", "report"]
    with subprocess.Popen(
        command, cwd=project, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""


def test_schemas_are_written_once(project: Path) -> None:
    assert "schemas/instrument.schema.json" in call(project, "schema").stdout
    assert call(project, "schema").stdout == "De schema's waren al bij.\n"
    assert {path.stem for path in (project / "schemas").iterdir()} == {
        f"{kind}.schema" for kind in KINDS
    }


def test_a_new_card_is_started_and_never_twice(project: Path) -> None:
    done = call(project / "docs", "new", "case", "Een nieuwe regio")
    path = project / "cases/een-nieuwe-regio.yml"
    assert done.returncode == 0 and str(path) in done.stdout and path.is_file()
    again = call(project, "new", "case", "Een nieuwe regio")
    assert again.returncode == 1 and again.stderr == "cases/een-nieuwe-regio.yml bestaat al.\n"


@pytest.mark.parametrize("command", ["build", "check", "permalinks", "report", "schema", "serve"])
def test_a_folder_without_a_catalogue_is_said_to_be_none(tmp_path: Path, command: str) -> None:
    done = call(tmp_path, command)
    assert done.returncode == 2
    assert "hier staat geen catalogus" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("coding", ["latin-1", "ascii", "cp1252"])
def test_a_terminal_that_knows_few_characters_still_shows_the_problems(
    project: Path, coding: str
) -> None:
    edit(project, CARD, "status: ", "status: “→")
    done = catalogue(project, "check", PYTHONIOENCODING=coding)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert f"{CARD}:" in done.stdout
