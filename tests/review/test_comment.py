"""``catalogue review``: what the reviewer of a proposal reads, and what hostile content can do there: nothing."""

from __future__ import annotations

import os
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from catalogue.checking import load
from catalogue.knowledge.differences import Difference
from catalogue.knowledge.impact import CHANGED, NEW, Change
from catalogue.model import Instrument
from catalogue.problem import Problem
from catalogue.review.comment import LIMIT, Places, comment
from catalogue.review.comparing import Review, Reviewed, Touched
from catalogue.review.written import Written
from tests.command import call
from tests.repository import commit, git
from tests.sample import SAMPLE, add_instruments, as_yaml, edit, from_yaml, sample_project

CARD = "instruments/proefoverleg.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one commit and a page that was written by hand."""
    project = sample_project(tmp_path)
    page = project / "docs/over/index.md"
    page.parent.mkdir()
    page.write_text("# Over ons\n\nWij schrijven.\n\n## Hoe\n\nMet zorg.\n", encoding="utf-8")
    git(project, "init", "--quiet", "--initial-branch", "hoofd")
    commit(project)
    return project


def review(project: Path, *options: str) -> str:
    """The comment on the last commit."""
    done = call(project, "review", "HEAD~1..HEAD", *options)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_what_changed_stands_beside_what_was_with_who_uses_it(project: Path) -> None:
    edit(project, CARD, "Het is snel.", "Het is vaak snel.")
    commit(project)
    said = review(project, "--preview", "https://kijk.example/v/")
    assert "**De controle vindt geen fouten.**" in said and "1 veranderd" in said
    assert (
        "### Instrument: [Proefoverleg](https://kijk.example/v/instrumenten/proefoverleg/index.html)"
        in said
    )
    assert (
        "| Voordelen › nr. 1 › tekst | Het is snel. | Het is <strong>vaak </strong>snel. |" in said
    )
    assert "Onder `wijzigingen` staat niet wat er veranderde." in said
    assert "[Leren overleggen](https://kijk.example/v/leerlijn/proefmodule/index.html)" in said
    # A page that shows the same text, and none that does not.
    touched = said.partition("verandert er iets</summary>")[2]
    assert "(/handouts/proefvel/)" in touched
    assert "/praktijk/proefregio/" not in touched


def test_what_the_writer_says_of_it_is_told_and_is_no_difference(project: Path) -> None:
    edit(project, CARD, "Het is snel.", "Het is vaak snel.")
    entry = "wijzigingen:\n  - datum: 2026-04-01\n    wat: Het is niet altijd snel.\n"
    edit(project, CARD, "wijzigingen:\n", entry)
    commit(project)
    said = review(project)
    assert "De schrijver zegt erbij: “Het is niet altijd snel.” (1 april 2026)" in said
    assert "| Wijzigingen" not in said


def test_a_new_item_is_shown_whole_and_one_that_went_by_its_address(project: Path) -> None:
    add_instruments(project, 1)
    commit(project)
    said = review(project)
    assert "Kaarten en pagina’s: 1 nieuw." in said
    assert "<summary>Alles wat erop staat</summary>" in said
    assert "| Voordelen | Het staat op papier.<br>bron" in said
    (project / "instruments/proefkaart-0000.yml").unlink()
    commit(project)
    said = review(project)
    assert "(verwijderd)" in said and "Het adres was /instrumenten/proefkaart-0000/." in said


def test_a_page_by_hand_and_a_list_show_what_changed_in_them(project: Path) -> None:
    edit(project, "docs/over/index.md", "Met zorg.", "Met veel zorg.")
    (project / "permalinks.txt").write_text("oud/ -> instrumenten/proefoverleg/\n", "utf-8")
    (project / "code.py").write_text("", "utf-8")
    commit(project)
    said = review(project, "--files", "https://code.example/blob/abc")
    assert "### Pagina: Over ons (veranderd)" in said
    assert "| Hoe | Met zorg. | Met <strong>veel </strong>zorg. |" in said
    assert "Erbij:\n\n- oud/ -&gt; instrumenten/proefoverleg/" in said
    # A list of ours is shown line by line, and is nothing that only a programmer can judge.
    assert "Ook 1 bestand buiten de inhoud veranderde" in said
    assert "[code.py](https://code.example/blob/abc/code.py)" in said


PAIRS = (
    "paren:\n- vakwoord: [overleg]\n  gewoon: [snel]\n- vakwoord: [akkoord]\n  gewoon: [regio]\n"
)


def test_words_for_the_dictionary_and_the_search_are_lists_as_well(project: Path) -> None:
    (project / "woordenlijst.txt").write_text("beraad\n", "utf-8")
    (project / "woordparen.yml").write_text(PAIRS, "utf-8")
    commit(project)
    (project / "woordenlijst.txt").write_text("beraad\nhagelwoord\n", "utf-8")
    # The same lines, that say something else in another order.
    swapped = PAIRS.replace("snel", "x").replace("regio", "snel").replace("x", "regio")
    (project / "woordparen.yml").write_text(swapped, "utf-8")
    commit(project)
    said = review(project)
    assert "### Lijst: woordenlijst.txt\n\nErbij:\n\n- hagelwoord\n" in said
    assert "### Lijst: woordparen.yml\n\nAlleen de volgorde van de regels is anders.\n" in said
    assert "buiten de inhoud" not in said


def test_with_mistakes_it_says_where_they_are_and_what_can_still_be_read(project: Path) -> None:
    edit(project, CARD, "status: vervangen", "status: onzin")
    edit(project, "cases/proefregio.yml", "titel: Proefregio", "titel: Regio op proef")
    commit(project)
    files = "https://code.example/blob/abc"
    said = review(project, "--files", files, "--preview", "https://kijk.example/")
    assert re.search(rf"\[{CARD}, regel \d+\]\({files}/{CARD}#L\d+\) \| status \|", said)
    assert f"niet te lezen is: [{CARD}]" in said
    assert "| Titel | Proefregio | Regio op proef |" in said
    assert "is pas te zeggen als de fouten zijn verbeterd" in said
    # There is no preview of what cannot be built.
    assert "kijk.example" not in said
    # And after it is mended: the version before could not be read, so nothing is new.
    edit(project, CARD, "status: onzin", "status: vervangen")
    commit(project)
    said = review(project)
    assert "geen fouten" in said and "(nieuw)" not in said
    assert f"niet te lezen is: {CARD}" in said


def test_three_dots_leave_out_what_happened_on_the_other_branch(project: Path) -> None:
    git(project, "switch", "--quiet", "--create", "tak")
    edit(project, CARD, "Het is snel.", "Het is vaak snel.")
    commit(project)
    git(project, "switch", "--quiet", "hoofd")
    edit(project, "docs/over/index.md", "Met zorg.", "Met veel zorg.")
    commit(project)
    assert "Over ons" not in call(project, "review", "hoofd...tak").stdout
    assert "Over ons" in call(project, "review", "hoofd..tak").stdout


# Hostile content

EVIL = (
    "@jan #12 !12 %1 ~bug $x$ :boom: [klik](https://kwaad.example) ![p](https://kwaad.example/p.png) "
    "https://kwaad.example www.kwaad.example jan@kwaad.example <img src=x onerror=alert(1)> "
    "</td></table><script>alert(1)</script> | **vet** `code` gh-12 &amp; <!-- x"
)

FORGE = MarkdownIt("gfm-like", {"html": True, "linkify": False})
"""Renders as a forge does; what it makes of plain addresses is looked at by itself."""

# What GitHub and GitLab make something of, in text without any markup.
SEEN_BY_A_FORGE = re.compile(
    r"(?:https?://|www\.)\w|[@#!%~$]\w|\w@\w|:\w+:|gh-\d|^\s*/\w", re.I | re.M
)


def _change(project: Path, path: str, **fields: Any) -> None:
    data = from_yaml((project / path).read_text("utf-8"))
    text = as_yaml(data | fields)
    (project / path).write_text(text, "utf-8")


def hostile(project: Path) -> str:
    """The comment on a proposal full of what should do nothing."""
    _change(project, CARD, titel="@jan #12 | **vet** https://kwaad.example /merge")
    _change(project, CARD, synoniemen=["@jan", "/merge", "| x |", "[a](https://kwaad.example)"])
    said = [{"datum": date(2026, 4, 1), "wat": "/merge @jan https://kwaad.example **vet** #12"}]
    _change(project, CARD, wijzigingen=said)
    # What the check refuses stands in what it says of it.
    _change(project, "cases/proefregio.yml", titel=EVIL, samenvatting=EVIL, onzin=EVIL)
    (project / "docs/over/index.md").write_text(f"# {EVIL}\n\n/merge\n\n{EVIL}\n", "utf-8")
    name = project / "docs/over/[x](https:kwaad.example) @jan.md"
    name.write_text("# Naam\n", "utf-8")
    commit(project)
    return review(project, "--files", "https://code.example/blob/abc")


def test_hostile_content_does_nothing_in_the_comment(project: Path) -> None:
    said = hostile(project)
    html = FORGE.render(said)
    assert "kwaad" in html and "/\u200bmerge" in html
    tags = set(re.findall(r"</?([a-z0-9]+)", html))
    expected = {"h2", "h3", "p", "strong", "del", "br", "a", "code", "ul", "li"}
    expected |= {"table", "thead", "tbody", "tr", "th", "td", "details", "summary"}
    assert tags <= expected
    addresses = re.findall(r'href="([^"]*)"', html)
    assert addresses and all(one.startswith("https://code.example/") for one in addresses)
    text = re.sub(r"<[^>]*>", "\n", html)
    for found in SEEN_BY_A_FORGE.finditer(text):
        # The entities of the rendered text are the only thing that looks like a number.
        assert text[found.start() - 1] == "&", text[found.start() - 20 : found.end() + 20]


def test_hostile_content_starts_no_line(project: Path) -> None:
    """A forge reads commands and blocks at the start of a line; each line here begins with words of ours."""
    ours = re.compile(
        r"(?:#{2,3} |\||- |<!-- beoordeling -->|</?details|\*\*De controle|Kaarten en|Van dit|Op welke"
        r"|\[[a-z]+/|[a-z]+/|Onder|Dit gebruikt|Hier was|Erbij|Weg|En nog|Deze|$)"
    )
    assert [line for line in hostile(project).split("\n") if not ours.match(line)] == []


def test_a_link_out_of_the_project_is_told_and_not_followed(project: Path) -> None:
    (project / "docs/over/elders.md").symlink_to("/etc/hostname")
    (project / "cases/weg.yml").symlink_to("/etc/passwd")
    commit(project)
    said = review(project)
    assert "cases/weg.yml" in said and "docs/over/elders.md" in said
    assert "root:" not in said


def test_a_proposal_cannot_hide_what_it_changes(project: Path) -> None:
    """An archive of git leaves out what the version itself marks so."""
    (project / "instruments/.gitattributes").write_text("*.yml export-ignore\n", "utf-8")
    edit(project, CARD, "Het is snel.", "Het is vaak snel.")
    commit(project)
    assert "Het is <strong>vaak </strong>snel." in review(project)


# Size


def test_however_much_changes_the_comment_is_short_enough_and_says_that_there_is_more() -> None:
    card = load(SAMPLE).node(Instrument, "proefoverleg").part
    long = [Difference(("voordelen",), "", "& " * 3000)] * 500
    items = [
        Reviewed(Change(card.model_copy(update={"titel": f"Kaart {n}"}), NEW), long)
        for n in range(300)
    ]
    problem = Problem("cases/x.yml", 1, 1, "titel", "mag niet: " + "[*]" * 500)
    written = [Written("docs/over/lang.md", "Lang", NEW, long)]
    touched = [Touched(f"instrumenten/{n}/", "Kaart", CHANGED) for n in range(5000)]
    many = Review([problem] * 900, items, written, touched, True, [], ["cases/y.yml"] * 900)
    said = comment(many, Places("https://code.example"), ["code.py"] * 5000)
    assert LIMIT / 2 < len(said) <= LIMIT
    for more in ("En nog 8", "nog 49", "### Er is meer", "; en nog 2", "Hier was geen plaats voor"):
        assert more in said
    assert "301 nieuw" in said


# Calls that cannot be answered


def test_it_says_in_dutch_why_it_cannot_know(project: Path) -> None:
    for asked in (["bestaat-niet..HEAD"], ["HEAD..-x"], ["HEAD...HEAD", "--files", "javascript:x"]):
        done = call(project, "review", *asked)
        assert done.returncode == 2 and "Traceback" not in done.stderr
    shutil.rmtree(project / ".git")
    assert "staat niet onder git" in call(project, "review", "HEAD").stderr


def test_it_goes_to_a_file_when_asked(project: Path, tmp_path: Path) -> None:
    done = call(project, "review", "HEAD..HEAD", "--to", tmp_path / "b.md")
    assert (done.returncode, done.stdout) == (0, f"Geschreven: {tmp_path / 'b.md'}\n")
    assert "De inhoud verandert niet." in (tmp_path / "b.md").read_text("utf-8")


def test_a_concept_is_called_one() -> None:
    card = load(SAMPLE).node(Instrument, "proefoverleg").part
    concept = Reviewed(Change(card.model_copy(update={"status": "concept"}), CHANGED), [])
    said = comment(Review([], [concept], [], [], True, [], []), Places(), [])
    assert "### Instrument: Proefoverleg (veranderd, concept)" in said


NEW_CARD = """\
id: half
titel: Half middel
status: concept
samenvatting: …
voordelen:
  - tekst: Het is nieuw.
    bron: rob-2021
    plaats: § 1
bestuurslagen: […]
bronnen: [rob-2021]
"""


def test_of_a_concept_it_says_what_is_missing_and_shows_nothing_that_nobody_wrote(
    project: Path,
) -> None:
    (project / "instruments/half.yml").write_text(NEW_CARD, encoding="utf-8")
    commit(project)
    said = review(project, "--files", "https://code.example/b")
    assert "### Instrument: Half middel (nieuw, concept)" in said
    assert "Dit concept mist nog iets." in said
    place = "[instruments/half.yml, regel 4](https://code.example/b/instruments/half.yml#L4)"
    assert f"| {place} | samenvatting | Nog in te vullen |" in said
    assert "| bestuurslagen | Nog in te vullen |" in said
    # What the preview puts in the place of what is missing, no editor said.
    whole = said.partition("Alles wat erop staat")[2].partition("</details>")[0]
    assert "Het is nieuw." in whole and "Nog in te vullen." not in said
    assert "| Wie |" not in whole
    # Also what the preview showed already, is new once it is filled in.
    edit(project, "instruments/half.yml", "bestuurslagen: […]", "bestuurslagen: [rijk]")
    commit(project)
    said = review(project)
    assert "| Wie | (stond er niet) | Rijk |" in said


def test_of_a_concept_it_says_what_is_missing_though_something_else_is_wrong(
    project: Path,
) -> None:
    (project / "instruments/half.yml").write_text(NEW_CARD, encoding="utf-8")
    edit(project, CARD, "status: vervangen", "status: onzin")
    commit(project)
    said = review(project)
    assert "1 fout" in said and "| samenvatting | Nog in te vullen |" in said


def test_a_name_that_is_no_text_is_told_and_not_stumbled_over(project: Path) -> None:
    (project / "code").mkdir()
    for name in (b"/instruments/a\xffb.yml", b"/code/a\xffb.py"):
        Path(os.fsdecode(os.fsencode(project) + name)).write_text("id: x\n", encoding="utf-8")
    commit(project)
    said = review(project, "--files", "https://code.example/b")
    assert "(https://code.example/b/instruments/a%FFb.yml#L1)" in said
    assert "(https://code.example/b/code/a%FFb.py)" in said
    assert said.encode("utf-8")
