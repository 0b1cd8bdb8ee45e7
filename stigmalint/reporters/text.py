"""Turn a report into pages for people who write policy, most of whom have never seen a linter.

The surprise: a wording is explained once in each file. Met again there, it is shown with its sentence and what to write.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from stigmalint.findings import Elements, Finding, Kind, Report, Severity, Skipped
from stigmalint.profile import Profile, profile_of
from stigmalint.reporters import in_order
from stigmalint.reporters.layout import Marked, Page, clip
from stigmalint.reporters.places import in_words
from stigmalint.terminal import Look, Style

PAINT = {Severity.ERROR: Style.ERROR, Severity.WARNING: Style.WARNING, Severity.ADVICE: Style.ADVICE}

_ROOM = 160
"""Characters of a sentence shown on each side of a match."""
_SOURCES = 3
"""Sources shown with a finding; ``stigmalint explain`` shows all."""


def render(report: Report, look: Look) -> str:
    """The report, ``look.width`` columns wide."""
    page = Page(look)
    for path, findings in groupby(in_order(report.findings), key=lambda finding: finding.path):
        _file(page, path, list(findings))
    if report.skipped:
        _skipped(page, report.skipped)
    _profile(page, profile_of(report))
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
    _heading(page, finding, page.look.glyphs.found)
    if again:
        page.field("why", "see above")
        _instead(page, finding, "write", alternatives=1)
    else:
        page.field("why", finding.why)
        if finding.elements:
            page.field("the rule", _rule(page, finding))
        if finding.principle:
            page.field("principle", finding.principle)
        page.field("who says so", _cited(finding))
        _instead(page, finding, "write")
        _remarks(page, finding)
    page.gap()


def _advice(page: Page, finding: Finding, *, again: bool) -> None:
    """A finding to consider, without its sources."""
    _heading(page, finding, page.look.glyphs.consider)
    if not again:
        page.field("why", finding.why)
    _instead(page, finding, "perhaps", alternatives=1)
    if not again:
        _remarks(page, finding)
    page.gap()


def _heading(page: Page, finding: Finding, glyph: str) -> None:
    paint = PAINT[finding.severity]
    page.entry(f"{glyph} {finding.severity:<8}", in_words(finding.place), paint, right=finding.term)
    start, end = finding.sentence_span.start, finding.sentence_span.end
    sentence = Marked(finding.sentence[:start], finding.sentence[start:end], finding.sentence[end:])
    page.sentence(clip(sentence, _ROOM, page.look.glyphs.dots), paint)


def _rule(page: Page, finding: Finding) -> str:
    """A rule as its parts: “Who: residents · When: a positive test · Then: discharge · No exception stated”."""
    elements = finding.elements or Elements()
    parts = {
        "Who": elements.who,
        "When": elements.trigger,
        "Must be so": elements.condition,
        "Then": elements.consequence,
        "How strictly": elements.force,
    }
    told = [f"{name}: {words}" for name, words in parts.items() if words]
    told.append(f"Exception: {elements.exception}" if elements.exception else "No exception stated")
    if finding.supported:
        told.append("A supportive alternative stands beside it")
    return f" {page.look.glyphs.dot} ".join(told)


def _cited(finding: Finding) -> str:
    """Who advises against it, without the titles that ``stigmalint explain`` gives."""
    shown = [f"{source.publisher}, {source.year}" if source.year else source.publisher for source in finding.sources[:_SOURCES]]
    more = len(finding.sources) - len(shown)
    return "; ".join([*shown, f"and {more} more"] if more else shown)


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


def _profile(page: Page, profile: Profile) -> None:
    """How the rules of a policy divide: those that punish and those that help, by principle."""
    if profile.punitive_share is None:
        return
    page.rule("The rules in brief")
    page.gap()
    page.text(
        f"{_count(profile.punitive, 'rule')} that {_verb(profile.punitive, 'punish')} or {_verb(profile.punitive, 'moralise')},"
        f" {profile.supportive} that {_verb(profile.supportive, 'protect')} or {_verb(profile.supportive, 'help')}.",
        indent=2,
    )
    for principle in profile.principles:
        eased = f", {principle.with_alternative} with a supportive alternative" if principle.with_alternative else ""
        page.text(f"{principle.name}: {principle.punitive} against it{eased}, {principle.supportive} for it", indent=4)
    page.gap()


def _verb(number: int, verb: str) -> str:
    return f"{verb}s" if number == 1 else verb


def _summary(page: Page, report: Report) -> None:
    """What it comes to, and what to do next."""
    page.entry(*_verdict(page, report), indent=0)
    if report.findings:
        term = in_order(report.findings)[0].term
        page.text(f"To read more about a wording: stigmalint explain {term}", Style.QUIET, indent=2)


def _verdict(page: Page, report: Report) -> tuple[str, str, Style]:
    """A sign, a sentence, and how to paint the sign."""
    glyphs, incomplete = page.look.glyphs, len({each.path for each in report.skipped})
    left = f"; {_count(incomplete, 'document')} not fully checked" if incomplete else ""
    checked = f"Checked {_count(report.checked, 'document')}"
    if report.findings:
        worst = min((finding.severity for finding in report.findings), key=list(Severity).index)
        return glyphs.found, f"{checked}: {_totals(report.findings)}{left}.", PAINT[worst]
    if not report.checked:
        return glyphs.no, "No document could be checked." if left else "There was no document to check.", Style.WARNING
    if left:
        return glyphs.no, f"{checked}: nothing to change in what was read{left}.", Style.WARNING
    return glyphs.yes, f"{checked}: nothing to change.", Style.GOOD


def _totals(findings: tuple[Finding, ...]) -> str:
    """“4 wordings and 1 rule to change, 2 to consider”."""
    advice = [finding for finding in findings if finding.severity is Severity.ADVICE]
    change = [finding for finding in findings if finding.severity is not Severity.ADVICE]
    if not change:
        return f"{_things(advice)} to consider"
    return f"{_things(change)} to change" + (f", {len(advice)} to consider" if advice else "")


def _things(findings: list[Finding]) -> str:
    rules = sum(finding.kind is Kind.PROVISION for finding in findings)
    counted = ((len(findings) - rules, "wording"), (rules, "rule"))
    return " and ".join(_count(number, noun) for number, noun in counted if number)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
