"""Turn a finding into the lines of the remark that stands beside its words in a marked-up copy.

The surprise: every remark says everything. Whoever reads the third comment in the margin may not have seen the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stigmalint.document import AUTHOR
from stigmalint.findings import Finding, Kind, Severity
from stigmalint.reporters.layout import Marked, clip
from stigmalint.reporters.places import in_words
from stigmalint.reporters.saying import SOURCES, rule_parts

__all__ = ["AUTHOR", "INITIALS", "Line", "remark"]

INITIALS = "sl"
_ROOM = 20
"""Of words longer than four times as many characters, the beginning and the end are quoted."""


class Line(NamedTuple):
    """A line of a remark: what it is about (to be set off, in bold say; may be empty), and the text."""

    label: str
    text: str

    def __str__(self) -> str:
        return f"{self.label}: {self.text}" if self.label else self.text


def remark(finding: Finding, declined: str = "", *, elsewhere: bool = False) -> tuple[Line, ...]:
    """The remark on a finding: what it is about, why, what to write, who says so.

    ``declined`` is why its wording could not be put in; ``elsewhere`` has the remark say where the words stand, because
    it cannot stand beside them.
    """
    where = f", {in_words(finding.place)}" if elsewhere else ""
    words = clip(Marked("", finding.matched, ""), _ROOM).match
    lines = [Line(_title(finding), f"“{words}”{where}"), Line("", finding.why)]
    lines += [Line(part.name, part.words or "none stated") for part in rule_parts(finding)] if finding.elements else []
    lines += [Line("Principle", finding.principle)] if finding.principle else []
    lines += _instead(finding)
    lines += [Line("Note", text) for text in (finding.note, declined) if text]
    lines += [Line("Disputed", finding.disputed)] if finding.disputed else []
    return (*lines, Line("Sources", _sources(finding)), Line("More", f"stigmalint explain {finding.term}"))


def _title(finding: Finding) -> str:
    if finding.severity is Severity.ADVICE:
        return "To consider"
    return "Rule to change" if finding.kind is Kind.PROVISION else "To change"


def _instead(finding: Finding) -> Iterator[Line]:
    """The wordings that fit, the best first, or else advice on how to put it."""
    for at, suggestion in enumerate(finding.suggestions):
        yield Line("or" if at else "Write", suggestion)
    if finding.instead:
        yield Line("Instead", finding.instead)


def _sources(finding: Finding) -> str:
    more = len(finding.sources) - SOURCES
    return "; ".join([*(source.label for source in finding.sources[:SOURCES]), *([f"and {more} more"] if more > 0 else [])])
