"""Turn the beginnings and ends of LaTeX's environments into lists, quotations and tables of the structure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from stigmalint.document import BlockKind
from stigmalint.readers.markdown.structure import Structure
from stigmalint.readers.tex.commands import LISTS, QUOTES, TABLES

_ITEM = "\\item"
"""What stands for an item among the environments; none can be called so."""
_REFERENCES = "thebibliography"


class Environments:
    """The environments that are open. ``finish`` ends the paragraph that is being read."""

    def __init__(self, structure: Structure, finish: Callable[[], None]) -> None:
        self._structure, self._finish = structure, finish
        self._open: list[str] = []
        self._count = Counter[str]()

    def __len__(self) -> int:
        return len(self._open)

    @property
    def kind(self) -> BlockKind | None:
        """What every paragraph is for now, if that is given."""
        return BlockKind.REFERENCE if self._count[_REFERENCES] else None

    @property
    def in_table(self) -> bool:
        """Whether the innermost environment is a table."""
        return bool(self._open) and self._open[-1] in TABLES

    def enter(self, name: str) -> None:
        """Begin an environment."""
        self._finish()
        self._push(name)
        if name in LISTS:
            self._structure.open_list()
        elif name in QUOTES:
            self._structure.open_quote()
        elif name in TABLES:
            self._structure.open_table()
            self.row()

    def row(self) -> None:
        """Begin a row of the table, and its first cell."""
        self._finish()
        self._structure.open_row()
        self._structure.open_cell()

    def cell(self) -> None:
        """Begin the next cell."""
        self._finish()
        self._structure.open_cell()

    def item(self) -> None:
        """Begin an item; outside a list that is no more than a paragraph."""
        self._finish()
        if self._open and self._open[-1] == _ITEM:
            self._structure.close()
        elif self._open and self._open[-1] in LISTS:
            self._push(_ITEM)
        else:
            return
        self._structure.open_item()

    def leave(self, name: str) -> None:
        """End an environment and whatever is open in it; one that is not open is passed over."""
        while self._count[name]:
            if self._pop() == name:
                return

    def leave_to(self, depth: int) -> None:
        """End the innermost environments until ``depth`` are open."""
        while len(self._open) > depth:
            self._pop()

    def _push(self, name: str) -> None:
        self._open.append(name)
        self._count[name] += 1

    def _pop(self) -> str:
        self._finish()
        name = self._open.pop()
        self._count[name] -= 1
        if name in LISTS:
            self._structure.close(is_list=True)
        elif name in QUOTES or name == _ITEM:
            self._structure.close()
        elif name in TABLES:
            self._structure.close_cell()
            self._structure.close_table()
        return name
