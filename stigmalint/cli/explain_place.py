"""Turn a place in a document (“policy.md:12”) into what is found there and why.

The surprise: behind the colon stands a line where the format has lines, else the number of a finding in the document.
"""

from __future__ import annotations

from pathlib import Path

from stigmalint import api
from stigmalint.cli.options import is_debug
from stigmalint.cli.status import ExitStatus
from stigmalint.cli.term_page import explain_term
from stigmalint.config import HouseStyle
from stigmalint.discover import Source
from stigmalint.findings import Finding, Report
from stigmalint.packs import load_vocabulary
from stigmalint.packs.vocabulary import Vocabulary
from stigmalint.reporters.layout import Page
from stigmalint.reporters.places import in_words
from stigmalint.reporters.saying import passed_over
from stigmalint.reporters.text import PAINT, heading
from stigmalint.settings import read_settings
from stigmalint.terminal import Look, Style, emit


def explain_document(file: Path, number: int | None, look: Look) -> ExitStatus:
    """Show what is found in a document, or what at one place of it. Raises ``UsageError`` for settings that do not fit."""
    config = read_settings({}).config(debug=is_debug())
    report = api.check([Source(file.as_posix(), file)], config)
    page = Page(look)
    if not report.checked:
        page.text(" ".join(f"{each.path}: {each.reason}" for each in report.skipped))
    elif number is None:
        _list(page, report)
    else:
        _explain(page, report, file, number, load_vocabulary(HouseStyle(packs=config.style.packs)))
    emit(str(page))
    return ExitStatus.INCOMPLETE if report.skipped else ExitStatus.NOTHING


def _list(page: Page, report: Report) -> None:
    """The findings, each with the line or the number by which it can be asked for."""
    for at, finding in enumerate(report.findings, 1):
        sign = page.look.glyphs.dot if finding.place.line else f"{at}"
        page.entry(sign, f"{in_words(finding.place)}: {finding.matched}", PAINT[finding.severity], right=finding.term)
    if report.findings:
        first = report.findings[0]
        page.text(f"To read about the first: stigmalint explain {first.path}:{first.place.line or 1}", Style.QUIET)
        return
    page.text("Nothing is found in this document.")
    for sentence in passed_over(report):
        page.text(sentence)


def _explain(page: Page, report: Report, file: Path, number: int, vocabulary: Vocabulary) -> None:
    found = [finding for at, finding in enumerate(report.findings, 1) if _is_there(finding, at, number)]
    passed = [each for each in report.suppressed if _is_there(each.finding, 0, number)]
    if not (found or passed):
        what = "in line" if any(finding.place.line for finding in report.findings) else "under number"
        page.text(
            f"Nothing is found {what} {number} of {file.as_posix()}. For all that is found: stigmalint explain {file.as_posix()}"
        )
    for each in passed:
        page.text(
            f"“{each.finding.matched}” ({each.finding.term}) is passed over: {each.reason or 'no reason is given'} ({each.said})."
        )
    for finding in found:
        heading(page, finding, page.look.glyphs.found)
        for suggestion in finding.suggestions:
            page.field("here", suggestion, Style.GOOD)
        if finding.note:
            page.field("note", finding.note)
        page.gap()
    for term in dict.fromkeys(finding.term for finding in found):
        explain_term(page, next(each for each in vocabulary.terms if each.term.id == term), vocabulary.sources)


def _is_there(finding: Finding, at: int, number: int) -> bool:
    line, last = finding.place.line, finding.place.end_line
    return at == number if line is None else line <= number <= (last or line)
