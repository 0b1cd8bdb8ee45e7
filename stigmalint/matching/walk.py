"""Turn a wording and the words of a passage into the hits of the one in the other, step by step from wherever it can begin.

The surprise: it finds what spaCy's ``Matcher`` finds and takes a tenth of the time, for it looks only at words that can be a
first step. ``spacy_walk`` asks spaCy; ``--engine full`` does, and tests hold the two against each other.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from stigmalint.matching.match import Hit
from stigmalint.matching.steps import Shape, Step, Wording, Words
from stigmalint.packs.wording import GAP

NEGATIONS = frozenset({"not", "n't", "never", "no", "nor", "neither", "without", "cannot"})
"""Words that no gap may skip: “dose ... reduced” is not “the dose will not be reduced”."""


def walk(wording: Wording, words: Words) -> list[Hit]:
    """Every way in which the words take all steps of the wording, in the order of the text."""
    first = wording.steps[0].first
    starts = [at for at, word in enumerate(words) if word in first] if first else range(len(words))
    return [wording.hit(words, at, shape) for at in starts for shape in _shapes(wording.steps, 0, words, at) if any(shape)]


def _shapes(steps: Sequence[Step], number: int, words: Words, at: int) -> list[Shape]:
    """The ways to take the steps from this number on, beginning at a word."""
    lengths = _lengths(steps[number], words, at)
    if number + 1 == len(steps):
        return [(length,) for length in lengths]
    return [(length, *rest) for length in lengths for rest in _shapes(steps, number + 1, words, at + length)]


def _lengths(step: Step, words: Words, at: int) -> Sequence[int]:
    """How many words a step can take here."""
    if step.is_gap:
        return range(_gap(words[at : at + GAP]) + 1)
    left = len(words) - at
    return [length for length in step.lengths if length <= left and (not length or step.takes(words[at : at + length]))]


def _gap(words: Words) -> int:
    """How many of these words a gap may skip."""
    stops = (at for at, word in enumerate(words) if word in NEGATIONS or is_punctuation(word))
    return next(stops, len(words))


def is_punctuation(word: str) -> bool:
    """Whether a word is made of nothing but signs, as spaCy tells it."""
    return all(unicodedata.category(sign).startswith("P") for sign in word)
