"""The pages that the site has besides those of its items and of its kinds: where each stands, and what it is about."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SitePage:
    """One page of the site itself."""

    address: str
    """From the root of the site; empty for the start page."""
    title: str
    description: str
    found: bool = True
    """Whether it is found by its title; a page that lists everything would turn up for every query."""

    @property
    def name(self) -> str:
        """Of its template and its view: ``zoeken``."""
        return self.address.strip("/") or "home"


HOME = SitePage(
    "",
    "Instrumentenwijzer",
    "Welk instrument past bij uw opgave? Instrumenten voor samenwerking tussen overheden, met praktijk, wet en bron.",
    found=False,
)
SEARCH = SitePage(
    "zoeken/",
    "Zoeken",
    "Zoek in instrumenten, praktijk, bouwstenen, knelpunten, wetten en begrippen.",
    found=False,
)

COMPARE = SitePage(
    "vergelijk/",
    "Vergelijken",
    "Zet twee tot vier instrumenten naast elkaar: wanneer u ze kiest, wat ze kenmerkt en wat erover bekend is.",
)

SITE_PAGES: tuple[SitePage, ...] = (HOME, SEARCH, COMPARE)
