"""A case from practice."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from .base import (
    Bestuurslaag,
    BronId,
    FactorId,
    Herkomst,
    InstrumentId,
    Item,
    NaarBouwsteen,
    NaarKnelpunt,
    Nagelezen,
    Onderdeel,
    Partnerschap,
    Samenvatting,
    Stand,
    Uitspraak,
    Wetsverwijzing,
)
from .fields import About, Choice, Choices
from .kind import Kind
from .text import Naam, Regel

Diepte = Annotated[
    Literal["casestudie", "schets", "vermelding"],
    Choices(
        casestudie=Choice("casestudie", explained="De bron onderzocht dit voorbeeld uitgebreid."),
        schets=Choice(
            "schets", explained="Een schets: er is minder over bekend dan bij een casestudie."
        ),
        vermelding=Choice("vermelding", explained="De bron noemt dit voorbeeld alleen kort."),
    ),
]
Oordeel = Annotated[
    Literal["herkomst", "bevestigd", "weersproken", "niet onderzocht"],
    Choices(
        herkomst=Choice("komt hiervandaan", inverse="komt uit"),
        bevestigd=Choice("bevestigd", inverse="bevestigd in"),
        weersproken=Choice("weersproken", inverse="weersproken in"),
        **{"niet onderzocht": Choice("niet onderzocht", inverse="niet onderzocht in")},
    ),
]


class Inzet(Herkomst):
    """An instrument in this case, with what happened."""

    instrument: InstrumentId
    """Id van het instrument."""
    wat: Annotated[Regel, About(running=False)]
    """Wat er met dit instrument gebeurde."""
    stand: Stand | None = None
    """gebeurd, gepland of voorgesteld."""

    @property
    def waarom(self) -> str | None:
        return self.wat


class Moore(Onderdeel):
    """The three elements of Moore's model (rob-2021 § 2.2)."""

    maatschappelijke_meerwaarde: list[Uitspraak] = []
    """Wat het de samenleving opleverde of moest opleveren."""
    legitimiteit_en_steun: list[Uitspraak] = []
    """Wie het steunde en wie meebesliste."""
    operationele_capaciteit: list[Uitspraak] = []
    """Mensen, kennis, geld en organisatie."""


class Programmakenmerk(Onderdeel):
    """A cell of tabel 3.1; ‘benadering’ and ‘departement’ have a second value for MIRT new style."""

    waarde: Annotated[Regel, About(running=False)]
    """Wat de tabel voor dit programma zegt, in eigen woorden."""
    nieuwe_stijl: Annotated[Regel | None, About(running=False)] = None
    """Tweede waarde, voor de nieuwe stijl."""
    noot: Annotated[Regel | None, About(running=False)] = None
    """Wat de tekst erbij of ertegenin zegt, met plaats."""


class Programmakenmerken(Herkomst):
    """The seven rows of tabel 3.1 (rob-2021)."""

    initiatiefnemer: Annotated[Programmakenmerk, About("wie begint")]
    """Wie het initiatief neemt."""
    doel: Programmakenmerk
    """Wat het doel is."""
    financiering: Annotated[Programmakenmerk, About("wie betaalt")]
    """Wie betaalt."""
    omvang_regio: Annotated[Programmakenmerk, About("omvang van de regio")]
    """Hoe groot de regio is."""
    benadering_opgave: Annotated[Programmakenmerk, About("benadering van de opgave")]
    """Sectoraal of integraal."""
    departement: Annotated[Programmakenmerk, About("ministeries")]
    """Welke ministeries meedoen."""
    invloed_rijk: Annotated[Programmakenmerk, About("invloed van het Rijk")]
    """Invloed van het Rijk op de keuze van activiteiten."""


class Bevindingen(Herkomst):
    """The three rows of tabel 4.1 (rob-2021)."""

    maatschappelijke_waarde: list[Regel]
    """Rij maatschappelijke waarde."""
    legitimiteit: list[Regel]
    """Rij legitimiteit."""
    operationele_capaciteit: list[Regel]
    """Rij operationele capaciteit."""


class Factorbevinding(Herkomst):
    """What a case says of a factor of an instrument card."""

    factor: FactorId
    """`<instrument>/<factor>`."""
    oordeel: Oordeel
    """herkomst: de factor komt uit dit voorbeeld. bevestigd: uit een andere bron of een ander voorbeeld blijkt hij ook."""
    toelichting: Regel
    """Waaruit dat blijkt, in één zin."""

    @property
    def waarom(self) -> str | None:
        return self.toelichting


class Case(Nagelezen, Item):
    """A case: what was done where, with which instruments, and what came of it."""

    kind: ClassVar[Kind] = Kind(
        name="case",
        order=20,
        folder="cases",
        suffix=".yml",
        section="praktijk",
        key="cases",
        word="praktijk",
        plural="praktijkvoorbeelden",
        heading="Praktijk",
        description="Wat er gebeurde toen overheden deze instrumenten gebruikten.",
        icon="M10 18s-6-5.2-6-10a6 6 0 0 1 12 0c0 4.8-6 10-6 10zM7.8 8a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0",
    )

    samenvatting: Samenvatting
    """Wat er gebeurde, in korte zinnen van samen hooguit 200 tekens."""
    diepte: Diepte
    """casestudie, schets of vermelding: hoeveel de bron erover zegt."""
    periode: Annotated[Uitspraak | None, About(fact=True)] = None
    """Wanneer het speelde."""
    regios: list[Naam] = []
    """Gebieden waar het speelde."""
    bestuurslagen: Annotated[list[Bestuurslaag], Field(min_length=1)]
    """Welke bestuurslagen meededen."""
    betrokkenen: list[Naam] = []
    """Overheden en andere partijen bij naam."""
    opgave: Annotated[list[Uitspraak], About(fact=True)] = []
    """Waar het om ging."""
    verloop: Annotated[list[Uitspraak], About(fact=True, tensed=True)] = []
    """Wat er gebeurde."""
    instrumenten: Annotated[list[Inzet], About(tensed=True)] = []
    """Welke instrumenten zijn gebruikt en wat ermee gebeurde."""
    moore: Annotated[Moore, About(fact=True)] = Moore()
    """De drie elementen van Moore."""
    programmakenmerken: Annotated[Programmakenmerken | None, About(fact=True)] = None
    """Tabel 3.1 van rob-2021."""
    bevindingen: Annotated[Bevindingen | None, About(fact=True)] = None
    """Tabel 4.1 van rob-2021."""
    partnerschap: Annotated[Partnerschap | None, About(fact=True)] = None
    """De zes scores van bijlage III van rob-2021."""
    factoren: list[Factorbevinding] = []
    """Wat de case zegt over factoren van instrumentkaarten."""
    lessen: list[Uitspraak] = []
    """Wat eruit te leren is."""
    wetgevend_kader: Annotated[list[Wetsverwijzing], About(fact=True)] = []
    """Wetten en afspraken die meespeelden."""
    bouwstenen: list[NaarBouwsteen] = []
    """Bouwstenen die eruit spreken."""
    knelpunten: list[NaarKnelpunt] = []
    """Knelpunten die zich voordeden."""
    bronnen: Annotated[list[BronId], Field(min_length=1)]
    """Ids van alle bronnen die op deze kaart staan."""
