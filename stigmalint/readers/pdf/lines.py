"""Turn the characters of a page into lines of print: where each stands, how large, how set.

PDFium breaks lines by itself; the surprise is where it does not. Neighbouring columns and table cells may come as one
line, so a line is cut wherever its ink leaves a gap or jumps, and ``columns`` joins again what belongs together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import pairwise
from operator import and_
from typing import NamedTuple

from stigmalint.readers.pdf.characters import BROKEN
from stigmalint.readers.pdf.engine import Page
from stigmalint.readers.pdf.fonts import BOLD, ITALIC, RAISED
from stigmalint.readers.pdf.frame import Frame, Rectangle
from stigmalint.readers.pdf.grids import Grid
from stigmalint.readers.pdf.stretches import Atom, Stretch, atoms_of


class Run(NamedTuple):
    """A stretch of a line in one style; offsets count in the page's text."""

    start: int
    end: int
    style: int
    spaced: bool
    """Whether white space stands before it."""


class Line(NamedTuple):
    """A line of print within one column, in points from the top left of the upright page."""

    page: int
    runs: tuple[Run, ...]
    left: float
    right: float
    baseline: float
    size: float
    lead: float
    """The width of its first word."""
    text: str
    """What it says, without note numbers and without a hyphen that breaks its last word."""
    broken: bool
    """Whether such a hyphen stands at ``end``."""

    @property
    def start(self) -> int:
        """Where it begins in the page's text."""
        return self.runs[0].start

    @property
    def end(self) -> int:
        """Where it ends in the page's text, before a hyphen that breaks its last word."""
        return self.runs[-1].end

    @property
    def style(self) -> int:
        """The style all of it has in common; without a font when it has several."""
        styles = {run.style for run in self.runs if run.style != RAISED}
        if len(styles) == 1:
            return styles.pop()
        return reduce(and_, styles, BOLD | ITALIC)


class Spot(NamedTuple):
    """Where an atom stands, upright."""

    left: float
    right: float
    baseline: float
    size: float


_GAP = 0.9
"""Words further apart than this many times their size may stand in two columns."""
_WIDE = 0.62
"""Letters set wider than this many times their size, on average, may have gaps between them."""


def lines_of(page: Page, found: Iterable[Stretch], frame: Frame, grids: Sequence[Grid] = ()) -> Iterator[Line]:
    """The stretches as lines in ``frame``, cut where they leave a gap, jump or leave a table cell, in PDFium's order."""
    for stretch in found:
        boxes = [frame.place(rectangle) for rectangle in stretch.rectangles]
        glyph = stretch.glyph
        baseline = frame.place((glyph.x, glyph.y, glyph.x, glyph.y))[1]
        spot = Spot(min(box[0] for box in boxes), max(box[2] for box in boxes), baseline, glyph.size)
        if spot.right < 0 or spot.left > frame.width or baseline < 0 or baseline > frame.height + glyph.size:
            continue  # cut off: nobody sees it
        if not _is_even(stretch, boxes, baseline) or any(_leaves_cell(spot, grid) for grid in grids):
            yield from _cut(page, stretch, frame, grids)
            continue
        plain = Atom(stretch.start, stretch.end, page.style(stretch.start))
        yield _line(page, [plain] if len(boxes) == 1 else atoms_of(page, stretch), spot, frame)


def _is_even(stretch: Stretch, boxes: list[Rectangle], baseline: float) -> bool:
    """Whether the ink runs on along one baseline without a wide gap."""
    size = stretch.glyph.size
    if len(boxes) == 1:
        return boxes[0][2] - boxes[0][0] < _WIDE * size * (stretch.end - stretch.start)
    level = all(top < baseline and bottom > baseline - size for _, top, _, bottom in boxes)
    return level and all(-size < after[0] - before[2] < _GAP * size for before, after in pairwise(boxes))


def _line(page: Page, atoms: list[Atom], spot: Spot, frame: Frame) -> Line:
    start, end = atoms[0].start, atoms[-1].end
    first = page.text.find(" ", start, end)
    lead = spot.right - spot.left if first < 0 else frame.place(page.extent(first - 1))[2] - spot.left
    runs = tuple(_runs(atoms))
    text = page.text[start:end] if len(runs) == 1 else _said(page.text, runs)
    broken = page.text[end : end + 1] == BROKEN
    return Line(page.number, runs, spot.left, spot.right, spot.baseline, spot.size, lead, text, broken)


def _runs(atoms: list[Atom]) -> Iterator[Run]:
    run = Run(*atoms[0], spaced=True)
    for atom in atoms[1:]:
        if atom.style == run.style:
            run = run._replace(end=atom.end)
        else:
            yield run
            run = Run(*atom, spaced=atom.start > run.end)
    yield run


def _said(text: str, runs: Iterable[Run]) -> str:
    said = "".join((" " if run.spaced else "") + text[run.start : run.end] for run in runs if run.style != RAISED)
    return said.strip()


def _leaves_cell(spot: Spot, grid: Grid) -> bool:
    """Whether a stretch of text begins in one cell of a table and ends in another, or outside."""
    height = spot.baseline - 0.3 * spot.size
    return grid.at(spot.left + 1, height) != grid.at(spot.right - 1, height)


def _cut(page: Page, stretch: Stretch, frame: Frame, grids: Sequence[Grid]) -> Iterator[Line]:
    """The lines that an uneven stretch falls into."""
    atoms = atoms_of(page, stretch)
    spots = [_spot(page, atom, frame) for atom in atoms]
    gap = _widest_space(spots)
    part, place = [atoms[0]], spots[0]
    for atom, spot in zip(atoms[1:], spots[1:], strict=True):
        if _follows(place, spot, atom, gap) and not any(_leaves_cell(place._replace(right=spot.right), grid) for grid in grids):
            part.append(atom)
            place = place._replace(right=spot.right)
        else:
            yield _line(page, part, place, frame)
            part, place = [atom], spot
    yield _line(page, part, place, frame)


def _spot(page: Page, atom: Atom, frame: Frame) -> Spot:
    glyph = page.glyph(atom.start)
    baseline = frame.place((glyph.x, glyph.y, glyph.x, glyph.y))[1]
    first, last = frame.place(page.extent(atom.start)), frame.place(page.extent(atom.end - 1))
    return Spot(first[0], max(first[2], last[2]), baseline, glyph.size)


def _widest_space(spots: Sequence[Spot]) -> float:
    """What may still be a space between two words of this stretch, in points: in a narrow column they are stretched."""
    size = max(spot.size for spot in spots)
    spaces = sorted(after.left - before.right for before, after in pairwise(spots))
    usual = spaces[(len(spaces) - 1) // 2] if len(spots) > 2 else 0.0
    return min(max(_GAP * size, 2.2 * usual), 2 * size)


def _follows(line: Spot, word: Spot, atom: Atom, gap: float) -> bool:
    level = abs(word.baseline - line.baseline) < 0.4 * line.size or (
        atom.style == RAISED and 0 < line.baseline - word.baseline < line.size
    )
    return level and -line.size < word.left - line.right < gap
