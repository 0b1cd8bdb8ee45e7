"""Turn changes into those that can be made together, each with the edit that does it.

The surprise: a result is read again to see what an edit did, and one reading tries an edit in every block at once, because what
is torn apart in one block shows in that block. Only what shows elsewhere is looked for one by one.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from stigmalint.document import Document
from stigmalint.errors import Unreadable
from stigmalint.fixing.changes import Change, misread_blocks
from stigmalint.fixing.splicing import splice

Read = Callable[[bytes], Document]
"""The document in one file's content. May raise ``Unreadable``."""


def fitting(data: bytes, document: Document, changes: Iterable[Change], read: Read) -> tuple[list[Change], list[Change]]:
    """Those that can be made together, with one edit each, and those that cannot."""
    return _Fitting(data, document, read).sorted_out([change for change in changes if change.edits])


class _Fitting:
    """A file in which edits are tried."""

    def __init__(self, data: bytes, document: Document, read: Read) -> None:
        self._data, self._document, self._read = data, document, read
        self._fit: list[Change] = []
        self._unfit: list[Change] = []

    def sorted_out(self, changes: Sequence[Change]) -> tuple[list[Change], list[Change]]:
        """Try everything together; where that reads wrong, one change after the other, in all such blocks side by side."""
        wrong = self._misread(changes)
        waiting: dict[int, deque[Change]] = defaultdict(deque)
        for change in changes:
            if wrong is None or change.finding.block in wrong:
                waiting[change.finding.block].append(change)
            else:
                self._fit.append(_with_first(change))
        while waiting:
            self._try([queue[0] for queue in waiting.values()], waiting)
            waiting = {block: queue for block, queue in waiting.items() if queue}
        return self._fit, self._unfit

    def _try(self, heads: Sequence[Change], waiting: dict[int, deque[Change]]) -> None:
        """Try the first edit of changes in different blocks: each is taken, goes on to its next edit, or is given up."""
        wrong = self._misread([*self._fit, *heads])
        if wrong is None and len(heads) > 1:
            self._try(heads[: len(heads) // 2], waiting)
            self._try(heads[len(heads) // 2 :], waiting)
            return
        for head in heads:
            queue = waiting[head.finding.block]
            queue.popleft()
            if wrong is not None and head.finding.block not in wrong:
                self._fit.append(_with_first(head))
            elif len(head.edits) > 1:
                queue.appendleft(replace(head, edits=head.edits[1:]))
            else:
                self._unfit.append(head)

    def _misread(self, changes: Sequence[Change]) -> set[int] | None:
        """The blocks that read other than meant with the first edits of these changes; ``None`` if more than those do."""
        try:
            after = self._read(splice(self._data, (change.edits[0] for change in changes)))
        except Unreadable:
            return None
        return misread_blocks(after, self._document, changes)


def _with_first(change: Change) -> Change:
    return replace(change, edits=change.edits[:1])
