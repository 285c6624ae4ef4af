"""What ``catalogue tidy`` does to a file, and that it does nothing else: no word changes, and no data."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.characters import SPACES, UNSEEN, Form, look_over
from catalogue.checking import check
from catalogue.editing.tidying import content_files, tidied
from catalogue.problem import ContentError
from catalogue.reading import MAX_BYTES, decoded, read_file
from tests.command import call
from tests.conftest import ROOT
from tests.fuzz.effort import examples
from tests.fuzz.hostile_input import hostile_texts
from tests.fuzz.projects import SAMPLES
from tests.sample import SAMPLE, edit, sample_project

CARD = "instruments/proefoverleg.yml"


def tidy(text: str, form: Form = Form.CARD) -> str:
    """A text after it was tidied; doing it again changes nothing."""
    once = tidied(text.encode(), "kaart.yml", form).raw
    assert tidied(once, "kaart.yml", form).mends == []
    return once.decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\ufefftitel: Proef\n", "titel: Proef\n"),
        ("titel: Proef\r\nid: a\r\n", "titel: Proef\nid: a\n"),
        ("titel:\u00a0Proef\u202foverleg\n", "titel: Proef overleg\n"),
        ("titel: Proef\u00adover\u200bleg\u2060\n", "titel: Proefoverleg\n"),
        ("titel: Proef\u200e\n", "titel: Proef\n"),
        ("titel: een\x0btwee\u2028drie\n", "titel: een twee drie\n"),
        ("titel: een\t\ttwee\n", "titel: een twee\n"),
        ("titel: Proef \t \nid: a  # uitleg  \n", "titel: Proef\nid: a  # uitleg\n"),
        ("titel: Proef", "titel: Proef\n"),
        ("tekst: |-\n  Eind", "tekst: |-\n  Eind\n"),
        # Quotation marks
        ("titel: “Let op: dit”\n", 'titel: "Let op: dit"\n'),
        ("titel: „Proef”  # uitleg\n", 'titel: "Proef"  # uitleg\n'),
        ('artikel: "12”\n', 'artikel: "12"\n'),
        ("titel: ‘Let op: dit’\n", "titel: 'Let op: dit'\n"),
        ("- artikel: “12”\n  “lid”: 3\n", '- artikel: "12"\n  "lid": 3\n'),
        ("rol: [“a”, „b”, c]\n", 'rol: ["a", "b", c]\n'),
        # Lists
        ("rol:\n  • een\n  • twee\n", "rol:\n  - een\n  - twee\n"),
        ("tekst: |-\n  Intro:\n  •\teen\n  o\ttwee\n  \uf0b7 drie\n", "tekst: |-\n  Intro:\n\n  - een\n  - twee\n  - drie\n"),
        ("tekst: >-\n  Intro:\n\n  – een\n  – twee\nid: a\n", "tekst: |-\n  Intro:\n\n  - een\n  - twee\nid: a\n"),
        ("tekst: |-\n  •een\n    meer\n  •twee\n", "tekst: |-\n  - een\n    meer\n  - twee\n"),
        # Tabs before a line, where all that can be read says the same
        ("rol:\n\t- een\n\t- twee\n", "rol:\n  - een\n  - twee\n"),
        ("rol:\n  - a: 1\n\tb: 2\n", "rol:\n  - a: 1\n    b: 2\n"),
    ],
)  # fmt: skip
def test_what_came_along_makes_way_for_what_belongs_there(before: str, after: str) -> None:
    assert tidy(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "titel: Het is “snel”, zei ‘een’ regio – zo bleek — …\n",
        "titel: “Een” en “twee”\n",
        'titel: "“Proef”"\n',
        "titel: “C:\\pad”\n",
        "tekst: |-\n  - “Een citaat”\n  noot: “twee”\n",
        "tekst: >-\n  Het ging door\n  – zo bleek – tot 2021\n",
        "tekst: |-\n  Twee spaties  \n  zijn hier een nieuwe regel.\n",
        "tekst: |\n  Eind",
        # How deep a line stands is not certain, or only a person can tell what belongs there.
        "tekst: |-\n  een\n\ttwee\n",
        "a:\n\t\tb: 1\n\t  c: 2\n  d: [\n",
        "tekst: Zie\n  • een\n",
        "titel: Proef \u202e\ue123\ufffd\x07\n",
    ],
)
def test_all_else_stays_as_it_is(text: str) -> None:
    assert tidy(text) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\nid: a \n---\nIntro\n• een\n", "---\nid: a\n---\nIntro\n\n- een\n"),
        ("# Kop\n\n-\u00a0een\n#\u00a0Twee\n", "# Kop\n\n- een\n# Twee\n"),
        ("Tien\u00a0km\n\n```sh\n\tmake test\n• zo\n```\n", "Tien\u00a0km\n\n```sh\n\tmake test\n• zo\n```\n"),
    ],
)  # fmt: skip
def test_a_page_keeps_its_own_spaces_and_its_code(before: str, after: str) -> None:
    assert tidy(before, Form.PAGE) == after


def test_the_content_of_the_project_is_tidy() -> None:
    files = dict(content_files(ROOT))
    assert len(files) > 300
    untidy = [path for path, form in files.items() if tidied(path.read_bytes(), "", form).mends]
    assert untidy == []


# Whatever stands in a file

REMOVABLE = "\u00ad\u200b\u200d\u2060\u200e"
samples = st.sampled_from(SAMPLES)


@st.composite
def pasted(draw: st.DrawFn) -> tuple[Path, str, bytes]:
    """A sound file, and the same one after its words came through a word processor."""
    path = draw(samples)
    text = (SAMPLE / path).read_text(encoding="utf-8")
    dirty = list(text)
    for at in draw(st.lists(st.integers(0, len(text) - 1), max_size=12)):
        if text[at] == " " and text[at - 1] != "\n":
            dirty[at] = draw(st.sampled_from("\u00a0\u202f\u2009"))
        elif text[at] != "\n":
            dirty[at] = draw(st.sampled_from(REMOVABLE)) + text[at]
    raw = "".join(dirty)
    if draw(st.booleans()):
        raw = raw.replace("\n", "\r\n")
    return path, text, draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + raw.encode()


@examples(60)
@given(pasted())
def test_a_file_that_came_through_a_word_processor_is_what_it_was(
    one: tuple[Path, str, bytes],
) -> None:
    path, text, raw = one
    form = Form.ITEM if path.suffix == ".md" else Form.CARD
    assert tidied(raw, "x", form).raw.decode() == text


def letters(text: str) -> str:
    """The letters and digits of a text, in their order."""
    return "".join(character for character in text if character.isalnum())


def data_of(text: str, form: Form, folder: Path) -> Any:
    """What the reader makes of a text, or nothing when it refuses it."""
    path = folder / ("k.md" if form is Form.ITEM else "k.yml")
    path.write_bytes(text.encode())
    try:
        return read_file(path, path.name).data
    except ContentError:
        return None


MORE = [
    "\xa0",
    "\xad",
    "\u200b",
    "\r\n",
    "\ufeff",
    "•",
    "·",
    "–",
    "o\t",
    "-",
    "“",
    "”",
    "‘",
    "’",
    "\uf0b7",
    "\x0b",
    ">-",
    "|-",
    ":",
    "#",
    "[",
    "]",
    ",",
    "titel:",
]


@examples(200)
@given(
    st.lists(hostile_texts | st.sampled_from(MORE), max_size=6).map("".join),
    st.sampled_from(["", "titel: ", "titel: |-\n  ", "rol:\n  - "]),
    st.sampled_from([Form.CARD, Form.ITEM]),
)
def test_no_word_and_no_data_change_whatever_stands_in_a_file(
    tmp_path_factory: pytest.TempPathFactory, text: str, start: str, form: Form
) -> None:
    whole = f"---\n{start}{text}\n---\n{text}" if form is Form.ITEM else start + text
    after = tidy(whole, form)
    if "o\t" not in whole:
        # There an o may be a bullet.
        assert letters(after) == letters(whole)
    folder = tmp_path_factory.getbasetemp()
    if (data := data_of(whole, form, folder)) is not None:
        assert data_of(after, form, folder) == data


# The command


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return sample_project(tmp_path)


def bytes_of(project: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in project.rglob("*") if path.is_file()}


def line_of(project: Path, words: str) -> int:
    """The line of the card that holds these words."""
    text = (project / CARD).read_text(encoding="utf-8")
    return text.count("\n", 0, text.index(words)) + 1


def test_each_thing_that_was_done_is_a_line_and_nothing_else_changes(project: Path) -> None:
    before = bytes_of(project)
    edit(project, CARD, "Het is snel.", "Het\u00a0is sn\u00adel. “Ja”\u00ad")
    edit(project, CARD, "status: vervangen", "status: “vervangen”")
    (project / CARD).chmod(0o640)
    dirty = bytes_of(project)
    dry = call(project, "tidy", "--dry-run")
    assert (dry.returncode, dry.stderr) == (1, "1 bestand op te ruimen; er is niets veranderd.\n")
    assert bytes_of(project) == dirty
    done = call(project, "tidy")
    assert done.stdout == dry.stdout
    at = line_of(project, "Het is snel.")
    assert done.stdout.splitlines() == [
        f"{CARD}:10: gekrulde aanhalingstekens om een waarde: nu rechte aanhalingstekens",
        f"{CARD}:{at}: een vaste spatie (U+00A0): nu een spatie",
        f"{CARD}:{at}: een zacht afbreekstreepje (U+00AD): weggehaald (2 keer)",
    ]
    assert (done.returncode, done.stderr) == (0, "1 bestand opgeruimd.\n")
    edit(project, CARD, 'status: "vervangen"', "status: vervangen")
    edit(project, CARD, "Het is snel. “Ja”", "Het is snel.")
    assert bytes_of(project) == before
    assert (project / CARD).stat().st_mode & 0o777 == 0o640
    assert call(project, "tidy").stderr == "Er viel niets op te ruimen.\n"


def test_a_path_tidies_that_file_or_folder_only(project: Path) -> None:
    for path in (CARD, "cases/proefregio.yml", "docs/wetten/proefwet.md"):
        edit(project, path, "titel: ", "titel:\u00a0")
    assert call(project, "tidy", "docs").stdout.startswith("docs/wetten/proefwet.md:")
    assert call(project / "cases", "tidy", "proefregio.yml").stderr == "1 bestand opgeruimd.\n"
    assert "\u00a0" in (project / CARD).read_text(encoding="utf-8")


def test_what_only_a_person_can_mend_stays_and_checking_tells_of_it(project: Path) -> None:
    edit(project, CARD, "Het is snel.", "Het \u202eis\u00ad snel.")
    at = line_of(project, "\u202e")
    assert call(project, "tidy").stdout == f"{CARD}:{at}: een zacht afbreekstreepje (U+00AD): weggehaald\n"  # fmt: skip
    (problem,) = check(project)
    assert "leesrichting" in problem.message and "tidy" not in problem.message


def test_checking_changes_nothing_and_has_no_option_to(project: Path) -> None:
    edit(project, CARD, "Het is snel.", "Het is\u00ad snel.")
    before = bytes_of(project)
    assert call(project, "check").returncode == 1
    assert call(project, "check", "--fix").returncode == 2
    assert bytes_of(project) == before


def test_what_the_reader_refuses_is_left_alone_and_named(project: Path, tmp_path: Path) -> None:
    outside = tmp_path / "buiten.yml"
    outside.write_text("titel:\u00a0x\n", encoding="utf-8")
    (project / "instruments/koppeling.yml").symlink_to(outside)
    (project / "docs/over").symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(project / "instruments/pijp.yml")
    (project / "instruments/groot.yml").write_bytes("titel:\u00a0x\n".encode() + b"#" * MAX_BYTES)
    (project / "instruments/latin.yml").write_bytes(b"titel:  caf\xe9 \n")
    before = {path: path.read_bytes() for path in (outside, *project.glob("instruments/[gl]*.yml"))}
    done = call(project, "tidy")
    assert done.returncode == 1
    assert [line.partition(": bestand: ")[::2] for line in done.stdout.splitlines()] == [
        ("instruments/groot.yml:1:1", "het bestand is groter dan 256 kB"),
        ("instruments/latin.yml:1:12", "dit is geen geldige UTF-8; bewaar het bestand als UTF-8"),
    ]
    for asked in ("instruments/koppeling.yml", "instruments/pijp.yml", "docs/over"):
        assert "dit is geen gewoon bestand" in call(project, "tidy", asked).stdout
    for asked in (str(outside), "mkdocs.yml"):
        assert "hier staat geen inhoud" in call(project, "tidy", asked).stdout
    assert call(project, "tidy", "weg.yml").returncode == 2
    assert before == {path: path.read_bytes() for path in before}


def test_a_text_is_read_as_it_will_be_when_tidied() -> None:
    raw = b"\xef\xbb\xbftitel:\xc2\xa0Proef\r\n"
    assert look_over(decoded(raw, "x"), Form.CARD).text == tidied(raw, "x", Form.CARD).raw.decode()


def test_no_character_is_of_two_sorts() -> None:
    for code in [*range(0x3200), *range(0xE000, 0xE010), *range(0xFE00, 0x10000), 0xE0001, 0x10FFFF]:  # fmt: skip
        sorts = [one for one in (*UNSEEN, *SPACES) if re.match(f"[{one.characters}]", chr(code))]
        assert len(sorts) <= 1, hex(code)
