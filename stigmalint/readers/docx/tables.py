"""Turn the rows and cells of a table into cell addresses, and remember what stands at the head of columns and rows.

The surprise: columns are counted twice. The address counts the cells of a row, as a person does (and Word); heads are
found on the grid, where a merged cell covers several columns.
"""

from __future__ import annotations

_MOST_COLUMNS = 200  # Word allows 63
_LONGEST_HEAD = 200  # a longer text is no head: the first row of a table used for layout


class Table:
    """One table while its cells are read in order. ``number`` counts from 1 within its part."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._row = 0
        self._column = 1
        self._width = 1
        self._cells = 0
        self._goes_on = False
        self._column_heads: dict[int, str] = {}
        self._row_head = ""
        self._texts: list[str] = []

    def start_row(self, before: int) -> None:
        """A row whose first cell stands in grid column ``before``, from 1."""
        self._row += 1
        self._column, self._width, self._cells = before, 0, 0

    def start_cell(self, columns: int, *, goes_on: bool) -> None:
        """The next cell, covering so many grid columns; ``goes_on`` when it continues the cell above."""
        self._column += self._width
        self._width, self._goes_on = columns, goes_on
        self._cells += 1
        self._texts = []

    def add(self, text: str) -> None:
        """Text of the cell that is open."""
        self._texts.append(text)

    def end_cell(self) -> None:
        """Keep the text of the cell if it is a head."""
        text = " ".join(self._texts)
        head = text if len(text) <= _LONGEST_HEAD else ""
        if self._row == 1:
            for column in range(self._column, min(self._column + self._width, _MOST_COLUMNS)):
                self._column_heads[column] = head
        if self._cells == 1 and not (self._goes_on and not head):
            self._row_head = head

    @property
    def address(self) -> tuple[int, int, int]:
        """Table, row and number of the open cell in its row, each from 1."""
        return self._number, self._row, self._cells

    @property
    def column_head(self) -> str:
        """The text of the first row above the open cell; empty in the first row itself."""
        return self._column_heads.get(self._column, "") if self._row > 1 else ""

    @property
    def row_head(self) -> str:
        """The text of the first cell of the row; empty in that cell itself."""
        return self._row_head if self._cells > 1 else ""
