"""Turn changes in a header or footer into the same changes wherever its words are repeated in another.

The surprise: what the header of the first page and that of all others both say is reported once. If only one of them
were changed, the old words would still stand on most pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from stigmalint.document import Span
from stigmalint.fixing.docx.atoms import Atoms
from stigmalint.fixing.docx.elements import around
from stigmalint.fixing.docx.marks import Mark
from stigmalint.fixing.docx.parts import Parts

_KINDS = ("header", "footer")


class _Paragraph(NamedTuple):
    part: str
    span: Span
    text: str


def echoes(parts: Parts, marks: Sequence[Mark], read: Iterable[str]) -> list[Mark]:
    """Marks for the same changes in other places, of which nobody needs to be told again; ``read`` are the parts to look in."""
    found = []
    for kind in _KINDS:
        alike = {link.part for link in parts.of_kind(kind)}.intersection(read)
        changes = [mark for mark in marks if mark.part in alike and mark.changing]
        if changes and len(alike) > 1:
            paragraphs = [each for part in sorted(alike) for each in _paragraphs(part, Atoms(parts.look(part)))]
            found += [echo for change in changes for echo in _echoes(change, paragraphs, marks)]
    return found


def _paragraphs(part: str, atoms: Atoms) -> Iterator[_Paragraph]:
    for _, group in groupby(atoms, key=lambda atom: around(atom.element, "w:p")):
        inside = list(group)
        span = Span(inside[0].span.start, inside[-1].span.end)
        yield _Paragraph(part, span, atoms.text[span.start : span.end])


def _echoes(mark: Mark, paragraphs: Sequence[_Paragraph], marks: Sequence[Mark]) -> Iterator[Mark]:
    """The mark in every other paragraph that says the same and has no mark of its own."""
    whole = Span(mark.words[0].start, mark.words[-1].end)
    own = next((each for each in paragraphs if each.part == mark.part and each.span.covers(whole)), None)
    for each in paragraphs if own else ():
        if own and each.text == own.text and not any(other.part == each.part and _within(other, each) for other in marks):
            shift = each.span.start - own.span.start
            yield replace(mark, part=each.part, words=_moved(mark.words, shift), changing=_moved(mark.changing, shift))


def _within(mark: Mark, paragraph: _Paragraph) -> bool:
    return paragraph.span.overlaps(mark.words[0])


def _moved(spans: Iterable[Span], shift: int) -> tuple[Span, ...]:
    return tuple(Span(span.start + shift, span.end + shift) for span in spans)
