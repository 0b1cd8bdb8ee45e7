"""Turn a report into pages for people who write policy, most of whom have never seen a linter.

The surprise: a wording is explained once in each file. Met again there, it is shown with its sentence and what to write.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING

from stigmalint.findings import Finding, Ineffective, Report, Severity, Skipped
from stigmalint.reporters import in_order
from stigmalint.reporters.layout import Marked, Page, clip
from stigmalint.reporters.places import in_words
from stigmalint.reporters.saying import cited, count, passed_over, rule_parts, verb, verdict
from stigmalint.terminal import Look, Style

if TYPE_CHECKING:
    from stigmalint.profile import Profile

PAINT = {Severity.ERROR: Style.ERROR, Severity.WARNING: Style.WARNING, Severity.ADVICE: Style.ADVICE}

_ROOM = 160
"""Characters of a sentence shown on each side of a match."""


def render(report: Report, look: Look) -> str:
    """The report, ``look.width`` columns wide."""
    page = Page(look)
    for path, findings in groupby(in_order(report.findings), key=lambda finding: finding.path):
        _file(page, path, list(findings))
    if report.skipped:
        _skipped(page, report.skipped)
    if report.ineffective:
        _ineffective(page, report.ineffective)
    if report.findings or report.strengths:
        from stigmalint.profile import profile_of  # noqa: PLC0415  a clean report has none

        _profile(page, profile_of(report))
    if report.words:
        from stigmalint.reporters.counts import put_statistics  # noqa: PLC0415  only on demand
        from stigmalint.statistics import statistics_of  # noqa: PLC0415

        put_statistics(page, statistics_of(report))
    _summary(page, report)
    return str(page)


def _file(page: Page, path: str, findings: list[Finding]) -> None:
    page.rule(path)
    page.gap()
    explained: set[str] = set()
    for finding in findings:
        if finding.severity is not Severity.ADVICE:
            _finding(page, finding, again=finding.term in explained)
            explained.add(finding.term)
    advice = [finding for finding in findings if finding.severity is Severity.ADVICE]
    if advice:
        page.text("To consider: guides differ on these, or it depends on the case.", Style.QUIET, indent=2)
        page.gap()
    for finding in advice:
        _advice(page, finding, again=finding.term in explained)
        explained.add(finding.term)


def _finding(page: Page, finding: Finding, *, again: bool) -> None:
    heading(page, finding, page.look.glyphs.found)
    if again:
        page.field("why", "see above")
        _instead(page, finding, "write", alternatives=1)
    else:
        page.field("why", finding.why)
        if finding.elements:
            page.field("the rule", _rule(page, finding))
        if finding.principle:
            page.field("principle", finding.principle)
        page.field("who says so", cited(finding))
        _instead(page, finding, "write")
        _remarks(page, finding)
    page.gap()


def _advice(page: Page, finding: Finding, *, again: bool) -> None:
    """A finding to consider, without its sources."""
    heading(page, finding, page.look.glyphs.consider)
    if not again:
        page.field("why", finding.why)
    _instead(page, finding, "perhaps", alternatives=1)
    if not again:
        _remarks(page, finding)
    page.gap()


def heading(page: Page, finding: Finding, glyph: str) -> None:
    """How severe a finding is, where it stands, what it is called, and its sentence."""
    paint = PAINT[finding.severity]
    page.entry(f"{glyph} {finding.severity:<8}", in_words(finding.place), paint, right=finding.term)
    start, end = finding.sentence_span.start, finding.sentence_span.end
    sentence = Marked(finding.sentence[:start], finding.sentence[start:end], finding.sentence[end:])
    page.sentence(clip(sentence, _ROOM, page.look.glyphs.dots), paint)


def _rule(page: Page, finding: Finding) -> str:
    """A rule on one line: “Who: residents · When: a positive test · Then: discharge · No exception stated”."""
    told = [f"{part.name}: {part.words}" if part.words else "No exception stated" for part in rule_parts(finding)]
    if finding.supported:
        told.append("A supportive alternative stands beside it")
    return f" {page.look.glyphs.dot} ".join(told)


def _instead(page: Page, finding: Finding, label: str, alternatives: int | None = None) -> None:
    """The wordings that can be pasted in, one on each line, or else advice on how to put it."""
    for at, suggestion in enumerate(finding.suggestions[:alternatives]):
        page.field("or" if at else label, suggestion, Style.GOOD)
    if finding.instead and not (alternatives and finding.suggestions):
        page.field("instead", finding.instead)


def _remarks(page: Page, finding: Finding) -> None:
    if finding.note:
        page.field("note", finding.note)
    if finding.disputed:
        page.field("disputed", finding.disputed)


def _skipped(page: Page, skipped: Iterable[Skipped]) -> None:
    page.rule("Not fully checked")
    page.gap()
    for each in sorted(skipped, key=lambda each: each.path):
        page.entry(page.look.glyphs.no, each.path, Style.WARNING)
        page.text(each.reason, indent=4)
    page.gap()


def _ineffective(page: Page, directives: Iterable[Ineffective]) -> None:
    """What authors ask to pass over, and is not there."""
    page.rule("Directives without effect")
    page.gap()
    for each in directives:
        where = "" if each.place == type(each.place)() else f", {in_words(each.place)}"
        page.entry(page.look.glyphs.consider, f"{each.path}{where}", Style.ADVICE)
        page.text(f"{each.directive}: {each.reason}", indent=4)
    page.gap()


def _profile(page: Page, profile: Profile) -> None:
    """How the rules of a policy divide: those that punish and those that help, by principle."""
    if profile.punitive_share is None:
        return
    page.rule("The rules in brief")
    page.gap()
    page.text(
        f"{count(profile.punitive, 'rule')} that {verb(profile.punitive, 'punish')} or {verb(profile.punitive, 'moralise')},"
        f" {profile.supportive} that {verb(profile.supportive, 'protect')} or {verb(profile.supportive, 'help')}.",
        indent=2,
    )
    for principle in profile.principles:
        eased = f", {principle.with_alternative} with a supportive alternative" if principle.with_alternative else ""
        page.text(f"{principle.name}: {principle.punitive} against it{eased}, {principle.supportive} for it", indent=4)
    page.gap()


def _summary(page: Page, report: Report) -> None:
    """What it comes to, and what to do next."""
    sign, paint = _sign(page, report)
    page.entry(sign, verdict(report), paint, indent=0)
    for sentence in passed_over(report):
        page.text(sentence, Style.QUIET, indent=2)
    if flags := ["--no-ignores"] * bool(report.suppressed) + ["--no-baseline"] * bool(report.known):
        page.text(f"To see them: stigmalint check {' '.join(flags)}", Style.QUIET, indent=2)
    if report.stale:
        gone = count(sum(each.count for each in report.stale), "finding")
        page.text(f"{gone} of the baseline no longer there; to take them out: stigmalint baseline prune", Style.QUIET, indent=2)
    if report.findings:
        term = in_order(report.findings)[0].term
        page.text(f"To read more about a wording: stigmalint explain {term}", Style.QUIET, indent=2)


def _sign(page: Page, report: Report) -> tuple[str, Style]:
    """The sign before the last sentence, and how to paint it."""
    if report.findings:
        worst = min((finding.severity for finding in report.findings), key=list(Severity).index)
        return page.look.glyphs.found, PAINT[worst]
    if report.skipped or not report.checked:
        return page.look.glyphs.no, Style.WARNING
    return page.look.glyphs.yes, Style.GOOD
