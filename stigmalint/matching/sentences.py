"""Turn a block's text into its sentences.

The surprise: no language library is asked, so that the cut is the same before and after spaCy is loaded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stigmalint.document import Span

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-Z0-9À-Þ])")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof rev hon st sr jr vs v no nos art sec secs fig figs al etc e.g i.e cf ca approx dept inc ltd co corp u.s"
    " u.k a.m p.m ph.d m.d b.a m.a gen gov sen rep sgt capt lt col vol pp p ed eds para paras ch jan feb mar apr jun jul aug sep"
    " sept oct nov dec mon tue wed thu fri sat sun ave blvd rd".split()
)
_ALSO_ENDS_SENTENCES = frozenset({"a.m", "p.m", "etc", "inc", "ltd", "u.s", "u.k", "co", "corp", "no"})
_LAST_WORD = re.compile(r"([\w.]+)\.$")


def sentences(text: str) -> Iterator[Span]:
    """The sentences of ``text`` in order, without the white space between them. Together they cover every other character."""
    start = 0
    for found in _END.finditer(text):
        if _is_abbreviation(text[start : found.end()].rstrip(), text[found.end() : found.end() + 1]):
            continue
        yield Span(start, start + len(text[start : found.end()].rstrip()))
        start = found.end()
    if start < len(text):
        yield Span(start, len(text))


def _is_abbreviation(sentence: str, following: str) -> bool:
    last = _LAST_WORD.search(sentence)
    if not last:
        return False
    word = last[1].lower()
    if len(word) == 1 and word.isalpha() and last[1].isupper():
        return True  # an initial: “J. Smith”
    return word in _ABBREVIATIONS and (following.isdigit() or word not in _ALSO_ENDS_SENTENCES)
