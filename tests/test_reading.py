"""One file → data with places. Each example is something that an editor's file may hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from catalogue.problem import ContentError
from catalogue.reading import MAX_BYTES, MAX_DEPTH, Document, read_file, read_yaml


def refusal(text: str) -> str:
    with pytest.raises(ContentError) as caught:
        read_yaml(text, "kaart.yml")
    return str(caught.value)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Regio Deal", "Regio Deal"),
        ("3", 3),
        ("3.19", 3.19),
        ("2026-11-22", date(2026, 11, 22)),
        ('"3"', "3"),
        ("no", False),
        ("~", None),
        ("1:30", "1:30"),
        ("010", "010"),
        ("2026-13-45", "2026-13-45"),
        ("1_000", "1_000"),
        ("15a", "15a"),
        ("é", "é"),
    ],
)
def test_a_plain_value_becomes_what_an_editor_means_or_what_the_model_refuses(
    written: str, read: Any
) -> None:
    assert read_yaml(f"veld: {written}\n", "kaart.yml").data == {"veld": read}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "kaart.yml:1:1: bestand: het bestand is leeg"),
        ("# alleen uitleg\n", "kaart.yml:1:1: bestand: het bestand is leeg"),
        ("- een\n- twee\n", "kaart.yml:1:1: bestand: hier moeten velden staan"),
        ("tekst\n", "kaart.yml:1:1: bestand: hier moeten velden staan"),
        ("id: a\nid: b\n", "kaart.yml:2:1: id: dit veld staat er twee keer"),
        ("a:\n\tb: 1\n", "kaart.yml:2:1: bestand: een tab bij het inspringen; gebruik spaties"),
        ("a: !!python/name:os.system x\n", "kaart.yml:1:4: bestand: een YAML-tag"),
        ("a: !eigen x\n", "een YAML-tag"),
        ("a: &x [1]\n", "kaart.yml:1:4: bestand: een YAML-anker"),
        ("a: *x\n", "kaart.yml:1:4: bestand: een YAML-verwijzing"),
        ("? [a, b]\n: c\n", "een veldnaam moet gewone tekst zijn"),
        ("a: 1\n---\nb: 2\n", "kaart.yml:2:1: bestand: er mag maar één document"),
        ("a: b: c\n", "kaart.yml:1:5: bestand: een dubbele punt op een plek waar hij niet mag"),
        ('a: "open\n', "kaart.yml:1:4: bestand: dit aanhalingsteken wordt niet gesloten"),
        ("a: [1, 2\n", "kaart.yml:1:4: bestand: dit haakje wordt niet gesloten"),
        ("a: \x07\n", "kaart.yml:1:4: bestand: een teken dat in YAML niet mag"),
    ],
)
def test_what_is_no_card_is_refused_in_dutch_with_its_place(text: str, message: str) -> None:
    assert message in refusal(text)


def test_deep_nesting_is_refused_before_it_is_built() -> None:
    assert f"dieper dan {MAX_DEPTH} lagen" in refusal("[" * 50_000)
    assert f"dieper dan {MAX_DEPTH} lagen" in refusal("a: " + "{b: " * 30_000)


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(n + 1)}: &{chr(n + 1)} [*{chr(n)}, *{chr(n)}]\n" for n in range(ord("a"), ord("y"))
    )
    assert "een YAML-anker" in refusal(bomb)


def test_all_duplicate_keys_are_named_at_once() -> None:
    with pytest.raises(ContentError) as caught:
        read_yaml("a: 1\nb: 2\na: 3\nb: 4\n", "kaart.yml")
    assert [(p.line, p.field) for p in caught.value.problems] == [(3, "a"), (4, "b")]


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("k.yml", b"titel: caf\xe9\n", "k.yml:1:11: bestand: dit is geen geldige UTF-8"),
        ("k.yml", b"a: b\n\xff\n", "k.yml:2:1: bestand: dit is geen geldige UTF-8"),
        ("k.yml", b"a: " + b"x" * MAX_BYTES, "het bestand is groter dan 256 kB"),
        ("k.md", b"", "k.md:1:1: bestand: het bestand is leeg"),
        ("k.md", b"# Kop\n", "tussen twee regels met `---`"),
        ("k.md", b"---\na: 1\n", "de velden bovenaan houden niet op"),
        ("k.md", b"---\na: 1\na: 2\n---\n", "k.md:3:1: a: dit veld staat er twee keer"),
        ("k.md", b"---\ntekst: x\n---\nMeer\n", "tekst: staat er twee keer"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    with pytest.raises(ContentError) as caught:
        read_file(written(tmp_path, name, content), name)
    assert message in str(caught.value)


def test_a_folder_with_the_name_of_a_card_is_refused(tmp_path: Path) -> None:
    (tmp_path / "k.yml").mkdir()
    with pytest.raises(ContentError, match="geen gewoon bestand"):
        read_file(tmp_path / "k.yml", "k.yml")


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    path = written(tmp_path, "k.yml", b"\xef\xbb\xbfa: 1\r\nb: twee\r\n")
    assert read_file(path, "k.yml").data == {"a": 1, "b": "twee"}


def test_the_text_under_front_matter_becomes_a_field(tmp_path: Path) -> None:
    path = written(tmp_path, "k.md", b"---\nid: k\n---\n\nEen inleiding.\n")
    document = read_file(path, "k.md")
    assert document.data == {"id": "k", "tekst": "Een inleiding."}
    assert str(document.problem(("tekst",), "fout")) == "k.md:5:1: tekst: fout"


@pytest.fixture
def card() -> Document:
    return read_yaml("id: a\nfactoren:\n  - id: een\n    naam: Eerste\n  - id: twee\n", "k.yml")


@pytest.mark.parametrize(
    ("loc", "shown"),
    [
        (("id",), "k.yml:1:5: id: fout"),
        (("factoren", 1, "id"), "k.yml:5:9: factoren[2].id: fout"),
        (("factoren", 1, "naam"), "k.yml:5:5: factoren[2].naam: fout"),
        (("bestaat", "niet"), "k.yml:1:1: bestaat.niet: fout"),
    ],
)
def test_a_problem_stands_at_the_value_or_as_near_as_can_be(
    card: Document, loc: tuple[str | int, ...], shown: str
) -> None:
    assert str(card.problem(loc, "fout")) == shown


def test_an_unknown_key_is_shown_at_the_key(card: Document) -> None:
    assert card.problem(("factoren", 0, "naam"), "fout", at_key=True).column == 5
