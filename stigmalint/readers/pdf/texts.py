"""Turn some pages of an open PDF into their bare texts, unless more than that is to be said of the file.

The surprise: one page is laid out nevertheless. Text may stand beside the page, and a file that shows none is not clean.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stigmalint.readers.pdf.characters import BROKEN
from stigmalint.readers.pdf.engine import File, Page
from stigmalint.readers.pdf.frame import Frame, shown, turns_of
from stigmalint.readers.pdf.legible import gap, is_picture, shows_something
from stigmalint.readers.pdf.lines import lines_of
from stigmalint.readers.pdf.pdfium import pdfium
from stigmalint.readers.pdf.stretches import main_turns, stretches
from stigmalint.readers.pulse import alive

AT_ONCE = 40
"""Pages whose texts are given together; fewer than stay open, so that whoever reads them next finds them loaded."""


def texts_from(file: File, first: int) -> list[str] | None:
    """The texts of the pages from ``first`` on and of the notes on them; ``None`` where they are not all there is to say."""
    pages = range(first, min(first + AT_ONCE, file.page_count + 1))
    try:
        found = [text for number in pages for text in _texts(file.page(number))]
        is_sure = first > 1 or (file.ends_well and not file.is_dynamic_form and _shows_words(file, pages))
    except (LookupError, _Unsure):
        return None
    return found if is_sure else None


class _Unsure(Exception):
    """A page on which more may be seen than was read."""


def _texts(page: Page) -> Iterator[str]:
    """What a page and the notes on it say."""
    alive()
    if shows_something(page) if not _has_text(page) else is_picture(page) or gap(page):
        raise _Unsure
    yield page.text
    if pdfium.FPDFPage_GetAnnotCount(page.handle):
        from stigmalint.readers.pdf.annotations import notes  # noqa: PLC0415  slow to load

        yield from (note.text for note in notes(page.handle, shown(page.bounds(), page.quarter())))


def _shows_words(file: File, numbers: Sequence[int]) -> bool:
    """Whether some text is seen on the first of these pages that has any."""
    page = next((page for page in map(file.page, numbers) if _has_text(page)), None)
    if page is None:
        return False
    found = stretches(page)
    turns = main_turns(found)
    straight = [stretch for stretch in found if turns_of(stretch.glyph.across) == turns]
    return any(any(map(str.isalnum, line.text)) for line in lines_of(page, straight, Frame(page.bounds(), turns)))


def _has_text(page: Page) -> bool:
    return bool(page.text.replace(BROKEN, "").strip())
