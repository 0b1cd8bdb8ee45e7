"""Turn the text of Rich Text into blocks: paragraphs below their headings, cells below their heads, notes and headers apart."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from stigmalint.document import Block, BlockBuilder, BlockKind, Place, Stream
from stigmalint.readers.addresses import mark_addresses
from stigmalint.readers.rtf.control import NUMBERED, decoded

_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)


@dataclass(slots=True)
class _Flow:
    """A run of paragraphs that follow each other: the body, a note, a header."""

    builder: BlockBuilder
    kind: BlockKind = BlockKind.PARAGRAPH
    part: str | None = None
    level: int = 0
    item: bool = False
    table: bool = False
    paragraphs: int = 0
    lead_in: str = ""
    row: int = 0
    column: int = 1
    heads: list[str] = field(default_factory=list)
    row_head: str = ""
    high: tuple[int, int, int] | None = None
    """The first half of a character that is written in two, and where it stands."""


class Composer:
    """Collects blocks. ``gaps`` says what could not be read."""

    def __init__(self, stream: Stream) -> None:
        self.gaps: list[str] = []
        self._stream = stream
        self._flows = [_Flow(self._builder())]
        self._body: list[Block] = []
        self._apart: list[Block] = []
        self._headings: list[tuple[int, str]] = []
        self._numbers = Counter[str]()
        self._tables = 0

    def _builder(self) -> BlockBuilder:
        return BlockBuilder((self._stream,))

    def finished(self) -> list[Block]:
        """All blocks: the body, then what stands apart from it."""
        while len(self._flows) > 1:
            self.leave()
        self._flush(self._flows[0])
        return [*self._body, *self._apart]

    def text(self, start: int, end: int, encoding: str) -> None:
        """Add characters of the file; those that are not ASCII are bytes in some encoding."""
        flow, text = self._flows[-1], self._stream.text
        if text[start:end].isascii():
            flow.builder.keep(0, start, end)
            return
        at = start
        while at < end:
            ascii_ends = next((n for n in range(at, end) if text[n] > "\x7f"), end)
            flow.builder.keep(0, at, ascii_ends)
            at = next((n for n in range(ascii_ends, end) if text[n] <= "\x7f"), end)
            if at > ascii_ends:
                flow.builder.replace(0, ascii_ends, at, decoded(text[ascii_ends:at].encode("latin-1"), encoding))

    def character(self, start: int, end: int, character: str) -> None:
        """Add a character that a control word stands for. Those beyond U+FFFF come in two halves."""
        flow = self._flows[-1]
        code = ord(character) if len(character) == 1 else 0
        if code in _HIGH:
            flow.high = (start, end, code)
            return
        if code in _LOW:
            high, flow.high = flow.high, None
            if high is None:
                return
            start, character = high[0], chr(0x10000 + (high[2] - 0xD800) * 0x400 + code - 0xDC00)
        flow.builder.replace(0, start, end, "" if character == "\u00ad" else character)

    def skip(self, group: str) -> None:
        """A group is passed over; the text of a bullet or a number tells a list item."""
        if group in ("pntext", "listtext", "pn"):
            self._flows[-1].item = True

    def plain(self) -> None:
        """The properties of the paragraph are taken back."""
        flow = self._flows[-1]
        flow.level, flow.table, flow.item = 0, False, False

    def heading(self, level: int) -> None:
        """The paragraph is a heading."""
        self._flows[-1].level = level

    def in_table(self) -> None:
        """The paragraph stands in a cell."""
        self._flows[-1].table = True

    def enter(self, kind: BlockKind, part: str) -> None:
        """What follows stands apart from the text around it."""
        self._numbers[part] += 1
        named = f"{part} {self._numbers[part]}" if part in NUMBERED else part
        self._flows.append(_Flow(self._builder(), kind, named))

    def leave(self) -> None:
        """Go on with the text around what stands apart."""
        if len(self._flows) > 1:
            self._flush(self._flows[-1])
            self._flows.pop()

    def end(self, what: str, start: int, end: int) -> None:
        """A ``paragraph``, ``cell`` or ``row`` ends with the control word from ``start`` to ``end``."""
        flow = self._flows[-1]
        if what == "paragraph" and flow.table:
            flow.builder.replace(0, start, end, " ")
        elif what == "paragraph":
            flow.row, flow.heads = 0, []
            self._flush(flow)
        elif what == "cell":
            self._flush_cell(flow)
        else:
            flow.row, flow.column = flow.row + 1, 1

    def _flush(self, flow: _Flow) -> None:
        """Put down a paragraph."""
        kind = BlockKind.HEADING if flow.level and not flow.part else flow.kind
        if flow.item and kind is BlockKind.PARAGRAPH:
            kind = BlockKind.LIST_ITEM
        text = flow.builder.text.strip()
        if kind is BlockKind.HEADING and text:
            self._headings = [each for each in self._headings if each[0] < flow.level]
        flow.paragraphs += bool(text)
        place = Place(part=flow.part, heading=self._above(), paragraph=flow.paragraphs)
        self._add(flow, kind, place, lead_in=flow.lead_in if kind is BlockKind.LIST_ITEM else "")
        if kind is BlockKind.HEADING and text:
            self._headings.append((flow.level, text))
        if kind is not BlockKind.LIST_ITEM:
            flow.lead_in = text if kind is BlockKind.PARAGRAPH else ""

    def _flush_cell(self, flow: _Flow) -> None:
        """Put down a cell; those of the first row are heads."""
        if flow.row == 0 and flow.column == 1:
            self._tables += 1
            flow.row, flow.heads = 1, []
        text = flow.builder.text.strip()
        if flow.row == 1:
            flow.heads.append(text)
        if flow.column == 1:
            flow.row_head = text
        head = flow.heads[flow.column - 1] if flow.row > 1 and flow.column <= len(flow.heads) else ""
        place = Place(part=flow.part, heading=self._above(), cell=(self._tables, flow.row, flow.column))
        self._add(flow, BlockKind.TABLE_CELL, place, column_head=head, row_head=flow.row_head if flow.column > 1 else "")
        flow.column += 1

    def _above(self) -> tuple[str, ...]:
        return tuple(text for _, text in self._headings)

    def _add(self, flow: _Flow, kind: BlockKind, place: Place, **heads: str) -> None:
        builder, flow.builder = flow.builder, self._builder()
        mark_addresses(builder)
        block = builder.build(kind, place, **heads)
        if block:
            (self._apart if flow.part else self._body).append(block)
