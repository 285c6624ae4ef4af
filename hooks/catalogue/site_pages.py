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

    template: str = ""
    """The name of the template that it shares with other pages, if it does."""

    @property
    def name(self) -> str:
        """Of its template: ``zoeken``."""
        return self.template or self.address.strip("/") or "home"

    @property
    def data_file(self) -> str:
        """Where the data stands that it fetches, if it does: ``data/samenhang.json``."""
        return data_of(self.address)


def data_of(address: str) -> str:
    """Where the data stands that the page at an address fetches: ``data/matrix-situaties.json``."""
    return f"data/{address.strip('/').replace('/', '-')}.json"


def package_at(address: str) -> str:
    """Where the package for a learning platform stands of what is at an address: ``data/leerlijn/proef.imscc``."""
    return f"data/{address.strip('/')}.imscc"


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
COHERENCE = SitePage(
    "samenhang/",
    "Samenhang",
    "Welke instrumenten elkaar versterken, nodig hebben of in de weg zitten. Controleer hier uw eigen mix.",
)
MATRIX_BOUWSTENEN = SitePage(
    "matrix/",
    "Matrix van bouwstenen",
    "Welk instrument bijdraagt aan welke bouwsteen, in één tabel, met de zin die het zegt.",
    template="matrix",
)
MATRIX_KNELPUNTEN = SitePage(
    "matrix/knelpunten/",
    "Matrix van knelpunten",
    "Welk instrument helpt tegen welk knelpunt, in één tabel, met de zin die het zegt.",
    template="matrix",
)
MATRIX_SITUATIES = SitePage(
    "matrix/situaties/",
    "Matrix van situaties",
    "Wat voor of tegen een instrument spreekt in elke situatie, in één tabel, met de zinnen die het zeggen.",
    template="matrix",
)
MATRICES = {
    "bouwsteen": MATRIX_BOUWSTENEN,
    "knelpunt": MATRIX_KNELPUNTEN,
    "situatie": MATRIX_SITUATIES,
}
"""The kind that stands across → the page of that matrix."""

COMPARE = SitePage(
    "vergelijk/",
    "Vergelijken",
    "Zet twee tot vier instrumenten naast elkaar: wanneer u ze kiest, wat ze kenmerkt en wat erover bekend is.",
)

WORKLIST = SitePage(
    "meedoen/werklijst/",
    "Werklijst",
    "Wat er te doen is aan deze site: wat nagelezen moet worden, wat ontbreekt en waar twijfel over is.",
    found=False,
    template="werklijst",
)

SITE_PAGES: tuple[SitePage, ...] = (
    HOME,
    SEARCH,
    COMPARE,
    *MATRICES.values(),
    COHERENCE,
    WORKLIST,
)
