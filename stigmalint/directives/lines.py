"""Turn offsets in a text into the lines around them, found once for a whole file however long its lines are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from stigmalint.document import Span

_LINE_END = re.compile(r"\r\n|\r|\n")
_MARGIN = 1000
"""A line with more than that beside something has more than blanks on it."""


class Lines:
    """The lines of a text, each with its end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(text)), len(text)]

    def around(self, span: Span) -> Span:
        """The whole lines that hold ``span``."""
        first = bisect_right(self._starts, span.start, hi=len(self._starts) - 1) - 1
        last = bisect_right(self._starts, max(span.start, span.end - 1), hi=len(self._starts) - 1) - 1
        return Span(self._starts[first], self._starts[last + 1])

    def after(self, at: int) -> Iterator[Span]:
        """The lines that begin at ``at`` or later."""
        first = bisect_right(self._starts, at - 1)
        for start, end in zip(self._starts[first:], self._starts[first + 1 :], strict=False):
            if start < end:
                yield Span(start, end)

    def with_room(self, span: Span) -> Span:
        """Something with its line when it stands alone there, else with the blanks before it."""
        line = self.around(span)
        if (
            len(line) - len(span) < _MARGIN
            and not (self._text[line.start : span.start] + self._text[span.end : line.end]).strip()
        ):
            return line
        start = span.start
        while start > line.start and self._text[start - 1] in " \t":
            start -= 1
        return Span(start, span.end)
