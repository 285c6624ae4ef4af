"""What someone may hand in to do harm: each is refused by name, in a card and in a page written by hand.

That nothing gets through whatever its form, is searched for in ``tests/fuzz``; this is the list of what is known.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import markdown
import pytest

from catalogue.checking import check
from catalogue.problem import MAX_PROBLEMS
from tests.fuzz.harmless import assert_readable
from tests.fuzz.projects import replaced
from tests.sample import sample_project

CARD = "instruments/proefoverleg.yml"
PAGE = "docs/over/index.md"
WORDS = "Het is snel."

IN_A_TEXT = {
    "a script": "<script>alert(1)</script>",
    "an event": "<img src=x onerror=alert(1)>",
    "an event on what may be there": '<p onclick="alert(1)">klik</p>',
    "a frame": "<iframe src='https://proef.example'></iframe>",
    "a tag of another alphabet's lookalike": "<ѕcript>alert(1)</ѕcript><svg onload=x>",
    "javascript:": "[klik](javascript:alert)",
    "javascript: in capitals": "[klik](JaVaScRiPt:alert)",
    "javascript: between < and >": "[klik](<javascript:alert>)",
    "javascript: as an address by itself": "<javascript:alert>",
    "javascript: behind a reference": "[klik][x]\n\n[x]: javascript:alert",
    "javascript: with an entity": "[klik](&#106;avascript:alert)",
    "javascript: with a named entity": "[klik](javascript&colon;alert)",
    "javascript: in percents": "[klik](javascript%3Aalert)",
    "javascript: behind what no one sees": "[klik](\u200bjavascript:alert)",
    "javascript: behind a control character": "[klik](\x01javascript:alert)",
    "javascript: with a tab in it": "[klik](java\tscript:alert)",
    "javascript: with a letter of another alphabet": "[klik](j\u0430vascript:alert)",
    "javascript: in wide letters": "[klik](\uff4aavascript:alert)",
    "javascript: with another colon": "[klik](javascript\uff1aalert)",
    "data:": "[klik](data:text/html;base64,PHNjcmlwdD4=)",
    "vbscript:": "[klik](vbscript:msgbox)",
    "file:": "[klik](file:///etc/passwd)",
    "another host": "[klik](//elders.example/x)",
    "another host with a backslash": "[klik](/\\elders.example/x)",
    "a reversed reading direction": "[klik](https://proef.example/\u202egpj.exe)",
    "an isolated reading direction": "Betaal \u2066niet\u2069 aan ons.",
    "a NUL": "Het is\x00 snel.",
    "an escape sequence for a terminal": "Het is \x1b[31msnel.",
    "letters that no one sees": "Het\u3164is snel.",
    "a tag that no one sees": "Het is\U000e0041 snel.",
}  # fmt: skip
"""What would run, lead astray or hide."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that each test leaves as it was, with a page written by hand."""
    project = sample_project(tmp_path_factory.mktemp("proef"))
    (project / PAGE).parent.mkdir()
    (project / PAGE).write_text(f"# Over\n\n{WORDS}\n", encoding="utf-8")
    assert check(project) == []
    return project


def refused(project: Path, path: str, raw: bytes) -> list[str]:
    """What is said of a file with these bytes: it is refused, in lines that can be shown and not too many."""
    with replaced(project / path, raw):
        problems = check(project)
        assert_readable(map(str, problems), project)
    assert problems and {problem.path for problem in problems} == {path}
    assert len(problems) <= MAX_PROBLEMS + 1
    return [problem.message for problem in problems]


@pytest.mark.parametrize("path", [CARD, PAGE])
@pytest.mark.parametrize("text", IN_A_TEXT.values(), ids=IN_A_TEXT.keys())
def test_what_would_run_lead_astray_or_hide_is_refused(project: Path, path: str, text: str) -> None:
    block = "|-\n      " + text.replace("\n", "\n      ")
    old = (project / path).read_text(encoding="utf-8")
    new = (
        old.replace(f"tekst: {WORDS}", f"tekst: {block}") if path == CARD else f"# Over\n\n{text}\n"
    )
    assert new != old
    refused(project, path, new.encode())


IN_YAML = {
    "an object of Python": ("status: !!python/object/apply:os.system [id]", "een YAML-tag"),
    "a name of Python": ("status: !!python/name:os.system x", "een YAML-tag"),
    "a tag of its own": ("%TAG ! tag:x,2000:\n---\nstatus: !x y", "een YAML-tag"),
    "an alias bomb": ("a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)), "een YAML-anker (`&naam`) mag niet"),
    "a key that is merged": ("<<: {status: geldend}", "onbekend veld"),
    "deep nesting": ("a: " + "[" * 100_000, "dieper dan 20 lagen"),
    "deep nesting of fields": ("a: " + "{b: " * 50_000, "dieper dan 20 lagen"),
    "many fields": ("".join(f"x{n}: 1\n" for n in range(20_000)), "er is nog meer mis in dit bestand"),
    "many short lines": ("x\n" * 100_000, "hier moeten velden staan"),
    "another file in an id": ("id: ../../etc/passwd", "toegestaan: alleen kleine letters, cijfers en streepjes"),
    "another file in a reference": ("vervangen_door: ../../../etc/passwd", "instrument “../../../etc/passwd” bestaat niet."),
    "an absolute path in a reference": ("vervangen_door: /etc/passwd", "bestaat niet."),
    "a path in percents": ("vervangen_door: '%2e%2e%2fproefakkoord'", "bestaat niet."),
    "an id in wide letters": ("id: ｐroefoverleg", "toegestaan: alleen kleine letters, cijfers en streepjes"),
}  # fmt: skip
"""Fields that would run, grow, or reach for another file; and what is said of them."""


@pytest.mark.parametrize(("fields", "said"), IN_YAML.values(), ids=IN_YAML.keys())
def test_what_would_run_grow_or_reach_elsewhere_is_refused(
    project: Path, fields: str, said: str
) -> None:
    old = (project / CARD).read_text(encoding="utf-8")
    name = fields.partition(":")[0]
    rest = "".join(line for line in old.splitlines(True) if not line.startswith(f"{name}:"))
    alone = len(fields) > 10_000 or fields.startswith("%")
    new = fields if alone else f"{fields}\n{rest}"
    assert any(said in message for message in refused(project, CARD, new.encode()))
    (project / "docs/begrippen/nog-een.md").write_text(f"---\n{fields}\n---\n", encoding="utf-8")
    try:
        assert {problem.path for problem in check(project)} == {"docs/begrippen/nog-een.md"}
    finally:
        (project / "docs/begrippen/nog-een.md").unlink()


SLOW_PAGES = {
    "brackets": "[" * 30_000,
    "links within links": "[a](" * 15_000,
    "pictures within pictures": "![" * 30_000,
    "tags that stay open": "<a " * 20_000,
    "sections that stay open": "<![CDATA[" * 7_000,
    "headings with the same words": "# a\n" * 15_000,
    "underlined headings": "a\n-\n" * 15_000,
    "a paragraph without an end": "*a _b `c " * 7_000,
    "rows of a table": "a | b\n--|--\n" + "|\n" * 30_000,
}
"""Pages for which the generator would need minutes."""


@pytest.mark.parametrize("text", SLOW_PAGES.values(), ids=SLOW_PAGES.keys())
def test_a_page_that_would_keep_the_generator_busy_never_gets_there(
    project: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr(markdown, "markdown", lambda *_, **__: pytest.fail("it is rendered"))
    assert any("maak er meer" in said for said in refused(project, PAGE, text.encode()))


def test_a_page_that_is_nested_too_deep_is_refused(project: Path) -> None:
    said = refused(project, PAGE, b"1. " * 3_300)
    assert said == ["lijsten of citaten staan te diep in elkaar; maak het eenvoudiger"]


@pytest.mark.parametrize(
    "path", ["instruments/groot.yml", "docs/begrippen/groot.md", "docs/over/groot.md"]
)
@pytest.mark.parametrize("short_lines", [False, True])
def test_a_file_that_is_too_big_is_refused_and_not_read(
    project: Path, monkeypatch: pytest.MonkeyPatch, path: str, short_lines: bool
) -> None:
    big = project / path
    if short_lines:
        big.write_bytes(b"x\n" * 1_000_000)
    else:
        with big.open("wb") as file:
            # 50 MB that take no room.
            file.truncate(50 * 1024 * 1024)
    opened = read_from_now_on(monkeypatch)
    try:
        (problem,) = check(project)
    finally:
        big.unlink()
    assert problem.path == path and "het bestand is groter dan" in problem.message
    assert opened and path not in opened


def read_from_now_on(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The last two or three parts of the paths that are read."""
    opened: set[str] = set()
    real = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        opened.update(("/".join(path.parts[-2:]), "/".join(path.parts[-3:])))
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    return opened


NAMES = {
    "a control character": "proef\x1b[31m.yml",
    "a new line": "proef\nid.yml",
    "a reversed reading direction": "proef\u202elmy.yml",
    "a space": "proef overleg.yml",
    "capitals": "Proef.yml",
    "two dots": "proef..yml",
    "a letter of another alphabet": "pr\u043eef.yml",
    "a percent": "proef%2fx.yml",
    "bytes that are no text": os.fsdecode(b"proef\xff.yml"),
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_a_name_that_misleads_makes_no_address(project: Path, name: str) -> None:
    card = (project / "instruments/proefakkoord.yml").read_bytes()
    path = project / "instruments" / name
    path.write_bytes(card.replace(b"id: proefakkoord", b"id: proef", 1))
    try:
        problems = check(project)
    finally:
        path.unlink()
    (problem,) = problems
    assert "is geen goede bestandsnaam" in problem.message and str(problem).isprintable()


def link_to_a_file(place: Path) -> None:
    place.symlink_to("/etc/passwd")


def link_to_a_folder(place: Path) -> None:
    place.symlink_to("/etc", target_is_directory=True)


def link_up(place: Path) -> None:
    place.symlink_to("../..", target_is_directory=True)


def link_to_a_device(place: Path) -> None:
    place.symlink_to("/dev/zero")


def pipe(place: Path) -> None:
    os.mkfifo(place)


@pytest.mark.parametrize("path", ["instruments/x.yml", "docs/begrippen/x.md", "docs/over/x.md"])
@pytest.mark.parametrize(
    "make", [link_to_a_file, link_to_a_folder, link_up, link_to_a_device, pipe]
)
def test_what_leads_out_of_the_project_is_never_opened(
    project: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], None], path: str
) -> None:
    make(project / path)
    opened = read_from_now_on(monkeypatch)
    try:
        problems = check(project)
    finally:
        (project / path).unlink()
    assert [problem.path for problem in problems] == [path]
    assert opened and path not in opened
