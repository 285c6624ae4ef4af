"""``catalogue report``: how much there is, and what is still open."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ..checking import load
from ..memory import keeping_everything
from ..report import report
from .command import Command, need_catalogue


def _run(root: Path, options: Namespace) -> int:
    need_catalogue(root)
    with keeping_everything():
        catalogue = load(root)
    print(*report(catalogue), sep="\n")
    return 0


COMMAND = Command(
    "report",
    "toon hoeveel er is en wat er nog open staat",
    "Toont per soort het aantal, hoe volledig kaarten zijn en wat van elke bron gebruikt is.",
    _run,
)
