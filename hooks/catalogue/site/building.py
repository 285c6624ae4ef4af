"""A project → a finished site in a fresh folder: MkDocs, the search index, the links, the files for a web server.

Each step takes the folder of the site and returns what is wrong; the first that finds something is the last.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from ..search.indexing import BUNDLE, index_site
from . import links, pagefind_bundle
from .compressing import compress
from .fault import Fault
from .headers import write_headers
from .mkdocs_run import run_mkdocs
from .redirects import write_redirects

Step = Callable[[Path], list[Fault]]


def build(root: Path, target: Path, *, concepts: bool = False) -> list[Fault]:
    """Make the whole site of the project at *root* in the folder *target*, or a preview with its concepts; what went wrong."""
    with TemporaryDirectory(prefix="catalogue-") as folder:
        handover = Path(folder)
        steps: tuple[Step, ...] = (
            partial(run_mkdocs, root, handover, concepts=concepts),
            partial(add_search, handover),
            links.check,
            compress,
            write_headers,
            write_redirects,
        )
        return next((faults for step in steps if (faults := step(target))), [])


def add_search(handover: Path, site: Path) -> list[Fault]:
    """Add the search index of the pages in *handover* to a built site, the same for the same pages."""
    try:
        count = index_site(site, handover)
    except subprocess.CalledProcessError as error:
        said = str(error.stderr or error.stdout or error).strip().splitlines()
        return [Fault(f"De zoekindex kon niet worden gemaakt: {said[-1]}")]
    except (OSError, RuntimeError, ValueError) as error:
        return [Fault(f"De zoekindex kon niet worden gemaakt: {error}")]
    if not count:
        return [Fault("De zoekindex is niet heel: er staat geen pagina in.")]
    return pagefind_bundle.rewrite(site / BUNDLE)


def summary(site: Path) -> str:
    """What stands in a finished site, on one line."""
    pages = sum(1 for _ in site.rglob("*.html"))
    entry = json.loads((site / BUNDLE / pagefind_bundle.ENTRY).read_text(encoding="utf-8"))
    found = sum(language["page_count"] for language in entry["languages"].values())
    return f"{pages} pagina's gebouwd, {found} doorzoekbaar, alle links kloppen."
