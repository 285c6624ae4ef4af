"""Exercises: done by keyboard, with the card's own words for a right and for a wrong answer, and printed without answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_accessibility import audit

FORMS = ("koppelen", "ordenen", "aanvullen", "kiezen", "scoren")


@pytest.fixture(scope="module")
def exercises(built_site: Path) -> dict[str, dict[str, Any]]:
    """One exercise of each form."""
    data = json.loads((built_site / "data" / "catalogus.json").read_text("utf-8"))
    return {one["vorm"]: one for one in reversed(data["oefeningen"])}


def begin(page: Page, address: str, exercise: dict[str, Any]) -> Locator:
    """The first question."""
    page.goto(f"{address}oefeningen/{exercise['id']}/")
    return page.locator("[data-vraag='1']")


def check(question: Locator) -> Locator:
    """What the page says after the answer is checked, with Enter."""
    question.locator("[type=submit]").press("Enter")
    said = question.locator("[data-terug]")
    expect(said).to_be_visible()
    return said


def status(page: Page) -> Locator:
    return page.get_by_role("status").and_(page.locator("[data-stand]"))


def is_sound(page: Page, state: str) -> None:
    found = audit(page, state, widths=(390,))
    assert not found, "\n" + "\n".join(found)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_matching_tells_what_the_chosen_card_is_and_why_another_fits(
    page: Page, address: str, exercises: dict[str, dict[str, Any]]
) -> None:
    exercise = exercises["koppelen"]
    question = begin(page, address, exercise)
    nothing = check(question)
    expect(nothing).to_have_text("Kies eerst een antwoord.")
    first = exercise["koppels"][0]
    wrong = next(
        k["instrument"] for k in exercise["koppels"] if k["instrument"] != first["instrument"]
    )
    field = question.get_by_label("Welk instrument hoort hierbij?")
    field.select_option(wrong)
    expect(question.locator("[data-terug]")).to_be_hidden()
    said = check(question)
    expect(said).to_contain_text("Nog niet.")
    for id in (wrong, first["instrument"]):
        expect(said.locator(f"a[href$='/instrumenten/{id}/']").first).to_be_visible()
    expect(said.locator("a[href='#bron-1']")).to_be_visible()
    expect(status(page)).to_contain_text("Vraag 1: nog niet goed.")
    is_sound(page, "fout gekoppeld")

    # The first letters choose in a list, as anywhere.
    field.focus()
    page.keyboard.type(field.locator(f"[value='{first['instrument']}']").inner_text())
    expect(check(question)).to_contain_text("Goed.")
    count = len(exercise["koppels"])
    expect(status(page)).to_have_text(f"Vraag 1: goed. Nagekeken: 1 van de {count}. Goed: 1.")

    page.get_by_role("button", name="Begin opnieuw").press("Enter")
    expect(field).to_have_value("")
    expect(field).to_be_focused()
    expect(question.locator("[data-terug]")).to_be_hidden()
    expect(status(page)).to_contain_text("U begint opnieuw.")


def test_steps_are_put_in_order_with_buttons_and_by_their_place(
    page: Page, address: str, exercises: dict[str, dict[str, Any]]
) -> None:
    exercise = exercises["ordenen"]
    question = begin(page, address, exercise)
    steps = question.locator("[data-plaats]")
    count = len(exercise["stappen"])
    before = [one.get_attribute("data-naam") or "" for one in steps.all()]
    right = [one["naam"] for one in exercise["stappen"]]
    assert before != right and sorted(before) == sorted(right)

    said = check(question)
    expect(said).to_contain_text("Nog niet:")
    # Of each step is said where it belongs and why.
    expect(said.locator(".klopt, .klopt-niet")).to_have_count(count)
    expect(said).to_contain_text(exercise["stappen"][0]["omdat"])
    is_sound(page, "verkeerde volgorde")

    second = steps.nth(1)
    name = second.get_attribute("data-naam")
    second.get_by_role("button", name=f"Omhoog {name}").press("Enter")
    expect(steps.first).to_have_attribute("data-naam", name or "")
    # There is nothing above it; the focus stays with the step.
    expect(steps.first.get_by_role("button", name=f"Omlaag {name}")).to_be_focused()
    expect(status(page)).to_have_text(f"“{name}” staat op plaats 1 van {count}.")
    expect(said).to_be_hidden()

    for place, naam in enumerate(right, 1):
        question.get_by_label(f"Plaats van: {naam}").select_option(str(place))
    expect(check(question)).to_contain_text("Goed: alle stappen staan op hun plaats.")


def test_completing_a_card_cites_the_card_of_the_chosen_words(
    page: Page, address: str, exercises: dict[str, dict[str, Any]]
) -> None:
    gap = exercises["aanvullen"]["aanvullingen"][0]
    question = begin(page, address, exercises["aanvullen"])
    wrong = gap["afleiders"][0]
    question.locator(f"[value='{wrong}']").press("Space")
    said = check(question)
    expect(said).to_contain_text("Nog niet.")
    for id in (wrong, gap["instrument"]):
        expect(said.locator(f"a[href$='/instrumenten/{id}/']")).to_be_visible()
    is_sound(page, "fout aangevuld")
    question.locator(f"[value='{gap['instrument']}']").press("Space")
    expect(check(question)).to_contain_text("Goed.")
    expect(said.locator(f"a[href$='/instrumenten/{wrong}/']")).to_have_count(0)


def test_choosing_says_what_the_cards_say_and_agrees_with_the_answer_sheet(
    page: Page, address: str, exercises: dict[str, dict[str, Any]]
) -> None:
    exercise = exercises["kiezen"]
    question = begin(page, address, exercise)
    page.locator("[data-antwoorden] > summary").click()
    for number, asked in enumerate(exercise["kiesvragen"], 1):
        question = page.locator(f"[data-vraag='{number}']")
        sheet = page.locator(f"[data-antwoord='{number}'] > ul > li > p:first-child > strong")
        verdicts = sheet.all_inner_texts()
        assert len(verdicts) == len(asked["keuzes"])
        # All but what fits: as wrong as can be.
        for box, verdict in zip(question.get_by_role("checkbox").all(), verdicts, strict=True):
            box.set_checked(verdict != "past")
        said = check(question)
        assert said.locator(".keuzelijst > li > p > strong").all_inner_texts() == verdicts
        expect(said).to_contain_text("Nog niet:")
        expect(said.locator(".zinbron").first).to_be_visible()
        if number == 1:
            is_sound(page, "fout gekozen")
        for box, verdict in zip(question.get_by_role("checkbox").all(), verdicts, strict=True):
            box.set_checked(verdict == "past")
        expect(check(question)).to_contain_text("Goed: de kaarten zeggen hetzelfde.")


def test_choosing_goes_on_when_the_sentences_do_not_come(
    page: Page, address: str, exercises: dict[str, dict[str, Any]]
) -> None:
    page.route("**/data/keuze.json", lambda route: route.fulfill(status=404))
    question = begin(page, address, exercises["kiezen"])
    question.get_by_role("checkbox").first.check()
    expect(check(question)).to_contain_text("klap onderaan de antwoorden uit")


def test_scores_are_laid_beside_those_of_the_source_and_none_is_wrong(
    page: Page, address: str, exercises: dict[str, dict[str, Any]]
) -> None:
    question = begin(page, address, exercises["scoren"])
    question.locator("[name=cijfer-1][value='1']").press("Space")
    said = check(question)
    expect(said).to_contain_text("Er is geen goed of fout antwoord.")
    row = said.locator("[data-rij]").first
    source = int(row.locator("[data-cel=bron]").inner_text())
    expect(row.locator("[data-cel=verschil]")).to_have_text(str(abs(1 - source)))
    expect(said.locator("[data-rij]").nth(1).locator("[data-cel=verschil]")).to_have_text("–")
    for word in ("Nog niet", "Goed"):
        expect(said).not_to_contain_text(word)
    is_sound(page, "cijfers naast elkaar")


@pytest.mark.parametrize("form", FORMS)
def test_answers_are_printed_on_request_only_and_on_a_sheet_of_their_own(
    page: Page, address: str, exercises: dict[str, dict[str, Any]], form: str
) -> None:
    question = begin(page, address, exercises[form])
    page.evaluate("void (window.print = () => { window.printed = (window.printed ?? 0) + 1; })")
    sheet = page.locator(".oefenantwoorden")
    if form in ("ordenen", "scoren"):
        if form == "scoren":
            question.locator("[name=cijfer-1]").first.check()
        check(question)
    page.get_by_role("button", name="Druk af", exact=True).press("Enter")
    page.emulate_media(media="print")
    # Also what was checked on screen stays there.
    for hidden in (sheet, page.locator(".bronnen"), page.locator("[data-terug]").first):
        expect(hidden).to_be_hidden()
    expect(question).to_be_visible()
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Druk af met antwoorden").press("Enter")
    page.emulate_media(media="print")
    expect(sheet.locator("[data-antwoord]").last).to_be_visible()
    assert sheet.evaluate("(sheet) => getComputedStyle(sheet).breakBefore") == "page"
    assert page.evaluate("window.printed") == 2
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(sheet).to_be_hidden()


def test_without_script_the_questions_and_the_folded_answers_are_there(
    plain: Page, address: str, exercises: dict[str, dict[str, Any]]
) -> None:
    for exercise in exercises.values():
        question = begin(plain, address, exercise)
        expect(question).to_be_visible()
        expect(plain.locator(".oefening").get_by_role("button")).to_have_count(0)
        expect(plain.locator("[data-antwoord]").first).to_be_hidden()
        plain.locator("[data-antwoorden] > summary").click()
        expect(plain.locator("[data-antwoord]").first).to_be_visible()
