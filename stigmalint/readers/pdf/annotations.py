"""Turn what was laid over a page into notes: reviewers' comments, typed text boxes, filled-in form fields.

None of it is in the page's own text, and people see all of it.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from math import isfinite
from typing import Any, NamedTuple

from stigmalint.document import BlockKind, Box
from stigmalint.readers.pdf.frame import Frame, Rectangle
from stigmalint.readers.pdf.pdfium import pdfium

_HIDDEN = 2
_OUR_MARKS = "stigmalint-"
"""How the names of the marks begin that a review has left: they are no part of the document."""
_MOST = 2000
_LONGEST = 200_000


class Note(NamedTuple):
    """What one annotation says, and what it covers of the page as shown."""

    kind: BlockKind
    text: str
    box: Box


def notes(page: Any, frame: Frame) -> Iterator[Note]:
    """The notes on a page seen in ``frame``, in the order of the file."""
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if annotation:
            yield from _note(annotation, frame)
            pdfium.FPDFPage_CloseAnnot(annotation)


def _note(annotation: Any, frame: Frame) -> Iterator[Note]:
    subtype = pdfium.FPDFAnnot_GetSubtype(annotation)
    if subtype not in _SAID or pdfium.FPDFAnnot_GetFlags(annotation) & _HIDDEN:
        return
    kind, key = _SAID[subtype]
    if _string(annotation, b"NM").startswith(_OUR_MARKS):
        return
    text = _string(annotation, key) if pdfium.FPDFAnnot_GetValueType(annotation, key) == pdfium.FPDF_OBJECT_STRING else ""
    if text.strip():
        yield Note(kind, text, Box(*(round(value, 2) for value in frame.place(_rectangle(annotation)))))


_SAID = {
    pdfium.FPDF_ANNOT_FREETEXT: (BlockKind.TEXT_BOX, b"Contents"),
    pdfium.FPDF_ANNOT_WIDGET: (BlockKind.TEXT_BOX, b"V"),
    **dict.fromkeys(
        (
            pdfium.FPDF_ANNOT_TEXT,
            pdfium.FPDF_ANNOT_HIGHLIGHT,
            pdfium.FPDF_ANNOT_UNDERLINE,
            pdfium.FPDF_ANNOT_SQUIGGLY,
            pdfium.FPDF_ANNOT_STRIKEOUT,
            pdfium.FPDF_ANNOT_CARET,
            pdfium.FPDF_ANNOT_STAMP,
            pdfium.FPDF_ANNOT_INK,
            pdfium.FPDF_ANNOT_SQUARE,
            pdfium.FPDF_ANNOT_CIRCLE,
            pdfium.FPDF_ANNOT_LINE,
        ),
        (BlockKind.COMMENT, b"Contents"),
    ),
}
"""What kind of block an annotation is, and which of its entries holds its words. Links and pop-ups say nothing new."""


def _string(annotation: Any, key: bytes) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if not 2 < length <= _LONGEST:
        return ""
    buffer = (ctypes.c_ushort * (length // 2))()
    pdfium.FPDFAnnot_GetStringValue(annotation, key, buffer, length)
    return bytes(buffer)[: length - 2].decode("utf-16-le", "replace").replace("\0", "\ufffd")


def _rectangle(annotation: Any) -> Rectangle:
    box = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, box)
    if not isfinite(box.left + box.bottom + box.right + box.top):
        return 0.0, 0.0, 0.0, 0.0
    return min(box.left, box.right), min(box.bottom, box.top), max(box.left, box.right), max(box.bottom, box.top)
