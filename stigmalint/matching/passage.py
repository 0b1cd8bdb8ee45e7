"""Turn one sentence of a block into words with their places.

The surprise: each different stretch between spaces is cut once, for a tokenizer cuts there first and looks no further. Hyphens
inside words are left out, so “drug-abusing” is two words like “drug abusing”; and a stretch of more than ``LONGEST_RUN``
characters is cut at every sign instead, because tokenising is quadratic in its length.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from stigmalint.document import Block, Span
from stigmalint.matching.fold import fold, plain_signs

LONGEST_RUN = 200

_RUN = re.compile(r"\S+")
_PART = re.compile("[^-]+")
_WORD_OR_SIGN = re.compile(r"[^\W_]+|[\W_]")
_MOST_KNOWN = 50_000
"""So many different stretches are remembered; a book has fewer."""

_Cut = tuple[tuple[str, int, int], ...]
"""The words of a stretch, each with its start and end in it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence: ``words`` in small letters (signs included, hyphens not), each with its start and end in the block."""

    block: Block
    span: Span
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @property
    def text(self) -> str:
        """The sentence as it stands in the block."""
        return self.block.text[self.span.start : self.span.end]

    def span_of(self, first: int, last: int) -> Span:
        """The span in the block of the words ``first`` (included) to ``last`` (excluded)."""
        return Span(self.starts[first], self.ends[last - 1])


class Cutter:
    """Cuts texts and wordings into words; ``tokens`` gives those of a stretch without white space."""

    def __init__(self, tokens: Callable[[str], Sequence[str]]) -> None:
        self._tokens = tokens
        self._known: dict[str, _Cut] = {}

    def passage(self, block: Block, span: Span) -> Passage:
        """The words of one sentence."""
        words, starts, ends = [], [], []
        for run in _RUN.finditer(plain_signs(block.text[span.start : span.end])):
            offset = span.start + run.start()
            for word, start, end in self._cut(run.group()):
                words.append(word)
                starts.append(offset + start)
                ends.append(offset + end)
        return Passage(block, span, tuple(words), tuple(starts), tuple(ends))

    def words(self, text: str) -> tuple[str, ...]:
        """The words of a wording, cut as those of a text are."""
        return tuple(word for run in plain_signs(text).split() for word, _, _ in self._cut(run))

    def _cut(self, run: str) -> _Cut:
        """The words of a stretch without white space."""
        cut = self._known.get(run)
        if cut is None:
            cut = tuple(self._words(run))
            if len(run) <= LONGEST_RUN:
                self._keep(run, cut)
        return cut

    def _keep(self, run: str, cut: _Cut) -> None:
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        self._known[run] = cut

    def _words(self, run: str) -> Iterator[tuple[str, int, int]]:
        at = 0
        for token in self._tokens(run) if len(run) <= LONGEST_RUN else _WORD_OR_SIGN.findall(run):
            for part in _PART.finditer(token):  # a dash that stands alone between spaces is no part of a word
                yield fold(part.group()), at + part.start(), at + part.end()
            at += len(token)
