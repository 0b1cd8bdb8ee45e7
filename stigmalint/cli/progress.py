"""Turn a list of sources into the same list with a bar that moves as it is used up.

The surprise: the bar lives on standard error and only on a terminal, and is wiped away at the end.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol, TypeVar

from stigmalint.terminal import encodable, visible

_MANY = 8
"""From how many documents on a bar is worth the flicker."""
_NAME = 30
_WIPE = "\x1b[1A\r\x1b[2K"
"""One line up (Click ends its bar with a line end), and clear it."""


class _Named(Protocol):
    @property
    def path(self) -> str: ...


Counted = TypeVar("Counted", bound=_Named)


@contextmanager
def with_progress(sources: Sequence[Counted], *, wanted: bool) -> Iterator[Iterable[Counted]]:
    """The sources, counted on the screen while they are taken."""
    if not wanted or len(sources) < _MANY or not sys.stderr.isatty():
        yield sources
        return
    import click  # noqa: PLC0415  slow to load, and most runs are short

    bar = click.progressbar(
        sources, label="Checking", file=sys.stderr, item_show_func=_name, show_eta=False, show_pos=True, width=20
    )
    try:
        with bar as counted:
            yield counted
    finally:
        click.echo(_WIPE, err=True, nl=False, color=True)


def _name(source: _Named | None) -> str:
    """The end of a file's name, made safe and short enough never to fill the line."""
    name = encodable(visible(source.path), sys.stderr.encoding or "utf-8") if source else ""
    return f"{name[-_NAME:]:<{_NAME}}"
