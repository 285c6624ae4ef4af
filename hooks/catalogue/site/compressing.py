"""A built site → the same with a small copy (``.gz``) beside each file that a browser often asks for."""

from __future__ import annotations

import gzip
from pathlib import Path

from .fault import Fault

SUFFIXES = {".css", ".html", ".js", ".json", ".svg"}
SMALL = 1024
"""In bytes; a smaller file fits in one packet anyway."""

RARE = ("data",)
"""Folders for those who fetch the data; a web server makes those small when they are asked for."""


def compress(site: Path) -> list[Fault]:
    """Write the small copies, the same for the same files."""
    for path in site.rglob("*"):
        if path.suffix in SUFFIXES and path.relative_to(site).parts[0] not in RARE:
            content = path.read_bytes()
            if len(content) > SMALL:
                # mtime=0: no clock in the header of the archive.
                small = gzip.compress(content, 9, mtime=0)
                path.with_name(f"{path.name}.gz").write_bytes(small)
    return []
