"""Turn the order of paragraphs and list items into the sentence that introduces each item.

The surprise: a list is not an element in Word. Where one ends, is taken up again, or stands inside another has to be
told from what comes between.
"""

from __future__ import annotations

from typing import NamedTuple

from stigmalint.readers.docx.numbering import Numbered

_MOST_OPEN = 20
_INTRODUCES = (":", "\u2014", "\u2013", "-")


class _Above(NamedTuple):
    """What may introduce the next item: an item, or (with no list) the paragraph before a list."""

    list: str
    level: int
    text: str


class Lists:
    """The lists that are open at one point of a body, cell, box or note."""

    def __init__(self) -> None:
        self._above: list[_Above] = []
        self._paragraph: str | None = ""

    def heading(self) -> None:
        """A heading ends every list."""
        self._above, self._paragraph = [], ""

    def paragraph(self, text: str) -> None:
        """A paragraph may introduce a list, or stand between two items of one."""
        self._paragraph = text

    def item(self, item: Numbered, text: str, *, counted: bool) -> str:
        """Take the next item; the text that introduces it. ``counted`` lists carry numbers and may go on after a paragraph."""
        known = any(above.list == item.list for above in self._above)
        if self._paragraph is not None and not (known and counted and not self._paragraph.endswith(_INTRODUCES)):
            self._leave(item.list)
            self._above.append(_Above("", -1, self._paragraph))
        elif known:
            while self._above[-1].list != item.list:
                self._above.pop()
        elif self._above and self._above[-1].list and not self._above[-1].text.endswith(_INTRODUCES):
            self._climb(item.level)
        if known and self._above[-1].list == item.list:
            self._climb(item.level)
        lead_in = self._above[-1].text if self._above else ""
        self._above = [*self._above[1 - _MOST_OPEN :], _Above(item.list, item.level, text)]
        self._paragraph = None
        return lead_in

    def _leave(self, list_id: str) -> None:
        """Drop a list that begins anew, and all that stands inside it."""
        for position, above in enumerate(self._above):
            if above.list == list_id:
                del self._above[position:]
                return

    def _climb(self, level: int) -> None:
        """Drop the items that are not above this level."""
        while self._above and self._above[-1].list and self._above[-1].level >= level:
            self._above.pop()
