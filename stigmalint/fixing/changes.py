"""Turn changes of a text file into what it should read like once they are made.

The surprise: what counts is the text as a reader of the document sees it. If one block reads other than was meant, or has lost
its emphasis or a link, markup was torn apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stigmalint.document import Block, Document, Span
from stigmalint.findings import Edit, Finding


@dataclass(frozen=True, slots=True)
class Change:
    """New words for a finding. Each of ``edits`` alone may bring that about; the first one that does is taken."""

    finding: Finding
    text: str
    edits: tuple[Edit, ...]
    told: str = ""
    """What to tell of it, where the words themselves stay."""
    otherwise: str = "Markup stands among these words; change them by hand."
    """What to tell when none of the edits brings it about."""


def with_new_spans(changes: Iterable[Change]) -> Iterator[tuple[Change, Span]]:
    """The changes in the order of the text, each with where its new words stand in their block."""
    longer: dict[int, int] = defaultdict(int)
    for change in sorted(changes, key=_place):
        old = change.finding.span
        start = old.start + longer[change.finding.block]
        longer[change.finding.block] += len(change.text) - len(old)
        yield change, Span(start, start + len(change.text))


def misread_blocks(after: Document, before: Document, changes: Iterable[Change]) -> set[int] | None:
    """The changed blocks that read other than meant, by a word or a mark; ``None`` if anything else in the document changed."""
    changes = list(changes)
    texts = [block.text for block in before.blocks]
    for change in sorted(changes, key=_place, reverse=True):
        number, span = change.finding.block, change.finding.span
        texts[number] = texts[number][: span.start] + change.text + texts[number][span.end :]
    if len(after.blocks) != len(texts):
        return None
    changed = {change.finding.block for change in changes}
    wrong = {number for number, text in enumerate(texts) if after.blocks[number].text != text}
    if wrong - changed:
        return None
    return wrong | {number for number in changed if _marks(after.blocks[number]) != _marks(before.blocks[number])}


def _place(change: Change) -> tuple[int, Span]:
    return change.finding.block, change.finding.span


def _marks(block: Block) -> list[str]:
    return sorted(mark.kind for mark in block.marks)
