"""Turn the span of a block into the page and the boxes where a reader of the PDF sees it.

A phrase over a line break has several boxes; over a page break it stands on the page where it begins.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from stigmalint.document import Block, Box, Place, Span

Boxes = Callable[[int, Sequence[Span]], Sequence[Box]]
"""A page's number and spans of its text → their boxes."""


class Locator:
    """Finds the page and boxes of a span; ``boxes`` knows the file."""

    def __init__(self, boxes: Boxes) -> None:
        self._boxes = boxes

    def __call__(self, block: Block, span: Span) -> Place:
        """Where the span is seen. Stream ``n`` of the document is page ``n + 1``; notes come after the pages."""
        sources = block.source_of(span)
        if not sources or block.place.boxes:  # a note laid over the page has its box already
            return block.place
        first = sources[0][0]
        boxes = self._boxes(first + 1, [source for stream, source in sources if stream == first])
        begins_here = block.place.page == first + 1
        paragraph = block.place.paragraph if begins_here or block.place.paragraph is None else 1
        return replace(block.place, page=first + 1, paragraph=paragraph, boxes=tuple(boxes))
