"""What the index holds beside the text of a page: questions that weigh, and pages that stay in the background."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest

from catalogue.linking import Catalogue
from catalogue.model import Instrument
from catalogue.model.fields import label_of
from catalogue.search.handover import Handover
from catalogue.search.indexing import ASKED, BUNDLE, MARK, index_site
from catalogue.search.records import Names, SearchRecord, page_record

CARD = SearchRecord(
    "instrumenten/convenant/",
    "instrument",
    "Instrument",
    "Afspraken op papier.",
    Names("Convenant", vragen=["Hoe <leg> ik dit vast?", "Wie tekent er?"]),
)
SOURCE = SearchRecord(
    "bronnen/advies/", "bron", "Bron", "Een advies.", Names("RES-advies"), background=True
)
QUESTIONS = '<section class="vragen"><h2>Vragen</h2><li>Wie tekent er?</li></section>'


@pytest.fixture(scope="module")
def fragments(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    site, folder = tmp_path_factory.mktemp("site"), tmp_path_factory.mktemp("overdracht")
    handover = Handover(folder)
    handover.add(f"<h1>Convenant</h1><p>Over afspreken.</p>{QUESTIONS}", CARD)
    handover.add("<h1>RES-advies</h1><p>Over energie.</p>", SOURCE)
    index_site(site, folder)
    raw = (path.read_bytes() for path in (site / BUNDLE / "fragment").iterdir())
    found = (json.loads(gzip.decompress(one).removeprefix(b"pagefind_dcd")) for one in raw)
    return {one["url"]: one for one in found}


def test_questions_can_be_told_apart_and_stand_before_the_mark(
    fragments: dict[str, dict[str, Any]],
) -> None:
    before, _, after = fragments[f"/{CARD.address}"]["content"].partition(MARK)
    *questions, rest = before.split(ASKED)
    assert questions[0].endswith("Hoe <leg> ik dit vast? ")
    assert questions[1].strip() == "Wie tekent er?"
    assert not rest.strip()
    # Once is enough: they weigh by themselves, not as part of the page.
    assert "tekent" not in after


def test_a_page_in_the_background_shows_its_title_and_summary_from_its_text(
    fragments: dict[str, dict[str, Any]],
) -> None:
    found = fragments[f"/{SOURCE.address}"]
    assert not {"title", "namen", "samenvatting"} & found["meta"].keys()
    _, title, summary, text = (part.strip() for part in found["content"].split(MARK))
    assert (title, summary) == ("RES-advies", "Een advies.")
    assert text.endswith("Over energie.")


def test_an_instrument_that_does_not_apply_says_so(real_catalogue: Catalogue) -> None:
    labels = {
        (label_of(node.part, "status"), page_record(real_catalogue, node).label)
        for node in real_catalogue.nodes_of(Instrument)
    }
    assert {("geldend", "Instrument"), ("voorgesteld", "Instrument · voorgesteld")} <= labels
    assert all(label.endswith(f" · {status}") for status, label in labels if status != "geldend")
