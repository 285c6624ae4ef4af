"""Pictures made at build time: data → SVG, each shown beside a table with the same numbers."""

from __future__ import annotations

from .dumbbell import dumbbell
from .radar import radar

PICTURES = {"radar": radar, "dumbbell": dumbbell}
