"""A page → what a reader takes along to point at it: a link card, and the citation that each program of references reads.

A link card is text and links and nothing else: whoever pastes it fetches nothing from here.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from markupsafe import escape

from ..dutch import MONTHS
from ..site_pages import HOME


@dataclass(frozen=True)
class Share:
    """A page as others point at it."""

    title: str
    summary: str
    address: str
    """Where it stands forever, with the host."""
    short: str
    """Its short address, with the host; the QR code leads there."""
    code: str
    """The file of its QR code, from the root of the site."""
    day: date
    """The day on which it last changed."""

    author = HOME.title
    """The site is the author: who writes a page does so in its name."""

    @property
    def name(self) -> str:
        """What a file or an entry about this page is called: ``instrumentenwijzer-regio-deal``."""
        return f"{self.author.lower()}-{self.short.rstrip('/').rpartition('/')[2]}"

    @property
    def html(self) -> str:
        """The link card in HTML."""
        title, summary, address = (
            escape(text) for text in (self.title, self.summary, self.address)
        )
        shown = f"{summary}<br>\n" if self.summary else ""
        return (
            f'<p><strong><a href="{address}">{title}</a></strong><br>\n'
            f'{shown}{self.author}: <a href="{address}">{address}</a></p>'
        )

    @property
    def markdown(self) -> str:
        """The link card in Markdown."""
        lines = [
            f"**[{_markdown(self.title)}]({self.address})**",
            *([_markdown(self.summary)] if self.summary else []),
            f"{self.author}: <{self.address}>",
        ]
        # Two spaces at the end of a line break it.
        return "  \n".join(lines)

    @property
    def apa(self) -> tuple[str, str, str]:
        """The reference in APA: what stands before the title, the title, which is in italics, and what follows it."""
        day = f"{self.day.year}, {self.day.day} {MONTHS[self.day.month - 1]}"
        # A full stop ends the title, unless it ends by itself.
        stop = "" if self.title.endswith((".", "?", "!", "…")) else "."
        return f"{self.author}. ({day}). ", self.title, f"{stop} {self.address}"

    @cached_property
    def bibtex(self) -> str:
        """The entry for BibTeX, and for BibLaTeX."""
        fields = {
            # In braces of its own: one name, and a title of which no capital changes.
            "author": f"{{{_tex(self.author)}}}",
            "title": f"{{{_tex(self.title)}}}",
            "year": str(self.day.year),
            "month": str(self.day.month),
            "url": self.address,
            "langid": "dutch",
        }
        lines = [f"  {name} = {{{value}}}" for name, value in fields.items()]
        return f"@misc{{{self.name},\n" + ",\n".join(lines) + "\n}"

    @cached_property
    def csl(self) -> str:
        """The item in CSL-JSON, which Zotero and others read."""
        item = {
            "id": self.name,
            "type": "webpage",
            "author": [{"literal": self.author}],
            "title": self.title,
            "issued": {"date-parts": [[self.day.year, self.day.month, self.day.day]]},
            "URL": self.address,
            "language": "nl-NL",
        }
        return json.dumps([item], ensure_ascii=False)


def _markdown(text: str) -> str:
    return re.sub(r"[\\`*_{}\[\]<>&#|~]", r"\\\g<0>", text)


_TEX = {
    "\\": r"\textbackslash{}",
    # A brace behind a backslash still counts as one, and one by itself would never close.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{one: f"\\{one}" for one in "&%$#_"},
}


def _tex(text: str) -> str:
    return "".join(_TEX.get(one, one) for one in text)
