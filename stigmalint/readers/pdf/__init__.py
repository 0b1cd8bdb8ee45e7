"""Turn a PDF into a document whose places are pages and boxes.

PDFium does the reading, in a process of its own: a PDF can cost any engine gigabytes or hours. ``reading`` has the way
through the layout on one screen; ``place`` says how an annotator gets PDFium's own rectangles.
"""

from __future__ import annotations

from stigmalint.readers.options import DEFAULT_OPTIONS, Options

TYPE_CHECKING = False  # ``typing`` is slow to load
if TYPE_CHECKING:
    from stigmalint.document import Document


def read(data: bytes, name: str, options: Options = DEFAULT_OPTIONS) -> Document:
    """The document in ``data``. Raises ``Unreadable`` with a plain reason."""
    from stigmalint.readers.pdf.opened import opened  # noqa: PLC0415  the worker imports this package too, and never reads so

    return opened(data, name, options).document()
