"""Turn the order of headings, lists, quotes, notes and tables into blocks that know where they stand.

The surprise: nothing says where a block begins. A block is whatever text came since the last call, so that the
paragraph a tight list item leaves out, or HTML never closes, is not missed.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from stigmalint.document import Block, BlockKind, Place
from stigmalint.readers.markdown.prose import Prose
from stigmalint.readers.markdown.source import Source


@dataclass(slots=True)
class _Frame:
    """What the blocks inside a container have in common, and the paragraph met last in it."""

    kind: BlockKind = BlockKind.PARAGRAPH
    part: str | None = None
    lead_in: str = ""
    before: str = ""


@dataclass(slots=True)
class _Table:
    """Where we are in a table; all numbers count from 1, 0 is before the first."""

    number: int
    row: int = 0
    column: int = 0
    in_cell: bool = False
    cell: str = ""
    heads: list[str] = field(default_factory=list)
    row_head: str = ""


class Structure:
    """Collects blocks in the order of the source. ``prose`` takes the text of the block that is being read."""

    def __init__(self, source: Source) -> None:
        self.blocks: list[Block] = []
        self._source = source
        self._prose: Prose | None = None
        self._around_images: list[Prose] = []
        self._images: list[Prose] = []
        self._frames = [_Frame()]
        self._path: list[tuple[int, str]] = []
        self._headings: tuple[str, ...] = ()
        self._tables: list[_Table] = []
        self._tables_seen = 0

    @property
    def prose(self) -> Prose:
        """The text of the current block, a new one when none is begun."""
        if self._prose is None:
            self._prose = Prose(self._source)
        return self._prose

    def finish(self, kind: BlockKind | None = None) -> None:
        """End the current block, if there is one, and the alternative texts of its images after it."""
        if self._prose is None:
            return
        prose, self._prose = self._prose, None
        text = self._add(prose, kind)
        if text:
            self._frames[-1].before = text
        images, self._images = self._images, []
        for image in images:
            self._add(image, BlockKind.ALT_TEXT)

    def interrupt(self) -> None:
        """Something that is not prose stands here (code, a rule): what was before it introduces nothing after it."""
        self.finish()
        self._frames[-1].before = ""

    def open_image(self) -> None:
        """From here to ``close_image`` text belongs to the image."""
        self._around_images.append(self.prose)
        self._prose = Prose(self._source, hidden=self.prose.hidden)

    def close_image(self) -> None:
        """Go on with the block around the image."""
        self._images.append(self.prose)
        self._prose = self._around_images.pop()

    def open_heading(self, level: int) -> None:
        """A heading of ``level`` 1 to 6 begins; it ends those as deep or deeper."""
        self.interrupt()
        if self._is_body:
            while self._path and self._path[-1][0] >= level:
                self._path.pop()
            self._headings = tuple(text for _, text in self._path)

    def close_heading(self, level: int) -> None:
        """The heading ends, and stands above what follows unless it is part of a quotation or a note."""
        self.finish(BlockKind.HEADING)
        text, self._frames[-1].before = self._frames[-1].before, ""
        if text and self._is_body:
            self._path.append((level, text))
            self._headings = tuple(text for _, text in self._path)

    def open_list(self) -> None:
        """A list begins, introduced by the paragraph directly before it."""
        self.finish()
        outer = self._frames[-1]
        kind = BlockKind.LIST_ITEM if outer.kind is BlockKind.PARAGRAPH else outer.kind
        self._frames.append(_Frame(kind, outer.part, outer.before))

    def open_item(self) -> None:
        """A list item begins; until it has text of its own, a list in it has the same introduction."""
        self.finish()
        outer = self._frames[-1]
        self._frames.append(_Frame(outer.kind, outer.part, outer.lead_in, outer.lead_in))

    def open_quote(self) -> None:
        """A quotation begins."""
        self.interrupt()
        outer = self._frames[-1]
        self._frames.append(_Frame(BlockKind.QUOTATION, outer.part, outer.lead_in))

    def open_aside(self) -> None:
        """A container begins that is only set apart: a note, tip or warning in the author's own words."""
        self.interrupt()
        outer = self._frames[-1]
        self._frames.append(_Frame(outer.kind, outer.part, outer.lead_in))

    def open_note(self, label: str) -> None:
        """The text of a footnote begins."""
        self.finish()
        self._frames.append(_Frame(BlockKind.FOOTNOTE, f"footnote {label}"))

    def close(self, *, is_list: bool = False) -> None:
        """End the container opened last. A list straight after a list has the same introduction."""
        self.finish()
        closed = self._frames.pop()
        if is_list:
            self._frames[-1].before = closed.lead_in

    def open_table(self) -> None:
        """A table begins; tables count through the document."""
        self.interrupt()
        self._tables_seen += 1
        self._tables.append(_Table(self._tables_seen))

    def close_table(self) -> None:
        """The table ends."""
        self.interrupt()
        self._tables.pop()

    def open_row(self) -> None:
        """A row begins, the one of heads included."""
        self.close_cell()
        table = self._tables[-1]
        table.row, table.column, table.row_head = table.row + 1, 0, ""

    def open_cell(self) -> None:
        """A cell begins."""
        self.close_cell()
        table = self._tables[-1]
        table.column, table.in_cell, table.cell = table.column + 1, True, ""

    def close_cell(self) -> None:
        """The cell ends; one in the first row is a head."""
        self.finish()
        table = self._tables[-1]
        if not table.in_cell:
            return
        table.in_cell = False
        if table.row == 1:
            table.heads.append(table.cell)
        elif table.column == 1:
            table.row_head = table.cell

    @property
    def _is_body(self) -> bool:
        return self._frames[-1].kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)

    def _add(self, prose: Prose, kind: BlockKind | None) -> str:
        frame = self._frames[-1]
        cell, column_head, row_head = None, "", ""
        table = self._tables[-1] if self._tables else None
        if table and table.in_cell:
            cell = (table.number, table.row, table.column)
            column_head = table.heads[table.column - 1] if table.row > 1 and table.column <= len(table.heads) else ""
            row_head = table.row_head if table.column > 1 else ""
            kind = kind or BlockKind.TABLE_CELL
        if frame.kind is BlockKind.QUOTATION and kind is not BlockKind.ALT_TEXT:
            kind = BlockKind.QUOTATION
        place = Place(part=frame.part, heading=self._headings, paragraph=len(self.blocks) + 1, cell=cell)
        block = prose.build(kind or frame.kind, place, frame.lead_in, column_head, row_head)
        if block is None:
            return ""
        self.blocks.append(block)
        if table and table.in_cell:
            table.cell = table.cell or block.text
        return block.text
