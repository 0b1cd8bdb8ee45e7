"""Turn a PDF into its texts or a document, and questions about spans into boxes, for the worker that reads PDFs.

The surprise: what each of them takes is loaded when it is asked for. A clean file is told from its texts.
"""

from __future__ import annotations

from stigmalint.readers.pdf.engine import File

TYPE_CHECKING = False  # ``typing`` is slow to load
if TYPE_CHECKING:
    from typing import Any

    from stigmalint.document import Document
    from stigmalint.readers.options import Options


class OpenPdf:
    """An open PDF file."""

    def __init__(self, data: bytes) -> None:
        self.file = File(data)

    def answer(self, question: Any) -> Any:
        """``[page, [[start, end], …]]`` → ``[[left, top, right, bottom], …]``; a page alone → texts.

        These are the number of pages, the page to ask for next, and the texts until there (``None`` when they are not all).
        """
        page, *spans = question
        return self._boxes(page, *spans) if spans else self._texts(page)

    def _texts(self, page: int) -> Any:
        from stigmalint.readers.pdf.texts import AT_ONCE, texts_from  # noqa: PLC0415

        following = page + AT_ONCE if page + AT_ONCE <= self.file.page_count else None
        return self.file.page_count, following, texts_from(self.file, page)

    def _boxes(self, page: int, spans: Any) -> Any:
        from stigmalint.document import Span  # noqa: PLC0415
        from stigmalint.readers.pdf.place import boxes_of  # noqa: PLC0415

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
    from stigmalint.readers.pdf.reading import read_file  # noqa: PLC0415

    return read_file(opened.file, name, options)
