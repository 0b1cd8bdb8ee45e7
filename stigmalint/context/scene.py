"""Turn a block of a document into what a reason needs to know about the surroundings of a match.

The surprise: everything is worked out when first asked for, because most matches are settled by the first reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TypeVar, cast

from stigmalint.context.marks import Quote, quotes
from stigmalint.context.word_counts import WordCounts
from stigmalint.document import Block, BlockKind, Document, Piece, Span
from stigmalint.matching.fold import fold
from stigmalint.matching.match import Hit
from stigmalint.matching.passage import Passage
from stigmalint.packs.vocabulary import Vocabulary
from stigmalint.packs.wording import Element

Result = TypeVar("Result")

Find = Callable[[Passage, tuple[tuple[Element, ...], ...]], Iterable[Hit]]
"""Where any of the word sequences of a condition stands in a passage."""

_SUBJECT_WORDS = 3
_SUBJECT_SHARE = 1 / 120
"""A document is about a class when this many of its words, and this share of them, belong to it."""


class Surroundings:
    """What reasons ask of a whole document."""

    def __init__(self, document: Document, vocabulary: Vocabulary, find: Find) -> None:
        self.document, self.vocabulary, self.find = document, vocabulary, find
        self._subjects: dict[str, bool] = {}
        self._scene: Scene | None = None

    def is_about(self, name: str) -> bool:
        """Whether the document as a whole is about a word class."""
        if name not in self._subjects:
            found = self._counts.members(self.vocabulary.classes[name])
            self._subjects[name] = found >= max(_SUBJECT_WORDS, self._length * _SUBJECT_SHARE)
        return self._subjects[name]

    @cached_property
    def _counts(self) -> WordCounts:
        return WordCounts(*(block.text for block in self.document.blocks))

    @cached_property
    def _length(self) -> int:
        """How many words the document has."""
        return sum(len(block.text.split()) for block in self.document.blocks)

    @cached_property
    def title(self) -> str:
        """The first heading of the document, folded: what all of it is about."""
        return next((fold(block.text) for block in self.document.blocks if block.kind is BlockKind.HEADING), "")

    def scene(self, block: Block) -> Scene:
        """The surroundings of one block, kept until another is asked for: what is worked out once serves all its sentences."""
        if self._scene is None or self._scene.block is not block:
            self._scene = Scene(self, block)
        return self._scene


class Scene:
    """What reasons ask of a block."""

    def __init__(self, surroundings: Surroundings, block: Block) -> None:
        self.around, self.block = surroundings, block
        self.vocabulary, self.find = surroundings.vocabulary, surroundings.find
        self._cues: dict[str, tuple[int, int]] = {}
        self._done: dict[Callable[[Scene], object], object] = {}

    @cached_property
    def folded(self) -> str:
        """The block's text, folded."""
        return fold(self.block.text)

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotations in the block."""
        return tuple(quotes(self.block.text))

    @cached_property
    def introduction(self) -> tuple[str, ...]:
        """What stands above the block and governs it: headings, list lead-in, heads of the table's column and row."""
        block = self.block
        return tuple(fold(text) for text in (*block.place.heading, block.lead_in, block.column_head, block.row_head) if text)

    @cached_property
    def leads(self) -> tuple[tuple[Block, bool], ...]:
        """What introduces the block, as blocks that can be cut into words, and whether it is only a heading."""
        return tuple((words_block(text), is_heading) for text, is_heading in leads(self.block))

    def once(self, work: Callable[[Scene], Result]) -> Result:
        """What ``work`` finds in this block, worked out when first asked for: a reason keeps here what serves every match."""
        if work not in self._done:
            self._done[work] = work(self)
        return cast(Result, self._done[work])

    def has_cue(self, name: str, outside: Span) -> bool:
        """Whether the block (outside the match), what governs the block, or the document shows the subject of a class."""
        members = self.vocabulary.classes[name]
        if name not in self._cues:
            self._cues[name] = self._counts.members(members), WordCounts(*self.introduction).members(members)
        here, above = self._cues[name]
        inside = WordCounts(self.block.text[outside.start : outside.end]).members(members) if here else 0
        return here > inside or above > 0 or self.around.is_about(name)

    @cached_property
    def _counts(self) -> WordCounts:
        return WordCounts(self.block.text)


def leads(block: Block) -> list[tuple[str, bool]]:
    """The texts that introduce a block, and whether each is only a heading."""
    close = [text for text in (block.lead_in, block.column_head, block.row_head) if text and text != block.text]
    return [*((text, False) for text in close), *((text, True) for text in block.place.heading[-1:])]


def words_block(text: str) -> Block:
    """A text that introduces a block, as a block of its own."""
    return Block(text, BlockKind.PARAGRAPH, (Piece(Span(0, len(text)), 0, Span(0, len(text)), verbatim=True),))
