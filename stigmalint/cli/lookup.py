"""Turn what a person types (“junkies”, “a drug addict”, “addict”) into the terms it belongs to.

The surprise: no document engine is needed. A word is held against the compiled wordings one by one, which is quick enough
for one word and loads nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from stigmalint.packs.compiled import CompiledTerm, plain
from stigmalint.packs.vocabulary import Vocabulary
from stigmalint.packs.wording import GAP, Element, Gap, Slot, Word

_ARTICLE = re.compile(r"^(?:an?|the) ")
_LONGEST_SLOT = 4


def find(typed: str, vocabulary: Vocabulary) -> list[CompiledTerm]:
    """The term with this id, or else every term with a wording of which this is a form; empty when there is none."""
    words = _plain_words(typed)
    named = [number for number, entry in enumerate(vocabulary.anchors.index.terms) if plain(entry.id).split() == words]
    if named:
        return [vocabulary.terms[number] for number in named]
    patterns = (pattern for pattern in vocabulary.patterns if not pattern.is_part)
    numbers = (pattern.owner for pattern in patterns if _fits(pattern.elements, words, vocabulary))
    return [vocabulary.terms[number] for number in dict.fromkeys(numbers)]


def like(typed: str, vocabulary: Vocabulary, limit: int = 4) -> list[CompiledTerm]:
    """Terms that may have been meant: those spelled almost so, then those with a wording that holds one of the words."""
    words = _plain_words(typed)
    names = _names(vocabulary)
    close = get_close_matches(" ".join(words), names, limit)
    holding = [name for name in names if set(words) & set(name.split())]
    found = [names[name] for name in (*close, *holding)]
    return [vocabulary.terms[number] for number in dict.fromkeys(found)][:limit]


def _names(vocabulary: Vocabulary) -> dict[str, int]:
    """Every id and every wording, as matched → the number of its term."""
    numbered = list(enumerate(compiled.term for compiled in vocabulary.terms))
    wordings = {plain(wording): number for number, term in reversed(numbered) for wording in term.wordings}
    return wordings | {plain(term.id): number for number, term in numbered}


def _plain_words(typed: str) -> list[str]:
    """The words as wordings have them: small letters, no quotation marks, no article, no possessive."""
    text = _ARTICLE.sub("", plain(typed.strip(" \t\n\"“”'‘’.,")))
    return re.sub(r"'s?(?= |$)", "", text).split()


def _fits(elements: Sequence[Element], words: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether the elements can take up the words, all of them."""
    if not elements:
        return not words
    return any(_fits(elements[1:], words[taken:], vocabulary) for taken in _takes(elements[0], words, vocabulary))


def _takes(element: Element, words: Sequence[str], vocabulary: Vocabulary) -> Iterator[int]:
    """How many of the words the element may take."""
    if isinstance(element, Word):
        yield from [1] * bool(words and words[0] in element.forms)
    elif isinstance(element, Gap):
        yield from range(min(GAP, len(words)) + 1)
    elif isinstance(element, Slot):
        yield from [0] * element.optional
        members = vocabulary.classes[element.name].spelling
        yield from (length for length in range(1, min(_LONGEST_SLOT, len(words)) + 1) if " ".join(words[:length]) in members)
