"""Turn the paths of a command line into sources, standard input among them."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from stigmalint.config import Config
from stigmalint.discover import Source, discover
from stigmalint.discover.names import COPY
from stigmalint.errors import UsageError
from stigmalint.findings import Skipped
from stigmalint.readers import suffixes
from stigmalint.terminal import say

_STDIN_NAME = "stdin.txt"


def sources_of(paths: Sequence[str], stdin_filename: str | None, config: Config) -> Iterator[Source | Skipped]:
    """What to check, standard input first."""
    if "-" in paths:
        yield _standard_input(stdin_filename or _STDIN_NAME, config.limits.file_bytes)
    elif stdin_filename:
        raise UsageError("--stdin-filename names the text from standard input; write “-” among the paths to have that checked.")
    passed_over = Counter[str]()
    yield from discover([path for path in paths if path != "-"], config, passed_over)
    if passed_over:
        say(_passed_over(passed_over))


def _passed_over(counts: Counter[str]) -> str:
    """One line for all documents of kinds that nobody reads, and for copies that were marked up."""
    copies = any(suffix.startswith(COPY) for suffix in counts)
    unread = any(not suffix.startswith(COPY) for suffix in counts)
    what = " and ".join(filter(None, ["what no reader reads" * unread, "marked-up copies" * copies]))
    each = ", ".join(f"{count} {suffix}" for suffix, count in sorted(counts.items()))
    them, one = ("it", "it") if counts.total() == 1 else ("them", "one")
    return f"passed over {what} ({each}); name {one} to see what to do with {them}."


def _standard_input(name: str, most: int) -> Source:
    if Path(name).suffix.lower() not in suffixes():
        raise UsageError(f"--stdin-filename has to end in the format of the text: {', '.join(sorted(suffixes()))}.")
    if sys.stdin.isatty():
        say("checks what you type now; end with Ctrl-D (on Windows Ctrl-Z and Enter) on a line of its own.")
    return Source(Path(name).as_posix(), data=sys.stdin.buffer.read(most + 1))
