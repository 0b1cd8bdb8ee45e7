"""Turn the program that a file embedded in a document belongs to into what is said of that file: nothing, if it has no text."""

from __future__ import annotations

_NO_TEXT = tuple("equation mathtype pbrush paint.picture static msphotoed photoshop soundrec mplayer avifile".split())


def gap_of(program: str) -> str:
    """Why an embedded file was not read, for a person; empty for formulas, pictures and sounds."""
    if program.lower().startswith(_NO_TEXT):
        return ""
    return f"An embedded file ({program[:60] or 'of unknown kind'}) was not read: check it as a file of its own."
