"""Turn a finding and its new words into edits of the source that may do it, the likeliest first.

The surprise: between the words of a phrase the source may hold more than spaces. Line breaks stay, with the indent or “>”
behind them. Where markup stands, one stretch of the phrase takes all the new words and the others go; which of them may
do so without tearing the markup apart is found out by whoever reads the result again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from stigmalint.document import Block, Document, Span
from stigmalint.findings import Edit, Finding

_BREAK = re.compile(r"[ \t]*\\?(?:\r\n|\r|\n)[ \t>]*\Z")
_NOTHING = re.compile(r"(?:[\s\u00ad\u200b-\u200d\u2060\ufeff]|(?<!~)~(?!~))*\Z")
"""White space, what has no width, and the tie of LaTeX."""
_WORD = re.compile(r"\S+")

_Stretch = list[Span]
"""Words without markup between them: where each of their lines is."""


def rewordings(document: Document, finding: Finding, text: str) -> Iterator[Edit]:
    """Edits of the only stream of ``document`` that put ``text`` in place of what was matched, or try to."""
    source = document.streams[0].text
    words = list(_words(document.blocks[finding.block], finding.span, source))
    if any(right.start < left.end for left, right in pairwise(words)):
        return
    stretches = _stretches(words, source)
    for chosen in reversed(range(len(stretches))):
        yield Edit(0, Span(words[0].start, words[-1].end), _with_all_in(chosen, text, stretches, source))


def _words(block: Block, span: Span, source: str) -> Iterator[Span]:
    """Where in the source the words of ``span`` are."""
    for piece in block.pieces:
        if not piece.span.overlaps(span):
            continue
        if piece.verbatim:
            shift = piece.source.start - piece.span.start
            start, end = max(piece.span.start, span.start) + shift, min(piece.span.end, span.end) + shift
            yield from (Span(*word.span()) for word in _WORD.finditer(source, start, end))
        elif source[piece.source.start] == "&" or not block.text[piece.span.start : piece.span.end].isspace():
            yield piece.source  # an entity goes with the words beside it, even “&nbsp;”


def _stretches(words: Sequence[Span], source: str) -> list[_Stretch]:
    """The words, parted where something stands between them that is neither white space nor without width."""
    done: list[_Stretch] = [[words[0]]]
    for left, right in pairwise(words):
        gap, lines = source[left.end : right.start], done[-1]
        if _BREAK.match(gap):
            lines.append(right)
        elif _NOTHING.match(gap):
            lines[-1] = Span(lines[-1].start, right.end)
        else:
            done.append([right])
    return done


def _with_all_in(chosen: int, text: str, stretches: Sequence[_Stretch], source: str) -> str:
    """The source of a phrase with all its words in one stretch; of the others only the markup beside them is left."""
    gaps = ["", *(source[left[-1].end : right[0].start] for left, right in pairwise(stretches))]
    kept = [_beside_nothing(gap, before=at <= chosen) for at, gap in enumerate(gaps)]
    kept[chosen] += _laid_out(text, stretches[chosen], source)
    return "".join(kept)


def _beside_nothing(gap: str, *, before: bool) -> str:
    """A gap without the blanks that parted it from words which are gone: those ``before`` it, or those behind. Lines stay."""
    if "\n" in gap or "\r" in gap:
        return gap
    return gap.lstrip() if before else gap.rstrip()


def _laid_out(text: str, lines: _Stretch, source: str) -> str:
    """The new words on as many lines as the old ones, none but the last longer than it was if that can be."""
    words, parts = text.split(" "), []
    for below, (line, following) in enumerate(pairwise(lines), start=1 - len(lines)):
        ends = accumulate(len(word) + 1 for word in words)
        fitting = max(1, sum(end - 1 <= len(line) for end in ends))
        taken = max(0, min(fitting, len(words) + below))
        parts.append(" ".join(words[:taken]) + source[line.end : following.start])
        words = words[taken:]
    return "".join((*parts, " ".join(words)))
