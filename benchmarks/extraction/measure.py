"""Turn a reader and a list of files into CPU seconds and peak memory, measured in processes of their own.

The surprise: CPU, not wall time, and what starting and importing cost is taken off: the same process is run with no files.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


def cpu(suffix: str, name: str, paths: Sequence[Path], rounds: int) -> float:
    """CPU seconds for reading all files, the median of some rounds; what the reader starts in turn counts too."""
    return statistics.median(_cpu_once(suffix, name, paths) - _cpu_once(suffix, name, ()) for _ in range(rounds))


def memory(suffix: str, name: str, paths: Sequence[Path]) -> list[int]:
    """The peak memory of reading each file, in bytes."""
    found: list[int] = json.loads(_run("memory", suffix, name, paths))
    return found


def _cpu_once(suffix: str, name: str, paths: Sequence[Path]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    _run("cpu", suffix, name, paths)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def _run(what: str, suffix: str, name: str, paths: Sequence[Path]) -> bytes:
    command = [sys.executable, "-m", "benchmarks.extraction.contest", what, suffix, name]
    listed = json.dumps([str(path) for path in paths]).encode()
    done = subprocess.run(command, input=listed, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)  # noqa: S603  our own
    return done.stdout
