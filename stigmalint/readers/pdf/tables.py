"""Turn the lines that stand in grids into tables, and leave one empty line in the place of each.

The empty line holds the table's place while the page is put into reading order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from stigmalint.readers.pdf.frame import Rectangle
from stigmalint.readers.pdf.grids import Grid
from stigmalint.readers.pdf.lines import Line, Run

_MOST_LINES = 20
"""Lines in a cell, on average. In more the rulings frame columns of a page, not a table."""


class Cell(NamedTuple):
    """The lines of a table cell; ``row`` and ``column`` count from 1."""

    row: int
    column: int
    lines: tuple[Line, ...]


class Table(NamedTuple):
    """The cells of a ruled table that have text in them, row by row, and the empty line that stands for it."""

    stand_in: Line
    grid: Grid
    cells: tuple[Cell, ...]


def without_tables(lines: Sequence[Line], found: Iterable[Grid]) -> tuple[list[Line], list[Table]]:
    """The lines outside the grids with a stand-in for each table, and the tables."""
    rest, tables = list(lines), []
    for grid in found:
        inside = {line: cell for line in rest if (cell := _cell_of(grid, line)) is not None}
        filled = len(set(inside.values()))
        if filled and max(filled, len(grid.cells) - 1) > 1 and len(inside) <= _MOST_LINES * len(grid.cells):
            rest = [line for line in rest if line not in inside]
            tables.append(_table(grid, inside))
            rest.append(tables[-1].stand_in)
    return rest, tables


def _cell_of(grid: Grid, line: Line) -> Rectangle | None:
    """The cell in which the middle of a line stands."""
    return grid.at((line.left + line.right) / 2, line.baseline - 0.3 * line.size)


def _table(grid: Grid, inside: dict[Line, Rectangle]) -> Table:
    by_cell: dict[Rectangle, list[Line]] = {}
    for line, cell in inside.items():
        by_cell.setdefault(cell, []).append(line)
    cells = tuple(Cell(*grid.address(cell), tuple(by_cell[cell])) for cell in grid.cells if cell in by_cell)
    first = min(inside, key=lambda line: line.start)
    left, top, right, _ = grid.box
    run = Run(first.start, first.start, 0, spaced=True)
    stand_in = Line(first.page, (run,), left, right, top + first.size, first.size, right - left, "", broken=False)
    return Table(stand_in, grid, cells)
