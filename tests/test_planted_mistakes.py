"""What an editor gets wrong in a card: each mistake gives one message, at its line, that says what to do.

Read a row as: whoever writes *this* instead of *that* reads at the line with *here* what *said* says.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from catalogue.checking import check
from tests.fuzz.harmless import assert_readable
from tests.fuzz.projects import replaced
from tests.sample import sample_project

CARD = "instruments/proefoverleg.yml"
MODULE = "docs/leerlijn/proefmodule.md"
LAW = "docs/wetten/proefwet.md"
EVENT = "docs/tijdlijn/proefjaar.md"
EXERCISE = "docs/oefeningen/proef-koppelen.md"


@dataclass(frozen=True)
class Planted:
    """One mistake in one file."""

    name: str
    that: str
    this: str
    here: str
    """What stands in the line that the message leads to."""
    said: str
    path: str = CARD


PRO = "  - tekst: Het is snel.\n    bron: rob-2021\n    plaats: § 5.1\n"
RELATION = "  - soort: versterkt\n    instrument: proefakkoord\n    reden: Een goed gesprek maakt een akkoord makkelijker.\n    bron: rob-2021\n    plaats: § 7.1\n"
PAST_CURLY = 'gekrulde aanhalingstekens om een waarde; typ rechte ("), of draai `make tidy`'

PLANTED = [
    # Values
    Planted("een keuze die er niet is", "status: vervangen", "status: vervange", "status:", "“vervange” mag niet; toegestaan: geldend, gesloten, voorgesteld, vervallen, vervangen, concept. Bedoelde u “vervangen”?"),
    Planted("een keuze in een lijst die er niet is", "fase: [voorbereiden]", "fase: [voorbereiden, verkennen]", "fase:", "“verkennen” mag niet; toegestaan: agenderen, voorbereiden"),
    Planted("een datum andersom", "beoordeeld_op: 2026-03-02", "beoordeeld_op: 02-03-2026", "beoordeeld_op:", "“02-03-2026” is geen geldige datum; schrijf JJJJ-MM-DD"),
    Planted("een dag die niet bestaat", "beoordeeld_op: 2026-03-02", "beoordeeld_op: 2026-02-30", "beoordeeld_op:", "“2026-02-30” is geen geldige datum"),
    Planted("een datum tussen aanhalingstekens", "beoordeeld_op: 2026-03-02", 'beoordeeld_op: "2026-03-02"', "beoordeeld_op:", "schrijf JJJJ-MM-DD zonder aanhalingstekens"),
    Planted("nalezen voor het is nagelezen", "beoordelen_voor: 2027-03-02", "beoordelen_voor: 2025-03-02", "beoordelen_voor:", "moet na beoordeeld_op liggen"),
    Planted("een getal als tekst", 'lid: "3"', "lid: 3", "lid:", "moet tekst zijn; nu leest YAML hier een getal of datum (3); zet tekst tussen aanhalingstekens"),
    Planted("een wetsartikel zonder aanhalingstekens", 'artikel: "12"', "artikel: 12", "artikel:", "zet tekst tussen aanhalingstekens"),
    Planted("een artikel met een punt zonder aanhalingstekens", 'artikel: "12"', "artikel: 3.19", "artikel:", "zet tekst tussen aanhalingstekens"),
    Planted("ja of nee als tekst", "titel: Proefoverleg", "titel: No", "titel:", "nu leest YAML hier ja of nee; zet tekst tussen aanhalingstekens"),
    Planted("een woord als getal", "    waarde: 1\n", "    waarde: laag\n", "waarde: laag", "moet een heel getal zijn; nu staat er tekst (“laag”)"),
    Planted("een score buiten het bereik", "    waarde: 1\n", "    waarde: 7\n", "waarde: 7", "7 valt buiten het bereik: ten hoogste 5"),
    Planted("een score van hoog naar laag", "    van: 2\n    tot: 4", "    van: 4\n    tot: 2", "van: 4", "schrijf een `waarde`, of een `van` en een hogere `tot`"),
    Planted("een lijst waar één waarde hoort", "status: vervangen", "status: [vervangen]", "status:", "een lijst mag niet; toegestaan: geldend"),
    Planted("een waarde waar een lijst hoort", "bestuurslagen: [rijk, gemeente]", "bestuurslagen: rijk, gemeente", "bestuurslagen:", "moet een lijst zijn, elk onderdeel op een regel met `- `"),
    Planted("een lege lijst", "bestuurslagen: [rijk, gemeente]", "bestuurslagen: []", "bestuurslagen:", "moet ten minste één onderdeel hebben"),
    Planted("een lege tekst", "tekst: Het is snel.", "tekst: …", "tekst: …", "is nog leeg; vul het in, of laat het veld weg"),
    Planted("een tekst die te lang is", "samenvatting: Overheden", f"samenvatting: {'O' * 190} Overheden", "samenvatting:", "hooguit 200 mag"),
    Planted("een tweede alinea in een zin", "reden: Meedoen is vrij.", 'reden: "Meedoen is vrij.\\n\\nAltijd."', "reden:", "moet één alinea zijn, zonder witregels of lijst"),
    # Fields
    Planted("een veld dat niet bestaat", "status: vervangen\n", "status: vervangen\nurgentie: hoog\n", "urgentie:", "onbekend veld; toegestaan: id, titel"),
    Planted("een veld met een spelfout", "samenvatting:", "samenvating:", "samenvating:", "onbekend veld. Bedoelde u “samenvatting”?"),
    Planted("een veld met een spelfout in een onderdeel", "    reden: Het begint", "    redn: Het begint", "redn:", "onbekend veld. Bedoelde u “reden”?"),
    Planted("een veld dat ontbreekt", "beoordeeld_op: 2026-03-02\n", "", "id: proefoverleg", "dit veld ontbreekt"),
    Planted("een veld dat er twee keer staat", "titel: Proefoverleg\n", "titel: Proefoverleg\ntitel: Overleg\n", "titel: Overleg", "dit veld staat er twee keer"),
    Planted("een opvolger zonder de status", "status: vervangen", "status: vervallen", "status:", "status `vervangen` en veld `vervangen_door` horen bij elkaar"),
    Planted("een lid zonder artikel", '    artikel: "12"\n', "", "lid:", "lid staat er zonder artikel; vul `artikel` in"),
    # Sources
    Planted("een uitspraak zonder bron", PRO, "  - tekst: Het is snel.\n    plaats: § 5.1\n", "tekst: Het is snel.", "dit veld ontbreekt"),
    Planted("een uitspraak zonder plaats", PRO, "  - tekst: Het is snel.\n    bron: rob-2021\n", "tekst: Het is snel.", "plaats ontbreekt: noem waar het in de bron staat"),
    Planted("een feit zonder bron van een ander", PRO, "  - tekst: Het is snel.\n    bron: redactie\n", "bron: redactie", "een feit rust op een uitspraak uit een bron; noem die"),
    Planted("een bron die niet bestaat", PRO, PRO.replace("rob-2021", "rob-2012"), "bron: rob-2012", "bron “rob-2012” bestaat niet. Bedoelde u “rob-2021”?"),
    Planted("een bron die niet in de lijst staat", "bronnen: [rob-2021, proefadvies]", "bronnen: [rob-2021]", "bron: proefadvies", "staat niet in de lijst `bronnen`; zet hem erbij"),
    Planted("een bron in de lijst met een spelfout", "bronnen: [rob-2021, proefadvies]", "bronnen: [rob-2012, proefadvies]", "bronnen: [rob-2012", "bron “rob-2012” bestaat niet. Bedoelde u “rob-2021”?"),
    Planted("een bron in de lijst die niemand aanhaalt", "bronnen: [proefadvies]", "bronnen: [proefadvies, rob-2021]", "bronnen: [proefadvies, rob-2021]", "bron “rob-2021” wordt nergens aangehaald; laat weg of haal aan", MODULE),
    # References
    Planted("een knelpunt dat niet bestaat", "knelpunt: proefknelpunt", "knelpunt: proefknelpun", "knelpunt: proefknelpun", "knelpunt “proefknelpun” bestaat niet. Bedoelde u “proefknelpunt”?"),
    Planted("een situatie die niet bestaat", "situaties: [iets-vastleggen]", "situaties: [niets-vastleggen]", "situaties: [niets-vastleggen]", "situatie “niets-vastleggen” bestaat niet. Bedoelde u “iets-vastleggen”?"),
    Planted("een module die niet bestaat", "module: proefmodule", "module: proefmodul", "module: proefmodul", "module “proefmodul” bestaat niet. Bedoelde u “proefmodule”?", EXERCISE),
    Planted("een link naar een begrip dat niet bestaat", "Niemand moet meedoen.", "'Niemand [hoeft](begrip:proefterms) mee te doen.'", "begrip:proefterms", "link naar “begrip:proefterms”: dat onderdeel bestaat niet. Bedoelde u “proefterm”?"),
    Planted("een relatie met de kaart zelf", "    instrument: proefakkoord\n", "    instrument: proefoverleg\n", "instrument: proefoverleg", "een kaart verwijst hier niet naar zichzelf"),
    Planted("twee keer dezelfde relatie", RELATION, RELATION + RELATION.replace("proefakkoord", "proefakkoord #"), "instrument: proefakkoord #", "“proefakkoord” staat twee keer in deze lijst"),
    Planted("een ander id dan de naam van het bestand", "id: proefoverleg\n", "id: proef-overleg\n", "id:", "“proef-overleg” is anders dan de bestandsnaam; schrijf proefoverleg of hernoem het bestand"),
    Planted("een id met hoofdletters en spaties", "id: proefoverleg\n", "id: Proef overleg\n", "id:", "“Proef overleg” mag niet; toegestaan: alleen kleine letters, cijfers en streepjes"),
    # Texts
    Planted("HTML in een tekst", "Het is snel.", "Het is <b>snel</b>.", "<b>snel", "HTML mag hier niet (bij “Het is <b>snel</b>.”)"),
    Planted("een kop in een tekst", "      Een *licht*", "      # Een *licht*", "tekst: |-", "een kop mag hier niet"),
    Planted("een link die iets uitvoert", "Het is snel.", "Het [is](javascript:alert) snel.", "javascript:", "soort “javascript” bestaat niet"),
    # YAML
    Planted("een dubbele punt in een tekst", "Het is snel.", "Let op: het is snel.", "Let op:", "een dubbele punt op een plek waar hij niet mag; zet de tekst tussen aanhalingstekens"),
    Planted("geen spatie na de dubbele punt", "eigenaar: redactie", "eigenaar:redactie", "eigenaar:redactie", "na de dubbele punt hoort een spatie"),
    Planted("geen dubbele punt na de naam", "eigenaar: redactie", "eigenaar redactie", "eigenaar redactie", "er ontbreekt een dubbele punt na een veldnaam"),
    Planted("te ver ingesprongen", "    reden: Meedoen is vrij.", "      reden: Meedoen is vrij.", "reden: Meedoen", "het inspringen klopt niet: deze regel staat te ver naar rechts"),
    Planted("niet ver genoeg ingesprongen", "    reden: Meedoen is vrij.", "   reden: Meedoen is vrij.", "reden: Meedoen", "het inspringen klopt niet; zet deze regel even ver als de velden waar hij bij hoort"),
    Planted("een tekst die niet is ingesprongen", "      Een *licht* instrument.", "Een *licht* instrument.", "Een *licht*", "deze tekst staat niet ver genoeg naar rechts; zet voor elke regel twee spaties meer dan voor het veld"),
    Planted("een tab bij het inspringen", "    reden: Meedoen is vrij.", "\treden: Meedoen is vrij.", "\treden", "een tab bij het inspringen; gebruik spaties, of draai `make tidy`"),
    Planted("een streepje zonder spatie", "  - bouwsteen:", "  -bouwsteen:", "-bouwsteen:", "na het streepje van een lijst hoort een spatie"),
    Planted("een aanhalingsteken dat openblijft", "titel: Proefoverleg", 'titel: "Proefoverleg', "titel:", "dit aanhalingsteken wordt niet gesloten"),
    Planted("een enkel aanhalingsteken dat openblijft", "titel: Proefoverleg", "titel: 's Proefoverleg", "titel:", "dit aanhalingsteken wordt niet gesloten"),
    Planted("een haakje dat openblijft", "rol: [stimuleren]", "rol: [stimuleren", "rol:", "dit haakje wordt niet gesloten"),
    Planted("velden bovenaan zonder einde", "\n---\n", "\n", "---", "de velden bovenaan houden niet op; zet na het laatste veld een regel met alleen `---`", LAW),
    Planted("een periode die terugloopt", "tot: 2022", "tot: 2020", "tot: 2020", "moet na jaar liggen", EVENT),
    # What comes along from a word processor
    Planted("een zacht afbreekstreepje", "Meedoen is vrij.", "Mee\u00addoen is vrij.", "Mee\u00addoen", "een zacht afbreekstreepje (U+00AD); haal het weg, of draai `make tidy`"),
    Planted("een spatie zonder breedte", "bron: proefadvies", "bron: \u200bproefadvies", "\u200b", "een spatie zonder breedte (U+200B); haal het weg, of draai `make tidy`"),
    Planted("een verticale tab", "Meedoen is vrij.", "Meedoen\x0bis vrij.", "\x0b", "een verticale tab (U+000B); typ een spatie, of draai `make tidy`"),
    Planted("een tab tussen woorden", "Meedoen is vrij.", "Meedoen\tis vrij.", "Meedoen\t", "een tab (U+0009); gebruik spaties, of draai `make tidy`"),
    Planted("een opsommingsteken", "      - Het begint klein.", "      •\tHet begint klein.", "•", "een opsommingsteken (•, U+2022); begin elke regel van een lijst met `- `, of draai `make tidy`"),
    Planted("een opsommingsteken voor aan een waarde", "tekst: Het is snel.", "tekst: •\tHet is snel.", "•", "een opsommingsteken (•, U+2022); haal het weg, of maak er een lijst van: zet `|-`"),
    Planted("een opsommingsteken na een streepje van YAML", "vragen: [\"Met wie moet ik praten?\"]", "vragen:\n  - • Met wie moet ik praten?", "•", "een opsommingsteken (•, U+2022); haal het weg"),
    Planted("een o als opsommingsteken", "      - Het begint klein.", "      o\tHet begint klein.", "o\t", "een opsommingsteken (o, U+006F); begin elke regel"),
    Planted("een streep als opsommingsteken", "      - Het begint klein.\n      - Het groeit", "      – Het begint klein.\n      - Het groeit", "– Het", "een opsommingsteken (–, U+2013); begin elke regel"),
    Planted("een opsommingsteken als streepje van YAML", "bestuurslagen: [rijk, gemeente]", "bestuurslagen:\n  ▪ rijk\n  - gemeente", "▪", "een opsommingsteken (▪, U+25AA)"),
    Planted("een teken uit een symboollettertype", "Meedoen is vrij.", "Meedoen \uf0e0 vrij.", "\uf0e0", "een teken uit een symboollettertype (U+F0E0); typ het teken dat u bedoelt"),
    Planted("een teken dat verloren ging", "Meedoen is vrij.", "Meedoen is priv\ufffd.", "\ufffd", "een teken dat verloren ging (U+FFFD); typ wat er stond"),
    Planted("gekrulde aanhalingstekens om een waarde", "status: vervangen", "status: “vervangen”", "status:", PAST_CURLY),
    Planted("gekrulde aanhalingstekens om een tekst met een dubbele punt", "tekst: Het is snel.", "tekst: “Let op: het is snel.”", "tekst: “", PAST_CURLY),
    Planted("een gekruld aanhalingsteken dat een recht sluit", 'artikel: "12"', 'artikel: "12”', "artikel:", PAST_CURLY),
    Planted("gekrulde aanhalingstekens in een lijst", "synoniemen: [PO, Overleg op proef]", "synoniemen: [“PO”, “Overleg”]", "synoniemen:", PAST_CURLY),
    Planted("een omgekeerde leesrichting", "Meedoen is vrij.", "Meedoen \u202eis vrij.", "\u202e", "een teken dat de leesrichting omkeert (U+202E); haal het weg en lees de regel na"),
]  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that each test leaves as it was."""
    return sample_project(tmp_path_factory.mktemp("proef"))


@pytest.mark.parametrize("planted", PLANTED, ids=lambda one: one.name)
def test_a_mistake_gives_one_message_at_its_line_that_says_what_to_do(
    project: Path, planted: Planted
) -> None:
    before = (project / planted.path).read_text(encoding="utf-8")
    at = before.index(planted.that)
    after = before[:at] + planted.this + before[at + len(planted.that) :]
    with replaced(project / planted.path, after.encode()):
        problems = check(project)
        assert_readable(map(str, problems), project)
    (problem,) = problems
    assert problem.path == planted.path
    assert planted.said in problem.message
    assert planted.here in after.split("\n")[problem.line - 1]


@pytest.mark.parametrize(
    ("name", "that", "this"),
    [
        ("een byte-order mark", "# Kaart", "\ufeff# Kaart"),
        ("Windows-regeleinden", "\n", "\r\n"),
        ("een vaste spatie in een tekst", "Meedoen is", "Meedoen\u00a0is"),
        ("een vaste spatie na een dubbele punt", "titel: ", "titel:\u00a0"),
        ("een vaste spatie bij het inspringen", "    reden", "\u00a0\u00a0\u00a0\u00a0reden"),
        ("een vaste spatie achter een id", "bron: rob-2021", "bron: rob-2021\u00a0"),
        ("een smalle spatie", "§ 5.1", "§\u202f5.1"),
        ("aanhalingstekens in een tekst", "Het is snel.", "Het is “snel”, zei ‘een’ regio."),
        ("een streep in een tekst", "Het is snel.", "Het is – zo bleek — snel…"),
    ],
)  # fmt: skip
def test_what_does_no_harm_is_accepted(project: Path, name: str, that: str, this: str) -> None:
    text = (project / CARD).read_text(encoding="utf-8")
    assert that in text, name
    with replaced(project / CARD, text.replace(that, this).encode()):
        assert check(project) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (CARD, "instruments/ander-overleg.yml", "schrijf ander-overleg of hernoem het bestand"),
        (CARD, "instruments/proefoverleg.yaml", "hier horen alleen bestanden op .yml"),
        (CARD, "cases/proefoverleg.yml", "dit lijkt een instrument; zet het bestand in de map instruments"),
        (LAW, "docs/begrippen/proefwet.md", "dit lijkt een wet; zet het bestand in de map docs/wetten"),
    ],
)  # fmt: skip
def test_a_file_in_the_wrong_place_gives_one_message(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    project = sample_project(tmp_path)
    (project / old).rename(project / new)
    (problem,) = check(project)
    assert problem.path == new and said in problem.message
