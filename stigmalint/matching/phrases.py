"""Turn passages into matches: the wordings of terms, of parts of rules, and of conditions.

The surprise: spaCy cuts the text and finds the wordings only where everything is to be looked at in full. Else its rules are
followed and its matchers imitated without loading it, and tests hold the two against each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import cached_property

from stigmalint.document import Block, Span
from stigmalint.matching.kept_rules import tokenizer_rules
from stigmalint.matching.match import Hit, Match, PartHit
from stigmalint.matching.openings import Openings
from stigmalint.matching.passage import Cutter, Passage
from stigmalint.matching.steps import Wording, Wordings, Words
from stigmalint.matching.tokens import Tokenizer
from stigmalint.matching.walk import walk
from stigmalint.packs.compiled import Pattern
from stigmalint.packs.vocabulary import Vocabulary
from stigmalint.packs.wording import Element

Elements = tuple[Element, ...]
Tokens = Callable[[str], Sequence[str]]
Walk = Callable[[Wording, Words], list[Hit]]


class PhraseFinder:
    """Finds wordings and conditions in passages. One for a process: it keeps what it made of the wordlists."""

    def __init__(self, vocabulary: Vocabulary, *, full: bool = False) -> None:
        self._vocabulary = vocabulary
        tokens, self._walk = _by_spacy() if full else (Tokenizer(tokenizer_rules()), walk)
        cutter = Cutter(tokens)
        self.passage: Callable[[Block, Span], Passage] = cutter.passage
        self._wordings = Wordings(vocabulary.classes, cutter.words)
        self._conditions: dict[int, Openings] = {}
        self._current: tuple[Passage, Set[str]] | None = None

    def matches(self, passage: Passage, patterns: Iterable[int]) -> list[Match]:
        """Every place where one of the numbered patterns of terms matches, overlaps included."""
        part_of = self._vocabulary.anchors.part_of
        wanted = [number for number in patterns if part_of(number) is None]
        return [Match(pattern.owner, passage, hit) for pattern, hit in self._hits(passage, wanted)]

    def parts(self, passage: Passage, patterns: Iterable[int]) -> list[PartHit]:
        """Every place where one of the numbered patterns of parts of rules matches."""
        part_of = self._vocabulary.anchors.part_of
        wanted = [number for number in patterns if part_of(number) is not None]
        return [PartHit(pattern.owner, passage, hit) for pattern, hit in self._hits(passage, wanted)]

    def parts_on_demand(self, passage: Passage) -> list[PartHit]:
        """Every place of those parts of rules that are only looked for where a rule may stand."""
        return self.parts(passage, self._on_demand.among(self._words(passage)))

    def find(self, passage: Passage, alternatives: tuple[Elements, ...]) -> Iterator[Hit]:
        """Where any of the word sequences of a condition stands in a passage."""
        if id(alternatives) not in self._conditions:  # the vocabulary keeps them alive as long as this finder
            self._conditions[id(alternatives)] = Openings(range(len(alternatives)), lambda n: self._needed(alternatives[n]))
        for number in self._conditions[id(alternatives)].among(self._words(passage)):
            yield from self._walked(passage, alternatives[number])

    @cached_property
    def _on_demand(self) -> Openings:
        parts = (part for part in self._vocabulary.parts if not part.anchored)
        numbers = (number for part in parts for number in part.patterns)
        return Openings(numbers, lambda number: self._needed(self._vocabulary.patterns[number].elements))

    def _needed(self, elements: Elements) -> Sequence[Set[str]]:
        return self._wordings.of(elements).needed

    def _hits(self, passage: Passage, patterns: Iterable[int]) -> Iterator[tuple[Pattern, Hit]]:
        """The hits, without those in which an abbreviation does not stand in its capitals."""
        for number in patterns:
            pattern = self._vocabulary.patterns[number]
            for hit in self._walked(passage, pattern.elements):
                span = passage.span_of(hit.first, hit.last)
                text = passage.block.text[span.start : span.end]
                if all(word in text for word in pattern.exact):
                    yield pattern, hit

    def _walked(self, passage: Passage, elements: Elements) -> Sequence[Hit]:
        wording = self._wordings.of(elements)
        return self._walk(wording, passage.words) if wording.fits(self._words(passage)) else ()

    def _words(self, passage: Passage) -> Set[str]:
        """The different words of a passage; kept until the next one, because every condition asks."""
        if self._current is None or self._current[0] is not passage:
            self._current = passage, frozenset(passage.words)
        return self._current[1]


def _by_spacy() -> tuple[Tokens, Walk]:
    from stigmalint.matching.spacy_tokens import spacy_cut  # noqa: PLC0415  only the full engine asks it
    from stigmalint.matching.spacy_walk import SpacyWalk  # noqa: PLC0415

    return spacy_cut(), SpacyWalk()
