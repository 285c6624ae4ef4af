"""Says in Dutch what pydantic found wrong: the field, the value, what is allowed, and the nearest match."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from pydantic_core.core_schema import ErrorType

from .model.fields import fields_of, model_at
from .model.text import FIELD
from .problem import Loc, Problem, did_you_mean, nearest, one_line
from .reading import Document

_TYPES = {
    "string_type": "moet tekst zijn",
    "int_type": "moet een heel getal zijn",
    "float_type": "moet een getal zijn, met een punt: 3.19",
    "bool_type": "moet ja of nee zijn (true of false)",
    "list_type": "moet een lijst zijn, elk onderdeel op een regel met `- `",
    "model_type": "moet velden hebben, elk als `veld: waarde`",
    "finite_number": "moet een gewoon getal zijn",
}
# What pydantic itself may find wrong; any other error is one of ours, and says in Dutch what it is.
_BUILT_IN = frozenset(get_args(ErrorType))


def messages(
    error: ValidationError, document: Document, model: type[BaseModel]
) -> Iterator[Problem]:
    """A problem per error, at the place of the value (or of the key, for an unknown key)."""
    found = error.errors(include_url=False)
    meant = _misspelt(found, model)
    for detail in found:
        if detail["type"] != "missing" or detail["loc"] not in meant:
            yield message(detail, document, model)


def message(detail: ErrorDetails, document: Document, model: type[BaseModel]) -> Problem:
    """The problem that one error is."""
    at_key = detail["type"] == "extra_forbidden"
    # A rule of a class may name the field that it is about.
    about = detail.get("ctx", {}).get(FIELD)
    loc = (*detail["loc"], about) if about else detail["loc"]
    return document.problem(loc, _sentence(detail, model), at_key=at_key)


def is_own_rule(detail: ErrorDetails) -> bool:
    """Whether an error is one of ours, and none that pydantic itself finds."""
    return detail["type"] not in _BUILT_IN


MISSPELT = 0.75
"""So much must an unknown field look like a known one to be taken for it: names of fields are short, and look alike."""


def _misspelt(found: list[ErrorDetails], model: type[BaseModel]) -> set[Loc]:
    """The fields that are missing because their name is misspelt: of each, the name is what there is to mend."""
    unknown = (detail["loc"] for detail in found if detail["type"] == "extra_forbidden")
    meant = ((loc, nearest(str(loc[-1]), _fields_beside(loc, model), MISSPELT)) for loc in unknown)
    return {(*loc[:-1], name) for loc, name in meant if name}


def _fields_beside(loc: Loc, model: type[BaseModel]) -> list[str]:
    owner = model_at(model, loc[:-1])
    return list(fields_of(owner).all) if owner else []


def _sentence(detail: ErrorDetails, model: type[BaseModel]) -> str:
    kind, value, ctx = detail["type"], detail.get("input"), detail.get("ctx", {})
    if kind == "missing":
        return "dit veld ontbreekt"
    if kind == "extra_forbidden":
        return _unknown_key(detail["loc"], model)
    if kind == "literal_error":
        allowed = re.findall(r"'([^']*)'", ctx["expected"])
        return f"{_shown(value)} mag niet; toegestaan: {', '.join(allowed)}.{did_you_mean(str(value), allowed)}"
    if kind.startswith("date"):
        return f"{_shown(value)} is geen geldige datum; schrijf JJJJ-MM-DD zonder aanhalingstekens, zoals 2026-11-22"
    if kind in _TYPES:
        return f"{_TYPES[kind]}; nu {_describe(value)}"
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = f"ten minste {ctx['ge']}" if "ge" in ctx else f"ten hoogste {ctx['le']}"
        return f"{one_line(value)} valt buiten het bereik: {bound}"
    if kind == "string_too_long":
        return f"telt {len(str(value))} tekens; hooguit {ctx['max_length']} mag"
    if kind == "too_short":
        least = ctx["min_length"]
        return f"moet ten minste {'één onderdeel' if least == 1 else f'{least} onderdelen'} hebben"
    if kind == "too_long":
        return f"heeft te veel onderdelen; hooguit {ctx['max_length']}"
    return detail["msg"] if is_own_rule(detail) else f"{_shown(value)} is hier niet toegestaan"


def _shown(value: Any) -> str:
    """A value as an editor knows it: not as Python writes it."""
    if value is None or value == "":
        return "leeg"
    if isinstance(value, bool):
        return f"“{str(value).lower()}”"
    if isinstance(value, dict):
        return "een blok met velden"
    return "een lijst" if isinstance(value, list) else f"“{one_line(value)}”"


def _describe(value: Any) -> str:
    if value is None:
        return "is het leeg"
    if isinstance(value, bool):
        return "leest YAML hier ja of nee; zet tekst tussen aanhalingstekens"
    if isinstance(value, str):
        return f"staat er tekst (“{one_line(value)}”)"
    if isinstance(value, dict):
        return "staan er velden"
    if isinstance(value, list):
        return "staat er een lijst"
    said = one_line(value)
    return f"leest YAML hier een getal of datum ({said}); zet tekst tussen aanhalingstekens"


def _unknown_key(loc: Loc, model: type[BaseModel]) -> str:
    known = _fields_beside(loc, model)
    key = str(loc[-1])
    hint = did_you_mean(key, known, MISSPELT)
    return f"onbekend veld.{hint}" if hint else f"onbekend veld; toegestaan: {', '.join(known)}"
