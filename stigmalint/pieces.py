"""Turn stretches of text and the source behind them into the map of a block.

The surprise: a map is kept as plain numbers, and a ``Piece`` made of them when somebody looks. A document has tens of
thousands, and only those behind a finding are ever looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias, overload


class Misaligned(ValueError):
    """A block whose pieces do not line up with its text or its source: a defect in a reader, never in a file."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``start`` (included) to ``end`` (excluded), in characters."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise Misaligned(f"not a span: {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a block's text (``span``) tied to the stretch of a stream it came from (``source``).

    ``verbatim`` pieces are the same characters in both; the others stand for their source as a whole
    (``&amp;`` → ``&``, a line break → a space).
    """

    span: Span
    stream: int
    source: Span
    verbatim: bool


Row: TypeAlias = tuple[int, int, int, int, bool]
"""A piece that begins where the one before ends: end of its span, stream, start and end of its source, verbatim."""


@dataclass(frozen=True, slots=True)
class Pieces(Sequence[Piece]):
    """The pieces of a block in the order of its text, which they cover without gaps."""

    rows: tuple[Row, ...]

    @classmethod
    def of(cls, pieces: Iterable[Piece]) -> Pieces:
        """The map that ``pieces`` are. Raises ``Misaligned`` when one does not begin where the one before ends."""
        rows: list[Row] = []
        at = 0
        for piece in pieces:
            if piece.span.start != at:
                raise Misaligned(f"a piece begins at {piece.span.start}, not at {at}")
            at = piece.span.end
            rows.append((at, piece.stream, piece.source.start, piece.source.end, piece.verbatim))
        return cls(tuple(rows))

    def problem(self, length: int) -> str:
        """Why they cannot be the map of a text of ``length`` characters; empty when they can."""
        at = 0
        for end, stream, start, stop, verbatim in self.rows:
            if not (at <= end and 0 <= start <= stop and stream >= 0):
                return f"a piece runs from {at} to {end}, its source from {start} to {stop}"
            if verbatim and end - at != stop - start:
                return "a verbatim piece changes length"
            at = end
        return "" if at == length else f"pieces end at {at} of {length} characters"

    def sources(self, span: Span) -> Iterator[tuple[int, int, int]]:
        """Stream, start and end of the source behind each piece that ``span`` overlaps, in the order of the text."""
        at = 0
        for end, stream, start, stop, verbatim in self.rows:
            if at < span.end and span.start < end:
                if verbatim:
                    start, stop = start + max(0, span.start - at), start + min(end, span.end) - at  # noqa: PLW2901  what is left of it
                yield stream, start, stop
            at = end

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Piece]:
        at = 0
        for end, stream, start, stop, verbatim in self.rows:
            yield Piece(Span(at, end), stream, Span(start, stop), verbatim)
            at = end

    @overload
    def __getitem__(self, at: int) -> Piece: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Piece, ...]: ...

    def __getitem__(self, at: int | slice) -> Piece | tuple[Piece, ...]:
        return tuple(self)[at]
