"""Turn what was found into records: words of a passage, a part of a rule, a wording of a term.

The surprise: a match is counted in words of its passage, because conditions ask about words; its span follows from them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from stigmalint.document import Span
from stigmalint.matching.passage import Passage


@dataclass(frozen=True, slots=True)
class Hit:
    """The words ``first`` to ``last`` (excluded) of a passage, with the words in each slot and the tag of the inflected word.

    ``ends_in_head`` is false where the inflected word is followed by more (“victim of abuse”).
    """

    first: int
    last: int
    slots: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    tag: str = ""
    ends_in_head: bool = True


@dataclass(frozen=True, slots=True)
class PartHit:
    """Part of rules number ``part`` found in a passage: of the sentence itself, or of what introduces it (a list's lead-in)."""

    part: int
    passage: Passage
    hit: Hit


@dataclass(frozen=True, slots=True)
class Match:
    """A wording of term number ``term`` found in a passage, not yet judged; for a rule with the parts it is made of."""

    term: int
    passage: Passage
    hit: Hit
    parts: tuple[PartHit, ...] = ()

    @property
    def span(self) -> Span:
        """Where it stands in the block."""
        return self.passage.span_of(self.hit.first, self.hit.last)
