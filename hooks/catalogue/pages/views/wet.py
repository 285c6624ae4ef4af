"""The page of a law: what rests on it, per article."""

from __future__ import annotations

from ...knowledge.law_use import article_uses
from ...model import Wet
from .base import View, of_node, view_of


@view_of(Wet)
class WetView(View[Wet]):
    """The page of a law: what rests on it, per article."""

    articles = of_node(article_uses)

    @property
    def has_articles(self) -> bool:
        """Whether anything names an article of it."""
        return any(use.artikel for use in self.articles)

    @property
    def unchecked(self) -> bool:
        """Whether the text of an article that is named here has not been read."""
        return any(use.artikel and use.checked is None for use in self.articles)
