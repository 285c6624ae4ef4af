"""The data file of which the browser makes a keuzenotitie."""

from __future__ import annotations

import json
from pathlib import Path

from catalogue.checking import load
from catalogue.datasets.memo import memo_data
from catalogue.knowledge.compass import doing_nothing
from tests.sample import SAMPLE, sample_project


def test_it_holds_the_questions_what_is_said_of_doing_nothing_and_a_line_per_card() -> None:
    ((path, content),) = memo_data(load(SAMPLE))
    found = json.loads(content)
    assert path == "data/keuzenotitie.json"
    assert found["vragen"] == [
        [
            "Wat speelt er?",
            ["Schrijf op wat u ziet."],
            [["proefoverleg", "In een overleg kijkt u samen.", [[0, "§ 9"]]]],
        ]
    ]
    assert found["nuloptie"] == [
        ["Niets doen mag ook, zei de Raad op Proef.", "dit is een voorstel", False, [[0, "§ 9.1"]]],
        ["Wie niets doet, houdt wat er is.", "", True, [[0, "§ 9.2"]]],
    ]
    assert found["bronnen"] == [["Rapport op proef (november 2021)", "bronnen/rob-2021/"]]
    assert found["schalen"] == ["Dwingendheid", "Hardheid", "Handhaafbaarheid", "Reikwijdte"]
    summary, day, scores = found["instrumenten"]["proefakkoord"]
    assert summary == "Overheden leggen op proef vast wat ze doen."
    assert (day, scores) == ("2 maart 2026", [[], [], [], []])


def test_without_questions_there_is_no_file(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    (project / "docs/keuzenotitie/proefkompas.md").unlink()
    catalogue = load(project)
    assert list(memo_data(catalogue)) == []
    assert doing_nothing(catalogue) == []
