"""Template and numbers → SVG."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from ...template_files import TEMPLATES
from ...templating import environment_of

_environment = environment_of(TEMPLATES / "beelden", Environment)


def draw(template: str, **context: Any) -> Markup:
    """The SVG of a template, without blank lines, as the page has none."""
    lines = _environment.get_template(template).render(context).splitlines()
    return Markup("\n".join(line for line in lines if line.strip()))


def coordinate(number: float) -> str:
    """A place in a picture: one decimal at most, so that pages stay small."""
    return f"{number:.1f}".removesuffix(".0")
