"""The command line as an editor runs it: a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

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
