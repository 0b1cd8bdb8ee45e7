"""Turn a Word draft and the findings in it into a copy with tracked changes and comments, as a colleague would return it.

The surprise: no Word library writes the copy. They write every part anew and cannot open one file in nine, so only the
parts with something to mark are edited here, as XML, and all others are copied as they are packed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC

from stigmalint.document import Misaligned, Stream
from stigmalint.findings import Report
from stigmalint.fixing import Declined, Reviewed, Wishes
from stigmalint.fixing.docx.anchors import Places, anchor_of
from stigmalint.fixing.docx.atoms import Atoms
from stigmalint.fixing.docx.boxes import keep_alike, pairs
from stigmalint.fixing.docx.changes import Stamp, change
from stigmalint.fixing.docx.comments import Comments
from stigmalint.fixing.docx.echoes import echoes
from stigmalint.fixing.docx.marks import Mark, marks_of
from stigmalint.fixing.docx.obstacles import fields_around, obstacle
from stigmalint.fixing.docx.parts import Parts
from stigmalint.fixing.docx.refusal import refuse_closed
from stigmalint.fixing.remarks import AUTHOR, remark
from stigmalint.readers.office.names import Element


def review(data: bytes, report: Report, wishes: Wishes) -> Reviewed:
    """The marked-up copy of a Word file. Raises ``Refused`` when it is protected or signed."""
    parts = Parts(data, wishes.limits)
    refuse_closed(parts)
    stamp = Stamp(AUTHOR, wishes.when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), parts.fresh_id)
    streams, marks = report.documents[0].streams, marks_of(report, wishes)
    everywhere = [*marks, *echoes(parts, marks, [stream.name for stream in streams])]
    for stream in streams:
        if here := [mark for mark in everywhere if mark.part == stream.name]:
            _mark_part(parts, stream, here, stamp, comments=wishes.comments)
    commented = _comment(parts, marks, stamp) if wishes.comments and marks else 0
    declined = tuple(Declined(mark.finding, _sentence(mark.declined)) for mark in marks if mark.declined)
    return Reviewed(parts.written(), sum(bool(mark.changing) for mark in marks), commented, declined)


def _mark_part(parts: Parts, stream: Stream, marks: Sequence[Mark], stamp: Stamp, *, comments: bool) -> None:
    """Track the changes in one part, and note between which elements each comment belongs."""
    part = stream.name
    atoms = Atoms(parts.look(part))
    if atoms.text != stream.text:
        raise Misaligned(f"the text of {part} is not what was read")
    _decline(parts.look(part), atoms, marks)
    changing = [mark for mark in marks if mark.changing]
    if changing or (comments and part == parts.main):
        atoms = Atoms(parts.edit(part), {edge for mark in marks for edge in mark.edges}, stamp.fresh)
    for mark in marks:
        words = atoms.of(mark.words)
        mark.first, mark.last = words[0].element, words[-1].element
    boxes = pairs(parts.look(part)) if changing else []
    insertions = [change(atoms.of(mark.changing), mark.text, stamp) for mark in changing]
    keep_alike(boxes, insertions, stamp.fresh)


def _decline(root: Element, atoms: Atoms, marks: Sequence[Mark]) -> None:
    """Take back the changes that something is in the way of."""
    changing = [(mark, atoms.of(mark.changing)) for mark in marks if mark.changing]
    fields = fields_around(root, [atom.element for _, words in changing for atom in words])
    for mark, words in changing:
        if reason := obstacle(words, fields):
            mark.decline(reason)


def _comment(parts: Parts, marks: Sequence[Mark], stamp: Stamp) -> int:
    """Put a comment on each finding. Returns how many there are."""
    comments, body = Comments(parts, stamp), parts.edit(parts.main)
    places = Places(body, parts.ids())
    count = 0
    for mark in marks:
        here = anchor_of(mark.first, mark.last) if mark.part == parts.main else None
        anchor = here or places.of(mark.first, mark.part)
        if anchor:
            elsewhere = mark.first.getparent() is not anchor.first
            comments.add(anchor, remark(mark.finding, _sentence(mark.declined), elsewhere=elsewhere))
            count += 1
    return count


def _sentence(reason: str) -> str:
    return f"{reason[:1].upper()}{reason[1:]}." if reason else ""
