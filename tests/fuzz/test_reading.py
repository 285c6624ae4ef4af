"""Any YAML: what is read is what the file says, or it is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import yaml
from hypothesis import given

from catalogue.problem import ContentError
from catalogue.reading import read_yaml
from tests.fuzz.effort import examples
from tests.fuzz.hostile_input import hostile_texts, trees
from tests.sample import as_yaml


def same_reading(ours: Any, plain: Any) -> bool:
    """Whether our reading has the shape and the words of one that leaves every value text."""
    if isinstance(ours, dict):
        return (
            isinstance(plain, dict)
            and list(ours) == list(plain)
            and all(same_reading(ours[key], plain[key]) for key in ours)
        )
    if isinstance(ours, list):
        return (
            isinstance(plain, list)
            and len(ours) == len(plain)
            and all(map(same_reading, ours, plain))
        )
    if isinstance(ours, bool):
        return plain.lower() in (
            ("true", "yes", "on", "y") if ours else ("false", "no", "off", "n")
        )
    if ours is None:
        return plain.lower() in ("", "~", "null")
    return (
        ours == plain or (not isinstance(ours, str) and ours == type(ours)(Decimal(plain)))
        if not isinstance(ours, date)
        else ours.isoformat() == plain
    )


@examples(200)
@given(trees.map(lambda tree: as_yaml({"veld": tree})) | hostile_texts)
def test_what_is_read_is_what_the_file_says(text: str) -> None:
    try:
        data = read_yaml(text, "kaart.yml").data
    except ContentError as error:
        assert all(problem.message for problem in error.problems)
    else:
        assert same_reading(data, yaml.load(text, yaml.BaseLoader))  # noqa: S506
