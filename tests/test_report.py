"""The report: how much there is, how complete it is, what is open, and what of each source is covered."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue.checking import load
from catalogue.model import KINDS
from catalogue.report import report
from tests.command import call
from tests.sample import SAMPLE, edit, sample_project


def lines_of(root: Path) -> list[str]:
    return list(report(load(root)))


def section(lines: list[str], title: str) -> list[str]:
    """The lines under a heading."""
    start = lines.index(title) + 2
    end = next((n for n in range(start, len(lines)) if not lines[n]), len(lines))
    return lines[start:end]


@pytest.fixture(scope="module")
def lines() -> list[str]:
    return lines_of(SAMPLE)


def test_the_report_counts_the_items_of_every_kind(lines: list[str]) -> None:
    counts = [line.split(maxsplit=1) for line in section(lines, "Aantallen")]
    plurals = [kind.plural for kind in KINDS.values()]
    assert [words for _, words in counts] == [*plurals, "aanbevelingen van de Studiegroep"]
    assert ["2", "instrumenten"] in counts and ["1", "gebeurtenissen"] in counts
    assert counts[-1][0] == "2"


def test_the_report_says_of_each_card_what_it_lacks_the_emptiest_first(lines: list[str]) -> None:
    found = section(lines, "Volledigheid per kaart")
    assert found[0].startswith("  4 van 18  proefakkoord  mist: fase in de beleidscyclus, ")
    assert "nadelen" not in found[0]
    assert found[1] == " 18 van 18  proefoverleg"


def test_the_report_names_what_is_open(lines: list[str], tmp_path: Path) -> None:
    assert "Zonder instrument" not in lines
    assert section(lines, "Aanbevelingen zonder instrument") == ["1.02  Kom terug op wat u afsprak"]
    assert section(lines, "Aanbevelingen van bronnen zonder instrument") == ["rob-01  Praat eerder"]
    assert section(lines, "Zonder praktijkvoorbeeld") == [
        "instrument  proefakkoord  Zoek een praktijkvoorbeeld waarin dit instrument is gebruikt."
    ]
    project = sample_project(tmp_path)
    card = "instruments/proefoverleg.yml"
    edit(
        project,
        card,
        "knelpunten:\n  - knelpunt: proefknelpunt\n    reden: Praten helpt tegen onbekendheid.\n    bron: redactie\n",
        "",
    )
    assert section(lines_of(project), "Zonder instrument") == [
        "knelpunt  proefknelpunt  Zoek een instrument dat hiertegen helpt, en noem het knelpunt op die kaart."
    ]  # fmt: skip


def test_the_report_tells_statements_of_a_source_from_our_own(tmp_path: Path) -> None:
    def counted(root: Path) -> dict[str, int]:
        found = section(lines_of(root), "Uitspraken en hun herkomst")
        split = [line.split(maxsplit=1) for line in found]
        return {words.partition(",")[0]: int(count) for count, words in split}

    before = counted(SAMPLE)
    assert before["uitspraken"] == before["met bron en plaats"] + before["oordeel van de redactie"]
    project = sample_project(tmp_path)
    more = "kwalificatie:\n  - tekst: Wij vinden het licht.\n    bron: redactie\n"
    edit(project, "instruments/proefakkoord.yml", "voordelen:\n", f"{more}voordelen:\n")
    after = counted(project)
    assert {name: after[name] - before[name] for name in before} == {
        "uitspraken": 1,
        "met bron en plaats": 0,
        "oordeel van de redactie": 1,
        "zonder bron": 0,
    }


def test_the_report_shows_what_of_a_source_is_covered(lines: list[str], tmp_path: Path) -> None:
    assert section(lines, "Dekking van de bronnen, per kop") == [
        "    1  rob-2021  § 1: Begin",
        "    1  rob-2021  § 4: Geschiedenis",
    ]
    project = sample_project(tmp_path)
    edit(project, "docs/bronnen/rob-2021.md", "- plaats: § 1\n", "- plaats: § 77\n")
    assert section(lines_of(project), "Dekking van de bronnen, per kop")[0] == (
        "    0  rob-2021  § 77: Begin  (Hier staat alleen hoe het begon.)"
    )


def test_the_command_prints_the_report(lines: list[str], tmp_path: Path) -> None:
    done = call(sample_project(tmp_path), "report")
    assert (done.returncode, done.stdout.splitlines()) == (0, lines)
