"""Turn spans of a page's text into the boxes where a reader of the PDF sees them.

Boxes are fetched only for the spans that are asked for. ``line_rectangles`` gives PDFium's own, for an annotator.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from stigmalint.document import Box, Span
from stigmalint.readers.pdf.engine import File, Page, Rectangle
from stigmalint.readers.pdf.frame import shown, turns_of


def boxes_of(file: File, number: int, spans: Sequence[Span]) -> list[Box]:
    """The boxes of spans of page ``number``: points from the top left of the page as shown, one for each line."""
    page = file.page(number)
    frame = shown(page.bounds(), page.quarter())
    return [Box(*(round(value, 2) for value in frame.place(rectangle))) for rectangle in line_rectangles(page, spans)]


def line_rectangles(page: Page, spans: Sequence[Span]) -> list[Rectangle]:
    """PDFium's rectangles for spans of a page's text, one for each line."""
    joined: list[Rectangle] = []
    for rectangle in raw_rectangles(page, spans):
        if joined and _on_one_line(joined[-1], rectangle, upwards=_runs_upwards(page, spans[0].start)):
            joined[-1] = _around(joined[-1], rectangle)
        else:
            joined.append(rectangle)
    return joined


def raw_rectangles(page: Page, spans: Iterable[Span]) -> list[Rectangle]:
    """PDFium's own rectangles (left, bottom, right, top of the unrotated page) for spans of a page's text.

    They are what an annotation on the page is made of: neither /Rotate nor CropBox changes them.
    """
    return [rectangle for span in spans for rectangle in page.rectangles(span.start, span.end)]


def _runs_upwards(page: Page, offset: int) -> bool:
    """Whether the line at ``offset`` runs up or down the unrotated page."""
    return turns_of(page.glyph(offset).across) in (1, 3)


def _on_one_line(before: Rectangle, after: Rectangle, *, upwards: bool) -> bool:
    """Whether two rectangles overlap across their line for half of the smaller one, and follow each other along it."""
    along, across = (1, 0) if upwards else (0, 1)
    height = min(before[across + 2] - before[across], after[across + 2] - after[across])
    overlap = min(before[across + 2], after[across + 2]) - max(before[across], after[across])
    gap = max(after[along] - before[along + 2], before[along] - after[along + 2])
    return overlap > 0.5 * height and gap < 3 * height


def _around(one: Rectangle, other: Rectangle) -> Rectangle:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
