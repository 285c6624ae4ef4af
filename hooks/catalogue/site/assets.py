"""Our part of the theme → where its files stand in the site: in one folder, named after all that is in it.

So a browser may keep them for good, and the modules that import each other need no other names.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

FOLDER = "assets"


def folder_of(theme: Path) -> str:
    """The folder of the site in which the files of *theme* stand: another one as soon as a byte of them changes."""
    digest = hashlib.sha256()
    for path in _files(theme):
        content = path.read_bytes()
        # With its length, so that no other files make the same row of bytes.
        name = path.relative_to(theme).as_posix()
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return f"{FOLDER}/{digest.hexdigest()[:10]}"


def theme_files(theme: Path) -> dict[str, Path]:
    """Each file of *theme* that goes to the site, by its path there."""
    folder = folder_of(theme)
    source = theme / FOLDER
    return {f"{folder}/{path.relative_to(source).as_posix()}": path for path in _files(theme)}


def _files(theme: Path) -> list[Path]:
    files = (path for path in (theme / FOLDER).rglob("*") if path.is_file())
    return sorted(path for path in files if not path.name.startswith("."))
