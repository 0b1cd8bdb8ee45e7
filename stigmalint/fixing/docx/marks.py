"""Turn the findings in a Word draft into marks: where in the text of which part, and what is to become of the words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from stigmalint.document import Document, Span
from stigmalint.findings import Finding, Report
from stigmalint.fixing import Wishes
from stigmalint.fixing.choosing import chosen, has_wording
from stigmalint.fixing.narrowing import narrowed
from stigmalint.readers.office.names import Element

_OVERLAPS = "another change takes the place of some of these words"


@dataclass(slots=True)
class Mark:
    """What is to be marked in one part, and while that is done, what became of it."""

    finding: Finding
    part: str
    words: tuple[Span, ...]
    """Where the words stand in the stream of the part."""
    changing: tuple[Span, ...] = ()
    """Those of them that change; empty when nothing is to be changed."""
    text: str = ""
    """What takes their place."""
    declined: str = ""
    """Why nothing is changed although there is a wording."""
    first: Element = field(init=False)
    """The element in which the words begin, once it is found."""
    last: Element = field(init=False)
    """The element in which they end."""

    @property
    def edges(self) -> set[int]:
        """Where in the stream something begins or ends."""
        return {edge for spans in (self.words, self.changing) if spans for edge in (spans[0].start, spans[-1].end)}

    def decline(self, reason: str) -> None:
        """Change nothing, for this reason."""
        self.declined, self.changing = reason, ()


def marks_of(report: Report, wishes: Wishes) -> list[Mark]:
    """A mark for each finding, in the order of the text."""
    (document,) = report.documents
    kept = {id(finding) for finding in chosen(report.findings)} if wishes.changes else set()
    return [_mark(finding, document, kept, wishes) for finding in report.findings]


def _mark(finding: Finding, document: Document, kept: Collection[int], wishes: Wishes) -> Mark:
    block = document.blocks[finding.block]
    sources = block.source_of(finding.span)
    mark = Mark(finding, document.streams[sources[0][0]].name, tuple(span for _, span in sources))
    if id(finding) in kept:
        inner, mark.text = narrowed(finding.matched, finding.suggestions[0])
        start = finding.span.start
        mark.changing = tuple(span for _, span in block.source_of(Span(start + inner.start, start + inner.end)))
    elif wishes.changes and has_wording(finding):
        mark.declined = _OVERLAPS
    return mark
