"""A way to build → the new site in the place of the earlier one; or the earlier one, untouched.

The new site is made in a fresh folder beside it, and takes its place by a rename when nothing is wrong with it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from .fault import Fault

MARKS = ("index.html", "data/catalogus.json")
"""Files by which a folder is known to be a site of ours."""


def replace(site: Path, build: Callable[[Path], list[Fault]]) -> list[Fault]:
    """Let *build* make a site in a fresh folder, and put that in the place of *site* when all is well.

    What is no site of ours stays: the folder may hold somebody's own work.
    """
    _restore(site)
    if not _may_go(site):
        message = f"{site} is geen map met een eerder gebouwde site; kies een lege map, of ruim die zelf op."
        return [Fault(message)]
    clear_abandoned(site.parent, f".{site.name}-oud-")
    clear_abandoned(site.parent, f".{site.name}-nieuw-")
    new = site.with_name(f".{site.name}-nieuw-{os.getpid()}")
    try:
        faults = build(new)
        if not faults:
            _swap(new, site)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return faults


def _may_go(site: Path) -> bool:
    """Whether a new site may take this place."""
    if not site.is_dir() or site.is_symlink():
        return not site.exists() and not site.is_symlink()
    return not any(site.iterdir()) or all((site / mark).is_file() for mark in MARKS)


def clear_abandoned(folder: Path, prefix: str) -> None:
    """Remove what killed runs left behind."""
    for path in _abandoned(folder, prefix):
        shutil.rmtree(path, ignore_errors=True)


def _abandoned(folder: Path, prefix: str) -> list[Path]:
    """What killed runs left behind: folders named after a process that is no more."""
    left = [(path, path.name.removeprefix(prefix)) for path in folder.glob(f"{prefix}*")]
    return [path for path, pid in left if pid.isdigit() and not _alive(int(pid))]


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _restore(site: Path) -> None:
    """Put the earlier site back when a run was killed between the two renames of ``_swap``."""
    for path in _abandoned(site.parent, f".{site.name}-oud-"):
        if not site.exists():
            path.rename(site)


def _swap(new: Path, site: Path) -> None:
    """Give the folder *new* the place of *site*."""
    old = site.with_name(f".{site.name}-oud-{os.getpid()}")
    if site.exists():
        site.rename(old)
    try:
        new.rename(site)
    except BaseException:
        if old.exists():
            old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)
