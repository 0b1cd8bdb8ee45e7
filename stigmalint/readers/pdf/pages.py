"""Turn each page of a file into what layout needs: its text, its lines upright, its tables, and what cannot be read on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from stigmalint.readers.pdf.annotations import Note, notes
from stigmalint.readers.pdf.columns import Region
from stigmalint.readers.pdf.engine import File, Page
from stigmalint.readers.pdf.frame import Frame, shown, turns_of
from stigmalint.readers.pdf.grids import grids
from stigmalint.readers.pdf.legible import DAMAGED, NO_TEXT_LAYER, gap, is_picture, shows_something
from stigmalint.readers.pdf.lines import Line, lines_of
from stigmalint.readers.pdf.rows import rows_joined
from stigmalint.readers.pdf.rulings import rulings
from stigmalint.readers.pdf.stretches import Stretch, main_turns, stretches
from stigmalint.readers.pdf.tables import Table, without_tables


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
        return PageRead(number, page.text, 0, notes=over, gap=NO_TEXT_LAYER if shows_something(page) else "")
    turns = main_turns(found)
    frame = Frame(page.bounds(), turns)
    straight = [stretch for stretch in found if turns_of(stretch.glyph.across) == turns]
    tables = grids([frame.place(ruling) for ruling in rulings(page.handle)])
    lines, inside = without_tables(list(lines_of(page, straight, frame, tables)), tables)
    aside = _aside(page, found, turns)
    return PageRead(number, page.text, frame.height, rows_joined(lines), inside, aside, over, is_picture(page), gap(page))


def _aside(page: Page, found: Sequence[Stretch], turns: int) -> list[Region]:
    """The regions of a page that run in another direction than most of it, each in a frame of its own."""
    others = Counter(turn for stretch in found if (turn := turns_of(stretch.glyph.across)) != turns)
    regions: list[Region] = []
    for turn in others:
        some = [stretch for stretch in found if turns_of(stretch.glyph.across) == turn]
        lines = rows_joined(lines_of(page, some, Frame(page.bounds(), turn or 0)))
        regions += [lines] if turn is not None else [[line] for line in lines]
    return regions
