"""A page → the HTML that the site's generator makes of it, and what a visitor reads in it."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser

import markdown
from mkdocs.config import load_config

from catalogue.pages import Page
from tests.conftest import ROOT


@cache
def site_markdown() -> markdown.Markdown:
    """Markdown with the extensions and settings of mkdocs.yml."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    return markdown.Markdown(
        extensions=config.markdown_extensions, extension_configs=config.mdx_configs
    )


def rendered(source: str) -> str:
    """The HTML of a piece of a page."""
    converter = site_markdown()
    converter.reset()
    return converter.convert(source)


def html_of(page: Page) -> str:
    """The HTML of a page, without what stands above it for the theme."""
    return _html_of(page.content.split("\n---\n", 1)[1])


@cache
def _html_of(content: str) -> str:
    # Several tests look at the same pages.
    return rendered(content)


class Tags(HTMLParser):
    """The tags of a page with their attributes, and the words within each ``h1``."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.titles: list[str] = []
        self._in_title = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self._in_title = tag == "h1"
        if self._in_title:
            self.titles.append("")

    def handle_endtag(self, tag: str) -> None:
        self._in_title = self._in_title and tag != "h1"

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.titles[-1] += data


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def words_of(html: str) -> str:
    """The words that a visitor reads, with single spaces."""
    parser = _Words()
    parser.feed(html)
    parser.close()
    return " ".join("".join(parser.words).split())


def unwanted_tags(page: Page) -> list[str]:
    """The tags of a page that run or style something of their own, or load from another host."""
    return [
        f"{tag} {attributes}"
        for tag, attributes in Tags(html_of(page)).found
        if tag in ("script", "style", "iframe", "object")
        or any(name == "style" or name.startswith("on") for name in attributes)
        or "//" in (attributes.get("src") or (tag != "a" and attributes.get("href")) or "")
    ]
