"""Turn the paragraphs of a part into blocks, each over the stretch of one stream that holds their text.

The surprise: a stream is known only when the whole part has been read, so paragraphs wait until then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from stigmalint.document import Block, BlockBuilder, BlockKind, MarkKind, Place, Stream
from stigmalint.readers.addresses import mark_addresses

Run: TypeAlias = tuple[str, MarkKind | None]
"""Text and what is special about it."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    runs: Sequence[Run]
    start: int
    kind: BlockKind
    place: Place
    heads: dict[str, str]


@dataclass(slots=True)
class Writer:
    """Collects the paragraphs of a part, which is called ``name`` as a stream."""

    name: str
    _paragraphs: list[_Paragraph] = field(default_factory=list)
    _texts: list[str] = field(default_factory=list)
    _length: int = 0

    def add(self, runs: Iterable[Run], kind: BlockKind, place: Place, **heads: str) -> str:
        """Put down a paragraph, if it has text, and return that text as it is shown.

        ``heads`` are ``lead_in``, ``column_head`` and ``row_head`` of a block.
        """
        kept = [run for run in runs if run[0]]
        text = "".join(part for part, _ in kept)
        if not text.strip():
            return ""
        self._paragraphs.append(_Paragraph(kept, self._length, kind, place, heads))
        self._texts.append(text)
        self._length += len(text)
        return " ".join(text.split())

    def finish(self, streams: list[Stream]) -> Iterator[Block]:
        """Add the stream of this part to ``streams``, and make the blocks."""
        number = len(streams)
        streams.append(Stream(self.name, "".join(self._texts)))
        for paragraph in self._paragraphs:
            block = _built(paragraph, streams, number)
            if block:
                yield block


def _built(paragraph: _Paragraph, streams: Sequence[Stream], number: int) -> Block | None:
    builder, at = BlockBuilder(streams), paragraph.start
    for text, mark in paragraph.runs:
        begin = len(builder)
        builder.keep(number, at, at + len(text))
        if mark:
            builder.add_mark(mark, begin, len(builder))
        at += len(text)
    mark_addresses(builder)
    return builder.build(paragraph.kind, paragraph.place, **paragraph.heads)
