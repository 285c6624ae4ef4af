"""What editors may write in a text, a line and a name, and what the check says of the rest."""

from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from catalogue.model.text import check_line, check_name, check_text


def refusal(text: str) -> str:
    with pytest.raises(PydanticCustomError) as caught:
        check_text(text)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<script>alert(1)</script>", "HTML mag hier niet (bij “<script>alert(1)</script”)"),
        ("<img src=x onerror=alert(1)>", "HTML mag hier niet"),
        ("tekst <!-- weg --> tekst", "HTML mag hier niet"),
        ("[klik](javascript:alert(1))", "deze link klopt niet; toegestaan: https://…, mailto:… of het id van een onderdeel"),
        ("[klik](JAVASCRIPT:alert)", "een link naar “JAVASCRIPT:alert” mag niet"),
        ("[klik](data:text/html;base64,xx)", "een link naar “data:text/html;base64,xx” mag niet"),
        ("[klik](//evil.example/x)", "een link naar “//evil.example/x” mag niet"),
        ("[klik](https:///proef)", "een link naar “https:///proef” mag niet"),
        ("[klik](https://ok.example/ onclick=x)", "deze link klopt niet"),
        ("[klik](https://ok.example/&quot;x)", "een HTML-code, zoals “&amp” mag hier niet; schrijf het teken zelf"),
        ("[](convenant)", "een link zonder woorden (naar “convenant”)"),
        ("[klik][ref]", "een verwijzing met dubbele haken mag hier niet"),
        ("[klik] (convenant)", "een spatie tussen ] en ( mag hier niet"),
        ("[ref]: https://ok.example", "een verwijzingsdefinitie mag hier niet"),
        ("![beeld](https://ok.example/x.png)", "een afbeelding mag hier niet"),
        ("# Kop", "een kop mag hier niet"),
        ("- # kop", "een kop mag hier niet"),
        ("\xa0# kop", "een kop mag hier niet"),
        ("\u2003- # kop", "een kop mag hier niet"),
        ("kop\n--", "een streep of onderstreepte kop mag hier niet"),
        ("kop\n=", "een streep of onderstreepte kop mag hier niet"),
        ("*  *  *", "een streep of onderstreepte kop mag hier niet"),
        ("1. ***", "een streep of onderstreepte kop mag hier niet"),
        ("1. > citaat", "een citaat mag hier niet; schrijf in eigen woorden"),
        ("tekst {: onclick=x }", "een accolade mag hier niet"),
        ("tekst {{ config }}", "een accolade mag hier niet"),
        ("`code`", "een accent grave (`) mag hier niet"),
        ("a | b", "een verticale streep mag hier niet"),
        ("a \\ b", "een backslash mag hier niet"),
        ("&lt;script&gt;", "een HTML-code"),
        ("&#", "een HTML-code"),
        ("[TOC]", "een inhoudsopgave mag hier niet"),
        ("*nadruk**nadruk*", "een los paar sterretjes binnen *nadruk* mag hier niet"),
        ("    - code", "een regel met vier spaties ervoor mag hier niet"),
        ("<1@proef.example>", "een adres tussen < en > mag hier niet"),
        ("\u202etxet", "een teken dat de leesrichting omkeert (U+202E) mag hier niet"),
        ("\x9b31m", "een stuurteken (U+009B) mag hier niet"),
        ("een\ttab", "een tab mag hier niet; gebruik spaties"),
        ("…", "is nog leeg; vul het in, of laat het veld weg als er niets te zeggen is"),
        (" ", "is nog leeg"),
    ],
)  # fmt: skip
def test_a_text_is_refused_by_name(text: str, said: str) -> None:
    assert refusal(text).startswith(said)


@pytest.mark.parametrize(
    "text",
    ["Een zin. Nog een.", "- een\n- twee", "a\n\nb"],
)
def test_a_text_may_hold_paragraphs_and_lists_and_a_line_may_not(text: str) -> None:
    assert check_text(text) == text
    if "\n" in text:
        with pytest.raises(PydanticCustomError, match="moet één alinea zijn"):
            check_line(text)
    else:
        assert check_line(text) == text


@pytest.mark.parametrize(
    "name", ["5 < 6 & 7", "*y* _z_", "a | b", "{: #f }", "`g`", "[b](c)", "Regio’s"]
)
def test_a_name_shows_as_it_stands_and_so_may_hold_any_mark(name: str) -> None:
    assert check_name(name) == name


@pytest.mark.parametrize(
    "name", ["<b>x", "javascript:x", "JavaScript:x", "data:text/html", "a\nb", "a\tb", "\u200b", ""]
)
def test_a_name_holds_no_tag_no_scheme_that_runs_and_nothing_unseen(name: str) -> None:
    with pytest.raises(PydanticCustomError):
        check_name(name)


@pytest.mark.parametrize(
    "text", ["**Let op:**tekst", "*(a)*b", "** a **", "*a [b* c](https://proef.example)"]
)
def test_stars_that_would_show_are_refused(text: str) -> None:
    assert refusal(text).startswith("sterretjes die bij het lezen blijven staan")


@pytest.mark.parametrize(
    "text", ["5 * 3 * 2 = 30", "*Nadruk* en **meer**: *(zo)*", "Een prijs* in euro"]
)
def test_other_stars_pass(text: str) -> None:
    assert check_text(text) == text
