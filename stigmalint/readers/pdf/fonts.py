"""Turn the name and flags of a font into the styles that matter to a reader.

The flags alone are not enough: most bold fonts carry none, and say it in their name only. Some do not even that; so a
style also tells fonts apart, and a heading is known by standing in another font than the text.
"""

from __future__ import annotations

import re

BOLD, ITALIC, RAISED = 1, 2, 4
"""Bits of a style; ``RAISED`` is the number or sign of a note, small above the line."""
FONT = 8
"""From this bit on a style is the number of its font, from 1; 0 when fonts are mixed."""

_BOLD = re.compile(rb"bold|black|heavy|demi|[-,_]b[io]*\b", re.IGNORECASE)
_ITALIC = re.compile(rb"ital|obliq|slant|[-,_]b?i\b", re.IGNORECASE)
_ITALIC_FLAG, _FORCE_BOLD_FLAG = 1 << 6, 1 << 18


class Fonts:
    """The fonts of one file, numbered as they are met."""

    def __init__(self) -> None:
        self._styles: dict[tuple[bytes, int], int] = {}

    def style(self, name: bytes, flags: int) -> int:
        """``BOLD`` and ``ITALIC`` as far as name and flags (of the PDF font descriptor) say so, and the font's number."""
        style = self._styles.get((name, flags))
        if style is None:
            bold = BOLD if flags & _FORCE_BOLD_FLAG or _BOLD.search(name) else 0
            italic = ITALIC if flags & _ITALIC_FLAG or _ITALIC.search(name) else 0
            style = self._styles[name, flags] = bold | italic | FONT * (len(self._styles) + 1)
        return style
