"""Turn the elements of a wording into steps: the words that each can stand for, cut as those of a text are.

The surprise: a way through a wording is told by how many words each step takes. That is all it needs to become a hit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from stigmalint.matching.match import Hit
from stigmalint.packs.compiled import ClassWords, rejoined
from stigmalint.packs.wording import GAP, Element, Gap, Slot

Words = tuple[str, ...]
Shape = tuple[int, ...]
"""How many words each step takes."""

_FIGURES = re.compile(r"\d[\d,.]*")


@dataclass(frozen=True)
class Step:
    """What stands for one element: ``forms`` are words with their tag; a gap has none and takes up to ``GAP`` words."""

    forms: Mapping[Words, str]
    slot: str = ""
    optional: bool = False
    figures: bool = False
    is_gap: bool = False

    @cached_property
    def lengths(self) -> Sequence[int]:
        """How many words it can take, the fewest first."""
        if self.is_gap:
            return range(GAP + 1)
        return sorted({*map(len, self.forms), *([0] if self.optional else [])})

    @cached_property
    def first(self) -> Set[str]:
        """The words with which it begins; none where it may be left out or be a number in figures."""
        return frozenset() if self.optional or self.figures else {words[0] for words in self.forms}

    def takes(self, words: Words) -> bool:
        """Whether it can stand for these words."""
        return words in self.forms or (self.figures and len(words) == 1 and bool(_FIGURES.fullmatch(words[0])))


class Wording:
    """The steps of one wording, and what follows from them."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self.steps = steps
        self.needed = [step.first for step in steps if step.first]
        """Sets of words of which any match holds one each."""
        self.ends_in_head = bool(steps) and any(steps[-1].forms.values())

    def fits(self, words: Set[str]) -> bool:
        """Whether every word that must be there is among these."""
        return all(not words.isdisjoint(first) for first in self.needed)

    def hit(self, words: Words, first: int, shape: Shape) -> Hit:
        """The hit that begins at word number ``first`` of a passage and takes so many words for each step."""
        at, slots, tag = first, {}, ""
        for step, length in zip(self.steps, shape, strict=True):
            found = step.forms.get(words[at : at + length], "") if length else ""
            if step.slot and length:
                slots[step.slot] = (at, at + length)
                tag = tag or found
            else:
                tag = found or tag
            at += length
        return Hit(first, at, slots, tag, self.ends_in_head)


class Wordings:
    """Makes the steps of wordings and keeps them; ``cut`` cuts a text into words."""

    def __init__(self, classes: Mapping[str, ClassWords], cut: Callable[[str], Words]) -> None:
        self._classes, self._cut = classes, cut
        self._made: dict[int, Wording] = {}
        self._members: dict[str, Mapping[Words, str]] = {}

    def of(self, elements: Sequence[Element]) -> Wording:
        """The wording of these elements, which the vocabulary keeps alive: they are known by their identity."""
        made = self._made.get(id(elements))
        if made is None:
            made = self._made[id(elements)] = Wording([self._step(element) for element in elements])
        return made

    def _step(self, element: Element) -> Step:
        if isinstance(element, Gap):
            return Step({}, is_gap=True)
        if isinstance(element, Slot):
            figures = self._classes[element.name].figures
            return Step(self._members_of(element.name), element.name, element.optional, figures)
        return Step({self._cut(form): tag for form, tag in element.forms.items()}, optional=element.optional)

    def _members_of(self, name: str) -> Mapping[Words, str]:
        """The members of a class as words, each with its number."""
        if name not in self._members:
            number = self._classes[name].number
            cut = map(self._cut, self._classes[name].spelling)
            self._members[name] = {words: number.get(rejoined(words), "") for words in cut}
        return self._members[name]
