"""Turn the bare texts of a Word or PDF file into one answer, before any block is made of them: can anything in it match?

The surprise: as in ``screen``, the answer may only err on one side. Readers give more texts than the document will have, and
where something in them may vanish or become other letters, no answer is given.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set

from stigmalint import readers
from stigmalint.errors import Unreadable
from stigmalint.matching.fold import fold
from stigmalint.matching.prefilter import can_be_found_in, may_hold, words_in_order
from stigmalint.packs.anchors import Anchors, Words
from stigmalint.readers.opening import Unsure
from stigmalint.readers.options import DEFAULT_OPTIONS, Options

TYPE_CHECKING = False  # ``typing`` is slow to load
if TYPE_CHECKING:
    from stigmalint.readers.opening import Opened

_NAME = "stigmalint"
"""Whoever is addressed has to listen."""
_UNSURE = re.compile("[\u00ad\u0131\u017f\u200b-\u200d\u2060\ufb00-\ufb06\ufeff]")
"""What has no width, is more letters than one, or may count as a letter of ASCII."""
_FIGURES = "0123456789"
"""The number of a note may stand close by a word of which it is no part."""
_LAST = "{"
"""Comes after all letters."""


_left: list[tuple[str, bytes, Opened]] = []
"""What the quick way has opened last and not found clean."""


def is_clean(data: bytes, name: str, anchors: Anchors) -> bool:
    """Whether a file, read as without settings, is sure to have nothing to report. If not, it is left for whoever reads it."""
    try:
        opened = readers.opened(data, name)
        if opened is None or shows_nothing(opened, anchors):
            return opened is not None
    except Exception:  # whatever it is, the ordinary way meets it again and says so
        return False
    _left[:] = [(name, data, opened)]
    return False


def opened_once(data: bytes, name: str, options: Options) -> tuple[Opened | None, bool]:
    """A file whose texts can be seen before it is read, and whether they have been seen and did not suffice."""
    if _left and options == DEFAULT_OPTIONS and _left[0][:2] == (name, data):
        return _left.pop()[2], True
    return readers.opened(data, name, options), False


def shows_nothing(opened: Opened, anchors: Anchors) -> bool:
    """Whether the bare texts of a file are enough to see that nothing in it can match, and nothing else is to be said of it."""
    may_match = loose_may_match if opened.loose else texts_may_match
    try:
        return not may_match(opened.texts(), anchors)
    except (Unsure, Unreadable):
        return False


def texts_may_match(texts: Iterable[str], anchors: Anchors) -> bool:
    """Whether anything can match in a document, each of whose blocks, heads and leads is one of these texts."""
    kept = [*texts]
    text = "\n".join(kept)
    around = set(words_in_order(fold(text)))
    return _is_unsure(text) or can_be_found_in(_stretches(kept, around), anchors)


def loose_may_match(texts: Iterable[str], anchors: Anchors) -> bool:
    """Whether anything can match in a document whose blocks take words and parts of words from anywhere in these texts."""
    words = set[str]()
    for text in texts:
        new = _words_in(fold(text)) - words
        words |= new
        if _is_unsure(text) or (not new.isdisjoint(anchors.words) and may_hold(_loose(words), anchors)):
            return True
    return may_hold(_loose(words | {*_put_together(words, anchors.words)}), anchors)


def _is_unsure(text: str) -> bool:
    return _NAME in text.lower() or (not text.isascii() and _UNSURE.search(text) is not None)


def _loose(words: Set[str]) -> Words:
    return Words(words, None, lambda: words)


def _words_in(folded: str) -> set[str]:
    """The words of a text, with the figures at their ends and without."""
    words = set(words_in_order(folded))
    for word in [word for word in words if not word.isalpha()]:
        words |= {word.lstrip(_FIGURES), word.rstrip(_FIGURES), word.strip(_FIGURES)}
    return words


def _put_together(parts: Set[str], wanted: Iterable[str]) -> Iterator[str]:
    """The wanted words that are made of parts, such as one that a line broke in two."""
    ordered = sorted(wanted)
    for part in parts - {""}:
        for word in ordered[bisect_left(ordered, part) : bisect_left(ordered, part + _LAST)]:
            if _is_made(word[len(part) :], parts):
                yield word


def _is_made(word: str, parts: Set[str]) -> bool:
    if word in parts:
        return True
    starts = [0]
    for end in range(1, len(word) + 1):
        if any(word[start:end] in parts for start in starts):
            starts.append(end)
    return starts[-1] == len(word)


def _stretches(texts: Sequence[str], around: Set[str]) -> Iterator[Words]:
    for text in texts:
        in_order = words_in_order(fold(text))
        yield Words(set(in_order), in_order, lambda: around)
