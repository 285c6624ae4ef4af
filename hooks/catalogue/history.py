"""A project under git → its content as it was at some revision, in a folder of its own; and files that move in both."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
from io import BytesIO
from pathlib import Path

from .permalinks import FILE as PERMALINKS
from .search.word_pairs import FILE as WORD_PAIRS
from .shelf import content_folders


class HistoryError(Exception):
    """What was asked cannot be known; the message says why, in Dutch."""


def revision(root: Path, name: str) -> str:
    """The whole name of a revision: of ``HEAD``, a branch, a tag or the beginning of a commit's name."""
    _git(root, "rev-parse", "--git-dir", refused=f"{root} staat niet onder git.")
    said = _git(
        root,
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        f"{name}^{{commit}}",
        refused=f"Git kent geen versie “{name}”. Geef een tak, een tag of het begin van een commit.",
    )
    return said.decode().strip()


def content_at(root: Path, commit: str, folder: Path) -> Path:
    """Write the content as it was at a commit into a folder; nothing else of the project is touched."""
    wanted = (*content_folders(), PERMALINKS, WORD_PAIRS)
    failed = "Git kan deze versie niet lezen."
    listed = _git(root, "ls-tree", "-z", "--name-only", commit, "--", *wanted, refused=failed)
    there = [name for name in listed.decode().split("\0") if name]
    folder.mkdir(parents=True, exist_ok=True)
    if there:
        archive = _git(root, "archive", "--format=tar", commit, "--", *there, refused=failed)
        with tarfile.open(fileobj=BytesIO(archive)) as packed:
            packed.extractall(folder, filter="data")
    return folder


def move(root: Path, old: str, new: str) -> None:
    """Give a file another name; under git the index knows of it at once."""
    if _is_tracked(root, old):
        _git(root, "mv", "--", old, new, refused=f"Git kan {old} niet hernoemen.")
    else:
        (root / old).rename(root / new)


def remove(root: Path, path: str) -> None:
    """Take a file away; under git the index knows of it at once."""
    if _is_tracked(root, path):
        _git(root, "rm", "--quiet", "--force", "--", path, refused=f"Git kan {path} niet weghalen.")
    else:
        (root / path).unlink()


def _is_tracked(root: Path, path: str) -> bool:
    try:
        _git(root, "ls-files", "--error-unmatch", "--", path, refused="")
    except HistoryError:
        return False
    return True


def _git(root: Path, *arguments: str, refused: str) -> bytes:
    git = shutil.which("git")
    if git is None:
        raise HistoryError("Het programma git is er niet; deze opdracht heeft het nodig.")
    done = subprocess.run([git, "-C", str(root), *arguments], capture_output=True)
    if done.returncode:
        raise HistoryError(refused)
    return done.stdout
