"""Turn the records of a part into blocks that know their kind and the place a person would look in.

The surprise: headings are remembered through the whole body but not out of a table or a box, whose headings stand
above nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from stigmalint.document import Block, BlockBuilder, BlockKind, MarkKind, Place, Stream
from stigmalint.readers.addresses import mark_addresses
from stigmalint.readers.docx.layout import End, Layout, Paragraph, Reference, Run, Start
from stigmalint.readers.docx.lists import Lists
from stigmalint.readers.docx.numbering import Counter, Numbering
from stigmalint.readers.docx.steps import What
from stigmalint.readers.docx.tables import Table

_WINS = frozenset({BlockKind.CODE, BlockKind.QUOTATION})
_IN_THE_FLOW = frozenset({BlockKind.PARAGRAPH, BlockKind.TABLE_CELL, BlockKind.TEXT_BOX})
_NOWHERE = Place()
_NOTES = {"footnote": BlockKind.FOOTNOTE, "endnote": BlockKind.ENDNOTE, "comment": BlockKind.COMMENT}


class Mentioned(NamedTuple):
    """Where the body refers to a note: its number as shown (0 for a mark of the author's own) and the headings above."""

    number: int
    heading: tuple[str, ...]
    kept: bool


@dataclass(slots=True)
class _Flow:
    """A run of paragraphs that follow each other: the body, a cell, a box, a note."""

    kind: BlockKind
    part: str | None = None
    heading: tuple[str, ...] = ()
    silent: bool = False
    table: Table | None = None
    """The table whose cell this is."""
    lists: Lists = field(default_factory=Lists)
    paragraphs: int = 0
    place: Place = _NOWHERE
    """Of the last paragraph, for what hangs on it."""
    carried: list[Run] = field(default_factory=list)
    """Text of paragraphs whose end was deleted."""


class Composer:
    """Makes the blocks of one part."""

    def __init__(
        self,
        streams: Sequence[Stream],
        numbering: Numbering,
        kind: BlockKind = BlockKind.PARAGRAPH,
        part: str | None = None,
        mentioned: dict[tuple[str, str], Mentioned] | None = None,
    ) -> None:
        """``streams`` ends with the stream of this part; ``mentioned`` tells where notes are referred to."""
        self.blocks: list[Block] = []
        self.mentioned = {} if mentioned is None else mentioned
        self.pages: dict[str, str] = {}
        """The pages (``first``, ``even``, ``default``) that headers and footers are for, by the id of their relationship."""
        self._streams, self._stream = streams, len(streams) - 1
        self._numbering, self._counter = numbering, Counter(numbering)
        self._flows = [_Flow(kind, part)]
        self._tables: list[Table] = []
        self._table_count = 0
        self._headings: list[tuple[int, str]] = []
        self._note_numbers: dict[str, int] = {}

    def compose(self, layout: Layout) -> list[Block]:
        """The blocks of the part in reading order. Takes the layout apart: a long part is not in memory twice."""
        while layout.items:
            match item := layout.items.popleft():
                case Paragraph():
                    self._paragraph(item)
                case Start():
                    self._start(item)
                case End():
                    self._end(item.what)
                case Reference():
                    self._mention(item)
        self._flush(self._flows[-1])
        return self.blocks

    def _paragraph(self, paragraph: Paragraph) -> None:
        flow, runs = self._flows[-1], paragraph.runs
        if flow.silent:
            return
        if paragraph.aside is None:
            if paragraph.joins_next:
                flow.carried += runs
                return
            if paragraph.item:
                self._counter.count(paragraph.item)
            if flow.carried:
                runs, flow.carried = [*flow.carried, *runs], []
            self._add(paragraph, self._built(runs), flow)
        elif runs:
            self._hang(paragraph.aside, self._built(runs), flow)

    def _built(self, runs: list[Run]) -> BlockBuilder:
        builder = BlockBuilder(self._streams)
        begun: dict[MarkKind, int] = {}
        for run in runs:
            if begun or run.look:
                for kind in [kind for kind in begun if kind not in run.look]:
                    builder.add_mark(kind, begun.pop(kind), len(builder))
                for kind in run.look:
                    begun.setdefault(kind, len(builder))
            builder.keep(self._stream, run.start, run.end)
        for kind, start in begun.items():
            builder.add_mark(kind, start, len(builder))
        if runs:
            mark_addresses(builder)
        return builder

    def _add(self, paragraph: Paragraph, builder: BlockBuilder, flow: _Flow) -> None:
        """Put down a paragraph as a block, if it has text, and remember what it introduces."""
        text, kind, table = builder.text.strip(), _kind(paragraph, flow.kind), flow.table
        if text and not table:
            flow.paragraphs += 1
        number = flow.paragraphs if text and not table else None
        flow.place = Place(part=flow.part, heading=flow.heading, paragraph=number, cell=table.address if table else None)
        if not text:
            return
        label = self._counter.label(paragraph.item) if paragraph.item else ""
        if label and kind is not BlockKind.HEADING:
            flow.place = replace(flow.place, item=label)
        lead_in = self._introduced(paragraph, kind, text, flow)
        if table:
            table.add(text)
            block = builder.build(kind, flow.place, lead_in=lead_in, column_head=table.column_head, row_head=table.row_head)
        else:
            block = builder.build(kind, flow.place, lead_in=lead_in)
        if block:
            self.blocks.append(block)
        if kind is BlockKind.HEADING and flow is self._flows[0]:
            self._descend(paragraph.level or 0, f"{label} {text}".strip(), flow)

    def _introduced(self, paragraph: Paragraph, kind: BlockKind, text: str, flow: _Flow) -> str:
        """What introduces this paragraph if it is an item; else remember it as what may introduce the next one."""
        if kind is BlockKind.HEADING:
            flow.lists.heading()
        elif paragraph.item:
            return flow.lists.item(paragraph.item, text, counted=self._numbering.is_counted(paragraph.item))
        elif kind is not BlockKind.CODE:
            flow.lists.paragraph(text)
        return ""

    def _descend(self, level: int, text: str, flow: _Flow) -> None:
        while self._headings and self._headings[-1][0] >= level:
            self._headings.pop()
        self._headings.append((level, text))
        flow.heading = tuple(heading for _, heading in self._headings)

    def _hang(self, kind: BlockKind, builder: BlockBuilder, flow: _Flow) -> None:
        """Put down what hangs on the paragraph before it, in that paragraph's place."""
        block = builder.build(kind if kind is BlockKind.ALT_TEXT else flow.kind, flow.place)
        if block:
            self.blocks.append(block)

    def _start(self, start: Start) -> None:
        flow = self._flows[-1]
        match start.what:
            case What.TABLE:
                self._open_table()
                flow.place = Place(part=flow.part, heading=flow.heading)
            case What.ROW:
                self._table().start_row(start.columns)
            case What.CELL:
                self._table().start_cell(start.columns, goes_on=start.goes_on)
                kind = BlockKind.TABLE_CELL if flow.kind in _IN_THE_FLOW else flow.kind
                self._flows.append(_Flow(kind, flow.part, flow.heading, flow.silent, self._table()))
            case What.BOX:
                self._flows.append(_Flow(BlockKind.TEXT_BOX, flow.part or "text box", flow.heading, flow.silent))
            case _:
                self._flows.append(self._note(start))

    def _end(self, what: What) -> None:
        if what is What.TABLE:
            self._tables.pop()
        elif what is not What.ROW:
            self._flush(self._flows[-1])
            flow = self._flows.pop()
            if what is What.CELL and flow.table:
                flow.table.end_cell()

    def _open_table(self) -> None:
        self._table_count += 1
        self._tables.append(Table(self._table_count))

    def _table(self) -> Table:
        if not self._tables:  # a row or cell without a table around it: Word repairs that too
            self._open_table()
        return self._tables[-1]

    def _note(self, start: Start) -> _Flow:
        known = self.mentioned.get((start.note, start.id))
        part = f"{start.note} {known.number}" if known and known.number else start.note
        silent = not start.note or (known is not None and not known.kept)
        return _Flow(_NOTES.get(start.note, BlockKind.FOOTNOTE), part, known.heading if known else (), silent)

    def _mention(self, reference: Reference) -> None:
        key, heading = (reference.kind, reference.id), self._flows[-1].heading
        if reference.kind in {"header", "footer"}:
            self.pages.setdefault(reference.id, reference.pages)
        elif not reference.kept and reference.kind != "comment":
            self.mentioned.setdefault(key, Mentioned(0, heading, kept=False))
        elif key not in self.mentioned or not self.mentioned[key].kept:
            self._note_numbers[reference.kind] = count = self._note_numbers.get(reference.kind, 0) + reference.numbered
            self.mentioned[key] = Mentioned(count if reference.numbered else 0, heading, kept=True)

    def _flush(self, flow: _Flow) -> None:
        """Put down text whose paragraph ran on into one that never came."""
        if flow.carried:
            self._paragraph(Paragraph())


def _kind(paragraph: Paragraph, around: BlockKind) -> BlockKind:
    """What a paragraph is: a quotation and code everywhere; the rest only in the body, tables and boxes."""
    role = paragraph.style.role
    if role in _WINS and role is not None:
        return role
    if around not in _IN_THE_FLOW:
        return around
    if paragraph.level is not None:
        return BlockKind.HEADING
    if paragraph.item:
        return BlockKind.LIST_ITEM
    return role or around
