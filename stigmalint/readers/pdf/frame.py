"""Turn PDFium's raw points into points of the page as shown, or as turned so that its text stands upright.

Raw points count from the bottom left of the unrotated page and know nothing of its CropBox; everything else in this
package counts from the top left corner, downwards. Layout is done upright: on a page shown on its side the lines of
text still follow one another from top to bottom.
"""

from __future__ import annotations

from math import atan2, pi
from typing import NamedTuple

Rectangle = tuple[float, float, float, float]


class Frame(NamedTuple):
    """A view of a page: its bounds (raw: left, bottom, right, top), turned anticlockwise by quarter ``turns``."""

    bounds: Rectangle
    turns: int

    @property
    def width(self) -> float:
        """In points."""
        left, bottom, right, top = self.bounds
        return top - bottom if self.turns % 2 else right - left

    @property
    def height(self) -> float:
        """In points."""
        left, bottom, right, top = self.bounds
        return right - left if self.turns % 2 else top - bottom

    def place(self, raw: Rectangle) -> Rectangle:
        """Left, top, right and bottom of a raw rectangle (left, bottom, right, top)."""
        left, bottom, right, top = raw
        x0, y0, x1, y1 = self.bounds
        if self.turns == 0:
            return left - x0, y1 - top, right - x0, y1 - bottom
        if self.turns == 1:
            return y1 - top, x1 - right, y1 - bottom, x1 - left
        if self.turns == 2:
            return x1 - right, bottom - y0, x1 - left, top - y0
        return bottom - y0, left - x0, top - y0, right - x0

    def raw(self, placed: Rectangle) -> Rectangle:
        """The raw rectangle that stands at ``placed`` (left, top, right, bottom)."""
        left, top, right, bottom = placed
        x0, y0, x1, y1 = self.bounds
        if self.turns == 0:
            return left + x0, y1 - bottom, right + x0, y1 - top
        if self.turns == 1:
            return x1 - bottom, y1 - right, x1 - top, y1 - left
        if self.turns == 2:
            return x1 - right, top + y0, x1 - left, bottom + y0
        return top + x0, left + y0, bottom + x0, right + y0


def shown(bounds: Rectangle, quarter: int) -> Frame:
    """The page as a viewer shows it, ``quarter`` being its /Rotate entry in quarter turns clockwise."""
    return Frame(bounds, -quarter % 4)


def turns_of(across: tuple[float, float]) -> int | None:
    """The quarter turns that set a line running in direction ``across`` upright; ``None`` for a line on the slant."""
    if across[1] == 0 and across[0] > 0:
        return 0
    quarters = atan2(across[1], across[0]) / (pi / 2)
    return round(quarters) % 4 * 3 % 4 if abs(quarters - round(quarters)) < 0.05 else None
