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


def versions(root: Path, asked: str) -> tuple[str, str]:
    """The two commits of ``BASE..HEAD``; of ``BASE...HEAD``, HEAD and the commit at which it left BASE.

    Without HEAD it is the last commit.
    """
    base, dots, head = asked.partition("...") if "..." in asked else asked.partition("..")
    old, new = revision(root, base), revision(root, head or "HEAD")
    if dots == "...":
        old = common_ancestor(root, old, new)
    return old, new


def changed_files(root: Path, base: str, head: str) -> list[str]:
    """The files that differ between two commits; one that moved is named twice."""
    failed = "Git kan deze versies niet vergelijken."
    said = _git(root, "diff", "--name-only", "--no-renames", "-z", base, head, refused=failed)
    return [name.decode(errors="replace") for name in said.split(b"\0") if name]


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
            packed.extractall(folder, members=map(_harmless, packed), filter="data")
    return folder


def common_ancestor(root: Path, one: str, other: str) -> str:
    """The commit from which two revisions went their own way."""
    failed = "Deze twee versies hebben geen gezamenlijk begin."
    return _git(root, "merge-base", one, other, refused=failed).decode().strip()


def _harmless(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """A link stays a link, for the check to refuse it, but leads nowhere."""
    return member.replace(linkname="nergens", deep=False) if member.issym() else member


def _git(root: Path, *arguments: str, refused: str) -> bytes:
    git = shutil.which("git")
    if git is None:
        raise HistoryError("Het programma git is er niet; deze opdracht heeft het nodig.")
    done = subprocess.run([git, "-C", str(root), *arguments], capture_output=True)
    if done.returncode:
        raise HistoryError(refused)
    return done.stdout
