"""Instruments that are best told with a picture → that picture, with the same content as a list.

A new picture is one function, and one line in ``CARDS``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import get_args

from markupsafe import Markup

from ..linking import Catalogue, Node
from ..model import Aanbeveling, Herkomst, Instrument
from ..model.bouwsteen import Stap
from ..model.instrument import Rol
from ..views import MOORE, MOORE_CARD
from .svg import coordinate, draw
from .words import first_sentence, lines

WIDTH = 360


@dataclass(frozen=True)
class Part:
    """A part of the picture, as an entry of the list beside it."""

    nummer: str
    naam: str = ""
    tekst: str = ""
    adres: str = ""
    """Where a link leads, with its words."""
    adreswoorden: str = ""


@dataclass(frozen=True)
class CardPicture:
    """A picture with its heading, its list and where it comes from."""

    titel: str
    inleiding: str
    herkomst: Herkomst
    svg: Markup
    delen: list[Part]
    bij: Node | None = None
    """The recommendation that it shows."""


def card_picture(catalogue: Catalogue, node: Node) -> CardPicture | None:
    """The picture of a card; most have none."""
    make = CARDS.get(node.id)
    return make(catalogue) if make else None


STEPS_OF = "5.01"
"""The recommendation whose steps are drawn."""


def _steps(catalogue: Catalogue) -> CardPicture | None:
    node = catalogue.nodes.get(("aanbeveling", STEPS_OF))
    if node is None or not isinstance(node.part, Aanbeveling):
        return None
    series = next((one for one in node.part.reeksen if one.geordend), None)
    if series is None:
        return None
    return CardPicture(
        titel="De stappen in beeld",
        inleiding="Het beeld geeft van elke stap de eerste zin, de lijst geeft de hele stap. Ze horen bij aanbeveling",
        herkomst=node.part,
        svg=draw_steps(series.titel, series.delen, "stappen"),
        delen=[Part(_number(step, n), tekst=step.tekst) for n, step in enumerate(series.delen, 1)],
        bij=node,
    )


def _number(step: Stap, place: int) -> str:
    return step.nummer or str(place)


@dataclass(frozen=True)
class _Step:
    nummer: str
    regels: list[tuple[int, str]]
    y: int
    deel: bool
    """Whether it is a part of the step before it: 1a."""


def draw_steps(title: str, steps: Sequence[Stap], id: str) -> Markup:
    """Steps under each other on one line, each with its first sentence."""
    drawn: list[_Step] = []
    y = 16
    for n, step in enumerate(steps, 1):
        words = lines(first_sentence(step.tekst), 44, y + 5, 17)
        number = _number(step, n)
        drawn.append(_Step(number, words, y, not number.isdigit()))
        y = max(words[-1][0] + 26, y + 42)
    return draw(
        "stappen.svg.jinja",
        id=id,
        width=WIDTH,
        height=y - 8,
        steps=drawn,
        title=title,
        description=" ".join(
            f"{step.nummer}: {first_sentence(one.tekst)}"
            for step, one in zip(drawn, steps, strict=True)
        ),
    )


QUESTIONS: dict[str, str] = {
    "maatschappelijke_meerwaarde": "Welke waarde voor de samenleving wilt u maken?",
    "legitimiteit_en_steun": "Hebt u een wettelijk mandaat en steun?",
    "operationele_capaciteit": "Hebt u de mensen, de middelen en de organisatie?",
}


def _moore(catalogue: Catalogue) -> CardPicture | None:
    return CardPicture(
        titel="De drie elementen van Moore",
        inleiding="Alle drie moeten op orde zijn. Gaat één element vooruit, dan kan dat de andere twee meetrekken.",
        herkomst=Herkomst(bron="rob-2021", plaats="§ 2.2"),
        svg=draw_moore(list(MOORE.values()), "elementen"),
        delen=[
            Part(str(n), f"{title}.", QUESTIONS[name])
            for n, (name, title) in enumerate(MOORE.items(), 1)
        ],
    )


def draw_moore(titles: Sequence[str], id: str) -> Markup:
    """Elements in a ring, each joined to the others."""
    angles = [2 * pi * n / len(titles) for n in range(len(titles))]
    places = [(180 + 104 * sin(angle), 164 - 96 * cos(angle)) for angle in angles]
    circles = [
        (
            coordinate(x),
            coordinate(y),
            [
                (coordinate(y + 5 + (2 * n - len(words) + 1) * 8.5), line)
                for n, (_, line) in enumerate(words)
            ],
        )
        for (x, y), words in zip(
            places,
            (lines(title, 16, 0, 17) for title in titles),
            strict=True,
        )
    ]
    return draw(
        "moore.svg.jinja",
        id=id,
        width=WIDTH,
        height=284,
        radius=66,
        circles=circles,
        lines=[(circles[a], circles[b]) for a in range(len(circles)) for b in range(a)],
        title="Drie elementen die elkaar versterken",
        description=f"{', '.join(titles[:-1])} en {titles[-1]}, elk met een lijn naar de andere twee.",
    )


def _roles(catalogue: Catalogue) -> CardPicture | None:
    roles: tuple[Rol, ...] = get_args(Rol)
    cards: list[Instrument] = catalogue.all("instrument")
    counts = {role: sum(role in card.rol for card in cards) for role in roles}
    return CardPicture(
        titel="De vijf rollen in beeld",
        inleiding="De vijf treden van onder naar boven, elk met de instrumenten die erbij passen.",
        herkomst=Herkomst(bron="rob-2021", plaats="§ 2.4"),
        svg=draw_ladder(roles, "rollen"),
        delen=[
            Part(
                str(n),
                role.capitalize(),
                adres=f"instrumenten/?rol={role}" if counts[role] else "",
                adreswoorden=f"{counts[role]} {'instrument' if counts[role] == 1 else 'instrumenten'}",
            )
            for n, role in enumerate(roles, 1)
        ],
    )


def draw_ladder(names: Sequence[str], id: str) -> Markup:
    """Steps of a stair that rises to the right, the first at the bottom."""
    step, shift = 46, 40
    blocks = [
        (n * shift, (len(names) - 1 - n) * step, WIDTH - n * shift, f"{n + 1}. {name}")
        for n, name in enumerate(names)
    ]
    return draw(
        "trap.svg.jinja",
        id=id,
        width=WIDTH,
        height=len(names) * step,
        step=step,
        blocks=blocks,
        title=f"Trap met {len(names)} treden",
        description=f"Van de onderste naar de bovenste trede: {', '.join(names)}.",
    )


CARDS: dict[str, Callable[[Catalogue], CardPicture | None]] = {
    "stapsgewijze-geschilbeslechting": _steps,
    MOORE_CARD: _moore,
    "overheidsparticipatietrap": _roles,
}
