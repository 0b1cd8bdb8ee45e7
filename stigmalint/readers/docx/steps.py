"""Turn what a walk over a part meets into five kinds of step.

The surprise: a step holds the element itself, and in a part that is being read the element is complete only at its
``Closed`` step and gone after it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, TypeAlias

from stigmalint.readers.office.names import Element


class What(StrEnum):
    """What begins and ends."""

    PARAGRAPH = "paragraph"
    TABLE = "table"
    ROW = "row"
    CELL = "cell"
    BOX = "box"
    NOTE = "note"
    ALT_TEXT = "alt text"
    RUBY = "ruby"


WHATS = {
    "w:tbl": What.TABLE,
    "w:tr": What.ROW,
    "w:tc": What.CELL,
    "w:txbxContent": What.BOX,
    "a:txBody": What.BOX,
    "w:footnote": What.NOTE,
    "w:endnote": What.NOTE,
    "w:comment": What.NOTE,
    "w:rt": What.RUBY,
}
"""The elements that are something as a whole; a paragraph needs a closer look."""
SIGNS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "a:br": "\n",
    "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
}
"""The elements that stand for one character."""
ALT_TEXTS = {
    "wp:docPr": ("title", "descr"),
    **dict.fromkeys(("v:shape", "v:rect", "v:roundrect", "v:oval", "v:line", "v:group"), ("alt",)),
    "w:tblCaption": ("w:val",),
    "w:tblDescription": ("w:val",),
}
"""The attributes that hold the text shown instead of a picture or a table."""


class Opened(NamedTuple):
    """The start of something; its element may still be without content."""

    what: What
    element: Element


class Closed(NamedTuple):
    """The end of something."""

    what: What
    element: Element


class Text(NamedTuple):
    """A stretch of text and the one element it stands in.

    ``holds`` says how: ``"text"``, the characters are the element's own content (``w:t``, ``a:t``, ``m:t``, ``c:v``);
    ``"sign"``, the whole element stands for one character (``w:tab``, ``w:br``, ``w:noBreakHyphen``, ``w:sym``); else it is the
    short name of the attribute whose value the text is (``descr``).
    """

    element: Element
    text: str
    offset: int
    """Where the text begins in the stream of the part."""
    holds: str
    linked: bool
    """Whether it is the text of a link."""


class Mention(NamedTuple):
    """A reference to a note, comment, header or footer; ``kept`` is false inside deleted text."""

    element: Element
    kept: bool


class Unread(NamedTuple):
    """Something that holds text the walk cannot reach: another document put inside this one."""

    element: Element


Step: TypeAlias = Opened | Closed | Text | Mention | Unread
Steps: TypeAlias = tuple[Step, ...]
