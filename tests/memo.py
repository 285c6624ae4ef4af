"""A site in which a memo can be made: the made-up catalogue, with all five questions of the Beleidskompas."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

from playwright.sync_api import Page

from catalogue.site.building import build
from tests.sample import sample_site_project
from tests.server import serving

MEMO = "keuzenotitie/"
ANSWERS = "?k=proefknelpunt&s=elkaar-niet-kennen&s=iets-vastleggen"
HOSTILE = 'Kies <b>dit</b> & "dat" | [x](javascript:alert(1)) *nu*'

_QUESTION = """\
---
id: proefkompas-{number}
titel: Vraag {number} op proef?
nummer: {number}
samenvatting: Een vraag op proef.
uitleg: [{{tekst: Kijk goed rond., bron: rob-2021, plaats: § 9}}]
in_notitie: Iets.
zelf: [Vul antwoord {number} in.]
bronnen: [rob-2021]
---
"""

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@contextmanager
def memo_site(folder: Path) -> Iterator[str]:
    """Build the site and serve it; gives its address, which ends with a slash."""
    project = sample_site_project(folder)
    for number in range(2, 6):
        path = project / f"docs/keuzenotitie/proefkompas-{number}.md"
        path.write_text(_QUESTION.format(number=number), encoding="utf-8")
    assert build(project, folder / "site") == []
    with serving(folder / "site") as url:
        yield f"{url}/"


def copied(page: Page) -> dict[str, str]:
    """What the button puts on the clipboard, by its type."""
    page.get_by_role("button", name="Kopieer met opmaak").click()
    page.get_by_text("Gekopieerd.").wait_for()
    found: dict[str, str] = page.evaluate(
        """async () => {
            const [item] = await navigator.clipboard.read();
            const all = item.types.map(async (type) => [type, await (await item.getType(type)).text()]);
            return Object.fromEntries(await Promise.all(all));
        }"""
    )
    return found


def downloaded(page: Page, button: str, folder: Path) -> Path:
    """The file that a button gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def part_of(docx: Path, name: str) -> Element:
    """A part of a Word file."""
    with zipfile.ZipFile(docx) as archive:
        assert archive.testzip() is None
        return fromstring(archive.read(name))  # noqa: S314 (of our own making)


def words(element: Element) -> str:
    """The words in a part of a document, with single spaces."""
    return " ".join("".join(element.itertext()).split())


def styled(document: Element, style: str) -> list[str]:
    """The words of each paragraph with a style."""
    return [
        words(paragraph)
        for paragraph in document.iter(f"{WORD}p")
        for found in paragraph.iter(f"{WORD}pStyle")
        if re.fullmatch(style, found.attrib[f"{WORD}val"])
    ]
