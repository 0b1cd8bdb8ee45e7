"""Turn commands into the processor time and the memory that they take, all of them in turn, round by round.

The surprise: processor time, not the time on the clock, which other programs on the machine would decide; the clock is kept
for what several processes are to save. What a command starts in turn counts too.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: median seconds of the processor and on the clock, and the most memory, in bytes."""

    seconds: float
    memory: int
    clock: float


def costs(commands: Mapping[str, Sequence[str]], rounds: int, folder: Path) -> dict[str, Cost]:
    """The cost of each command, run in a folder. They take turns, so that all have the same machine."""
    runs: dict[str, list[Cost]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            cost = _run(command, folder)
            if number:  # the first round fills caches
                runs[name].append(cost)
    return {
        name: Cost(
            statistics.median(each.seconds for each in found),
            max(each.memory for each in found),
            statistics.median(each.clock for each in found),
        )
        for name, found in runs.items()
    }


def _run(command: Sequence[str], folder: Path) -> Cost:
    """One run, with what it prints thrown away."""
    silent = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    program = ["/bin/sh", "-c", 'cd "$0" && exec "$@"', str(folder), *command]
    ordinary = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    number = os.posix_spawn(program[0], program, ordinary, file_actions=silent)
    _, _, used = os.wait4(number, 0)
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss * 1024, time.perf_counter() - started)
