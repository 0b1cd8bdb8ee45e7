"""Turn the lines of a page into regions, one column or one full-width stretch each, in the order they are read.

A gutter is found by its lines: pairs that stand side by side with the same white strip between them. The surprise: most
side-by-side pairs are no columns but table rows, forms and list numbers; columns are full of words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise, zip_longest
from statistics import median
from typing import NamedTuple

from stigmalint.readers.pdf.lines import Line
from stigmalint.readers.pdf.markers import is_marker

Region = list[Line]


class Gap(NamedTuple):
    """The white strip between two lines side by side."""

    left: Line
    right: Line


_FEWEST_PAIRS = 3
_WORDS_IN_A_LINE = 3
_LINES_IN_A_RUN = 3
"""Fewer on average are rows written from left to right, not columns."""
_DEEPEST = 6
_MOST_NEAR = 64
_NEAR = 4.0
_MOST_PLACES = 12


def rows_joined(lines: Iterable[Line]) -> list[Line]:
    """The lines with close neighbours on one baseline joined: PDFium breaks a line after a raised note number."""
    joined: list[Line] = []
    for line in lines:
        if joined and _is_row(joined[-1], line, 3.5 if is_marker(joined[-1].text) else 0.9):
            joined[-1] = join(joined[-1], line)
        elif joined and _is_row(line, joined[-1], 0.9):  # the number of a note may be written after the note
            joined[-1] = join(line, joined[-1])
        else:
            joined.append(line)
    return joined


def join(before: Line, after: Line) -> Line:
    """One line made of two on the same baseline."""
    spaced = after.left - before.right > 0.12 * max(before.size, after.size)
    main = before if before.right - before.left >= after.right - after.left else after
    return before._replace(
        runs=(*before.runs, after.runs[0]._replace(spaced=spaced), *after.runs[1:]),
        right=max(before.right, after.right),
        baseline=main.baseline,
        size=main.size,
        text=before.text + (" " if spaced else "") + after.text,
        broken=after.broken,
    )


def _is_row(before: Line, after: Line, gap: float) -> bool:
    """Whether two lines are one: on one baseline, and at most ``gap`` times their size apart."""
    size = max(before.size, after.size)
    raised = min(before.size, after.size) < 0.8 * size
    level = abs(after.baseline - before.baseline) < (0.5 if raised else 0.35) * size
    return level and not before.broken and -0.2 * size < after.left - before.right < gap * size


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
    return [region for side in _sides(lines, gutter) for region in regions(side, known, depth + 1)]


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


def _sides(lines: Sequence[Line], gutter: float) -> list[list[Line]]:
    """The left and the right side down to the first lines that cross the gutter, those lines, and so on to the bottom."""
    found: list[list[Line]] = []
    across: list[Line] = []
    for band in _bands(lines, gutter):
        if band.left and band.right:
            found += [across, *_as_written(band, gutter)]
            across = band.across
        else:
            across = sorted((*across, *band.left, *band.right, *band.across), key=lambda line: line.baseline)
    return [side for side in (*found, across) if side]


class Band(NamedTuple):
    """What stands beside a gutter, and what crosses it below."""

    left: list[Line]
    right: list[Line]
    across: list[Line]


def _bands(lines: Sequence[Line], gutter: float) -> list[Band]:
    bands = [Band([], [], [])]
    ordered = sorted(lines, key=lambda line: line.baseline)
    for line, below in zip(ordered, (*ordered[1:], None), strict=True):
        band = bands[-1]
        if line.left < gutter < line.right or (band.across and _ends_paragraph(band.across[-1], line, below)):
            band.across.append(line)
            continue
        if band.across:
            band = Band([], [], [])
            bands.append(band)
        (band.left if line.right <= gutter else band.right).append(line)
    return bands


def _as_written(band: Band, gutter: float) -> list[list[Line]]:
    """A band's left and right side; or its sections, where a short heading between two of them does not cross the gutter.

    Those show in the order of writing: left and right, then further down left and right again.
    """
    runs: list[list[Line]] = []
    for line in sorted((*band.left, *band.right), key=lambda line: line.start):
        if not runs or (runs[-1][-1].left < gutter) != (line.left < gutter):
            runs.append([])
        runs[-1].append(line)
    return runs if _are_sections(runs, gutter) else [band.left, band.right]


def _are_sections(runs: list[list[Line]], gutter: float) -> bool:
    """Whether each right side begins back up beside its left side, and each left side below all before it."""
    if len(runs) < 3 or sum(map(len, runs)) < _LINES_IN_A_RUN * len(runs) or runs[0][0].left > gutter:
        return False
    sections: list[tuple[list[Line], list[Line]]] = list(zip_longest(runs[::2], runs[1::2], fillvalue=[]))
    climbs = all(right[0].baseline < left[-1].baseline for left, right in sections if right)
    foots = [max(line.baseline for line in (*left, *right)) for left, right in sections]
    return climbs and all(
        min(line.baseline for line in left) > foot for foot, (left, _) in zip(foots, sections[1:], strict=False)
    )


def _ends_paragraph(across: Line, line: Line, below: Line | None) -> bool:
    """Whether ``line`` is the short last line of what crosses the gutter above it."""
    near = line.baseline - across.baseline < 1.4 * line.size and abs(line.size - across.size) < 0.05 * line.size
    alone = below is None or below.baseline - line.baseline > 0.6 * line.size
    return near and alone and abs(line.left - across.left) < 2 * line.size


def _in_order(lines: Sequence[Line], pairs: list[Gap]) -> Region:
    """One region's lines from top to bottom; where cells stand side by side, in the order they were written."""
    if not pairs:
        return sorted(lines, key=lambda line: line.baseline)
    written = sorted(lines, key=lambda line: line.start)
    if any(_climbs(before, after) for before, after in pairwise(written)):
        written = sorted(lines, key=lambda line: (round(line.baseline / line.size) if line.size else 0, line.left))
    return _loose_rows(written, pairs)


def _climbs(before: Line, after: Line) -> bool:
    """Whether ``after`` stands above ``before``: whoever wrote the page did not write it in order."""
    return after.baseline < before.baseline - before.size and after.left < before.right and after.right > before.left


def _loose_rows(lines: list[Line], pairs: list[Gap]) -> Region:
    """The lines with those joined again that wide word spaces, not columns, have cut."""
    rows: list[Line] = []
    begins = Counter(round(gap.right.left) for gap in pairs)
    for line in lines:
        aligned = max(begins[round(line.left) + step] for step in (-1, 0, 1)) >= _FEWEST_PAIRS
        if rows and not aligned and _is_row(rows[-1], line, 2.5):
            rows[-1] = join(rows[-1], line)
        else:
            rows.append(line)
    return rows
