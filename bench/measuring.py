"""Turn commands into what they cost: seconds of processor time and megabytes of memory.

Processor time, because it stays nearly the same on a machine that is busy with other things. All that is
measured here runs on one core, so on a quiet machine it is also the time that one waits.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """What one run of a command took."""

    seconds: float
    megabytes: float


@dataclass(frozen=True)
class TimedCommand:
    """A program with its arguments, and the folder in which it runs."""

    words: Sequence[str]
    folder: Path
    environment: Mapping[str, str]

    def run(self) -> Cost:
        """Run it once; a failure ends the benchmark, with what the program said."""
        with tempfile.TemporaryFile() as said:
            process = subprocess.Popen(
                self.words,
                cwd=self.folder,
                env={**os.environ, **self.environment},
                stdout=said,
                stderr=subprocess.STDOUT,
            )
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                said.seek(0)
                raise SystemExit(said.read().decode(errors="replace")[-2000:])
        return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def compare(measured: TimedCommand, floor: TimedCommand, times: int) -> tuple[Cost, Cost]:
    """The medians of both, run in turns: so a busy moment hits both alike."""
    runs = [(measured.run(), floor.run()) for _ in range(times)]
    ours, theirs = zip(*runs, strict=True)
    return _median(ours), _median(theirs)


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(
        statistics.median(cost.seconds for cost in costs),
        max(cost.megabytes for cost in costs),
    )
