"""Turn a text file and the words to put into it into the fixed file, and what could not be put in.

The surprise: every result is read and checked again before it counts. What would change anything but the words meant, or
would be flagged anew, is left out, so that fixing twice gives the same as fixing once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from stigmalint.document import Document, Span
from stigmalint.errors import Refused, Unreadable
from stigmalint.findings import Finding, Ineffective, Kind, Report
from stigmalint.fixing import Declined
from stigmalint.fixing.changes import Change, misread_blocks, with_new_spans
from stigmalint.fixing.choosing import has_wording, with_its_apostrophes
from stigmalint.fixing.fitting import Read, fitting
from stigmalint.fixing.obstacles import obstacle
from stigmalint.fixing.rewording import rewordings
from stigmalint.fixing.splicing import splice, written
from stigmalint.readers.decode import characters, decode

_FLAGGED = "The wording offered would be flagged itself in this sentence; change it by hand."
_ROUNDS = 9
"""How often what was just fixed may bring something to light that can be fixed too. More than two are not known."""


Check = Callable[[bytes], Report]
"""The report, with its document, on one file's content. May raise ``Unreadable``."""


class Desk(NamedTuple):
    """What a file's content is looked at with: the document in it, and the report on it, which holds the document."""

    read: Read
    check: Check


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file after fixing: its bytes, the report on them, what was changed, and what could not be."""

    data: bytes
    report: Report
    changed: tuple[Change, ...] = ()
    declined: tuple[Declined, ...] = ()
    removed: tuple[Ineffective, ...] = ()
    """Directives that were taken out."""


def is_plain(data: bytes, document: Document) -> bool:
    """Whether the document's only stream is the file's own text, so that it can be edited."""
    try:
        return [stream.text for stream in document.streams] == [decode(data)]
    except Unreadable:
        return False


def fix(before: Fixed, choose: Callable[[Report], Iterable[Change | Declined]], desk: Desk) -> Fixed:
    """The file with all changes that ``choose`` picks from the report on it, and again from the report on that, to the end."""
    fixed = before
    for _ in range(_ROUNDS):
        again = make(fixed, choose(fixed.report), desk)
        fixed = replace(again, changed=(*fixed.changed, *again.changed))
        if not again.changed:
            break
    return fixed


def reworded(report: Report, finding: Finding, text: str) -> Change:
    """The change that puts ``text`` in place of what was matched; ``report`` holds the document."""
    text, document = with_its_apostrophes(text, finding), report.documents[0]
    if reason := obstacle(document, finding, text):
        return Change(finding, text, (), otherwise=reason)
    return Change(finding, text, tuple(rewordings(document, finding, text)))


def make(before: Fixed, changes: Iterable[Change | Declined], desk: Desk) -> Fixed:
    """The file with those of the changes made that can be. No two of them overlap in the text."""
    possible, declined = _possible(before.data, changes)
    document = before.report.documents[0]
    fit, unfit = fitting(before.data, document, possible, desk.read)
    declined += [Declined(change.finding, change.otherwise) for change in unfit]
    while fit:
        data = splice(before.data, (change.edits[0] for change in fit))
        report = desk.check(data)
        flagged = [change for change, span in with_new_spans(fit) if _is_flagged(change, span, report, before.report)]
        if misread_blocks(report.documents[0], document, fit) == set() and not flagged:
            return Fixed(data, report, tuple(fit), tuple(declined))
        declined += [Declined(change.finding, change.otherwise if change.told else _FLAGGED) for change in flagged or fit]
        fit = [change for change in fit if change not in flagged] if flagged else []
    return replace(before, changed=(), declined=tuple(declined))


def _possible(data: bytes, changes: Iterable[Change | Declined]) -> tuple[list[Change], list[Declined]]:
    """The changes for which there are edits that the file's encoding can write, and why the others are none."""
    _, encoding = characters(data)
    possible, declined = list[Change](), list[Declined]()
    for change in changes:
        if isinstance(change, Declined):
            declined.append(change)
        elif not change.edits:
            declined.append(Declined(change.finding, change.otherwise))
        else:
            try:
                written(change.edits[0].text, encoding)
                possible.append(change)
            except Refused as error:
                declined.append(Declined(change.finding, str(error)))
    return possible, declined


def _is_flagged(change: Change, span: Span, after: Report, before: Report) -> bool:
    """Whether the new words, at ``span`` of their block, are found by a term that did not find the old ones beside ours."""
    old = change.finding
    known = {other.term for other in before.findings if other is not old and _meet(other, old.block, old.span)}
    return any(
        _meet(found, old.block, span) and found.term not in known and (found.kind is Kind.TERM or has_wording(found))
        for found in after.findings
    )


def _meet(finding: Finding, block: int, span: Span) -> bool:
    return finding.block == block and finding.span.overlaps(span)
