"""Turn one sentence of a block into words with their places, cut by spaCy's tokenizer.

The surprise: hyphens inside words are left out, so “drug-abusing” is two words like “drug abusing”; and a run of more
than ``LONGEST_RUN`` characters without a space is broken before tokenising, because the tokenizer is quadratic in its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stigmalint.document import Block, Span
from stigmalint.matching.fold import fold, plain_signs

if TYPE_CHECKING:
    from spacy.language import Language

LONGEST_RUN = 200

_RUN = re.compile(rf"\S{{{LONGEST_RUN + 1},}}")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence made ready: ``words`` in small letters (signs included, hyphens not), each with its span in the block."""

    block: Block
    span: Span
    words: tuple[str, ...]
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The sentence as it stands in the block."""
        return self.block.text[self.span.start : self.span.end]

    def span_of(self, first: int, last: int) -> Span:
        """The span in the block of the words ``first`` (included) to ``last`` (excluded)."""
        return Span(self.spans[first].start, self.spans[last - 1].end)


def read_passage(block: Block, span: Span, language: Language) -> Passage:
    """The words of one sentence."""
    words, spans = [], []
    for text, start in _tokens(plain_signs(block.text[span.start : span.end]), language):
        for piece, offset in _without_hyphens(text, start):
            words.append(fold(piece))
            spans.append(Span(span.start + offset, span.start + offset + len(piece)))
    return Passage(block, span, tuple(words), tuple(spans))


def plain_words(text: str, language: Language) -> tuple[str, ...]:
    """The words of a wording, cut as those of a text are."""
    plain = text.split()
    if " ".join(plain) == text and not any(_may_be_cut(word, language) for word in plain):
        return tuple(map(str.lower, plain))
    return tuple(
        fold(piece) for token, start in _tokens(plain_signs(text), language) for piece, _ in _without_hyphens(token, start)
    )


def _may_be_cut(word: str, language: Language) -> bool:
    """Whether spaCy has to be asked: only its own list of exceptions (“cannot”) cuts a word of nothing but ASCII letters."""
    return not (word.isalpha() and word.isascii()) or len(word) > LONGEST_RUN or word in language.Defaults.tokenizer_exceptions


def _tokens(text: str, language: Language) -> Iterator[tuple[str, int]]:
    """The tokens of ``text`` with their offsets, however long its unbroken runs."""
    for stretch, start in _stretches(text):
        for token in language.tokenizer(stretch):
            if not token.is_space:
                yield token.text, start + token.idx


def _stretches(text: str) -> Iterator[tuple[str, int]]:
    at = 0
    for run in _RUN.finditer(text):
        yield text[at : run.start()], at
        for start in range(run.start(), run.end(), LONGEST_RUN):
            yield text[start : min(start + LONGEST_RUN, run.end())], start
        at = run.end()
    yield text[at:], at


def _without_hyphens(token: str, start: int) -> Iterator[tuple[str, int]]:
    """The parts of a token between its hyphens; a dash that stands alone between spaces is no part of a word."""
    for part in re.finditer(r"[^-]+", token):
        yield part.group(), start + part.start()
