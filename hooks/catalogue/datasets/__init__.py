"""The data that a page fetches when a reader asks something of it: a module for each page that does.

A file stands in ``data/`` and holds what its page needs and nothing else; who reads without script needs none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..linking import Catalogue
from .choice import choice_data
from .coherence import coherence_data
from .comparison import comparison_data
from .learning_line import learning_line_data
from .matrix import matrix_data
from .memo import memo_data
from .overview import overview_data

Dataset = Callable[[Catalogue], Iterator[tuple[str, bytes]]]

DATASETS: tuple[Dataset, ...] = (
    overview_data,
    choice_data,
    coherence_data,
    comparison_data,
    learning_line_data,
    matrix_data,
    memo_data,
)


def datasets(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Path and content of each file."""
    for dataset in DATASETS:
        yield from dataset(catalogue)
