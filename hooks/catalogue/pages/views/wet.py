"""The page of a law: what rests on it, per article."""

from __future__ import annotations

from functools import cached_property

from ...knowledge.law_use import ArticleUse, article_uses
from ...model import Wet
from .base import View, view_of


@view_of(Wet)
class WetView(View[Wet]):
    """The page of a law: what rests on it, per article."""

    @cached_property
    def articles(self) -> list[ArticleUse]:
        """Every article that the page describes or that something rests on."""
        return article_uses(self.catalogue, self.node_here)

    @property
    def has_articles(self) -> bool:
        """Whether anything names an article of it."""
        return any(use.artikel for use in self.articles)

    @property
    def unchecked(self) -> bool:
        """Whether the text of an article that is named here has not been read."""
        return any(use.artikel and use.checked is None for use in self.articles)
