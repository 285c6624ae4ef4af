"""Pictures made at build time: data → SVG, each shown beside a table or list with the same content."""

from __future__ import annotations

from .cards import CardPicture, card_picture, draw_stair
from .dumbbell import dumbbell
from .neighbourhood import draw_neighbourhood
from .radar import mark, radar, radars
from .spectrum import spectrum
from .timeline import timeline

PICTURES = {
    "radar": radar,
    "radars": radars,
    "merk": mark,
    "halter": dumbbell,
    "spectrum": spectrum,
    "tijdlijn": timeline,
    "trap": draw_stair,
    "omgeving": draw_neighbourhood,
}
"""What templates may draw, by its Dutch name."""

__all__ = ["PICTURES", "CardPicture", "card_picture"]
