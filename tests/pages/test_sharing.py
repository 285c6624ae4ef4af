"""What a reader takes along to point at a page, exactly as programs want it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

from catalogue.pages.sharing import Share

SHARE = Share(
    title="Wat & hoe {5%} “zo” <#1_b> [~C:\\d^2]",
    summary="Rijk & regio *spreken* iets af.",
    address="https://proef.example/instrumenten/proef/",
    short="https://proef.example/i/instrument-proef/",
    code="i/instrument-proef/qr.svg",
    day=date(2026, 2, 3),
)


def test_apa() -> None:
    assert "".join(SHARE.apa) == (
        "Instrumentenwijzer. (2026, 3 februari). Wat & hoe {5%} “zo” <#1_b> [~C:\\d^2]. "
        "https://proef.example/instrumenten/proef/"
    )


def test_a_title_that_ends_by_itself_gets_no_full_stop_in_apa() -> None:
    asking = replace(SHARE, title="Wie is aan zet?")
    assert "".join(asking.apa).startswith(
        "Instrumentenwijzer. (2026, 3 februari). Wie is aan zet? https:"
    )


def test_bibtex() -> None:
    title = (
        r"Wat \& hoe \textbraceleft{}5\%\textbraceright{} “zo” <\#1\_b> "
        r"[\textasciitilde{}C:\textbackslash{}d\textasciicircum{}2]"
    )
    assert SHARE.bibtex.splitlines() == [
        "@misc{instrumentenwijzer-instrument-proef,",
        "  author = {{Instrumentenwijzer}},",
        f"  title = {{{{{title}}}}},",
        "  year = {2026},",
        "  month = {2},",
        "  url = {https://proef.example/instrumenten/proef/},",
        "  langid = {dutch}",
        "}",
    ]
    assert SHARE.bibtex.count("{") == SHARE.bibtex.count("}")


def test_csl_json() -> None:
    assert json.loads(SHARE.csl) == [
        {
            "id": "instrumentenwijzer-instrument-proef",
            "type": "webpage",
            "author": [{"literal": "Instrumentenwijzer"}],
            "title": "Wat & hoe {5%} “zo” <#1_b> [~C:\\d^2]",
            "issued": {"date-parts": [[2026, 2, 3]]},
            "URL": "https://proef.example/instrumenten/proef/",
            "language": "nl-NL",
        }
    ]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.leads: set[str | None] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.leads |= {value for name, value in attrs if name == "href"}

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_link_card_in_html_is_text_and_links_alone() -> None:
    reader = _Reader()
    reader.feed(SHARE.html)
    assert reader.tags == {"p", "strong", "a", "br"}
    assert reader.leads == {SHARE.address}
    assert reader.text.splitlines() == [
        SHARE.title,
        SHARE.summary,
        f"Instrumentenwijzer: {SHARE.address}",
    ]


def test_the_link_card_in_markdown_shows_the_title_as_it_is() -> None:
    assert SHARE.markdown.splitlines() == [
        r"**[Wat \& hoe \{5%\} “zo” \<\#1\_b\> \[\~C:\\d^2\]]"
        "(https://proef.example/instrumenten/proef/)**  ",
        r"Rijk \& regio \*spreken\* iets af.  ",
        "Instrumentenwijzer: <https://proef.example/instrumenten/proef/>",
    ]


def test_what_has_no_summary_has_a_card_without() -> None:
    bare = replace(SHARE, summary="")
    assert len(bare.html.splitlines()) == len(bare.markdown.splitlines()) == 2
