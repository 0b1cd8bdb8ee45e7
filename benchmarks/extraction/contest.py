"""Turn a reader's name and a list of files into what reading them costs: CPU seconds, or the peak memory of each file.

Run as a process of its own by ``measure``. CPU is taken by whoever started it, with all processes it started in turn; the
cost of an empty list is what starting and importing cost. Memory is that of a fork for each file, and of its worker.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from contextlib import suppress
from pathlib import Path

from benchmarks.extraction.contestants import CONTESTANTS, Read


def main() -> None:
    """``python -m benchmarks.extraction.contest cpu|memory SUFFIX NAME``, with the paths as JSON on standard input."""
    what, suffix, name = sys.argv[1:4]
    paths = [Path(path) for path in json.load(sys.stdin)]
    read = CONTESTANTS[suffix][name]()
    if what == "memory":
        json.dump([memory_of(read, path) for path in paths], sys.stdout)
        return
    for path in paths:
        with suppress(Exception):
            read(path.read_bytes(), path)


def memory_of(read: Read, path: Path) -> int:
    """The peak memory of reading one file, in bytes."""
    out, into = os.pipe()
    if os.fork() == 0:
        with suppress(Exception):
            read(path.read_bytes(), path)
        with suppress(Exception):
            from stigmalint.readers import worker  # noqa: PLC0415

            worker._pool.close()
        peaks = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        os.write(into, str(max(peaks) * 1024).encode())
        os._exit(0)
    os.close(into)
    with os.fdopen(out, "rb") as pipe:
        found = pipe.read()
    os.wait()
    return int(found or 0)


if __name__ == "__main__":
    main()
