"""A title → a commented file to start from. Made of the model, so it never lags behind it."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from .complaints import nested_model
from .model import KINDS
from .model.base import Herkomst, Ref
from .problem import one_line
from .reading import plain_value
from .walking import plan_of

STARTABLE = ("instrument", "case")


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
    path = root / kind.folder / f"{id}{kind.suffix}"
    if path.exists():
        raise NotStartedError(f"{kind.folder}/{id}{kind.suffix} bestaat al.")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(starting_text(kind_name, id, title, today), encoding="utf-8")
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
    body = [
        line
        for name, field in kind.model.model_fields.items()
        for line in _field(kind.model, name, field, known)
    ]
    return "\n".join(head + body) + "\n"


def _field(
    model: type[BaseModel], name: str, field: FieldInfo, known: dict[str, Any]
) -> Iterator[str]:
    text = field.description or ""
    if choices := _choices(field.annotation):
        text += f" Mogelijk: {', '.join(choices)}."
    yield from textwrap.wrap(text, 98, initial_indent="# ", subsequent_indent="# ")
    if name in known:
        yield f"{name}: {known[name]}"
    else:
        mark = "" if field.is_required() else "# "
        yield from (f"{mark}{line}" for line in _example(name, field, _is_reference(model, name)))
    yield ""


def _is_reference(model: type[BaseModel], name: str) -> Ref | None:
    return next((ref for field, ref in plan_of(model).refs if field == name), None)


def _example(name: str, field: FieldInfo, ref: Ref | None) -> list[str]:
    listed = get_origin(field.annotation) is list
    inner = nested_model(field.annotation)
    if inner is None:
        value = _value(field, ref)
        return [f"{name}: [{value}]"] if listed else [f"{name}: {value}"]
    # What is said comes first, where it stands in the source last.
    parts = sorted(inner.model_fields.items(), key=lambda part: part[0] in Herkomst.model_fields)
    lines = [line for part, sub in parts for line in _inner(inner, part, sub)]
    indented = [
        f"  {'- ' if listed and n == 0 else '  ' if listed else ''}{line}"
        for n, line in enumerate(lines)
    ]
    return [f"{name}:", *indented]


def _inner(model: type[BaseModel], name: str, field: FieldInfo) -> list[str]:
    wanted = (
        field.is_required()
        or name == "plaats"
        or (not issubclass(model, Herkomst) and name not in _SPARE)
    )
    return _example(name, field, _is_reference(model, name)) if wanted else []


_SPARE = ("nieuwe_stijl", "noot")


def _value(field: FieldInfo, ref: Ref | None) -> str:
    if ref:
        return f"id-van-{ref.kinds[0]}"
    choices = _choices(field.annotation)
    return (
        choices[0] if choices else {"int": "3", "bool": "false"}.get(_base(field.annotation), "…")
    )


def _choices(annotation: Any) -> list[str]:
    if get_origin(annotation) is Literal:
        return [str(value) for value in get_args(annotation)]
    return next((found for part in get_args(annotation) if (found := _choices(part))), [])


def _base(annotation: Any) -> str:
    return str(getattr(annotation, "__name__", ""))
