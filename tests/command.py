"""The command line: as an editor runs it, a process of its own, or called within this one."""

from __future__ import annotations

import contextlib
import io
import subprocess
import sys
from pathlib import Path

from catalogue.cli import main
from tests.conftest import environment


def catalogue(
    folder: Path, *arguments: str | Path, timeout: float = 60, **extra: str
) -> subprocess.CompletedProcess[str]:
    """Run ``catalogue`` in a folder; what it says is UTF-8."""
    return subprocess.run(
        [sys.executable, "-m", "catalogue", *map(str, arguments)],
        cwd=folder,
        env=environment(**extra),
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=timeout,
    )


def call(folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Call ``catalogue`` in a folder without a process of its own: the same outcome, forty times faster."""
    said, noted = io.StringIO(), io.StringIO()
    words = [str(argument) for argument in arguments]
    with (
        contextlib.chdir(folder),
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(noted),
    ):
        try:
            status = main(words)
        except SystemExit as end:
            status = int(end.code or 0)
    return subprocess.CompletedProcess(words, status, said.getvalue(), noted.getvalue())
