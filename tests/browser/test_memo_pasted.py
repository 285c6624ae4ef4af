"""A keuzenotitie in a real LibreOffice: its headings, tables and links are those of a document. Only with ``make plakken``."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from playwright.sync_api import Page, expect

from tests.memo import ANSWERS, MEMO, copied, downloaded, memo_site, words

pytestmark = pytest.mark.plakken

SOFFICE = shutil.which("soffice") or "soffice"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with memo_site(tmp_path_factory.mktemp("plakken")) as url:
        yield url


def opened(path: Path, *filters: str) -> Element:
    """The document that LibreOffice makes of a file."""
    profile = f"-env:UserInstallation={(path.parent / 'profiel').as_uri()}"
    done = subprocess.run(
        [
            SOFFICE,
            profile,
            "--headless",
            *filters,
            "--convert-to",
            "odt",
            "--outdir",
            str(path.parent),
            str(path),
        ],
        capture_output=True,
        text=True,
    )
    result = path.with_suffix(".odt")
    assert result.is_file(), done.stderr
    with zipfile.ZipFile(result) as archive:
        return fromstring(archive.read("content.xml"))  # noqa: S314 (of our own making)


@pytest.mark.parametrize("form", ["klembord", "docx"])
def test_libreoffice_sees_headings_tables_and_links(
    page: Page, address: str, tmp_path: Path, form: str
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address + MEMO + ANSWERS)
    expect(page.locator("[data-notitie]")).to_be_visible()
    on_screen = page.evaluate(
        """() => {
            const words = (selector) => [...document.querySelectorAll(`[data-notitie] ${selector}`)].map((one) => one.textContent.split(/\\s+/).join(" ").trim());
            return { headings: words(":is(h3, h4)"), cells: words("tr > *"), tables: words("table").length, links: words("a").length };
        }"""
    )
    if form == "docx":
        document = opened(downloaded(page, "Download voor Word", tmp_path))
    else:
        path = tmp_path / "klembord.html"
        path.write_text(copied(page)["text/html"], encoding="utf-8")
        # The filter with which Writer reads what is pasted as HTML.
        document = opened(path, "--infilter=HTML (StarWriter)")
    headings = [
        (one.attrib[f"{TEXT}outline-level"], words(one)) for one in document.iter(f"{TEXT}h")
    ]
    found = [text for _, text in headings if text in on_screen["headings"]]
    assert found == on_screen["headings"]
    assert len(Counter(level for level, _ in headings)) >= 2
    assert len(list(document.iter(f"{TABLE}table"))) == on_screen["tables"]
    assert [words(cell) for cell in document.iter(f"{TABLE}table-cell")] == on_screen["cells"]
    assert len(list(document.iter(f"{TEXT}a"))) == on_screen["links"]
