"""What an editor may get wrong, on the real content: each mistake gives its own line, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from catalogue.checking import check, check_files, load
from catalogue.cli import main
from catalogue.problem import ContentError, Problem

ROOT = Path(__file__).resolve().parent.parent
CARD = "instruments/bestuurlijk-overleg.yml"
CASE = "cases/mirt-drie-regios.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("instruments", "cases", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("mkdocs.yml", "permalinks.txt"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def edit(project: Path, path: str, old: str, new: str) -> int:
    """Replace the first *old* in a file; the line on which it stands."""
    text = (project / path).read_text(encoding="utf-8")
    assert old in text, f"{old!r} staat niet in {path}"
    (project / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_the_content_as_it_stands_has_no_problem() -> None:
    assert check(ROOT) == []


MISTAKES = [
    ("unknown key", "samenvatting:", "samenvating:", "samenvating: onbekend veld. Bedoelde u “samenvatting”?"),
    ("missing field", "status: geldend\n", "", "status: dit veld ontbreekt"),
    ("mistyped field", "status: geldend", "status: [geldend]", "status: een lijst mag niet; toegestaan: geldend,"),
    ("yes where text is meant", "titel: Bestuurlijk overleg", "titel: yes", "titel: moet tekst zijn; nu leest YAML hier ja of nee"),
    ("number where text is meant", 'lid: "3"', "lid: 3", "wetgevend_kader[1].lid: moet tekst zijn; nu leest YAML hier een getal"),
    ("unknown choice", "status: geldend", "status: geldent", "toegestaan: geldend, voorgesteld, vervallen, vervangen. Bedoelde u “geldend”?"),
    ("id other than file name", "id: bestuurlijk-overleg", "id: bestuurlijk-overlegje", "id: “bestuurlijk-overlegje” is anders dan de bestandsnaam"),
    ("id with capitals", "id: bestuurlijk-overleg", "id: Bestuurlijk overleg", "id: “Bestuurlijk overleg” mag niet; toegestaan: alleen kleine letters"),
    ("unknown knelpunt", "- knelpunt: ", "- knelpunt: x-", "bestaat niet"),
    ("unknown source", "bron: kcbr-bestuurlijk-overleg", "bron: kcbr-bestuurlijk-overlegg", "bron “kcbr-bestuurlijk-overlegg” bestaat niet. Bedoelde u “kcbr-bestuurlijk-overleg”?"),
    ("source not in the list", "\n  - studiegroep-2025\n", "\n", "bron “studiegroep-2025” staat niet in de lijst `bronnen`"),
    ("listed source that is not cited", "bronnen:\n", "bronnen:\n  - krachtig-bestuur-2009\n", "bron “krachtig-bestuur-2009” wordt nergens aangehaald"),
    ("relation without its sentence", "    reden:", "    redenn:", "redenn: onbekend veld. Bedoelde u “reden”?"),
    ("invalid date", "beoordeeld_op: 2026-11-22", "beoordeeld_op: 2026-11-32", "beoordeeld_op: “2026-11-32” is geen geldige datum; schrijf JJJJ-MM-DD"),
    ("date that is a word", "beoordeeld_op: 2026-11-22", "beoordeeld_op: gisteren", "beoordeeld_op: “gisteren” is geen geldige datum"),
    ("review before it was reviewed", "beoordelen_voor: 2027-11-22", "beoordelen_voor: 2025-11-22", "beoordelen_voor moet na beoordeeld_op liggen"),
    ("score out of range", "    waarde: 1", "    waarde: 6", "waarde: 6 valt buiten het bereik: ten hoogste 5"),
    ("score that is a word", "    waarde: 1", "    waarde: laag", "waarde: moet een heel getal zijn; nu staat er tekst (“laag”)"),
    ("tab", "bestuurslagen:", "\tbestuurslagen:", "bestand: een tab bij het inspringen; gebruik spaties"),
    ("duplicate key", "status: geldend", "status: geldend\nstatus: geldend", "status: dit veld staat er twee keer"),
    ("a tag", "status: geldend", "status: !!str geldend", "bestand: een YAML-tag"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "message"), [m[1:] for m in MISTAKES], ids=[m[0] for m in MISTAKES]
)
def test_a_mistake_on_a_card_is_one_clear_line(
    project: Path, old: str, new: str, message: str
) -> None:
    line = edit(project, CARD, old, new)
    problems = check(project)
    assert any(message in str(p) for p in problems), "\n".join(map(str, problems))
    ours = [p for p in problems if p.path == CARD]
    assert all(str(p).startswith(f"{CARD}:{p.line}:{p.column}: ") and p.line >= 1 for p in ours)
    assert (
        any(
            message in str(p) and (p.line in range(line - 2, line + 4) or p.line == 1) for p in ours
        )
        or "bron" in message
    )


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "tekst <!-- weg --> tekst",
        "[klik](javascript:alert(1))",
        "[klik](JAVASCRIPT:alert(1))",
        "[klik](data:text/html;base64,xx)",
        "[klik](vbscript:x)",
        "[klik](//evil.example/x)",
        "[klik](https://ok.example/ onclick=x)",
        "[klik](https://ok.example/&quot;x)",
        "[klik][ref]",
        "[ref]: https://ok.example",
        "![beeld](https://ok.example/x.png)",
        "# Kop",
        "tekst {: onclick=x }",
        "tekst {{ config }}",
        "`code`",
        "a | b",
        "&lt;script&gt;",
    ],
)
def test_a_hostile_text_is_refused(project: Path, hostile: str) -> None:
    (project / "instruments/proef.yml").write_text(
        "id: proef\ntitel: Proef\nstatus: geldend\nbeoordeeld_op: 2026-11-22\nbeoordelen_voor: 2027-11-22\n"
        "bestuurslagen: [rijk]\nbronnen: [rob-2021]\nsamenvatting: Een proef.\nkwalificatie:\n"
        f"  - bron: rob-2021\n    plaats: § 1.1\n    tekst: |-\n      {hostile}\n",
        encoding="utf-8",
    )
    problems = check(project)
    assert [p.field for p in problems] == ["kwalificatie[1].tekst"], problems
    assert "mag" in problems[0].message or "klopt niet" in problems[0].message


@pytest.mark.parametrize(
    "harmless",
    [
        "Een gewone zin, met 5 < 6 en A & B.",
        "Een *nadruk* en een **sterke** nadruk.",
        "Zie [het convenant](instrument:convenant) of [de wet](https://wetten.overheid.nl/BWBR0005416).",
        "- een\n      - twee",
        "1. een\n      2. twee",
    ],
)
def test_small_markdown_passes(project: Path, harmless: str) -> None:
    (project / "instruments/proef.yml").write_text(
        "id: proef\ntitel: Proef\nstatus: geldend\nbeoordeeld_op: 2026-11-22\nbeoordelen_voor: 2027-11-22\n"
        "bestuurslagen: [rijk]\nbronnen: [rob-2021]\nsamenvatting: Een proef.\nkwalificatie:\n"
        f"  - bron: rob-2021\n    plaats: § 1.1\n    tekst: |-\n      {harmless}\n",
        encoding="utf-8",
    )
    assert check(project) == []


def test_a_summary_of_more_than_200_characters_is_refused(project: Path) -> None:
    text = (project / CARD).read_text(encoding="utf-8")
    start = text.index("samenvatting:")
    end = text.index("\nstatus:")
    (project / CARD).write_text(
        f"{text[:start]}samenvatting: {'a' * 201}{text[end:]}", encoding="utf-8"
    )
    assert [p.message for p in check(project)] == ["telt 201 tekens; hooguit 200 mag"]


def test_a_link_to_what_does_not_exist_or_may_mean_two_things_is_refused(project: Path) -> None:
    edit(project, CARD, "instrument:convenant", "instrument:convenantje")
    edit(
        project,
        "instruments/overhedenoverleg.yml",
        "instrument:stapsgewijze-geschilbeslechting",
        "code-interbestuurlijke-verhoudingen",
    )
    messages = [p.message for p in check(project)]
    assert any(
        "“instrument:convenantje”: dat onderdeel bestaat niet. Bedoelde u “convenant”?" in m
        for m in messages
    )
    assert any(
        "instrument:code-interbestuurlijke-verhoudingen of wet:code-interbestuurlijke" in m
        for m in messages
    )


def test_duplicate_ids_are_refused_across_files(project: Path) -> None:
    edit(project, "docs/bouwstenen/1-goede-afspraken-maken-en-nakomen.md", '"1.02"', '"1.01"')
    messages = [p.message for p in check(project)]
    assert any("id “1.01” bestaat al" in m for m in messages)


def test_a_factor_that_a_case_cites_must_exist(project: Path) -> None:
    edit(project, CARD, "id: persoonlijke-chemie", "id: chemie")
    edit(project, CASE, "factor: ", "factor: bestuurlijk-overleg/persoonlijke-chemie #")
    assert any(
        "factor “bestuurlijk-overleg/persoonlijke-chemie” bestaat niet" in p.message
        for p in check(project)
    )


def test_a_broken_card_is_reported_once_not_again_by_all_that_link_to_it(project: Path) -> None:
    (project / CARD).write_text("id: [\n", encoding="utf-8")
    assert {p.path for p in check(project)} == {CARD}


def test_all_problems_come_in_one_run_in_the_order_of_the_files(project: Path) -> None:
    edit(project, CARD, "status: geldend", "status: x")
    edit(project, CARD, "titel: Bestuurlijk overleg", "titel: 3")
    edit(project, CASE, "diepte: casestudie", "diepte: diep")
    problems = check(project)
    assert [p.path for p in problems] == [CASE, CARD, CARD]
    assert problems == sorted(problems)


def test_a_published_address_may_not_disappear(project: Path) -> None:
    (project / "permalinks.txt").write_text(
        "instrumenten/bestuurlijk-overlegs/\n", encoding="utf-8"
    )
    assert [str(p) for p in check(project)] == [
        "permalinks.txt:1:1: adres: het adres instrumenten/bestuurlijk-overlegs/ bestaat niet meer; hernoemd? "
        "schrijf `instrumenten/bestuurlijk-overlegs/ -> nieuw/adres/`. Bedoelde u “instrumenten/bestuurlijk-overleg/”?"
    ]
    (project / "permalinks.txt").write_text(
        "instrumenten/bestuurlijk-overlegs/ -> instrumenten/bestuurlijk-overleg/\n",
        encoding="utf-8",
    )
    assert check(project) == []


def test_a_card_with_the_wrong_ending_is_not_silently_left_out(project: Path) -> None:
    (project / CARD).rename(project / "instruments/bestuurlijk-overleg.yaml")
    assert Problem(
        "instruments/bestuurlijk-overleg.yaml",
        1,
        1,
        "bestand",
        "wordt niet gelezen; hier horen alleen bestanden op .yml",
    ) in check(project)


def test_checking_one_file_tells_only_of_that_file(project: Path) -> None:
    edit(project, CARD, "status: geldend", "status: x")
    edit(project, CASE, "diepte: casestudie", "diepte: diep")
    assert {p.path for p in check_files(project, [project / CARD])} == {CARD}
    assert {p.path for p in check_files(project, [project / "cases"])} == {CASE}


def test_the_command_prints_the_problems_and_ends_with_1(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(project), "check"]) == 0
    edit(project, CARD, "status: geldend", "status: x")
    assert main(["--root", str(project), "check"]) == 1
    said = capsys.readouterr()
    assert said.out.startswith(f"{CARD}:") and "1 probleem." in said.err


def test_loading_refuses_what_checking_refuses(project: Path) -> None:
    edit(project, CARD, "status: geldend", "status: x")
    with pytest.raises(ContentError) as caught:
        load(project)
    assert caught.value.problems == check(project)


def test_all_that_is_wrong_with_a_card_is_told_in_one_run(project: Path) -> None:
    edit(project, CARD, "id: bestuurlijk-overleg", "id: bestuurlijk-overlegje")
    edit(project, CARD, "status: geldend", "status: actief\nstatus: actief")
    edit(project, CARD, "bron: kcbr-bestuurlijk-overleg", "bron: kcbr-overleg")
    edit(project, CARD, "- knelpunt: ", "- knelpunt: x-")
    told = "\n".join(map(str, check(project)))
    for part in (
        "is anders dan de bestandsnaam",
        "“actief” mag niet",
        "dit veld staat er twee keer",
        "bron “kcbr-overleg” bestaat niet",
        "knelpunt “x-",
    ):
        assert part in told


def test_a_page_written_by_hand_must_be_text(project: Path) -> None:
    page = project / "docs/over/index.md"
    page.parent.mkdir(exist_ok=True)
    page.write_bytes(b"---\ntitle: Over\n---\n# Caf\xe9\n")
    assert [str(p) for p in check(project)] == [
        "docs/over/index.md:4:6: bestand: dit is geen geldige UTF-8; bewaar het bestand als UTF-8"
    ]


@pytest.mark.parametrize("field", ["voordelen", "nadelen", "werkwijze", "juridische_definitie"])
def test_an_opinion_of_our_own_is_no_fact_unless_it_rests_on_a_source(
    project: Path, field: str
) -> None:
    card = project / "instruments/proef.yml"
    head = (
        "id: proef\ntitel: Proef\nstatus: geldend\nbeoordeeld_op: 2026-11-22\n"
        "beoordelen_voor: 2027-11-22\nbestuurslagen: [rijk]\nbronnen: [rob-2021]\n"
        "samenvatting: Een proef.\nwanneer_wel:\n  - als: u iets wilt proberen\n"
        "    bron: rob-2021\n    plaats: § 1.1\n"
    )
    opinion = f"{field}:\n  - tekst: Dat werkt goed.\n    bron: redactie\n"
    card.write_text(head + opinion, encoding="utf-8")
    assert [p.field for p in check(project)] == [f"{field}[1].bron"]
    rests = "    ook:\n      - bron: rob-2021\n        plaats: § 1.2\n"
    card.write_text(head + opinion + rests, encoding="utf-8")
    assert check(project) == []
