"""Turn what PDFium found on a page into whether it is all that a person would read there.

The surprise: a page that cannot be read is never a blank page. A picture without letters, letters without meaning and a page
that does not load each have their own name.
"""

from __future__ import annotations

import re
from collections import Counter

from stigmalint.readers.pdf.characters import UNKNOWN
from stigmalint.readers.pdf.engine import Page
from stigmalint.readers.pdf.pdfium import pdfium

NO_TEXT_LAYER = "has no text layer"
NOT_READABLE = "uses fonts that do not say which letters they show: its text is not readable"
MOSTLY_PICTURE = "is a picture with little text of its own: what the picture says was not read"
DAMAGED = "is damaged and could not be read"

_MANY_PATHS = 50
_FEW_LETTERS = 250
_UNREADABLE_SHARE = 0.05
_SAMPLE = 80
_STRANGE = re.compile(f"[{UNKNOWN}\ue000-\uf8ff]")


def gap(page: Page) -> str:
    """Why a page with text cannot be read; empty for a sound one."""
    length = len(page.text)
    sample = [offset for offset in range(0, length, max(1, length // _SAMPLE)) if not page.text[offset].isspace()]
    unmapped = sum(page.unmapped(offset) for offset in sample)
    strange = len(_STRANGE.findall(page.text))
    return NOT_READABLE if strange > _UNREADABLE_SHARE * length or unmapped > _UNREADABLE_SHARE * len(sample) else ""


def shows_something(page: Page) -> bool:
    """Whether there is anything to see that could be writing: a picture, or the outlines of many letters."""
    kinds = Counter(_kinds(page))
    seen = (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM, pdfium.FPDF_PAGEOBJ_TEXT)
    return any(kinds[kind] for kind in seen) or kinds[pdfium.FPDF_PAGEOBJ_PATH] >= _MANY_PATHS


def is_picture(page: Page) -> bool:
    """Whether a picture fills most of a page and hardly anything is printed over it."""
    return len(page.text) < _FEW_LETTERS and _picture_share(page) > 0.5


def _kinds(page: Page) -> list[int]:
    count = min(pdfium.FPDFPage_CountObjects(page.handle), 5000)
    return [pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page.handle, index)) for index in range(count)]


def _picture_share(page: Page) -> float:
    """How much of the page its largest picture covers."""
    left, bottom, right, top = page.bounds()
    area = max((right - left) * (top - bottom), 1.0)
    pictures = (index for index, kind in enumerate(_kinds(page)) if kind == pdfium.FPDF_PAGEOBJ_IMAGE)
    return max(map(page.picture_area, pictures), default=0.0) / area
