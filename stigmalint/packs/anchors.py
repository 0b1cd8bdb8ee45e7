"""Turn the words of a text into the patterns that can match in it, before anything else of the wordlists is read.

The surprise: all is kept as one text of a few long lines, because that is read in a millisecond; a number is only made of a
stretch of it when a text holds the word that asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
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

    def holds(self, phrases: _Phrases) -> bool:
        """Whether all words of one of the phrases are there; each stands under one of its words."""
        return any(phrase <= self.words for word in self.words & phrases.keys() for phrase in phrases[word])

    def holds_pair(self, one: Set[str], other: Set[str]) -> bool:
        """Whether a word of the one set stands directly before one of the other."""
        before, behind = self.words & one, self.words & other
        return any((first, second) in self.pairs for first in before for second in behind)


_Sets = tuple[frozenset[str], ...]
_Phrases = Mapping[str, Sequence[frozenset[str]]]
_Checks = tuple[Sequence[_Sets], Sequence[_Phrases], _Sets, frozenset[str]]
"""What a candidate must meet to lead to a finding: pairs of sets, phrases, sets for its sentence, and a set for its document."""


class Anchors:
    """Answers which patterns can match. Patterns, terms and parts of rules are known by their numbers."""

    def __init__(self, text: str, dropped: Set[int] = frozenset()) -> None:
        self.text = text
        self.dropped = dropped
        words, numbers, needs, owners, strict, sets, rules, self._index = text.split("\n")
        self._patterns = dict(zip(words.split(" "), numbers.split(" "), strict=True))
        self._needs, self._owners, self._strict = needs.split(" "), owners.split(" "), strict.split(" ")
        self._sets, self._rules = sets.split(" "), rules
        self._asked: dict[str, list[tuple[int, _Sets]]] = {}
        self._needs_of: dict[int, _Sets] = {}
        self._checks: dict[int, _Checks] = {}
        self._phrases: dict[str, _Phrases] = {}
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
        found = set[int]()
        for word in words & self._patterns.keys():
            found.update(_met(self._asked_by(word), words))
        return sorted(found)

    def fitting(self, patterns: Iterable[int], words: Set[str]) -> list[int]:
        """Of candidates of a longer text those of a part of it that is made of ``words``."""
        return _met([(number, self.needs(number)) for number in patterns], words)

    def _asked_by(self, word: str) -> list[tuple[int, _Sets]]:
        """The patterns that a word asks for, each with what else it needs."""
        asked = self._asked.get(word)
        if asked is None:
            numbers = filter(self._counts, map(int, self._patterns[word].split(",")))
            asked = [(number, tuple(need for need in self.needs(number) if word not in need)) for number in numbers]
            self._asked[word] = asked
        return asked

    def every_pattern(self) -> list[int]:
        """All patterns of terms that count, and of parts."""
        return [number for number in range(len(self._owners)) if self._counts(number)]

    def needs(self, pattern: int) -> _Sets:
        """Sets of words of which any match contains one of each, the rarest first."""
        found = self._needs_of.get(pattern)
        if found is None:
            found = self._needs_of[pattern] = self._sets_in(self._needs[pattern])
        return found

    def can_be_found(self, pattern: int, text: Words) -> bool:
        """Whether a candidate can lead to a finding, as far as the words say. It may still keep another from being one."""
        pairs, phrases, near, cues = self._checks.get(pattern) or self._checks_of(pattern)
        if any(text.words.isdisjoint(need) for need in near):
            return False
        if not all(map(text.holds, phrases)):
            return False
        if pairs and text.in_order is not None and not all(text.holds_pair(*pair) for pair in pairs):
            return False
        return not cues or not text.around().isdisjoint(cues)

    def _checks_of(self, pattern: int) -> _Checks:
        pairs, phrases, near, cues = self._strict[pattern].split(":")
        checks = self._checks[pattern] = (
            [self._sets_in(pair.replace("+", ",")) for pair in pairs.split(",") if pair],
            [self._phrases_in(each) for each in phrases.split(",") if each],
            self._sets_in(near),
            self._words_in(cues),
        )
        return checks

    def part_of(self, pattern: int) -> int | None:
        """The part of rules that a pattern belongs to, or ``None`` for a pattern of a term."""
        owner = self._owners[pattern]
        return int(owner[1:]) if owner[0] == "p" else None

    def possible_rules(self, parts: Set[int]) -> list[int]:
        """The provisions (numbers of terms) that have all their anchored parts among ``parts``."""
        asked = {term for part in parts for term in self._rules_of.get(part, ())}
        return sorted(term for term in asked if all(not parts.isdisjoint(need) for need in self.rules[term]))

    @cached_property
    def _rules_of(self) -> dict[int, list[int]]:
        """For each part the provisions of which no other need is met by fewer parts."""
        found: dict[int, list[int]] = {}
        for term, needs in self.rules.items():
            for part in min(needs, key=len):
                found.setdefault(part, []).append(term)
        return found

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

    def _counts(self, pattern: int) -> bool:
        owner = self._owners[pattern]
        return not self.dropped or owner[0] == "p" or int(owner[1:]) not in self.dropped

    def _sets_in(self, numbers: str) -> _Sets:
        return tuple(map(self._words_in, numbers.split(","))) if numbers else ()

    def _phrases_in(self, number: str) -> _Phrases:
        """The phrases of a set, each as its words, under one of them."""
        if number not in self._phrases:
            found: dict[str, list[frozenset[str]]] = {}
            for phrase in map(frozenset, (each.split("+") for each in self._words_in(number))):
                found.setdefault(max(phrase, key=len), []).append(phrase)
            self._phrases[number] = found
        return self._phrases[number]

    def _words_in(self, number: str) -> frozenset[str]:
        if number not in self._set:
            self._set[number] = frozenset(self._sets[int(number)].split(","))
        return self._set[number]


def _met(asked: Iterable[tuple[int, _Sets]], words: Set[str]) -> list[int]:
    """Of patterns with sets of words those that find one of each set among ``words``."""
    found = []
    for number, needs in asked:
        for need in needs:  # a plain loop: this is where a check spends its time
            if words.isdisjoint(need):
                break
        else:
            found.append(number)
    return found
