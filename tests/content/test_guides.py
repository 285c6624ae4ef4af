"""The guides for editors: what they say of cards is what the cards say."""

from __future__ import annotations

import re

from catalogue.knowledge.scales import scales
from catalogue.linking import Catalogue
from catalogue.model import Instrument
from tests.conftest import ROOT

ROW = re.compile(
    r"^\| (?P<score>[1-5](?:–[1-5])?) \| \[[^]]*\]\(\.\./instrumenten/(?P<id>[a-z0-9-]+)\.md\)"
)
RANGE = re.compile(
    r"kaart \[[^]]*\]\(\.\./instrumenten/(?P<id>[a-z0-9-]+)\.md\) staat bij (?P<scale>\w+) (?P<score>[1-5]–[1-5])"
)


def test_every_score_in_the_guide_is_the_score_on_the_card(real_catalogue: Catalogue) -> None:
    text = (ROOT / "docs/meedoen/scores.md").read_text(encoding="utf-8")
    told = [(one["scale"], one["id"], one["score"]) for one in RANGE.finditer(text)]
    assert told
    scale = ""
    for line in text.splitlines():
        if line.startswith("## "):
            scale = line.removeprefix("## ").lower()
        if row := ROW.match(line):
            told.append((scale, row["id"], row["score"]))
    assert len({scale for scale, _, _ in told}) == 4
    wrong = []
    for scale, id, said in told:
        score = next(
            score
            for name, _, score in scales(real_catalogue.node(Instrument, id).part)
            if name == scale
        )
        shown = "" if score is None else str(score.lowest)
        if score and score.highest != score.lowest:
            shown = f"{score.lowest}–{score.highest}"
        if said != shown:
            wrong.append(f"{id}, {scale}: de gids zegt {said}, de kaart {shown or 'niets'}")
    assert not wrong


def test_no_example_in_a_guide_becomes_part_of_a_sentence() -> None:
    """A fence that does not stand at the margin is no block to Markdown: its language would be read as a command."""
    guides = sorted((ROOT / "docs").glob("meedoen/*.md"))
    assert guides
    assert not [one.name for one in guides if re.search(r"^ +```", one.read_text("utf-8"), re.M)]
