"""The page of a law: what rests on it, per article."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import ClassVar, cast

from ..linking import Link, Node
from ..model import (
    REDACTIE,
    Herkomst,
    Wet,
    Wetsverwijzing,
)
from ..model.wet import Artikel, Wetsoort
from .base import View

LAW_SORTS: dict[Wetsoort, tuple[str, str]] = {
    "wet": ("wet", "Wetten"),
    "afspraak": ("afspraak, geen wet", "Afspraken"),
    "verdrag": ("verdrag", "Verdragen"),
    "historisch": ("historische wet", "Geschiedenis"),
}
"""What a law is: in a few words, and as the heading of a list."""


@dataclass(frozen=True)
class ArticleUse:
    """An article of a law: what the sources say of it, and everything that rests on it."""

    artikel: str | None
    """``None`` for the law as a whole, or for a part without a number."""
    betekenissen: list[Artikel]
    links: list[Link]
    bronnen: list[Node]
    """The sources that name it."""
    lid: ClassVar[None] = None
    """Part of what names a place in a law: this is the article as a whole."""

    @property
    def checked(self) -> date | None:
        """The day on which somebody last read the text of the law."""
        days = (cast(Wetsverwijzing, k.part).gecontroleerd_op for k in self.links)
        return max((day for day in days if day), default=None)


class LawView(View):
    """The page of a law: what rests on it, per article."""

    @property
    def law(self) -> Wet:
        assert isinstance(self.node.item, Wet)
        return self.node.item

    @property
    def sort(self) -> str:
        """What it is, in one word."""
        return LAW_SORTS[self.law.soort][0]

    @property
    def has_articles(self) -> bool:
        """Whether anything names an article of it."""
        return any(use.artikel for use in self.articles)

    @property
    def unchecked(self) -> bool:
        """Whether the text of an article that is named here has not been read."""
        return any(use.artikel and use.checked is None for use in self.articles)

    @cached_property
    def articles(self) -> list[ArticleUse]:
        """Every article that the page describes or that something rests on; the law as a whole comes last."""
        links = dict(self.by_article)
        meanings: dict[str | None, list[Artikel]] = defaultdict(list)
        for article in self.law.artikelen:
            meanings[article.artikel].append(article)
        numbers = sorted(
            links.keys() | meanings.keys(), key=lambda a: (a is None, _article_order(a or ""))
        )
        return [
            self._use(number, meanings.get(number, []), links.get(number, [])) for number in numbers
        ]

    def _use(self, number: str | None, meanings: list[Artikel], links: list[Link]) -> ArticleUse:
        parts: list[Herkomst] = [
            *meanings,
            *(link.part for link in links if isinstance(link.part, Wetsverwijzing)),
        ]
        named = dict.fromkeys(
            id
            for part in parts
            for id in (part.bron, *(also.bron for also in part.ook))
            if id != REDACTIE
        )
        return ArticleUse(
            number, meanings, links, [self.catalogue.node("bron", id) for id in named]
        )

    @cached_property
    def by_article(self) -> list[tuple[str | None, list[Link]]]:
        """Links from cards, cases and recommendations, grouped by article."""
        found = [k for k in self.to() if k.field != "tekst" and k.source.kind != "bron"]
        found.sort(key=lambda k: (_article_order(_article(k)), k.source.titel))
        return [(article or None, list(group)) for article, group in groupby(found, key=_article)]


def _article(link: Link) -> str:
    return getattr(link.part, "artikel", None) or ""


def _article_order(article: str) -> tuple[int, str]:
    digits = "".join(c for c in article if c.isdigit())
    return (int(digits) if digits else 0, article)
