"""Turn a text file and the words to put into it into the fixed file, and what could not be put in.

The surprise: every result is read and checked again before it counts. What would change anything but the words meant, or
would be flagged anew, is left out, so that fixing twice gives the same as fixing once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from stigmalint.document import Document, Span
from stigmalint.errors import Refused, Unreadable
from stigmalint.findings import Finding, Ineffective, Kind, Report
from stigmalint.fixing import Declined
from stigmalint.fixing.changes import Change, is_as_meant, with_new_spans
from stigmalint.fixing.choosing import has_wording, with_its_apostrophes
from stigmalint.fixing.obstacles import obstacle
from stigmalint.fixing.rewording import rewordings
from stigmalint.fixing.splicing import splice
from stigmalint.readers.decode import decode

Check = Callable[[bytes], Report]
"""The report, with its document, on one file's content. May raise ``Unreadable``."""

_FLAGGED = "The wording offered would be flagged itself in this sentence; change it by hand."
_ROUNDS = 9
"""How often what was just fixed may bring something to light that can be fixed too. More than two are not known."""


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


def fix(before: Fixed, choose: Callable[[Report], Iterable[Change | Declined]], check: Check) -> Fixed:
    """The file with all changes that ``choose`` picks from the report on it, and again from the report on that, to the end."""
    fixed = before
    for _ in range(_ROUNDS):
        again = make(fixed, choose(fixed.report), check)
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


def make(before: Fixed, changes: Iterable[Change | Declined], check: Check) -> Fixed:
    """The file with those of the changes made that can be. No two of them overlap in the text."""
    draft = _Draft(before, check)
    fitting: list[Change] = []
    for change in changes:
        if isinstance(change, Declined):
            draft.declined.append(change)
        elif single := draft.fitting(change):
            fitting.append(single)
        else:
            draft.declined.append(Declined(change.finding, change.otherwise))
    changed = draft.sound([], fitting)
    return Fixed(draft.data, draft.report, tuple(changed), tuple(draft.declined))


class _Draft:
    """A file on which changes are tried out. ``data`` and ``report`` are of the last try that went well."""

    def __init__(self, before: Fixed, check: Check) -> None:
        self.data, self.report = before.data, before.report
        self.declined: list[Declined] = []
        self._before, self._check = before, check
        self._document = before.report.documents[0]

    def fitting(self, change: Change) -> Change | None:
        """The change with the first of its edits that changes nothing but the words meant. A single one is tried later."""
        if len(change.edits) == 1:
            return change
        each = (replace(change, edits=(edit,)) for edit in change.edits)
        return next((single for single in each if self._reads_well(single)), None)

    def sound(self, base: list[Change], more: list[Change]) -> list[Change]:
        """Those of ``more`` that can be made together with ``base``; they are tried in halves until it is clear which."""
        reason = self._trouble([*base, *more]) if more else None
        if reason is None:
            return more
        if len(more) == 1:
            self.declined.append(Declined(more[0].finding, reason or more[0].otherwise))
            return []
        first = self.sound(base, more[: len(more) // 2])
        return first + self.sound([*base, *first], more[len(more) // 2 :])

    def _reads_well(self, change: Change) -> bool:
        try:
            report = self._check(self._spliced([change]))
        except (Refused, Unreadable):
            return False
        return is_as_meant(report.documents[0], self._document, [change])

    def _trouble(self, changes: list[Change]) -> str | None:
        """What is wrong with the file when these changes are made (empty: it reads other than meant); ``None`` for nothing."""
        try:
            data = self._spliced(changes)
            report = self._check(data)
        except Refused as error:
            return str(error)
        except Unreadable:
            return ""
        if not is_as_meant(report.documents[0], self._document, changes):
            return ""
        flagged = [change for change, span in with_new_spans(changes) if self._is_flagged(change, span, report)]
        if flagged:
            return "" if any(change.told for change in flagged) else _FLAGGED
        self.data, self.report = data, report
        return None

    def _spliced(self, changes: list[Change]) -> bytes:
        return splice(self._before.data, (change.edits[0] for change in changes))

    def _is_flagged(self, change: Change, span: Span, report: Report) -> bool:
        """Whether the new words, at ``span`` of their block, are found by a term that did not find the old ones beside ours."""
        old = change.finding
        known = {other.term for other in self._before.report.findings if other is not old and _meet(other, old.block, old.span)}
        return any(
            _meet(found, old.block, span) and found.term not in known and (found.kind is Kind.TERM or has_wording(found))
            for found in report.findings
        )


def _meet(finding: Finding, block: int, span: Span) -> bool:
    return finding.block == block and finding.span.overlaps(span)
