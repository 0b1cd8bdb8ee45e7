"""Turn progress into signs of life, for whoever waits for a reader in another process; in the same process nobody listens."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

_SECONDS = 1.0
_listeners: list[Callable[[], None]] = []
_last = [0.0]


def listen(listener: Callable[[], None]) -> None:
    """Call ``listener`` from now on at each sign of life, at most once in a second."""
    _listeners[:] = [listener]


def alive() -> None:
    """Say that reading goes on; to be called wherever a long file makes progress, such as at each page."""
    if _listeners and monotonic() - _last[0] >= _SECONDS:
        _last[0] = monotonic()
        _listeners[0]()
