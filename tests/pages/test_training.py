"""What a trainer gets: a module in the order of work, sheets that fill themselves, and a case that stops at the choice."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from catalogue.checking import load
from catalogue.pages import Page, render
from catalogue.problem import ContentError
from tests.sample import SAMPLE, add_module, edit, sample_project
from tests.site_html import Tags, words_of

SITE = "https://proef.example"
VOID = ("br", "hr", "img", "input", "link", "meta", "wbr")


class Without(HTMLParser):
    """The words of a page, without what is within elements of a class."""

    def __init__(self, html: str, name: str) -> None:
        super().__init__()
        self.name = name
        self.open: list[tuple[str, bool]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append((tag, self.name in (dict(attrs).get("class") or "").split()))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(hidden for _, hidden in self.open):
            self.words.append(data)


def pages_of(project: Path) -> dict[str, Page]:
    return {page.path: page for page in render(load(project), SITE)}


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return pages_of(SAMPLE)


def text_of(page: Page) -> str:
    return words_of(page.html)


FOR_TRAINERS = (
    "Er staat in wat u wilt bereiken.",
    "U krijgt een stoel en een wens.",
    "Iemand schrijft een nota.",
    "Vraag wie hem leest.",
    "Geef de eerste zin.",
    "De uitnodiging noemt een doel.",
    "Laat iemand kijken.",
    "Laat mensen eerst schrijven.",
    "De les gaat over dit overleg.",
)
"""Answers, wrong turns, what the trainer says, and what gives an answer away."""

FOR_ALL = (
    "Een overleg voorbereiden.",
    "Dan weet iemand wat een overleg is.",
    "Schrijf een uitnodiging.",
    "Wat doet u morgen anders?",
    "Nodig deze week iemand uit.",
    "Daar staat meer over beginnen.",
)


def test_what_gives_an_answer_away_is_for_the_trainer_alone(pages: dict[str, Page]) -> None:
    page = pages["leerlijn/proefmodule.md"]
    seen = " ".join(" ".join(Without(page.html, "voor-trainer").words).split())
    assert [one for one in FOR_TRAINERS if one not in text_of(page)] == []
    assert [one for one in FOR_TRAINERS if one in seen] == []
    assert [one for one in FOR_ALL if one not in seen] == []


def test_a_module_shows_all_in_the_order_of_work(pages: dict[str, Page]) -> None:
    html = pages["leerlijn/proefmodule.md"].html
    order = re.findall(r'<h2[^>]* id="([a-z-]+)"', html)
    assert [one for one in order if one != "van-de-redactie"] == [
        *("veranderd", "gegevens", "op-deze-pagina", "leerdoelen", "lezen-vooraf", "materiaal"),
        *("voorbereiding", "groep", "programma", "opdrachten", "matrix", "reflectie", "lastig"),
        *("varianten", "vervolg", "verder-lezen", "gebruikt", "partnerschapsmeter"),
        *("leeromgeving", "oefeningen", "bronnen", "citeren"),
    ]
    text = text_of(pages["leerlijn/proefmodule.md"])
    assert "10 minuten: samen, met de hele groep; elke deelnemer krijgt 2 keer 45 seconden" in text
    assert "30 minuten: rollenspel met twee mensen" in text
    assert "Twee stoelen materiaal 1" in text


def test_a_module_with_only_what_each_must_have_shows_nothing_empty(pages: dict[str, Page]) -> None:
    page = pages["leerlijn/proefbegin.md"]
    order = re.findall(r'<h2[^>]* id="([a-z-]+)"', page.html)
    assert order == [
        *("gegevens", "op-deze-pagina", "leerdoelen", "programma", "gebruikt"),
        *("leeromgeving", "bronnen", "citeren"),
    ]
    text = text_of(page)
    assert "Hierna 1. Leren overleggen" in text
    for word in ("None", "Wat u zegt", "Deel uit", "Nagelopen"):
        assert word not in text


def test_what_comes_after_a_module_stands_by_number(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    for id, number in (("a-later", 12), ("b-eerder", 11)):
        add_module(project, id, nummer=number, na=["proefbegin"])
    text = text_of(pages_of(project)["leerlijn/proefbegin.md"])
    assert re.findall(r"(\d+)\. ", text[text.index("Hierna") : text.index("Voor wie")]) == [
        *("1", "11", "12"),
    ]


def test_a_module_says_what_changed_and_how_to_confirm(
    pages: dict[str, Page], tmp_path: Path
) -> None:
    text = text_of(pages["leerlijn/proefmodule.md"])
    assert "Proefoverleg (instrument, 1 maart 2026) Kaart gemaakt." in text
    assert "zet dan bovenaan in docs/leerlijn/proefmodule.md deze regel" in text
    project = sample_project(tmp_path)
    edit(project, "docs/leerlijn/proefmodule.md", "op: 2026-02-01", "op: 2026-03-01")
    after = text_of(pages_of(project)["leerlijn/proefmodule.md"])
    assert "Veranderd sinds" not in after
    assert "Nagelopen 1 maart 2026; daarna veranderde niets" in after


def test_a_sheet_carries_all_that_it_needs_on_paper(pages: dict[str, Page]) -> None:
    page = pages["handouts/proefvel.md"]
    sheets = re.findall(r'<section[^>]* class="vel".*?</section>', page.html, re.S)
    assert len(sheets) == 2
    for sheet in sheets:
        text = words_of(sheet)
        assert "Bedacht om mee te oefenen. Module 1, Leren overleggen" in text
        assert f"{SITE}/handouts/proefvel/" in text
        # Each note on the sheet is explained on the sheet.
        notes = set(re.findall(r'href="#bron-(\d+)"', sheet))
        assert notes == set(re.findall(r'class="nummer">(\d+)<', sheet))
    tags = Tags(sheets[0]).found
    assert sum(tag == "i" for tag, _ in tags) == 3
    assert [attrs for tag, attrs in tags if tag == "th" and attrs.get("scope") == "row"]


def test_questions_on_a_sheet_are_those_of_the_keuzehulp(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    edit(project, "docs/situaties/iets-vastleggen.md", "U wilt iets vastleggen", "Het staat vast")
    html = pages_of(project)["handouts/proefvel.md"].html
    table = html[html.rindex(' class="invultabel"') :].partition(">")[2].partition("</table>")[0]
    assert " ".join(words_of(table).split()) == (
        "Antwoord Kruis 1. Hoe kent u elkaar? één antwoord U kent elkaar nog niet Het staat vast"
    )


def test_questions_and_rows_do_not_stand_in_one_table(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    edit(
        project,
        "docs/handouts/proefvel.md",
        "    keuzevragen:",
        '    rijen: ["Wat?"]\n    keuzevragen:',
    )
    with pytest.raises(ContentError) as found:
        load(project)
    assert "bij `keuzevragen` horen `kolommen` en geen `rijen`" in str(found.value)


def test_a_card_without_its_name_is_not_named_on_the_sheet(pages: dict[str, Page]) -> None:
    html = pages["handouts/proefvel.md"].html
    sheets, _, after = html.partition('id="kaarten"')
    assert "In een regio op proef overlegden drie overheden." in sheets
    assert "Proefregio" not in sheets
    assert "Proefregio" in after


def test_a_card_is_known_by_its_letter_also_where_its_name_is_hidden(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    named = "        delen: [samenvatting, score]\n"
    edit(project, "docs/handouts/proefvel.md", named, named + "        merk: B\n")
    sheets = pages_of(project)["handouts/proefvel.md"].html.partition('id="kaarten"')[0]
    heads = [re.sub("<.*?>", "", one) for one in re.findall(r"<h3.*?</h3>", sheets)]
    assert [one for one in heads if one.startswith(("A", "B"))] == [
        "A",
        "B. Overheden kennen elkaar niet",
    ]


def test_what_only_the_trainer_keeps_says_so_on_every_sheet(
    pages: dict[str, Page], tmp_path: Path
) -> None:
    project = sample_project(tmp_path)
    edit(project, "docs/handouts/proefvel.md", "voor: deelnemer", "voor: trainer")
    text = text_of(pages_of(project)["handouts/proefvel.md"])
    assert text.count("Alleen voor de trainer") == 2
    assert "Alleen voor de trainer" not in text_of(pages["handouts/proefvel.md"])


def test_the_overview_gives_the_sheets_per_module_and_forgets_none(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    text = (project / "docs/handouts/proefvel.md").read_text(encoding="utf-8")
    loose = text.replace("id: proefvel", "id: los-vel").replace("Twee stoelen", "Een los vel")
    loose = loose.replace("Stoelenblad", "Losblad")
    (project / "docs/handouts/los-vel.md").write_text(loose, encoding="utf-8")
    text = text_of(pages_of(project)["handouts/index.md"])
    assert re.search(
        r"Module 1: Leren overleggen Twee stoelen .* Niet bij een module Een los vel", text
    )


def test_what_happened_is_folded_behind_the_questions(pages: dict[str, Page]) -> None:
    page = pages["lesnotities/proefgesprek.md"]
    open_text, _, folded = page.html.partition('<details class="uitklap"')
    assert "Wat weegt het zwaarst?" in open_text and "20 minuten" in open_text
    for told_later in ("Zij gingen door.", "Praat vaker dan één keer."):
        assert told_later not in open_text
        assert told_later in folded
