"""Turn the blocks of a document into the sentences in which something can match, each with the patterns that can.

The surprise: in full mode that is every sentence and every pattern. It is the measure that all the rest is held against.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cached_property

from stigmalint.document import Block, BlockKind, Document, Span
from stigmalint.matching.fold import fold
from stigmalint.matching.prefilter import can_be_found, candidates, possible_parts, words_in_order, words_of
from stigmalint.matching.sentences import sentences
from stigmalint.packs.anchors import Words
from stigmalint.packs.vocabulary import Vocabulary


class Regions:
    """The sentences of a document that are worth a closer look."""

    def __init__(self, document: Document, vocabulary: Vocabulary, *, full: bool = False) -> None:
        self._document, self._vocabulary, self._full = document, vocabulary, full
        self._parts_in: dict[str, Set[int]] = {}

    def __iter__(self) -> Iterator[tuple[int, Span, Sequence[int]]]:
        """The number of each block, a sentence in it, and the patterns to look for there."""
        for number, block in enumerate(self._document.blocks):
            if block.kind is not BlockKind.CODE:
                for sentence, patterns in self._everything(block) if self._full else self._candidates(block):
                    yield number, sentence, patterns

    def _everything(self, block: Block) -> Iterator[tuple[Span, Sequence[int]]]:
        patterns = self._vocabulary.anchors.every_pattern()
        return ((sentence, patterns) for sentence in sentences(block.text))

    def _candidates(self, block: Block) -> Iterator[tuple[Span, Sequence[int]]]:
        """The sentences of a block that can hold a finding; what only keeps something from being one is looked for there too."""
        folded, above = fold(block.text), self._parts_above(block)
        among = self._promising(words_in_order(folded), above)
        for sentence in sentences(block.text) if among else ():
            patterns = self._promising(words_in_order(folded[sentence.start : sentence.end]), above, among)
            if patterns:
                yield sentence, patterns

    def _promising(self, in_order: Sequence[str], above: Set[int], among: Sequence[int] | None = None) -> Sequence[int]:
        """The patterns (``among`` those of its block) that can match in a text; none where no finding can come of them."""
        words = set(in_order)
        patterns = candidates(words, self._vocabulary.anchors, above, among)
        if not patterns:
            return ()
        text = Words(words, in_order, lambda: self._words)
        return patterns if can_be_found(patterns, text, self._vocabulary.anchors, above) else ()

    def _parts_above(self, block: Block) -> Set[int]:
        """The parts of rules that may stand in what introduces a block."""
        found = set[int]()
        for text in filter(None, (*_around(block), *block.place.heading[-1:])):
            if text not in self._parts_in:  # one text introduces many blocks
                self._parts_in[text] = possible_parts(fold(text), self._vocabulary)
            found |= self._parts_in[text]
        return found

    @cached_property
    def _words(self) -> Set[str]:
        """All words of the document, as far as any condition asks for them."""
        texts = (text for block in self._document.blocks for text in (block.text, *_around(block), *block.place.heading))
        return {word for text in set(texts) for word in words_of(fold(text))}


def _around(block: Block) -> tuple[str, ...]:
    return block.lead_in, block.column_head, block.row_head
