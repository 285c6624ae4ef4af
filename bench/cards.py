"""Turn the project's own content into a project with any number of cards, for measuring.

Every card is a real one under a new id, with a title made from words of the real cards. Cards
of one round refer to each other, so no reference is broken and links grow with the catalogue.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

FOLDERS = ("instruments", "cases")
SHARED = ("hooks", "theme")
COPIED = ("mkdocs.yml", "permalinks.txt")
TITLE = re.compile(r'^titel: ("?)(.+)\1$', re.M)
WORD = re.compile(r"\b[a-zà-ÿ]{6,}\b")


def make_project(root: Path, target: Path, cards: int) -> None:
    """Make in `target` a copy of the project at `root` with this many cards."""
    target.mkdir(parents=True)
    for name in SHARED:
        (target / name).symlink_to(root / name)
    for name in COPIED:
        shutil.copyfile(root / name, target / name)
    shutil.copytree(root / "docs", target / "docs")
    for name in FOLDERS:
        (target / name).mkdir()
    for path, text in islice(_cards(root, cards), cards):
        (target / path).write_text(text, encoding="utf-8")


def files(project: Path) -> list[Path]:
    """The data files of a project: cards, and Markdown with front matter."""
    cards = [path for name in FOLDERS for path in project.joinpath(name).glob("*.yml")]
    return sorted(cards) + sorted(project.joinpath("docs").rglob("*.md"))


def _cards(root: Path, wanted: int) -> Iterator[tuple[str, str]]:
    """Path and text of each card, without end: first the real ones, then round after round."""
    real = {path: path.read_text(encoding="utf-8") for path in files(root) if path.suffix == ".yml"}
    words = sorted({word for text in real.values() for word in WORD.findall(text)})
    for n in count():
        room = wanted - n * len(real)
        # The last round may be cut short: what it leaves out, its cards find among the real ones.
        names = {path.stem: f"{path.stem}-{n:04d}" for path in list(real)[:room]} if n else {}
        pick = random.Random(n)
        for path, text in real.items():
            folder, stem = path.parent.name, names.get(path.stem, path.stem)
            varied = _varied(text, names, pick.sample(words, 2)) if n else text
            yield f"{folder}/{stem}.yml", varied


def _varied(text: str, names: dict[str, str], words: list[str]) -> str:
    """A card with other names for itself and for the cards that it refers to."""
    known = "|".join(sorted(names, key=len, reverse=True))
    # A law may bear the id of a card, so what counts is the field, or the link in a text.
    places = re.compile(
        rf"((?:^id|instrument|case|factor|kies|vervangen_door): ?|\]\()({known})(?=[/,)\s])", re.M
    )
    text = places.sub(lambda found: found[1] + names[found[2]], text)
    title = rf'titel: "{words[0].capitalize()} en {words[1]}: \2"'
    return TITLE.sub(title, text, count=1)
