"""A plain value → the same value on a page that is HTML and Markdown at once."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape


def escape_for_markdown(value: Any) -> Markup:
    """Escape a plain value for HTML, and for Markdown, so that it shows as it stands in either; none is nothing."""
    if isinstance(value, Markup):
        return value
    return Markup() if value is None else _escape(str(value))


@lru_cache(maxsize=10_000)
def _escape(text: str) -> Markup:
    # Kept, because pages repeat much: a source is named at every statement that rests on it.
    return Markup(_ACTIVE_CHARACTER.sub(lambda c: f"&#{ord(c[0])};", str(escape(text))))


_ACTIVE_CHARACTER = re.compile(r"[\\`*_{}\[\]|~^]")
