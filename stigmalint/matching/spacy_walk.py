"""Turn a wording and the words of a passage into hits by asking spaCy's ``Matcher``, which is slow and not ours.

The surprise: a wording becomes one token pattern for each length that its steps can take, so that every word of a match is known
to its step.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

import spacy
from spacy.matcher import Matcher
from spacy.tokens import Doc

from stigmalint.matching.match import Hit
from stigmalint.matching.steps import Shape, Step, Wording, Words
from stigmalint.matching.walk import NEGATIONS


class SpacyWalk:
    """Does what ``walk`` does. It keeps what it gave to spaCy."""

    def __init__(self) -> None:
        self._vocab = spacy.blank("en").vocab
        self._matchers: dict[int, tuple[Wording, Matcher, dict[int, Shape]]] = {}

    def __call__(self, wording: Wording, words: Words) -> list[Hit]:
        """Every way in which the words take all steps of the wording, in the order of the text."""
        if id(wording) not in self._matchers:
            self._matchers[id(wording)] = (wording, *self._matcher(wording))
        _, matcher, shapes = self._matchers[id(wording)]
        found = sorted((first, shapes[key]) for key, first, _ in matcher(Doc(self._vocab, words=list(words))))
        return [wording.hit(words, first, shape) for first, shape in found if _is_taken(wording, words, first, shape)]

    def _matcher(self, wording: Wording) -> tuple[Matcher, dict[int, Shape]]:
        matcher, shapes = Matcher(self._vocab), {}
        for shape in itertools.product(*(step.lengths for step in wording.steps)):
            tokens = [token for step, length in zip(wording.steps, shape, strict=True) for token in _tokens(step, length)]
            if tokens:
                key = " ".join(map(str, shape))
                matcher.add(key, [tokens])
                shapes[self._vocab.strings[key]] = shape
        return matcher, shapes


def _tokens(step: Step, length: int) -> Iterator[dict[str, Any]]:
    """What spaCy is to look for where a step takes so many words."""
    for at in range(length):
        choice = sorted({words[at] for words in step.forms if len(words) == length})
        if step.is_gap:
            yield {"IS_PUNCT": False, "LOWER": {"NOT_IN": sorted(NEGATIONS)}}
        elif step.figures and length == 1:
            yield {"TEXT": {"REGEX": rf"^({'|'.join(map(re.escape, choice))}|\d[\d,.]*)$"}}
        else:
            yield {"LOWER": {"IN": choice}}


def _is_taken(wording: Wording, words: Words, first: int, shape: Shape) -> bool:
    """Whether each step stands for its words, which may only look like a form (“crack drug”: “crack cocaine”, “street drug”)."""
    at = first
    for step, length in zip(wording.steps, shape, strict=True):
        if length and not step.is_gap and not step.takes(words[at : at + length]):
            return False
        at += length
    return True
