"""Turn the regions of all pages into one flow of paragraphs, whole again where a column or page cut them.

The surprise: what stands between the halves of a sentence (notes, captions, tables) is left where it is; the second half
moves up to the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from stigmalint.document import BlockKind
from stigmalint.readers.pdf.columns import Region
from stigmalint.readers.pdf.fonts import BOLD, RAISED
from stigmalint.readers.pdf.markers import is_final, note
from stigmalint.readers.pdf.paragraphs import Measure, Paragraph, paragraphs

ASIDE = frozenset({BlockKind.FOOTNOTE, BlockKind.CAPTION})
"""What may stand between the two halves of a sentence, and so may a table."""
_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


class Leaf(NamedTuple):
    """The regions of a page in reading order, and the page's height in points."""

    height: float
    regions: Sequence[Region]


def flow(leaves: Iterable[Leaf], usual: Measure) -> list[Paragraph]:
    """The paragraphs of all pages in reading order."""
    found: list[Paragraph] = []
    for leaf in leaves:
        for region in leaf.regions:
            _append(found, _with_footnotes(paragraphs(region, usual), usual, leaf.height))
    return found


def _append(found: list[Paragraph], following: list[Paragraph]) -> None:
    """Add a region's paragraphs, the first of them to the last one before when it goes on there."""
    for kinds in (_RUNNING, frozenset({BlockKind.FOOTNOTE})):
        open_end = _last(found, kinds)
        begins = next((at for at, one in enumerate(following) if one.kind in kinds or not _is_aside(one)), None)
        if open_end is None or begins is None or following[begins].kind not in kinds:
            continue
        if goes_on(found[open_end], following[begins]):
            rest = following.pop(begins)
            found[open_end] = replace(found[open_end], lines=(*found[open_end].lines, *rest.lines), ends_early=rest.ends_early)
    found += following


def _is_aside(paragraph: Paragraph) -> bool:
    return paragraph.kind in ASIDE or not paragraph.lines[0].text


def _last(found: list[Paragraph], kinds: frozenset[BlockKind]) -> int | None:
    """Where the last paragraph of these kinds is, unless a heading stands after it."""
    for at in range(len(found) - 1, max(-1, len(found) - 200), -1):
        if found[at].kind in kinds and found[at].lines[0].text:
            return at
        if not _is_aside(found[at]) and BlockKind.FOOTNOTE not in kinds:
            return None
    return None


def goes_on(before: Paragraph, after: Paragraph) -> bool:
    """Whether ``after``, at the top of a column, is the rest of ``before``, at the foot of the last."""
    if after.kind not in (BlockKind.PARAGRAPH, BlockKind.FOOTNOTE) or after.skip:
        return False
    if abs(before.size - after.size) > 0.06 * before.size:
        return False
    if before.lines[-1].broken:
        return True
    text, begin = before.lines[-1].text, after.lines[0]
    if (begin.style ^ before.lines[-1].style) & BOLD or begin.runs[0].style == RAISED:
        return False
    if begin.text[:1].islower():
        return not text.endswith(":") or not before.ends_early
    return not is_final(text) and not before.ends_early


def _with_footnotes(found: list[Paragraph], usual: Measure, height: float) -> list[Paragraph]:
    """The same paragraphs, those in small type at the foot of the page as notes."""
    first = len(found)
    while first and found[first - 1].size < 0.93 * usual.size and found[first - 1].lines[0].text:
        first -= 1
    small = found[first:]
    if not small or small[0].lines[0].baseline < height / 2 or not (first or _is_marked(small[0])):
        return found
    return [*found[:first], *(_as_footnote(paragraph) for paragraph in small)]


def _is_marked(paragraph: Paragraph) -> bool:
    return paragraph.lines[0].runs[0].style == RAISED or note(paragraph.text) > 0


def _as_footnote(paragraph: Paragraph) -> Paragraph:
    raised = paragraph.lines[0].runs[0].style == RAISED
    return replace(paragraph, kind=BlockKind.FOOTNOTE, skip=0 if raised else note(paragraph.text))
