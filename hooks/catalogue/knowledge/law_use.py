"""A law → what rests on it, per article."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, ClassVar

from ..linking import Catalogue, Link, Node
from ..model import REDACTIE, Bron, Herkomst, Wet, Wetsverwijzing
from ..model.wet import Artikel


@dataclass(frozen=True)
class ArticleUse:
    """An article of a law: what the sources say of it, and everything that rests on it."""

    artikel: str | None
    """``None`` for the law as a whole, or for a part without a number."""
    meanings: list[Artikel]
    links: list[Link[Any]]
    sources: list[Node[Bron]]
    """The sources that name it."""
    lid: ClassVar[None] = None
    """Part of what names a place in a law: this is the article as a whole."""

    @property
    def checked(self) -> date | None:
        """The day on which somebody last read the text of the law."""
        parts = (link.part for link in self.links)
        days = (part.gecontroleerd_op for part in parts if isinstance(part, Wetsverwijzing))
        return max((day for day in days if day), default=None)


def article_uses(catalogue: Catalogue, node: Node[Wet]) -> list[ArticleUse]:
    """Every article that the page describes or that something rests on; the law as a whole comes last."""
    links = dict(_by_article(catalogue, node))
    meanings: dict[str | None, list[Artikel]] = defaultdict(list)
    for article in node.part.artikelen:
        meanings[article.artikel].append(article)
    numbers = sorted(links.keys() | meanings.keys(), key=lambda a: (a is None, _order(a or "")))
    return [
        _use(catalogue, number, meanings.get(number, []), links.get(number, []))
        for number in numbers
    ]


def used_by(catalogue: Catalogue, node: Node[Wet]) -> int:
    """How many items rest on a law."""
    return len({link.source.key for link in catalogue.links_to(node) if not link.is_mention})


def _use(
    catalogue: Catalogue, number: str | None, meanings: list[Artikel], links: list[Link[Any]]
) -> ArticleUse:
    references = (link.part for link in links if isinstance(link.part, Wetsverwijzing))
    parts: list[Herkomst] = [*meanings, *references]
    named = dict.fromkeys(
        id
        for part in parts
        for id in (part.bron, *(also.bron for also in part.ook))
        if id != REDACTIE
    )
    return ArticleUse(number, meanings, links, [catalogue.node(Bron, id) for id in named])


def _by_article(catalogue: Catalogue, node: Node[Wet]) -> list[tuple[str | None, list[Link[Any]]]]:
    """Links from cards, cases and recommendations, grouped by article."""
    found = [
        link
        for link in catalogue.links_to(node)
        if not link.is_mention and link.source.kind != Bron.kind.name
    ]
    found.sort(key=lambda link: (_order(_article(link)), link.source.titel))
    return [(article or None, list(group)) for article, group in groupby(found, key=_article)]


def _article(link: Link[Any]) -> str:
    return getattr(link.part, "artikel", None) or ""


def _order(article: str) -> tuple[int, str]:
    digits = "".join(c for c in article if c.isdecimal())
    return (int(digits) if digits else 0, article)
