"""Turn a flow of paragraphs into blocks that know the headings above them, what introduces their list, and their number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from stigmalint.document import Block, BlockKind, Place
from stigmalint.readers.pdf.fonts import BOLD
from stigmalint.readers.pdf.lines import Line
from stigmalint.readers.pdf.paragraphs import Paragraph
from stigmalint.readers.pdf.tabletext import CellText
from stigmalint.readers.pdf.writing import Writer

_OUTLINE = re.compile(r"(?:section |article |part |chapter )?(\d+(?:\.\d+)*)\b", re.IGNORECASE)
_LONGEST_HEAD = 200  # a longer text is no head: the first row of a table used for layout

Level = tuple[int, int, int]
"""How high a heading stands: size (larger is lower), weight, depth of its number."""


class Assembler:
    """Collects blocks in reading order."""

    def __init__(self, writer: Writer, tables: Mapping[Line, Sequence[CellText]]) -> None:
        self.blocks: list[Block] = []
        self._writer = writer
        self._tables = tables
        self._table_count = 0
        self._path: list[tuple[Level, str]] = []
        self._lead_in = ""
        self._items: list[tuple[float, str, str]] = []
        self._numbers = Counter[int]()

    def add(self, paragraph: Paragraph) -> None:
        """Take one paragraph, or the table it stands for."""
        if not paragraph.lines[0].text:
            self._add_table(self._tables.get(paragraph.lines[0], ()))
        elif paragraph.kind is BlockKind.HEADING:
            self._add_heading(paragraph)
        elif paragraph.kind is BlockKind.LIST_ITEM:
            self._add_item(paragraph)
        elif paragraph.kind is BlockKind.FOOTNOTE:
            mark = self._writer.note_mark(paragraph)
            self._keep(paragraph, self._place(paragraph, part=f"footnote {mark}" if mark.isdigit() else "footnote"))
        else:
            block = self._keep(paragraph, self._place(paragraph))
            if block and paragraph.kind is BlockKind.PARAGRAPH:
                self._lead_in, self._items = block.text, []

    def add_furniture(self, lines: Iterable[Line], kind: BlockKind) -> None:
        """Take the running heads or feet that begin on a page."""
        for line in lines:
            block = self._writer.write([line]).build(kind, Place(page=line.page, part=kind.value))
            self.blocks += [block] if block else []

    def _add_heading(self, paragraph: Paragraph) -> None:
        level = _level(paragraph)
        while self._path and self._path[-1][0] >= level:
            self._path.pop()
        block = self._keep(paragraph, self._place(paragraph))
        if block:
            self._path.append((level, block.text))
        self._lead_in, self._items = "", []

    def _add_item(self, paragraph: Paragraph) -> None:
        while self._items and self._items[-1][0] > paragraph.indent - 4:
            self._items.pop()
        lead_in = self._items[-1][1] if self._items else self._lead_in
        block = self._keep(paragraph, self._place(paragraph), lead_in=lead_in)
        if block:
            self._items.append((paragraph.indent, block.text, lead_in))

    def _add_table(self, cells: Sequence[CellText]) -> None:
        self._table_count += bool(cells)
        column_heads: dict[int, str] = {}
        row, row_head = 0, ""
        for cell in cells:
            text = self._add_cell(cell, column_heads.get(cell.column, ""), row_head if cell.row == row else "")
            if cell.row == 1:
                column_heads[cell.column] = text
            if cell.row != row:
                row, row_head = cell.row, text

    def _add_cell(self, cell: CellText, column_head: str, row_head: str) -> str:
        """The cell's text, if it is short enough for a head."""
        said = []
        for paragraph in cell.paragraphs:
            place = Place(
                page=paragraph.lines[0].page,
                heading=self._headings,
                cell=(self._table_count, cell.row, cell.column),
            )
            builder = self._writer.write(paragraph.lines, paragraph.skip)
            block = builder.build(BlockKind.TABLE_CELL, place, column_head=column_head if cell.row > 1 else "", row_head=row_head)
            if block:
                self.blocks.append(block)
                said.append(block.text)
        text = " ".join(said)
        return text if len(text) <= _LONGEST_HEAD else ""

    def _keep(self, paragraph: Paragraph, place: Place, *, lead_in: str = "") -> Block | None:
        builder = self._writer.write(paragraph.lines, paragraph.skip)
        block = builder.build(paragraph.kind, place, lead_in=lead_in)
        self.blocks += [block] if block else []
        return block

    def _place(self, paragraph: Paragraph, part: str | None = None) -> Place:
        """Where a paragraph begins. On a page where it only goes on it is counted too."""
        self._numbers.update({line.page for line in paragraph.lines})
        page = paragraph.lines[0].page
        return Place(page=page, paragraph=self._numbers[page], heading=self._headings, part=part)

    @property
    def _headings(self) -> tuple[str, ...]:
        return tuple(text for _, text in self._path)


def _level(paragraph: Paragraph) -> Level:
    outline = _OUTLINE.match(paragraph.text)
    bold = all(line.style & BOLD for line in paragraph.lines)
    return -round(paragraph.size), 0 if bold else 1, outline.group(1).count(".") if outline else 0
