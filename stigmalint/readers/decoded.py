"""Turn blocks that were read from a decoded text into blocks whose pieces lead to the file that the text was decoded from.

A notebook holds its text as JSON strings, a message as quoted-printable lines. The surprise: the text keeps its pieces just
as a block does, so the two are simply put one behind the other.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from stigmalint.document import Block, Piece, Span, Stream

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")


class Line(NamedTuple):
    """A line of a decoded text."""

    text: str
    start: int
    end: int


class Decoded:
    """A text in the making, decoded from ``file``. Unlike a block it keeps its white space."""

    def __init__(self, file: Stream) -> None:
        self.file = file
        self._text: list[str] = []
        self._pieces: list[Piece] = []
        self._starts: list[int] = []
        self._length = 0

    @property
    def stream(self) -> Stream:
        """The text so far, as a stream for a reader of text."""
        return Stream(self.file.name, "".join(self._text))

    def keep(self, start: int, end: int) -> None:
        """Add ``start`` to ``end`` of the file as it is."""
        self._add(self.file.text[start:end], Span(start, end), verbatim=True)

    def replace(self, start: int, end: int, text: str) -> None:
        """Let ``text`` stand for ``start`` to ``end`` of the file."""
        self._add(text, Span(start, end), verbatim=False)

    def lines(self) -> deque[Line]:
        """The lines of the text, without their ends; ``end`` of a line is where the next one starts."""
        text = "".join(self._text)
        found = (Line(match[1], match.start(), match.end()) for match in _LINE.finditer(text))
        return deque(line for line in found if line.end > line.start)

    def copy(self, other: Decoded, start: int, end: int) -> None:
        """Add ``start`` to ``end`` of this text to another one that is decoded from the same file."""
        first = bisect_right(self._starts, start) - 1
        for origin in self._pieces[max(first, 0) : bisect_right(self._starts, end - 1)]:
            inside = Span(max(origin.span.start, start), min(origin.span.end, end))
            text = self._text_of(origin, inside)
            other._add(text, _part(origin, inside), verbatim=origin.verbatim)

    def _text_of(self, origin: Piece, inside: Span) -> str:
        text = self._text[bisect_right(self._starts, origin.span.start) - 1]
        return text[inside.start - origin.span.start : inside.end - origin.span.start]

    def _add(self, text: str, source: Span, *, verbatim: bool) -> None:
        if text:
            self._starts.append(self._length)
            self._text.append(text)
            self._pieces.append(Piece(Span(self._length, self._length + len(text)), 0, source, verbatim))
            self._length += len(text)

    def through(self, block: Block) -> Block:
        """A block that was read from this text, as a block of the file."""
        return replace(block, pieces=tuple(each for piece in block.pieces for each in self._origins(piece)))

    def _origins(self, piece: Piece) -> Iterator[Piece]:
        """What a piece of a block comes from, as pieces of the file."""
        first = bisect_right(self._starts, piece.source.start) - 1
        if not piece.verbatim:
            last = bisect_right(self._starts, max(piece.source.start, piece.source.end - 1)) - 1
            start, end = self._within(first, piece.source).start, self._within(last, piece.source).end
            yield Piece(piece.span, 0, Span(min(start, end), end), verbatim=False)
            return
        shift = piece.span.start - piece.source.start
        for origin in self._pieces[first : bisect_right(self._starts, piece.source.end - 1)]:
            start, end = max(origin.span.start, piece.source.start), min(origin.span.end, piece.source.end)
            source = _part(origin, Span(start, end))
            yield Piece(Span(start + shift, end + shift), 0, source, origin.verbatim)

    def _within(self, number: int, span: Span) -> Span:
        """The stretch of the file behind the part of ``span`` that lies in one piece."""
        origin = self._pieces[number]
        start = min(max(origin.span.start, span.start), origin.span.end)
        return _part(origin, Span(start, max(start, min(origin.span.end, span.end))))


def _part(origin: Piece, span: Span) -> Span:
    """The stretch of the file behind a part of a piece of the text; of what is not verbatim, the whole."""
    if not origin.verbatim:
        return origin.source
    shift = origin.source.start - origin.span.start
    return Span(span.start + shift, span.end + shift)
