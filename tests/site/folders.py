"""Folders as a test compares them, and waiting for what another process does."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path


def contents(folder: Path) -> dict[str, bytes]:
    """Every file in the folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The paths whose bytes differ or that only one of the two has."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def earlier_site(project: Path) -> dict[str, bytes]:
    """Give the project a site from before; its contents."""
    site = project / "site"
    (site / "over").mkdir(parents=True)
    (site / "index.html").write_text("<p>De vorige site", encoding="utf-8")
    (site / "over" / "index.html").write_bytes(b"\x00eerder\r\n")
    (site / "data").mkdir()
    (site / "data" / "catalogus.json").write_text("{}", encoding="utf-8")
    return contents(site)


def wait_for(condition: Callable[[], bool], seconds: float = 60) -> None:
    """Wait until the condition holds; a failure when that takes too long."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "duurt te lang"
        time.sleep(0.02)
