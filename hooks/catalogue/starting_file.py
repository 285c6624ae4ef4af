"""A title → a commented file to start from. Made of the model, so it never lags behind it."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from .model import KINDS
from .model.base import Herkomst, in_order
from .model.fields import Described, fields_of
from .problem import one_line
from .reading import plain_value
from .shelf import is_inside


class NotStartedError(Exception):
    """No file was made; the message says why."""


def slug(title: str) -> str:
    """Bestuurlijk overleg → bestuurlijk-overleg."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].strip("-")


def start(root: Path, kind_name: str, title: str, today: date) -> Path:
    """Write the starting file of a new card. Raises ``NotStartedError`` and overwrites nothing."""
    kind = KINDS[kind_name]
    id = slug(title)
    if not id:
        raise NotStartedError(
            f"Van “{title}” is geen bestandsnaam te maken; gebruik letters of cijfers."
        )
    if not is_inside(root, kind.folder):
        raise NotStartedError(f"{kind.folder} is een koppeling naar elders; daar komt niets bij.")
    path = root / kind.folder / f"{id}{kind.suffix}"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        # Exclusively: nothing is overwritten, and a link that stands there is not followed.
        with path.open("x", encoding="utf-8") as file:
            file.write(starting_text(kind_name, id, title, today))
    except FileExistsError:
        raise NotStartedError(f"{kind.folder}/{id}{kind.suffix} bestaat al.") from None
    return path


def starting_text(kind_name: str, id: str, title: str, today: date) -> str:
    """The text of the starting file: required fields to fill in, the others as comments with an example."""
    kind = KINDS[kind_name]
    known: dict[str, Any] = {
        # Quoted where YAML would read a number or a truth value.
        "id": id if plain_value(id) == id else f'"{id}"',
        "titel": f'"{one_line(title, 200).replace(chr(92), "").replace(chr(34), "”")}"',
        "beoordeeld_op": today.isoformat(),
        "beoordelen_voor": (today + timedelta(days=365)).isoformat(),
    }
    head = [
        f"# {kind.word.capitalize()}: vul in wat de bronnen zeggen en laat weg wat ze niet zeggen.",
        "# Haal het hekje weg bij een veld dat u gebruikt. Uitleg: docs/meedoen/index.md.",
        "# Klaar? Draai: make check",
        "",
    ]
    body = [line for field in fields_of(kind.model) for line in _field(field, known)]
    fence = ["---"] if kind.suffix == ".md" else []
    return "\n".join([*fence, *head, *body, *fence]) + "\n"


BELOW = "tekst"
"""In Markdown this field is the text under the front matter."""


def _field(field: Described, known: dict[str, Any]) -> Iterator[str]:
    if field.name == BELOW:
        return
    text = field.help
    if field.choices:
        text += f" Mogelijk: {', '.join(field.choices)}."
    yield from textwrap.wrap(text, 98, initial_indent="# ", subsequent_indent="# ")
    mark = "" if field.required else "# "
    own = [f"{field.name}: {known[field.name]}"] if field.name in known else None
    yield from (f"{mark}{line}" for line in own or _example(field))
    yield ""


def _example(field: Described) -> list[str]:
    if field.part is None:
        value = _value(field)
        return [f"{field.name}: [{value}]"] if field.many else [f"{field.name}: {value}"]
    inner = in_order(field.part)
    lines = [line for one in inner if _is_wanted(field, field.part, one) for line in _example(one)]
    indented = [
        f"  {'- ' if field.many and n == 0 else '  ' if field.many else ''}{line}"
        for n, line in enumerate(lines)
    ]
    return [f"{field.name}:", *indented]


def _is_wanted(holder: Described, model: type[BaseModel], field: Described) -> bool:
    """Whether an example of what *holder* holds shows this field: what must be there, and where it stands in the source."""
    if field.required or field.about.exemplary or field.name == "plaats":
        return True
    if field.name == "stand":
        return holder.about.tensed
    return not issubclass(model, Herkomst) and field.name not in _SPARE


_SPARE = ("nieuwe_stijl", "noot")


def _value(field: Described) -> str:
    if field.refers_to:
        return f"id-van-{field.refers_to[0]}"
    if field.choices:
        return next(iter(field.choices))
    return {"int": "3", "float": "3.0", "bool": "false", "date": "2026-01-31"}.get(
        field.scalar, "…"
    )
