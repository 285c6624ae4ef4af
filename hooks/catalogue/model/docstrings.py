"""The strings under the fields of a class: what an editor reads of each field, looked up when somebody asks.

pydantic can do this itself (``use_attribute_docstrings``), and reads the source of every class for it each time that the
program starts: a third of the time in which a card is checked, which asks for none of them.
"""

from __future__ import annotations

import ast
import inspect
import sys
from functools import cache
from itertools import pairwise
from typing import Any

from pydantic import BaseModel


def help_of(model: type[BaseModel], field: str) -> str:
    """The string under a field of a class, where the field was last declared; empty when nothing stands there."""
    declared = next(one for one in model.__mro__ if field in vars(one).get("__annotations__", ()))
    return _strings(declared.__module__).get((declared.__qualname__, field), "")


def with_help(schema: dict[str, Any], model: type[BaseModel]) -> None:
    """Give the fields in the JSON Schema of a class these strings as descriptions."""
    for field, described in schema.get("properties", {}).items():
        if text := help_of(model, field):
            described["description"] = text


@cache
def _strings(module: str) -> dict[tuple[str, str], str]:
    """Class and field → the string under it, of the classes in a module."""
    return {
        (one.name, field.target.id): inspect.cleandoc(under.value.value)
        for one in ast.parse(inspect.getsource(sys.modules[module])).body
        if isinstance(one, ast.ClassDef)
        for field, under in pairwise(one.body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(under, ast.Expr) and isinstance(under.value, ast.Constant)
        if isinstance(under.value.value, str)
    }
