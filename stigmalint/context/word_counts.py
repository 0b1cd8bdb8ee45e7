"""Turn a text into its words, counted, so that it can be asked how often members of a class stand in it.

The surprise: several texts are counted together as if they were apart. A member of more than one word never reaches from one into
the next.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain

from stigmalint.matching.fold import fold
from stigmalint.packs.compiled import ClassWords


class WordCounts:
    """The words of texts."""

    def __init__(self, *texts: str) -> None:
        words = [[word.strip(".,;:!?()[]\"'") for word in fold(text).replace("-", " ").split()] for text in texts]
        self._words = Counter(chain.from_iterable(words))
        self._padded = "\n".join(f" {' '.join(each)} " for each in words)

    def members(self, members: ClassWords) -> int:
        """How often members of a class stand in the texts."""
        single = sum(self._words[word] for word in self._words.keys() & members.spelling.keys())
        return single + sum(self._padded.count(f" {phrase} ") for first, phrase in members.phrases if first in self._words)
