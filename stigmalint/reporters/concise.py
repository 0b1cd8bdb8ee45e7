"""Turn a report into one line for each finding: ``policy.md:3:5: error addict “addicts” → “people with an addiction”``."""

from __future__ import annotations

from stigmalint.document import Place
from stigmalint.findings import Finding, Report
from stigmalint.reporters import in_order
from stigmalint.reporters.counts import put_statistics
from stigmalint.reporters.entries import no_effect, not_checked
from stigmalint.reporters.layout import Page
from stigmalint.reporters.messages import offer, shortened
from stigmalint.reporters.places import in_words
from stigmalint.reporters.saying import passed_over, verdict
from stigmalint.reporters.text import PAINT
from stigmalint.statistics import statistics_of
from stigmalint.terminal import Look, Style


def render(report: Report, look: Look) -> str:
    """The lines, and what they come to."""
    page = Page(look)
    for finding in in_order(report.findings):
        page.row(_row(finding, look))
    for directive in report.ineffective:
        page.row(f"{look.safe(_where(directive.path, directive.place))}: {look.safe(no_effect(directive))}")
    for skipped in report.skipped:
        page.row(f"{look.safe(skipped.path)}: {look.paint(look.safe(not_checked(skipped)), Style.WARNING)}")
    if report.words:
        put_statistics(page, statistics_of(report))
    page.text(" ".join((verdict(report), *passed_over(report))))
    return str(page)


def _row(finding: Finding, look: Look) -> str:
    """One finding: a line and column as editors and terminals understand them, else the place in words."""
    severity = look.paint(finding.severity, PAINT[finding.severity])
    term = look.paint(look.safe(finding.term), Style.QUIET)
    becomes = f"{look.glyphs.becomes} {look.safe(offer(finding) or finding.instead)}"
    where, matched = look.safe(_where(finding.path, finding.place)), look.safe(f"“{shortened(finding.matched)}”")
    return f"{where}: {severity} {term} {matched} {becomes}"


def _where(path: str, place: Place) -> str:
    return f"{path}: {in_words(place)}" if place.line is None else f"{path}:{place.line}:{place.column}"
