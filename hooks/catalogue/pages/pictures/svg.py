"""Template and numbers → SVG that Markdown passes on as it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

TEMPLATES = Path(__file__).parents[2] / "templates" / "beelden"

_environment = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def draw(template: str, **context: Any) -> Markup:
    """The SVG of a template, without blank lines: those would end the block for Markdown."""
    lines = _environment.get_template(template).render(context).splitlines()
    return Markup("\n".join(line for line in lines if line.strip()))


def coordinate(number: float) -> str:
    """A place in a picture: one decimal at most, so that pages stay small."""
    return f"{number:.1f}".removesuffix(".0")
