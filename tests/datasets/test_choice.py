"""The data of the keuzehulp: each name once, each sentence with what it speaks of and where it rests."""

from __future__ import annotations

import json
from pathlib import Path

from catalogue.checking import load
from catalogue.datasets.choice import FILE, choice_data
from tests.sample import SAMPLE, edit, sample_project


def test_the_file_holds_what_the_cards_say() -> None:
    ((path, content),) = choice_data(load(SAMPLE))
    assert path == FILE
    data = json.loads(content)
    assert data["vragen"] == [["proefvraag", "Hoe kent u elkaar?", False]]
    assert [one[:2] for one in data["antwoorden"]] == [
        ["elkaar-niet-kennen", "situatie"],
        ["iets-vastleggen", "situatie"],
        ["proefknelpunt", "knelpunt"],
    ]
    cards = {one[0]: one for one in data["instrumenten"]}
    assert list(cards) == ["proefakkoord", "proefoverleg"]
    _, title, address, status, effect, evaluations, cases, sentences = cards["proefoverleg"]
    assert (title, address) == ("Proefoverleg", "instrumenten/proefoverleg/")
    assert status == "vervangen"
    assert (len(effect), evaluations, cases) == (1, 1, 1)
    text, does, answers, places, judged = sentences[0]
    assert (text, does, answers, judged) == ("u elkaar wilt leren kennen", "als", [0], False)
    ((source, place),) = places
    assert (data["bronnen"][source][1], place) == ("bronnen/rob-2021/", "§ 1.1")
    # On another card, which is named by its place in the list.
    (sent,) = (one for one in cards["proefakkoord"][-1] if len(one) == 6)
    assert [sent[n] for n in (0, 1, 2, 5)] == ["u iets wilt vastleggen", "als", [1], 1]


def test_there_is_no_file_without_situations(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    for name in ("elkaar-niet-kennen", "iets-vastleggen"):
        (project / f"docs/situaties/{name}.md").unlink()
    (project / "docs/oefeningen/proef-kiezen.md").unlink()
    edit(project, "instruments/proefoverleg.yml", "    situaties: [elkaar-niet-kennen]\n", "")
    edit(project, "instruments/proefoverleg.yml", "    situaties: [iets-vastleggen]\n", "")
    for one in ("elkaar-niet-kennen, iets-vastleggen", "elkaar-niet-kennen"):
        edit(project, "instruments/proefakkoord.yml", f"    situaties: [{one}]\n", "")
    assert list(choice_data(load(project))) == []
