"""Turn text into a cell of a table that every spreadsheet takes for text.

The surprise: what a spreadsheet would take for a formula, and run, gets an apostrophe in front; also behind a semicolon,
which many countries' spreadsheets take for the end of a cell.
"""

from __future__ import annotations

import re

_FORMULA = re.compile(r"(\A[\t\r\n\0]|(?:\A|;)\s*[=+\-@＝＋－＠])")


def safe(cell: str) -> str:
    """The cell as text. What stands before a formula, blanks or control characters, does not hide it."""
    return _FORMULA.sub(lambda found: f";'{found[1][1:]}" if found[1].startswith(";") else f"'{found[1]}", cell)
