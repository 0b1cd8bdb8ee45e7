"""Turn the span of a block into the page and the boxes where a reader of the PDF sees it.

Boxes are fetched only when asked for, from the open file. A phrase over a line break has several; over a page break it
stands on the page where it begins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from stigmalint.document import Block, Box, Place, Span
from stigmalint.readers.pdf.engine import File, Page, Rectangle
from stigmalint.readers.pdf.frame import shown, turns_of

Boxes = Callable[[int, Sequence[Span]], Sequence[Box]]
"""A page's number and spans of its text → their boxes."""


class Locator:
    """Finds the page and boxes of a span; ``boxes`` knows the file."""

    def __init__(self, boxes: Boxes) -> None:
        self._boxes = boxes

    def __call__(self, block: Block, span: Span) -> Place:
        """Where the span is seen. Stream ``n`` of the document is page ``n + 1``."""
        sources = block.source_of(span)
        if not sources:
            return block.place
        first = sources[0][0]
        boxes = self._boxes(first + 1, [source for stream, source in sources if stream == first])
        begins_here = block.place.page == first + 1
        paragraph = block.place.paragraph if begins_here or block.place.paragraph is None else 1
        return replace(block.place, page=first + 1, paragraph=paragraph, boxes=tuple(boxes))


def boxes_of(file: File, number: int, spans: Sequence[Span]) -> list[Box]:
    """The boxes of spans of page ``number``: points from the top left of the page as shown, one for each line."""
    page = file.page(number)
    frame = shown(page.bounds(), page.quarter())
    joined: list[Rectangle] = []
    for rectangle in raw_rectangles(page, spans):
        if joined and _on_one_line(joined[-1], rectangle, upwards=_runs_upwards(page, spans[0].start)):
            joined[-1] = _around(joined[-1], rectangle)
        else:
            joined.append(rectangle)
    return [Box(*(round(value, 2) for value in frame.place(rectangle))) for rectangle in joined]


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
