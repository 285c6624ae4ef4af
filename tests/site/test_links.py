"""What is wrong with the pages of a built site: links that lead nowhere, pages with no way in, what stands inline."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue.site.links import check

HOME = '<link rel="canonical" href="https://voorbeeld.nl/dir/"><a href="/dir/pagina/#op">'


ELSEWHERE = (
    'script src="https://elders.nl/een.js"',
    'script src="//elders.nl/een.js"',
    'script src="http://voorbeeld.nl/dir/assets/een.js"',
    'img src="https://elders.nl/een.png" alt=""',
    'img srcset="https://elders.nl/een.png 2x" alt=""',
    'link rel="stylesheet" href="https://elders.nl/een.css"',
    'link rel="preconnect" href="https://elders.nl"',
    'video poster="https://elders.nl/een.png"',
    'form action="https://elders.nl/"',
    'form action="mailto:a@voorbeeld.nl"',
    'button formaction="https://elders.nl/"',
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two pages that lead to each other."""
    write(tmp_path, "pagina/index.html", '<p id="op"><a href="..">')
    write(tmp_path, "assets/een.js", "een();")
    write(tmp_path, "index.html", HOME)
    return tmp_path


def write(site: Path, name: str, html: str) -> None:
    (site / name).parent.mkdir(exist_ok=True)
    (site / name).write_text(html, encoding="utf-8")


def test_the_built_site_has_no_fault(built_site: Path) -> None:
    assert check(built_site) == []


@pytest.mark.parametrize(
    ("fault", "complaint"),
    [
        ('<a href="/dir/weg/">', "«/dir/weg/» wijst naar niets"),
        ('<a href="#weg">', "wijst naar een plek die er niet is (#weg)"),
        ('<a href="pagina/#weg">', "wijst naar een plek die er niet is (#weg)"),
        ('<a href="pagina">', "mist de schuine streep"),
        ('<a href="../buiten">', "wijst buiten de site"),
        ('<a href="https://voorbeeld.nl/dir/weg/">', "wijst naar niets"),
        ('<a href="https://[weg">', "is geen geldig adres"),
        ('<a href="javascript:alert(1)">', "adres dat niet mag (javascript:)"),
        ('<a href=" JavaScript:alert(1)">', "adres dat niet mag (javascript:)"),
        ('<a href="java&#10;script:alert(1)">', "adres dat niet mag (javascript:)"),
        ('<svg><a xlink:href="javascript:x()"/></svg>', "adres dat niet mag (javascript:)"),
        ('<button formaction="javascript:x()">', "adres dat niet mag (javascript:)"),
        ('<a href="data:text/html,x">', "adres dat niet mag (data:)"),
        ('<img src="weg.png" alt="">', "«weg.png» wijst naar niets"),
        ('<img srcset="pagina/ 1x, weg.png 2x" alt="">', "«weg.png» wijst naar niets"),
        ('<script src="weg.js"></script>', "«weg.js» wijst naar niets"),
        ('<form action="weg/">', "«weg/» wijst naar niets"),
        ('<svg><use href="#weg"/></svg>', "wijst naar een plek die er niet is (#weg)"),
        ('<p id="a"></p><p id="a"></p>', "id «a» staat er twee keer"),
        ("<script>een()</script>", "een script in de pagina zelf mag niet"),
        ('<script type="module">een()</script>', "een script in de pagina zelf mag niet"),
        ('<script type="importmap">{}</script>', "een script in de pagina zelf mag niet"),
        ("<svg><script>een()</script></svg>", "een script in de pagina zelf mag niet"),
        ("<style>p {}</style>", "stijl in de pagina zelf mag niet"),
        ('<p style="color: red">', "«style» op <p> mag niet"),
        ('<p OnClick="een()">', "«onclick» op <p> mag niet"),
        ('<svg onload="een()"/>', "«onload» op <svg> mag niet"),
        ('<script src="pagina/"></script>', "is geen script van het thema (in assets/)"),
        ('<iframe src="pagina/"></iframe>', "<iframe> mag niet"),
        ('<object data="pagina/"></object>', "<object> mag niet"),
        ('<embed src="pagina/">', "<embed> mag niet"),
        ('<base href="/dir/">', "<base> mag niet"),
        *(
            (f"<{tag}>", "haalt iets van een andere site, of stuurt er iets heen")
            for tag in ELSEWHERE
        ),
    ],
)
def test_a_fault_is_found_with_its_line(site: Path, fault: str, complaint: str) -> None:
    assert check(site) == []
    write(site, "index.html", f"{HOME}\n{fault}")
    (found,) = check(site)
    assert str(found).startswith("index.html:2: ")
    assert complaint in str(found)


@pytest.mark.parametrize(
    "html",
    [
        '<script type="application/json">{}</script>',
        '<script src="assets/een.js"></script>',
        '<form action="pagina/">',
        '<img src="data:image/png;base64,x" alt="">',
        '<a href="mailto:a@voorbeeld.nl">',
        '<a href="https://elders.nl/">',
        '<a href="#">',
    ],
)
def test_what_may_stand_in_a_page_is_no_fault(site: Path, html: str) -> None:
    write(site, "index.html", f"{HOME}{html}")
    assert check(site) == []


@pytest.mark.parametrize(
    ("name", "html"),
    [
        ("los/index.html", "<p>"),
        # Not what the page says of itself, and not what only machines read.
        ("los/index.html", '<a href="#op"><p id="op"><link rel="canonical" href="/dir/los/">'),
    ],
)
def test_a_page_that_no_other_page_links_to_is_found(site: Path, name: str, html: str) -> None:
    write(site, name, html)
    assert list(map(str, check(site))) == [f"{name}: geen andere pagina linkt naar deze pagina"]
    write(site, "pagina/index.html", '<p id="op"><a href="../los/">')
    assert check(site) == []


def test_a_moved_page_that_leads_nowhere_is_found(site: Path) -> None:
    write(site, "oud/index.html", '<meta http-equiv="refresh" content="0; url=../weg/">')
    assert list(map(str, check(site))) == ["oud/index.html:1: link «../weg/» wijst naar niets"]


def test_a_moved_page_that_leads_off_the_site_is_found(site: Path) -> None:
    write(site, "oud/index.html", '<meta http-equiv="refresh" content="0; url=https://elders.nl/">')
    (fault,) = check(site)
    assert "haalt iets van een andere site, of stuurt er iets heen" in fault.message


def test_the_page_for_what_is_missing_and_moved_pages_need_no_way_in_and_are_none(
    site: Path,
) -> None:
    write(site, "404.html", '<a href="/dir/los/">')
    write(site, "oud/index.html", '<meta http-equiv="refresh" content="0; url=../los/">')
    write(site, "los/index.html", "<p>")
    assert [fault.path for fault in check(site)] == ["los/index.html"]
