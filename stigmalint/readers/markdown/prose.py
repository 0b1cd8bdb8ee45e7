"""Turn the inline content of one Markdown or HTML block into text, marks and pieces.

The surprise: touching stretches of source are gathered and copied at once. A wrapped paragraph without markup is one
copy, and so is a megabyte of brackets, which the parser hands over one by one.
"""

from __future__ import annotations

import re

from stigmalint.document import Block, BlockBuilder, BlockKind, MarkKind, Place
from stigmalint.readers.addresses import mark_addresses
from stigmalint.readers.markdown.source import Source

_MARKS = {
    "Emphasis": MarkKind.EMPHASIS,
    "em": MarkKind.EMPHASIS,
    "i": MarkKind.EMPHASIS,
    "Strong": MarkKind.STRONG,
    "strong": MarkKind.STRONG,
    "b": MarkKind.STRONG,
    "Link": MarkKind.LINK,
    "a": MarkKind.LINK,
    "Autolink": MarkKind.ADDRESS,
    "q": MarkKind.QUOTE,
    "code": MarkKind.CODE,
    "kbd": MarkKind.CODE,
    "samp": MarkKind.CODE,
    "tt": MarkKind.CODE,
    "var": MarkKind.CODE,
}
_UNSEEN = frozenset({"Strikethrough", "del", "s", "strike", "script", "style", "template", "textarea", "pre", "svg", "math"})
"""Elements whose text was deleted or is not prose."""
_KEEPS_ITS_WIDTH = "\u00a0\u202f\u2007"
_VANISHES = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]+")


class Prose:
    """One block in the making. All offsets are characters of the source."""

    def __init__(self, source: Source, *, hidden: bool = False) -> None:
        self._source = source
        self._covered = source.covered
        self._builder = BlockBuilder((source.stream,))
        self._start = self._end = -1
        self._open: dict[str, list[int]] = {}
        self._hidden = int(hidden)

    @property
    def hidden(self) -> bool:
        """Whether what comes next is inside deleted text or the like."""
        return self._hidden > 0

    def text(self, start: int, end: int, shown: str | None) -> None:
        """Add ``start`` to ``end`` of the source, which the parser shows as ``shown`` (``None``: as it is)."""
        if shown is None or self._covered[start:end] == shown:
            self.copy(start, end)
        else:
            self.stand_in(start, end, _folded(shown))

    def copy(self, start: int, end: int) -> None:
        """Add ``start`` to ``end`` of the source as it is, and the white space since the last copy as a space."""
        if self._hidden:
            return
        if start == self._end or (self._end >= 0 and self._source.stream.text[self._end : start].isspace()):
            self._end = end
        else:
            self._flush()
            self._start, self._end = start, end

    def stand_in(self, start: int, end: int, shown: str) -> None:
        """Add ``shown`` for ``start`` to ``end``: an entity, an escape, a tag that separates words."""
        if not self._hidden:
            self._flush()
            self._builder.replace(0, start, end, shown)

    def code(self, start: int, end: int, shown: str) -> None:
        """Add a code span, given with its backticks."""
        self.open("code")
        ticks = _leading_ticks(self._covered[start:end])
        for inset in (ticks, ticks + 1):
            if self._covered[start + inset : end - inset] == shown:
                self.copy(start + inset, end - inset)
                break
        else:
            self.stand_in(start, end, " ".join(shown.split()))
        self.close("code")

    def open(self, name: str) -> None:
        """Begin an element; what it does to its text is decided by its name."""
        self._flush()
        self._open.setdefault(name, []).append(len(self._builder))
        self._hidden += name in _UNSEEN

    def close(self, name: str) -> None:
        """End the element of that name that began last; one that never began is passed over."""
        if not self._open.get(name):
            return
        self._flush()
        start = self._open[name].pop()
        self._hidden -= name in _UNSEEN
        if kind := _MARKS.get(name):
            self._builder.add_mark(kind, start, len(self._builder))

    def build(self, kind: BlockKind, place: Place, lead_in: str, column_head: str, row_head: str) -> Block | None:
        """The block, or ``None`` when it holds no text, or nothing but template tags."""
        self._flush()
        mark_addresses(self._builder)
        block = self._builder.build(kind, place, lead_in=lead_in, column_head=column_head, row_head=row_head)
        return None if block is None or (self._source.tags and _is_only_markup(block)) else block

    def _flush(self) -> None:
        start, end = self._start, self._end
        if start == end:
            return
        self._start = end
        for tag in self._source.tags_within(start, end) if self._source.tags else ():
            self._builder.keep(0, start, tag.start)
            with self._builder.mark(MarkKind.MARKUP):
                self._builder.keep(0, tag.start, tag.end)
            start = tag.end
        self._builder.keep(0, start, end)


def _folded(shown: str) -> str:
    """An entity's characters as a block holds them: white space is a space, what has no width is nothing."""
    shown = _VANISHES.sub("", shown)
    return " " if shown.isspace() and shown not in _KEEPS_ITS_WIDTH else shown


def _leading_ticks(code: str) -> int:
    return len(code) - len(code.lstrip("`"))


def _is_only_markup(block: Block) -> bool:
    return sum(len(mark.span) for mark in block.marks if mark.kind is MarkKind.MARKUP) == len(block.text)
