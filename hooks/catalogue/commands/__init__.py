"""The commands of ``catalogue``, one module each, in the order in which the help shows them.

What only one command needs and takes long to load, that command imports when it runs: nobody who checks a card
waits for the indexer or the web server.
"""

from __future__ import annotations

from . import (
    addresses,
    build,
    check,
    form,
    graft,
    headers,
    impact,
    language,
    links,
    new,
    offline,
    pages,
    pdf,
    permalinks,
    rename,
    report,
    review,
    schema,
    serve,
    tidy,
    withdraw,
)
from .command import Command

COMMANDS: tuple[Command, ...] = (
    check.COMMAND,
    tidy.COMMAND,
    new.COMMAND,
    rename.COMMAND,
    withdraw.COMMAND,
    serve.COMMAND,
    build.COMMAND,
    links.COMMAND,
    form.COMMAND,
    graft.COMMAND,
    headers.COMMAND,
    language.COMMAND,
    pages.COMMAND,
    offline.COMMAND,
    pdf.COMMAND,
    report.COMMAND,
    impact.COMMAND,
    review.COMMAND,
    addresses.COMMAND,
    schema.COMMAND,
    permalinks.COMMAND,
)
