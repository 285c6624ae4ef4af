"""One of the six questions of the Partnerschapsmeter: the model of rob-2021, bijlage III, made into a conversation."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from .base import (
    BronId,
    Herkomst,
    NaarCase,
    NaarInstrument,
    NaarModule,
    Samenvatting,
    Tekstitem,
    Uitspraak,
)
from .fields import About
from .kind import Kind
from .text import Regel


class Gesprek(Herkomst):
    """What to ask each other when the answers differ."""

    vragen: Annotated[list[Regel], Field(min_length=1, max_length=4)]
    """Vragen om aan elkaar te stellen."""


class Partnerschapsvraag(Tekstitem):
    """A question that both sides answer with a score, with what its ends mean and why it matters."""

    kind: ClassVar[Kind] = Kind(
        name="partnerschapsvraag",
        order=17,
        folder="docs/partnerschap",
        section="partnerschap",
        plural="partnerschapsvragen",
        heading="Partnerschapsmeter",
        description="Rijk en regio beantwoorden elk zes vragen over hun samenwerking. De meter laat zien waar zij verschillen en waarover zij kunnen praten.",
        own_page=False,
        icon="M10 2l7 4.500v7L10 18l-7-4.500v-7zM10 6l3.500 2-1 5-4 1.500L6 9z",
    )

    score: Literal[
        "beleidsambitie_rijk",
        "verplicht_karakter",
        "decentrale_middelen",
        "eisen_aan_uitvoering",
        "verantwoordelijkheid_uitvoering",
        "verantwoording_aan_rijk",
    ]
    """Naar welke van de zes scores voor partnerschap de vraag vraagt; elke score heeft één vraag."""
    samenvatting: Samenvatting
    """Wat de vraag bedoelt, in één of twee korte zinnen."""
    een: Annotated[Uitspraak, About(fact=True)]
    """Wat een 1 betekent."""
    vijf: Annotated[Uitspraak, About(fact=True)]
    """Wat een 5 betekent."""
    gelijkwaardig: Annotated[Uitspraak, About(fact=True)]
    """Wat volgens het model past bij een gelijkwaardig partnerschap."""
    belang: Annotated[list[Uitspraak], Field(min_length=1)]
    """Waarom de vraag ertoe doet."""
    gesprek: Gesprek
    """Vragen om te bespreken als de antwoorden verschillen."""
    instrumenten: list[NaarInstrument] = []
    """Instrumenten die helpen bij een verschil."""
    cases: list[NaarCase] = []
    """Praktijkvoorbeelden bij deze vraag."""
    modules: list[NaarModule] = []
    """Modules waarmee u dit gesprek oefent."""
    bronnen: Annotated[list[BronId], Field(min_length=1)]
    """Ids van alle bronnen die bij deze vraag staan."""
