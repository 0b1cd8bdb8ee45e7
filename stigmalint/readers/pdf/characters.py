"""Turn PDFium's characters of a page into a string whose offsets lead back to them.

The surprise: PDFium's own string is not always its list of characters. It leaves some out, and it writes the same
U+FFFE for a hyphen that breaks a word at a line end and for a letter that no font explains; so both are compared first.
"""

from __future__ import annotations

import ctypes
import re
from bisect import bisect_left
from typing import Any, NamedTuple

from stigmalint.readers.pdf.pdfium import pdfium

BROKEN = "\ufffe"
"""Stands where a hyphen breaks a word at a line end; the break itself is not a character."""
UNKNOWN = "\ufffd"
"""Stands for a character that the file does not explain."""

_HYPHEN = 2
_LAST_CODE = 0x10FFFF
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


class Characters(NamedTuple):
    """The text of a page, and the offsets in it of the characters that PDFium counts as two."""

    text: str
    double: tuple[int, ...] = ()

    def index_of(self, offset: int) -> int:
        """PDFium's number of the character at ``offset``."""
        return offset + bisect_left(self.double, offset) if self.double else offset


def page_characters(textpage: Any) -> Characters:
    """The characters of a text page, in PDFium's order."""
    count = pdfium.FPDFText_CountChars(textpage)
    if count <= 0:
        return Characters("")
    text = _at_once(textpage, count)
    if text is None:
        text = "".join(map(_character, (pdfium.FPDFText_GetUnicode(textpage, index) for index in range(count))))
    elif BROKEN in text:
        text = re.sub(BROKEN, lambda found: _character(pdfium.FPDFText_GetUnicode(textpage, found.start())), text)
    return _joined(text)


def _at_once(textpage: Any, count: int) -> str | None:
    """PDFium's string, when it is character for character the list behind it."""
    if pdfium.FPDFText_GetTextIndexFromCharIndex(textpage, count - 1) != count - 1:
        return None
    buffer = (ctypes.c_ushort * (count + 2))()
    if pdfium.FPDFText_GetText(textpage, 0, count, buffer) != count + 1:
        return None
    text = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
    return text if len(text) == count and "\x00" not in text else None


def _character(code: int) -> str:
    if code == _HYPHEN:
        return BROKEN
    return chr(code) if 0 < code <= _LAST_CODE and code != ord(BROKEN) else UNKNOWN


def _joined(text: str) -> Characters:
    """The text with pairs of surrogates as one character, and without what is no text at all."""
    pairs = [found.start() for found in _PAIR.finditer(text)]
    if pairs:
        text = _PAIR.sub(lambda found: found.group().encode("utf-16", "surrogatepass").decode("utf-16"), text)
    if _NOT_TEXT.search(text):
        text = _NOT_TEXT.sub(UNKNOWN, text)
    return Characters(text, tuple(place - earlier for earlier, place in enumerate(pairs)))
