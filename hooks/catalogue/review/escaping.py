"""A value → the same value in a comment on GitHub or GitLab, in which nothing of it does anything.

HTML is escaped, and so are the marks of Markdown. A forge reads more than that in plain text: names (``@wie``), numbers
(``#12``, ``!12``), pictures (``:naam:``), addresses, and commands (``/merge``). What would start such a thing gets a
space of no width behind it, so that it reads the same and does nothing. A value never starts a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup, escape

from ..problem import one_line, printable
from .marking import MarkedPiece

_STARTS = re.compile(
    r"""
    [@\#!~%$&:](?=[\w{"])
    | :(?=//)
    | \b(?:www|gh)(?=[.-])
    | ^\s*/
    """,
    re.X | re.I | re.M,
)


def inert(value: Any) -> Markup:
    """A value on one line; what is markup already stays as it is."""
    return value if isinstance(value, Markup) else _escape(one_line(value, 2000))


def inert_lines(pieces: Iterable[MarkedPiece], mark: str) -> Markup:
    """A text in pieces, with its lines; what differs stands between tags of this name."""
    return Markup().join(
        Markup("<{0}>{1}</{0}>").format(Markup(mark), _lines(piece.text))
        if piece.differs
        else _lines(piece.text)
        for piece in pieces
    )


def _lines(text: str) -> Markup:
    lines = (printable(line) for line in re.split(r"\n+", text))
    return Markup("<br>").join(map(_escape, lines))


def _escape(text: str) -> Markup:
    unstarted = escape(_STARTS.sub(lambda found: f"{found[0]}\u200b", text))
    return Markup(_ACTIVE.sub(lambda found: f"&#{ord(found[0])};", str(unstarted)))


_ACTIVE = re.compile(r"[\\`*_{}\[\]|~^]")
"""What Markdown may take for a mark."""
