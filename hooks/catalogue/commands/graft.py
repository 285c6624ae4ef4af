"""``catalogue graft``: what a form wrote anew, put back in the text as it was."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path, PurePosixPath

from ..grafting import NotGraftedError, graft, laid_out
from ..history import HistoryError, changed_since, common_ancestor, revision, text_at
from ..model import KINDS, Kind
from ..problem import ContentError
from ..reading import is_plain_file, read_text
from ..shelf import is_inside
from .command import Command, WrongCallError, complain, need_catalogue


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "base", metavar="BASE", help="versie in git waarvan het formulier uitging: main"
    )


def _run(root: Path, options: Namespace) -> int:
    need_catalogue(root)
    try:
        base = common_ancestor(root, revision(root, options.base), revision(root, "HEAD"))
        paths = changed_since(root, base)
        done = [(path, _mend(root, base, path)) for path in paths]
    except HistoryError as error:
        raise WrongCallError(str(error)) from None
    print(*(f"{path}: {said}" for path, said in done if said), sep="\n", end="\n" if done else "")
    if failed := [path for path, said in done if said == KEPT]:
        complain([f"Niet gelukt: {', '.join(failed)}. Lees daar elke regel van het verschil na."])
    return 0


KEPT = "bleef zoals het formulier het schreef"


def _mend(root: Path, base: str, path: str) -> str:
    """Put the old text back in one file, with the new values; what was done, in a few words."""
    kind, file = _kind_of(path), root / path
    if kind is None or not is_inside(root, kind.folder) or not is_plain_file(file):
        return ""
    new = read_text(file, path)
    old = text_at(root, base, path)
    try:
        text = laid_out(new, kind, path) if old is None else graft(old, new, kind, path)
    except NotGraftedError:
        return KEPT
    except ContentError:
        # What is wrong with it, the check says; here it stays as it is.
        return KEPT
    if text == new:
        return ""
    file.write_text(text, encoding="utf-8")
    if old is None:
        return "nieuw, en in de vorm van de andere"
    return "niets veranderd" if text == old else "alleen wat veranderde"


def _kind_of(path: str) -> Kind | None:
    where = PurePosixPath(path)
    return next(
        (
            kind
            for kind in KINDS.values()
            if kind.folder == where.parent.as_posix() and kind.suffix == where.suffix
        ),
        None,
    )


COMMAND = Command(
    "graft",
    "herstel de vorm van wat een formulier bewaarde",
    "Een formulier schrijft een kaart helemaal opnieuw. Dit zet de oude tekst terug, met alleen de waarden die\n"
    "veranderden: commentaar, volgorde en regels blijven zoals zij waren.",
    _run,
    _arguments,
)
