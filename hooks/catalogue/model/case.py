"""A case from practice."""

from __future__ import annotations

from datetime import date
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
    Onderdeel,
    Samenvatting,
    Score15,
    Stand,
    Uitspraak,
    Wetsverwijzing,
)
from .text import Naam, Regel

Diepte = Literal["casestudie", "schets", "vermelding"]
Oordeel = Literal["herkomst", "bevestigd", "weersproken", "niet onderzocht"]


class Inzet(Herkomst):
    """An instrument in this case, with what happened."""

    instrument: InstrumentId
    """Id van het instrument."""
    wat: Regel
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

    waarde: Regel
    """Wat de tabel voor dit programma zegt, in eigen woorden."""
    nieuwe_stijl: Regel | None = None
    """Tweede waarde, voor de nieuwe stijl."""
    noot: Regel | None = None
    """Wat de tekst erbij of ertegenin zegt, met plaats."""


class Programmakenmerken(Herkomst):
    """The seven rows of tabel 3.1 (rob-2021)."""

    initiatiefnemer: Programmakenmerk
    """Wie het initiatief neemt."""
    doel: Programmakenmerk
    """Wat het doel is."""
    financiering: Programmakenmerk
    """Wie betaalt."""
    omvang_regio: Programmakenmerk
    """Hoe groot de regio is."""
    benadering_opgave: Programmakenmerk
    """Sectoraal of integraal."""
    departement: Programmakenmerk
    """Welke ministeries meedoen."""
    invloed_rijk: Programmakenmerk
    """Invloed van het Rijk op de keuze van activiteiten."""


class Bevindingen(Herkomst):
    """The three rows of tabel 4.1 (rob-2021)."""

    maatschappelijke_waarde: list[Regel]
    """Rij maatschappelijke waarde."""
    legitimiteit: list[Regel]
    """Rij legitimiteit."""
    operationele_capaciteit: list[Regel]
    """Rij operationele capaciteit."""


class Partnerschap(Herkomst):
    """The six partnership scores of bijlage III (rob-2021), 1–5 each."""

    beleidsambitie_rijk: Score15
    """1 = Rijk heeft geen eigen ambitie; 5 = in zeer hoge mate."""
    verplicht_karakter: Score15
    """1 = Rijk verplicht niet; 5 = in zeer hoge mate."""
    decentrale_middelen: Score15
    """1 = geen eigen middelen nodig; 5 = in zeer hoge mate."""
    eisen_aan_uitvoering: Score15
    """1 = Rijk stelt geen eisen; 5 = in zeer hoge mate."""
    verantwoordelijkheid_uitvoering: Score15
    """1 = Rijk 100%; 5 = decentrale overheden 100%."""
    verantwoording_aan_rijk: Score15
    """1 = geen verantwoording; 5 = in zeer hoge mate."""


IDEAL_PARTNERSHIP = Partnerschap(
    bron="rob-2021",
    plaats="bijlage III",
    beleidsambitie_rijk=3,
    verplicht_karakter=1,
    decentrale_middelen=3,
    eisen_aan_uitvoering=3,
    verantwoordelijkheid_uitvoering=3,
    verantwoording_aan_rijk=1,
)
"""An equal partnership in its purest form: the last row of the table in bijlage III."""


class Factorbevinding(Herkomst):
    """What a case says of a factor of an instrument card."""

    factor: FactorId
    """`<instrument>/<factor>`."""
    oordeel: Oordeel
    """bevestigd, weersproken of niet onderzocht."""
    toelichting: Regel
    """Waaruit dat blijkt, in één zin."""

    @property
    def waarom(self) -> str | None:
        return self.toelichting


class Case(Item):
    """A case: what was done where, with which instruments, and what came of it."""

    kind: ClassVar[str] = "case"

    samenvatting: Samenvatting
    """Wat er gebeurde, in korte zinnen van samen hooguit 200 tekens."""
    diepte: Diepte
    """casestudie, schets of vermelding: hoeveel de bron erover zegt."""
    periode: Uitspraak | None = None
    """Wanneer het speelde."""
    regios: list[Naam] = []
    """Gebieden waar het speelde."""
    bestuurslagen: Annotated[list[Bestuurslaag], Field(min_length=1)]
    """Welke bestuurslagen meededen."""
    betrokkenen: list[Naam] = []
    """Overheden en andere partijen bij naam."""
    opgave: list[Uitspraak] = []
    """Waar het om ging."""
    verloop: list[Uitspraak] = []
    """Wat er gebeurde."""
    instrumenten: list[Inzet] = []
    """Welke instrumenten zijn gebruikt en wat ermee gebeurde."""
    moore: Moore = Moore()
    """De drie elementen van Moore."""
    programmakenmerken: Programmakenmerken | None = None
    """Tabel 3.1 van rob-2021."""
    bevindingen: Bevindingen | None = None
    """Tabel 4.1 van rob-2021."""
    partnerschap: Partnerschap | None = None
    """De zes scores van bijlage III van rob-2021."""
    factoren: list[Factorbevinding] = []
    """Wat de case zegt over factoren van instrumentkaarten."""
    lessen: list[Uitspraak] = []
    """Wat eruit te leren is."""
    wetgevend_kader: list[Wetsverwijzing] = []
    """Wetten en afspraken die meespeelden."""
    bouwstenen: list[NaarBouwsteen] = []
    """Bouwstenen die eruit spreken."""
    knelpunten: list[NaarKnelpunt] = []
    """Knelpunten die zich voordeden."""
    bronnen: Annotated[list[BronId], Field(min_length=1)]
    """Ids van alle bronnen die op deze kaart staan."""
    beoordeeld_op: date
    """Datum waarop dit voor het laatst helemaal is nagelezen."""
