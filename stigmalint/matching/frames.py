"""Turn the parts of rules found in a sentence into rules: who, on what trigger, suffers what, how strictly.

The surprise: the parts may stand in any order (active, passive, “X is grounds for Y”), and some may stand in what introduces
the sentence: the lead-in of its list, the head of its column, the heading above. At least one stands in the sentence.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence

from stigmalint.matching.match import Hit, Match, PartHit
from stigmalint.matching.passage import Passage
from stigmalint.packs.model import Role
from stigmalint.packs.vocabulary import Vocabulary

FARTHEST = 30
"""A rule of n parts is no more than n times this many words long."""

_NEIGHBOURS = 12
"""For each place of a rule's first part, so many of the nearest places of each other part are tried: enough to be sure of the
tightest choice in anything a person writes, and few enough that a sentence of a thousand parts costs a thousand times one.
"""

_OWN_PLACE = (Role.WHO, Role.FORCE, Role.EXCEPTION)
_CLAUSE_ENDS = frozenset(";:")


def rules(passage: Passage, found: Sequence[PartHit], vocabulary: Vocabulary) -> Iterator[Match]:
    """The provisions whose parts all stand in the sentence or its introduction, each once, at its tightest."""
    by_part: dict[int, list[PartHit]] = {}
    for part_hit in found:
        by_part.setdefault(part_hit.part, []).append(part_hit)
    for term in vocabulary.possible_rules(by_part.keys()):
        match = _tightest(term, passage, by_part, vocabulary)
        if match:
            yield match


def _tightest(term: int, passage: Passage, by_part: Mapping[int, list[PartHit]], vocabulary: Vocabulary) -> Match | None:
    """The choice of one hit for each need that lies closest together, or ``None``."""
    choices = [
        [part_hit for number in sorted(need) for part_hit in by_part.get(number, ())] for need in vocabulary.terms[term].needs
    ]
    combinations = (parts for parts in _near_choices(choices) if _stand_apart(parts, vocabulary) and _inside(parts, passage))
    parts = min(combinations, key=lambda parts: (_width(_inside(parts, passage)), [part.hit.first for part in parts]), default=())
    inside = _inside(parts, passage)
    if not inside:
        return None
    if _width(inside) > FARTHEST * len(parts):
        return None
    return Match(term, passage, _clause(inside, passage), (*parts, *_companions(parts, by_part, vocabulary)))


def _near_choices(choices: Sequence[Sequence[PartHit]]) -> Iterator[tuple[PartHit, ...]]:
    """One hit for each need, in every way in which the others stand among the nearest to the first."""
    first, *others = choices
    for anchor in first:
        near = [heapq.nsmallest(_NEIGHBOURS, hits, key=lambda part: _distance(part, anchor)) for hits in others]
        yield from itertools.product([anchor], *near)


def _distance(part: PartHit, anchor: PartHit) -> int:
    """How far apart two hits begin; one that stands in the introduction is always at hand."""
    return abs(part.hit.first - anchor.hit.first) if part.passage is anchor.passage else 0


def _stand_apart(parts: Iterable[PartHit], vocabulary: Vocabulary) -> bool:
    """Whether no two of the hits share a word; how strictly a rule binds may stand inside its consequence (“loses”)."""
    solid = [part for part in parts if vocabulary.parts[part.part].anchored]
    return not any(_share_words(one, other) for one, other in itertools.combinations(solid, 2))


def _share_words(one: PartHit, other: PartHit) -> bool:
    return one.passage is other.passage and one.hit.first < other.hit.last and other.hit.first < one.hit.last


def _inside(parts: Iterable[PartHit], passage: Passage) -> list[PartHit]:
    return [part for part in parts if part.passage is passage]


def _width(parts: Sequence[PartHit]) -> int:
    return max(part.hit.last for part in parts) - min(part.hit.first for part in parts)


def _clause(parts: Sequence[PartHit], passage: Passage) -> Hit:
    """The words of the clause round the parts: from the nearest semicolon or colon before them to the next one behind."""
    first, last = min(part.hit.first for part in parts), max(part.hit.last for part in parts)
    words = passage.words
    start = max((at + 1 for at in range(first) if words[at] in _CLAUSE_ENDS), default=0)
    end = next((at for at in range(last, len(words)) if words[at] in _CLAUSE_ENDS), len(words))
    while end > last and not any(letter.isalnum() for letter in words[end - 1]):
        end -= 1
    while start < first and not any(letter.isalnum() for letter in words[start]):
        start += 1
    return Hit(start, end)


def _companions(parts: Sequence[PartHit], by_part: Mapping[int, list[PartHit]], vocabulary: Vocabulary) -> Iterator[PartHit]:
    """Of the other parts (who, force, exception) the one nearest to the rule, for the report of its elements."""
    taken = {vocabulary.parts[part.part].part.role for part in parts}
    anchor = parts[-1]
    for role in _OWN_PLACE:
        others = [
            part_hit for number, hits in by_part.items() if vocabulary.parts[number].part.role is role for part_hit in hits
        ]  # fmt: skip
        free = [part_hit for part_hit in others if role not in taken and _stand_apart((part_hit, *parts), vocabulary)]
        if free:
            yield min(free, key=lambda part: _nearness(part, anchor))


def _nearness(part: PartHit, anchor: PartHit) -> tuple[bool, int, int]:
    """Parts of the same sentence first, then the nearest, then the longest."""
    return (part.passage is not anchor.passage, abs(part.hit.last - anchor.hit.first), part.hit.first - part.hit.last)
