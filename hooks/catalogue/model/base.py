"""What every kind of content shares: strictness, ids, references, sources and links with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictInt, model_validator
from pydantic_core import PydanticCustomError

from .text import Naam, Regel, Tekst, check_line

REDACTIE = "redactie"
"""The source of a judgement of our own. Shown as such; never the source of a fact."""

Bestuurslaag = Literal["rijk", "provincie", "gemeente", "waterschap"]


@dataclass(frozen=True)
class Ref:
    """Marks a field that holds the id of another item, of one of these kinds."""

    kinds: tuple[str, ...]


Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]

InstrumentId = Annotated[str, Ref(("instrument",))]
CaseId = Annotated[str, Ref(("case",))]
BouwsteenId = Annotated[str, Ref(("bouwsteen",))]
AanbevelingId = Annotated[str, Ref(("aanbeveling",))]
KnelpuntId = Annotated[str, Ref(("knelpunt",))]
WetId = Annotated[str, Ref(("wet",))]
BegripId = Annotated[str, Ref(("begrip",))]
ModuleId = Annotated[str, Ref(("module",))]
BronId = Annotated[str, Ref(("bron",))]
FactorId = Annotated[str, Ref(("factor",))]


class Onderdeel(BaseModel):
    """A part of a card. Unknown keys are an error, and YAML's guesses (yes, 1:30) do not pass for text."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    @property
    def waarom(self) -> str | None:
        """The sentence that says why, on a part that links two items."""
        return None


class Vindplaats(Onderdeel):
    """A place in a source."""

    bron: BronId
    """Id van de bron."""
    plaats: Regel
    """Waar in de bron: hoofdstuk, kop of veld."""


class Herkomst(Onderdeel):
    """What rests on a source and says which, and where in it."""

    bron: BronId
    """Id van de bron, of `redactie` voor een oordeel van onszelf."""
    plaats: Regel | None = None
    """Waar in de bron: hoofdstuk, kop of veld. Alleen bij `redactie` mag dit leeg zijn."""
    ook: list[Vindplaats] = []
    """Andere bronnen die hetzelfde zeggen."""

    @model_validator(mode="after")
    def _place_is_named(self) -> Herkomst:
        if self.plaats is None and self.bron != REDACTIE:
            raise PydanticCustomError(
                "plaats_ontbreekt", "plaats ontbreekt: noem waar het in de bron staat"
            )
        return self

    @property
    def is_redactie(self) -> bool:
        """Whether this is a judgement of ours."""
        return self.bron == REDACTIE


Stand = Literal["gebeurd", "gepland", "voorgesteld"]


class Uitspraak(Herkomst):
    """A statement with its source."""

    tekst: Tekst
    """De uitspraak, in eigen woorden."""
    stand: Stand | None = None
    """gebeurd, gepland of voorgesteld: wat de bron ervan zegt. Leeg bij wat altijd geldt."""


class Koppeling(Herkomst):
    """A link to another item, with the sentence that says why. It shows on both items."""

    reden: Regel
    """Eén zin: waarom deze twee bij elkaar horen."""

    @property
    def waarom(self) -> str | None:
        return self.reden


class NaarInstrument(Koppeling):
    """A link to an instrument."""

    instrument: InstrumentId
    """Id van het instrument."""


class NaarCase(Koppeling):
    """A link to a case."""

    case: CaseId
    """Id van het praktijkvoorbeeld."""


class NaarBouwsteen(Koppeling):
    """A link to a bouwsteen."""

    bouwsteen: BouwsteenId
    """Id van de bouwsteen."""


class NaarAanbeveling(Koppeling):
    """A link to a recommendation: 1.01 to 5.01, or one of the ROB (rob-01)."""

    aanbeveling: AanbevelingId
    """Id van de aanbeveling, tussen aanhalingstekens: "1.03"."""
    doet: Literal["voert uit", "helpt", "wordt ontraden"] = "voert uit"
    """Wat het instrument met de aanbeveling te maken heeft: het voert haar uit, het helpt daarbij, of zij raadt het af."""


class NaarKnelpunt(Koppeling):
    """A link to a knelpunt."""

    knelpunt: KnelpuntId
    """Id van het knelpunt."""


class NaarBegrip(Koppeling):
    """A link to a concept."""

    begrip: BegripId
    """Id van het begrip."""


class Wetsverwijzing(Herkomst):
    """A reference to a law: which article and paragraph, and what it means here. Its link is made, not typed."""

    wet: WetId
    """Id van de wet of afspraak."""
    artikel: Naam | None = None
    """Nummer van het artikel, tussen aanhalingstekens: "108" of "15a"."""
    lid: Naam | None = None
    """Nummer van het lid, tussen aanhalingstekens: "3"."""
    onderdeel: Naam | None = None
    """Ander deel van de wet, zoals "hoofdstuk 7"."""
    betekenis: Regel
    """Wat dit artikel hier betekent."""
    in_bron: Naam | None = None
    """Hoe de bron het artikel noemt, als dat afwijkt: "artikel 2.3"."""
    gecontroleerd_op: date | None = None
    """Datum waarop iemand de wettekst zelf las. Laat weg als niemand dat deed."""

    @property
    def waarom(self) -> str | None:
        return self.betekenis

    @model_validator(mode="after")
    def _paragraph_needs_article(self) -> Wetsverwijzing:
        if self.lid and not self.artikel:
            raise PydanticCustomError("lid_zonder_artikel", "lid staat er zonder artikel")
        return self


class Wijziging(Onderdeel):
    """A dated change, for ‘what changed last’."""

    datum: date
    """Datum van de wijziging, als JJJJ-MM-DD."""
    wat: Regel
    """Wat er veranderde, in één zin."""


class Item(Onderdeel):
    """One item with a page or an anchor of its own."""

    kind: ClassVar[str]

    id: Id
    """Gelijk aan de bestandsnaam zonder extensie. Verandert nooit meer."""
    titel: Naam
    """De naam zoals lezers die kennen."""
    synoniemen: list[Naam] = []
    """Andere namen en afkortingen. De zoekfunctie vindt ze."""
    zoekwoorden: list[Naam] = []
    """Woorden en veelgemaakte spelfouten waarop dit gevonden moet worden. Ze staan nergens op de site."""
    wijzigingen: list[Wijziging] = []
    """Wat er wanneer veranderde, nieuwste eerst."""


class Tekstitem(Item):
    """An item kept as Markdown: its fields are the front matter, what follows is an introduction of our own."""

    tekst: Tekst | None = None
    """Inleiding van de redactie: de tekst onder de front matter."""


Score15 = Annotated[StrictInt, Field(ge=1, le=5)]
Samenvatting = Annotated[str, Field(max_length=200), AfterValidator(check_line)]
