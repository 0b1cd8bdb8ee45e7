"""Turn a wording and what takes its place into the words that really change, so that a change is no larger than it must be.

The surprise: the others then keep how they look. In “*drug* user” → “*drug* consumer” the first word stays in italics.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from stigmalint.document import Span


def narrowed(old: str, new: str) -> tuple[Span, str]:
    """Which characters of ``old`` change, and into what; never into nothing, and never from nothing. Only whole words count."""
    before, after = old.split(" "), new.split(" ")
    most = min(len(before), len(after)) - 1
    head = min(_shared(before, after), most)
    tail = min(_shared(reversed(before), reversed(after)), most - head)
    start = sum(len(word) + 1 for word in before[:head])
    end = len(old) - sum(len(word) + 1 for word in before[len(before) - tail :])
    text = " ".join(after[head : len(after) - tail])
    return (Span(start, end), text) if start < end and text else (Span(0, len(old)), new)


def _shared(words: Iterable[str], others: Iterable[str]) -> int:
    """How many words are the same in both, from the first on."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(words, others, strict=False)))
