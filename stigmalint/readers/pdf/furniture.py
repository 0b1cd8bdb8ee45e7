"""Turn the lines of all pages into those of the text and those of running heads and feet.

Furniture is what stands in the top or bottom eighth of several pages and is the same but for its digits, or nothing but
a page number. It is taken out of the flow, so that it does not cut sentences, and kept once, from its first page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from stigmalint.readers.pdf.lines import Line
from stigmalint.readers.pdf.markers import is_page_number

_EIGHTH = 8
_ENOUGH_PAGES = 3
_DIGITS = re.compile(r"\d+")
_EDGE_NUMBER = re.compile(r"^(\d{1,4})\b|\b(\d{1,4})$")


class Sheet(NamedTuple):
    """A page's lines, upright, and its height in points."""

    number: int
    height: float
    lines: Sequence[Line]


class Furniture(NamedTuple):
    """All furniture lines, and of each running head and foot the first."""

    lines: frozenset[Line]
    heads: tuple[Line, ...]
    feet: tuple[Line, ...]


def furniture(sheets: Sequence[Sheet]) -> Furniture:
    """What of the pages' lines is furniture."""
    top = [line for sheet in sheets for line in sheet.lines if line.baseline < sheet.height / _EIGHTH]
    bottom = [line for sheet in sheets for line in sheet.lines if line.baseline > sheet.height * (1 - 1 / _EIGHTH)]
    edges = _edge_rows(sheets)
    found: list[set[Line]] = []
    for zone in (top, bottom):
        repeated = _repeated(zone, min(_ENOUGH_PAGES, max(2, len(sheets))))
        numbers = {line for line in zone if line in edges and is_page_number(line.text)}
        found.append(repeated | numbers | _counting(line for line in zone if line in edges))
    lines = frozenset(found[0] | found[1])
    bare = sum(all(line in lines for line in sheet.lines) for sheet in sheets)
    if 2 * bare > len(sheets):  # where nothing else stands, it is the text
        return Furniture(frozenset(), (), ())
    heads, feet = (_first_of_each(zone) for zone in found)
    return Furniture(lines, heads, feet)


def _edge_rows(sheets: Iterable[Sheet]) -> set[Line]:
    """The lines of the first and of the last row of each page."""
    rows: set[Line] = set()
    for sheet in sheets:
        if sheet.lines:
            first = min(line.baseline for line in sheet.lines)
            last = max(line.baseline for line in sheet.lines)
            rows.update(line for line in sheet.lines if line.baseline < first + 3 or line.baseline > last - 3)
    return rows


def _repeated(zone: Iterable[Line], enough: int) -> set[Line]:
    """Lines that stand on ``enough`` pages, the same but for their digits."""
    same: dict[str, list[Line]] = {}
    for line in zone:
        same.setdefault(_without_digits(line.text), []).append(line)
    return {line for lines in same.values() if len({line.page for line in lines}) >= enough for line in lines}


def _counting(edge: Iterable[Line]) -> set[Line]:
    """Lines that begin or end with a number that grows with the pages: “Chapter 4: Visitors   17”."""
    steps: dict[tuple[bool, int], list[Line]] = {}
    for line in edge:
        for found in _EDGE_NUMBER.finditer(line.text):
            steps.setdefault((found.start() == 0, int(found.group()) - line.page), []).append(line)
    return {line for lines in steps.values() if len({line.page for line in lines}) >= _ENOUGH_PAGES for line in lines}


def _first_of_each(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The first line of each wording that is more than a page number, in the order of the pages."""
    first: dict[str, Line] = {}
    for line in sorted(lines, key=lambda line: (line.page, line.baseline, line.left)):
        if not is_page_number(line.text):
            first.setdefault(_without_digits(line.text), line)
    return tuple(first.values())


def _without_digits(text: str) -> str:
    return _DIGITS.sub("#", text).casefold()
