"""``catalogue tidy``: mends what came along when text was pasted."""

from __future__ import annotations

import shutil
import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile

from ..characters import Form
from ..checking import placed
from ..dutch import counted
from ..editing.tidying import Mend, content_files, tidied
from ..problem import ContentError, Problem, one_line
from ..reading import NOT_PLAIN, is_plain_file, read_bytes
from .command import Command, existing_paths, need_catalogue, paths_argument

DESCRIPTION = """Haalt weg wat met plakken meekwam: onzichtbare tekens, bijzondere spaties, tabs, gekrulde aanhalingstekens
om een waarde, opsommingstekens, Windows-regeleinden. Verandert geen woord. Toont per bestand en regel wat er gebeurde:

  bestand:regel: wat er stond, en wat het werd

Wat alleen u kunt beslissen, blijft staan; dat meldt `catalogue check`."""


def _arguments(parser: ArgumentParser) -> None:
    paths_argument(parser)
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help="verander niets, toon alleen wat er zou gebeuren; status 1 als er iets te doen is",
    )


def _run(root: Path, options: Namespace) -> int:
    need_catalogue(root)
    wanted = [placed(root, path) for path in existing_paths(options) or [root]]
    files = dict(content_files(root))
    refused = [said for path in wanted if (said := _refusal(root, path, files))]
    changed = 0
    for path, form in files.items():
        if any(path.is_relative_to(place) for place in wanted):
            try:
                changed += _tidy(root, path, form, write=not options.dry_run)
            except ContentError as error:
                refused += error.problems
    print(*refused, sep="\n", end="\n" if refused else "")
    print(_verdict(changed, options.dry_run), file=sys.stderr)
    return 1 if refused or (changed and options.dry_run) else 0


def _refusal(root: Path, path: Path, files: Iterable[Path]) -> Problem | None:
    """Why a path that was asked for is left alone."""
    if any(file.is_relative_to(path) for file in files):
        return None
    shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
    plain = is_plain_file(path) or (path.is_dir() and not path.is_symlink())
    said = "hier staat geen inhoud van de catalogus; er is niets veranderd" if plain else NOT_PLAIN
    return Problem(shown, 1, 1, "bestand", said)


def _tidy(root: Path, path: Path, form: Form, write: bool) -> bool:
    """Tidy one file and tell what was done; whether anything was."""
    shown = path.relative_to(root).as_posix()
    raw = read_bytes(path, shown)
    done = tidied(raw, shown, form)
    if done.raw == raw:
        return False
    if write:
        _replace(path, done.raw)
    print(*_lines(shown, done.mends), sep="\n")
    return True


def _lines(shown: str, mends: list[Mend]) -> Iterator[str]:
    for mend, times in Counter(mends).items():
        often = f" ({times} keer)" if times > 1 else ""
        yield f"{one_line(shown, 500)}:{mend.line}: {mend.what}{often}"


def _replace(path: Path, raw: bytes) -> None:
    """Let a file hold other bytes, all at once: whoever stops halfway loses nothing."""
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.stem[:40]}-", delete=False) as file:
        fresh = Path(file.name)
        try:
            file.write(raw)
            file.close()
            shutil.copymode(path, fresh)
            fresh.replace(path)
        except OSError:
            fresh.unlink(missing_ok=True)
            raise


def _verdict(changed: int, dry_run: bool) -> str:
    if not changed:
        return "Er viel niets op te ruimen."
    files = counted(changed, "bestand", "bestanden")
    return f"{files} op te ruimen; er is niets veranderd." if dry_run else f"{files} opgeruimd."


COMMAND = Command(
    "tidy",
    "haal weg wat met plakken meekwam, zonder een woord te veranderen",
    DESCRIPTION,
    _run,
    _arguments,
)
