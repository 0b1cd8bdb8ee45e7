"""Turn text into the small letters and plain signs that are matched, character for character.

The surprise: the length never changes, so an offset in folded text is an offset in the text.
"""

from __future__ import annotations

_SAME_LENGTH = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u2032\u00b4`", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
    **dict.fromkeys("\u2010\u2011\u00ad", "-"),
    **dict.fromkeys("\u00a0\u202f\u2007\u2009\u2002\u2003", " "),
    "\u0130": "i",  # the only letter whose small form is longer
    "\u212a": "k",  # the Kelvin sign would become an ASCII k
}
_TABLE = str.maketrans(_SAME_LENGTH)


def plain_signs(text: str) -> str:
    """The text with straight quotes, plain hyphens and ordinary spaces; capitals stay."""
    return text.translate(_TABLE)


def fold(text: str) -> str:
    """The text as it is matched: plain signs and small letters."""
    return text.translate(_TABLE).lower()
