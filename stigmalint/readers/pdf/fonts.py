"""Turn the name and flags of a font into the styles that matter to a reader.

The flags alone are not enough: most bold fonts carry none, and say it in their name only.
"""

from __future__ import annotations

import re
from functools import lru_cache

BOLD, ITALIC, RAISED = 1, 2, 4
"""Styles of a run of text; ``RAISED`` is the number or sign of a note, small above the line."""

_BOLD = re.compile(rb"bold|black|heavy|demi|[-,_]b[io]*\b", re.IGNORECASE)
_ITALIC = re.compile(rb"ital|obliq|slant|[-,_]b?i\b", re.IGNORECASE)
_ITALIC_FLAG, _FORCE_BOLD_FLAG = 1 << 6, 1 << 18


@lru_cache(maxsize=512)
def style_of(name: bytes, flags: int) -> int:
    """``BOLD`` and ``ITALIC`` as far as name and flags (PDF font descriptor) say so."""
    bold = BOLD if flags & _FORCE_BOLD_FLAG or _BOLD.search(name) else 0
    return bold | (ITALIC if flags & _ITALIC_FLAG or _ITALIC.search(name) else 0)
