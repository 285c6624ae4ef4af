"""How long a search for trouble lasts.

``make test`` takes the same few examples each time. ``make fuzz`` sets ``FUZZ_EXAMPLES``: so many, others each time, and
with the tests marked ``deep`` as well.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

LONGER = int(os.environ.get("FUZZ_EXAMPLES", "0"))


def examples(number: int, costs: int = 1) -> settings:
    """So many examples, unless a longer search is asked for; of what costs more, so many times less."""
    return settings(
        max_examples=max(1, LONGER // costs) if LONGER else number,
        derandomize=not LONGER,
        database=None,
        deadline=None,
        print_blob=True,
        suppress_health_check=list(HealthCheck),
    )
