"""The garbage collector rests while a program reads what it keeps, and only then."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from catalogue.memory import keeping_everything


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_it_rests_within_the_block_and_what_was_made_there_is_not_looked_at_again() -> None:
    with keeping_everything():
        assert not gc.isenabled()
    assert gc.isenabled() and gc.get_freeze_count()


def test_it_goes_on_after_an_error() -> None:
    with pytest.raises(KeyError), keeping_everything():
        raise KeyError
    assert gc.isenabled()
