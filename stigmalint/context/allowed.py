"""Let pass what lies within a phrase that the house allows: whole words, in any capitals, exactly so.

The surprise: a longer wording that only contains the phrase does not pass; whoever allows “user” has not allowed “drug user”.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stigmalint.config import Allowed
from stigmalint.context.scene import Scene
from stigmalint.document import Span
from stigmalint.matching.fold import fold
from stigmalint.matching.match import Match


def passes(match: Match, scene: Scene) -> bool:
    """Whether the match lies within an allowed phrase."""
    return any(span.covers(match.span) for span in scene.once(_spans))


def _spans(scene: Scene) -> tuple[Span, ...]:
    return tuple(allowed_spans(scene.folded, scene.vocabulary.style.allow))


def allowed_spans(folded: str, allowed: Iterable[Allowed]) -> Iterator[Span]:
    """Where allowed phrases stand in a folded text."""
    for phrase in (" ".join(fold(each.phrase).split()) for each in allowed):
        at = folded.find(phrase)
        while phrase and at >= 0:
            end = at + len(phrase)
            if not folded[max(at - 1, 0) : at].isalnum() and not folded[end : end + 1].isalnum():
                yield Span(at, end)
            at = folded.find(phrase, at + 1)
