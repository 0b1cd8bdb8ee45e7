"""Turn a report into a table, for spreadsheets: RFC 4180, in UTF-8, with a header.

The surprise: a cell that a spreadsheet would take for a formula gets an apostrophe in front, and what cannot be seen is
written out. For a program that has to have the text unchanged there are the JSON reports.
"""

from __future__ import annotations

import csv
import io
from dataclasses import astuple, dataclass, fields

from stigmalint.cells import safe
from stigmalint.findings import Finding, Ineffective, Report, Skipped
from stigmalint.reporters import in_order
from stigmalint.reporters.entries import no_effect, not_checked
from stigmalint.reporters.places import in_words
from stigmalint.terminal import Look, inert

_MARK = "\ufeff"
"""What tells a spreadsheet that the bytes are UTF-8."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; its fields are the columns. What else there is to tell of a file stands in ``why``."""

    path: str
    place: str = ""
    line: int | None = None
    column: int | None = None
    page: int | None = None
    severity: str = ""
    kind: str = ""
    term: str = ""
    pack: str = ""
    matched: str = ""
    sentence: str = ""
    write: str = ""
    """What can be put in, the wordings between bars."""
    instead: str = ""
    why: str = ""
    sources: str = ""
    disputed: str = ""
    note: str = ""
    principle: str = ""
    fingerprint: str = ""


def render(report: Report, look: Look) -> str:
    """The table."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(field.name for field in fields(Row))
    for row in [*map(_row, in_order(report.findings)), *map(_ineffective, report.ineffective), *map(_skipped, report.skipped)]:
        table.writerow(safe(inert(cell)) if isinstance(cell, str) else cell for cell in astuple(row))
    return _MARK + out.getvalue()


def _row(finding: Finding) -> Row:
    return Row(
        path=finding.path,
        place=in_words(finding.place),
        line=finding.place.line,
        column=finding.place.column,
        page=finding.place.page,
        severity=finding.severity.value,
        kind=finding.kind.value,
        term=finding.term,
        pack=finding.pack,
        matched=finding.matched,
        sentence=finding.sentence,
        write=" | ".join(finding.suggestions),
        instead=finding.instead,
        why=finding.why,
        sources="; ".join(source.label for source in finding.sources),
        disputed=finding.disputed,
        note=finding.note,
        principle=finding.principle,
        fingerprint=finding.fingerprint,
    )


def _ineffective(directive: Ineffective) -> Row:
    place = directive.place
    where = (in_words(place), place.line, place.column, place.page)
    return Row(directive.path, *where, kind="directive", why=no_effect(directive))


def _skipped(skipped: Skipped) -> Row:
    return Row(skipped.path, kind="not checked", why=not_checked(skipped))
