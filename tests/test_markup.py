"""The small Markdown of texts: links, emphasis and sentences, and a text without their marks."""

from __future__ import annotations

import pytest

from catalogue.markup import (
    first_sentence,
    is_item_target,
    plain,
    replace_links,
    sentence_at,
    sentences,
    text_links,
)


def test_the_links_of_a_text_come_in_order_with_their_place() -> None:
    text = "Lees [het een](een) en [het ander](wet:twee)."
    assert [(link.words, link.target, text[link.start]) for link in text_links(text)] == [
        ("het een", "een", "["),
        ("het ander", "wet:twee", "["),
    ]


def test_a_link_is_replaced_or_left_as_it_is() -> None:
    text = "Lees [het een](een) en [het ander](twee)."
    assert (
        replace_links(text, lambda link: f"<{link.words}>" if link.target == "een" else None)
        == "Lees <het een> en [het ander](twee)."
    )


@pytest.mark.parametrize(
    ("target", "names_an_item"),
    [
        ("convenant", True),
        ("wet:gemeentewet", True),
        ("aanbeveling:1.03", True),
        ("1.03", True),
        ("https://voorbeeld.nl", False),
        ("mailto:a@voorbeeld.nl", False),
        ("Convenant", False),
        ("a:b:c", False),
        ("", False),
    ],
)
def test_which_target_names_an_item(target: str, names_an_item: bool) -> None:
    assert is_item_target(target) is names_an_item


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Een [team](interbestuurlijk-team) met *één*\n  _doel_: a_b", "Een team met één doel: a_b"),
        ("- *Let op*: dit is **niet** vast.", "Let op: dit is niet vast."),
        ("een *half", "een half"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_text_without_its_marks_is_words_on_one_line(text: str, words: str) -> None:
    assert plain(text) == words


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Eén zin met [een link](x).", "Eén zin met een link."),
        ("Eerst dit. Dan [een link](x). En dat.", "Dan een link."),
        ("Is dit [een link](x)? Ja!", "Is dit een link?"),
        ("Een alinea\n\nnog een met [een link](x)", "nog een met een link"),
        ("Een lijst:\n\n- het eerste\n- [een link](x) erin", "een link erin"),
        ("Over een\nregel heen [een link](x).", "Over een regel heen een link."),
        ("Twee: [de ene](y) en [een link](x).", "Twee: de ene en een link."),
        ("Waar of niet? **Waar.** Dat staat bij [een link](x).", "Dat staat bij een link."),
        ("Dat doet BZK. Lees [een link](x).", "Lees een link."),
        ("**C. [een link](x).** Vrij te besteden.", "C. een link."),
        ("- *Let op*: [een link](x) is **niet** vast.", "Let op: een link is niet vast."),
    ],
)
def test_the_sentence_around_a_link_reads_without_link_marks(text: str, sentence: str) -> None:
    assert sentence_at(text, text.index("[een link]")) == sentence


@pytest.mark.parametrize(
    ("text", "place", "sentence"),
    [
        ("Een. Twee over iets. Drie.", 6, "Twee over iets."),
        ("- eerste\n- tweede [hier](x) staat", 15, "tweede hier staat"),
        ("Een alinea\n\nNog een", 14, "Nog een"),
        ("Zonder plaats.", -1, "Zonder plaats."),
    ],
)
def test_the_sentence_at_a_place(text: str, place: int, sentence: str) -> None:
    assert sentence_at(text, place) == sentence


def test_a_text_falls_into_its_sentences() -> None:
    text = "Doe [dit](x). Dan dat!\n\n- en dit"
    assert sentences(text) == ["Doe dit.", "Dan dat!", "en dit"]
    assert first_sentence(text) == "Doe dit."
    assert first_sentence("") == ""
