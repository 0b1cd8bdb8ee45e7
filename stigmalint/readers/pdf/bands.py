"""Turn the lines around a gutter into its left and right sides, and what crosses between them, in the order they are read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from stigmalint.readers.pdf.lines import Line

_LINES_IN_A_RUN = 3
"""Fewer on average are rows written from left to right, not columns."""


class Band(NamedTuple):
    """What stands beside a gutter, and what crosses it below."""

    left: list[Line]
    right: list[Line]
    across: list[Line]


def sides(lines: Sequence[Line], gutter: float) -> list[list[Line]]:
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
