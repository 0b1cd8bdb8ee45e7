"""Turn the elements of a wording into the words that any text must hold for the wording to match.

The surprise: a word counts only as far as the tokenizer leaves it whole. It makes two of “cannot” and of “can't”, so that “can
not” and “ca n't” match them too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from stigmalint.packs.compiled import ClassWords
from stigmalint.packs.wording import Element, Gap, Slot, Word

COMMON = frozenset(
    "a about after all an and any are as at back be been being but by can do down for from get gets getting go going got gotten"
    " had has have having he her him his i in into is it its keep keeps made make makes me more most my no not of off on or"
    " other our over own put self so some such take than that the their them they this those to too up use used uses using"
    " was way we were what when which who will with without would you your".split()
)
"""Words too frequent to be anything's anchor; written by hand."""

_WORD = re.compile(r"(?<![a-z0-9])[a-z][a-z0-9]+(?![a-z0-9])|(?<!\S)(?:[a-z]|[0-9]+s)(?!\S)")
"""Figures are none, since they may have a unit at their end; nor are the letters of “a.m.”."""
_LETTERS = re.compile("[a-z]+")
_NEGATED = re.compile(r"\b\w*n['’]t\b")

_NEGATABLE = "ai are ca could dare did do does had has have is may might must need ought sha should was were wo would".split()
_SUBJECTS = "he how i it she that there these they this those we what when where who why you".split()
_JOINED = [
    *("can not", "not ve", "got ta", "gon na", "y all", "i m", "i m a"),
    *(f"{verb} nt{ve}" for verb in _NEGATABLE for ve in ("", " ve")),
    *(f"{verb} ve" for verb in ("could", "might", "must", "should", "would")),
    *(f"{subject} {end}" for subject in _SUBJECTS for end in ("d", "d ve", "ll", "ll ve", "re", "s", "ve")),
]
_WHOLE = frozenset("hell here ill ire is its shed shell theses well were whore".split())
_PARTS = {whole: joined.split() for joined in _JOINED if (whole := joined.replace(" ", "")) not in _WHOLE}
"""What people write as one word and the tokenizer makes two of."""
_UNITS = frozenset("am pm km m dm cm mm ha nm yd in ft kg g mg lb oz mph hpa pa mbar mb kb gb tb k t".split())
"""What the tokenizer cuts off a number (“5mg”)."""


def _spellings() -> dict[str, set[str]]:
    """For each word that the tokenizer makes of others: the words of a text in which it may be, itself among them."""
    found = {verb: {verb, f"{verb}n"} for verb in _NEGATABLE}  # “don't” is “don” and “t” here, “do” and “n't” there
    found |= {"on": {"on", "mon"}, "a": {"a", "ma"}}  # likewise “c'mon” and “I'ma”
    for whole, parts in _PARTS.items():
        for part in parts:
            found.setdefault(part, {part}).add(whole)
    return found


_SPELLINGS = _spellings()
_UNSTEADY = _SPELLINGS.keys() | _PARTS.keys() | _UNITS


Pair = tuple[frozenset[str], frozenset[str]]


def words_needed(elements: Iterable[Element], classes: Mapping[str, ClassWords]) -> list[frozenset[str]]:
    """For each element that must be there, the words of which any match contains one."""
    return [words for element in _spread(elements) if (words := _words_of(element, classes))]


def _spread(elements: Iterable[Element]) -> Iterator[Element]:
    """The elements, a literal of several words as one element for each of its words."""
    for element in elements:
        forms = [form.split() for form in element.forms] if isinstance(element, Word) and not element.optional else []
        if len({len(words) for words in forms}) == 1:
            yield from (Word(dict.fromkeys(words, "")) for words in zip(*forms, strict=True))
        else:
            yield element


def rarest(needs: Sequence[frozenset[str]]) -> frozenset[str]:
    """Of the sets of words that hold nothing common, the one whose words are met least; else none.

    *can* may be among them for the sake of *cannot*.
    """
    rare = [words for words in needs if all(len(word) > 1 and word not in COMMON for word in words - {"can"})]
    return min(rare, key=frequency, default=frozenset())


@cache
def frequency(words: frozenset[str]) -> tuple[int, int]:
    """How often any of the words is met, to sort by: in a million words, then by their length where they are not on the list."""
    met = _met()
    return sum(met.get(word, 0) for word in words), -min(map(len, words))


@cache
def _met() -> Mapping[str, int]:
    """How often each frequent word stands in a million, counted over half a million words of public texts."""
    lines = Path(__file__).with_name("frequent.txt").read_text("utf-8").split("\n")
    return {word: int(count) for word, _, count in (line.partition(" ") for line in lines if line)}


def pairs_needed(elements: Iterable[Element], classes: Mapping[str, ClassWords]) -> Iterator[Pair]:
    """For each two elements that must stand side by side: the words of which one must be followed by one of the others."""
    for one, other in pairwise(_spread(elements)):
        ends, begins = _edge_words(one, classes, -1), _edge_words(other, classes, 0)
        if ends and begins:
            yield ends, begins


def phrases_needed(elements: Iterable[Element], classes: Mapping[str, ClassWords]) -> Iterator[frozenset[str]]:
    """For each element that must be there and has forms of several words: each form as those that any match of it holds."""
    for element in elements:
        forms = _forms(element, classes)
        phrases = [" ".join(_reliable(form)) for form in forms]
        if any(" " in phrase for phrase in phrases) and all(phrases):
            yield frozenset(phrases)


def one_of(alternatives: Iterable[Sequence[Element]], classes: Mapping[str, ClassWords]) -> frozenset[str]:
    """Words of which a text holds one if any of the alternatives stands in it; none if that cannot be said."""
    needs = [words_needed(elements, classes) for elements in alternatives]
    return frozenset().union(*(rarest(need) or need[0] for need in needs)) if all(needs) else frozenset()


def members(words: ClassWords) -> frozenset[str]:
    """Words of which a text holds one if a member of a class stands in it; none if that cannot be said."""
    found = [_rarest_word(member) for member in words.spelling]
    return frozenset(found) if all(found) else frozenset()


def _edge_words(element: Element, classes: Mapping[str, ClassWords], at: int) -> frozenset[str]:
    """The first or last words of all forms of an element; none where the tokenizer may join or cut one of them."""
    words = frozenset(form.split()[at] for form in _forms(element, classes))
    return words if all(map(_LETTERS.fullmatch, words)) and words.isdisjoint(_UNSTEADY) else frozenset()


def _words_of(element: Element, classes: Mapping[str, ClassWords]) -> frozenset[str]:
    """The words of all forms of an element; none where a form has no word that can be relied upon."""
    words = [_rarest_word(form) for form in _forms(element, classes)]
    return frozenset(spelling for word in words for spelling in _SPELLINGS.get(word, {word})) if all(words) else frozenset()


def _forms(element: Element, classes: Mapping[str, ClassWords]) -> Iterable[str]:
    """The forms of an element of which one must stand in a match; none where it may be left out or be a number in figures."""
    if isinstance(element, Gap) or element.optional or (isinstance(element, Slot) and classes[element.name].figures):
        return ()
    return classes[element.name].spelling if isinstance(element, Slot) else element.forms


def _reliable(form: str) -> Iterator[str]:
    """The words of a form that stand in any text it matches, as they are."""
    return (word for word in form.split() if _LETTERS.fullmatch(word) and word not in _UNSTEADY)


def _rarest_word(form: str) -> str:
    """The rarest word of a form, as the tokenizer has it; nothing where there is none to rely upon."""
    found, negations = _WORD.findall(_NEGATED.sub(" ", form)), _NEGATED.search(form)
    words = [part for word in found for part in _PARTS.get(word, [word]) if part not in _UNITS]
    return max(words, key=lambda word: (word not in COMMON and len(word) > 1, len(word)), default="t" if negations else "")
