"""Turn wordlists into what the matcher works with: every form, its anchor word, and every wording to offer.

The surprise: inflection happens here and nowhere else. ``forms.json`` holds the forms of every word of the curated
wordlists, so that the slow library behind ``inflect`` is loaded only for words that somebody just added.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields

from stigmalint.errors import PackError, nearest
from stigmalint.findings import Source
from stigmalint.packs import inflect
from stigmalint.packs.model import Conditions, Names, PartOfSpeech, Term, WordClass, Wordlists
from stigmalint.packs.wording import BadWording, Element, Inflect, Slot, Word, parse, parse_condition

_PAIR = re.compile(r"(?<![\w/])([\w’'-]+)/([\w’'-]+)(?![\w/])")
_SLOT = re.compile(r"\{([a-z-]+)(?:\.[a-z]+)?\??\}")
_CHUNK = re.compile(r"[a-z0-9]+")

COMMON = frozenset(
    "a about after all an and any are as at back be been being but by can do down for from get gets getting go going got gotten had"
    " has have having he her him his i in into is it its kept keep keeps made make makes me more most my no not of off on or other our"
    " out over own people person put self so some such take than that the their them they this those to too up use used uses using"
    " was way we were what when which who will with without would you your".split()
)
"""Words too frequent to be anything's anchor; written by hand, checked by the candidate budget in the tests."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One wording of a term, ready to match.

    ``required`` lists words of which any match contains one of each set; ``exact`` words that it must hold as they are written.
    """

    term: int
    elements: tuple[Element, ...]
    required: tuple[frozenset[str], ...]
    exact: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CompiledTerm:
    """A term with its conditions parsed and its offers inflected: each offer maps a tag to a text with slots."""

    term: Term
    offers: tuple[Mapping[str, str], ...]
    attributive: tuple[str, ...]
    possessive: Mapping[str, str]
    only_if: Mapping[str, tuple[tuple[Element, ...], ...]]
    not_if: Mapping[str, tuple[tuple[Element, ...], ...]]


@dataclass(frozen=True, slots=True)
class ClassWords:
    """A word class in every form: the word as matched → its spelling in a suggestion, its number (``sg``, ``pl`` or empty)."""

    spelling: Mapping[str, str]
    number: Mapping[str, str]
    properties: Mapping[str, Mapping[str, str]]
    default: str
    figures: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything the matcher, the context and the suggestions need, made from wordlists."""

    terms: tuple[CompiledTerm, ...]
    patterns: tuple[Pattern, ...]
    anchors: Mapping[str, tuple[int, ...]]
    """A word in small letters → the patterns of which it is the rarest."""
    classes: Mapping[str, ClassWords]
    names: Names
    sources: Mapping[str, Source] = field(repr=False)

    def candidates(self, words: set[str]) -> list[int]:
        """The patterns that can match a text made of ``words`` (small letters); a superset of those that do."""
        found = {pattern for word in words & self.anchors.keys() for pattern in self.anchors[word]}
        return sorted(pattern for pattern in found if all(words & need for need in self.patterns[pattern].required))


def compile_vocabulary(wordlists: Wordlists) -> Vocabulary:
    """The vocabulary of all terms. Raises ``PackError`` for a wording, slot or condition that cannot be used."""
    classes = {name: _class_words(word_class) for name, word_class in wordlists.classes.items()}
    terms: list[CompiledTerm] = []
    patterns: list[Pattern] = []
    for pack in wordlists.packs:
        for term in pack.terms:
            maker = _Maker(term, pack.file, classes)
            patterns += maker.patterns(len(terms))
            terms.append(maker.compiled())
    return Vocabulary(tuple(terms), tuple(patterns), _anchors(patterns), classes, wordlists.names, wordlists.sources)


def plain(text: str) -> str:
    """A word as it is matched: small letters, straight apostrophes, spaces for hyphens."""
    return text.lower().replace("’", "'").replace("-", " ")


def _class_words(word_class: WordClass) -> ClassWords:
    spelling: dict[str, str] = {}
    number: dict[str, str] = {}
    for word in word_class.words:
        forms = _noun_phrase_forms(word) if word_class.inflect == PartOfSpeech.NOUN else {word: ""}
        for form, tag in forms.items():
            spelling.setdefault(plain(form), form)
            number.setdefault(plain(form), tag)
    properties = {name: {plain(word): result for word, result in values.items()} for name, values in word_class.properties.items()}
    return ClassWords(spelling, number, properties, word_class.default, word_class.figures)


def _noun_phrase_forms(text: str) -> dict[str, str]:
    *before, head = text.split(" ")
    return {" ".join([*before, form]): tag for form, tag in inflect.noun_forms(head).items()}


class _Maker:
    """Compiles one term."""

    def __init__(self, term: Term, file: str, classes: Mapping[str, ClassWords]) -> None:
        self.term, self.file, self.classes = term, file, classes

    def error(self, field: str, problem: str) -> PackError:
        return PackError(problem, file=self.file, line=self.term.line, term=self.term.id, field=field)

    def patterns(self, number: int) -> Iterator[Pattern]:
        """The term's wordings as patterns of term ``number``."""
        kind = self.term.part_of_speech
        inflected: Mapping[PartOfSpeech, Inflect] = {PartOfSpeech.NOUN: inflect.noun_forms, PartOfSpeech.VERB: inflect.verb_forms}
        for wording in self.term.wordings:
            try:
                elements = parse(wording, kind, inflected.get(kind, lambda word: {word: ""}))
            except BadWording as error:
                raise self.error(kind.value, f"“{wording}”: {error}") from error
            self._check_slots(kind.value, wording, elements)
            required = tuple(_required(elements))
            if not required:
                raise self.error(kind.value, f"“{wording}” has no word that is rare enough to look for; make it longer")
            exact = [word for word in wording.split() if word.lower() != word] if self.term.exact_case else []
            yield Pattern(number, elements, required, tuple(exact))

    def compiled(self) -> CompiledTerm:
        """The term with its conditions and offers."""
        for text in (*self.term.prefer, *self.term.attributive):
            for name in _SLOT.findall(text):
                self._check_class("prefer", name)
        offers = tuple(self._offer(text) for text in self.term.prefer)
        possessive = _numbers(self.term.possessive) if self.term.possessive else {}
        return CompiledTerm(
            self.term, offers, self.term.attributive, possessive,
            self._conditions("only_if", self.term.only_if), self._conditions("not_if", self.term.not_if),
        )

    def _offer(self, text: str) -> Mapping[str, str]:
        """What is offered for each tag: numbers for nouns, tenses for verbs, one text (tag ``""``) for the rest."""
        if self.term.part_of_speech is not PartOfSpeech.VERB:
            return _numbers(text)
        verb, _, rest = text.partition(" ")
        forms = {tag: inflect.verb_form(verb, tag) for tag in inflect.VERB_TAGS}
        for form, tag in inflect.BE.items():
            forms[form] = form if verb == "be" else forms[tag]
        return {tag: f"{form} {rest}".rstrip() for tag, form in forms.items()}

    def _conditions(self, name: str, conditions: Conditions) -> dict[str, tuple[tuple[Element, ...], ...]]:
        for cue in conditions.cue:
            self._check_class(name, cue)
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
        self._check_slots(name, text, elements)
        return elements

    def _check_slots(self, field: str, text: str, elements: Iterable[Element]) -> None:
        for element in elements:
            if isinstance(element, Slot):
                self._check_class(field, element.name)

    def _check_class(self, field: str, name: str) -> None:
        if name not in self.classes:
            raise self.error(field, f"{{{name}}} is not a class in classes.toml{nearest(name, self.classes)}")


def _numbers(text: str) -> dict[str, str]:
    """``person/people who uses/use`` → its singular and its plural; a text without pairs is the same in both."""
    return {"sg": _PAIR.sub(r"\1", text), "pl": _PAIR.sub(r"\2", text)}


def _required(elements: Iterable[Element]) -> Iterator[frozenset[str]]:
    """For each literal element that is not too common: the words of which any match contains one."""
    for element in elements:
        if isinstance(element, Word):
            chunks = {_longest_chunk(form) for form in element.forms}
            if not any(chunk in COMMON or len(chunk) < 2 for chunk in chunks):
                yield frozenset(chunks)


def _longest_chunk(form: str) -> str:
    return max(_CHUNK.findall(form), key=len, default="")


def _anchors(patterns: Iterable[Pattern]) -> dict[str, tuple[int, ...]]:
    """Each pattern under the longest, and so probably rarest, of the words it needs."""
    anchors: dict[str, list[int]] = {}
    for number, pattern in enumerate(patterns):
        for word in max(pattern.required, key=lambda words: min(map(len, words))):
            anchors.setdefault(word, []).append(number)
    return {word: tuple(numbers) for word, numbers in anchors.items()}
