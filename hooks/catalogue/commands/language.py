"""``catalogue language``: how well each page of a built site reads, and words that no dictionary knows."""

from __future__ import annotations

import statistics
import subprocess
from argparse import Namespace
from pathlib import Path

from .command import Command, WrongCallError, built_site, site_argument


def _run(root: Path, options: Namespace) -> int:
    site = built_site(root, options)
    try:
        # Part of the tools for the tests, so not always there.
        from ..site.language import misspelt, own_words, pages
    except ModuleNotFoundError as error:
        raise WrongCallError(f"{error.name} ontbreekt; `make taal` zet het klaar.") from None
    try:
        unknown = misspelt(site, own_words(root))
    except subprocess.CalledProcessError as error:
        raise WrongCallError(f"hunspell kan niet: {error.stderr.strip()}") from None
    scored = sorted((page.score, page.address) for page in pages(site) if page.sentences)
    print("Flesch-Douma per pagina, de moeilijkste eerst (60 en hoger leest vlot):\n")
    print(*(f"{score:6.1f}  /{address}" for score, address in scored), sep="\n")
    median = statistics.median(score for score, _ in scored) if scored else 0
    print(f"\nMediaan: {median:.1f} ({len(scored)} pagina's)")
    for word, places in unknown.items():
        print(f"Onbekend woord: {word} (/{places[0]})")
    return 0


COMMAND = Command(
    "language",
    "toon hoe vlot een gebouwde site leest",
    "Toont hoe vlot elke pagina leest, de moeilijkste eerst, en welke woorden het woordenboek niet kent.",
    _run,
    site_argument,
)
