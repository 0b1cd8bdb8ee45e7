"""Turn what a report holds into the words that every report for people uses: counts, citations, the parts of a rule.

The surprise: nothing here is safe for a screen, a page or a file yet; each report makes it so in its own way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from stigmalint.findings import Elements, Finding, Kind, Report, Severity, Source

SOURCES = 3
"""Sources named with a finding where there is little room; ``stigmalint explain`` shows all."""


def count(number: int, noun: str) -> str:
    """“1 rule”, “1,200 rules”."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def verb(number: int, verb: str) -> str:
    """The verb that goes with so many: “1 rule punishes”, “2 rules punish”."""
    if number != 1:
        return verb
    return f"{verb}es" if verb.endswith("sh") else f"{verb}s"


def verdict(report: Report) -> str:
    """What a run comes to, in one sentence that never calls a document clean which was not read completely."""
    incomplete = len({each.path for each in report.skipped})
    left = f"; {count(incomplete, 'document')} not fully checked" if incomplete else ""
    checked = f"Checked {count(report.checked, 'document')}"
    if report.findings:
        return f"{checked}: {totals(report.findings)}{left}."
    if not report.checked:
        return "No document could be checked." if left else "There was no document to check."
    return f"{checked}: nothing to change{f' in what was read{left}' if left else ''}."


def passed_over(report: Report) -> list[str]:
    """What was found and is not shown, a sentence for each reason."""
    told = []
    if report.suppressed:
        told.append(f"{count(len(report.suppressed), 'finding')} {_are(len(report.suppressed))} passed over as the authors ask.")
    if report.known:
        told.append(f"{count(report.known, 'finding')} {_are(report.known)} known from the baseline.")
    return told


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def totals(findings: Sequence[Finding]) -> str:
    """“4 wordings and 1 rule to change, 2 to consider”."""
    advice = [finding for finding in findings if finding.severity is Severity.ADVICE]
    change = [finding for finding in findings if finding.severity is not Severity.ADVICE]
    if not change:
        return f"{_things(advice)} to consider"
    return f"{_things(change)} to change" + (f", {len(advice):,} to consider" if advice else "")


def _things(findings: Sequence[Finding]) -> str:
    rules = sum(finding.kind is Kind.PROVISION for finding in findings)
    counted = ((len(findings) - rules, "wording"), (rules, "rule"))
    return " and ".join(count(number, noun) for number, noun in counted if number)


def in_short(source: Source) -> str:
    """A source without its title: “Council of Nurses, 2021”."""
    return f"{source.publisher}, {source.year}" if source.year else source.publisher


def cited(finding: Finding, show: Callable[[Source], str] = in_short) -> str:
    """Who advises against it, without titles: “Council of Nurses, 2021; Union of Shelters; and 2 more”."""
    shown = [show(source) for source in finding.sources[:SOURCES]]
    more = len(finding.sources) - len(shown)
    return "; ".join([*shown, f"and {more} more"] if more else shown)


@dataclass(frozen=True, slots=True)
class RulePart:
    """One part of a rule, by the name a person gives it, in the words of the document; without words when none is stated."""

    name: str
    words: str


RULE_PARTS = ("Who", "When", "Must be so", "Then", "How strictly", "Exception")
"""The names of the parts of a rule, in the order of reading."""


def rule_parts(finding: Finding) -> tuple[RulePart, ...]:
    """The parts that a rule states, and last its exception, stated or not."""
    rule = finding.elements or Elements()
    words = (rule.who, rule.trigger, rule.condition, rule.consequence, rule.force, rule.exception)
    parts = [RulePart(name, stated or "") for name, stated in zip(RULE_PARTS, words, strict=True)]
    return tuple(part for part in parts if part.words or part.name == "Exception")
