"""Turn words in runs into a tracked change: the old ones deleted where they stand, the new ones inserted behind them.

The surprise: what stands among the words and is not text (a bookmark, a note's number, a picture) is neither deleted nor
moved. So the deletion may be in several pieces; the insertion is always one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise

from stigmalint.fixing.docx.atoms import Atom
from stigmalint.fixing.docx.elements import Fresh, lifted_after, new, split_before, text_element
from stigmalint.readers.office.names import Element, child, short


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who changes and when, as Word writes it, and where the numbers of changes come from."""

    author: str
    date: str
    fresh: Fresh

    def revision(self, like: Element, name: str) -> Element:
        """An empty ``w:del`` or ``w:ins``."""
        return new(like, name, id=self.fresh(), author=self.author, date=self.date)


def change(atoms: Sequence[Atom], text: str, stamp: Stamp) -> Element:
    """Put ``text`` in the place of these atoms, all of which stand in runs of one paragraph. Returns the insertion."""
    looks = _looks(atoms)
    runs = list(_runs(atoms, stamp.fresh))
    deletion = _deleted(runs, stamp)
    insertion = stamp.revision(deletion, "ins")
    insertion.append(_run(deletion, text, looks))
    lifted_after(deletion, stamp.fresh).addnext(insertion)
    return insertion


def _looks(atoms: Sequence[Atom]) -> Element | None:
    """The properties of the run that holds most of the words."""
    lengths: Counter[Element] = Counter()
    for atom in atoms:
        lengths[_parent(atom.element)] += len(atom.span)
    return child(lengths.most_common(1)[0][0], "w:rPr")


def _runs(atoms: Sequence[Atom], fresh: Fresh) -> Iterator[Element]:
    """The runs of the atoms, split so that they hold nothing else."""
    wanted = {atom.element for atom in atoms}
    for run in dict.fromkeys(_parent(atom.element) for atom in atoms):
        content = [inner for inner in run if short(inner.tag) != "w:rPr"]
        borders = [b for a, b in pairwise(content) if (a in wanted) is not (b in wanted)]
        pieces = [run, *(split_before(border, fresh) for border in borders)]
        yield from (piece for piece in pieces if wanted & set(piece))


def _deleted(runs: Sequence[Element], stamp: Stamp) -> Element:
    """Put runs that stand side by side into one deletion. Returns the last."""
    deletion = runs[0]
    for run in runs:
        if run.getprevious() is not deletion:
            deletion = stamp.revision(run, "del")
            run.addprevious(deletion)
        deletion.append(run)
        for text in [inner for inner in run if short(inner.tag) == "w:t"]:
            text.tag = str(text.tag)[:-1] + "delText"
    return deletion


def _run(like: Element, text: str, looks: Element | None) -> Element:
    """A run that looks like the words it stands for; how these were made to look so is no part of it."""
    run = new(like, "r")
    if looks is not None:
        copied = deepcopy(looks)
        for history in [inner for inner in copied if short(inner.tag) == "w:rPrChange"]:
            copied.remove(history)
        run.append(copied)
    run.append(text_element(run, text))
    return run


def _parent(element: Element) -> Element:
    return next(element.iterancestors())
