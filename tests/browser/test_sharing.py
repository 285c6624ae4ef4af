"""The panel to share a page: what is copied and kept is what stands there, and the QR code leads back here."""

from __future__ import annotations

import json
from base64 import b64decode
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

from tests.pages.test_codes import read_square

CARD = "instrumenten/bestuurlijk-overleg/"
SHORT = "i/bestuurlijk-overleg/"

# The grey values of a picture as the browser draws it, at twice the size on the page.
PIXELS = """(img) => {
  const side = img.width * 2;
  const canvas = Object.assign(document.createElement("canvas"), { width: side, height: side });
  const context = canvas.getContext("2d");
  context.drawImage(img, 0, 0, side, side);
  const { data } = context.getImageData(0, 0, side, side);
  const grey = data.filter((_, n) => n % 4 === 0);
  return btoa(Array.from(grey, (one) => String.fromCharCode(one)).join(""));
}"""


def read_code(page: Page) -> list[str]:
    """What a camera reads in the QR code on a page."""
    return read_square(b64decode(page.locator(".deel img").evaluate(PIXELS)))


def test_a_page_is_taken_along_in_every_form(
    context: BrowserContext, page: Page, address: str
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + CARD)
    panel = page.locator(".deel")
    assert not [url for url in asked if "qr.svg" in url]
    panel.locator("> summary").press("Enter")

    code = panel.get_by_role("img", name="QR-code die leidt naar")
    expect(code).to_be_visible()
    code.evaluate("(img) => img.decode()")
    short = panel.get_by_role("link", name=SHORT)
    assert read_code(page) == [short.get_attribute("href")] == [short.inner_text()]

    def copied(name: str) -> str:
        button = panel.get_by_role("button", name=name, exact=True)
        button.press("Enter")
        said = button.locator("xpath=following-sibling::*[@role='status']")
        expect(said).to_have_text("De tekst is gekopieerd.")
        return str(page.evaluate("navigator.clipboard.readText()"))

    assert copied("Kopieer het korte adres").endswith(f"/{SHORT}")
    assert copied("Kopieer de HTML").startswith('<p><strong><a href="')
    assert copied("Kopieer de Markdown").startswith("**[Bestuurlijk overleg](")
    assert "). Bestuurlijk overleg. http" in copied("Kopieer APA")
    (item,) = json.loads(copied("Kopieer CSL-JSON"))
    assert item["title"] == "Bestuurlijk overleg" and item["URL"].endswith(f"/{CARD}")
    bibtex = copied("Kopieer BibTeX")
    with page.expect_download() as waiting:
        panel.get_by_role("button", name="Bewaar BibTeX").click()
    assert waiting.value.suggested_filename == "instrumentenwijzer-bestuurlijk-overleg.bib"
    assert Path(waiting.value.path()).read_text("utf-8") == f"{bibtex}\n"


def test_the_short_address_leads_to_the_page_without_script(plain: Page, address: str) -> None:
    plain.goto(address + SHORT)
    plain.wait_for_url(address + CARD)
    plain.locator(".deel > summary").click()
    expect(plain.get_by_label("BibTeX")).to_be_visible()
    expect(plain.locator(".deel").get_by_role("button")).to_have_count(0)
