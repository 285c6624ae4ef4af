"""A project under git → its content as it was at some revision, in a folder of its own."""

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


def changed_since(root: Path, commit: str) -> list[str]:
    """The files of the content, as paths from the root, that are not as they were at a commit."""
    failed = "Git kan niet vergelijken met deze versie."
    listed = _git(
        root,
        "diff",
        "-z",
        "--name-only",
        "--no-renames",
        commit,
        "--",
        *content_folders(),
        refused=failed,
    )
    return [name for name in listed.decode(errors="replace").split("\0") if name]


def text_at(root: Path, commit: str, path: str) -> str | None:
    """The text of a file as it was at a commit; nothing if it was not there."""
    failed = "Git kan deze versie niet lezen."
    if not _git(root, "ls-tree", "-z", "--name-only", commit, "--", path, refused=failed):
        return None
    # A link that stood there is given as the way it leads to, and is no card.
    return _git(root, "show", f"{commit}:{path}", refused=failed).decode("utf-8", errors="replace")


def common_ancestor(root: Path, one: str, other: str) -> str:
    """The commit from which two revisions went their own way."""
    failed = "Deze twee versies hebben geen gezamenlijk begin."
    return _git(root, "merge-base", one, other, refused=failed).decode().strip()


def _git(root: Path, *arguments: str, refused: str) -> bytes:
    git = shutil.which("git")
    if git is None:
        raise HistoryError("Het programma git is er niet; deze opdracht heeft het nodig.")
    done = subprocess.run([git, "-C", str(root), *arguments], capture_output=True)
    if done.returncode:
        raise HistoryError(refused)
    return done.stdout
