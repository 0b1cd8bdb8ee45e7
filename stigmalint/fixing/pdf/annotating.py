"""Turn marks into highlights and notes on the pages of a PDF, and the PDF into bytes again.

The surprise: a former mark of ours goes when its page is marked anew, so that a copy can be marked again and again.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from stigmalint.errors import Unreadable
from stigmalint.fixing.pdf.crossing import well_crossed
from stigmalint.readers.pdf.frame import Rectangle
from stigmalint.readers.pdf.pdfium import pdfium

_ALLOWS_NOTES = 1 << 5
"""The sixth bit of a file's permissions."""
_PRINTED = 4
_KEEPS_SIZE, _STAYS_UPRIGHT = 8, 16
_PADDING = 0.12
"""How far a highlight reaches beyond the ink, as a part of its height."""


class Mark(NamedTuple):
    """A highlight over ``rectangles`` (raw), or with ``is_note`` a note at the first of them, on ``page`` (from 1)."""

    page: int
    rectangles: tuple[Rectangle, ...]
    is_note: bool
    is_placeless: bool
    """Whether the note stands where it does for want of a better place."""
    colour: tuple[int, int, int]
    subject: str
    contents: str
    id: str


class Draft:
    """An open PDF to be marked."""

    def __init__(self, data: bytes) -> None:
        self._data = data  # PDFium reads from these bytes for as long as the file is open
        self._handle = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        if not self._handle:
            raise Unreadable("The file is damaged: export it again from the program it was made with.")

    @property
    def allows_notes(self) -> bool:
        """Whether its author lets others add notes."""
        return bool(pdfium.FPDF_GetDocPermissions(self._handle) & _ALLOWS_NOTES)

    @property
    def is_signed(self) -> bool:
        """Whether it has been signed."""
        return bool(pdfium.FPDF_GetSignatureCount(self._handle) > 0)

    def mark(self, marks: Iterable[Mark], pages: Iterable[int], *, author: str, date: str) -> None:
        """Put marks on these pages, small ones above large ones; former ones of ours go. Raises ``Unreadable``.

        ``date`` is as PDF writes it.
        """
        by_page = {number: list(some) for number, some in groupby(sorted(marks, key=_order), key=attrgetter("page"))}
        for number in sorted(pages):
            page = pdfium.FPDF_LoadPage(self._handle, number - 1)
            if not page:
                raise Unreadable(f"Page {number} is damaged.")
            for index in reversed(own_marks(page, author)):
                pdfium.FPDFPage_RemoveAnnot(page, index)
            for mark in by_page.get(number, ()):
                _add(page, mark, author, date)
            pdfium.FPDF_ClosePage(page)

    def saved(self, *, appended: bool) -> bytes:
        """The file, with what is new ``appended`` to the old bytes or written anew. Empty when PDFium gives up."""
        written = bytearray()

        def write(_: Any, block: Any, size: int) -> int:
            written.extend(ctypes.string_at(block, size))
            return 1

        writer = pdfium.FPDF_FILEWRITE(version=1)
        writer.WriteBlock = type(writer.WriteBlock)(write)
        done = pdfium.FPDF_SaveAsCopy(self._handle, writer, pdfium.FPDF_INCREMENTAL if appended else pdfium.FPDF_NO_INCREMENTAL)
        return well_crossed(bytes(written)) if done else b""

    def close(self) -> None:
        """Close the file."""
        pdfium.FPDF_CloseDocument(self._handle)


def own_marks(page: Any, author: str) -> list[int]:
    """Which of the annotations on a page are marks of ours, counted from 0."""
    found = []
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if annotation:
            if _string(annotation, b"NM").startswith(f"{author}-"):
                found.append(index)
            pdfium.FPDFPage_CloseAnnot(annotation)
    return found


def _order(mark: Mark) -> tuple[int, float]:
    return mark.page, -sum((right - left) * (top - bottom) for left, bottom, right, top in mark.rectangles)


def _add(page: Any, mark: Mark, author: str, date: str) -> None:
    annotation = pdfium.FPDFPage_CreateAnnot(page, pdfium.FPDF_ANNOT_TEXT if mark.is_note else pdfium.FPDF_ANNOT_HIGHLIGHT)
    if not annotation:
        raise Unreadable(f"Page {mark.page} takes no notes.")
    rectangles = mark.rectangles if mark.is_note else [_padded(rectangle) for rectangle in mark.rectangles]
    left, bottom, right, top = _around(rectangles)
    pdfium.FPDFAnnot_SetColor(annotation, pdfium.FPDFANNOT_COLORTYPE_Color, *mark.colour, 255)
    pdfium.FPDFAnnot_SetRect(annotation, pdfium.FS_RECTF(left, top, right, bottom))
    if not mark.is_note:
        for left, bottom, right, top in rectangles:
            corners = pdfium.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
            pdfium.FPDFAnnot_AppendAttachmentPoints(annotation, corners)
    texts = {b"Contents": mark.contents, b"T": author, b"Subj": mark.subject, b"NM": mark.id, b"M": date, b"CreationDate": date}
    for key, text in texts.items():
        pdfium.FPDFAnnot_SetStringValue(annotation, key, _wide(text))
    pdfium.FPDFAnnot_SetFlags(annotation, _PRINTED | (_KEEPS_SIZE | _STAYS_UPRIGHT if mark.is_note else 0))
    pdfium.FPDFPage_CloseAnnot(annotation)


def _padded(rectangle: Rectangle) -> Rectangle:
    """A little higher than the ink of its line, which may run up or down the page."""
    left, bottom, right, top = rectangle
    width, height = right - left, top - bottom
    if width < height:
        return left - _PADDING * width, bottom, right + _PADDING * width, top
    return left, bottom - _PADDING * height, right, top + _PADDING * height


def _around(rectangles: Sequence[Rectangle]) -> Rectangle:
    left, bottom, right, top = zip(*rectangles, strict=True)
    return min(left), min(bottom), max(right), max(top)


def _wide(text: str) -> Any:
    """The text as PDFium takes it: UTF-16 with a zero at the end."""
    units = f"{text}\0".encode("utf-16-le", "replace")
    return (ctypes.c_ushort * (len(units) // 2)).from_buffer_copy(units)


def _string(annotation: Any, key: bytes) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = (ctypes.c_ushort * max(length // 2, 1))()
    pdfium.FPDFAnnot_GetStringValue(annotation, key, buffer, length)
    return bytes(buffer)[: max(length - 2, 0)].decode("utf-16-le", "replace")
