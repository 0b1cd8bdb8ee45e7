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
_ASIDES = 60
"""So many notes, captions and table cells may stand between them at most."""
_NEARLY = 0.06
_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


class Leaf(NamedTuple):
    """The regions of a page in reading order, and the page's height in points."""

    height: float
    regions: Sequence[Region]

    @property
    def is_full(self) -> bool:
        """Whether text reaches the lower part of the page, so that a sentence may go on overleaf."""
        return any(line.baseline >= 0.6 * self.height for region in self.regions for line in region)


def flow(leaves: Iterable[Leaf], usual: Measure) -> list[Paragraph]:
    """The paragraphs of all pages in reading order."""
    found: list[Paragraph] = []
    may_go_on = False
    for leaf in leaves:
        for region in leaf.regions:
            some = _with_footnotes(paragraphs(region, usual), usual, leaf.height, found)
            if may_go_on:
                _join(found, some, usual)
            found += some
            may_go_on = True
        may_go_on = may_go_on and (not leaf.regions or leaf.is_full)
    return found


def _join(found: list[Paragraph], following: list[Paragraph], usual: Measure) -> None:
    """Move the first of a region's paragraphs to the last one before, when it goes on there."""
    for kinds in (_RUNNING, frozenset({BlockKind.FOOTNOTE})):
        begins = _first(following, kinds, usual.size)
        ends = None if begins is None else _last(found, kinds, following[begins].size)
        if begins is not None and ends is not None and goes_on(found[ends], following[begins]):
            rest = following.pop(begins)
            found[ends] = replace(found[ends], lines=(*found[ends].lines, *rest.lines), ends_early=rest.ends_early)


def _first(following: Sequence[Paragraph], kinds: frozenset[BlockKind], size: float) -> int | None:
    """Where a sentence from the region before may go on: the first running text, of the usual size if there is any."""
    running = [at for at, one in enumerate(following) if one.kind in kinds and one.lines[0].text]
    until = next((at for at, one in enumerate(following) if one.kind is BlockKind.HEADING), len(following))
    usual = [at for at in running[:_ASIDES] if abs(following[at].size - size) < _NEARLY * size]
    return next((at for at in (*usual[:1], *running[:1]) if at < until or BlockKind.FOOTNOTE in kinds), None)


def _last(found: Sequence[Paragraph], kinds: frozenset[BlockKind], size: float) -> int | None:
    """Where the last running text of this size is, if no heading stands after it."""
    for at in range(len(found) - 1, max(-1, len(found) - 1 - _ASIDES), -1):
        one = found[at]
        if one.kind in kinds and one.lines[0].text and abs(one.size - size) < _NEARLY * size:
            return at
        if one.kind is BlockKind.HEADING and BlockKind.FOOTNOTE not in kinds:
            return None
    return None


def goes_on(before: Paragraph, after: Paragraph) -> bool:
    """Whether ``after``, at the top of a column, is the rest of ``before``, at the foot of the last."""
    if after.kind not in (BlockKind.PARAGRAPH, BlockKind.FOOTNOTE) or after.skip:
        return False
    if before.lines[-1].broken:
        return True
    text, begin = before.lines[-1].text, after.lines[0]
    if (begin.style ^ before.lines[-1].style) & BOLD or begin.runs[0].style == RAISED:
        return False
    if begin.text[:1].islower():
        return not text.endswith(":") or not before.ends_early
    return not is_final(text) and not before.ends_early


def _with_footnotes(some: list[Paragraph], usual: Measure, height: float, found: Sequence[Paragraph]) -> list[Paragraph]:
    """A region's paragraphs, those in small type at the foot of the page as notes.

    The first of them has a number or sign, or goes on with a note of the page before.
    """
    first = len(some)
    while first and some[first - 1].size < 0.93 * usual.size and some[first - 1].lines[0].text:
        first -= 1
    while first < len(some) and not (_is_marked(some[first]) or _goes_on_with_note(some[first], found)):
        first += 1
    if first == len(some) or some[first].lines[0].baseline < height / 2:
        return some
    return [*some[:first], *(_as_footnote(paragraph) for paragraph in some[first:])]


def _goes_on_with_note(paragraph: Paragraph, found: Sequence[Paragraph]) -> bool:
    last = next((one for one in reversed(found[-_ASIDES:]) if one.kind is BlockKind.FOOTNOTE), None)
    return last is not None and last.lines[-1].page + 1 == paragraph.lines[0].page and goes_on(last, paragraph)


def _is_marked(paragraph: Paragraph) -> bool:
    return paragraph.lines[0].runs[0].style == RAISED or note(paragraph.text) > 0


def _as_footnote(paragraph: Paragraph) -> Paragraph:
    raised = paragraph.lines[0].runs[0].style == RAISED
    return replace(paragraph, kind=BlockKind.FOOTNOTE, skip=0 if raised else note(paragraph.text))
