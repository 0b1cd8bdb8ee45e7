"""Turn the text of one part into atoms: stretches of its stream that each stand in an element of their own.

The surprise: all cuts are made before anything else is done. From then on a span of the stream is a list of elements,
and these stay what they are while others around them are wrapped, moved and marked.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from stigmalint.document import Span
from stigmalint.fixing.docx.elements import Fresh, keep_space, split_before, text_element
from stigmalint.readers.docx.steps import Text
from stigmalint.readers.docx.walk import walk_tree
from stigmalint.readers.office.names import Element, short


class Atom(NamedTuple):
    """A stretch of the stream and its element; ``holds`` is as in a ``Text`` step."""

    span: Span
    element: Element
    holds: str


class Atoms:
    """The text of a part, cut at certain offsets wherever it stands in runs."""

    def __init__(self, root: Element, cuts: Collection[int] = (), fresh: Fresh = str) -> None:
        steps = [step for step in walk_tree(root) if isinstance(step, Text)]
        self.text = "".join(step.text for step in steps)
        ordered = sorted(cuts)
        self._atoms = [atom for step in steps for atom in _cut(step, _inside(ordered, step))]
        self._starts = [atom.span.start for atom in self._atoms]
        for before, atom in pairwise(self._atoms):
            if atom.span.start in cuts and before.element.getparent() is atom.element.getparent() and _is_in_run(atom.element):
                split_before(atom.element, fresh)

    def __iter__(self) -> Iterator[Atom]:
        """All atoms, in the order of the text."""
        return iter(self._atoms)

    def within(self, span: Span) -> Sequence[Atom]:
        """The atoms that share a character with ``span``, in the order of the text."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        found = self._atoms[first : bisect_left(self._starts, span.end)]
        return [atom for atom in found if atom.span.overlaps(span)]

    def of(self, spans: Iterable[Span]) -> list[Atom]:
        """The atoms that share a character with any of the spans, and those of no width between them.

        A soft hyphen is not in what a reader sees, but goes with the word it stands in.
        """
        ordered = sorted(spans)
        hull = self.within(Span(ordered[0].start, ordered[-1].end))
        return [atom for atom in hull if any(atom.span.overlaps(span) for span in ordered) or self._is_bare(atom)]

    def _is_bare(self, atom: Atom) -> bool:
        text = self.text[atom.span.start : atom.span.end]
        return atom.holds in {"text", "sign"} and not text.translate(_BARE).strip()


_BARE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


def _inside(cuts: Sequence[int], step: Text) -> Sequence[int]:
    return cuts[bisect_right(cuts, step.offset) : bisect_left(cuts, step.offset + len(step.text))]


def _cut(step: Text, cuts: Sequence[int]) -> Iterable[Atom]:
    """The atoms of a step; only the text of a run can be cut."""
    if not cuts or step.holds != "text" or short(step.element.tag) != "w:t" or not _is_in_run(step.element):
        yield Atom(Span(step.offset, step.offset + len(step.text)), step.element, step.holds)
        return
    element, edges = step.element, [step.offset, *cuts, step.offset + len(step.text)]
    for at, (start, end) in enumerate(pairwise(edges)):
        text = step.text[start - step.offset : end - step.offset]
        if at:
            other = text_element(element, text)
            element.addnext(other)
            element = other
        else:
            _say(element, text)
        yield Atom(Span(start, end), element, step.holds)


def _say(element: Element, text: str) -> None:
    del element[:]
    element.text = text
    keep_space(element)


def _is_in_run(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and short(parent.tag) == "w:r"
