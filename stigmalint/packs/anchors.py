"""Turn the words of a text into the patterns that can match in it, before anything else of the wordlists is read.

The surprise: all is kept as one text of a few long lines, because that is read in a millisecond; a number is only made of a
stretch of it when a text holds the word that asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence, Set
from functools import cached_property
from itertools import pairwise

TYPE_CHECKING = False  # ``typing`` is slow to load
if TYPE_CHECKING:
    from stigmalint.packs.index import Index


class Words:
    """The words of a stretch of text: all of them, in their order (``None`` where it is not known), and those of its document."""

    def __init__(self, words: Set[str], in_order: Sequence[str] | None, around: Callable[[], Set[str]]) -> None:
        self.words, self.in_order, self.around = words, in_order, around

    @cached_property
    def pairs(self) -> Set[tuple[str, str]]:
        """Words that stand side by side."""
        return set(pairwise(self.in_order or ()))


class Anchors:
    """Answers which patterns can match. Patterns, terms and parts of rules are known by their numbers."""

    def __init__(self, text: str, dropped: Set[int] = frozenset()) -> None:
        self.text = text
        self.dropped = dropped
        words, numbers, needs, owners, strict, sets, rules, self._index = text.split("\n")
        self._patterns = dict(zip(words.split(" "), numbers.split(" "), strict=True))
        self._needs, self._owners, self._strict = needs.split(" "), owners.split(" "), strict.split(" ")
        self._sets, self._rules = sets.split(" "), rules
        self._numbers_of: dict[str, tuple[int, ...]] = {}
        self._needs_of: dict[int, tuple[frozenset[str], ...]] = {}
        self._phrases: dict[str, tuple[tuple[str, ...], ...]] = {}
        self._set: dict[str, frozenset[str]] = {"": frozenset()}

    def without(self, dropped: Set[int]) -> Anchors:
        """The same without the terms of these numbers."""
        return Anchors(self.text, dropped)

    @cached_property
    def index(self) -> Index:
        """The names that settings may use."""
        import json  # noqa: PLC0415  only a house with a style of its own needs it

        from stigmalint.packs.index import Entry, Index  # noqa: PLC0415

        terms, packs, publishers = json.loads(self._index)
        return Index([Entry(*entry) for entry in terms], packs, publishers)

    @property
    def words(self) -> Collection[str]:
        """The words of which a text must hold one for anything to match."""
        return self._patterns.keys()

    def candidates(self, words: Set[str]) -> list[int]:
        """The patterns that can match a text made of ``words`` (small letters); a superset of those that do."""
        found = {number for word in words & self._patterns.keys() for number in self._numbers(word)}
        return sorted(number for number in found if all(not words.isdisjoint(need) for need in self.needs(number)))

    def every_pattern(self) -> list[int]:
        """All patterns of terms that count, and of parts."""
        return [number for number in range(len(self._owners)) if self._counts(number)]

    def needs(self, pattern: int) -> tuple[frozenset[str], ...]:
        """Sets of words of which any match contains one of each."""
        if pattern not in self._needs_of:
            self._needs_of[pattern] = tuple(map(self._words_in, self._needs[pattern].split(",")))
        return self._needs_of[pattern]

    def can_be_found(self, pattern: int, text: Words) -> bool:
        """Whether a candidate can lead to a finding, as far as the words say. It may still keep another from being one."""
        pairs, phrases, near, cues = self._strict[pattern].split(":")
        if near and not all(not text.words.isdisjoint(self._words_in(need)) for need in near.split(",")):
            return False
        if phrases and not all(self._holds(each, text.words) for each in phrases.split(",")):
            return False
        if pairs and text.in_order is not None and not all(self._stands(pair, text.pairs) for pair in pairs.split(",")):
            return False
        return not cues or not text.around().isdisjoint(self._words_in(cues))

    def _holds(self, phrases: str, words: Set[str]) -> bool:
        """Whether all words of one of the phrases are there."""
        return any(all(word in words for word in phrase) for phrase in self._phrases_in(phrases))

    def _stands(self, pair: str, pairs: Set[tuple[str, str]]) -> bool:
        one, other = map(self._words_in, pair.split("+"))
        return any(first in one and second in other for first, second in pairs)

    def part_of(self, pattern: int) -> int | None:
        """The part of rules that a pattern belongs to, or ``None`` for a pattern of a term."""
        owner = self._owners[pattern]
        return int(owner[1:]) if owner[0] == "p" else None

    def possible_rules(self, parts: Set[int]) -> list[int]:
        """The provisions (numbers of terms) that have all their anchored parts among ``parts``."""
        return [term for term, needs in self.rules.items() if all(not parts.isdisjoint(need) for need in needs)]

    @cached_property
    def rules(self) -> dict[int, tuple[frozenset[int], ...]]:
        """The numbers of the terms that are rules → those of their needs whose parts are looked for in every text."""
        rules = (rule.split(":") for rule in self._rules.split(" ") if rule)
        found = {int(term): needs.split("/") for term, needs in rules}
        return {
            term: tuple(frozenset(map(int, need.split(","))) for need in needs if need)
            for term, needs in found.items()
            if term not in self.dropped
        }

    def _numbers(self, word: str) -> tuple[int, ...]:
        if word not in self._numbers_of:
            numbers = map(int, self._patterns[word].split(","))
            self._numbers_of[word] = tuple(number for number in numbers if self._counts(number))
        return self._numbers_of[word]

    def _counts(self, pattern: int) -> bool:
        owner = self._owners[pattern]
        return not self.dropped or owner[0] == "p" or int(owner[1:]) not in self.dropped

    def _phrases_in(self, number: str) -> tuple[tuple[str, ...], ...]:
        if number not in self._phrases:
            self._phrases[number] = tuple(tuple(phrase.split("+")) for phrase in self._words_in(number))
        return self._phrases[number]

    def _words_in(self, number: str) -> frozenset[str]:
        if number not in self._set:
            self._set[number] = frozenset(self._sets[int(number)].split(","))
        return self._set[number]
