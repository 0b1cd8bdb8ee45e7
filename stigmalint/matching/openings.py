"""Turn a fixed set of patterns into an index that names those which can match the words of a passage.

The surprise: a pattern is listed under the words of its scarcest element alone. What is named here is a superset of what matches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set


class Openings:
    """Patterns by the words of which any match holds one."""

    def __init__(self, patterns: Iterable[int], needed: Callable[[int], Sequence[Set[str]]]) -> None:
        """``needed`` gives sets of words of which a match holds one each; none for a pattern that may match anywhere."""
        self._anywhere: list[int] = []
        self._by_word: dict[str, list[int]] = {}
        for number in patterns:
            sets = needed(number)
            for word in min(sets, key=len, default=()):
                self._by_word.setdefault(word, []).append(number)
            if not sets:
                self._anywhere.append(number)

    def among(self, words: Set[str]) -> list[int]:
        """The patterns that can match where these words stand, in ascending order."""
        named = (number for word in words & self._by_word.keys() for number in self._by_word[word])
        return sorted({*self._anywhere, *named})
