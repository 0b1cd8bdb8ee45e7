"""Turn passages into matches: spaCy's PhraseMatcher for literal wordings, its Matcher for those with slots or gaps.

The surprise: patterns are given to spaCy when a sentence first needs them, never all at once, and a wording with slots
becomes one token pattern for each length its slots can take, so that every word of a match is known to its slot.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from typing import Any

import spacy
from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc

from stigmalint.document import Block, Span
from stigmalint.matching.match import Hit, Match, PartHit
from stigmalint.matching.openings import Openings
from stigmalint.matching.passage import Passage, plain_words, read_passage
from stigmalint.packs.compiled import ClassWords, Pattern, rejoined
from stigmalint.packs.vocabulary import Vocabulary
from stigmalint.packs.wording import GAP, Element, Gap, Slot, Word

NEGATIONS = ["not", "n't", "never", "no", "nor", "neither", "without", "cannot"]
"""Words that no gap may skip: “dose ... reduced” is not “the dose will not be reduced”."""

_MOST_PHRASES = 24
"""A literal wording with more combinations of forms than this becomes one token pattern."""


Elements = tuple[Element, ...]
_Shape = tuple[int, ...]
"""How many words each element of a pattern takes."""


class PhraseFinder:
    """Finds wordings and conditions in passages. One for a process: it keeps what it gave to spaCy."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._language = spacy.blank("en")
        self._phrases = PhraseMatcher(self._language.vocab, attr="LOWER")
        self._matchers: dict[int, tuple[Matcher, dict[int, _Shape]]] = {}
        self._members: dict[str, dict[int, set[tuple[str, ...]]]] = {}
        self._forms_of: dict[int, dict[tuple[str, ...], str]] = {}
        self._needed: dict[int, list[set[str]]] = {}
        self._current: tuple[Passage, Doc, Set[str]] | None = None

    def passage(self, block: Block, span: Span) -> Passage:
        """A sentence of a block, cut into words."""
        return read_passage(block, span, self._language)

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
        return self.parts(passage, self._on_demand.among(set(passage.words)))

    @cached_property
    def _on_demand(self) -> Openings:
        parts = (part for part in self._vocabulary.parts if not part.anchored)
        patterns = self._vocabulary.patterns
        return Openings((n for part in parts for n in part.patterns), lambda number: self._needs(patterns[number].elements))

    def _hits(self, passage: Passage, patterns: Iterable[int]) -> Iterator[tuple[Pattern, Hit]]:
        doc, words = self._read(passage)
        literal: dict[str, int] = {}
        for number in patterns:
            pattern = self._vocabulary.patterns[number]
            if not self._can_match(pattern.elements, words):
                continue
            if self._is_literal(pattern.elements):
                literal[self._add_phrases(number, pattern.elements)] = number
            else:
                yield from _exact(pattern, passage, self._slotted(doc, passage, pattern.elements))
        if literal:
            yield from self._literal_hits(doc, passage, literal)

    def _can_match(self, elements: Elements, words: Set[str]) -> bool:
        """Whether every word that must be there is; asking spaCy costs a hundred times as much."""
        return all(not words.isdisjoint(first) for first in self._needs(elements))

    def _needs(self, elements: Elements) -> list[set[str]]:
        """Sets of words of which any match holds one each."""
        if id(elements) not in self._needed:
            needed = [element for element in elements if not isinstance(element, Gap) and not element.optional]
            self._needed[id(elements)] = [first for element in needed if (first := self._first_words(element))]
        return self._needed[id(elements)]

    def _first_words(self, element: Word | Slot) -> set[str]:
        """The words with which an element can begin; none where it can be a number in figures."""
        if isinstance(element, Word):
            return {words[0] for words in self._forms(element)}
        if self._vocabulary.classes[element.name].figures:
            return set()
        return {words[0] for members in self._slot_words(element.name).values() for words in members}

    def find(self, passage: Passage, elements: Elements) -> list[Hit]:
        """Where the words of a condition stand in a passage."""
        doc, words = self._read(passage)
        return self._slotted(doc, passage, elements) if self._can_match(elements, words) else []

    def _read(self, passage: Passage) -> tuple[Doc, Set[str]]:
        """A passage as spaCy takes it, and its different words; kept until the next one, because every condition asks."""
        if self._current is None or self._current[0] is not passage:
            self._current = (passage, Doc(self._language.vocab, words=list(passage.words)), frozenset(passage.words))
        return self._current[1:]

    # -- literal wordings

    def _is_literal(self, elements: Elements) -> bool:
        words = [element for element in elements if isinstance(element, Word) and not element.optional]
        return len(words) == len(elements) and math.prod(len(word.forms) for word in words) <= _MOST_PHRASES

    def _add_phrases(self, number: int, elements: Elements) -> str:
        key = str(number)
        if key not in self._phrases:
            combinations = itertools.product(*(element.forms for element in elements if isinstance(element, Word)))
            self._phrases.add(key, [self._doc(" ".join(forms)) for forms in combinations])
        return key

    def _doc(self, text: str) -> Doc:
        return Doc(self._language.vocab, words=list(plain_words(text, self._language)))

    def _literal_hits(self, doc: Doc, passage: Passage, wanted: Mapping[str, int]) -> Iterator[tuple[Pattern, Hit]]:
        for key, first, last in self._phrases(doc):
            number = wanted.get(self._language.vocab.strings[key])
            if number is not None:
                pattern = self._vocabulary.patterns[number]
                tag = self._tag(pattern.elements, passage.words[first:last])
                yield from _exact(pattern, passage, [Hit(first, last, {}, tag, self._ends_in_head(pattern.elements))])

    def _tag(self, elements: Elements, words: tuple[str, ...]) -> str:
        """The tag of the inflected word in a literal match: the one form that stands at its place."""
        for element in elements:
            for form, tag in self._forms(element).items() if isinstance(element, Word) else ():
                if tag and any(words[at : at + len(form)] == form for at in range(len(words))):
                    return tag
        return ""

    # -- wordings with slots or gaps

    def _slotted(self, doc: Doc, passage: Passage, elements: Elements) -> list[Hit]:
        if id(elements) not in self._matchers:  # the vocabulary keeps its elements alive as long as this finder
            self._matchers[id(elements)] = self._matcher(elements)
        matcher, shapes = self._matchers[id(elements)]
        hits = (self._hit(passage, elements, shapes[key], first) for key, first, _ in matcher(doc))
        return [hit for hit in hits if hit]

    def _matcher(self, elements: Elements) -> tuple[Matcher, dict[int, _Shape]]:
        matcher, shapes = Matcher(self._language.vocab), {}
        for shape in itertools.product(*(sorted(self._lengths(element)) for element in elements)):
            tokens = [token for element, length in zip(elements, shape, strict=True) for token in self._tokens(element, length)]
            if tokens:
                key = " ".join(map(str, shape))
                matcher.add(key, [tokens])
                shapes[self._language.vocab.strings[key]] = shape
        return matcher, shapes

    def _lengths(self, element: Element) -> Sequence[int]:
        """How many words an element can take."""
        if isinstance(element, Gap):
            return range(GAP + 1)
        if isinstance(element, Slot):
            return [*self._slot_words(element.name), *([0] if element.optional else [])]
        return [*{len(words) for words in self._forms(element)}, *([0] if element.optional else [])]

    def _tokens(self, element: Element, length: int) -> list[dict[str, Any]]:
        if isinstance(element, Gap):
            return [{"IS_PUNCT": False, "LOWER": {"NOT_IN": NEGATIONS}}] * length
        members = self._slot_words(element.name).get(length, set()) if isinstance(element, Slot) else self._forms(element)
        choices = [sorted({words[at] for words in members if len(words) == length}) for at in range(length)]
        if isinstance(element, Slot) and length == 1 and self._vocabulary.classes[element.name].figures:
            return [{"TEXT": {"REGEX": rf"^({'|'.join(map(re.escape, choices[0]))}|\d[\d,.]*)$"}}]
        return [{"LOWER": {"IN": choice}} for choice in choices]

    def _hit(self, passage: Passage, elements: Elements, shape: _Shape, first: int) -> Hit | None:
        """The hit, unless the words of a slot only look like a member (“crack drug” from “crack cocaine” and “street drug”)."""
        at, slots, tag = first, {}, ""
        for element, length in zip(elements, shape, strict=True):
            words = passage.words[at : at + length]
            if isinstance(element, Slot) and length:
                members = self._vocabulary.classes[element.name]
                if words not in self._slot_words(element.name)[length] and not members.figures:
                    return None
                slots[element.name] = (at, at + length)
                tag = tag or _number(members, words)
            elif isinstance(element, Word) and length:
                if words not in self._forms(element):
                    return None
                tag = self._forms(element)[words] or tag
            at += length
        return Hit(first, at, slots, tag, self._ends_in_head(elements))

    def _ends_in_head(self, elements: Elements) -> bool:
        last = elements[-1]
        if isinstance(last, Slot):
            return any(self._vocabulary.classes[last.name].number.values())
        return isinstance(last, Word) and any(last.forms.values())

    def _slot_words(self, name: str) -> dict[int, set[tuple[str, ...]]]:
        """The members of a class as words, by their length."""
        if name not in self._members:
            by_length: dict[int, set[tuple[str, ...]]] = {}
            for member in self._vocabulary.classes[name].spelling:
                words = plain_words(member, self._language)
                by_length.setdefault(len(words), set()).add(words)
            self._members[name] = by_length
        return self._members[name]

    def _forms(self, element: Word) -> dict[tuple[str, ...], str]:
        """The forms of a literal as words, each with its tag."""
        if id(element) not in self._forms_of:
            self._forms_of[id(element)] = {plain_words(form, self._language): tag for form, tag in element.forms.items()}
        return self._forms_of[id(element)]


def _exact(pattern: Pattern, passage: Passage, hits: Iterable[Hit]) -> Iterator[tuple[Pattern, Hit]]:
    """The hits in which the abbreviations of the wording stand in their capitals."""
    for hit in hits:
        span = passage.span_of(hit.first, hit.last)
        text = passage.block.text[span.start : span.end]
        if all(word in text for word in pattern.exact):
            yield pattern, hit


def _number(members: ClassWords, words: Sequence[str]) -> str:
    return members.number.get(rejoined(words), "")
