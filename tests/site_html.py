"""What stands on a page: its tags, and what a visitor reads in it; and what the site's generator makes of Markdown."""

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
    """The HTML of a page that was written by hand."""
    converter = site_markdown()
    converter.reset()
    return converter.convert(source)


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


WITHIN_A_LINE = ("a", "b", "em", "strong", "span", "sup", "i", "mark")
"""Elements at which a word goes on."""


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in WITHIN_A_LINE:
            self.words.append(" ")

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
        for tag, attributes in Tags(page.html).found
        if tag in ("script", "style", "iframe", "object")
        or any(name == "style" or name.startswith("on") for name in attributes)
        or "//" in (attributes.get("src") or (tag != "a" and attributes.get("href")) or "")
    ]
