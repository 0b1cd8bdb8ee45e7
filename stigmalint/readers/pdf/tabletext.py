"""Turn tables into the paragraphs of their cells.

A table that goes on in the next column or on the next page is one table: a row cut in two is whole again, and heads that
are printed again are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from stigmalint.readers.pdf.columns import regions
from stigmalint.readers.pdf.flow import ASIDE, Leaf, flow
from stigmalint.readers.pdf.lines import Line
from stigmalint.readers.pdf.markers import is_final
from stigmalint.readers.pdf.paragraphs import Measure, Paragraph
from stigmalint.readers.pdf.tables import Table

_NEAR = 4.0

Row = dict[int, list[tuple[Line, ...]]]
"""The lines of a row's cells by column; a cell that goes on elsewhere has several parts."""


class CellText(NamedTuple):
    """A cell's paragraphs; ``row`` and ``column`` count from 1."""

    row: int
    column: int
    paragraphs: tuple[Paragraph, ...]


@dataclass(slots=True)
class _Whole:
    """A table put together from its parts."""

    lefts: tuple[float, ...]
    rows: list[Row] = field(default_factory=list)

    def goes_on_in(self, table: Table) -> bool:
        """Whether ``table`` has the same columns, wherever on the page."""
        lefts = table.grid.lefts
        shift = lefts[0] - self.lefts[0]
        same = zip(lefts, self.lefts, strict=False)
        return len(lefts) == len(self.lefts) and all(abs(here - there - shift) < _NEAR for here, there in same)

    def add(self, table: Table) -> None:
        """Take the rows of the next part."""
        rows = list(_rows(table))
        if self.rows and _said(rows[0]) == _said(self.rows[0]):
            rows = rows[1:]
        if self.rows and rows and _is_cut(self.rows[-1], rows[0]):
            for column, parts in rows.pop(0).items():
                self.rows[-1].setdefault(column, []).extend(parts)
        self.rows += rows


def table_texts(found: Iterable[Paragraph], tables: Mapping[Line, Table], usual: Measure) -> dict[Line, list[CellText]]:
    """What each table says, by its stand-in; the later parts of a table say nothing of their own."""
    wholes: dict[Line, _Whole] = {}
    last: _Whole | None = None
    for paragraph in found:
        table = tables.get(paragraph.lines[0])
        if table and last and last.goes_on_in(table):
            last.add(table)
        elif table:
            last = wholes[table.stand_in] = _Whole(table.grid.lefts)
            last.add(table)
        elif paragraph.kind not in ASIDE:
            last = None
    return {stand_in: list(_cells(whole.rows, usual)) for stand_in, whole in wholes.items()}


def _rows(table: Table) -> Iterator[Row]:
    row: Row = {}
    number = 0
    for cell in table.cells:
        if cell.row != number and row:
            yield row
            row = {}
        number = cell.row
        row.setdefault(cell.column, []).append(cell.lines)
    yield row


def _is_cut(before: Row, after: Row) -> bool:
    """Whether the second row is the rest of the first."""
    shared = [(before[column][-1][-1], after[column][0][0]) for column in after if column in before]
    return any(last.broken or (first.text[:1].islower() and not is_final(last.text)) for last, first in shared)


def _cells(rows: Iterable[Row], usual: Measure) -> Iterator[CellText]:
    for number, row in enumerate(rows, 1):
        for column in sorted(row):
            leaves = [Leaf(0, regions(lines)) for lines in row[column]]
            yield CellText(number, column, tuple(flow(leaves, usual)))


def _said(row: Row) -> list[str]:
    return [line.text for column in sorted(row) for lines in row[column] for line in lines]
