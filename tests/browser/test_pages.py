"""What people come to do on the pages: follow a factor to the case, a knelpunt to an instrument, and back."""

from __future__ import annotations

import math
import re
from collections import Counter
from pathlib import Path
from posixpath import normpath
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from catalogue.model import KINDS
from tests.browser.conftest import KINDS_OF_PAGE
from tests.conftest import run
from tests.sample import sample_site_project

LAWS = {
    "gemeentewet": "BWBR0005416",
    "provinciewet": "BWBR0005645",
    "waterschapswet": "BWBR0005108",
    "grondwet": "BWBR0001840",
    "financiele-verhoudingswet": "BWBR0008290",
    "wet-gemeenschappelijke-regelingen": "BWBR0003740",
}
ARTICLE = re.compile(
    r"https://wetten\.overheid\.nl/jci1\.3:c:BWBR\d{7}&artikel=\d+\w*(?:&lid=\d+\w*)?"
)
BUTTON = re.compile(r'<a class="knop" href="([^"]+)">Verbeter deze pagina</a>')
# A source may be the text as it stood on a day.
LAW = re.compile(r"https://wetten\.overheid\.nl/BWBR\d{7}(?:/\d{4}-\d{2}-\d{2})?")


def sentence(part: Locator) -> str:
    """The words of a part, without the numbers of its notes and the mark of an own judgement."""
    words: str = part.evaluate(
        """part => {
            const copy = part.cloneNode(true);
            for (const extra of copy.querySelectorAll(".noot, .oordeel, .feiten, h2, h3, strong")) extra.remove();
            return copy.textContent;
        }"""
    )
    return " ".join(words.split()).removeprefix(": ")


def path(link: Locator) -> str:
    """Where a link leads, without its anchor."""
    address: str = link.evaluate("link => link.href")
    return address.partition("#")[0]


# The start page


def test_the_start_page_leads_into_everything(page: Page, address: str) -> None:
    for way, title in (
        ("Alle knelpunten", "Knelpunten"),
        ("Alle instrumenten", "Instrumenten"),
        ("Naar de leerlijn", "Leerlijn"),
    ):
        page.goto(address)
        page.get_by_role("link", name=way).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.goto(address)
    blocks = page.locator("#bouwstenen + ul a")
    assert [path(link).rsplit("/", 2)[1][0] for link in blocks.all()] == ["1", "2", "3", "4", "5"]
    changed = page.locator("#laatst-gewijzigd + ul > li")
    assert 1 <= changed.count() <= 10
    for change in changed.all():
        assert re.match(r"\d{1,2} [a-z]+ 20\d\d", change.inner_text())
        expect(change.get_by_role("link")).to_have_count(1)


def test_the_navigation_leads_to_every_overview(page: Page, address: str) -> None:
    page.goto(address)
    for name in (
        "Instrumenten",
        "Praktijk",
        "Bouwstenen",
        "Knelpunten",
        "Wettelijk kader",
        "Leerlijn",
    ):
        link = page.get_by_role("navigation", name="Onderdelen").get_by_role("link", name=name)
        link.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(name)
        expect(link).to_have_attribute("aria-current", "page")


# Cards and cases


def test_a_factor_leads_to_the_case_and_back(page: Page, address: str) -> None:
    page.goto(address + "instrumenten/mirt/")
    factor = page.locator("#factor-mobiliteit-centraal")
    evidence = factor.locator("p", has_text="Komt uit").first
    said = sentence(evidence)
    case = evidence.get_by_role("link", name="MIRT in drie regio’s")
    said = said.partition(": ")[2]
    case.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("MIRT in drie regio’s")
    entry = page.locator("li", has=page.locator("a[href$='#factor-mobiliteit-centraal']"))
    # The factors are folded per card.
    page.locator("details", has=entry).locator("> summary").click()
    assert sentence(entry.locator(".reden")) == said
    entry.get_by_role("link").first.click()
    page.wait_for_url(address + "instrumenten/mirt/#factor-mobiliteit-centraal")
    expect(factor).to_be_in_viewport()
    assert factor.evaluate("part => part.matches(':target')")


def test_a_card_shows_factors_on_both_sides_with_what_cases_say(page: Page, address: str) -> None:
    page.goto(address + KINDS_OF_PAGE["instrument"])
    helps = page.locator("#slaagfactoren + ul > li")
    hinders = page.locator("#faalfactoren + ul > li")
    expect(helps).to_have_count(4)
    expect(hinders).to_have_count(5)
    expect(page.locator("#voordelen + ul > li")).to_have_count(3)
    expect(page.locator("#nadelen + ul > li")).to_have_count(3)
    # Beside each other on a wide screen.
    left, right = (page.locator(part).bounding_box() for part in ("#voordelen", "#nadelen"))
    assert left is not None
    assert right is not None
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] <= right["x"]
    # Not by colour alone.
    assert {factor.inner_text()[0] for factor in helps.all()} == {"+"}
    assert {factor.inner_text()[0] for factor in hinders.all()} == {"−"}


@pytest.mark.parametrize(
    ("kind", "words_of_some"),
    [("instrument", "1 tot 4 van 5"), ("instrument met vijf rollen", "niet bepaald")],
)
def test_the_scales_say_in_words_what_they_show(
    page: Page, address: str, kind: str, words_of_some: str
) -> None:
    page.goto(address + KINDS_OF_PAGE[kind])
    rows = page.locator(".kort dl > div")
    expect(rows).to_have_count(4)
    for row in rows.all():
        words = row.locator(".woord").inner_text()
        lowest = row.locator(".schaal .vol").count()
        highest = lowest + row.locator(".schaal .deels").count()
        said = f"{lowest} van 5" if lowest == highest else f"{lowest} tot {highest} van 5"
        assert words == "niet bepaald" if highest == 0 else said in words
    expect(rows.filter(has_text=words_of_some)).not_to_have_count(0)


def test_a_relation_shows_on_both_cards_with_the_same_sentence(page: Page, address: str) -> None:
    page.goto(address + KINDS_OF_PAGE["instrument"])
    row = page.locator(".rij", has=page.locator("dt", has_text="escaleert naar"))
    entry = row.locator("li", has_text="Overhedenoverleg")
    said = sentence(entry.locator(".reden"))
    assert said
    entry.get_by_role("link", name="Overhedenoverleg", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Overhedenoverleg")
    back = page.locator(".rij", has=page.locator("dt", has_text="volgt op"))
    entry = back.locator("li", has_text="Bestuurlijk overleg")
    assert sentence(entry.locator(".reden")) == said
    entry.get_by_role("link", name="Bestuurlijk overleg", exact=True).click()
    page.wait_for_url(address + KINDS_OF_PAGE["instrument"])


def test_a_note_leads_to_its_source(page: Page, address: str) -> None:
    page.goto(address + KINDS_OF_PAGE["instrument"])
    note = page.locator("#kies-dit-als + ul .noot a").first
    number = note.inner_text()
    assert re.match(rf"Bron {number}: .+, .+", note.get_attribute("aria-label") or "")
    note.click()
    place = page.locator(f"#bron-{number}")
    expect(place).to_be_in_viewport()
    source = page.locator(".bronnen > ul > li", has=place).get_by_role("link").first
    title = source.inner_text()
    source.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    # And the source says that this card rests on it.
    expect(
        page.locator("main").get_by_role("link", name="Bestuurlijk overleg").first
    ).to_be_visible()


def test_what_is_missing_is_said_and_what_is_empty_is_not_shown(page: Page, address: str) -> None:
    page.goto(address + KINDS_OF_PAGE["instrument"])
    expect(
        page.get_by_text("Bij 18 van de 18 velden staat iets, of zochten wij vergeefs")
    ).to_be_visible()
    empty = page.evaluate(
        """[...document.querySelectorAll("main :is(ul, ol, dl, section, p, dd, td):not(.matrix td)")]
            .filter((part) => !part.textContent.trim()).map((part) => part.outerHTML.slice(0, 80))"""
    )
    assert empty == []


@pytest.mark.parametrize(
    "kind", ["instrument", "praktijk", "bouwsteen", "knelpunt", "wet", "module", "bron"]
)
def test_a_page_says_how_to_cite_it(page: Page, address: str, kind: str) -> None:
    page.goto(address + KINDS_OF_PAGE[kind])
    cite = page.locator("[aria-labelledby=citeren] .citaat")
    title = page.locator("h1").inner_text()
    canonical = page.locator("link[rel=canonical]").get_attribute("href") or ""
    assert urlsplit(canonical).scheme.startswith("http")
    assert canonical.endswith("/" + KINDS_OF_PAGE[kind])
    expect(cite.get_by_role("link")).to_have_attribute("href", canonical)
    expect(cite).to_have_text(
        re.compile(
            rf"Instrumentenwijzer, ‘{re.escape(title)}’, \d{{1,2}} [a-z]+ 20\d\d, {re.escape(canonical)}"
        )
    )


# Bouwstenen and knelpunten


def test_an_address_of_something_folded_unfolds_it(page: Page, address: str) -> None:
    card = f"{address}instrumenten/regio-deal/"
    page.goto(card)
    folded = page.locator("main details:not([open]) [id]").first.get_attribute("id")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto("about:blank")
    page.goto(f"{card}#{folded}")
    expect(page.locator(f"[id='{folded}']")).to_be_in_viewport()
    page.goto("about:blank")
    page.goto(f"{card}#%")
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    assert errors == []


def test_the_anchor_of_a_recommendation_opens_at_it(page: Page, address: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(address + KINDS_OF_PAGE["bouwsteen"] + "#aanbeveling-1-15")
    advice = page.locator("#aanbeveling-1-15")
    assert advice.evaluate("part => part.matches(':target')")
    place = advice.evaluate("part => part.getBoundingClientRect().top")
    assert -1 <= place <= 100
    expect(advice.get_by_role("heading", level=3)).to_contain_text("1.15")
    expect(advice).to_contain_text("Aan: ")
    card = page.get_by_role("link", name="Bestuurlijk overleg", exact=True)
    carries_out = advice.locator("li", has=card)
    said = sentence(carries_out.locator(".reden"))
    carries_out.locator(card).click()
    page.wait_for_url(address + KINDS_OF_PAGE["instrument"])
    entry = page.locator("#bouwstenen ~ ul > li", has=page.locator("a[href$='#aanbeveling-1-15']"))
    assert sentence(entry.locator(".reden")) == said
    entry.get_by_role("link").first.click()
    page.wait_for_url(re.compile("#aanbeveling-1-15$"))
    expect(advice).to_be_in_viewport()


def test_a_recommendation_without_a_card_says_so(page: Page, address: str) -> None:
    page.goto(address + "bouwstenen/4-bestuurlijk-financiele-spelregels/")
    advices = page.locator("section.aanbeveling")
    assert advices.count() > 2
    for advice in advices.all():
        heading = advice.locator("h4", has_text=re.compile("^Instrument.* uitvoer"))
        cards = heading.locator("+ ul a[href*='/instrumenten/']")
        nobody = advice.get_by_text("Nog geen kaart voert deze aanbeveling uit.", exact=True)
        assert (cards.count() > 0) != (nobody.count() > 0)


def test_the_bouwstenen_lead_to_a_matrix_that_shows_what_the_cards_say(
    page: Page, address: str
) -> None:
    page.goto(address + KINDS_OF_PAGE["overzicht bouwstenen"])
    page.get_by_role("link", name="Welk instrument hoort bij welke bouwsteen?").click()
    row = page.get_by_role("row", name=re.compile("^Bestuurlijk overleg"))
    cells = [cell.inner_text() for cell in row.get_by_role("cell").all()]
    assert cells == ["ja", "", "ja", "", "ja"]


def test_a_knelpunt_leads_to_an_instrument_with_the_reason(page: Page, address: str) -> None:
    page.goto(address + KINDS_OF_PAGE["overzicht knelpunten"])
    knelpunt = "Het Rijk kent de zorgen van decentrale overheden te weinig"
    page.get_by_role("table").get_by_role("link", name=knelpunt).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(knelpunt)
    entry = page.locator("#instrumenten + ul > li", has_text="Bestuurlijk overleg").first
    said = sentence(entry.locator(".reden"))
    assert said.endswith(".")
    entry.get_by_role("link", name="Bestuurlijk overleg", exact=True).click()
    page.wait_for_url(address + KINDS_OF_PAGE["instrument"])
    back = page.locator("#knelpunten + ul > li", has_text=knelpunt)
    assert sentence(back.locator(".reden")) == said


def test_the_picture_of_all_knelpunten_stands_beside_the_same_numbers(
    page: Page, address: str
) -> None:
    page.goto(address + KINDS_OF_PAGE["overzicht knelpunten"])
    picture = page.locator("main figure svg")
    expect(picture).to_have_role("img")
    expect(picture).to_have_accessible_name(re.compile("^Scores voor 24 knelpunten"))
    expect(picture.locator("title")).to_have_text("Scores voor 24 knelpunten")
    expect(picture.locator("desc")).to_contain_text("Het grootste verschil staat bij")
    rows = page.get_by_role("table").locator("tbody tr")
    expect(rows).to_have_count(24)
    table = [
        [cell.strip() for cell in row.locator("th a, td").all_inner_texts()] for row in rows.all()
    ]
    # A long name stands on two lines.
    drawn = picture.evaluate(
        """svg => [...svg.querySelectorAll("g:has(.afstand)")].map((row) => {
            const texts = [...row.querySelectorAll("text")];
            const words = (part) => part.map(({ textContent }) => textContent);
            const name = words(texts.filter((text) => text.matches(".naam"))).join(" ");
            return [name, ...words(texts.filter((text) => !text.matches(".naam")))];
        })"""
    )
    expected = [
        [name, *sorted((local, state)), gap.lstrip("+−")] for name, local, state, gap in table
    ]
    assert drawn == expected
    # The marks stand where the numbers say: the distance between them is the gap.
    marks = picture.evaluate(
        """svg => [...svg.querySelectorAll("g:has(.afstand)")].map((row) =>
            [Number(row.querySelector("circle").getAttribute("cx")), Number(row.querySelector("rect").getAttribute("x"))])"""
    )
    numbers = [[float(n.replace(",", ".")) for n in (local, state)] for _, local, state, _ in table]
    step = (marks[0][0] - marks[0][1]) / (numbers[0][0] - numbers[0][1])
    for (circle, square), (local, state) in zip(marks, numbers, strict=True):
        assert circle - square == pytest.approx((local - state) * step, abs=1)
    left, right = picture.bounding_box(), page.get_by_role("table").bounding_box()
    assert left is not None
    assert right is not None
    assert left["x"] + left["width"] <= right["x"]
    assert abs(left["y"] - right["y"]) < 120


def test_the_radar_shows_the_numbers_of_its_table(page: Page, address: str) -> None:
    page.goto(address + KINDS_OF_PAGE["praktijk"])
    radar = page.locator("svg.beeld-radar")
    expect(radar).to_have_role("img")
    title = "MIRT in drie regio’s naast een gelijkwaardig partnerschap"
    expect(radar).to_have_accessible_name(re.compile(f"^{title}"))
    expect(radar.locator("title")).to_have_text(title)
    rows = page.locator("table[aria-labelledby=partnerschap] tbody tr")
    table = [[int(cell) for cell in row.locator("td").all_inner_texts()] for row in rows.all()]
    assert len(table) == 6
    expect(radar.locator("desc")).to_have_text(
        re.compile(" ".join(rf"[^:]+: {score} en {ideal}\." for score, ideal in table))
    )
    shapes = {
        name: radar.locator(f"polygon.{name}").get_attribute("points") or ""
        for name in ("vorm-score", "vorm-ideaal")
    }
    ring = (radar.locator(".rooster polygon").first.get_attribute("points") or "").split()
    points = [tuple(map(float, point.split(","))) for point in ring]
    centre = tuple(sum(part) / len(points) for part in zip(*points, strict=True))
    one = math.dist(points[0], centre)
    for column, name in enumerate(("vorm-score", "vorm-ideaal")):
        corners = [tuple(map(float, point.split(","))) for point in shapes[name].split()]
        assert [round(math.dist(corner, centre) / one) for corner in corners] == [
            row[column] for row in table
        ]


# Laws


def test_an_article_leads_to_the_text_of_the_law(page: Page, address: str) -> None:
    page.goto(address + KINDS_OF_PAGE["instrument"])
    laws = page.locator("#wettelijk-kader + ul > li")
    expect(laws).to_have_count(3)
    links = [entry.locator("a[href^='https:']").get_attribute("href") for entry in laws.all()]
    assert links == [
        "https://wetten.overheid.nl/jci1.3:c:BWBR0008290&artikel=2&lid=3",
        "https://wetten.overheid.nl/jci1.3:c:BWBR0005645&artikel=111",
        "https://wetten.overheid.nl/jci1.3:c:BWBR0005416&artikel=113",
    ]
    laws.first.get_by_role("link", name="Artikel 2, derde lid, Financiële-verhoudingswet").click()
    page.wait_for_url(address + KINDS_OF_PAGE["wet"])
    article = page.locator("section", has=page.locator("#artikel-2"))
    expect(article.get_by_role("link", name="Bestuurlijk overleg").first).to_be_visible()
    expect(page.get_by_role("link", name="wetten.overheid.nl", exact=True)).to_have_attribute(
        "href", "https://wetten.overheid.nl/BWBR0008290"
    )


def test_every_link_to_a_law_has_the_form_that_stays(built_site: Path) -> None:
    found: set[str] = set()
    for name in built_site.rglob("*.html"):
        html = name.read_text("utf-8").replace("&amp;", "&")
        found |= set(re.findall(r'href="([^"]*wetten\.overheid\.nl[^"]*)"', html))
    assert len(found) > 5
    assert [link for link in found if not ARTICLE.fullmatch(link) and not LAW.fullmatch(link)] == []
    for law, number in LAWS.items():
        html = (built_site / "wettelijk-kader" / law / "index.html").read_text("utf-8")
        assert f'href="https://wetten.overheid.nl/{number}"' in html


# Every page


CONTENT = "main :is(h1, h2, h3, h4, p, li, dt, dd, td, th)"

# Not what script alone brings: the facets, what a search found, and what is marked as such.
WORDS = """parts => parts.filter(
    (part) => part.checkVisibility() && !part.closest(".facetten, .lijstkop, .alleen-script, .met-script, [data-zoekresultaten]")
).map((part) => part.textContent)"""


def assert_the_content_is_there_without_script(seen: Page, without_script: BrowserContext) -> None:
    """The same words, and no control that would do nothing."""
    bare = without_script.new_page()
    bare.goto(seen.url)
    expect(bare.locator("html")).to_have_class("no-js")
    with_script, without = (page.locator(CONTENT).evaluate_all(WORDS) for page in (seen, bare))
    assert len(with_script) > 2
    assert Counter(with_script) - Counter(without) == Counter()
    expect(bare.locator(".kleurkeuze")).to_be_hidden()
    bare.close()


def test_without_an_edit_address_there_is_no_edit_button(built_site: Path) -> None:
    pages = [page.read_text("utf-8") for page in built_site.rglob("*.html")]
    assert pages
    assert not any(BUTTON.search(page) for page in pages)


def test_the_edit_button_opens_the_file_that_made_the_page(tmp_path: Path) -> None:
    project, site = sample_site_project(tmp_path), tmp_path / "site"
    base = "https://voorbeeld.nl/bewerk/docs/"
    done = run(project, "mkdocs", "build", "-q", "-d", str(site), EDIT_URI=base)
    assert done.returncode == 0, done.stderr

    def opens(address: str) -> list[str]:
        html = (site / address / "index.html").read_text("utf-8")
        # A browser takes the `..` out of an address before it asks for it.
        return [normpath(urlsplit(link).path) for link in BUTTON.findall(html)]

    files = {"over/": "docs/over/index.md"}
    for kind in KINDS.values():
        path = next((project / kind.folder).glob(f"*{kind.suffix}"))
        if kind.own_page:
            files[kind.address(path.stem)] = path.relative_to(project).as_posix()
        # An overview is made of many files.
        assert opens(kind.overview) == []
    assert len(files) > 5
    assert {address: opens(address) for address in files} == {
        address: [f"/bewerk/{file}"] for address, file in files.items()
    }
