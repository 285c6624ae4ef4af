"""``catalogue build``: the whole site, or the earlier one as it was."""

from __future__ import annotations

import signal
from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path

from .command import Command, WrongCallError, complain, need_catalogue


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--to", type=Path, metavar="MAP", help="map waarin de site komt (site)")
    parser.add_argument(
        "--concepts",
        action="store_true",
        help="een voorvertoning: met de concepten erin, en zonder dat zoekmachines haar opnemen",
    )


def _run(root: Path, options: Namespace) -> int:
    from ..site.building import build, summary
    from ..site.replacing import replace

    need_catalogue(root)
    site = (options.to or root / "site").resolve()
    if root.is_relative_to(site):
        raise WrongCallError(
            f"{site}: daarin staat het project zelf; kies voor de site een andere map."
        )
    # As Ctrl-C, so that the child process ends and the fresh folder goes.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        faults = replace(site, partial(build, root, concepts=options.concepts))
    except OSError as error:
        complain([f"De site kon niet worden weggeschreven: {error}"])
        return 1
    except KeyboardInterrupt:
        complain(["\nAfgebroken; wat er stond, staat er nog."])
        return 130
    if faults:
        complain([*faults, "\nDe site is niet gebouwd; wat er stond, staat er nog."])
        return 1
    print(summary(site))
    return 0


COMMAND = Command(
    "build",
    "bouw de site",
    "Bouwt de site, met zoekindex en controle van elke link. Gaat er iets mis, dan blijft de vorige site staan.",
    _run,
    _arguments,
)
