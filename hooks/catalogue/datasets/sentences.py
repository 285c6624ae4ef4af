"""A sentence that is spoken of an instrument → how it stands in a data file."""

from __future__ import annotations

from ..knowledge.choosing import Spoken
from ..markup import plain

_SORTS = {
    (True, True): "als",
    (False, True): "niet-als",
    (True, False): "voor",
    (False, False): "tegen",
}
"""Whether it is for, and whether it completes *kies dit als* → what a sentence does."""


def sort_of(one: Spoken) -> str:
    """What a sentence does: ``als``, ``niet-als``, ``voor`` or ``tegen``."""
    return _SORTS[one.is_for, one.completes]


def words_of(one: Spoken) -> str:
    """The sentence without markup."""
    return plain(one.sentence)


def is_judgement(one: Spoken) -> bool:
    """Whether it is a judgement of ours."""
    return bool(one.part and one.part.is_redactie)
