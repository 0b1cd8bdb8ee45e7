"""Turn what a block or a stretch of one is to a reader into names.

The surprise: they stand apart from the document because a file that is clean is told from them alone, and they load quickly.
"""

from __future__ import annotations

from enum import StrEnum

AUTHOR = "stigmalint"
"""Who signs the remarks in a marked-up copy. Readers pass over these: they speak of the text and are no part of it."""


class BlockKind(StrEnum):
    """What a block is to a reader of the document."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list item"
    TABLE_CELL = "table cell"
    QUOTATION = "quotation"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    HEADER = "header"
    FOOTER = "footer"
    COMMENT = "comment"
    TEXT_BOX = "text box"
    ALT_TEXT = "alt text"
    CODE = "code"
    REFERENCE = "reference"


class MarkKind(StrEnum):
    """What is special about a stretch inside a block."""

    CODE = "code"
    ADDRESS = "address"
    MARKUP = "markup"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    LINK = "link"
    QUOTE = "quote"
    IGNORED = "ignored"
    """The author's wish that nothing here is reported: in Word a style of their own says so."""


OPAQUE = frozenset({MarkKind.CODE, MarkKind.ADDRESS, MarkKind.MARKUP})
"""Marks whose text is shown to a person but is not prose: it is never matched."""
