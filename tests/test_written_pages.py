"""Pages written by hand: what may stand on one, and what is refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data

from catalogue.checking import check
from catalogue.written_pages import EXTENSIONS, FIELDS, SETTINGS, WrittenFault, faults
from tests.conftest import ROOT
from tests.fuzz.harmless import assert_readable
from tests.sample import sample_project


@pytest.mark.parametrize(
    "text",
    [
        "# Over deze site\n\nEen alinea met *nadruk*, **sterke nadruk** en `code`.\n",
        "---\ntitle: Over\ndescription: Wat dit is.\n---\n\n# Over\n",
        "- een\n- twee\n    - dieper\n\n3. drie\n4. vier\n",
        "> Een citaat.\n\n* * *\n\nEen regel  \nmet een harde overgang.\n",
        "| Kop | Getal |\n|:--|--:|\n| een | 1 |\n",
        "```sh\nmake serve <b>\n```\n\n    ingesprongen <script>\n",
        "[een pagina](../instrumenten/index.md), [een plek](#kop) en [een map](scores.md#schaal)\n",
        "[https](https://voorbeeld.nl/?a=1&b=2), [http](http://voorbeeld.nl) en <https://voorbeeld.nl>\n",
        "[mail](mailto:a@voorbeeld.nl) en <a@voorbeeld.nl>\n",
        "Een verwijzing naar [elders][x].\n\n[x]: https://voorbeeld.nl\n",
        "Van 5 < 6 en R&D, &copy; en \\*geen nadruk\\*.\n",
        "",
    ],
)
def test_text_with_headings_tables_code_and_links_passes(text: str) -> None:
    assert list(faults(text)) == []


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("# Kop\n\n<script>alert(1)</script>\n", 3, "HTML mag hier niet (bij “<script”)"),
        ("Een <b>vet</b> woord\n", 1, "HTML mag hier niet (bij “<b”)"),
        ("Een\n\n<SVG onload=x>\n", 3, "HTML mag hier niet (bij “<svg”)"),
        ("<img src=x onerror=y>\n", 1, "HTML mag hier niet (bij “<img”)"),
        ("<iframe src='//elders'></iframe>\n", 1, "HTML mag hier niet (bij “<iframe”)"),
        ("<style>a{}</style>\n", 1, "HTML mag hier niet (bij “<style”)"),
        ("<div markdown='1'>\n\ntekst\n\n</div>\n", 1, "HTML mag hier niet (bij “<div”)"),
        ('<p onclick="x()">klik</p>\n', 1, "het kenmerk “onclick” mag hier niet"),
        ('<p style="color:red">rood</p>\n', 1, "het kenmerk “style” mag hier niet"),
        ('Zie <a href="/x" target="_blank">dit</a>\n', 1, "het kenmerk “target” mag hier niet"),
        ("een </b> twee\n", 1, "HTML mag hier niet (bij “</b”)"),
        ("een\n\n</div></div>\n", 3, "HTML mag hier niet (bij “</div”)"),
        ("een\n\n<!-- weg -->\n", 3, "een HTML-opmerking mag hier niet"),
        ("<!doctype html>\n", 1, "HTML mag hier niet (bij “<!”)"),
        ("een\n\n<?php x ?>\n", 3, "HTML mag hier niet (bij “<?”)"),
        ("een\n\n<![CDATA[x]]>\n", 3, "HTML mag hier niet (bij “<!”)"),
        ("![beeld](x.png)\n", 1, "HTML mag hier niet (bij “<img”)"),
        ("een\n\n[klik](javascript:alert)\n", 3, "een link naar “javascript:alert” mag niet"),
        ("[klik](JaVaScRiPt:alert)\n", 1, "een link naar “JaVaScRiPt:alert” mag niet"),
        ("[klik](<java\tscript:alert>)\n", 1, "mag niet"),
        ("[klik](&#106;avascript:alert)\n", 1, "een link naar “javascript:alert” mag niet"),
        ("[klik](\x01javascript:alert)\n", 1, "mag niet"),
        ("[klik](data:text/html,x)\n", 1, "een link naar “data:text/html,x” mag niet"),
        ("[klik](vbscript:x)\n", 1, "een link naar “vbscript:x” mag niet"),
        ("[klik](file:///etc/passwd)\n", 1, "een link naar “file:///etc/passwd” mag niet"),
        ("[klik](//elders.nl/x)\n", 1, "een link naar “//elders.nl/x” mag niet"),
        ("[klik](/\\elders.nl/x)\n", 1, "een link naar “/\\elders.nl/x” mag niet"),
        ("[klik](https://[x)\n", 1, "mag niet"),
        ("[klik][x]\n\n[x]: javascript:alert\n", 3, "een link naar “javascript:alert” mag niet"),
        ("<javascript:alert>\n", 1, "mag"),
        ("[x](#a){: onclick=y }\n", 0, ""),
    ],
)  # fmt: skip
def test_anything_that_runs_or_leads_astray_is_refused_with_its_line(
    text: str, line: int, said: str
) -> None:
    found = list(faults(text))
    if not line:
        # Attribute lists are off: what looks like one shows as it stands.
        assert found == []
        return
    assert [fault.line for fault in found][:1] == [line], found
    assert said in found[0].message


@pytest.mark.parametrize(
    "field", ["template", "hide", "soort", "kruimels", "scripts", "stijlen", "naar"]
)
def test_above_a_page_stand_its_title_and_description_only(field: str) -> None:
    text = f"---\ntitle: Over\n{field}: x\n---\n\n# Over\n"
    assert list(faults(text)) == [
        WrittenFault(3, f"veld “{field}” mag hier niet; toegestaan: title, description")
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("template: kwaad.html\n\n# Over\n", 1),
        ("  naar: https://elders.nl\n\n# Over\n", 1),
        ('---\n"naar": https://elders.nl\n---\n', 2),
        ("---\n{naar: https://elders.nl}\n---\n", 2),
        ("---\n? naar\n: https://elders.nl\n---\n", 2),
        ("---\n  naar: https://elders.nl\n---\n", 2),
        ("---\ntitle: x\nnaar: https://elders.nl\n...\n# Over\n", 1),
        ("---\ntitle: x\n...\n# Over\n\n---\n", 3),
        ("---\t\nnaar: https://elders.nl\n---\n", 1),
        ("---\ntitle: x\n---\t\n# Over\n\n---\n", 3),
        ("---\n- naar\n---\n", 2),
        ("---\ntitle: [x]\n---\n", 2),
        ("---\ntitle: 2025\n---\n", 2),
        ("---\ntitle: x\ntitle: y\n---\n", 3),
        ("---\ntitle: &a x\n---\n", 2),
    ],
)
def test_no_other_way_of_writing_brings_a_field_that_the_theme_reads(text: str, line: int) -> None:
    assert [fault.line for fault in faults(text)] == [line]


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: x\n---\n# Over\n",
        "---\ntitle: Over\ndescription: 'a: b'\n---\n\nTekst\n\n---\n\nnaar: dit\n",
        "# Over\n\nnaar: dit\n",
        "Let op: dit is tekst.\n",
    ],
)
def test_what_passes_gives_the_generator_no_more_than_a_title_and_a_description(
    text: str,
) -> None:
    assert list(faults(text)) == []
    assert get_data(text)[1].keys() <= FIELDS


def test_each_thing_is_said_once() -> None:
    assert len(list(faults("<b>een</b> <b>twee</b>\n\n<i>drie</i>\n"))) == 2


def test_a_page_is_read_as_the_generator_reads_it() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    assert set(EXTENSIONS) == set(config.markdown_extensions)
    assert config.mdx_configs == SETTINGS


@pytest.mark.parametrize("path", ["docs/over/index.md", "docs/meedoen/hulp.md", "docs/los.md"])
def test_the_check_reads_every_page_that_was_written_by_hand(tmp_path: Path, path: str) -> None:
    project = sample_project(tmp_path)
    page = project / path
    page.parent.mkdir(exist_ok=True)
    page.write_text("# Over\n\n[klik](javascript:alert)\n", encoding="utf-8")
    said = "een link naar “javascript:alert” mag niet; toegestaan: een pagina van de site, https://… of mailto:…"
    assert [str(p) for p in check(project)] == [f"{path}:3:1: tekst: {said}"]


def test_a_page_written_by_hand_must_be_text(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    page = project / "docs/over/index.md"
    page.parent.mkdir()
    page.write_bytes(b"---\ntitle: Over\n---\n# Caf\xe9\n")
    problems = [str(p) for p in check(project)]
    assert problems == [
        "docs/over/index.md:4:6: bestand: dit is geen geldige UTF-8; bewaar het bestand als UTF-8"
    ]
    assert_readable(problems, project)
