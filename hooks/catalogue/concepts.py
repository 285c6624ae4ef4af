"""A half-filled concept → what the preview shows of it, and what is still missing.

A concept is an item that is not published yet: ``status: concept``. It may miss what a published item must have. In the
preview it has its own page all the same: what does not hold yet is left out, and what a page cannot do without gets a
value that says nothing. None of that is ever published, or written into a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Annotated, Any, TypeVar

from annotated_types import MinLen
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from .messages import is_own_rule, message
from .model import REDACTIE, Item
from .model.base import CONCEPT
from .model.fields import Described, fields_of
from .problem import Problem
from .reading import Document

BLANK = "…"
"""What stands in a starting file where an editor has something to fill in."""

MARK = f" ({CONCEPT})"
"""Stands behind the title of a concept, wherever the preview names it."""

VARIABLE = "CATALOGUE_CONCEPTS"
"""Environment variable that asks the build for a preview, with the concepts in it."""

I = TypeVar("I", bound=Item)  # noqa: E741
M = TypeVar("M", bound=BaseModel)

_NOTHING: Any = object()
_TO_FILL = "nog in te vullen"
_OLDEST = date(1990, 1, 1)


class NothingToNameError(Exception):
    """A concept must name an item of a kind that has none yet; says which kind."""


def is_concept(data: Mapping[str, Any]) -> bool:
    """Whether the fields of a file say that it is a concept."""
    return data.get("status") == CONCEPT


def marked(item: I) -> I:
    """The item; a concept with the mark behind its title."""
    return item.model_copy(update={"titel": item.titel + MARK}) if item.is_concept else item


def unmarked(item: I) -> I:
    """The item as it stands in its file, without that mark."""
    return (
        item.model_copy(update={"titel": item.titel.removesuffix(MARK)})
        if item.is_concept
        else item
    )


def without_blanks(value: Any) -> Any:
    """The same data, with nothing where there is something to fill in; every value in a list keeps its place."""
    if isinstance(value, dict):
        return {name: without_blanks(one) for name, one in value.items()}
    if isinstance(value, list):
        inner = [without_blanks(one) for one in value]
        return inner if any(one is not None for one in inner) else []
    return None if isinstance(value, str) and value.strip(" .…") == "" else value


@dataclass(frozen=True)
class Assessed:
    """What is wrong with a concept: faults, as in any file, and gaps, that one fills in later."""

    faults: list[Problem]
    gaps: list[Problem]


def assess(error: ValidationError, document: Document, model: type[BaseModel]) -> Assessed:
    """Tell what is wrong in a concept from what is not there yet."""
    faults, gaps = [], []
    for detail in error.errors(include_url=False):
        if not _is_gap(detail):
            faults.append(message(detail, document, model))
        elif detail["type"] == "missing" or not detail["input"]:
            gaps.append(document.problem(detail["loc"], _TO_FILL))
        else:
            gaps.append(message(detail, document, model))
    return Assessed(faults, gaps)


def _is_gap(detail: ErrorDetails) -> bool:
    """Whether something is not there yet. Without its id an item is no item, concept or not."""
    if detail["loc"] == ("id",):
        return False
    lacking = detail["type"] in ("missing", "leeg", "too_short") or detail["input"] is None
    # A rule for a part as a whole says what it still needs.
    return lacking or (is_own_rule(detail) and not isinstance(detail["input"], str | int | list))


def draft(model: type[M], data: Mapping[str, Any], ids: Mapping[str, Iterable[str]]) -> M:
    """What can be shown of a concept without faults. *ids* is the ids of each kind.

    What nobody filled in is not among the fields that count as set; see ``filled_in``. Raises ``NothingToNameError`` when it
    must name an item and there is none.
    """
    values, filled = {}, set()
    for field in fields_of(model):
        found = _holding(model, field, data.get(field.name, _NOTHING), ids)
        if field.required and (found is _NOTHING or found == []):
            values[field.name] = _neutral(model, field, ids)
        elif found is not _NOTHING:
            values[field.name] = found
            filled.add(field.name)
    return model.model_construct(_fields_set=filled, **values)


def filled_in(part: BaseModel, field: Described) -> Any:
    """What a part says in a field; nothing where only the preview of a concept has a value."""
    is_ours = field.required and field.name not in part.model_fields_set
    return None if is_ours else getattr(part, field.name)


def _holding(
    model: type[BaseModel], field: Described, value: Any, ids: Mapping[str, Iterable[str]]
) -> Any:
    """The value of a field as far as it holds: parts that are not whole are left out."""
    single = field.required and field.part and not field.many
    value = deepcopy(value)
    while value is not _NOTHING:
        try:
            return _adapter(model, field.name).validate_python(value, strict=True)
        except ValidationError as error:
            if single and isinstance(value, dict):
                return draft(field.part or model, value, ids)
            value = _pruned(value, error.errors(include_url=False))
    return _NOTHING


@cache
def _adapter(model: type[BaseModel], name: str) -> TypeAdapter[Any]:
    """What validates one field of a class, without the rules for the class as a whole; a list may be short."""
    info = model.model_fields[name]
    sort: Any = info.annotation
    rules = [one for one in info.metadata if not isinstance(one, MinLen)]
    return TypeAdapter(Annotated[(sort, *rules)] if rules else sort)


def _pruned(value: Any, details: list[ErrorDetails]) -> Any:
    """The data without what does not hold; a part that misses something goes as a whole."""
    faulty = {one["loc"][:-1] if one["type"] == "missing" else one["loc"] for one in details}
    for loc in sorted(faulty, reverse=True):
        if not loc:
            return _NOTHING
        holder = value
        for step in loc[:-1]:
            holder = holder[step]
        del holder[loc[-1]]
    return value


def _neutral(model: type[BaseModel], field: Described, ids: Mapping[str, Iterable[str]]) -> Any:
    """A value that says nothing, for a field that a page cannot do without."""
    if field.many:
        # A list of links may be empty on a page; what has no words to say it by itself may not.
        return [] if field.refers_to else [_neutral(model, replace(field, many=False), ids)]
    if field.part:
        return draft(field.part, {}, ids)
    if field.judgement:
        return REDACTIE
    if field.refers_to:
        return _first_of(field.refers_to, ids)
    if field.choices:
        return next(iter(field.choices))
    if field.scalar in ("int", "float"):
        return field.limits.least or 1
    return {"bool": False, "date": _OLDEST}.get(field.scalar, f"{_TO_FILL.capitalize()}.")


def _first_of(kinds: tuple[str, ...], ids: Mapping[str, Iterable[str]]) -> str:
    known = sorted(id for kind in kinds for id in ids.get(kind, ()))
    if not known:
        raise NothingToNameError(" of ".join(kinds))
    return known[0]
