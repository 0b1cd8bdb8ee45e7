"""Turn wordlists into vocabulary: every form, its anchor word, and every wording to offer.

The surprise: inflection happens here and nowhere else, and nothing that can be refused here can surprise a check. Terms that
a house has switched off are compiled too, so that one compiled vocabulary serves every house.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

from stigmalint.errors import PackError, nearest
from stigmalint.packs import inflect
from stigmalint.packs.anchoring import Anchored, written
from stigmalint.packs.anchors import Anchors
from stigmalint.packs.compiled import ANCHORED_ROLES, ClassWords, Compiled, CompiledPart, CompiledTerm, Pattern, plain
from stigmalint.packs.index import Entry, Index
from stigmalint.packs.model import Conditions, Part, PartOfSpeech, Term, WordClass, Wordlists
from stigmalint.packs.needs import frequency, members, one_of, pairs_needed, phrases_needed, rarest, words_needed
from stigmalint.packs.vocabulary import Vocabulary
from stigmalint.packs.wording import BadWording, Element, Inflect, Slot, parse, parse_condition

_PAIR = re.compile(r"(?<![\w/])([\w’'-]+)/([\w’'-]+)(?![\w/])")
_SLOT = re.compile(r"\{([a-z-]+)(?:\.[a-z]+)?\??\}")


def compile_vocabulary(wordlists: Wordlists) -> Vocabulary:
    """The vocabulary of all terms. Raises ``PackError`` for a wording, slot or condition that cannot be used."""
    classes = {name: _class_words(word_class) for name, word_class in wordlists.classes.items()}
    patterns: list[Pattern] = []
    parts: list[CompiledPart] = []
    for pack in wordlists.packs:
        for part in pack.parts:
            parts.append(_PartMaker(part, pack.file, classes).compiled(len(parts), patterns))
    numbers = {compiled.part.id: number for number, compiled in enumerate(parts)}
    terms: list[CompiledTerm] = []
    for pack in wordlists.packs:
        for term in pack.terms:
            maker = _TermMaker(term, pack.file, classes)
            patterns += maker.patterns(len(terms))
            terms.append(maker.compiled(numbers))
    compiled = Compiled(tuple(terms), tuple(parts), tuple(patterns), classes, wordlists.names, wordlists.sources)
    anchors = Anchors(written(_anchored(compiled), _rules(compiled), _index(wordlists)))
    return Vocabulary(anchors, lambda: compiled)


def _anchored(compiled: Compiled) -> Iterator[Anchored]:
    """The patterns as the prefilter sees them."""
    for pattern in compiled.patterns:
        if pattern.is_part and not compiled.parts[pattern.owner].anchored:
            yield Anchored(pattern.owner, pattern.is_part, (), frozenset())
        else:
            needs = tuple(sorted(words_needed(pattern.elements, compiled.classes), key=frequency))
            pairs = tuple(pairs_needed(pattern.elements, compiled.classes))
            asked_for = () if pattern.is_part else _asked_for(compiled.terms[pattern.owner], compiled.classes)
            phrases = tuple(phrases_needed(pattern.elements, compiled.classes))
            yield Anchored(pattern.owner, pattern.is_part, needs, rarest(needs), pairs, phrases, *asked_for)


def _asked_for(term: CompiledTerm, classes: Mapping[str, ClassWords]) -> tuple[tuple[frozenset[str], ...], frozenset[str]]:
    """The words that the conditions of a term ask for, in its sentence and in its document."""
    near = (one_of(alternatives, classes) for alternatives in term.only_if.values())
    cues = [members(classes[name]) for name in term.term.only_if.cue]
    return tuple(filter(None, near)), frozenset().union(*cues) if all(cues) else frozenset()


def _rules(compiled: Compiled) -> dict[int, tuple[frozenset[int], ...]]:
    """The needs of each provision whose parts are looked for in every text."""
    return {
        number: tuple(need for need in term.needs if all(compiled.parts[part].anchored for part in need))
        for number, term in enumerate(compiled.terms)
        if term.needs
    }


def _index(wordlists: Wordlists) -> Index:
    terms = [
        Entry(term.id, term.pack, term.kind, term.severity, term.identity_first, term.sources)
        for pack in wordlists.packs
        for term in pack.terms
    ]
    publishers = {id: source.publisher for id, source in wordlists.sources.items()}
    return Index(terms, [pack.name for pack in wordlists.packs], publishers)


def _class_words(word_class: WordClass) -> ClassWords:
    spelling: dict[str, str] = {}
    number: dict[str, str] = {}
    for word in word_class.words:
        forms = inflect.noun_forms(word) if word_class.inflect == PartOfSpeech.NOUN else {word: ""}
        for form, tag in forms.items():
            spelling.setdefault(plain(form), form)
            number.setdefault(plain(form), tag)
    properties = {
        name: {plain(word): result for word, result in values.items()} for name, values in word_class.properties.items()
    }
    return ClassWords(spelling, number, properties, word_class.default, word_class.figures)


_INFLECT: Mapping[PartOfSpeech, Inflect] = {PartOfSpeech.NOUN: inflect.noun_forms, PartOfSpeech.VERB: inflect.verb_forms}


class _Maker:
    """Parses the wordings and conditions of one block of a pack."""

    def __init__(self, entry: Term | Part, file: str, classes: Mapping[str, ClassWords]) -> None:
        self.entry, self.file, self.classes = entry, file, classes

    def error(self, field: str, problem: str) -> PackError:
        return PackError(problem, file=self.file, line=self.entry.line, term=self.entry.id, field=field)

    def parsed(self, kind: PartOfSpeech, wording: str) -> tuple[Element, ...]:
        """The elements of a wording, its slots checked."""
        try:
            elements = parse(wording, kind, _INFLECT.get(kind, lambda word: {word: ""}))
        except BadWording as error:
            raise self.error(kind.value, f"“{wording}”: {error}") from error
        self.check_slots(kind.value, elements)
        return elements

    def check_slots(self, field: str, elements: Iterable[Element]) -> None:
        for element in elements:
            if isinstance(element, Slot):
                self.check_class(field, element.name)

    def check_rare(self, kind: PartOfSpeech, wording: str, elements: tuple[Element, ...]) -> None:
        if not rarest(words_needed(elements, self.classes)):
            raise self.error(kind.value, f"“{wording}” has no word that is rare enough to look for; make it longer")

    def check_class(self, field: str, name: str) -> None:
        if name not in self.classes:
            raise self.error(field, f"{{{name}}} is not a class in classes.toml{nearest(name, self.classes)}")


class _PartMaker(_Maker):
    """Compiles one part of rules."""

    entry: Part

    def compiled(self, number: int, patterns: list[Pattern]) -> CompiledPart:
        """The part, its patterns appended to ``patterns``."""
        first, anchored = len(patterns), self.entry.role in ANCHORED_ROLES
        for kind, wordings in self.entry.wordings.items():
            for wording in wordings:
                elements = self.parsed(kind, wording)
                if anchored:
                    self.check_rare(kind, wording, elements)
                patterns.append(Pattern(number, elements, is_part=True))
        return CompiledPart(self.entry, tuple(range(first, len(patterns))), anchored)


class _TermMaker(_Maker):
    """Compiles one term."""

    entry: Term

    def patterns(self, number: int) -> Iterator[Pattern]:
        """The term's wordings as patterns of term ``number``."""
        kind = self.entry.part_of_speech
        for wording in self.entry.wordings:
            elements = self.parsed(kind, wording)
            self.check_rare(kind, wording, elements)
            exact = [word for word in wording.split() if word.lower() != word] if self.entry.exact_case else []
            yield Pattern(number, elements, tuple(exact))

    def compiled(self, parts: Mapping[str, int]) -> CompiledTerm:
        """The term with its conditions and offers; ``parts`` are the numbers of the parts of rules by id."""
        term = self.entry
        for text in (*term.prefer, *term.attributive):
            for name in _SLOT.findall(text):
                self.check_class("prefer", name)
        return CompiledTerm(
            term,
            tuple(self._offer(text) for text in term.prefer),
            term.attributive,
            _numbers(term.possessive) if term.possessive else {},
            self._conditions("only_if", term.only_if),
            self._conditions("not_if", term.not_if),
            tuple(self._need(need, parts) for need in term.needs),
        )

    def _need(self, need: str, parts: Mapping[str, int]) -> frozenset[int]:
        for id in need.split("|"):
            if id not in parts:
                raise self.error("needs", f"“{id}” is not the id of a [[part]]{nearest(id, parts)}")
        return frozenset(parts[id] for id in need.split("|"))

    def _offer(self, text: str) -> Mapping[str, str]:
        """What is offered for each tag: numbers for nouns, tenses for verbs, one text (tag ``""``) for the rest."""
        if self.entry.part_of_speech is not PartOfSpeech.VERB:
            return _numbers(text)
        verb, _, rest = text.partition(" ")
        forms = {tag: inflect.verb_form(verb, tag) for tag in inflect.VERB_TAGS}
        for form, tag in inflect.BE.items():
            forms[form] = form if verb == "be" else forms[tag]
        return {tag: f"{form} {rest}".rstrip() for tag, form in forms.items()}

    def _conditions(self, name: str, conditions: Conditions) -> dict[str, tuple[tuple[Element, ...], ...]]:
        for cue in conditions.cue:
            self.check_class(name, cue)
        return {
            item.name: tuple(self._condition(name, text) for text in getattr(conditions, item.name))
            for item in fields(conditions)
            if item.name in ("before", "after", "near", "within") and getattr(conditions, item.name)
        }

    def _condition(self, name: str, text: str) -> tuple[Element, ...]:
        try:
            elements = parse_condition(text, inflect.all_forms)
        except BadWording as error:
            raise self.error(name, f"“{text}”: {error}") from error
        self.check_slots(name, elements)
        return elements


def _numbers(text: str) -> dict[str, str]:
    """``person/people who uses/use`` → its singular and its plural; a text without pairs is the same in both."""
    return {"sg": _PAIR.sub(r"\1", text), "pl": _PAIR.sub(r"\2", text)}
