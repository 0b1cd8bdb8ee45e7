"""Turn a request to mark a PDF into what is to be appended to it, for the worker that reads PDFs.

The surprise: the copy is opened and read again before it is handed over. One that lost a page, a word or a note is not.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import closing
from typing import Any, NamedTuple

from stigmalint.document import Document, Span
from stigmalint.errors import Unreadable
from stigmalint.fixing.pdf.annotating import Draft, Mark, own_marks
from stigmalint.readers.options import Options
from stigmalint.readers.pdf.engine import File
from stigmalint.readers.pdf.frame import shown
from stigmalint.readers.pdf.pdfium import pdfium
from stigmalint.readers.pdf.place import line_rectangles

_CORNER = (12.0, 12.0)
"""Where on the page as shown a note goes whose words have no place."""
_NOTE = 20.0
"""How wide and high its sign is."""


class OpenPdf:
    """The bytes of a PDF to be marked."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def answer(self, question: Any) -> Any:
        """What to append to the file, or the whole file where nothing can be appended, and what else there is to know."""
        author = str(question["author"])
        with closing(File(self._data)) as file:
            marks = [_mark(file, plain) for plain in question["marks"]]
            wanted = _marked(_seen(file, self._pages(file, marks, author), author), marks)
        with closing(Draft(self._data)) as draft:
            if not draft.allows_notes:
                return {"refused": "forbidden"}
            draft.mark(marks, wanted.pages, author=author, date=str(question["date"]))
            copy, appended = self._sound_copy(draft, wanted, author)
            signed = draft.is_signed
        if not copy:
            return {"refused": "damage"}
        written = b64encode(copy[len(self._data) :] if appended else copy).decode("ascii")
        placeless = len({mark.id for mark in marks if mark.is_placeless})
        return {"written": written, "appended": appended, "signed": signed, "placeless": placeless}

    def close(self) -> None:
        """Nothing is open between questions."""

    def _pages(self, file: File, marks: Iterable[Mark], author: str) -> Iterable[int]:
        """The pages to be changed: those with marks, and in a copy of ours all, because former marks go."""
        return range(1, file.page_count + 1) if f"({author}".encode() in self._data else {mark.page for mark in marks}

    def _sound_copy(self, draft: Draft, wanted: _Seen, author: str) -> tuple[bytes, bool]:
        """The copy, and whether the file is still the beginning of it. Empty when every copy lost something."""
        for appended in (True, False):
            copy = draft.saved(appended=appended)
            if copy and (not appended or copy.startswith(self._data)) and _is_sound(copy, wanted, author):
                return copy, appended
        return b"", False


class _Seen(NamedTuple):
    """What is in a file: the number of its pages, and for some of them the text, the marks of ours, and those of others."""

    page_count: int
    pages: Mapping[int, tuple[str, int, int]]


def open(data: bytes) -> OpenPdf:
    """Take a PDF."""
    return OpenPdf(data)


def read(opened: OpenPdf, name: str, options: Options) -> Document:
    """What is marked here was read elsewhere. Raises ``Unreadable``."""
    raise Unreadable("This module marks PDF files; another one reads them.")


def _seen(file: File, numbers: Iterable[int], author: str) -> _Seen:
    pages = {}
    for number in numbers:
        page = file.page(number)
        ours = len(own_marks(page.handle, author))
        pages[number] = page.text, ours, pdfium.FPDFPage_GetAnnotCount(page.handle) - ours
    return _Seen(file.page_count, pages)


def _marked(seen: _Seen, marks: Iterable[Mark]) -> _Seen:
    """What will be in the file with these marks, and no others of ours."""
    ours = Counter(mark.page for mark in marks)
    return seen._replace(pages={number: (text, ours[number], others) for number, (text, _, others) in seen.pages.items()})


def _is_sound(copy: bytes, wanted: _Seen, author: str) -> bool:
    try:
        with closing(File(copy)) as file:
            return _seen(file, wanted.pages, author) == wanted
    except (Unreadable, LookupError):
        return False


def _mark(file: File, plain: Any) -> Mark:
    """A mark with its rectangles: over the words, or as a note at the note that holds them, or in a corner of the page."""
    page, colour = file.page(int(plain["page"])), plain["colour"]
    rectangles = line_rectangles(page, [Span(start, end) for start, end in plain.get("spans", ())])
    is_note = not rectangles
    if is_note:
        left, top, *_ = plain.get("box", _CORNER)
        rectangles = [shown(page.bounds(), page.quarter()).raw((left, top, left + _NOTE, top + _NOTE))]
    return Mark(
        page.number,
        tuple(rectangles),
        is_note,
        is_note and "box" not in plain,
        (int(colour[0]), int(colour[1]), int(colour[2])),
        str(plain["subject"]),
        str(plain["contents"]),
        str(plain["id"]),
    )
