"""Turn the quotation marks of a block into quotations.

The surprise: a mark without a partner opens nothing, because extracted text often loses one of the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stigmalint.document import Span

_PAIRS = re.compile(
    r"“(?P<curly>[^“”]*)[”“]"
    r"|«(?P<angle>[^«»]*)»"
    r"|„(?P<low>[^„“”]*)[“”]"
    r'|(?<!\w)"(?P<straight>[^"]*)"'
    r"|(?<!\w)‘(?P<single>(?:[^‘’]|(?<=\w)’(?=\w))*)’(?!\w)"
    r"|(?<![\w'])'(?P<typed>(?:[^']|(?<=\w)'(?=\w))+)'(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Quote:
    """The words between two quotation marks, without the marks."""

    span: Span
    words: int


def quotes(text: str) -> Iterator[Quote]:
    """The quotations of a block's text, in order."""
    for found in _PAIRS.finditer(text):
        kind = found.lastgroup or "curly"
        yield Quote(Span(*found.span(kind)), len(found[kind].split()))
