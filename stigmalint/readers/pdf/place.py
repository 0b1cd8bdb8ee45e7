"""Turn the span of a block into the page and the boxes where a reader of the PDF sees it.

Boxes are fetched only when asked for, from the open file. A phrase over a line break has several; over a page break it
stands on the page where it begins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from stigmalint.document import Block, Box, Place, Span
from stigmalint.readers.pdf.engine import File, Page, Rectangle
from stigmalint.readers.pdf.frame import shown

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


def boxes_of(file: File, number: int, spans: Iterable[Span]) -> list[Box]:
    """The boxes of spans of page ``number``: points from the top left of the page as shown, one for each line."""
    page = file.page(number)
    frame = shown(page.bounds(), page.quarter())
    return _by_line([Box(*frame.place(rectangle)) for rectangle in raw_rectangles(page, spans)])


def raw_rectangles(page: Page, spans: Iterable[Span]) -> list[Rectangle]:
    """PDFium's own rectangles (left, bottom, right, top of the unrotated page) for spans of a page's text.

    They are what an annotation on the page is made of: neither /Rotate nor CropBox changes them.
    """
    return [rectangle for span in spans for rectangle in page.rectangles(span.start, span.end)]


def _by_line(boxes: Iterable[Box]) -> list[Box]:
    """The boxes, those joined that follow one another on a line, whichever way the line runs."""
    joined: list[Box] = []
    for box in boxes:
        if joined and _on_one_line(joined[-1], box):
            joined[-1] = _around(joined[-1], box)
        else:
            joined.append(box)
    return [Box(*(round(value, 2) for value in (box.left, box.top, box.right, box.bottom))) for box in joined]


def _around(one: Box, other: Box) -> Box:
    left, top = min(one.left, other.left), min(one.top, other.top)
    return Box(left, top, max(one.right, other.right), max(one.bottom, other.bottom))


def _on_one_line(before: Box, after: Box) -> bool:
    return _aligned(before.top, before.bottom, after.top, after.bottom, after.left - before.right) or _aligned(
        before.left, before.right, after.left, after.right, max(after.top - before.bottom, before.top - after.bottom)
    )


def _aligned(start: float, end: float, other_start: float, other_end: float, gap: float) -> bool:
    """Whether two stretches overlap for half of the shorter one, with at most two line heights between them."""
    overlap = min(end, other_end) - max(start, other_start)
    shorter = min(end - start, other_end - other_start)
    return overlap > 0.5 * shorter and -shorter < gap < 2 * max(end - start, other_end - other_start)
