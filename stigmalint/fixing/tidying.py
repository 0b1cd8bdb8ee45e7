"""Turn a text file into one without the directives that pass over nothing.

The surprise: a comment on a line of its own may part two paragraphs. Where they would run together, the line stays, empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from stigmalint.findings import Edit, Ineffective
from stigmalint.fixing.changes import misread_blocks
from stigmalint.fixing.splicing import splice
from stigmalint.fixing.text import Desk, Fixed


def tidied(before: Fixed, desk: Desk) -> Fixed:
    """The file without unused directives, or unused names in them."""
    removed, edits = list[Ineffective](), list[Edit]()
    for each in before.report.ineffective:
        edit = next((edit for edit in _removals(each, before) if _changes_nothing_else(edit, before, desk)), None)
        if edit:
            removed.append(each)
            edits.append(edit)
    data = splice(before.data, edits)
    return replace(before, data=data, report=desk.check(data), removed=tuple(removed)) if edits else before


def _removals(each: Ineffective, before: Fixed) -> Iterator[Edit]:
    """What takes a directive out: with its line, or else alone."""
    if not (each.unused and each.removal):
        return
    yield each.removal
    span = each.removal.span
    text = before.report.documents[0].streams[each.removal.stream].text[span.start : span.end]
    start = span.start + len(text) - len(text.lstrip())
    yield replace(each.removal, span=replace(span, start=start, end=start + len(text.strip())))


def _changes_nothing_else(edit: Edit, before: Fixed, desk: Desk) -> bool:
    after = desk.read(splice(before.data, [edit]))
    return misread_blocks(after, before.report.documents[0], []) == set()
