"""Turn a plain text file into blocks: paragraphs between blank lines, list items and headings.

The surprise: plain text has no rules, only habits. A line counts as a heading or a list item only where a paragraph
could not read on; indentation is never code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stigmalint.document import Block, BlockBuilder, BlockKind, Document, LineLocator, Place, Span, Stream
from stigmalint.readers.addresses import mark_addresses
from stigmalint.readers.decode import decode
from stigmalint.readers.options import DEFAULT_OPTIONS, Options
from stigmalint.readers.remarks import HTML, remarks

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_RULE = re.compile(r"([=\-~*_#^+])(?:\s*\1){2,}\Z")
_BULLET = r"(?:[-*•‣⁃◦▪●○■□✓✔➢·](?=\s)|o(?=\t))"
_ITEM = re.compile(rf"(?:{_BULLET}|[–—](?=\s)|\(?(?:\d{{1,3}}|[a-z]|[ivx]{{1,5}})[.)](?=\s)|\([A-Z]\)(?=\s))\s+(?=\S)")
_FIRST_ITEM = re.compile(rf"{_BULLET}|1\.\s|\(?[1ai]\)\s|\(A\)\s")
"""What begins a list in the middle of a paragraph: a bullet or a first number, so that “over / 18. Then” reads on."""
_NUMBERED = re.compile(r"(?:section |article |part )?(?:(\d+(?:\.\d+)*)\.?|[IVX]+\.|[A-Z]\.)[:)]?\s+(?=\S)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:;,][\"'”’)\]]*\Z")
_LONGEST_HEADING = 80
_COVER = "\x1f"
"""Stands for a remark while lines are told apart; it counts as white space."""
_TAB = 8


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without the white space around it: ``start`` to ``end`` of the stream, ``indent`` columns from the left."""

    start: int
    end: int
    text: str
    indent: int
    breaks_page: bool


@dataclass(frozen=True, slots=True)
class _Item:
    """A list item that deeper lines may belong to."""

    indent: int
    text: str
    lead_in: str


def read(data: bytes, name: str, options: Options = DEFAULT_OPTIONS) -> Document:
    """The blocks of a text file. Raises ``Unreadable`` when the bytes are not text."""
    stream = Stream(name, decode(data))
    blocks, addressed = tuple(text_blocks(stream)), remarks(stream.text, HTML)
    return Document(name, "text", blocks, (stream,), LineLocator(stream.text), remarks=addressed)


def text_blocks(stream: Stream) -> list[Block]:
    """The blocks of a text; remarks addressed to stigmalint are none of its words."""
    reader = _Reader(stream, tuple(remark.span for remark in remarks(stream.text, HTML)))
    for lines in _paragraphs(_without(reader.left_out, stream.text)):
        reader.add(lines)
    return reader.blocks


def _without(remarks: tuple[Span, ...], text: str) -> str:
    """The text with remarks covered up, so that a line that holds nothing else parts no paragraph."""
    parts: list[str] = []
    at = 0
    for span in remarks:
        parts += text[at : span.start], _COVER * len(span)
        at = span.end
    return "".join((*parts, text[at:]))


def _lines(text: str) -> Iterator[_Line]:
    for found in _LINE.finditer(text):
        whole = found[1]
        bare = whole.strip()
        if not bare and _COVER in whole:
            continue
        before = whole[: whole.find(bare)] if bare else ""
        start = found.start() + len(before)
        yield _Line(start, start + len(bare), bare, len(before.expandtabs(_TAB)), "\f" in whole)


def _paragraphs(text: str) -> Iterator[list[_Line]]:
    """The lines between blank lines (the last line of a text is always blank).

    A line that is only a page break does not cut a sentence in two.
    """
    lines: list[_Line] = []
    for line in _lines(text):
        if line.text:
            lines.append(line)
        elif lines and not (line.breaks_page and not _SENTENCE_END.search(lines[-1].text)):
            yield lines
            lines = []


class _Reader:
    """Collects blocks, knowing the headings and the list items that stand above."""

    def __init__(self, stream: Stream, left_out: tuple[Span, ...] = ()) -> None:
        self.blocks: list[Block] = []
        self.left_out = left_out
        """Stretches of the stream that are not prose."""
        self._stream = stream
        self._last = len(stream.text.rstrip())
        self._path: list[tuple[int, str]] = []
        self._items: list[_Item] = []
        self._lead_in = ""

    def add(self, lines: list[_Line]) -> None:
        """Take the lines between two blank lines apart into items, headings and running text."""
        chunk: list[_Line] = []
        for line in lines:
            if _RULE.match(line.text):
                self._ruled_off(chunk, line)
                chunk = []
            elif chunk and (_ITEM if _ITEM.match(chunk[0].text) else _FIRST_ITEM).match(line.text):
                self._finish(chunk)
                chunk = [line]
            else:
                chunk.append(line)
        if len(lines) == 1 and chunk and (level := self._heading_level(chunk[0])):
            self._add_heading(level, chunk[0])
        else:
            self._finish(chunk)

    def _ruled_off(self, chunk: list[_Line], rule: _Line) -> None:
        """What stands above a line of dashes: a heading if it is one short line, else what it would be anyway."""
        if len(chunk) == 1 and _may_be_heading(chunk[0].text) and not _ITEM.match(chunk[0].text):
            self._add_heading(1 if rule.text[0] == "=" else 2, chunk[0])
        else:
            self._finish(chunk)
            self._items, self._lead_in = [], ""

    def _heading_level(self, line: _Line) -> int:
        """The level of a line that stands alone, 0 for no heading; something must follow it."""
        return 0 if line.end == self._last or self._in_item(line) else _heading_level(line.text)

    def _in_item(self, line: _Line) -> bool:
        return bool(self._items) and line.indent > self._items[0].indent

    def _finish(self, chunk: list[_Line]) -> None:
        if not chunk:
            return
        first, end = chunk[0], chunk[-1].end
        if marker := _ITEM.match(first.text):
            self._add_item(first.indent, first.start + marker.end(), end)
        elif self._in_item(first):
            self._leave_items(first.indent)
            self._add_block(BlockKind.LIST_ITEM, first.start, end, self._items[-1].lead_in)
        else:
            self._items = []
            self._lead_in = self._add_block(BlockKind.PARAGRAPH, first.start, end)

    def _add_item(self, indent: int, start: int, end: int) -> None:
        self._leave_items(indent)
        lead_in = self._items[-1].text if self._items else self._lead_in
        self._items.append(_Item(indent, self._add_block(BlockKind.LIST_ITEM, start, end, lead_in), lead_in))

    def _leave_items(self, indent: int) -> None:
        while self._items and self._items[-1].indent >= indent:
            self._items.pop()

    def _add_heading(self, level: int, line: _Line) -> None:
        while self._path and self._path[-1][0] >= level:
            self._path.pop()
        self._path.append((level, self._add_block(BlockKind.HEADING, line.start, line.end)))
        self._items, self._lead_in = [], ""

    def _add_block(self, kind: BlockKind, start: int, end: int, lead_in: str = "") -> str:
        builder = BlockBuilder((self._stream,))
        for span in self.left_out:
            if start <= span.start < end:
                builder.keep(0, start, span.start)
                start = span.end
        builder.keep(0, start, end)
        mark_addresses(builder)
        place = Place(heading=tuple(text for _, text in self._path), paragraph=len(self.blocks) + 1)
        block = builder.build(kind, place, lead_in=lead_in)
        if block is None:
            return ""
        self.blocks.append(block)
        return block.text


def _may_be_heading(line: str) -> bool:
    return len(line) <= _LONGEST_HEADING and not _SENTENCE_END.search(line)


def _heading_level(line: str) -> int:
    """2 or deeper for ``PURPOSE``, ``Who May Apply`` and ``2.1 Eligibility``, else 0."""
    number = _NUMBERED.match(line)
    name = line[number.end() :] if number else line
    depth = number[1].count(".") if number and number[1] else 0
    if not _may_be_heading(line) or not (_is_all_capitals(name) or (_is_title(name) and (depth or not _ITEM.match(line)))):
        return 0
    return 2 + depth


def _is_all_capitals(name: str) -> bool:
    return name.isupper() and sum(map(str.isalpha, name)) > 2


def _is_title(name: str) -> bool:
    """Whether the first word and every word of more than three letters begins with a capital: not “More of it”."""
    words = re.findall(r"[^\W\d_][\w’']*", name)
    capitals = [word for word in words if word[0].isupper()]
    long = [word for word in words if len(word) > 3]
    return bool(long) and words[0] in capitals and set(long) <= set(capitals) and len(capitals) >= min(2, len(words))
