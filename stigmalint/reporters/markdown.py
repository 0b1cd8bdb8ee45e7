"""Turn a report into Markdown for a comment on a change, or a memo: a summary first, then each finding with its sentence.

The surprise: GitHub takes 65,536 characters and no more. Findings stop where the room ends, and it is said how many are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from stigmalint.findings import Finding, Ineffective, Kind, Report, Severity
from stigmalint.profile import Profile, profile_of
from stigmalint.reporters import in_order
from stigmalint.reporters.inline import line, link, marked, plain
from stigmalint.reporters.layout import Marked, clip
from stigmalint.reporters.places import in_words
from stigmalint.reporters.saying import cited, count, in_short, passed_over, rule_parts, verdict
from stigmalint.terminal import Look

MOST = 65_536
"""What GitHub takes, in characters; counted in bytes here, which are never fewer."""
_KEPT = 1_000
"""Of these, kept for saying what is left out."""
_LISTED = 50
"""Documents and directives listed, at most."""
_ROOM = 300
"""Characters of a sentence shown on each side of a match, and of any other text of a document."""


class Memo:
    """Paragraphs, as many as there is room for."""

    def __init__(self, most: int = MOST) -> None:
        self._parts: list[str] = []
        self._room = most - _KEPT

    def __str__(self) -> str:
        return "\n\n".join(self._parts) + "\n"

    def add(self, *paragraphs: str, otherwise: str = "") -> bool:
        """Put all of these at the end; where they do not fit none of them, but what is said of them ``otherwise``."""
        needed = sum(len(paragraph.encode("utf-8")) + 2 for paragraph in paragraphs)
        fits = needed <= self._room
        self._room -= needed if fits else 0
        self._parts += paragraphs if fits else filter(None, [otherwise])
        return fits


def render(report: Report, look: Look) -> str:
    """The report, within what GitHub takes."""
    memo = Memo()
    memo.add("## Wording and rules", line(verdict(report)))
    for sentence in passed_over(report):
        memo.add(line(sentence))
    skipped = [f"- **{_short(each.path)}** {_short(each.reason)}" for each in report.skipped[:_LISTED]]
    _list(memo, "Not fully checked", skipped, len(report.skipped))
    _files(memo, report)
    _profile(memo, profile_of(report))
    _findings(memo, in_order(report.findings))
    ineffective = [_directive(each) for each in report.ineffective[:_LISTED]]
    _list(memo, "Directives without effect", ineffective, len(report.ineffective))
    return str(memo)


def _list(memo: Memo, title: str, items: Sequence[str], number: int) -> None:
    """As much of a list as fits; ``number`` is how many there are."""
    if not items or not memo.add(f"### {title}", otherwise=f"{title}: {number:,}, which do not fit here."):
        return
    for shown, item in enumerate(items):
        if not memo.add(item, otherwise=f"- … and {number - shown:,} more."):
            return
    if len(items) < number:
        memo.add(f"- … and {number - len(items):,} more.")


def _directive(each: Ineffective) -> str:
    return f"- {_short(each.path)}, {_short(in_words(each.place))}: “{_short(each.directive)}”: {_short(each.reason)}"


def _files(memo: Memo, report: Report) -> None:
    """The findings of each document, counted."""
    paths = sorted({finding.path for finding in report.findings})
    if not paths:
        return
    found = Counter((finding.path, finding.severity) for finding in report.findings)
    rows = [f"| {_short(path)} | {' | '.join(f'{found[path, each]:,}' for each in Severity)} |" for path in paths[:_LISTED]]
    if len(paths) > _LISTED:
        rows.append(f"| … and {len(paths) - _LISTED:,} more | | | |")
    table = "\n".join(["| document | error | warning | advice |", "|:--|--:|--:|--:|", *rows])
    memo.add(table, otherwise="The table of documents does not fit here.")


def _profile(memo: Memo, profile: Profile) -> None:
    """How the rules divide, by principle."""
    if not profile.principles:
        return
    rows = [
        f"| {plain(each.name)} | {each.punitive} | {each.with_alternative} | {each.supportive} |" for each in profile.principles
    ]
    head = ["| principle | rules against it | with a supportive alternative | rules for it |", "|:--|--:|--:|--:|"]
    memo.add("### The rules in brief", "\n".join([*head, *rows]), otherwise="The rules in brief do not fit here.")


def _findings(memo: Memo, findings: Sequence[Finding]) -> None:
    explained: dict[tuple[str, str], int] = {}
    path = None
    for number, finding in enumerate(findings, start=1):
        entry = [] if finding.path == path else [f"### {_short(finding.path)}"]
        entry += _entry(number, finding, explained.get((finding.path, finding.term)))
        left = count(len(findings) - number + 1, "more finding")
        if not memo.add(*entry, otherwise=f"{left} would not fit here; `stigmalint check` shows them all."):
            return
        explained.setdefault((finding.path, finding.term), number)
        path = finding.path


def _entry(number: int, finding: Finding, explained: int | None) -> list[str]:
    """A finding: its head, its sentence, and what there is to say of it."""
    start, end = finding.sentence_span.start, finding.sentence_span.end
    sentence = clip(Marked(finding.sentence[:start], finding.sentence[start:end], finding.sentence[end:]), _ROOM)
    what = f"{finding.severity}, rule" if finding.kind is Kind.PROVISION else finding.severity.value
    head = f"**{number}. {what}** · {_short(in_words(finding.place))} · {plain(finding.term)}"
    return [
        head,
        f"> {marked(sentence.before, sentence.match, sentence.after)}",
        "\n".join(f"- {label}: {said}" for label, said in _said(finding, explained)),
    ]


def _said(finding: Finding, explained: int | None) -> Iterator[tuple[str, str]]:
    """Labels and what stands behind them, already safe. What was explained in this document is not explained again."""
    if finding.suggestions:
        label = "Perhaps" if finding.severity is Severity.ADVICE else "Write"
        yield label, " *or* ".join(f"“{_short(suggestion)}”" for suggestion in finding.suggestions)
    if finding.instead and not (explained and finding.suggestions):
        yield "Instead", plain(finding.instead)
    yield "Why", f"see number {explained}" if explained else plain(finding.why)
    if finding.kind is Kind.PROVISION:
        yield "The rule", _rule(finding)
    if finding.principle:
        yield "Principle", plain(finding.principle)
    if finding.note:
        yield "Note", plain(finding.note)
    if not explained:
        if finding.disputed:
            yield "Disputed", plain(finding.disputed)
        yield "Who says so", cited(finding, lambda source: link(in_short(source), source.url))


def _rule(finding: Finding) -> str:
    parts = [f"{part.name}: {_short(part.words) or 'none stated'}" for part in rule_parts(finding)]
    return " · ".join([*parts, *(["a supportive alternative stands beside it"] if finding.supported else [])])


def _short(text: str) -> str:
    """A text of a document as Markdown, at most ``_ROOM`` characters of it."""
    return plain(text if len(text) <= _ROOM else f"{text[:_ROOM]}…")
