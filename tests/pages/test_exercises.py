"""The pages of exercises: what is asked and answered there is what the cards say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from catalogue import checking
from catalogue.checking import load
from catalogue.pages import render_page
from tests.sample import SAMPLE, edit, sample_project

OVERLEG = "instruments/proefoverleg.yml"


def page(id: str, project: Path = SAMPLE) -> str:
    return render_page(load(project), "oefening", id).content


def sheet(content: str) -> str:
    """The answer sheet of a page."""
    return content[content.index(" data-antwoorden>") :]


def test_a_card_that_changes_changes_the_question_and_the_answer(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    assert "vaker" not in page("proef-aanvullen", project)
    edit(project, OVERLEG, "als: u elkaar wilt leren kennen", "als: u elkaar vaker wilt zien")
    content = page("proef-aanvullen", project)
    assert "<span>… u elkaar vaker wilt zien.</span>" in content
    assert "staat: “Kies dit als u elkaar vaker wilt zien.”" in sheet(content)


def test_what_fits_follows_the_sentences_of_the_cards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # With one sentence less, too little is said to choose by; here that does not matter.
    monkeypatch.setattr(checking, "LINKED_CHECKS", ())
    project = sample_project(tmp_path)
    verdicts = r"</a>(?: <span[^>]*>[^<]*</span>)?: <strong>(.*?)</strong>"
    assert re.findall(verdicts, page("proef-kiezen")) == ["past deels", "past"]
    edit(project, OVERLEG, "bestuurslagen: [rijk, gemeente]", "bestuurslagen: [gemeente]")
    assert re.findall(verdicts, page("proef-kiezen", project)) == ["past niet", "past"]


def test_steps_stand_shuffled_in_the_question_and_in_order_on_the_sheet() -> None:
    content = page("proef-ordenen")
    places = re.findall(r'data-plaats="(\d)"', content)
    assert sorted(places) == ["1", "2", "3"] != places
    assert re.findall(r'data-bij="(\d)"', sheet(content)) == ["1", "2", "3"]


@pytest.mark.parametrize("form", ["koppelen", "ordenen", "aanvullen", "kiezen", "scoren"])
def test_answers_rest_on_sources(form: str) -> None:
    content = page(f"proef-{form}")
    assert 'href="#bron-1"' in sheet(content)
    assert 'id="bron-1"' in content


def test_each_card_case_and_module_links_to_its_exercises() -> None:
    catalogue = load(SAMPLE)
    for kind, id, forms in (
        ("instrument", "proefoverleg", ("koppelen", "aanvullen", "kiezen")),
        ("case", "proefregio", ("koppelen", "scoren")),
        ("situatie", "iets-vastleggen", ("kiezen",)),
        ("module", "proefmodule", ("koppelen", "ordenen", "aanvullen", "kiezen", "scoren")),
    ):
        content = render_page(catalogue, kind, id).content
        # Each once, however often it asks for it.
        found = re.findall(r'href="\.\./\.\./oefeningen/proef-(\w+)/"', content)
        assert sorted(found) == sorted(forms)
