"""Turn a PDF into a document whose places are pages and boxes.

PDFium does the reading, in a process of its own: a PDF can cost any engine gigabytes or hours. ``reading`` has the way
through the layout on one screen; ``place`` says how an annotator gets PDFium's own rectangles.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from stigmalint.document import Box, Document, Span
from stigmalint.readers.options import DEFAULT_OPTIONS, Options
from stigmalint.readers.pdf.locating import Boxes, Locator
from stigmalint.readers.worker import Asking, read_in_worker

_SERVING = "stigmalint.readers.pdf.serving"


def read(data: bytes, name: str, options: Options = DEFAULT_OPTIONS) -> Document:
    """The document in ``data``. Raises ``Unreadable`` with a plain reason."""
    reading = read_in_worker(_SERVING, data, name, options)
    return replace(reading.document, locator=Locator(_boxes_from(reading.ask)))


def _boxes_from(ask: Asking) -> Boxes:
    def boxes(page: int, spans: Sequence[Span]) -> list[Box]:
        found = ask([page, [[span.start, span.end] for span in spans]])
        return [Box(*map(float, box)) for box in found or ()]

    return boxes
