"""A program that reads much and keeps it all → the same program without rounds of the garbage collector.

For the start of a program: the command line and the hooks of MkDocs. Library code leaves the collector alone.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def keeping_everything() -> Iterator[None]:
    """Within the block the collector does not run; what was made there it never looks at again.

    What is read stays, so its rounds would find nothing, and take a quarter of the time.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
