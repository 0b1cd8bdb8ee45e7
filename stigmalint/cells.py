"""Turn text into a cell of a table that every spreadsheet takes for text.

The surprise: a cell that a spreadsheet would take for a formula, and run, gets an apostrophe in front.
"""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_CONTROL = ("\t", "\r", "\n", "\0")


def safe(cell: str) -> str:
    """The cell as text. What stands before a formula, blanks or control characters, does not hide it."""
    return f"'{cell}" if cell.startswith(_CONTROL) or cell.lstrip().startswith(_FORMULA) else cell
