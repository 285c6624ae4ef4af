"""The picture on a card → SVG, with the same content as a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Any

from markupsafe import Markup

from ...dutch import capital, counted, enumeration, number_word
from ...knowledge.relations import ADVICE_LINKS
from ...linking import Catalogue, Node
from ...markup import first_sentence, plain
from ...model import Herkomst, Instrument
from ...model.bouwsteen import Reeks, Stap
from ...model.instrument import Beeld
from .svg import coordinate, draw
from .words import centred, fitted, lines

WIDTH = 360


@dataclass(frozen=True)
class ListedPart:
    """A part of the picture, as an entry of the list beside it."""

    number: str
    name: str = ""
    text: str = ""
    address: str = ""
    """Where a link leads, with its words."""
    link_words: str = ""


@dataclass(frozen=True)
class CardPicture:
    """A picture with its heading, its list and where it comes from."""

    title: str
    introduction: str
    origin: Herkomst
    svg: Markup
    entries: list[ListedPart]
    advice: Node[Any] | None = None
    """The recommendation that it shows."""


def card_picture(catalogue: Catalogue, node: Node[Instrument]) -> CardPicture | None:
    """The picture of a card; most have none."""
    beeld = node.part.beeld
    return SHAPES[beeld.vorm](catalogue, node, beeld) if beeld else None


def _steps(catalogue: Catalogue, node: Node[Instrument], beeld: Beeld) -> CardPicture | None:
    """The ordered steps of the recommendation that the card carries out."""
    for link in catalogue.links_from(node, ADVICE_LINKS):
        series: list[Reeks] = getattr(link.target.part, "reeksen", [])
        for one in series:
            if one.geordend:
                entries = [
                    ListedPart(_number(step, n), text=step.tekst)
                    for n, step in enumerate(one.delen, 1)
                ]
                svg = draw_steps(one.titel, one.delen, "stappen")
                return CardPicture(beeld.titel, beeld.inleiding, beeld, svg, entries, link.target)
    return None


def _number(step: Stap, place: int) -> str:
    return step.nummer or str(place)


@dataclass(frozen=True)
class _Step:
    number: str
    lines: list[tuple[int, str]]
    y: int
    minor: bool
    """Whether it is a part of the step before it: 1a."""


def draw_steps(title: str, steps: Sequence[Stap], id: str) -> Markup:
    """Steps under each other on one line, each with its first sentence."""
    drawn: list[_Step] = []
    y = 16
    for n, step in enumerate(steps, 1):
        words = lines(first_sentence(step.tekst), 44, y + 5, 17)
        number = _number(step, n)
        drawn.append(_Step(number, words, y, not number.isdecimal()))
        y = max(words[-1][0] + 26, y + 42)
    return draw(
        "stappen.svg.jinja",
        id=id,
        width=WIDTH,
        height=y - 8,
        steps=drawn,
        title=title,
        description=" ".join(
            f"{step.number}: {first_sentence(one.tekst)}"
            for step, one in zip(drawn, steps, strict=True)
        ),
    )


def _ring(catalogue: Catalogue, node: Node[Instrument], beeld: Beeld) -> CardPicture:
    names = [plain(part.naam) for part in beeld.delen]
    entries = [
        ListedPart(str(n), f"{name}.", part.tekst or "")
        for n, (name, part) in enumerate(zip(names, beeld.delen, strict=True), 1)
    ]
    return CardPicture(beeld.titel, beeld.inleiding, beeld, draw_ring(names, "elementen"), entries)


def draw_ring(names: Sequence[str], id: str) -> Markup:
    """Elements in a ring, each joined to the others."""
    angles = [2 * pi * n / len(names) for n in range(len(names))]
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
        for (x, y), words in zip(places, (lines(name, 16, 0, 17) for name in names), strict=True)
    ]
    return draw(
        "ring.svg.jinja",
        id=id,
        width=WIDTH,
        height=284,
        radius=66,
        circles=circles,
        lines=[(circles[a], circles[b]) for a in range(len(circles)) for b in range(a)],
        title=_ring_title(len(names)),
        description=f"{enumeration(list(names))}{_ring_lines(len(names))}.",
    )


def _ring_title(count: int) -> str:
    words = capital(number_word(count))
    return f"{words} elementen die elkaar versterken" if count > 1 else "Eén element"


def _ring_lines(count: int) -> str:
    if count == 1:
        return ""
    return ", elk met een lijn naar de andere" + (f" {number_word(count - 1)}" if count > 2 else "")


def _stair(catalogue: Catalogue, node: Node[Instrument], beeld: Beeld) -> CardPicture:
    cards = catalogue.all(Instrument)
    names = [plain(part.naam) for part in beeld.delen]
    entries = []
    for n, (name, part) in enumerate(zip(names, beeld.delen, strict=True), 1):
        count = sum(part.rol in card.rol for card in cards)
        address = f"instrumenten/?rol={part.rol}" if count else ""
        words = counted(count, "instrument", "instrumenten")
        entries.append(ListedPart(str(n), capital(name), part.tekst or "", address, words))
    svg = draw_stair(names, "rollen")
    return CardPicture(beeld.titel, beeld.inleiding, beeld, svg, entries)


def draw_stair(names: Sequence[str], id: str) -> Markup:
    """Steps of a stair that rises to the right, the first at the bottom; a long name stands on more lines."""
    shift = min(40, 160 // max(1, len(names) - 1))
    written = [
        fitted(f"{n + 1}. {name}", (WIDTH - n * shift - 28) // 7) for n, name in enumerate(names)
    ]
    step = max(46, 16 + 17 * max(map(len, written)))
    blocks = [
        (n * shift, top, WIDTH - n * shift, centred(words, top + step / 2, 17))
        for n, words in enumerate(written)
        for top in ((len(names) - 1 - n) * step,)
    ]
    return draw(
        "trap.svg.jinja",
        id=id,
        width=WIDTH,
        height=len(names) * step,
        step=step,
        blocks=blocks,
        title=f"Trap met {counted(len(names), 'trede', 'treden')}",
        description=f"Van de onderste naar de bovenste trede: {', '.join(names)}.",
    )


SHAPES: dict[str, Callable[[Catalogue, Node[Instrument], Beeld], CardPicture | None]] = {
    "stappen": _steps,
    "ring": _ring,
    "trap": _stair,
}
"""The shapes of a picture; each is one function here, and one value of ``beeld.vorm``."""
