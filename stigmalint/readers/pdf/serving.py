"""Turn a PDF into a document, and questions about spans into boxes, for the worker that reads PDFs."""

from __future__ import annotations

from typing import Any

from stigmalint.document import Document, Span
from stigmalint.readers.options import Options
from stigmalint.readers.pdf.engine import File
from stigmalint.readers.pdf.place import boxes_of
from stigmalint.readers.pdf.reading import read_file


class OpenPdf:
    """An open PDF file."""

    def __init__(self, data: bytes) -> None:
        self.file = File(data)

    def answer(self, question: Any) -> Any:
        """``[page, [[start, end], …]]`` → ``[[left, top, right, bottom], …]``."""
        page, spans = question
        boxes = boxes_of(self.file, page, [Span(start, end) for start, end in spans])
        return [[box.left, box.top, box.right, box.bottom] for box in boxes]

    def close(self) -> None:
        """Close the file."""
        self.file.close()


def open(data: bytes) -> OpenPdf:
    """Open a PDF. Raises ``Unreadable``."""
    return OpenPdf(data)


def read(opened: OpenPdf, name: str, options: Options) -> Document:
    """The document in an open PDF, without a locator. Raises ``Unreadable``."""
    return read_file(opened.file, name, options)
