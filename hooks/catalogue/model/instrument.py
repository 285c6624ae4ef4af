"""The card of a policy instrument."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .base import (
    Bestuurslaag,
    BronId,
    Herkomst,
    Id,
    InstrumentId,
    Item,
    Koppeling,
    NaarAanbeveling,
    NaarBegrip,
    NaarBouwsteen,
    NaarKnelpunt,
    Onderdeel,
    Samenvatting,
    Score15,
    Uitspraak,
    Wetsverwijzing,
)
from .text import Naam, Regel, Tekst

Status = Literal["geldend", "voorgesteld", "vervallen", "vervangen"]
Fase = Literal["agenderen", "voorbereiden", "besluiten", "uitvoeren", "evalueren"]
Rol = Literal["loslaten", "faciliteren", "stimuleren", "regisseren", "reguleren"]
Relatiesoort = Literal[
    "vereist", "versterkt", "ondermijnt", "alternatief_voor", "escaleert_naar", "onderdeel_van"
]
Schaal = Literal["dwingendheid", "hardheid", "handhaafbaarheid", "reikwijdte"]
Richting = Literal["helpt", "hindert"]


class Situatie(Herkomst):
    """A situation that speaks for or against the instrument."""

    als: Regel
    """De situatie, als vervolg op ‘Kies dit als …’: kleine letter, geen punt."""

    @property
    def waarom(self) -> str | None:
        return self.als


class Alternatief(Situatie):
    """A situation that speaks against the instrument, with the instrument to take then."""

    kies: InstrumentId | None = None
    """Id van het instrument dat dan beter past."""


class Kenmerken(Onderdeel):
    """The six characteristics of the source card."""

    typering_probleem: Uitspraak | None = None
    """Voor welk soort probleem het is."""
    regels: Uitspraak | None = None
    """Wie de regels opstelt en met wie."""
    dwingendheid: Uitspraak | None = None
    """Hoeveel ruimte partijen houden om anders te handelen."""
    hardheid: Uitspraak | None = None
    """Of afspraken juridisch binden."""
    handhaafbaarheid: Uitspraak | None = None
    """Wie toeziet, controleert en straft."""
    reikwijdte: Uitspraak | None = None
    """Op wie het zich richt."""


class Score(Herkomst):
    """An ordinal score. Editorial, resting on the statement that it cites."""

    waarde: Score15 | None = None
    """1 (laag) tot en met 5 (hoog). Wat 1, 3 en 5 betekenen staat op /over/scores/."""
    van: Score15 | None = None
    """Laagste score, als het per geval verschilt; dan ook `tot`, en geen `waarde`."""
    tot: Score15 | None = None
    """Hoogste score, als het per geval verschilt."""
    reden: Regel
    """Waarom deze score, in één zin."""


class Grondslag(Herkomst):
    """Where the instrument is laid down. Something else than whether it can be enforced."""

    waarde: Literal["wet", "regeling", "afspraak", "geen"]
    """Waar het instrument in staat: een wet, een regeling van Rijk of kabinet, een afspraak, of nergens."""
    reden: Regel
    """Waarin het staat, in één zin."""


class StandNu(Uitspraak):
    """What is known of it at a date, when older statements no longer tell."""

    datum: date
    """Dag waarop dit is opgezocht."""


class Scores(Onderdeel):
    """The four scales; a scale that differs per case has no score."""

    dwingendheid: Score | None = None
    """Hoe sterk het de ruimte van partijen beperkt."""
    hardheid: Score | None = None
    """Hoe sterk het juridisch bindt."""
    handhaafbaarheid: Score | None = None
    """Hoe goed naleving af te dwingen is."""
    reikwijdte: Score | None = None
    """Hoe ver de werking reikt."""


class Evaluatie(Uitspraak):
    """What is known of the (cost-)effectiveness."""

    wie: Naam | None = None
    """Wie evalueerde."""
    wanneer: Naam | None = None
    """Wanneer, zoals de bron het zegt: "november 2006"."""


class Factor(Herkomst):
    """A success or failure factor. Cases confirm or contradict it."""

    id: Id
    """Uniek binnen de kaart."""
    naam: Regel
    """De factor in enkele woorden."""
    toelichting: Tekst | None = None
    """Wat ermee bedoeld is."""
    werkt: Annotated[list[Richting], Field(min_length=1, max_length=2)]
    """[helpt], [hindert], of beide."""

    @model_validator(mode="after")
    def _directions_differ(self) -> Factor:
        if len(set(self.werkt)) != len(self.werkt):
            raise PydanticCustomError("dubbel", "werkt noemt twee keer hetzelfde")
        return self


class Relatie(Koppeling):
    """A typed relation to another instrument."""

    soort: Relatiesoort
    """Soort relatie, gelezen vanaf deze kaart."""
    instrument: InstrumentId
    """Id van het andere instrument."""


class Instrument(Item):
    """A policy instrument. Holds every field of the source card *Bestuurlijk overleg* and what choosing needs."""

    kind: ClassVar[str] = "instrument"

    samenvatting: Samenvatting
    """Wat het is, in korte zinnen van samen hooguit 200 tekens."""
    status: Status
    """geldend, voorgesteld, vervallen of vervangen."""
    vervangen_door: InstrumentId | None = None
    """Id van het instrument dat ervoor in de plaats kwam; alleen bij status `vervangen`."""
    eigenaar: Literal["redactie"] = "redactie"
    """Wie de kaart bijhoudt."""
    beoordeeld_op: date
    """Datum waarop de kaart voor het laatst helemaal is nagelezen."""
    beoordelen_voor: date
    """Datum waarvoor de kaart opnieuw nagelezen moet zijn."""

    bestuurslagen: Annotated[list[Bestuurslaag], Field(min_length=1)]
    """Welke overheden meedoen."""
    fase: list[Fase] = []
    """Fasen van de beleidscyclus (oordeel van de redactie)."""
    rol: list[Rol] = []
    """Rol van de overheid op de participatietrap (rob-2021 § 2.4)."""

    wanneer_wel: list[Situatie] = []
    """Situaties waarin dit past."""
    wanneer_niet: list[Alternatief] = []
    """Situaties waarin iets anders beter past."""

    kwalificatie: list[Uitspraak] = []
    """Wat voor instrument het in de kern is."""
    juridische_definitie: list[Uitspraak] = []
    """Wat het juridisch is of oplevert."""
    werkwijze: list[Uitspraak] = []
    """Hoe het werkt: stappen, onderdelen, wie wat doet."""
    kenmerken: Kenmerken = Kenmerken()
    """De kenmerken op een rij."""
    scores: Scores = Scores()
    """Vier schalen van 1 tot en met 5."""
    grondslag: Grondslag | None = None
    """Of het in een wet, een regeling of een afspraak staat. Zegt niets over afdwingbaarheid."""
    stand_nu: list[StandNu] = []
    """Wat er nu van bekend is, met de dag waarop dat is opgezocht."""
    vragen: list[Naam] = []
    """Vragen waarmee mensen bij dit instrument uitkomen, in hun eigen woorden."""
    wetgevend_kader: list[Wetsverwijzing] = []
    """Artikelen waarop het rust."""
    evaluaties: list[Evaluatie] = []
    """Wat bekend is over (kosten)effectiviteit."""
    voordelen: list[Uitspraak] = []
    """Wat ervoor spreekt."""
    nadelen: list[Uitspraak] = []
    """Wat ertegen spreekt."""
    factoren: list[Factor] = []
    """Slaag- en faalfactoren."""

    relaties: list[Relatie] = []
    """Relaties met andere instrumenten."""
    bouwstenen: list[NaarBouwsteen] = []
    """Bouwstenen waaraan het bijdraagt."""
    aanbevelingen: list[NaarAanbeveling] = []
    """Aanbevelingen die het uitvoert."""
    knelpunten: list[NaarKnelpunt] = []
    """Knelpunten waartegen het helpt."""
    begrippen: list[NaarBegrip] = []
    """Begrippen die u moet kennen om dit te begrijpen."""
    bronnen: Annotated[list[BronId], Field(min_length=1)]
    """Ids van alle bronnen die op deze kaart staan."""
    niet_gevonden: list[
        Literal[
            "juridische_definitie",
            "kenmerken",
            "wetgevend_kader",
            "evaluaties",
            "voordelen",
            "nadelen",
            "factoren",
        ]
    ] = []
    """Velden waarvoor de bronnen zijn doorzocht zonder iets te vinden."""

    @model_validator(mode="after")
    def _replacement_fits_status(self) -> Instrument:
        if (self.status == "vervangen") != (self.vervangen_door is not None):
            raise PydanticCustomError(
                "vervangen", "status `vervangen` en veld `vervangen_door` horen bij elkaar"
            )
        if self.beoordelen_voor <= self.beoordeeld_op:
            raise PydanticCustomError("beoordelen", "beoordelen_voor moet na beoordeeld_op liggen")
        return self

    @property
    def slaagfactoren(self) -> list[Factor]:
        """Factors that help."""
        return [f for f in self.factoren if "helpt" in f.werkt]

    @property
    def faalfactoren(self) -> list[Factor]:
        """Factors that hinder."""
        return [f for f in self.factoren if "hindert" in f.werkt]
