"""Turn the project into the finished folder `site/`, or leave the earlier one untouched.

Everything happens in a fresh folder beside it: MkDocs builds, Pagefind indexes, every link is
checked and the security headers are computed. Only a site that passed all of it takes the
place of the earlier one, by a rename.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from types import FrameType
from typing import NoReturn

from scripts import csp, links, pagefind_order

ROOT = Path(__file__).resolve().parent.parent
LEVEL = re.compile(r"^(DEBUG|INFO|WARNING|ERROR|CRITICAL)\s+-\s+(.*)$")


class BuildError(Exception):
    """The site cannot be built; the message says why, in Dutch, for an editor."""


def _messages(output: str) -> list[str]:
    """The warnings and errors in the output of MkDocs, without its labels and its chatter."""
    found = []
    wanted = False
    for line in output.splitlines():
        labelled = LEVEL.match(line)
        if labelled:
            wanted = labelled[1] not in ("DEBUG", "INFO")
        elif line.startswith("Aborted with"):
            wanted = False
        text = labelled[2] if labelled else line
        if wanted and text.strip():
            found.append(text.rstrip())
    return found


def _run_mkdocs(target: Path, handover: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    # The theme announces its own end of life on every build; whoever maintains this knows.
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "CATALOGUE_SEARCH": str(handover)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    output = done.stdout + done.stderr
    if "Traceback (most recent call last)" in output:
        raise BuildError(
            "Het programma zelf ging stuk; dat ligt niet aan uw bestand.\n"
            f"De laatste regel van het verslag: {output.strip().splitlines()[-1]}\n"
            "Het hele verslag: .venv/bin/mkdocs build --strict -d .proef"
        )
    if done.returncode:
        raise BuildError("\n".join(_messages(output)) or output.strip())


def index(site: Path, handover: Path) -> int:
    """Add the search index to a built site; the number of pages in it."""
    hooks = str(ROOT / "hooks")
    if hooks not in sys.path:
        sys.path.insert(0, hooks)
    from catalogue.search.indexing import index_site

    count = index_site(site, handover)
    bundle = site / "pagefind"
    # An indexer that was cut short leaves empty files, and a search that silently fails.
    empty = sorted(
        path.name for path in bundle.rglob("*") if not path.is_dir() and not path.stat().st_size
    )
    if empty or not count:
        raise BuildError(f"De zoekindex is niet heel ({', '.join(empty) or 'geen pagina'}).")
    pagefind_order.rewrite(bundle)
    return count


def build(target: Path) -> str:
    """Build, index and check a whole site in the folder `target`; one line that says what was made."""
    handover = target.with_name(f"{target.name}-zoeken")
    try:
        _run_mkdocs(target, handover)
        count = index(target, handover)
    except (OSError, RuntimeError, subprocess.CalledProcessError) as error:
        raise BuildError(f"De zoekindex kon niet worden gemaakt: {error}") from error
    finally:
        shutil.rmtree(handover, ignore_errors=True)
    problems = links.check(target)
    if problems:
        raise BuildError("\n".join(["Er kloppen links niet:", *problems]))
    csp.write(target)
    pages = sum(1 for _ in target.rglob("*.html"))
    return f"{pages} pagina's gebouwd, {count} doorzoekbaar, alle links kloppen."


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _abandoned(folder: Path, prefix: str) -> list[Path]:
    """What killed runs left behind: folders named after a process that is no more."""
    left = [(path, path.name.removeprefix(prefix)) for path in folder.glob(f"{prefix}*")]
    return [path for path, pid in left if pid.isdigit() and not _alive(int(pid))]


def clear_abandoned(folder: Path, prefix: str) -> None:
    """Remove what killed runs left behind."""
    for path in _abandoned(folder, prefix):
        shutil.rmtree(path, ignore_errors=True)


def _restore(site: Path) -> None:
    """Put the earlier site back when a run was killed between the two renames of `_swap`."""
    for path in _abandoned(site.parent, f".{site.name}-oud-"):
        if not site.exists():
            path.rename(site)


def _swap(new: Path, site: Path) -> None:
    """Give the folder `new` the place of `site`."""
    old = site.with_name(f".{site.name}-oud-{os.getpid()}")
    if site.exists():
        site.rename(old)
    try:
        new.rename(site)
    except BaseException:
        old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


def replace(site: Path) -> str:
    """Build the site in a fresh folder and put it in the place of `site` when all is well."""
    _restore(site)
    clear_abandoned(site.parent, f".{site.name}-oud-")
    clear_abandoned(site.parent, f".{site.name}-nieuw-")
    new = site.with_name(f".{site.name}-nieuw-{os.getpid()}")
    try:
        summary = build(new)
        _swap(new, site)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return summary


def _stop(_number: int, _frame: FrameType | None) -> NoReturn:
    # As an exception, so that the child process ends and the fresh folder goes.
    raise KeyboardInterrupt


def main() -> int:
    """`python -m scripts.site [--naar MAP]`: build the site; 1 and a Dutch message when it fails."""
    parser = argparse.ArgumentParser(
        description="Bouwt de site, met zoekindex en controle van links."
    )
    parser.add_argument(
        "--naar", type=Path, default=ROOT / "site", metavar="MAP", help="waarheen (site)"
    )
    site: Path = parser.parse_args().naar.absolute()
    signal.signal(signal.SIGTERM, _stop)
    try:
        print(replace(site))
    except BuildError as failure:
        print(f"{failure}\n\nDe site is niet gebouwd; wat er stond, staat er nog.", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"De site kon niet worden weggeschreven: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nAfgebroken; wat er stond, staat er nog.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
