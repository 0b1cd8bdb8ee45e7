"""Turn the cells of a table, met one after the other, into addresses and heads: what stands above, and at the left."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Grid:
    """A table being read. Rows and columns count from 1; a cell may be over several columns."""

    number: int
    row: int = 0
    column: int = 0
    _heads: dict[int, str] = field(default_factory=dict)
    _row_head: str = ""
    _next: int = 1

    def start_row(self) -> None:
        """A row begins."""
        self.row, self.column, self._next, self._row_head = self.row + 1, 0, 1, ""

    def start_cell(self, columns: int = 1) -> None:
        """A cell begins; it takes up that many columns."""
        self.column, self._next = self._next, self._next + min(max(columns, 1), 10_000)

    @property
    def address(self) -> tuple[int, int, int]:
        """Table, row and column."""
        return self.number, max(self.row, 1), max(self.column, 1)

    @property
    def heads(self) -> dict[str, str]:
        """What stands at the head of the cell's column and row."""
        return {
            "column_head": self._heads.get(self.column, "") if self.row > 1 else "",
            "row_head": self._row_head if self.column > 1 else "",
        }

    def add(self, text: str) -> None:
        """Remember the text of the cell, which may be a head."""
        if self.row <= 1:
            self._heads.setdefault(self.column, text)
        if self.column == 1:
            self._row_head = self._row_head or text
