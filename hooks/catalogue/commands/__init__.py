"""The commands of ``catalogue``, one module each, in the order in which the help shows them.

What only one command needs and takes long to load, that command imports when it runs: nobody who checks a card
waits for the indexer or the web server.
"""

from __future__ import annotations

from . import (
    build,
    check,
    form,
    graft,
    headers,
    impact,
    language,
    links,
    new,
    pages,
    pdf,
    permalinks,
    report,
    schema,
    serve,
)
from .command import Command

COMMANDS: tuple[Command, ...] = (
    check.COMMAND,
    new.COMMAND,
    serve.COMMAND,
    build.COMMAND,
    links.COMMAND,
    form.COMMAND,
    graft.COMMAND,
    headers.COMMAND,
    language.COMMAND,
    pages.COMMAND,
    pdf.COMMAND,
    report.COMMAND,
    impact.COMMAND,
    schema.COMMAND,
    permalinks.COMMAND,
)
