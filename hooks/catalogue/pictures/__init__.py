"""Pictures made at build time: data → SVG, each shown beside a table or list with the same content."""

from __future__ import annotations

from .cards import card_picture
from .dumbbell import dumbbell
from .radar import radar
from .spectrum import spectrum
from .timeline import timeline

PICTURES = {
    "radar": radar,
    "dumbbell": dumbbell,
    "spectrum": spectrum,
    "timeline": timeline,
    "kaart": card_picture,
}
