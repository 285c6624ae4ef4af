"""Asking as people do: in a sentence, between quotes, with a verb for a noun, in plain words for those of the trade."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_search import (
    CARD,
    header_field,
    open_search,
    options,
    results,
    status,
)

PARSE = """async ([question, language]) => {
  const { ontleed } = await import(new URL("zoekvraag.js", document.querySelector('script[src$="/suggesties.js"]').src));
  const { kleine_woorden, voorzetsels, paren } = language;
  return ontleed(question, { kleineWoorden: new Set(kleine_woorden), voorzetsels: new Set(voorzetsels), paren });
}"""
LANGUAGE = {
    "kleine_woorden": ["hoe", "ik", "een", "we", "er", "niet", "wie", "wat", "doet", "komen"],
    "voorzetsels": ["voor", "af", "uit"],
    "paren": [[["taakverdeling"], ["wie wat doet"]], [["specifieke uitkering"], ["potje"]]],
}


def parse(page: Page, address: str, question: str) -> Any:
    page.goto(f"{address}over/")
    return page.evaluate(PARSE, [question, LANGUAGE])


@pytest.mark.parametrize(
    "question",
    [
        '"regio deal" geld',
        "“regio deal” geld",
        "„regio deal” geld",
        "«regio deal» geld",
        "'regio deal' geld",
        "‘regio deal’ geld",
    ],
)
def test_what_stands_between_quotes_is_a_phrase(page: Page, address: str, question: str) -> None:
    asked = parse(page, address, question)
    assert asked["zinnen"] == [["regio", "deal"]]
    assert [term["woord"] for term in asked["termen"]] == ["regio", "deal", "geld"]


def test_an_apostrophe_is_no_quote(page: Page, address: str) -> None:
    assert parse(page, address, "regio's en zo'n agenda’s")["zinnen"] == []


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("coördinatie", "coordineren"),
        ("coördineren", "coordinatie"),
        ("consulteren", "consultatie"),
        ("standaardisering", "standaardisatie"),
        ("herindelen", "herindeling"),
        ("verantwoording", "verantwoorden"),
        ("bemiddelaar", "bemiddeling"),
    ],
)
def test_a_verb_leads_to_its_noun_and_back(page: Page, address: str, word: str, form: str) -> None:
    (term,) = parse(page, address, word)["termen"]
    assert form in term["vormen"]


def test_a_verb_that_stands_apart_is_one_word(page: Page, address: str) -> None:
    (prepare, *_) = parse(page, address, "hoe bereid ik een overleg voor")["termen"]
    assert (prepare["woord"], "voorbereid" in prepare["vormen"]) == ("bereid", True)
    little = parse(page, address, "we komen er niet uit")["termen"]
    assert ["uitkomen"] in [term["vormen"] for term in little]


def test_plain_words_lead_to_those_of_the_trade_and_back(page: Page, address: str) -> None:
    (pots,) = parse(page, address, "veel potjes")["termen"][1:]
    assert pots["anders"] == ["specifieke uitkering"]
    specific, grant = parse(page, address, "specifieke uitkeringen")["termen"]
    assert specific["anders"] == grant["anders"] == ["potje"]
    (who,) = parse(page, address, "wie wat doet")["termen"][-1:]
    assert who["anders"] == ["taakverdeling"]


@pytest.mark.parametrize("question", ['"bestuurlijk overleg"', "“bestuurlijk overleg”"])
def test_a_name_between_quotes_shows_its_card_first_and_only_pages_with_that_phrase(
    page: Page, address: str, question: str
) -> None:
    open_search(page, address, "q=bestuurlijk overleg")
    loose = int(status(page).inner_text().split()[0])
    open_search(page, address, f"q={question}")
    expect(results(page).first.get_by_role("link")).to_have_text("Bestuurlijk overleg")
    assert 0 < int(status(page).inner_text().split()[0]) < loose


@pytest.mark.parametrize("word", ["coördinatie", "coordineren", "informatieasymmetrie"])
def test_a_word_of_the_trade_that_no_card_uses_finds_what_speaks_of_it(
    page: Page, address: str, word: str
) -> None:
    open_search(page, address, f"q={word}")
    expect(results(page).first).to_be_visible()


@pytest.mark.parametrize("word", ["kaderwet", "kaderbrief"])
def test_a_word_that_only_starts_the_same_is_no_answer(page: Page, address: str, word: str) -> None:
    open_search(page, address, f"q={word}")
    expect(results(page).filter(has_text="Klimaatakkoord")).to_have_count(0)


def test_a_sentence_says_how_much_of_it_was_found(page: Page, address: str) -> None:
    open_search(page, address, "q=hoe dwing ik afspraken af")
    answers = re.compile("Convenant|Vormen van afspraken")
    expect(results(page).first.get_by_role("link")).to_have_text(answers)
    expect(status(page)).to_contain_text("alle woorden")
    counts = [int(text) for text in page.locator(".soortkeuze .aantal").all_inner_texts()]
    assert counts[0] == sum(counts[1:]) == int(status(page).inner_text().split()[0])


def test_a_proposal_says_that_it_is_one(page: Page, address: str) -> None:
    open_search(page, address, "q=stapsgewijze geschilbeslechting")
    expect(results(page).first.locator(".soort")).to_have_text("Instrument · voorgesteld")
    page.goto(f"{address}{CARD}")
    header_field(page).fill("stapsgewijze geschilbeslechting")
    expect(options(page).first.locator(".soort")).to_have_text("Instrument · voorgesteld")


def test_each_example_on_the_start_page_finds_what_answers_it(page: Page, address: str) -> None:
    page.goto(address)
    examples = page.get_by_role("list", name="Voorbeelden van vragen").get_by_role("link")
    questions = examples.all_inner_texts()
    assert len(questions) == 3
    for question in questions:
        page.goto(address)
        examples.filter(has_text=question).click()
        expect(status(page)).to_contain_text(f"‘{question}’")
        results(page).first.get_by_role("link").click()
        expect(page.locator(".vragen")).to_contain_text(question)
