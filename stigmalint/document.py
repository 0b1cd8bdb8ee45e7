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
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, cast

from stigmalint.kinds import AUTHOR, OPAQUE, BlockKind, MarkKind
from stigmalint.pieces import Misaligned, Piece, Pieces, Row, Span

if TYPE_CHECKING:
    from stigmalint.columns import Ruler

__all__ = ["AUTHOR", "OPAQUE", "BlockKind", "MarkKind", "Misaligned", "Piece", "Pieces", "Span"]
"""What others take from here though it is made one layer below."""


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
    item: str | None = None
    """The number of a list item as its author sees it in Word: “(b)”, “2.1”."""
    cell: tuple[int, int, int] | None = None
    """Table, row and column."""
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    utf16: tuple[int, int] | None = field(default=None, compare=False)
    """``column`` and ``end_column`` once more, in UTF-16 code units."""
    utf8: tuple[int, int] | None = field(default=None, compare=False)
    """``column`` and ``end_column`` once more, in bytes of UTF-8."""


@dataclass(frozen=True, slots=True)
class Block:
    """One run of prose: a paragraph, a heading, a table cell.

    ``text`` is what a reader of the document sees, with white space folded to single spaces. ``place`` holds what is
    known of the whole block; ``Document.place_of`` adds the lines or boxes of a span.
    """

    text: str
    kind: BlockKind
    pieces: Sequence[Piece]
    """Kept as ``Pieces``, whatever they are given as."""
    place: Place = Place()
    marks: tuple[Mark, ...] = ()
    lead_in: str = ""
    """The sentence that introduces the list this item belongs to (“Grounds for dismissal:”)."""
    column_head: str = ""
    """For a table cell, the text of the header cell above it."""
    row_head: str = ""
    """For a table cell, the text of the first cell of its row."""

    def __post_init__(self) -> None:
        if not isinstance(self.pieces, Pieces):
            object.__setattr__(self, "pieces", Pieces.of(self.pieces))
        if problem := self.map.problem(len(self.text)):
            raise Misaligned(f"{problem} in {self.text[:40]!r}")

    @property
    def map(self) -> Pieces:
        """The pieces as they are kept."""
        return cast(Pieces, self.pieces)

    def source_of(self, span: Span) -> tuple[tuple[int, Span], ...]:
        """The stretches of source behind ``span``, as (stream, span) in the order of the text, joined where they touch."""
        found: list[tuple[int, Span]] = []
        for stream, start, end in self.map.sources(span):
            if found and found[-1][0] == stream and found[-1][1].end == start:
                start = found.pop()[1].start  # noqa: PLW2901  the two are one
            found.append((stream, Span(start, end)))
        return tuple(found)

    @property
    def is_ignored(self) -> bool:
        """Whether its author wishes that nothing is reported in some of it."""
        return any(mark.kind is MarkKind.IGNORED for mark in self.marks)

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
class Remark:
    """A comment in a file that is addressed to stigmalint, without the signs that make it a comment."""

    text: str
    stream: int
    span: Span
    """Where it stands in the stream, signs and all; of a comment in Word, the text it is attached to."""
    attached: Place | None = None
    """Of a comment in Word, its own place; ``None`` where the comment stands in the text itself."""


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
    remarks: tuple[Remark, ...] = ()
    """Comments that are addressed to stigmalint, in the order of the file."""

    def __post_init__(self) -> None:
        texts = [stream.text for stream in self.streams]
        for block in self.blocks:
            at, text = 0, block.text
            for end, stream, start, stop, verbatim in block.map.rows:
                if stop > len(texts[stream]):
                    raise Misaligned(f"a piece points beyond its stream in {text[:40]!r}")
                if verbatim and texts[stream][start:stop] != text[at:end]:
                    raise Misaligned(f"a verbatim piece differs from its source in {text[:40]!r}")
                at = end

    def place_of(self, block: Block, span: Span) -> Place:
        """Where a person finds ``span`` of ``block``."""
        return self.locator(block, span)


class LineLocator:
    """Finds lines and columns in a text file, both from 1; a line ends at LF, CRLF or CR."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer(r"\r\n|\n|\r", self._text))]

    @cached_property
    def _ruler(self) -> Ruler:
        from stigmalint.columns import Ruler  # noqa: PLC0415  only a file with findings needs it

        return Ruler(self._text)

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column of the character at ``offset``."""
        from bisect import bisect_right  # noqa: PLC0415  as above

        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def __call__(self, block: Block, span: Span) -> Place:
        """The lines and columns of ``span``, with all that is known of the block."""
        sources = block.source_of(span)
        start, end = min(s.start for _, s in sources), max(s.end for _, s in sources)
        line, column = self.line_column(start)
        end_line, end_column = self.line_column(end)
        first, last = start - column + 1, end - end_column + 1  # where the lines of both begin
        ruler = self._ruler
        return replace(
            block.place,
            line=line,
            column=column,
            end_line=end_line,
            end_column=end_column,
            utf16=(ruler.utf16(first, start) + 1, ruler.utf16(last, end) + 1),
            utf8=(ruler.utf8(first, start) + 1, ruler.utf8(last, end) + 1),
        )


_SPACE, _NO_WIDTH, _LIGATED = r"[^\S\u00a0\u202f\u2007]", r"\u00ad\u200b-\u200d\u2060\ufeff", r"\ufb00-\ufb06"
_LIGATURE = re.compile(f"[{_LIGATED}]")
_CHANGES_LENGTH = re.compile(
    rf"[\s{_NO_WIDTH}{_LIGATED}]"  # all that may begin a change, as one set: the engine skips to it twice as fast
    rf"(?:(?<={_SPACE})(?:{_SPACE}+|(?<! ))|(?<=[{_NO_WIDTH}])[{_NO_WIDTH}]*|(?<=[{_LIGATED}]))"
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
        self._rows: list[Row] = []
        self._marks: list[tuple[int, int, MarkKind]] = []
        self._length = 0
        self._ends_in_space = True

    def __len__(self) -> int:
        return self._length

    @property
    def text(self) -> str:
        """What has been added so far, folded."""
        if len(self._text) > 1:
            self._text = ["".join(self._text)]
        return self._text[0] if self._text else ""

    def keep(self, stream: int, start: int, end: int) -> None:
        """Copy ``start`` to ``end`` of a stream."""
        text = self._streams[stream].text
        plain = text[start:end]
        if not _changes_length(plain):
            self._append(plain, stream, start, end, verbatim=True)
        elif "\n" in plain and not _changes_length(plain.replace("\n", " ")):
            self._keep_lines(plain.split("\n"), stream, start)
        else:
            at = start
            for found in _CHANGES_LENGTH.finditer(text, start, end):
                first, last = found.span()
                self._append(text[at:first], stream, at, first, verbatim=True)
                self._append(_folded(found.group()), stream, first, last, verbatim=False)
                at = last
            self._append(text[at:end], stream, at, end, verbatim=True)

    def _keep_lines(self, lines: list[str], stream: int, start: int) -> None:
        """Copy lines in which nothing changes length, with a space for each break between them."""
        for line in lines[:-1]:
            end = start + len(line)
            self._append(line, stream, start, end, verbatim=True)
            self._append(" ", stream, end, end + 1, verbatim=False)
            start = end + 1
        self._append(lines[-1], stream, start, start + len(lines[-1]), verbatim=True)

    def replace(self, stream: int, start: int, end: int, text: str) -> None:
        """Let ``text`` stand for ``start`` to ``end`` of a stream: an entity, a line break, a joined hyphen (empty)."""
        self._append(text, stream, start, end, verbatim=False)

    @contextmanager
    def mark(self, kind: MarkKind) -> Iterator[None]:
        """Mark whatever is added inside the ``with`` block."""
        start = self._length
        yield
        self.add_mark(kind, start, self._length)

    def add_mark(self, kind: MarkKind, start: int, end: int) -> None:
        """Mark ``start`` to ``end`` of the block's text so far; for readers that meet openings and closings as events."""
        if end > start:
            self._marks.append((start, end, kind))

    def _append(self, text: str, stream: int, start: int, end: int, *, verbatim: bool) -> None:
        if self._ends_in_space and text[:1] == " ":
            text = text[1:]
            start += verbatim
        if text:
            self._text.append(text)
            self._length += len(text)
            self._rows.append((self._length, stream, start, end, verbatim))
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
        text, rows = self.text, self._rows
        if self._ends_in_space and rows:
            text, rows = text[:-1], _without_last_space(rows)
        if not text or text.isspace():
            return None
        marks = _within(self._marks, len(text)) if self._marks else ()
        return Block(text, kind, Pieces(tuple(rows)), place, marks, lead_in, column_head, row_head)


def _changes_length(text: str) -> bool:
    """Whether anything in a text may change its length in a block; false for most texts, and told at once."""
    return not text.isprintable() or "  " in text or (not text.isascii() and _LIGATURE.search(text) is not None)


def _within(marks: list[tuple[int, int, MarkKind]], length: int) -> tuple[Mark, ...]:
    """Marks in the order of the text, cut off where it ends."""
    return tuple([Mark(Span(at, min(end, length)), kind) for at, end, kind in sorted(marks) if at < length])


def _without_last_space(rows: list[Row]) -> list[Row]:
    end, stream, start, stop, verbatim = rows[-1]
    if end - 1 == (rows[-2][0] if len(rows) > 1 else 0):
        return rows[:-1]
    return [*rows[:-1], (end - 1, stream, start, stop - verbatim, verbatim)]


def _folded(run: str) -> str:
    """What a run that changes length becomes: a space, nothing, or the letters of a ligature."""
    if run[0] in _LIGATURES:
        return _LIGATURES[run[0]]
    return " " if run.isspace() else ""
