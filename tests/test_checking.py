"""What an editor may get wrong: each mistake gives its own lines, and nothing else."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from catalogue.anchors import is_taken
from catalogue.checking import check, inspect_files, load
from catalogue.model import KINDS
from catalogue.pages import render
from catalogue.permalinks import FILE
from catalogue.problem import ContentError, Problem
from tests.conftest import ROOT
from tests.fuzz.harmless import assert_readable
from tests.sample import SAMPLE, edit, sample_project

CARD = "instruments/proefoverleg.yml"
OTHER = "instruments/proefakkoord.yml"
CASE = "cases/proefregio.yml"
BLOCK = "docs/bouwstenen/1-proefafspraken.md"
LAW = "docs/wetten/proefwet.md"
SOURCE = "docs/bronnen/rob-2021.md"
KNELPUNT = "docs/knelpunten/proefknelpunt.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return sample_project(tmp_path)


def test_the_sample_has_no_problem() -> None:
    assert check(SAMPLE) == []


@dataclass(frozen=True)
class Mistake:
    """One edit that goes wrong, and all that the check says of it: field and message."""

    name: str
    path: str
    old: str
    new: str
    said: list[str]


MISTAKES = [
    Mistake("an unknown field", CARD, "samenvatting:", "samenvating:", ["samenvating: onbekend veld. Bedoelde u “samenvatting”?"]),
    Mistake("a field left out", OTHER, "status: geldend\n", "", ["status: dit veld ontbreekt"]),
    Mistake("a list where one value is meant", CARD, "status: vervangen", "status: [vervangen]", ["status: een lijst mag niet; toegestaan: geldend, gesloten, voorgesteld, vervallen, vervangen, concept. Bedoelde u “vervangen”?"]),
    Mistake("yes where text is meant", CARD, "titel: Proefoverleg", "titel: yes", ["titel: moet tekst zijn; nu leest YAML hier ja of nee; zet tekst tussen aanhalingstekens"]),
    Mistake("a number where text is meant", CARD, "lid: \"3\"", "lid: 3", ["wetgevend_kader[1].lid: moet tekst zijn; nu leest YAML hier een getal of datum (3); zet tekst tussen aanhalingstekens"]),
    Mistake("text where a number is meant", CASE, "beleidsambitie_rijk: 4", "beleidsambitie_rijk: veel", ["partnerschap.beleidsambitie_rijk: moet een heel getal zijn; nu staat er tekst (“veel”)"]),
    Mistake("a value that is none of the choices", OTHER, "status: geldend", "status: geldent", ["status: “geldent” mag niet; toegestaan: geldend, gesloten, voorgesteld, vervallen, vervangen, concept. Bedoelde u “geldend”?"]),
    Mistake("another id than the file", OTHER, "id: proefakkoord", "id: proefakkoordje", ["id: “proefakkoordje” is anders dan de bestandsnaam; schrijf proefakkoord of hernoem het bestand"]),
    Mistake("an id with capitals", OTHER, "id: proefakkoord", "id: Proef akkoord", ["id: “Proef akkoord” mag niet; toegestaan: alleen kleine letters, cijfers en streepjes, zoals regio-deal"]),
    Mistake("a knelpunt that does not exist", CARD, "knelpunt: proefknelpunt", "knelpunt: proefknelpun", ["knelpunten[1].knelpunt: knelpunt “proefknelpun” bestaat niet. Bedoelde u “proefknelpunt”?"]),
    Mistake("a source that does not exist", CASE, "bron: rob-2021", "bron: rob-2012", ["periode.bron: bron “rob-2012” bestaat niet. Bedoelde u “rob-2021”?"]),
    Mistake("a source that is not in the list", CARD, "bronnen: [rob-2021, proefadvies]", "bronnen: [rob-2021]", ["wanneer_niet[1].ook[1].bron: bron “proefadvies” staat niet in de lijst `bronnen`; zet hem erbij"]),
    Mistake("a source in the list that is not cited", CASE, "bronnen: [rob-2021]", "bronnen: [rob-2021, proefadvies]", ["bronnen[2]: bron “proefadvies” wordt nergens aangehaald; laat weg of haal aan"]),
    Mistake("our own opinion in the list of sources", CASE, "bronnen: [rob-2021]", "bronnen: [rob-2021, redactie]", ["bronnen[2]: redactie is geen bron; laat weg"]),
    Mistake("a link without its sentence", CARD, "    reden: Een goed", "    redenn: Een goed", ["relaties[1].redenn: onbekend veld. Bedoelde u “reden”?"]),
    Mistake("a day that does not exist", CASE, "beoordeeld_op: 2026-01-20", "beoordeeld_op: 2026-01-32", ["beoordeeld_op: “2026-01-32” is geen geldige datum; schrijf JJJJ-MM-DD zonder aanhalingstekens, zoals 2026-11-22"]),
    Mistake("a word for a day", CASE, "beoordeeld_op: 2026-01-20", "beoordeeld_op: gisteren", ["beoordeeld_op: “gisteren” is geen geldige datum; schrijf JJJJ-MM-DD zonder aanhalingstekens, zoals 2026-11-22"]),
    Mistake("an empty day", CASE, "beoordeeld_op: 2026-01-20", "beoordeeld_op:", ["beoordeeld_op: leeg is geen geldige datum; schrijf JJJJ-MM-DD zonder aanhalingstekens, zoals 2026-11-22"]),
    Mistake("a review before the last one", CARD, "beoordelen_voor: 2027-03-02", "beoordelen_voor: 2025-03-02", ["beoordelen_voor: moet na beoordeeld_op liggen"]),
    Mistake("a score out of range", CARD, "    waarde: 1\n", "    waarde: 6\n", ["scores.dwingendheid.waarde: 6 valt buiten het bereik: ten hoogste 5"]),
    Mistake("a score below range", CARD, "    waarde: 1\n", "    waarde: 0\n", ["scores.dwingendheid.waarde: 0 valt buiten het bereik: ten minste 1"]),
    Mistake("a word for a score", CARD, "    waarde: 1\n", "    waarde: laag\n", ["scores.dwingendheid.waarde: moet een heel getal zijn; nu staat er tekst (“laag”)"]),
    Mistake("a tab", CARD, "bestuurslagen:", "\tbestuurslagen:", ["bestand: een tab bij het inspringen; gebruik spaties, of draai `make tidy`: dat doet het als de diepte zeker is"]),
    Mistake("a field that stands there twice", CARD, "status: vervangen", "status: vervangen\nstatus: vervangen", ["status: dit veld staat er twee keer"]),
    Mistake("a tag", CARD, "status: vervangen", "status: !!str vervangen", ["bestand: een YAML-tag (`tag:yaml.org,2002:str`) mag niet"]),
    Mistake("a place that is missing", CASE, "  plaats: bijlage I\nregios", "regios", ["periode: plaats ontbreekt: noem waar het in de bron staat"]),
    Mistake("a paragraph without its article", CARD, "    artikel: \"12\"\n", "", ["wetgevend_kader[1].lid: lid staat er zonder artikel; vul `artikel` in"]),
    Mistake("a successor without the status", CARD, "status: vervangen", "status: vervallen", ["status: status `vervangen` en veld `vervangen_door` horen bij elkaar"]),
    Mistake("a factor that works twice the same way", CARD, "[helpt, hindert]", "[helpt, helpt]", ["factoren[1].werkt: noemt twee keer hetzelfde"]),
    Mistake("a law without its number", LAW, "bwb: BWBR0005416\n", "", ["bestand: een wet heeft een BWB-nummer (veld bwb); een andere soort heeft het niet"]),
    Mistake("a number that is none", LAW, "BWBR0005416", "BWB5416", ["bwb: “BWB5416” mag niet; toegestaan: BWBR en zeven cijfers, zoals BWBR0005416"]),
    Mistake("a programme that does not add up", "docs/leerlijn/proefmodule.md", "duur: 45", "duur: 60", ["duur: duur is 60 minuten, maar het programma telt 45"]),
    Mistake("a period that runs backwards", "docs/tijdlijn/proefjaar.md", "tot: 2022", "tot: 2020", ["tot: moet na jaar liggen"]),
    Mistake("a picture without its parts", OTHER, "vorm: ring", "vorm: stappen", ["beeld: een ring of een trap heeft delen; stappen komen van de aanbeveling"]),
    Mistake("a list without entries", CASE, "bestuurslagen: [rijk, gemeente]", "bestuurslagen: []", ["bestuurslagen: moet ten minste één onderdeel hebben"]),
    Mistake("a list with one entry too few", "docs/lesnotities/proefgesprek.md", "[Doorgaan., Stoppen.]", "[Doorgaan.]", ["keuzes: moet ten minste 2 onderdelen hebben"]),
    Mistake("the same id twice in a bouwsteen", BLOCK, "\"1.02\"", "\"1.01\"", ["aanbevelingen[2].id: id “1.01” bestaat al op deze kaart"]),
    Mistake("a recommendation of another bouwsteen", BLOCK, "id: \"1.02\"", "id: \"2.02\"", ["aanbevelingen[2].id: “2.02” hoort niet bij bouwsteen 1"]),
    Mistake("another number than the id of the bouwsteen", BLOCK, "nummer: 1\n", "nummer: 2\n", ["nummer: nummer 2 past niet bij id “1-proefafspraken”"]),
    Mistake("a factor that the card does not have", CASE, "factor: proefoverleg/vertrouwen", "factor: proefoverleg/vertrouw", ["factoren[1].factor: factor “proefoverleg/vertrouw” bestaat niet. Bedoelde u “proefoverleg/vertrouwen”?"]),
    Mistake("a link in a text to nothing", CARD, "(proefakkoord)", "(proefakkord)", ["kwalificatie[1].tekst: link naar “proefakkord”: dat onderdeel bestaat niet. Bedoelde u “proefakkoord”?"]),
    Mistake("a link in a text to another kind", CARD, "(wet:proefwet)", "(case:proefwet)", ["kwalificatie[1].tekst: link naar “case:proefwet”: dat onderdeel bestaat niet. Bedoelde u “proefregio”?"]),
    Mistake("a scheme that runs in a text", CARD, "(wet:proefwet)", "(javascript:alert)", ["kwalificatie[1].tekst: link naar “javascript:alert” mag niet: soort “javascript” bestaat niet."]),
    Mistake("a relation with itself", CARD, "    instrument: proefakkoord\n", "    instrument: proefoverleg\n", ["relaties[1].instrument: een kaart verwijst hier niet naar zichzelf"]),
    Mistake("a link to the same twice", CASE, "bouwstenen:\n", "bouwstenen:\n  - bouwsteen: 1-proefafspraken\n    reden: Nog eens.\n    bron: rob-2021\n    plaats: bijlage I\n", ["bouwstenen[2].bouwsteen: “1-proefafspraken” staat twee keer in deze lijst"]),
    Mistake("a fact that only we say", CARD, "voordelen:\n  - tekst: Het is snel.\n    bron: rob-2021\n    plaats: § 5.1\n", "voordelen:\n  - tekst: Het is snel.\n    bron: redactie\n", ["voordelen[1].bron: een feit rust op een uitspraak uit een bron; noem die, of onder `ook` waar uw oordeel op rust"]),
    Mistake("a score that only we give", CARD, "    bron: redactie\n    ook:\n      - bron: rob-2021\n        plaats: § 2.4\n", "    bron: redactie\n", ["scores.hardheid.bron: een score rust op een uitspraak uit een bron; noem die, of onder `ook` waar uw oordeel op rust"]),
    Mistake("our own opinion where a survey is cited", KNELPUNT, "  bron: rob-2021\n  plaats: tabel 4", "  bron: redactie\n  plaats: tabel 4", ["score.bron: redactie is geen bron; noem hier een bron"]),
    Mistake("our own opinion as what a fact rests on", CARD, "voordelen:\n  - tekst: Het is snel.\n    bron: rob-2021\n    plaats: § 5.1\n", "voordelen:\n  - tekst: Het is snel.\n    bron: redactie\n    ook: [{bron: redactie, plaats: ons hoofd}]\n", ["voordelen[1].ook[1].bron: redactie is geen bron; noem hier een bron"]),
    Mistake("a law that only we find in a recommendation", BLOCK, "        bron: proefadvies\n", "        bron: redactie\n", ["aanbevelingen[1].wetgevend_kader[1].bron: een feit rust op een uitspraak uit een bron; noem die, of onder `ook` waar uw oordeel op rust"]),
    Mistake("an article that only we explain", LAW, "De minister nodigt uit.\n    bron: rob-2021\n", "De minister nodigt uit.\n    bron: redactie\n", ["artikelen[1].bron: een feit rust op een uitspraak uit een bron; noem die, of onder `ook` waar uw oordeel op rust"]),
    Mistake("a source that is no address", SOURCE, "adres: https://proef.example/rapport", "adres: rob-2021", ["adres: “rob-2021” mag niet; toegestaan: een adres dat begint met https://"]),
    Mistake("an address that no browser reads", SOURCE, "adres: https://proef.example/rapport", 'adres: "https://[x"', ["adres: “https://[x” mag niet; toegestaan: een adres dat begint met https://"]),
    Mistake("an address with characters that no one sees", SOURCE, "adres: https://proef.example/rapport", 'adres: "https://x.nl/\\x02bron\\x04x\\x03"', ["adres: “https://x.nl/ bron x ” mag niet; toegestaan: een adres dat begint met https://"]),
    Mistake("a character that is none", CARD, "titel: Proefoverleg", 'titel: "Proef\\uFFFFoverleg"', ["titel: een onzichtbaar teken (U+FFFF) mag hier niet (bij “Proef overleg”)"]),
    Mistake("a day in another century", OTHER, "beoordelen_voor: 2027-03-02", "beoordelen_voor: 2206-05-01", ["beoordelen_voor: 2206-05-01 valt buiten het bereik: ten hoogste 2100-12-31"]),
    Mistake("a day before there were computers", CASE, "beoordeeld_op: 2026-01-20", "beoordeeld_op: 1926-01-20", ["beoordeeld_op: 1926-01-20 valt buiten het bereik: ten minste 1990-01-01"]),
    Mistake("a step without a word", BLOCK, "tekst: Maak een lijst.", 'tekst: "\\u00a0!"', ["aanbevelingen[1].reeksen[1].delen[1].tekst: is nog leeg; vul het in, of laat het veld weg als er niets te zeggen is"]),
    Mistake("a summary that is too long", CARD, "samenvatting: Overheden", "samenvatting: " + "O" * 180 + " Overheden", ["samenvatting: telt 236 tekens; hooguit 200 mag"]),
    Mistake("a text that is left empty", CASE, "    wat: Praktijkvoorbeeld toegevoegd.", "    wat: …", ["wijzigingen[1].wat: is nog leeg; vul het in, of laat het veld weg als er niets te zeggen is"]),
]  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_gives_its_own_lines_and_nothing_else(project: Path, mistake: Mistake) -> None:
    text = (project / mistake.path).read_text(encoding="utf-8")
    line = text[: text.index(mistake.old)].count("\n") + 1
    edit(project, mistake.path, mistake.old, mistake.new)
    problems = check(project)
    assert [
        f"{p.field}: {p.message}" if p.path == mistake.path else f"{p.path}: {p.field}: {p.message}"
        for p in problems
    ] == mistake.said
    assert_readable(map(str, problems), project)
    # At the edit, at the start of the part that it makes unfit, or where a source is cited.
    start = text[: text.index("id:")].count("\n") + 1
    citing = "staat niet in de lijst" in mistake.said[0]
    assert citing or any(p.line == start or abs(p.line - line) <= 6 for p in problems)


def test_a_problem_stands_at_the_value_that_is_wrong(project: Path) -> None:
    edit(project, CARD, "    waarde: 1\n", "    waarde: 6\n")
    (problem,) = check(project)
    line = (project / CARD).read_text(encoding="utf-8").splitlines()[problem.line - 1]
    assert line[problem.column - 1 :] == "6"


def test_all_that_is_wrong_comes_in_one_run_in_the_order_of_the_files(project: Path) -> None:
    edit(project, CARD, "id: proefoverleg", "id: proefoverlegje")
    edit(project, CARD, "status: vervangen", "status: actief\nstatus: actief")
    edit(project, CARD, "bron: rob-2021", "bron: rob-2012")
    edit(project, CARD, "- knelpunt: ", "- knelpunt: x-")
    edit(project, CASE, "diepte: casestudie", "diepte: diep")
    problems = check(project)
    assert problems == sorted(problems)
    assert [(p.path, p.field, p.message.partition(";")[0]) for p in problems] == [
        (CASE, "diepte", "“diep” mag niet"),
        (CARD, "id", "“proefoverlegje” is anders dan de bestandsnaam"),
        (CARD, "status", "dit veld staat er twee keer"),
        (CARD, "status", "“actief” mag niet"),
        (CARD, "wanneer_wel[1].bron", "bron “rob-2012” bestaat niet. Bedoelde u “rob-2021”?"),
        (
            CARD,
            "knelpunten[1].knelpunt",
            "knelpunt “x-proefknelpunt” bestaat niet. Bedoelde u “proefknelpunt”?",
        ),
    ]


def test_a_broken_card_is_reported_once_not_again_by_all_that_link_to_it(project: Path) -> None:
    (project / CARD).write_text("id: [\n", encoding="utf-8")
    assert [(p.path, p.line) for p in check(project)] == [(CARD, 2)]


def test_an_id_that_two_kinds_share_must_say_which_is_meant(project: Path) -> None:
    law = (project / LAW).read_text(encoding="utf-8")
    twin = law.replace("id: proefwet", "id: proefakkoord")
    (project / "docs/wetten/proefakkoord.md").write_text(twin, encoding="utf-8")
    assert [p.message for p in check(project)] == [
        "link naar “proefakkoord” kan meer betekenen; schrijf instrument:proefakkoord of wet:proefakkoord"
    ]
    edit(project, CARD, "(proefakkoord)", "(wet:proefakkoord)")
    assert check(project) == []


def test_ids_are_unique_in_the_whole_project_for_what_is_named_by_its_id_alone(
    project: Path,
) -> None:
    text = (project / BLOCK).read_text(encoding="utf-8")
    twin = text.replace("id: 1-proefafspraken", "id: 1-nog-eens")
    (project / "docs/bouwstenen/1-nog-eens.md").write_text(twin, encoding="utf-8")
    first = "docs/bouwstenen/1-nog-eens.md"
    assert [(p.path, p.message) for p in check(project)] == [
        (BLOCK, f"id “1.01” bestaat al in {first}"),
        (BLOCK, f"id “1.02” bestaat al in {first}"),
    ]


# Texts: what may stand in them is tried in model/test_text.py


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", "[klik](javascript:alert(1))", "&lt;script&gt;"]
)
def test_a_hostile_text_is_refused_in_its_field(project: Path, hostile: str) -> None:
    edit(project, CARD, "Een *licht* instrument.", hostile)
    (problem,) = check(project)
    assert problem.field == "kwalificatie[1].tekst"


@pytest.mark.parametrize(
    "harmless",
    [
        "Een gewone zin, met 5 < 6 en A & B.",
        "Zie [het akkoord](instrument:proefakkoord) of [de wet](https://wetten.overheid.nl/BWBR0005416).",
        "- een\n      - twee",
        "1. een\n      2. twee",
    ],
)
def test_small_markdown_passes(project: Path, harmless: str) -> None:
    edit(project, CARD, "Een *licht* instrument.", harmless)
    assert check(project) == []


@pytest.mark.parametrize("field", ["voordelen", "nadelen", "werkwijze", "juridische_definitie"])
def test_an_opinion_of_our_own_is_no_fact_unless_it_rests_on_a_source(
    project: Path, field: str
) -> None:
    opinion = f"{field}:\n  - tekst: Dat werkt goed.\n    bron: redactie\n"
    text = (project / OTHER).read_text(encoding="utf-8").replace("voordelen:\n", "kwalificatie:\n")
    (project / OTHER).write_text(text + opinion, encoding="utf-8")
    assert [p.field for p in check(project)] == [f"{field}[1].bron"]
    rests = "    ook:\n      - bron: rob-2021\n        plaats: § 1.2\n"
    (project / OTHER).write_text(text + opinion + rests, encoding="utf-8")
    assert check(project) == []


# Files


def test_a_card_with_the_wrong_ending_is_not_silently_left_out(project: Path) -> None:
    text = (project / OTHER).read_text(encoding="utf-8")
    (project / "instruments/nog-een.yaml").write_text(text, encoding="utf-8")
    (project / "docs/wetten/nog-een.yml").write_text(text, encoding="utf-8")
    assert check(project) == [
        Problem("docs/wetten/nog-een.yml", 1, 1, "bestand", "wordt niet gelezen; hier horen alleen bestanden op .md"),
        Problem("instruments/nog-een.yaml", 1, 1, "bestand", "wordt niet gelezen; hier horen alleen bestanden op .yml"),
    ]  # fmt: skip


def test_a_hidden_file_is_left_alone(project: Path) -> None:
    (project / "docs/over").mkdir()
    for path in ("instruments/.proefakkoord.yml.swp", "docs/.DS_Store", "docs/over/.x.md.swp"):
        (project / path).write_bytes(b"\x00")
    assert check(project) == []


@pytest.mark.parametrize(
    "path",
    [
        *(f"docs/over/x.{suffix}" for suffix in ("markdown", "mdown", "mkdn", "mkd", "MD")),
        *(f"docs/over/x.{suffix}" for suffix in ("html", "htm", "js", "css", "svg", "png", "yml")),
        "docs/x.html",
        "docs/over",
        "docs/wetten/x.svg",
        "docs/.well-known/x.js",
    ],
)
def test_no_other_file_goes_to_the_site(project: Path, path: str) -> None:
    (project / path).parent.mkdir(exist_ok=True)
    (project / path).write_text("<script>alert(1)</script>\n", encoding="utf-8")
    said = "wordt niet gelezen; hier horen alleen bestanden op .md"
    assert check(project) == [Problem(path, 1, 1, "bestand", said)]


def link_to_a_file(place: Path, elsewhere: Path) -> None:
    (elsewhere / "geheim.yml").write_text("id: geheim\n", encoding="utf-8")
    place.symlink_to(elsewhere / "geheim.yml")


def link_to_a_folder(place: Path, elsewhere: Path) -> None:
    (elsewhere / "geheim.md").write_text("# Geheim\n", encoding="utf-8")
    place.symlink_to(elsewhere, target_is_directory=True)


def link_to_nothing(place: Path, elsewhere: Path) -> None:
    place.symlink_to(elsewhere / "weg.yml")


def link_to_itself(place: Path, elsewhere: Path) -> None:
    place.symlink_to(place.name)


def pipe(place: Path, elsewhere: Path) -> None:
    os.mkfifo(place)


@pytest.mark.parametrize(
    "make", [link_to_a_file, link_to_a_folder, link_to_nothing, link_to_itself, pipe]
)
@pytest.mark.parametrize(
    "path",
    ["instruments/x.yml", "docs/knelpunten/x.md", "docs/over/x.md", "docs/over/beelden", "docs/x"],
)
def test_what_leads_out_of_the_project_is_refused_by_name_and_never_opened(
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    make: Callable[[Path, Path], None],
    path: str,
) -> None:
    (project / path).parent.mkdir(exist_ok=True)
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    make(project / path, elsewhere)
    opened = watch_opening(monkeypatch)
    said = "dit is geen gewoon bestand; een koppeling naar elders wordt niet gelezen"
    assert check(project) == [Problem(path, 1, 1, "bestand", said)]
    assert opened and not {name for name in opened if "/x" in name or "elders" in name}
    with pytest.raises(ContentError):
        load(project)


def watch_opening(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The paths of all files of which the content is read from now on."""
    opened: set[str] = set()
    real = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        opened.add(str(path))
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    return opened


@pytest.mark.parametrize("folder", ["instruments", "docs", "docs/wetten"])
def test_a_folder_of_content_that_is_a_link_is_refused_and_not_read(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    (project / folder).rename(tmp_path / "elders")
    (project / folder).symlink_to(tmp_path / "elders", target_is_directory=True)
    opened = watch_opening(monkeypatch)
    problems = check(project)
    assert (folder, "bestand") in {(p.path, p.field) for p in problems}
    assert opened and not {name for name in opened if name.startswith(f"{project / folder}/")}
    # Nothing in it counts: what names its items names nothing.
    assert any("bestaat niet" in p.message for p in problems)
    opened.clear()
    within = next((project / folder).rglob("*.*"))
    assert [p.path for p in inspect_files(project, [project / folder]).problems] == [folder]
    assert [p.path for p in inspect_files(project, [within]).problems] == [folder]
    assert not {
        name for name in opened if name.startswith((f"{within.parent}/", f"{tmp_path}/elders"))
    }


# Parts of the project


def test_checking_one_file_tells_only_of_that_file(project: Path) -> None:
    edit(project, CARD, "status: vervangen", "status: x")
    edit(project, CASE, "diepte: casestudie", "diepte: diep")
    assert {p.path for p in inspect_files(project, [project / CARD]).problems} == {CARD}
    assert {p.path for p in inspect_files(project, [project / "cases"]).problems} == {CASE}
    assert inspect_files(project, [project / OTHER]).problems == []


def test_checking_a_page_that_was_written_by_hand_tells_of_that_page(project: Path) -> None:
    for path in ("docs/over/index.md", "docs/over/scores.md", "docs/los.md"):
        (project / path).parent.mkdir(exist_ok=True)
        (project / path).write_text("Een <b>vet</b> woord\n", encoding="utf-8")
    (project / FILE).write_text("weg/\n", encoding="utf-8")
    for path in ("docs/over/scores.md", "docs/los.md", FILE):
        assert [p.path for p in inspect_files(project, [project / path]).problems] == [path]


def test_loading_refuses_what_checking_refuses(project: Path) -> None:
    edit(project, CARD, "status: vervangen", "status: x")
    with pytest.raises(ContentError) as caught:
        load(project)
    assert caught.value.problems == check(project) != []


@pytest.mark.parametrize(
    "written", ["0", "86400", "20261122", '"2026-11-22"', "2026-11-22T00:00:00Z"]
)
def test_only_a_date_is_a_date(project: Path, written: str) -> None:
    edit(project, CARD, "beoordeeld_op: 2026-03-02", f"beoordeeld_op: {written}")
    (problem,) = check(project)
    assert problem.message.endswith("schrijf JJJJ-MM-DD zonder aanhalingstekens, zoals 2026-11-22")


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (b"{", "1:2: bestand: er ontbreekt een waarde, of een haakje wordt niet gesloten"),
        (b"# \xe0\xa0\x80\x00\n", "1:4: bestand: een stuurteken (U+0000); haal het weg"),
        ("a: é\n".encode() + b"b: \xc3\xa9\xff\n", "2:5: bestand: dit is geen geldige UTF-8"),
        ("a: 1 # x\u2028b\nc: !x y\n".encode(), "1:9: bestand: een onzichtbaar regeleinde"),
        (b"a: 1\rb: 2\n", "1:5: bestand: een onzichtbaar regeleinde"),
    ],
)
def test_the_place_of_a_fault_is_where_an_editor_sees_it(
    project: Path, raw: bytes, line: str
) -> None:
    (project / OTHER).write_bytes(raw)
    (problem,) = inspect_files(project, [project / OTHER]).problems
    assert str(problem).startswith(f"{OTHER}:{line}")


# What would stand in the way of something else on the site


@pytest.mark.parametrize(
    ("folder", "id"),
    [
        ("begrippen", "bronnen"),
        ("begrippen", "bron-1"),
        ("begrippen", "letter-p"),
        ("begrippen", "inhoud"),
        ("doelen", "op-deze-pagina"),
        ("doelen", "proefdoel-acties"),
        ("tijdlijn", "proefjaar-wetten"),
        ("bronnen", "redactie"),
        ("wetten", "letter"),
    ],
)
def test_an_id_that_the_site_needs_itself_is_refused(project: Path, folder: str, id: str) -> None:
    (one,) = sorted((project / "docs" / folder).glob("*.md"))[:1]
    text = re.sub("^id: .*", f"id: {id}", one.read_text(encoding="utf-8"), flags=re.M)
    if folder == "bronnen":
        text = text.split("aanbevelingen:")[0] + "---\n"
    (project / f"docs/{folder}/{id}.md").write_text(text, encoding="utf-8")
    assert [(p.path, p.message) for p in check(project) if "gereserveerd" in p.message] == [
        (f"docs/{folder}/{id}.md", f"“{id}” is gereserveerd; kies een andere naam")
    ]


def test_an_anchor_of_a_page_that_holds_items_is_no_id_of_an_item() -> None:
    """What the templates put on the overviews, and the theme around them, is all known as taken."""
    catalogue = load(SAMPLE)
    theme = (ROOT / "theme/main.html").read_text(encoding="utf-8")
    pages = {page.path: page.content for page in render(catalogue)}
    for kind in KINDS.values():
        if kind.own_page:
            continue
        items = set(catalogue.items[kind.name])
        found = set(re.findall(' id="([^"{]+)"', pages[f"{kind.section}/index.md"] + theme))
        assert items < found
        assert [id for id in found - items if not is_taken(kind, id, items)] == []
        assert not any(is_taken(kind, id, items) for id in items)
