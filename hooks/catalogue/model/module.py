"""A module of the shared learning line (leerlijn): all that a trainer needs to run it tomorrow."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictInt, model_validator

from .base import (
    BouwsteenId,
    BronId,
    CaseId,
    Dag,
    Houdbaar,
    Id,
    InstrumentId,
    ModuleId,
    NaarAanbeveling,
    NaarBegrip,
    NaarBouwsteen,
    NaarCase,
    NaarInstrument,
    NaarKnelpunt,
    Onderdeel,
    Samenvatting,
    Tekstitem,
    check_single,
)
from .fields import About, Choices, Ref
from .kind import Kind
from .text import Naam, Regel, Tekst, broken

HandoutId = Annotated[str, Ref(("handout",))]
Minuten = Annotated[StrictInt, Field(ge=1, le=480)]


class Werkvorm(Onderdeel):
    """How some minutes of a programme part are used; what must happen in them fits, or the check says so."""

    vorm: Annotated[
        Literal[
            "uitleg", "plenair", "groepen", "tweetallen", "alleen", "rollenspel", "lezen", "pauze"
        ],
        Choices(
            uitleg="de trainer legt uit",
            plenair="samen, met de hele groep",
            groepen="in groepen",
            tweetallen="in tweetallen",
            alleen="ieder voor zich",
            lezen="ieder leest",
        ),
    ]
    """Hoe mensen werken."""
    minuten: Minuten
    """Hoe lang."""
    groepsgrootte: Annotated[StrictInt, Field(ge=2, le=20)] | None = None
    """Bij groepen en rollenspel: mensen per groep."""
    beurten: Annotated[
        Literal["persoon", "groep"] | None,
        Choices(persoon="elke deelnemer", groep="elke groep"),
    ] = None
    """Wie na elkaar aan de beurt komen. Laat weg als niemand apart aan de beurt komt."""
    seconden: Annotated[StrictInt, Field(ge=10, le=1200)] | None = None
    """Hoe lang een beurt duurt, of hoe lang één vraag of kaartje kost."""
    stuks: Annotated[StrictInt, Field(ge=1, le=60)] = 1
    """Zoveel vragen, kaartjes of stellingen krijgt ieder die aan de beurt komt."""
    vellen: Annotated[StrictInt, Field(ge=1, le=60)] | None = None
    """Bij lezen: zoveel van de uitgedeelde vellen of kaartjes leest ieder. Laat weg als ieder alles leest."""

    @model_validator(mode="after")
    def _turns_take_time(self) -> Werkvorm:
        if self.beurten and self.seconden is None:
            raise broken("bij `beurten` hoort `seconden`")
        if self.vorm in ("groepen", "rollenspel") and self.groepsgrootte is None:
            raise broken("bij groepen en een rollenspel hoort `groepsgrootte`")
        return self


class Programmaonderdeel(Onderdeel):
    """A part of the programme."""

    minuten: Minuten
    """Hoe lang het duurt, in minuten."""
    titel: Naam
    """Wat er gebeurt, in enkele woorden."""
    tekst: Tekst
    """Wat trainer en deelnemers doen."""
    opdracht: Id | None = None
    """Id van de opdracht die hier wordt gedaan."""
    zeg: Tekst | None = None
    """Wat de trainer zegt: genoeg om uit te spreken, in de woorden van de trainer."""
    toon: list[Regel] = []
    """Wat de trainer laat zien: op een scherm, een bord of een vel."""
    deel_uit: list[HandoutId] = []
    """Ids van de handouts die hier worden uitgedeeld."""
    werkvormen: list[Werkvorm] = []
    """Hoe de minuten worden gebruikt; samen zo lang als het onderdeel."""


class Dwaalweg(Onderdeel):
    """Where people go wrong, and what the trainer does then."""

    als: Regel
    """Wat er misgaat of wat iemand zegt."""
    dan: Regel
    """Wat de trainer doet of vraagt."""


class Opdracht(Onderdeel):
    """An exercise with its answer."""

    id: Id | None = None
    """Uniek binnen de module."""
    titel: Naam
    """Naam van de opdracht."""
    opdracht: Tekst
    """Wat deelnemers doen."""
    antwoord: Tekst
    """Wat een goed antwoord bevat."""
    leerdoelen: list[Annotated[StrictInt, Field(ge=1)]] = []
    """Nummers van de leerdoelen die hier worden geoefend."""
    blijkt: Regel | None = None
    """Waaraan u ziet dat het leerdoel is gehaald."""
    dwaalwegen: list[Dwaalweg] = []
    """Fouten die vaak voorkomen."""
    vast: Regel | None = None
    """Wat u doet als een groep vastzit."""
    lees_vooraf: list[Annotated[StrictInt, Field(ge=1)]] = []
    """Nummers van de leesstukken die iemand gelezen moet hebben."""


class Materiaal(Onderdeel):
    """Something that must be there; materials are numbered in this order."""

    wat: Naam
    """Wat het is."""
    handout: HandoutId | None = None
    """Id van de handout, als het die is."""
    aantal: Naam
    """Hoeveel: "één per deelnemer", "één stapel per groep van vier"."""


class Groepen(Onderdeel):
    """For how many people the module works, and what to do when it does not come out."""

    minst: Annotated[StrictInt, Field(ge=2, le=60)]
    """Het kleinste aantal deelnemers."""
    hoogst: Annotated[StrictInt, Field(ge=2, le=60)]
    """Het grootste aantal deelnemers."""
    oneven: Regel
    """Wat u doet als het aantal niet uitkomt."""
    een_laag: Regel
    """Wat u doet als alle deelnemers van één overheid of één bestuurslaag zijn."""


class Variant(Onderdeel):
    """Another way to give the module."""

    naam: Naam
    """"Kort" of "online"."""
    duur: Minuten
    """Hoe lang deze variant duurt, in minuten."""
    tekst: Tekst
    """Wat u anders doet, per onderdeel."""


LEESBAAR = ("instrument", "case", "bouwsteen", "bron")
"""The kinds of what one can be asked to read; in a ``Leesstuk`` a field is called after each."""


class Leesstuk(Onderdeel):
    """Something to read before the training, or after it."""

    instrument: InstrumentId | None = None
    """Id van een instrument."""
    case: CaseId | None = None
    """Id van een praktijkvoorbeeld."""
    bouwsteen: BouwsteenId | None = None
    """Id van een bouwsteen."""
    bron: BronId | None = None
    """Id van een bron; dan ook `plaats`."""
    plaats: Naam | None = None
    """Welk deel iemand leest: een hoofdstuk, een kop of een deel van de kaart."""
    minuten: Minuten | None = None
    """Hoe lang het lezen duurt. Reken op 200 woorden per minuut."""
    reden: Regel
    """Waarvoor iemand dit leest, in één zin."""

    @property
    def waarom(self) -> str | None:
        return self.reden

    @property
    def target(self) -> tuple[str, str]:
        """Kind and id of what it is."""
        return next((kind, id) for kind in LEESBAAR if (id := getattr(self, kind)) is not None)

    @model_validator(mode="after")
    def _is_one_thing(self) -> Leesstuk:
        check_single(self, *LEESBAAR)
        if self.bron and not self.plaats:
            raise broken("plaats ontbreekt: noem waar het in de bron staat")
        return self


class Module(Houdbaar, Tekstitem):
    """A module that a trainer can teach from."""

    kind: ClassVar[Kind] = Kind(
        name="module",
        order=90,
        folder="docs/leerlijn",
        section="leerlijn",
        plural="modules",
        heading="Leerlijn",
        description="Modules waarmee u anderen leert samenwerken tussen overheden.",
        icon="M1.5 7.500L10 3.500l8.5 4L10 11.500zM5 9.500v4.300c2.8 2.2 7.2 2.2 10 0V9.500M18.5 7.500v5",
    )

    nummer: Annotated[StrictInt, Field(ge=1)]
    """Volgnummer in de leerlijn."""
    samenvatting: Samenvatting
    """Waar de module over gaat, in korte zinnen van samen hooguit 200 tekens."""
    doelgroep: Annotated[Regel, About(running=False)]
    """Voor wie."""
    duur: Annotated[StrictInt, Field(ge=15)]
    """Duur in minuten; gelijk aan de som van het programma."""
    voorkennis: Annotated[Regel, About(running=False)]
    """Wat deelnemers al moeten weten."""
    na: list[ModuleId] = []
    """Ids van de modules die iemand eerst doet."""
    routes: list[
        Annotated[
            Literal[
                "nieuwe beleidsmedewerker",
                "bestuurder",
                "jurist",
                "programmamanager",
            ],
            Choices(),
        ]
    ] = []
    """Voor wie de module in een route door de leerlijn staat."""
    nagelopen_op: Dag | None = None
    """Dag waarop iemand de module naast de kaarten legde die zij gebruikt."""
    leerdoelen: Annotated[list[Regel], Field(min_length=1)]
    """Wat deelnemers na afloop kunnen."""
    groepen: Groepen | None = None
    """Voor hoeveel mensen, en wat u doet als het niet uitkomt."""
    materiaal: list[Materiaal] = []
    """Wat er klaar moet liggen, in volgorde van gebruik."""
    lezen_vooraf: list[Leesstuk] = []
    """Wat deelnemers vooraf lezen."""
    voorbereiding: list[Regel] = []
    """Wat trainer en deelnemers vooraf doen."""
    programma: Annotated[list[Programmaonderdeel], Field(min_length=1)]
    """Opzet met tijden."""
    opdrachten: list[Opdracht] = []
    """Opdrachten met antwoorden."""
    reflectie: list[Regel] = []
    """Vragen waarmee deelnemers terugkijken op wat zij leerden."""
    lastig: list[Dwaalweg] = []
    """Wat u doet met een groep die vastzit, zwijgt of zich verzet."""
    varianten: list[Variant] = []
    """Andere manieren om de module te geven, zoals kort of online."""
    vervolg: Tekst | None = None
    """Wat deelnemers en trainer na de training doen."""
    verder_lezen: list[Leesstuk] = []
    """Wat iemand daarna kan lezen."""
    instrumenten: list[NaarInstrument] = []
    """Instrumenten die de module gebruikt."""
    cases: list[NaarCase] = []
    """Praktijkvoorbeelden die de module gebruikt."""
    bouwstenen: list[NaarBouwsteen] = []
    """Bouwstenen waar de module op ingaat."""
    aanbevelingen: list[NaarAanbeveling] = []
    """Aanbevelingen waar de module op ingaat."""
    knelpunten: list[NaarKnelpunt] = []
    """Knelpunten die de module bespreekt."""
    begrippen: list[NaarBegrip] = []
    """Begrippen die de module uitlegt."""
    bronnen: Annotated[list[BronId], Field(min_length=1)]
    """Ids van alle bronnen waarop de module rust."""

    @model_validator(mode="after")
    def _times_add_up(self) -> Module:
        total = sum(part.minuten for part in self.programma)
        if total != self.duur:
            said = f"duur is {self.duur} minuten, maar het programma telt {total}"
            raise broken(said, "duur")
        return self

    @property
    def gone_through(self) -> date | None:
        return self.nagelopen_op
