"""The card of a policy instrument."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from .base import (
    Beoordeeld,
    Bestuurslaag,
    BronId,
    Dag,
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
    Partnerschap,
    Samenvatting,
    Score15,
    SituatieId,
    Uitspraak,
    Wetsverwijzing,
)
from .fields import About, Choice, Choices, Facet, Scale, label_of
from .kind import Kind, PartKind
from .text import Naam, Regel, Tekst, broken

Status = Annotated[
    Literal["geldend", "gesloten", "voorgesteld", "vervallen", "vervangen"],
    Choices(gesloten="geen nieuwe meer"),
]
# Of a published card only the others are left; a concept is no status to choose or to filter by.
Kaartstatus = Annotated[
    Literal["geldend", "gesloten", "voorgesteld", "vervallen", "vervangen", "concept"],
    Choices(gesloten="geen nieuwe meer"),
]
Fase = Literal["agenderen", "voorbereiden", "besluiten", "uitvoeren", "evalueren"]
Rol = Literal["loslaten", "faciliteren", "stimuleren", "regisseren", "reguleren"]
Relatiesoort = Annotated[
    Literal[
        "vereist", "versterkt", "ondermijnt", "alternatief_voor", "escaleert_naar", "onderdeel_van"
    ],
    Choices(
        vereist=Choice(
            "vereist", inverse="nodig voor", explained="Het eerste kan niet zonder het tweede."
        ),
        versterkt=Choice(
            "versterkt",
            inverse="versterkt door",
            explained="Met het eerste werkt het tweede beter.",
        ),
        ondermijnt=Choice(
            "ondermijnt",
            inverse="ondermijnd door",
            explained="Met het eerste werkt het tweede minder goed.",
        ),
        alternatief_voor=Choice(
            "alternatief voor",
            inverse="alternatief voor",
            explained="Het eerste kan in de plaats komen van het tweede.",
        ),
        escaleert_naar=Choice(
            "escaleert naar",
            inverse="volgt op",
            explained="Lukt het niet met het eerste, dan kunt u naar het tweede.",
        ),
        onderdeel_van=Choice(
            "onderdeel van", inverse="omvat", explained="Het eerste hoort bij het tweede."
        ),
    ),
]
Richting = Literal["helpt", "hindert"]


class Keuzezin(Herkomst):
    """A sentence that speaks for or against choosing the instrument."""

    als: Regel
    """Wanneer, als vervolg op ‘Kies dit als …’: kleine letter, geen punt."""
    situaties: Annotated[list[SituatieId], About(exemplary=True)] = []
    """Ids van de situaties waarover de zin iets zegt. Zij bepalen wat de keuzehulp toont."""

    @property
    def waarom(self) -> str | None:
        return self.als


class Alternatief(Keuzezin):
    """A sentence that speaks against the instrument, with the instrument to take then."""

    kies: Annotated[InstrumentId | None, About(exemplary=True)] = None
    """Id van het instrument dat dan beter past."""


class Kenmerken(Onderdeel):
    """The six characteristics of the source card."""

    typering_probleem: Annotated[Uitspraak | None, About("soort probleem")] = None
    """Voor welk soort probleem het is."""
    regels: Annotated[Uitspraak | None, About("wie maakt de regels")] = None
    """Wie de regels opstelt en met wie."""
    dwingendheid: Uitspraak | None = None
    """Hoeveel ruimte partijen houden om anders te handelen."""
    hardheid: Uitspraak | None = None
    """Of afspraken juridisch binden."""
    handhaafbaarheid: Uitspraak | None = None
    """Wie toeziet, controleert en straft."""
    reikwijdte: Uitspraak | None = None
    """Op wie het zich richt."""


SCORE_WORDS = {1: "zeer laag", 2: "laag", 3: "midden", 4: "hoog", 5: "zeer hoog"}
"""What the scores of a scale are called."""


class Score(Herkomst):
    """An ordinal score, or the two between which it lies. Editorial, resting on the statement that it cites."""

    waarde: Annotated[Score15 | None, About(exemplary=True)] = None
    """1 (laag) tot en met 5 (hoog). Wat 1, 3 en 5 betekenen staat op /over/scores/."""
    van: Score15 | None = None
    """Laagste score, als het per geval verschilt; dan ook `tot`, en geen `waarde`."""
    tot: Score15 | None = None
    """Hoogste score, als het per geval verschilt."""
    reden: Regel
    """Waarom deze score, in één zin."""

    @model_validator(mode="after")
    def _is_one_or_a_range(self) -> Score:
        one = self.waarde is not None and self.van is None and self.tot is None
        span = self.waarde is None and self.van is not None and self.tot is not None
        if not one and not (span and self.lowest < self.highest):
            said = "schrijf een `waarde`, of een `van` en een hogere `tot`"
            raise broken(said, "" if self.van is None else "van")
        return self

    @property
    def lowest(self) -> int:
        """The score, or the lowest of its range."""
        return self.waarde or self.van or 0

    @property
    def highest(self) -> int:
        """The score, or the highest of its range."""
        return self.waarde or self.tot or 0


class Grondslag(Herkomst):
    """Where an instrument is laid down. Something else than whether it can be enforced."""

    waarde: Annotated[
        Literal["wet", "regeling", "afspraak", "geen"],
        Choices(
            wet="in een wet",
            regeling="in een regeling van het Rijk",
            afspraak="in een afspraak",
            geen="nergens vastgelegd",
        ),
        About("staat", facet=Facet("grondslag", "Waar het staat", 7, unknown="niet bepaald")),
    ]
    """Waar het instrument in staat: een wet, een regeling van het Rijk, een afspraak, of nergens."""
    reden: Regel
    """Waarin het staat, in één zin."""


class StandNu(Uitspraak):
    """What is known of an instrument at a date, where older statements no longer tell."""

    datum: Annotated[Dag, About(today=True)]
    """Dag waarop dit is opgezocht, als JJJJ-MM-DD."""


class Scores(Onderdeel):
    """The four scales; a scale that differs per case has no score."""

    dwingendheid: Annotated[Score | None, About(scale=Scale("Meest dwingend"))] = None
    """Hoe sterk het de ruimte van partijen beperkt."""
    hardheid: Annotated[
        Score | None,
        About(
            scale=Scale("Meest bindend"),
            facet=Facet(
                "binding",
                "Juridische binding",
                6,
                unknown="niet bepaald",
                opened=True,
                score_words=(
                    "niet bindend",
                    "zwak bindend",
                    "bindend tussen partijen",
                    "sterk bindend",
                    "wettelijk afdwingbaar",
                ),
            ),
        ),
    ] = None
    """Hoe sterk het juridisch bindt."""
    handhaafbaarheid: Annotated[Score | None, About(scale=Scale("Best te handhaven"))] = None
    """Hoe goed naleving af te dwingen is."""
    reikwijdte: Annotated[Score | None, About(scale=Scale("Grootste reikwijdte", drawn=False))] = (
        None
    )
    """Hoe ver de werking reikt."""


class Deel(Onderdeel):
    """A part of a picture on a card, as an entry of the list beside it."""

    naam: Annotated[Regel, About(running=False)]
    """Het deel in enkele woorden; dit staat in het beeld."""
    tekst: Annotated[Regel | None, About(running=False)] = None
    """Wat erbij hoort, in één zin."""
    rol: Rol | None = None
    """Bij een trap: de rol van de overheid waar deze trede over gaat."""


class Beeld(Herkomst):
    """A picture on a card, with the same content as a list beside it."""

    vorm: Literal["stappen", "ring", "trap"]
    """stappen van de aanbeveling die de kaart uitvoert, een ring van delen, of treden van een trap."""
    titel: Naam
    """De kop boven het beeld."""
    inleiding: Annotated[Regel, About(running=False)]
    """Wat het beeld laat zien, in een of twee zinnen."""
    delen: list[Deel] = []
    """De delen, in volgorde. Laat weg bij stappen: die komen van de aanbeveling."""

    @model_validator(mode="after")
    def _has_something_to_draw(self) -> Beeld:
        if (self.vorm == "stappen") == bool(self.delen):
            raise broken("een ring of een trap heeft delen; stappen komen van de aanbeveling")
        return self


class Casemodel(Onderdeel):
    """What makes this card the model with which cases are read."""

    leest: Literal["moore", "partnerschap"]
    """Welk deel van een praktijkvoorbeeld met dit model is gelezen."""
    uitleg: Annotated[Regel, About(running=False)]
    """Wat lezers van zo'n praktijkvoorbeeld moeten weten; staat daar bij dat deel."""
    ideaal: Partnerschap | None = None
    """Bij partnerschap: de scores van het partnerschap dat het gelijkwaardigst is."""


class Evaluatie(Uitspraak):
    """What is known of the (cost-)effectiveness."""

    wie: Naam | None = None
    """Wie evalueerde."""
    wanneer: Naam | None = None
    """Wanneer, zoals de bron het zegt: "november 2006"."""


class Factor(Herkomst):
    """A success or failure factor. Cases confirm or contradict it."""

    kind: ClassVar[PartKind] = PartKind(
        name="factor",
        plural="factoren",
        icon="M2.5 5h15M2.5 10h7M14.5 10h3M2.5 15h11M9.5 10a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0",
        anchor="factor",
        title_field="naam",
        within_item=True,
    )

    id: Id
    """Uniek binnen de kaart."""
    naam: Annotated[Regel, About(running=False)]
    """De factor in enkele woorden."""
    toelichting: Tekst | None = None
    """Wat ermee bedoeld is."""
    werkt: Annotated[list[Richting], Field(min_length=1, max_length=2)]
    """Wat de factor doet: helpt, hindert, of beide."""

    @model_validator(mode="after")
    def _directions_differ(self) -> Factor:
        if len(set(self.werkt)) != len(self.werkt):
            raise broken("noemt twee keer hetzelfde", "werkt")
        return self


class Relatie(Koppeling):
    """A typed relation to another instrument."""

    soort: Relatiesoort
    """Soort relatie, gelezen vanaf deze kaart."""
    instrument: InstrumentId
    """Id van het andere instrument."""


class Instrument(Beoordeeld, Item):
    """A policy instrument. Holds every field of the source card *Bestuurlijk overleg* and what choosing needs."""

    kind: ClassVar[Kind] = Kind(
        name="instrument",
        order=10,
        folder="instruments",
        suffix=".yml",
        plural="instrumenten",
        description="Alle manieren waarop overheden samen iets voor elkaar krijgen, met wat ervoor en ertegen spreekt.",
        icon="M2.5 5h15M2.5 10h7M14.5 10h3M2.5 15h11M9.5 10a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0",
    )

    samenvatting: Samenvatting
    """Wat het is, in korte zinnen van samen hooguit 200 tekens."""
    status: Annotated[Kaartstatus, About(facet=Facet("status", "Status", 8))]  # type: ignore[assignment]
    """geldend, gesloten (wat loopt, loopt door; er komen geen nieuwe bij), voorgesteld, vervallen of vervangen; `concept` zolang de kaart niet op de site mag en half af mag zijn."""
    vervangen_door: InstrumentId | None = None
    """Id van het instrument dat ervoor in de plaats kwam; alleen bij status `vervangen`."""
    eigenaar: Literal["redactie"] = "redactie"
    """Wie de kaart bijhoudt."""

    bestuurslagen: Annotated[
        list[Bestuurslaag],
        Field(min_length=1),
        About("wie", facet=Facet("bestuurslaag", "Wie doet mee", 1, opened=True)),
    ]
    """Welke overheden meedoen."""
    fase: Annotated[
        list[Fase], About(counted="fase in de beleidscyclus", facet=Facet("fase", "Fase", 2))
    ] = []
    """Fasen van de beleidscyclus (oordeel van de redactie)."""
    rol: Annotated[
        list[Rol],
        About(counted="rol van de overheid", facet=Facet("rol", "Rol van de overheid", 3)),
    ] = []
    """Rol van de overheid op de participatietrap (rob-2021 § 2.4)."""

    wanneer_wel: Annotated[list[Keuzezin], About(counted="wanneer wel")] = []
    """Situaties waarin dit past."""
    wanneer_niet: Annotated[list[Alternatief], About(counted="wanneer niet")] = []
    """Situaties waarin iets anders beter past."""

    kwalificatie: Annotated[list[Uitspraak], About(counted="kwalificatie")] = []
    """Wat voor instrument het in de kern is."""
    juridische_definitie: Annotated[
        list[Uitspraak], About(fact=True, counted="juridische definitie")
    ] = []
    """Wat het juridisch is of oplevert."""
    werkwijze: Annotated[list[Uitspraak], About(fact=True)] = []
    """Hoe het werkt: stappen, onderdelen, wie wat doet."""
    kenmerken: Annotated[Kenmerken, About(fact=True, counted="kenmerken")] = Kenmerken()
    """De kenmerken op een rij."""
    scores: Annotated[Scores, About(fact=True, counted="scores")] = Scores()
    """Vier schalen van 1 tot en met 5."""
    wetgevend_kader: Annotated[
        list[Wetsverwijzing], About(fact=True, counted="wetgevend kader")
    ] = []
    """Artikelen waarop het rust."""
    grondslag: Grondslag | None = None
    """Waar het in staat: een wet, een regeling of een afspraak. Zegt niets over afdwingbaarheid."""
    stand_nu: list[StandNu] = []
    """Wat er nu van bekend is, met de dag waarop dat is opgezocht."""
    vragen: list[Naam] = []
    """Vragen waarmee mensen bij dit instrument uitkomen, in hun eigen woorden."""
    beeld: Beeld | None = None
    """Een beeld van hoe het werkt, met een lijst ernaast."""
    casemodel: Casemodel | None = None
    """Alleen voor een model waarmee praktijkvoorbeelden zijn gelezen: de uitleg die daar bij staat."""
    evaluaties: Annotated[list[Evaluatie], About(fact=True, counted="evaluatie")] = []
    """Wat bekend is over (kosten)effectiviteit."""
    voordelen: Annotated[list[Uitspraak], About(fact=True, counted="voordelen")] = []
    """Wat ervoor spreekt."""
    nadelen: Annotated[list[Uitspraak], About(fact=True, counted="nadelen")] = []
    """Wat ertegen spreekt."""
    factoren: list[Factor] = []
    """Slaag- en faalfactoren."""

    relaties: Annotated[list[Relatie], About(counted="samenhang met andere instrumenten")] = []
    """Relaties met andere instrumenten."""
    bouwstenen: Annotated[
        list[NaarBouwsteen],
        About(counted="bouwstenen", facet=Facet("bouwsteen", "Bouwsteen", 4, opened=True)),
    ] = []
    """Bouwstenen waaraan het bijdraagt."""
    aanbevelingen: Annotated[list[NaarAanbeveling], About(counted="aanbevelingen")] = []
    """Aanbevelingen die het uitvoert."""
    knelpunten: Annotated[
        list[NaarKnelpunt], About(counted="knelpunten", facet=Facet("knelpunt", "Knelpunt", 5))
    ] = []
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
            raise broken("status `vervangen` en veld `vervangen_door` horen bij elkaar", "status")
        return self

    @property
    def is_in_force(self) -> bool:
        """Whether it is there: no longer a proposal, and not yet past."""
        return self.status == "geldend"

    @property
    def beside(self) -> str:
        """What stands beside its name: the status, when it is not there yet or no longer."""
        # The title of a concept says it already.
        return "" if self.is_in_force or self.is_concept else label_of(self, "status")

    @property
    def slaagfactoren(self) -> list[Factor]:
        """Factors that help."""
        return [f for f in self.factoren if "helpt" in f.werkt]

    @property
    def faalfactoren(self) -> list[Factor]:
        """Factors that hinder."""
        return [f for f in self.factoren if "hindert" in f.werkt]
