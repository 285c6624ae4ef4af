"""A folder of templates → an environment in which a name that does not exist is an error."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined

E = TypeVar("E", bound=Environment)


def environment_of(folder: Path, sort: type[E], **more: Any) -> E:
    """An environment of this sort for the templates in a folder; every value in them is escaped."""
    return sort(
        loader=FileSystemLoader(folder),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        **more,
    )
