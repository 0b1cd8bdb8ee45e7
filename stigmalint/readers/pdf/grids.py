"""Turn the rulings of a page into grids: the cells of its tables.

The finding of cells is pdfplumber's, fed with PDFium's rulings, so that the page is not read a second time.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from stigmalint.readers.pdf.frame import Rectangle

_FEWEST_RULINGS = 4
_FEWEST_CROSSINGS, _MOST_CROSSINGS = 6, 1500
_TOUCH = 3.0


class Grid(NamedTuple):
    """One ruled table: its cells (left, top, right, bottom; upright) by their tops, and where its rows and columns begin."""

    cells: tuple[Rectangle, ...]
    box: Rectangle
    tops: tuple[float, ...]
    lefts: tuple[float, ...]

    def address(self, cell: Rectangle) -> tuple[int, int]:
        """Row and column of a cell, from 1; a cell that spans several has the first."""
        return bisect_right(self.tops, cell[1] + _TOUCH), bisect_right(self.lefts, cell[0] + _TOUCH)

    def at(self, x: float, y: float) -> Rectangle | None:
        """The cell around a point."""
        if not _holds(self.box, x, y):
            return None
        for number in range(bisect_right(self.cells, y, key=itemgetter(1)) - 1, -1, -1):
            if _holds(self.cells[number], x, y):
                return self.cells[number]
        return None


def _holds(box: Rectangle, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def grids(rulings: Sequence[Rectangle]) -> list[Grid]:
    """The tables between rulings (left, top, right, bottom; upright) that have at least two columns."""
    edges = [_edge(ruling) for ruling in rulings]
    if len(edges) < _FEWEST_RULINGS or len({edge["orientation"] for edge in edges}) < 2:
        return []
    found = (_grid(cells) for cells in _tables(edges))
    return [grid for grid in found if len(grid.lefts) > 1]


def _tables(edges: list[dict[str, Any]]) -> list[list[Rectangle]]:
    from pdfplumber import table  # noqa: PLC0415  slow to import, and most pages have no rulings

    crossings = table.edges_to_intersections(table.merge_edges(edges, _TOUCH, _TOUCH, _TOUCH, _TOUCH), _TOUCH, _TOUCH)
    if not _FEWEST_CROSSINGS <= len(crossings) <= _MOST_CROSSINGS:
        return []
    tables: list[list[Rectangle]] = table.cells_to_tables(table.intersections_to_cells(crossings))
    return tables


def _edge(ruling: Rectangle) -> dict[str, Any]:
    """A ruling as pdfplumber describes it: without thickness."""
    left, top, right, bottom = ruling
    if right - left >= bottom - top:
        top = bottom = (top + bottom) / 2
    else:
        left = right = (left + right) / 2
    return {
        "object_type": "line",
        "orientation": "h" if top == bottom else "v",
        "x0": left,
        "x1": right,
        "top": top,
        "bottom": bottom,
        "width": right - left,
        "height": bottom - top,
    }


def _grid(cells: Iterable[Rectangle]) -> Grid:
    ordered = tuple(sorted(cells, key=lambda cell: (cell[1], cell[0])))
    left, top, right, bottom = zip(*ordered, strict=True)
    box = (min(left), min(top), max(right), max(bottom))
    return Grid(ordered, box, tuple(_apart(cell[1] for cell in ordered)), tuple(_apart(cell[0] for cell in ordered)))


def _apart(places: Iterable[float]) -> Iterator[float]:
    """The places that are further than a touch from the one before."""
    last = float("-inf")
    for place in sorted(places):
        if place - last > _TOUCH:
            yield place
            last = place
