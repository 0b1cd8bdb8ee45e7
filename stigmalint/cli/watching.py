"""Turn one check into one that is made again whenever a document is saved.

The surprise: the folder is looked at, not the files: Word and many editors save by way of a new file that takes the old
one's name. A save counts as done when two looks in a row see the same.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from stigmalint.cli.status import ExitStatus
from stigmalint.discover import Source
from stigmalint.findings import Skipped
from stigmalint.terminal import clear, say

_PAUSE = 0.5
"""Seconds between two looks."""


def watched(check: Callable[[], ExitStatus], look: Callable[[], object], pause: float = _PAUSE) -> ExitStatus:
    """Check, and again whenever a ``look`` at the documents gives something else; ends with Ctrl-C and the last status."""
    status = ExitStatus.STOPPED
    try:
        while True:
            seen = look()
            clear()
            status = check()
            say("watching; it checks again when a document is saved. Ctrl-C ends it.")
            while look() == seen:
                time.sleep(pause)
            _wait_until_saved(look, pause)
    except KeyboardInterrupt:
        return status


def _wait_until_saved(look: Callable[[], object], pause: float) -> None:
    before = None
    while (now := look()) != before:
        before = now
        time.sleep(pause)


def states(sources: Iterable[Source | Skipped]) -> list[tuple[str, int, int]]:
    """What a look sees: each document with the time of its last change and its size."""
    return [(source.path, *_state(source.file)) for source in sources if isinstance(source, Source) and source.file]


def _state(file: Path) -> tuple[int, int]:
    try:
        status = file.stat()
    except OSError:  # gone in the meantime
        return 0, 0
    return status.st_mtime_ns, status.st_size
