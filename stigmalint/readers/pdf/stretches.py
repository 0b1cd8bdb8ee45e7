"""Turn the characters of a page into stretches between line breaks, measured, and their words.

The number of a note is a word of its own: smaller than its line, and above it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from stigmalint.readers.pdf.characters import BROKEN
from stigmalint.readers.pdf.engine import Glyph, Page
from stigmalint.readers.pdf.fonts import RAISED
from stigmalint.readers.pdf.frame import Rectangle, turns_of


class Stretch(NamedTuple):
    """Characters between two line breaks, measured but not yet upright: the rectangles are raw."""

    start: int
    end: int
    glyph: Glyph
    rectangles: list[Rectangle]


class Atom(NamedTuple):
    """A word, or the part of one, in one style."""

    start: int
    end: int
    style: int


_STRETCH = re.compile(f"[^\r\n{BROKEN}]+")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"\S+")
_NOTE = re.compile(
    r"(?:[^\W\d_]{3}|[.,;:!?”’)\]]|(?<!\S))(\d{1,3}(?:[,–-]\d{1,3})*[*†‡§]?|[*†‡§¶]{1,3})(?=[\s.,;:)]|$)(?!\s?[⁄/])"
)


def stretches(page: Page) -> list[Stretch]:
    """The page's text between line breaks, in PDFium's order, without white space at the ends."""
    found = []
    for match in _STRETCH.finditer(page.text):
        text = match.group()
        start, end = match.end() - len(text.lstrip()), match.start() + len(text.rstrip())
        if start < end:
            rectangles = page.rectangles(start, end) or [page.extent(start), page.extent(end - 1)]
            found.append(Stretch(start, end, page.glyph(_first_letter(page.text, start, end)), rectangles))
    return found


def _first_letter(text: str, start: int, end: int) -> int:
    """Where a stretch shows its size and baseline: not at the raised number of a note, nor at a bullet."""
    if text[start].isalpha():
        return start
    letter = _LETTER.search(text, start, end)
    return letter.start() if letter else start


def main_turns(found: Iterable[Stretch]) -> int:
    """The quarter turns that set most of a page's text upright."""
    characters = Counter[int]()
    for stretch in found:
        turns = turns_of(stretch.glyph.across)
        if turns is not None:
            characters[turns] += stretch.end - stretch.start
    return characters.most_common(1)[0][0] if characters else 0


def atoms_of(page: Page, stretch: Stretch) -> list[Atom]:
    """The stretch's words; a note number is an atom of its own."""
    notes = {note.start: note for note in _notes(page, stretch)}
    found = []
    for match in _WORD.finditer(page.text, stretch.start, stretch.end):
        start, end = match.span()
        style = page.style(start)
        for note in sorted(at for at in notes if start <= at < end):
            if note > start:
                found.append(Atom(start, note, style))
            found.append(notes[note])
            start = notes[note].end
        if start < end:
            found.append(Atom(start, end, style))
    return found


def _notes(page: Page, stretch: Stretch) -> Iterator[Atom]:
    """Note numbers: smaller than their line and above its baseline."""
    for match in _NOTE.finditer(page.text, stretch.start, stretch.end):
        glyph = page.glyph(match.start(1))
        if glyph.size < 0.85 * stretch.glyph.size and _is_above(glyph, stretch.glyph):
            yield Atom(match.start(1), match.end(1), RAISED)


def _is_above(glyph: Glyph, line: Glyph) -> bool:
    across, up = line.across
    rise = ((glyph.y - line.y) * across - (glyph.x - line.x) * up) / ((across**2 + up**2) ** 0.5 or 1.0)
    return rise > 0.15 * line.size
