"""Turn the lines of a page into regions, one column or one full-width stretch each, in the order they are read.

A gutter is found by its lines: pairs that stand side by side with the same white strip between them. The surprise: most
side-by-side pairs are no columns but table rows, forms and list numbers; columns are full of words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from stigmalint.readers.pdf.bands import sides
from stigmalint.readers.pdf.lines import Line
from stigmalint.readers.pdf.rows import is_row, join

Region = list[Line]


class Gap(NamedTuple):
    """The white strip between two lines side by side."""

    left: Line
    right: Line


_FEWEST_PAIRS = 3
_WORDS_IN_A_LINE = 3
_DEEPEST = 6
_MOST_NEAR = 64
_NEAR = 4.0
_MOST_PLACES = 12


class Gutters:
    """Where gutters were found on earlier pages: there a single pair of lines is enough."""

    def __init__(self) -> None:
        self._places: list[float] = []

    def remember(self, place: float) -> None:
        """Take note of a gutter, in points from the left."""
        if not self.knows(place):
            self._places.append(place)

    def knows(self, place: float) -> bool:
        """Whether a gutter stood near ``place`` before."""
        return any(abs(place - known) < _NEAR for known in self._places)


def regions(lines: Sequence[Line], known: Gutters | None = None, depth: int = 0) -> list[Region]:
    """The lines as regions in reading order; ``known`` are the gutters of the pages before."""
    known = known or Gutters()
    pairs = _side_by_side(lines)
    gutter = _gutter(lines, pairs, known) if depth < _DEEPEST else None
    if gutter is None:
        return [_in_order(lines, pairs)] if lines else []
    known.remember(gutter)
    return [region for side in sides(lines, gutter) for region in regions(side, known, depth + 1)]


def _side_by_side(lines: Sequence[Line]) -> list[Gap]:
    """Each line with its nearest neighbour to the right, if one stands at its height."""
    by_height = sorted(lines, key=lambda line: line.baseline)
    pairs = []
    for at, line in enumerate(by_height):
        right = [other for other in _around(by_height, at) if other.left >= line.right]
        if right:
            pairs.append(Gap(line, min(right, key=lambda other: other.left)))
    return pairs


def _around(by_height: Sequence[Line], at: int) -> list[Line]:
    line, near = by_height[at], []
    for step in (-1, 1):
        other = at + step
        while 0 <= other < len(by_height) and abs(by_height[other].baseline - line.baseline) < 0.6 * line.size:
            near.append(by_height[other])
            other += step
            if len(near) > _MOST_NEAR:
                break
    return near


def _gutter(lines: Sequence[Line], pairs: list[Gap], known: Gutters) -> float | None:
    """Where a vertical strip parts two columns of text, in points from the left; the best attested first."""
    places = Counter(round(gap.right.left - 0.5) for gap in pairs).most_common(_MOST_PLACES)
    attested = {place: sum(gap.left.right <= place <= gap.right.left for gap in pairs) for place, _ in places}
    for place in sorted(attested, key=lambda place: (-attested[place], place)):
        fewest = 1 if known.knows(place) else _FEWEST_PAIRS
        if attested[place] >= fewest and _parts_columns(lines, attested[place], place, fewest):
            return place
    return None


def _parts_columns(lines: Sequence[Line], pairs: int, place: float, fewest: int) -> bool:
    """Whether running text stands on both sides of ``place``, rather than the cells of rows."""
    left = [line for line in lines if line.right <= place]
    right = [line for line in lines if line.left >= place]
    crossing = len(lines) - len(left) - len(right)
    return crossing <= 2 * pairs + 4 and _is_text(left, fewest) and _is_text(right, fewest)


def _is_text(side: list[Line], fewest: int) -> bool:
    words = _WORDS_IN_A_LINE if fewest > 1 else 2
    return len(side) >= fewest and median(line.text.count(" ") + 1 for line in side) >= words


def _in_order(lines: Sequence[Line], pairs: list[Gap]) -> Region:
    """One region's lines from top to bottom; where cells stand side by side, in the order they were written."""
    if not pairs:
        return sorted(lines, key=lambda line: line.baseline)
    runs: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.start):
        if not runs or _climbs(runs[-1][-1], line):
            runs.append([])
        runs[-1].append(line)
    runs.sort(key=lambda run: min(line.baseline for line in run))
    if any(min(line.baseline for line in after) <= max(line.baseline for line in before) for before, after in pairwise(runs)):
        row = median(line.size for line in lines) or 1.0
        runs = [sorted(lines, key=lambda line: (round(line.baseline / row), line.left))]
    return _loose_rows([line for run in runs for line in run], pairs)


def _climbs(before: Line, after: Line) -> bool:
    """Whether ``after`` stands above ``before``: whoever wrote the page did not write it in order."""
    return after.baseline < before.baseline - before.size and after.left < before.right and after.right > before.left


def _loose_rows(lines: list[Line], pairs: list[Gap]) -> Region:
    """The lines with those joined again that wide word spaces, not columns, have cut."""
    rows: list[Line] = []
    begins = Counter(round(gap.right.left) for gap in pairs)
    for line in lines:
        aligned = max(begins[round(line.left) + step] for step in (-1, 0, 1)) >= _FEWEST_PAIRS
        if rows and not aligned and is_row(rows[-1], line, 2.5):
            rows[-1] = join(rows[-1], line)
        else:
            rows.append(line)
    return rows
