"""The kinds of content. A new kind is one line here, one model class, one folder and one template."""

from __future__ import annotations

from dataclasses import dataclass

from .base import Item
from .begrip import Begrip
from .bouwsteen import Bouwsteen
from .bron import Bron
from .case import Case
from .doel import Doel
from .gebeurtenis import Gebeurtenis
from .instrument import Instrument
from .knelpunt import Knelpunt
from .module import Module
from .wet import Wet


@dataclass(frozen=True)
class Kind:
    """How one kind of content is stored, addressed, named and exported."""

    model: type[Item]
    folder: str
    """Where its files are, from the root of the project."""
    suffix: str
    """``.yml`` for cards, ``.md`` for what is mainly text (data in the front matter)."""
    section: str
    """First part of its address."""
    key: str
    """Name of its list in ``catalogus.json``."""
    word: str
    """What visitors read, singular."""
    plural: str
    """What visitors read, plural."""
    template: str | None
    """Template of its page; ``None`` when it is an anchor on the section's own page."""

    @property
    def name(self) -> str:
        """The name of the kind, as references use it."""
        return self.model.kind

    def address(self, id: str) -> str:
        """The address of an item, from the root of the site."""
        return f"{self.section}/{id}/" if self.template else f"{self.section}/#{id}"


_ALL = (
    Kind(
        Instrument,
        "instruments",
        ".yml",
        "instrumenten",
        "instrumenten",
        "instrument",
        "instrumenten",
        "instrument.md.jinja",
    ),
    Kind(
        Case,
        "cases",
        ".yml",
        "praktijk",
        "cases",
        "praktijk",
        "praktijkvoorbeelden",
        "case.md.jinja",
    ),
    Kind(
        Bouwsteen,
        "docs/bouwstenen",
        ".md",
        "bouwstenen",
        "bouwstenen",
        "bouwsteen",
        "bouwstenen",
        "bouwsteen.md.jinja",
    ),
    Kind(
        Knelpunt,
        "docs/knelpunten",
        ".md",
        "knelpunten",
        "knelpunten",
        "knelpunt",
        "knelpunten",
        "knelpunt.md.jinja",
    ),
    Kind(
        Wet,
        "docs/wetten",
        ".md",
        "wettelijk-kader",
        "wetten",
        "wet",
        "wetten en afspraken",
        "wet.md.jinja",
    ),
    Kind(Begrip, "docs/begrippen", ".md", "begrippen", "begrippen", "begrip", "begrippen", None),
    Kind(Doel, "docs/doelen", ".md", "krachtig-bestuur", "doelen", "doel", "doelen", None),
    Kind(
        Gebeurtenis,
        "docs/tijdlijn",
        ".md",
        "tijdlijn",
        "gebeurtenissen",
        "gebeurtenis",
        "gebeurtenissen",
        None,
    ),
    Kind(
        Module,
        "docs/leerlijn",
        ".md",
        "leerlijn",
        "modules",
        "module",
        "modules",
        "module.md.jinja",
    ),
    Kind(Bron, "docs/bronnen", ".md", "bronnen", "bronnen", "bron", "bronnen", "bron.md.jinja"),
)

KINDS: dict[str, Kind] = {kind.name: kind for kind in _ALL}
