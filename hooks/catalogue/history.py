"""A project under git → its content as it was at some revision, in a folder of its own; and files that move in both."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from .permalinks import FILE as PERMALINKS
from .problem import RefusedError
from .search.word_pairs import FILE as WORD_PAIRS
from .shelf import content_folders

OWN_WORDS = "woordenlijst.txt"
LISTS = (PERMALINKS, WORD_PAIRS, OWN_WORDS)
"""The lists beside the content that editors keep, from the root of the project."""


class HistoryError(RefusedError):
    """Git cannot tell what was asked."""


def revision(root: Path, name: str) -> str:
    """The whole name of a revision: of ``HEAD``, a branch, a tag or the beginning of a commit's name."""
    run_git(root, "rev-parse", "--git-dir", refused=f"{root} staat niet onder git.")
    asked = ("--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    failed = f"Git kent geen versie “{name}”. Geef een tak, een tag of het begin van een commit."
    return run_git(root, "rev-parse", *asked, refused=failed).decode().strip()


def versions(root: Path, asked: str) -> tuple[str, str]:
    """The two commits of ``BASE..HEAD``; of ``BASE...HEAD``, HEAD and the commit at which it left BASE.

    Without HEAD it is the last commit.
    """
    base, dots, head = asked.partition("...") if "..." in asked else asked.partition("..")
    old, new = revision(root, base), revision(root, head or "HEAD")
    if dots == "...":
        old = common_ancestor(root, old, new)
    return old, new


def changed_files(root: Path, *versions: str, within: Iterable[str] = ()) -> list[str]:
    """The files that differ between two commits, or between one and the files there are; one that moved is named twice."""
    failed = "Git kan deze versies niet vergelijken."
    options = ("--name-only", "--no-renames", "-z")
    said = run_git(root, "diff", *options, *versions, "--", *within, refused=failed)
    return [os.fsdecode(name) for name in said.split(b"\0") if name]


def content_at(root: Path, commit: str, folder: Path) -> Path:
    """Write the content as it was at a commit into a folder; nothing else of the project is touched.

    File by file: an archive leaves out what the commit itself says to leave out, and so could hide something.
    """
    wanted = (*content_folders(), *LISTS)
    failed = "Git kan deze versie niet lezen."
    listed = run_git(root, "ls-tree", "-r", "-z", commit, "--", *wanted, refused=failed)
    found = [_Entry.of(line) for line in listed.split(b"\0") if line]
    found = [one for one in found if one.sort == b"blob" and one.is_inside]
    names = b"".join(one.name + b"\n" for one in found)
    contents = BytesIO(run_git(root, "cat-file", "--batch", refused=failed, given=names))
    folder.mkdir(parents=True, exist_ok=True)
    for one in found:
        size = int(contents.readline().split()[2])
        one.write(folder, contents.read(size))
        contents.read(1)
    return folder


def move(root: Path, old: str, new: str) -> None:
    """Give a file another name; under git the index knows of it at once."""
    if _is_tracked(root, old):
        run_git(root, "mv", "--", old, new, refused=f"Git kan {old} niet hernoemen.")
    else:
        (root / old).rename(root / new)


def remove(root: Path, path: str) -> None:
    """Take a file away; under git the index knows of it at once."""
    if _is_tracked(root, path):
        failed = f"Git kan {path} niet weghalen."
        run_git(root, "rm", "--quiet", "--force", "--", path, refused=failed)
    else:
        (root / path).unlink()


def _is_tracked(root: Path, path: str) -> bool:
    try:
        run_git(root, "ls-files", "--error-unmatch", "--", path)
    except HistoryError:
        return False
    return True


@dataclass(frozen=True)
class _Entry:
    """A file in a commit."""

    mode: bytes
    sort: bytes
    name: bytes
    """By which git knows its content."""
    path: str

    @classmethod
    def of(cls, line: bytes) -> _Entry:
        known, _, path = line.partition(b"\t")
        mode, sort, name = known.split()
        return cls(mode, sort, name, os.fsdecode(path))

    @property
    def is_inside(self) -> bool:
        """Whether its path stays within the folder."""
        steps = self.path.split("/")
        return not {"", ".", ".."} & set(steps)

    def write(self, folder: Path, content: bytes) -> None:
        """Write it; a link stays a link, for the check to refuse it, but leads nowhere."""
        place = folder / self.path
        place.parent.mkdir(parents=True, exist_ok=True)
        if self.mode == b"120000":
            place.symlink_to("nergens")
        else:
            place.write_bytes(content)


def text_at(root: Path, commit: str, path: str) -> str | None:
    """The text of a file as it was at a commit; nothing if it was not there."""
    failed = "Git kan deze versie niet lezen."
    if not run_git(root, "ls-tree", "-z", "--name-only", commit, "--", path, refused=failed):
        return None
    # A link that stood there is given as the way it leads to, and is no card.
    said = run_git(root, "show", f"{commit}:{path}", refused=failed)
    return said.decode("utf-8", errors="replace")


def common_ancestor(root: Path, one: str, other: str) -> str:
    """The commit from which two revisions went their own way."""
    failed = "Deze twee versies hebben geen gezamenlijk begin."
    return run_git(root, "merge-base", one, other, refused=failed).decode().strip()


def run_git(root: Path, *arguments: str, refused: str = "", given: bytes = b"") -> bytes:
    """What git answers. Raises ``HistoryError`` with what it says itself, or with what is *refused*."""
    git = shutil.which("git")
    if git is None:
        raise HistoryError("Het programma git is er niet; deze opdracht heeft het nodig.")
    done = subprocess.run([git, "-C", str(root), *arguments], input=given, capture_output=True)
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        raise HistoryError(refused or f"Git kon dit niet: git {' '.join(arguments)}\n{said}")
    return done.stdout
