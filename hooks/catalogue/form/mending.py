"""What a form wrote anew in a project under git → the old text of each file, with only the values that changed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..editing.grafting import NotGraftedError, graft, laid_out
from ..history import changed_files, common_ancestor, revision, text_at
from ..model.kind import kind_of
from ..problem import ContentError
from ..reading import is_plain_file, read_text
from ..shelf import content_folders, is_inside


@dataclass(frozen=True)
class Mended:
    """One file, and what was done with it."""

    path: str
    said: str
    whole: bool = True
    """Whether it has the form of the other files now."""


def mend(root: Path, base: str) -> list[Mended]:
    """Mend all content that is not as it was where HEAD left *base*. Raises ``HistoryError``."""
    start = common_ancestor(root, revision(root, base), revision(root, "HEAD"))
    changed = changed_files(root, start, within=content_folders())
    found = (_mend(root, start, path) for path in changed)
    return [one for one in found if one]


def _mend(root: Path, base: str, path: str) -> Mended | None:
    kind, file = kind_of(path), root / path
    if kind is None or not is_inside(root, kind.folder) or not is_plain_file(file):
        return None
    old = text_at(root, base, path)
    try:
        new = read_text(file, path)
        text = laid_out(new, kind, path) if old is None else graft(old, new, kind, path)
    except (ContentError, NotGraftedError):
        # What is wrong with it, the check says; here it stays as it is.
        return Mended(path, "bleef zoals het formulier het schreef", whole=False)
    if text == new:
        return None
    file.write_text(text, encoding="utf-8")
    if old is None:
        return Mended(path, "nieuw, in de vorm van de andere")
    return Mended(path, "niets veranderd" if text == old else "alleen wat veranderde")
