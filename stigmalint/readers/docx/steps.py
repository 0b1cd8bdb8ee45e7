"""Turn what a walk over a part meets into five kinds of step.

The surprise: a step holds the element itself, and in a part that is being read the element is complete only at its
``Closed`` step and gone after it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, TypeAlias

from stigmalint.readers.docx.names import Element


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
