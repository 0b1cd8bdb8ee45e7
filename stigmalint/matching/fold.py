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


def plain_signs(text: str) -> str:
    """The text with straight quotes, plain hyphens and ordinary spaces; capitals stay."""
    if text.isascii():
        return text.replace("`", "'")
    for sign, plain in _SAME_LENGTH.items():  # one by one, because most texts hold one or two and a table is slow
        if sign in text:
            text = text.replace(sign, plain)
    return text


def fold(text: str) -> str:
    """The text as it is matched: plain signs and small letters."""
    return plain_signs(text).lower()
