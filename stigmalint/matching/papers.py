"""Turn the bare texts of a Word or PDF file into one answer, before any block is made of them: can anything in it match?

The surprise: as in ``screen``, the answer may only err on one side. Readers give more texts than the document will have, and
where something in them may vanish or become other letters, no answer is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from stigmalint import readers
from stigmalint.errors import Unreadable
from stigmalint.matching.fold import fold
from stigmalint.matching.prefilter import words_in_order
from stigmalint.packs.anchors import Anchors, Words
from stigmalint.readers.opening import Unsure

TYPE_CHECKING = False  # ``typing`` is slow to load
if TYPE_CHECKING:
    from stigmalint.readers.opening import Opened

PAPERS = frozenset({".docx", ".docm", ".dotx", ".dotm"})
"""The suffixes of files that can be judged by their bare texts."""

_NAME = "stigmalint"
"""Whoever is addressed has to listen."""
_UNSURE = re.compile("[\u00ad\u0131\u017f\u200b-\u200d\u2060\ufb00-\ufb06\ufeff]")
"""What has no width, is more letters than one, or may count as a letter of ASCII."""


def is_clean(data: bytes, name: str, anchors: Anchors) -> bool:
    """Whether a file, read as without settings, is sure to have nothing to report."""
    try:
        opened = readers.opened(data, name)
        return opened is not None and shows_nothing(opened, anchors)
    except Exception:  # whatever it is, the ordinary way meets it again and says so
        return False


def shows_nothing(opened: Opened, anchors: Anchors) -> bool:
    """Whether the bare texts of a file are enough to see that nothing in it can match, and nothing else is to be said of it."""
    try:
        return not may_match(opened.texts(), anchors)
    except (Unsure, Unreadable):
        return False


def may_match(texts: Iterable[str], anchors: Anchors) -> bool:
    """Whether anything can match in a document, each of whose blocks, heads and leads is one of these texts."""
    kept = [*texts]
    folded = fold("\n".join(kept))
    if _NAME in folded or (not folded.isascii() and _UNSURE.search(folded)):
        return True
    around = set(words_in_order(folded))
    whole = Words(around, None, lambda: around)
    return _can_be_found([whole], anchors) and _can_be_found(_stretches(kept, whole), anchors)


def _stretches(texts: Sequence[str], whole: Words) -> Iterator[Words]:
    for text in texts:
        in_order = words_in_order(fold(text))
        yield Words(set(in_order), in_order, whole.around)


def _can_be_found(stretches: Iterable[Words], anchors: Anchors) -> bool:
    """Whether a finding can come of any of the stretches, or of several for a rule."""
    parts = set[int]()
    for text in stretches:
        for number in anchors.candidates(text.words):
            if anchors.can_be_found(number, text):
                part = anchors.part_of(number)
                if part is None:
                    return True
                parts.add(part)
    return bool(parts and anchors.possible_rules(parts))
