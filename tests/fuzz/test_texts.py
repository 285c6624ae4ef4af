"""Hostile texts: each is refused, or brings no more to a page than its field may hold."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data
from pydantic_core import PydanticCustomError

from catalogue.model.text import check_line, check_name, check_text
from catalogue.written_pages import faults
from tests.fuzz.effort import examples
from tests.fuzz.harmless import faults_of_line, faults_of_name, faults_of_text
from tests.fuzz.hostile_input import hostile_texts, plain_texts
from tests.site_html import Tags, rendered


def assert_refused_or_harmless(
    text: str, check: Callable[[str], str], faults: Callable[[str], list[str]]
) -> None:
    try:
        check(text)
    except PydanticCustomError as error:
        assert str(error).isprintable()
    else:
        assert faults(text) == []


@examples(300)
@given(hostile_texts)
@example("[TOC]")
@example("kop\n--")
@example("- # kop")
@example("- [x]: javascript:alert(1)")
@example("1. ***")
@example("1.")
@example("1. een\n2) ")
@example("1.\xa0")
@example("x\n\n1. \u2003\n")
@example("1. \u2003\n2. b")
@example("- " * 11 + "a")
@example("**Let op:**tekst")
@example("&#")
@example("*nadruk**nadruk*")
@example("    - code")
@example("\xa0#")
def test_a_text_that_passes_brings_no_more_than_paragraphs_lists_emphasis_and_links(
    text: str,
) -> None:
    assert_refused_or_harmless(text, check_text, faults_of_text)


@examples(250)
@given(hostile_texts)
def test_a_line_that_passes_brings_no_more_than_emphasis_and_links(text: str) -> None:
    assert_refused_or_harmless(text, check_line, faults_of_line)


@examples(250)
@given(hostile_texts | plain_texts)
def test_a_name_that_passes_shows_as_it_stands(text: str) -> None:
    assert_refused_or_harmless(text, check_name, faults_of_name)


@examples(150)
@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "Zs")), min_size=1))
def test_words_alone_always_pass(text: str) -> None:
    if text.strip():
        assert check_text(text) == check_name(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Een *nadruk **in** nadruk* en **sterk**, dan *nog* een **keer**.",
        "Van 2019 - 2021, en 5 * 3 = 15.",
        "- een\n- twee\n\n1. drie\n2. vier",
        "Een [link](https://proef.example/a?b=1&c=2#d) & een [ander](mailto:a.b@proef.example).",
        "R&D, [sic] en 5 < 6 > 4.",
        "*Nadruk* aan het begin.",
        "Het liep van 2019 tot\n2024.",
    ],
)
def test_what_editors_do_write_passes_and_is_harmless(text: str) -> None:
    assert check_text(text) == text
    assert faults_of_text(text) == []


def allowed_tags(html: str) -> bool:
    """Whether a page has no tag that loads, runs or frames anything, and no attribute that handles an event."""
    for tag, attributes in Tags(html).found:
        if tag in ("script", "style", "iframe", "object", "embed", "img", "svg", "form", "base"):
            return False
        if any(name.startswith("on") or name == "style" for name in attributes):
            return False
        href = "".join((attributes.get("href") or "").split()).lower()
        if href.startswith(("javascript:", "data:", "vbscript:", "//")):
            return False
    return True


@examples(150)
@given(st.sampled_from(["", "---\ntitle: x\n", "---\ntitle: x\n---\n"]), hostile_texts)
def test_a_page_written_by_hand_that_passes_brings_nothing_that_runs(head: str, text: str) -> None:
    page = head + text
    if not list(faults(page)):
        body, fields = get_data(page)
        assert fields.keys() <= {"title", "description"}
        assert allowed_tags(rendered(body))
