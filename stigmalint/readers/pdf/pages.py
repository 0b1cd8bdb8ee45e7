"""Turn each page of a file into what layout needs: its text, its lines upright, its tables, and what cannot be read on it.

A page that cannot be read is never a blank page: a picture without letters, letters without meaning and a page that
does not load each have their own name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import pypdfium2.raw as pdfium

from stigmalint.readers.pdf.annotations import Note, notes
from stigmalint.readers.pdf.characters import UNKNOWN
from stigmalint.readers.pdf.columns import Region
from stigmalint.readers.pdf.engine import File, Page
from stigmalint.readers.pdf.frame import Frame, shown, turns_of
from stigmalint.readers.pdf.grids import grids
from stigmalint.readers.pdf.lines import Line, lines_of
from stigmalint.readers.pdf.rows import rows_joined
from stigmalint.readers.pdf.rulings import rulings
from stigmalint.readers.pdf.stretches import Stretch, main_turns, stretches
from stigmalint.readers.pdf.tables import Table, without_tables

NO_TEXT_LAYER = "has no text layer"
NOT_READABLE = "uses fonts that do not say which letters they show: its text is not readable"
MOSTLY_PICTURE = "is a picture with little text of its own: what the picture says was not read"
DAMAGED = "is damaged and could not be read"

_MANY_PATHS = 50
_FEW_LETTERS = 250
_UNREADABLE_SHARE = 0.05
_SAMPLE = 80
_STRANGE = re.compile(f"[{UNKNOWN}\ue000-\uf8ff]")


class PageRead(NamedTuple):
    """One page. ``lines`` hold a stand-in for each of ``tables``; ``aside`` are regions that run in other directions;
    ``notes`` were laid over it.
    """

    number: int
    text: str
    height: float
    lines: Sequence[Line] = ()
    tables: Sequence[Table] = ()
    aside: Sequence[Region] = ()
    notes: Sequence[Note] = ()
    is_picture: bool = False
    """Whether a picture fills most of it and hardly anything is printed over it."""
    gap: str = ""
    """Why the page could not be read, or not all of it; empty for a sound page."""


def read_page(file: File, number: int) -> PageRead:
    """Page ``number`` of a file, from 1."""
    try:
        page = file.page(number)
    except LookupError:
        return PageRead(number, "", 0, gap=DAMAGED)
    over = tuple(notes(page.handle, shown(page.bounds(), page.quarter())))
    found = stretches(page)
    if not found:
        return PageRead(number, page.text, 0, notes=over, gap=NO_TEXT_LAYER if _shows_something(page) else "")
    turns = main_turns(found)
    frame = Frame(page.bounds(), turns)
    straight = [stretch for stretch in found if turns_of(stretch.glyph.across) == turns]
    tables = grids([frame.place(ruling) for ruling in rulings(page.handle)])
    lines, inside = without_tables(list(lines_of(page, straight, frame, tables)), tables)
    aside = _aside(page, found, turns)
    is_picture = len(page.text) < _FEW_LETTERS and _picture_share(page) > 0.5
    return PageRead(number, page.text, frame.height, rows_joined(lines), inside, aside, over, is_picture, _gap(page))


def _aside(page: Page, found: Sequence[Stretch], turns: int) -> list[Region]:
    """The regions of a page that run in another direction than most of it, each in a frame of its own."""
    others = Counter(turn for stretch in found if (turn := turns_of(stretch.glyph.across)) != turns)
    regions: list[Region] = []
    for turn in others:
        some = [stretch for stretch in found if turns_of(stretch.glyph.across) == turn]
        lines = rows_joined(lines_of(page, some, Frame(page.bounds(), turn or 0)))
        regions += [lines] if turn is not None else [[line] for line in lines]
    return regions


def _gap(page: Page) -> str:
    length = len(page.text)
    sample = [offset for offset in range(0, length, max(1, length // _SAMPLE)) if not page.text[offset].isspace()]
    unmapped = sum(page.unmapped(offset) for offset in sample)
    strange = len(_STRANGE.findall(page.text))
    return NOT_READABLE if strange > _UNREADABLE_SHARE * length or unmapped > _UNREADABLE_SHARE * len(sample) else ""


def _shows_something(page: Page) -> bool:
    """Whether there is anything to see that could be writing: a picture, or the outlines of many letters."""
    kinds = Counter(_kinds(page))
    seen = (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM, pdfium.FPDF_PAGEOBJ_TEXT)
    return any(kinds[kind] for kind in seen) or kinds[pdfium.FPDF_PAGEOBJ_PATH] >= _MANY_PATHS


def _kinds(page: Page) -> list[int]:
    count = min(pdfium.FPDFPage_CountObjects(page.handle), 5000)
    return [pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page.handle, index)) for index in range(count)]


def _picture_share(page: Page) -> float:
    """How much of the page its largest picture covers."""
    left, bottom, right, top = page.bounds()
    area = max((right - left) * (top - bottom), 1.0)
    pictures = (index for index, kind in enumerate(_kinds(page)) if kind == pdfium.FPDF_PAGEOBJ_IMAGE)
    return max(map(page.picture_area, pictures), default=0.0) / area
