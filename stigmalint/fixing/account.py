"""Turn what was fixed in each file into a short page: what became what, what was left and why.

The surprise: a place is where the words stood before. An editor that has the old text open finds them there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stigmalint.findings import Report, Severity, Skipped
from stigmalint.fixing.choosing import has_wording
from stigmalint.fixing.text import Fixed
from stigmalint.reporters.layout import Page
from stigmalint.reporters.places import in_words
from stigmalint.reporters.saying import count, verb
from stigmalint.terminal import Look, Style


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file. ``fixed`` is nothing when it was not looked at, and ``report`` is on the file as it is now."""

    path: str
    report: Report
    fixed: Fixed | None = None
    before: bytes = b""
    passed_over: bool = False
    """Whether it is no text file, and nobody asked for it by name."""

    @property
    def changed(self) -> bool:
        """Whether the file differs from what it was, or would."""
        return self.fixed is not None and self.fixed.data != self.before


def account(outcomes: Sequence[Outcome], look: Look) -> str:
    """The page, ``look.width`` columns wide."""
    page = Page(look)
    for outcome in outcomes:
        if outcome.fixed and (outcome.fixed.changed or outcome.fixed.declined or outcome.fixed.removed):
            _file(page, outcome.path, outcome.fixed)
    skipped = [each for outcome in outcomes for each in outcome.report.skipped]
    if skipped:
        _skipped(page, skipped)
    _verdict(page, outcomes)
    return str(page)


def _file(page: Page, path: str, fixed: Fixed) -> None:
    glyphs = page.look.glyphs
    page.rule(path)
    page.gap()
    for change in fixed.changed:
        old = change.finding
        told = change.told or f"{old.matched} {glyphs.becomes} {change.text}"
        page.entry(glyphs.yes, f"{in_words(old.place)}: {told}", Style.GOOD, title=False)
    for directive in fixed.removed:
        page.entry(glyphs.yes, f"{in_words(directive.place)}: {directive.directive}", Style.GOOD, title=False)
    for each in fixed.declined:
        page.entry(glyphs.no, f"{in_words(each.finding.place)}: {each.finding.matched}", Style.WARNING, title=False)
        page.text(each.reason, Style.QUIET, indent=4)
    page.gap()


def _skipped(page: Page, skipped: Iterable[Skipped]) -> None:
    page.rule("Not fixed")
    page.gap()
    for each in skipped:
        page.entry(page.look.glyphs.no, each.path, Style.WARNING)
        page.text(each.reason, indent=4)
    page.gap()


def _verdict(page: Page, outcomes: Sequence[Outcome]) -> None:
    """What it comes to, and what to do next."""
    glyphs, done = page.look.glyphs, any(outcome.changed for outcome in outcomes)
    page.entry(glyphs.yes if done else glyphs.dot, done_in(outcomes), Style.GOOD if done else Style.QUIET, indent=0)
    for told in remaining(outcomes):
        page.text(told, Style.QUIET, indent=2)


def done_in(outcomes: Sequence[Outcome], *, would: bool = False) -> str:
    """What was changed, or ``would`` be, in one sentence."""
    changes = [change for outcome in outcomes if outcome.fixed for change in outcome.fixed.changed]
    reworded = sum(not change.told for change in changes)
    done = ((reworded, "would be changed" if would else "changed"), (len(changes) - reworded, "marked to be ignored"))
    told = " and ".join(f"{count(number, 'wording')} {did}" for number, did in done if number)
    removed = sum(len(outcome.fixed.removed) for outcome in outcomes if outcome.fixed)
    if removed:
        told = f"{count(removed, 'directive')} without use {'would be ' if would else ''}taken out"
    if not told:
        return "Nothing would change." if would else "Nothing was changed."
    return f"{told} in {count(sum(outcome.changed for outcome in outcomes), 'document')}."


def remaining(outcomes: Sequence[Outcome]) -> list[str]:
    """What a person may do about what was not changed, a sentence each."""
    left = [finding for outcome in outcomes for finding in outcome.report.findings]
    advice = sum(finding.severity is Severity.ADVICE and has_wording(finding) for finding in left)
    others, over = len(left) - advice, sum(outcome.passed_over for outcome in outcomes)
    told = []
    if others:
        told.append(f"{count(others, 'finding')} {verb(others, 'need')} a decision of yours; “stigmalint check” shows more.")
    if advice:
        told.append(f"On {count(advice, 'wording')} guides differ; --advice changes that too.")
    if over:
        told.append(f"Passed over {count(over, 'document')} other than text; “stigmalint review” hands them back marked up.")
    return told
