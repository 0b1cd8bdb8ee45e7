"""Turn the question whether a worker is confined into an answer from inside it.

The surprise: nothing is really tried. Python asks the worker's guard about each event before it does it; so do we.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import Any

from stigmalint.document import Document
from stigmalint.readers.options import Options
from stigmalint.readers.worker import read_in_worker

_EVENTS: Mapping[str, tuple[str, tuple[Any, ...]]] = {
    "the network": ("socket.connect", (None, ("localhost", 9))),
    "other programs": ("subprocess.Popen", ("true", ["true"], None, None)),
    "writing files": ("open", ("nowhere", "w", os.O_WRONLY | os.O_CREAT)),
}


class Probe:
    """Stands for an open file."""

    def answer(self, question: Any) -> list[str]:
        """What the process that asks is not kept from."""
        return [what for what, (event, arguments) in _EVENTS.items() if not _is_refused(event, arguments)]

    def close(self) -> None:
        """Nothing is open."""


def _is_refused(event: str, arguments: tuple[Any, ...]) -> bool:
    try:
        sys.audit(event, *arguments)
    except PermissionError:
        return True
    return False


def open(data: bytes) -> Probe:
    """What the worker takes for a file."""
    return Probe()


def read(opened: Probe, name: str, options: Options) -> Document:
    """A document without content."""
    return Document(name, "probe", (), ())


def not_refused() -> list[str] | None:
    """What a worker is not kept from, ``None`` when it does not answer. Raises ``Unreadable`` when it cannot be started."""
    found: list[str] | None = read_in_worker(__name__, b"", "probe").ask("what is refused")
    return found
