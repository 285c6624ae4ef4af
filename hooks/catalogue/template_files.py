"""Where the templates of the pages are, and which of them a kind cannot do without."""

from __future__ import annotations

from pathlib import Path

from .model import Kind

TEMPLATES = Path(__file__).resolve().parent / "templates"


def needed_template(kind: Kind) -> str:
    """The template that a kind must have: of its pages, or of the overview on which its items stand."""
    return f"{kind.name if kind.own_page else kind.section}.md.jinja"


def is_there(template: str) -> bool:
    """Whether there is such a template."""
    return (TEMPLATES / template).is_file()
