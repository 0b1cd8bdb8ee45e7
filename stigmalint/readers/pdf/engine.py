"""Turn the bytes of a PDF into open pages that answer in characters and raw rectangles.

The only module that talks to PDFium. The surprise: PDFium is not safe with threads, so one process reads one file at
a time, and what belongs to a page must be closed before its file.
"""

from __future__ import annotations

import ctypes
from collections import OrderedDict
from math import isfinite
from typing import Any, NamedTuple

from stigmalint.errors import Unreadable
from stigmalint.readers.pdf.characters import Characters, page_characters
from stigmalint.readers.pdf.fonts import Fonts
from stigmalint.readers.pdf.pdfium import pdfium

Rectangle = tuple[float, float, float, float]
"""Left, bottom, right and top in PDFium's own points: from the bottom left of the unrotated page."""

_PASSWORD = 4
_TAIL = 4096
_OPEN_PAGES = 48
"""Pages kept open: a finding's boxes are asked for soon after its page was read."""

_SIDES = tuple(ctypes.c_double() for _ in range(4))
_BOX, _MATRIX = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
_FONT_NAME, _FONT_FLAGS = ctypes.create_string_buffer(128), ctypes.c_int()
"""Where PDFium writes its answers: it is asked thousands of times for a page, and by one thread only."""


class Glyph(NamedTuple):
    """How one character is set: where it stands on its line, how large, at which angle, in which font."""

    x: float
    y: float
    size: float
    across: tuple[float, float]
    """The direction of the line: (1, 0) runs to the right, (0, 1) upwards."""


_NOWHERE = Glyph(0.0, 0.0, 1.0, (1.0, 0.0))
"""Where a glyph stands that a damaged file puts at no place at all."""


class Page:
    """An open page. Offsets count the characters of ``text``; rectangles are raw."""

    def __init__(self, file: Any, number: int, fonts: Fonts) -> None:
        self.number = number
        self._fonts = fonts
        self._page = pdfium.FPDF_LoadPage(file, number - 1)
        if not self._page:
            raise LookupError(number)
        self._text = pdfium.FPDFText_LoadPage(self._page)
        if not self._text:
            pdfium.FPDF_ClosePage(self._page)
            raise LookupError(number)
        self.characters: Characters = page_characters(self._text)

    @property
    def text(self) -> str:
        """One character for each that PDFium counts; a pair of surrogates is one."""
        return self.characters.text

    @property
    def handle(self) -> Any:
        """PDFium's page, for the modules beside this one."""
        return self._page

    def quarter(self) -> int:
        """By how many quarter turns, clockwise, the page is shown rotated."""
        return int(pdfium.FPDFPage_GetRotation(self._page))

    def bounds(self) -> Rectangle:
        """What of the page is shown: its CropBox within its MediaBox."""
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(self._page, box)
        found = (box.left, box.bottom, box.right, box.top)
        return found if isfinite(sum(found)) else (0.0, 0.0, 612.0, 792.0)

    def rectangles(self, start: int, end: int) -> list[Rectangle]:
        """One tight rectangle for each stretch of ink between two offsets, in order; generated spaces have none."""
        first, last = self.characters.index_of(start), self.characters.index_of(end)
        count = pdfium.FPDFText_CountRects(self._text, first, last - first)
        left, bottom, right, top = _SIDES
        found = []
        for number in range(count):
            pdfium.FPDFText_GetRect(self._text, number, left, top, right, bottom)
            found.append((left.value, bottom.value, right.value, top.value))
        return found if isfinite(sum(map(sum, found))) else []

    def extent(self, offset: int) -> Rectangle:
        """The space one character takes on its line, from its origin to the next."""
        box = _BOX
        pdfium.FPDFText_GetLooseCharBox(self._text, self.characters.index_of(offset), box)
        found = (box.left, box.bottom, box.right, box.top)
        return found if isfinite(sum(found)) else (0.0, 0.0, 0.0, 0.0)

    def glyph(self, offset: int) -> Glyph:
        """How the character at ``offset`` is set."""
        index, text = self.characters.index_of(offset), self._text
        x, y, matrix = _SIDES[0], _SIDES[1], _MATRIX
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetMatrix(text, index, matrix)
        scale = (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0
        size = pdfium.FPDFText_GetFontSize(text, index) * scale
        glyph = Glyph(x.value, y.value, size, (matrix.a, matrix.b))
        return glyph if isfinite(x.value + y.value + size + matrix.a + matrix.b) else _NOWHERE

    def style(self, offset: int) -> int:
        """The style of the character at ``offset``, as far as its font tells."""
        name, flags = _FONT_NAME, _FONT_FLAGS
        pdfium.FPDFText_GetFontInfo(self._text, self.characters.index_of(offset), name, 128, flags)
        return self._fonts.style(name.value, flags.value)

    def size(self, offset: int) -> float:
        """The font size as set, before any scaling: good for comparing neighbours only."""
        return float(pdfium.FPDFText_GetFontSize(self._text, self.characters.index_of(offset)))

    def unmapped(self, offset: int) -> bool:
        """Whether the font does not say which letter the character at ``offset`` is."""
        return bool(pdfium.FPDFText_HasUnicodeMapError(self._text, self.characters.index_of(offset)) == 1)

    def picture_area(self, index: int) -> float:
        """The area of the page's object number ``index``, in square points."""
        item = pdfium.FPDFPage_GetObject(self._page, index)
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
        return max(0.0, (right.value - left.value) * (top.value - bottom.value))

    def close(self) -> None:
        """Give the page back; it answers nothing afterwards."""
        pdfium.FPDFText_ClosePage(self._text)
        pdfium.FPDF_ClosePage(self._page)


class File:
    """An open PDF file. Pages count from 1 and are closed behind your back when many are open."""

    def __init__(self, data: bytes) -> None:
        self._data = data  # PDFium reads from these bytes for as long as the file is open
        self._handle = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        if not self._handle:
            raise Unreadable(_why_not_open(data, pdfium.FPDF_GetLastError()))
        self.ends_well = b"startxref" in data[-_TAIL:].rstrip(b"\0") or b"%%EOF" in data[-_TAIL:]
        self.is_dynamic_form = pdfium.FPDF_GetFormType(self._handle) == pdfium.FORMTYPE_XFA_FULL
        self.page_count = int(pdfium.FPDF_GetPageCount(self._handle))
        self._fonts = Fonts()
        self._pages: OrderedDict[int, Page] = OrderedDict()

    def page(self, number: int) -> Page:
        """Page ``number``; raises ``LookupError`` when it is too damaged to load."""
        page = self._pages.pop(number, None) or Page(self._handle, number, self._fonts)
        self._pages[number] = page
        if len(self._pages) > _OPEN_PAGES:
            self._pages.popitem(last=False)[1].close()
        return page

    def close(self) -> None:
        """Close the file and its pages."""
        for page in self._pages.values():
            page.close()
        self._pages.clear()
        pdfium.FPDF_CloseDocument(self._handle)


def _why_not_open(data: bytes, error: int) -> str:
    from stigmalint.readers.pdf.suspects import is_pdf, what_is_it  # noqa: PLC0415  only after a failure

    if not data.strip(b"\0\t\n\f\r "):
        return "The file is empty."
    if error == _PASSWORD:
        return "The file is protected with a password: save a copy without one and check that."
    if not is_pdf(data):
        return f"The file is not a PDF: it looks like {what_is_it(data)}. Give it the ending that fits, or export it as PDF."
    return "The file is damaged or cut off: export it again from the program it was made with."
