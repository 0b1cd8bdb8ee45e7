"""Turn what a reader found into blocks of prose in which every character knows where it came from.

The surprise: nothing is ever searched for twice. A reader copies text into a block through a ``BlockBuilder``,
which records the origin of each stretch as a ``Piece``; places, edits and boxes are all computed from those pieces.

All offsets are half-open and count characters (Unicode code points).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol


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


class BlockKind(StrEnum):
    """What a block is to a reader of the document."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list item"
    TABLE_CELL = "table cell"
    QUOTATION = "quotation"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    HEADER = "header"
    FOOTER = "footer"
    COMMENT = "comment"
    TEXT_BOX = "text box"
    ALT_TEXT = "alt text"
    CODE = "code"
    REFERENCE = "reference"


class MarkKind(StrEnum):
    """What is special about a stretch inside a block."""

    CODE = "code"
    ADDRESS = "address"
    MARKUP = "markup"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    LINK = "link"
    QUOTE = "quote"


OPAQUE = frozenset({MarkKind.CODE, MarkKind.ADDRESS, MarkKind.MARKUP})
"""Marks whose text is shown to a person but is not prose: it is never matched."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a block's text that is code, an address, emphasised and so on."""

    span: Span
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class Stream:
    """One run of source characters that pieces point into.

    A text file is one stream (without its byte-order mark); a Word file has one for each part, the text of its nodes
    in document order; a PDF one for each page, character by character as the engine counts them.
    """

    name: str
    text: str


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


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page as shown: PDF points from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person would look. Whatever a format does not have is ``None`` (or empty).

    Lines, columns, paragraphs, tables, rows and pages count from 1; ``end_column`` is exclusive.
    """

    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    part: str | None = None
    """``None`` for the body, else as a person would say it: “header”, “footnote 2”, “comment 1”, “text box”."""
    heading: tuple[str, ...] = ()
    """The headings above the block, outermost first."""
    paragraph: int | None = None
    """The number of the paragraph within its part (Word) or page (PDF)."""
    cell: tuple[int, int, int] | None = None
    """Table, row and column."""
    page: int | None = None
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One run of prose: a paragraph, a heading, a table cell.

    ``text`` is what a reader of the document sees, with white space folded to single spaces. ``place`` holds what is
    known of the whole block; ``Document.place_of`` adds the lines or boxes of a span.
    """

    text: str
    kind: BlockKind
    pieces: tuple[Piece, ...]
    place: Place = Place()
    marks: tuple[Mark, ...] = ()
    lead_in: str = ""
    """The sentence that introduces the list this item belongs to (“Grounds for dismissal:”)."""
    column_head: str = ""
    """For a table cell, the text of the header cell above it."""
    row_head: str = ""
    """For a table cell, the text of the first cell of its row."""

    def __post_init__(self) -> None:
        at = 0
        for piece in self.pieces:
            if piece.span.start != at:
                raise Misaligned(f"a piece begins at {piece.span.start}, not at {at}, in {self.text[:40]!r}")
            if piece.verbatim and len(piece.span) != len(piece.source):
                raise Misaligned(f"a verbatim piece changes length in {self.text[:40]!r}")
            at = piece.span.end
        if at != len(self.text):
            raise Misaligned(f"pieces end at {at} of {len(self.text)} characters in {self.text[:40]!r}")

    def source_of(self, span: Span) -> tuple[tuple[int, Span], ...]:
        """The stretches of source behind ``span``, as (stream, span) in the order of the text, joined where they touch."""
        found: list[tuple[int, Span]] = []
        for piece in self.pieces:
            if not piece.span.overlaps(span):
                continue
            source = piece.source
            if piece.verbatim:
                shift = source.start - piece.span.start
                source = Span(max(piece.span.start, span.start) + shift, min(piece.span.end, span.end) + shift)
            if found and found[-1][0] == piece.stream and found[-1][1].end == source.start:
                source = Span(found.pop()[1].start, source.end)
            found.append((piece.stream, source))
        return tuple(found)

    def is_opaque(self, span: Span) -> bool:
        """Whether any of ``span`` is code, an address or markup rather than prose."""
        return any(mark.kind in OPAQUE and mark.span.overlaps(span) for mark in self.marks)


class Locator(Protocol):
    """Finds the place of a span; each reader brings its own."""

    def __call__(self, block: Block, span: Span) -> Place:
        """Where a person finds ``span`` of ``block``."""


def block_place(block: Block, span: Span) -> Place:
    """The locator of formats that cannot say more than which block it is."""
    return block.place


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader returns: blocks in reading order, the streams behind them, and what could not be read."""

    name: str
    format: str
    blocks: tuple[Block, ...]
    streams: tuple[Stream, ...]
    locator: Locator = field(default=block_place, repr=False)
    gaps: tuple[str, ...] = ()
    """Plain reasons why parts of the file were not read (“page 4 has no text layer”); never empty-handed success."""

    def __post_init__(self) -> None:
        for block in self.blocks:
            for piece in block.pieces:
                stream, source, span = self.streams[piece.stream].text, piece.source, piece.span
                if source.end > len(stream):
                    raise Misaligned(f"a piece points beyond its stream in {block.text[:40]!r}")
                if piece.verbatim and stream[source.start : source.end] != block.text[span.start : span.end]:
                    raise Misaligned(f"a verbatim piece differs from its source in {block.text[:40]!r}")

    def place_of(self, block: Block, span: Span) -> Place:
        """Where a person finds ``span`` of ``block``."""
        return self.locator(block, span)


class LineLocator:
    """Finds lines and columns in a text file, both from 1; a line ends at LF, CRLF or CR."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer(r"\r\n|\n|\r", text))]

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column of the character at ``offset``."""
        from bisect import bisect_right  # noqa: PLC0415  only a file with findings needs it

        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def __call__(self, block: Block, span: Span) -> Place:
        """The lines and columns of ``span``, with all that is known of the block."""
        sources = block.source_of(span)
        start, end = min(s.start for _, s in sources), max(s.end for _, s in sources)
        line, column = self.line_column(start)
        end_line, end_column = self.line_column(end)
        return replace(block.place, line=line, column=column, end_line=end_line, end_column=end_column)


_SPACE, _NO_WIDTH, _LIGATURE = r"[^\S\u00a0\u202f\u2007]", r"\u00ad\u200b-\u200d\u2060\ufeff", r"\ufb00-\ufb06"
_CHANGES_LENGTH = re.compile(
    rf"[\s{_NO_WIDTH}{_LIGATURE}]"  # all that may begin a change, as one set: the engine skips to it twice as fast
    rf"(?:(?<={_SPACE})(?:{_SPACE}+|(?<! ))|(?<=[{_NO_WIDTH}])[{_NO_WIDTH}]*|(?<=[{_LIGATURE}]))"
)
"""Runs of white space (a single space changes nothing), of characters without width, and ligatures."""
_LIGATURES = dict(zip("\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))


class BlockBuilder:
    """Copies source text into a block and records where each stretch came from.

    Runs of white space become one space, soft hyphens and zero-width characters disappear, ligatures are spelled out;
    what swaps one character for one (curly quotes, non-breaking spaces) is left to the matcher.
    """

    def __init__(self, streams: Sequence[Stream]) -> None:
        self._streams = streams
        self._text: list[str] = []
        self._pieces: list[Piece] = []
        self._marks: list[Mark] = []
        self._length = 0
        self._ends_in_space = True

    def __len__(self) -> int:
        return self._length

    @property
    def text(self) -> str:
        """What has been added so far, folded."""
        return "".join(self._text)

    def keep(self, stream: int, start: int, end: int) -> None:
        """Copy ``start`` to ``end`` of a stream."""
        text, at = self._streams[stream].text, start
        plain = text[start:end]
        if plain.isascii() and plain.isprintable() and "  " not in plain:  # most text: nothing in it changes length
            self._append(plain, stream, Span(start, end), verbatim=True)
            return
        for found in _CHANGES_LENGTH.finditer(text, start, end):
            self._append(text[at : found.start()], stream, Span(at, found.start()), verbatim=True)
            self.replace(stream, found.start(), found.end(), _folded(found.group()))
            at = found.end()
        self._append(text[at:end], stream, Span(at, end), verbatim=True)

    def replace(self, stream: int, start: int, end: int, text: str) -> None:
        """Let ``text`` stand for ``start`` to ``end`` of a stream: an entity, a line break, a joined hyphen (empty)."""
        self._append(text, stream, Span(start, end), verbatim=False)

    @contextmanager
    def mark(self, kind: MarkKind) -> Iterator[None]:
        """Mark whatever is added inside the ``with`` block."""
        start = self._length
        yield
        if self._length > start:
            self._marks.append(Mark(Span(start, self._length), kind))

    def add_mark(self, kind: MarkKind, start: int, end: int) -> None:
        """Mark ``start`` to ``end`` of the block's text so far; for readers that meet openings and closings as events."""
        if end > start:
            self._marks.append(Mark(Span(start, end), kind))

    def _append(self, text: str, stream: int, source: Span, *, verbatim: bool) -> None:
        if self._ends_in_space and text[:1] == " ":
            text = text[1:]
            if verbatim:
                source = Span(source.start + 1, source.end)
        if not text:
            return
        span = Span(self._length, self._length + len(text))
        self._text.append(text)
        self._pieces.append(Piece(span, stream, source, verbatim))
        self._length = span.end
        self._ends_in_space = text[-1] == " "

    def build(
        self,
        kind: BlockKind,
        place: Place = Place(),
        *,
        lead_in: str = "",
        column_head: str = "",
        row_head: str = "",
    ) -> Block | None:
        """The block, without white space at its ends, or ``None`` when nothing but white space was added."""
        if self._ends_in_space and self._pieces:
            self._trim_last_space()
        text = "".join(self._text)
        if not text.strip():
            return None
        marks = tuple(
            mark if mark.span.end <= len(text) else Mark(Span(mark.span.start, len(text)), mark.kind)
            for mark in sorted(self._marks, key=lambda mark: (mark.span.start, mark.span.end, mark.kind))
            if mark.span.start < len(text)
        )
        return Block(text, kind, tuple(self._pieces), place, marks, lead_in, column_head, row_head)

    def _trim_last_space(self) -> None:
        piece, text = self._pieces.pop(), self._text.pop()[:-1]
        self._length -= 1
        if text:
            source = Span(piece.source.start, piece.source.end - 1) if piece.verbatim else piece.source
            self._text.append(text)
            self._pieces.append(Piece(Span(piece.span.start, piece.span.end - 1), piece.stream, source, piece.verbatim))


def _folded(run: str) -> str:
    """What a run that changes length becomes: a space, nothing, or the letters of a ligature."""
    if run[0] in _LIGATURES:
        return _LIGATURES[run[0]]
    return " " if run.isspace() else ""
