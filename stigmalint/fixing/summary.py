"""Turn what became of each draft into a short page: what was changed, what was not and why, where the copy is.

The surprise: findings themselves are not shown. They stand in the copy, each where it belongs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from stigmalint.findings import Report, Skipped
from stigmalint.fixing import Declined, Reviewed
from stigmalint.reporters.layout import Page
from stigmalint.reporters.places import in_words
from stigmalint.reporters.saying import count, totals
from stigmalint.terminal import Look, Style

_SHOWN = 10
"""Declined changes told of one draft; the copy has a remark at each."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one draft: the report on it and, when it was marked up, what was done and where the copy is."""

    report: Report
    reviewed: Reviewed | None = None
    copy: Path | None = None


def summary(outcomes: Sequence[Outcome], look: Look) -> str:
    """The page, ``look.width`` columns wide."""
    page = Page(look)
    for outcome in outcomes:
        if outcome.reviewed and outcome.copy:
            _marked_up(page, outcome.report, outcome.reviewed, outcome.copy)
    skipped = [each for outcome in outcomes for each in outcome.report.skipped]
    if skipped:
        _skipped(page, skipped)
    _verdict(page, outcomes)
    return str(page)


def _marked_up(page: Page, report: Report, reviewed: Reviewed, copy: Path) -> None:
    page.rule(report.documents[0].name)
    page.gap()
    page.field("found", totals(report.findings), indent=2)
    page.field("done", _done(reviewed), indent=2)
    page.field("copy", copy.as_posix(), Style.TITLE, indent=2)
    for remark in reviewed.remarks:
        page.field("note", remark, indent=2)
    if reviewed.declined:
        page.gap()
        _declined(page, reviewed.declined)
    page.gap()


def _done(reviewed: Reviewed) -> str:
    done = ((reviewed.changed, "change"), (reviewed.commented, "comment"))
    return ", ".join(count(number, noun) for number, noun in done if number) or "nothing"


def _declined(page: Page, declined: Sequence[Declined]) -> None:
    page.text("These wordings were not put in:", indent=2)
    for each in declined[:_SHOWN]:
        page.entry(page.look.glyphs.no, f"{in_words(each.finding.place)}: “{each.finding.matched}”", Style.WARNING, title=False)
        page.text(each.reason, Style.QUIET, indent=4)
    if len(declined) > _SHOWN:
        page.text(f"and {len(declined) - _SHOWN} more", Style.QUIET, indent=4)


def _skipped(page: Page, skipped: Iterable[Skipped]) -> None:
    page.rule("Not completely done")
    page.gap()
    for path, each in groupby(sorted(skipped, key=lambda each: each.path), key=lambda each: each.path):
        page.entry(page.look.glyphs.no, path, Style.WARNING)
        for one in each:
            page.text(one.reason, indent=4)
    page.gap()


def _verdict(page: Page, outcomes: Sequence[Outcome]) -> None:
    """What it comes to, and what to do with the copies."""
    glyphs, marked = page.look.glyphs, sum(outcome.copy is not None for outcome in outcomes)
    clean = sum(bool(outcome.report.checked) and not outcome.report.findings for outcome in outcomes)
    told = [f"marked up {count(marked, 'document')}"] if marked else []
    told += [f"found nothing to change in {count(clean, 'document')} (no copy)"] if clean else []
    said = " and ".join(told) or "No document was marked up"
    sign, style = (glyphs.yes, Style.GOOD) if told else (glyphs.no, Style.WARNING)
    page.entry(sign, f"{said[:1].upper()}{said[1:]}.", style, indent=0)
