"""Headings of a page → headings that can be linked to."""

from __future__ import annotations

import re

from markdown.extensions.toc import slugify, unique
from markupsafe import Markup

_HEADING = re.compile(r"<h(?P<level>[2-6])(?P<more>(?: [^>]*)?)>(?P<words>.*?)</h(?P=level)>", re.S)
_ID = re.compile(r' id="([^"]*)"')

AROUND = frozenset({"inhoud", "zoek-kop", "zoek-404", "afzender"})
"""The ids of the theme, which stand around every page."""


def with_ids(html: str) -> str:
    """The page on which every heading under its title has an id: one that has none gets its own words for it."""
    taken = {*AROUND, *_ID.findall(html)}

    def named(found: re.Match[str]) -> str:
        if _ID.search(found["more"]):
            return found[0]
        words = Markup(found["words"]).striptags()
        id = unique(slugify(words, "-"), taken)
        return f'<h{found["level"]}{found["more"]} id="{id}">{found["words"]}</h{found["level"]}>'

    return _HEADING.sub(named, html)
