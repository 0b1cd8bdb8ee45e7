"""Turn a stretch of text into its length as other programs count it: in UTF-16 code units or in UTF-8 bytes.

The surprise: the text is looked through once, for the characters that take more than one unit; every stretch after that
costs two look-ups, however long its line is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from enum import StrEnum


class Unit(StrEnum):
    """What a format counts columns in."""

    CHARACTERS = "characters"
    """Unicode code points, as everywhere inside stigmalint."""
    UTF16 = "utf-16"
    """As JavaScript, Java and .NET count: two for each character beyond U+FFFF."""
    UTF8 = "utf-8"
    """Bytes of the text in UTF-8."""


_BEYOND_ONE_BYTE = ("[^\x00-\x7f]", "[^\x00-\u07ff]", "[\U00010000-\U0010ffff]")
"""The characters that take two bytes of UTF-8 or more, three or more, and four."""
_BEYOND_ONE_UNIT = ("[\U00010000-\U0010ffff]",)
"""The characters that take two code units of UTF-16."""


class Ruler:
    """Measures stretches of one text; half of a surrogate pair counts as a character of its own."""

    def __init__(self, text: str) -> None:
        self._beyond_byte = _offsets(text, _BEYOND_ONE_BYTE)
        self._beyond_unit = _offsets(text, _BEYOND_ONE_UNIT)

    def utf16(self, start: int, end: int) -> int:
        """How many code units the characters ``start`` to ``end`` take in UTF-16."""
        return end - start + _within(start, end, self._beyond_unit)

    def utf8(self, start: int, end: int) -> int:
        """How many bytes the characters ``start`` to ``end`` take in UTF-8."""
        return end - start + _within(start, end, self._beyond_byte)


def _offsets(text: str, patterns: tuple[str, ...]) -> tuple[list[int], ...]:
    return () if text.isascii() else tuple([found.start() for found in re.finditer(each, text)] for each in patterns)


def _within(start: int, end: int, offsets: tuple[list[int], ...]) -> int:
    return sum(bisect_left(each, end) - bisect_left(each, start) for each in offsets)
