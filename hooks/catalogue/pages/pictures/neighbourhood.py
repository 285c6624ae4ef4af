"""What is around a card → the card in the middle; above it what does something to it, below it what it does to others.

All hang on one line through the middle. An arrow says which way a relation goes; a relation that reads the same from
either side has none, and a line of dashes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from ...dutch import enumeration
from ...knowledge.coherence import Neighbours
from ...linking import Node
from .svg import coordinate, draw
from .words import centred, fitted

WIDTH = 360
MIDDLE = WIDTH // 2
GUTTER = 14
"""Room between the line in the middle and a box."""
BOX, WIDE = MIDDLE - GUTTER, 250
"""Width of a box beside the line, and of one that stands on it alone."""
LETTERS, WIDE_LETTERS, CARD_LETTERS = 22, 32, 36
"""How many letters fit on a line of each, and of the card."""
LINE, PAD, GAP, WORDS = 16, 9, 10, 42
"""Height of a line, room above and under the lines of a box, room between boxes, and room for the words of a group."""
FEW = 8
"""So many neighbours show all; of more, each group shows ``MOST`` boxes at most."""
MOST = 4


@dataclass(frozen=True)
class Box:
    """A neighbour, or how many more there are."""

    x: int
    y: int
    width: int
    height: int
    lines: list[tuple[str, str]]
    """Height and words of each line."""
    sort: str
    """``buur``, ``voorstel`` or ``meer``."""

    @property
    def centre(self) -> int:
        """Where its words are centred."""
        return self.x + self.width // 2

    @property
    def middle(self) -> str:
        """The height at which it hangs on the line."""
        return coordinate(self.y + self.height / 2)

    @property
    def alone(self) -> bool:
        """Whether it stands on the line instead of beside it."""
        return self.width == WIDE

    @property
    def edge(self) -> int:
        """Its side that is nearest to the line."""
        return self.x + self.width if self.x < GUTTER else self.x


@dataclass(frozen=True)
class Group:
    """The boxes of one kind of relation, with its words above them."""

    words: str
    kind: str
    direction: str
    y: int
    """The height of its words."""
    boxes: list[Box]
    end: int


def draw_neighbourhood(card: Node[Any], groups: Sequence[Neighbours], id: str) -> Markup:
    """Draw what is around a card; *id* is unique on the page."""
    most = MOST if sum(len(one.nodes) for one in groups) > FEW else FEW
    y, above, below = 0, [], []
    for one in (one for one in groups if one.direction == "in"):
        above.append(_group(one, most, y))
        y = above[-1].end
    top = y + 14 if above else 1
    words = fitted(card.titel, CARD_LETTERS)
    height = 2 * PAD + 4 + len(words) * LINE
    bottom = y = top + height
    # What has no direction comes last, so that no arrow runs past it.
    for one in sorted(groups, key=lambda one: one.direction == "both"):
        if one.direction != "in":
            below.append(_group(one, most, y))
            y = below[-1].end
    return draw(
        "omgeving.svg.jinja",
        id=id,
        width=WIDTH,
        height=y + 2 if below else bottom + 1,
        middle=MIDDLE,
        above=above,
        below=below,
        top=top,
        bottom=bottom,
        card=centred(words, top + height / 2, LINE),
        title=f"{card.titel} en wat ermee samenhangt",
        description=_description(card, groups, most),
    )


def _group(one: Neighbours, most: int, y: int) -> Group:
    shown = one.nodes if len(one.nodes) <= most else one.nodes[: most - 1]
    letters, width = (LETTERS, BOX) if len(shown) > 1 else (WIDE_LETTERS, WIDE)
    names = [(fitted(name_with_status(node), letters), _sort(node)) for node in shown]
    if len(shown) < len(one.nodes):
        names.append(([f"nog {len(one.nodes) - len(shown)}"], "meer"))
    boxes: list[Box] = []
    at = y + (WORDS if one.direction == "out" else WORDS - 14)
    for row in (names[n : n + 2] for n in range(0, len(names), 2)):
        height = 2 * PAD + LINE * max(len(words) for words, _ in row)
        for n, (words, sort) in enumerate(row):
            x = n * (MIDDLE + GUTTER) if width == BOX else MIDDLE - WIDE // 2
            boxes.append(Box(x, at, width, height, centred(words, at + height / 2, LINE), sort))
        at += height + GAP
    return Group(one.words, one.kind, one.direction, y + 16, boxes, at - GAP)


def name_with_status(node: Node[Any]) -> str:
    """The title, and beside it the status of what is not in force."""
    beside = node.part.beside
    return f"{node.titel} ({beside})" if beside else node.titel


def _sort(node: Node[Any]) -> str:
    return "voorstel" if node.part.status == "voorgesteld" else "buur"


def _description(card: Node[Any], groups: Sequence[Neighbours], most: int) -> str:
    """The same in words; what the picture only counts stands in the list under it."""
    said = []
    for one in groups:
        names = [name_with_status(node) for node in one.nodes]
        if len(names) > most:
            names = [*names[: most - 1], f"nog {len(names) - most + 1}"]
        said.append(f"{one.words} {enumeration(names)}")
    return f"{card.titel}: {'; '.join(said)}."
