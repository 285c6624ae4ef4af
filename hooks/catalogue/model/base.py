"""What every kind of content shares: strictness, ids, references, sources and links with a reason."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictInt, model_validator

from ..dutch import enumeration
from ..markup import ITEM_ID
from .docstrings import with_help
from .fields import About, Choice, Choices, Described, Ref, fields_of
from .kind import Kind, register
from .text import Naam, Pattern, Regel, Tekst, broken, check_line

REDACTIE = "redactie"
"""The source of a judgement of our own. Shown as such; never the source of a fact."""

CONCEPT = "concept"
"""The status of an item that is not published yet."""

Bestuurslaag = Annotated[
    Literal["rijk", "provincie", "gemeente", "waterschap"], Choices(rijk="Rijk")
]

Id = Annotated[
    str,
    Field(max_length=80),
    Pattern(ITEM_ID, "alleen kleine letters, cijfers en streepjes, zoals regio-deal"),
]

Datum = Annotated[date, Field(ge=date(1500, 1, 1), le=date(2100, 12, 31))]
"""The day on which a document appeared."""

Dag = Annotated[date, Field(ge=date(1990, 1, 1), le=date(2100, 12, 31))]
"""A day of work on the content; the newest of them is the clock of the build."""

InstrumentId = Annotated[str, Ref(("instrument",))]
CaseId = Annotated[str, Ref(("case",))]
BouwsteenId = Annotated[str, Ref(("bouwsteen",))]
AanbevelingId = Annotated[str, Ref(("aanbeveling",))]
KnelpuntId = Annotated[str, Ref(("knelpunt",))]
WetId = Annotated[str, Ref(("wet",))]
BegripId = Annotated[str, Ref(("begrip",))]
SituatieId = Annotated[str, Ref(("situatie",))]
KeuzevraagId = Annotated[str, Ref(("keuzevraag",))]
ModuleId = Annotated[str, Ref(("module",))]
BronId = Annotated[str, Ref(("bron",))]
FactorId = Annotated[str, Ref(("factor",))]


class Onderdeel(BaseModel):
    """A part of a card. Unknown keys are an error, and YAML's guesses (yes, 1:30) do not pass for text."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        json_schema_extra=with_help,
        # A part is validated within its item; hardly any class needs a validator of its own.
        defer_build=True,
    )

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        register(cls)

    @property
    def waarom(self) -> str | None:
        """The sentence that says why, on a part that links two items."""
        return None


def check_single(part: Onderdeel, *names: str) -> None:
    """Raise with a Dutch sentence unless exactly one of these fields of a part is filled in."""
    if sum(getattr(part, name) is not None for name in names) != 1:
        said = f"noem precies één van {enumeration([f'`{name}`' for name in names])}"
        raise broken(said)


Plaats = Annotated[Regel, About(running=False)]


class Vindplaats(Onderdeel):
    """A place in a source."""

    bron: BronId
    """Id van de bron."""
    plaats: Plaats
    """Waar in de bron: hoofdstuk, kop of veld."""


class Herkomst(Onderdeel):
    """What rests on a source and says which, and where in it."""

    bron: Annotated[str, Ref(("bron",), judgement=True)]
    """Id van de bron, of `redactie` voor een oordeel van onszelf."""
    plaats: Plaats | None = None
    """Waar in de bron: hoofdstuk, kop of veld. Alleen bij `redactie` mag dit leeg zijn."""
    ook: list[Vindplaats] = []
    """Andere bronnen die hetzelfde zeggen."""

    @model_validator(mode="after")
    def _place_is_named(self) -> Herkomst:
        if self.plaats is None and self.bron != REDACTIE:
            raise broken("plaats ontbreekt: noem waar het in de bron staat")
        return self

    @property
    def is_redactie(self) -> bool:
        """Whether this is a judgement of ours."""
        return self.bron == REDACTIE

    @property
    def tense(self) -> str:
        """What is said of what was planned or is proposed; of what happened, and of what simply holds, nothing."""
        stand = getattr(self, "stand", None)
        return fields_of(type(self))["stand"].choices[stand].explained if stand else ""

    @property
    def places(self) -> list[tuple[str, str]]:
        """Source and place of all that this rests on; none for a judgement that rests on nothing."""
        own = [] if self.is_redactie or self.plaats is None else [(self.bron, self.plaats)]
        return own + [(also.bron, also.plaats) for also in self.ook]


def in_order(model: type[BaseModel]) -> list[Described]:
    """The fields in the order in which a card has them: what is said first, where it stands in a source last."""
    return sorted(fields_of(model), key=lambda one: one.name in Herkomst.model_fields)


Stand = Annotated[
    Literal["gebeurd", "gepland", "voorgesteld"],
    Choices(
        gepland=Choice("gepland", explained="dit was een plan"),
        voorgesteld=Choice("voorgesteld", explained="dit is een voorstel"),
    ),
]


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
    doet: Annotated[
        Literal["voert uit", "helpt", "wordt ontraden"],
        Choices(
            **{
                "voert uit": Choice(
                    "voert uit",
                    plural="Instrumenten die dit uitvoeren",
                    inverse="Instrument dat dit uitvoert",
                ),
                "helpt": Choice(
                    "helpt bij",
                    plural="Instrumenten die hierbij helpen",
                    inverse="Instrument dat hierbij helpt",
                ),
                "wordt ontraden": Choice(
                    "wordt ontraden in",
                    plural="Instrumenten die hier worden ontraden",
                    inverse="Instrument dat hier wordt ontraden",
                ),
            }
        ),
    ] = "voert uit"
    """Wat het instrument met de aanbeveling doet: uitvoeren, erbij helpen, of juist het instrument dat zij ontraadt."""


class NaarKnelpunt(Koppeling):
    """A link to a knelpunt."""

    knelpunt: KnelpuntId
    """Id van het knelpunt."""


class NaarBegrip(Koppeling):
    """A link to a concept."""

    begrip: BegripId
    """Id van het begrip."""


class NaarModule(Koppeling):
    """A link to a module."""

    module: ModuleId
    """Id van de module."""


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
    gecontroleerd_op: Dag | None = None
    """Datum waarop iemand de wettekst zelf las. Laat weg als niemand dat deed."""

    @property
    def waarom(self) -> str | None:
        return self.betekenis

    @model_validator(mode="after")
    def _paragraph_needs_article(self) -> Wetsverwijzing:
        if self.lid and not self.artikel:
            raise broken("lid staat er zonder artikel; vul `artikel` in", "lid")
        return self


Score15 = Annotated[StrictInt, Field(ge=1, le=5)]


class Partnerschap(Herkomst):
    """The six partnership scores of bijlage III (rob-2021), 1–5 each."""

    naam: Naam | None = None
    """Hoe de tabel van de bron deze rij noemt, zoals MIRT. Boven smalle kolommen staat die naam en niet de titel."""
    beleidsambitie_rijk: Annotated[
        Score15, About("eigen ambitie van het Rijk", "1 is geen, 5 is een zeer sterke")
    ]
    """1 = Rijk heeft geen eigen ambitie; 5 = in zeer hoge mate."""
    verplicht_karakter: Annotated[
        Score15, About("verplicht karakter", "1 is vrijwillig, 5 is zeer verplicht")
    ]
    """1 = Rijk verplicht niet; 5 = in zeer hoge mate."""
    decentrale_middelen: Annotated[
        Score15, About("eigen middelen decentraal", "1 is niet nodig, 5 is in zeer hoge mate nodig")
    ]
    """1 = geen eigen middelen nodig; 5 = in zeer hoge mate."""
    eisen_aan_uitvoering: Annotated[
        Score15, About("eisen aan de uitvoering", "1 is geen, 5 is zeer veel")
    ]
    """1 = Rijk stelt geen eisen; 5 = in zeer hoge mate."""
    verantwoordelijkheid_uitvoering: Annotated[
        Score15, About("wie voert uit", "1 is alleen het Rijk, 5 is alleen decentraal")
    ]
    """1 = Rijk 100%; 5 = decentrale overheden 100%."""
    verantwoording_aan_rijk: Annotated[
        Score15, About("verantwoording aan het Rijk", "1 is geen, 5 is zeer veel")
    ]
    """1 = geen verantwoording; 5 = in zeer hoge mate."""


class Wijziging(Onderdeel):
    """A dated change, for ‘what changed last’."""

    datum: Annotated[Dag, About(today=True)]
    """Datum van de wijziging, als JJJJ-MM-DD."""
    wat: Annotated[Regel, About(running=False)]
    """Wat er veranderde, in één zin."""


class Item(Onderdeel):
    """One item with a page or an anchor of its own."""

    kind: ClassVar[Kind]

    id: Id
    """Het laatste deel van het adres, en de naam van het bestand zonder extensie. Verandert nooit meer."""
    titel: Naam
    """De naam zoals lezers die kennen."""
    status: Literal["concept"] | None = None
    """Op `concept` zolang dit niet op de site mag; dan mag het ook half af zijn. Publiceren: haal dit weg."""
    synoniemen: list[Naam] = []
    """Andere namen en afkortingen. De zoekfunctie vindt ze."""
    zoekwoorden: list[Naam] = []
    """Woorden en veelgemaakte spelfouten waarop dit gevonden moet worden. Ze staan nergens op de site."""
    wijzigingen: list[Wijziging] = []
    """Wat er wanneer veranderde, nieuwste eerst."""

    @property
    def is_concept(self) -> bool:
        """Whether it is not published yet."""
        return self.status == CONCEPT

    @property
    def changed(self) -> date | None:
        """The day on which it last changed, if that is told."""
        return max((one.datum for one in self.wijzigingen), default=None)

    @property
    def asked(self) -> list[str]:
        """The questions of people that it answers, where its kind has them; those of a trainer to a group are no such."""
        return [one for one in getattr(self, "vragen", []) if isinstance(one, str)]


class Houdbaar(Onderdeel):
    """What must be gone through again before a day; once that day is there, its page says so by itself."""

    beoordelen_voor: Dag | None = None
    """Datum waarvoor dit opnieuw nagelezen moet zijn. Vanaf die dag zegt de pagina dat zij nagelezen moet worden."""

    @property
    def gone_through(self) -> date | None:
        """The day on which somebody last went through it, if that is told."""
        return None


class Nagelezen(Onderdeel):
    """What somebody went through as a whole."""

    beoordeeld_op: Annotated[Dag, About(today=True)]
    """Datum waarop iemand dit voor het laatst helemaal naliep, met de bronnen ernaast. Een kleine wijziging telt niet."""


class Beoordeeld(Houdbaar, Nagelezen):
    """What somebody went through as a whole, and must be gone through again before a day."""

    beoordelen_voor: Dag
    """Datum waarvoor dit opnieuw nagelezen moet zijn. Vanaf die dag zegt de pagina dat zij nagelezen moet worden."""

    @model_validator(mode="after")
    def _review_follows_review(self) -> Beoordeeld:
        if self.beoordelen_voor <= self.beoordeeld_op:
            raise broken("moet na beoordeeld_op liggen", "beoordelen_voor")
        return self

    @property
    def gone_through(self) -> date:
        return self.beoordeeld_op


class Tekstitem(Item):
    """An item kept as Markdown: its fields are the front matter, what follows is an introduction of our own."""

    tekst: Tekst | None = None
    """Inleiding van de redactie: de tekst onder de velden."""


Samenvatting = Annotated[
    str, Field(max_length=200), AfterValidator(check_line), About(running=False)
]
