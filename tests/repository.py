"""A project under git, as a test makes it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path


def git(project: Path, *arguments: str) -> None:
    program = shutil.which("git")
    assert program
    settings = [
        "-c",
        "user.name=Proef",
        "-c",
        "user.email=proef@proef.example",
        "-c",
        "commit.gpgsign=false",
    ]
    subprocess.run(
        [program, "-C", str(project), *settings, *arguments], check=True, capture_output=True
    )


def commit(project: Path) -> None:
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "Stap")
