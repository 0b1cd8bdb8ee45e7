"""Turn the two tables that are drawn in reStructuredText (grid and simple) into rows of cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

from stigmalint.readers.rst.lines import Line

Stretch: TypeAlias = tuple[int, int]
Cell: TypeAlias = list[Stretch]
"""The stretches of the file that a cell's lines take up, without the white space around them."""

_GRID_RULE = re.compile(r"\+(?:[-=]+\+)+\Z")
_SIMPLE_RULE = re.compile(r"=+(?: +=+)+\Z")
_SPAN_RULE = re.compile(r"-+(?: +-+)*\Z")


def is_grid(line: Line) -> bool:
    """Whether a line draws the edge of a grid table."""
    return bool(_GRID_RULE.match(line.text))


def is_simple(line: Line) -> bool:
    """Whether a line draws the edge of a simple table."""
    return bool(_SIMPLE_RULE.match(line.text))


def end_of_grid(lines: Sequence[Line], at: int) -> int:
    """Where a grid table that begins at ``at`` ends."""
    while at < len(lines) and lines[at].text[:1] in ("+", "|") and lines[at].text:
        at += 1
    return at


def end_of_simple(lines: Sequence[Line], at: int) -> int:
    """Where a simple table that begins at ``at`` ends: behind its last edge before a blank line."""
    rules = [row for row in range(at, len(lines)) if is_simple(lines[row])]
    for row in rules[1:]:
        if row + 1 == len(lines) or not lines[row + 1].text:
            return row + 1
    return len(lines)


def grid_rows(lines: Sequence[Line]) -> list[list[Cell]]:
    """The cells of a grid table, row by row; a cell over several rows or columns is read where it begins."""
    rows: list[list[Cell]] = []
    fresh = True
    for line in lines:
        parts = _between_bars(line)
        if is_grid(line):
            fresh = True
        elif fresh or not rows or len(rows[-1]) != len(parts):
            rows.append([[stretch] for stretch in parts])
            fresh = False
        else:
            for cell, stretch in zip(rows[-1], parts, strict=True):
                cell.append(stretch)
    return rows


def _between_bars(line: Line) -> list[Stretch]:
    parts, at = [], line.start
    for part in line.text.split("|"):
        parts.append(_bare(part, at))
        at += len(part) + 1
    return parts[1:-1] if len(parts) > 2 else parts


def simple_rows(lines: Sequence[Line]) -> list[list[Cell]]:
    """The cells of a simple table, row by row; a row without a first cell goes on with the one above."""
    edge = lines[0]
    starts = [found.start() for found in re.finditer("=+", edge.text)]
    ends = [*starts[1:], 1 << 30]
    rows: list[list[Cell]] = []
    for line in lines:
        if not line.text or is_simple(line) or _SPAN_RULE.match(line.text):
            continue
        shift = line.indent - edge.indent
        parts = [_column(line, start - shift, end - shift) for start, end in zip(starts, ends, strict=True)]
        if rows and parts[0][0] == parts[0][1]:
            for cell, stretch in zip(rows[-1], parts, strict=True):
                cell.append(stretch)
        else:
            rows.append([[stretch] for stretch in parts])
    return rows


def _column(line: Line, start: int, end: int) -> Stretch:
    first, last = max(start, 0), max(end, 0)
    return _bare(line.text[first:last], line.start + min(first, len(line.text)))


def _bare(part: str, start: int) -> Stretch:
    """The stretch of a part that begins at ``start``, without the white space around it."""
    inside = part.strip()
    begin = start + (part.find(inside) if inside else 0)
    return begin, begin + len(inside)
