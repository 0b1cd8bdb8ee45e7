"""Turn what was judged of a document into numbers that spare the next run the judging, and back.

The surprise: only numbers are kept. The document is read anew each time, and its findings are put together again from its words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from stigmalint.cache.key import key_of
from stigmalint.cache.numbers import from_numbers, to_numbers
from stigmalint.cache.store import recall, remember
from stigmalint.document import Document
from stigmalint.judged import Judged
from stigmalint.packs.vocabulary import Vocabulary


def recalled(document: Document, vocabulary: Vocabulary, most: int, judge: Callable[[], Sequence[Judged]]) -> Sequence[Judged]:
    """What an earlier run has judged of the same text; else what ``judge`` says now (``most`` matches at most), and keep it."""
    if not (key := key_of(document, vocabulary, most)):
        return judge()
    numbers = recall(key)
    if numbers is not None and (known := from_numbers(numbers, document, vocabulary)) is not None:
        return known
    judged = judge()
    if (fresh := to_numbers(judged, vocabulary)) is not None:
        remember(key, fresh)
    return judged
