"""Turn a report into SARIF 2.1.0, such that GitHub's code scanning, which is stricter than the schema, takes it as well.

The surprise: columns count in UTF-16, since programs that overlook ``columnKind`` take them so. Word and PDF files have
no lines; their findings stand at the first, with the sentence as snippet and the place in words as logical location.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from stigmalint import __version__
from stigmalint.columns import Unit
from stigmalint.document import Place
from stigmalint.findings import Finding, Report, Severity
from stigmalint.reporters import in_order
from stigmalint.reporters.entries import NO_EFFECT, NOT_CHECKED, no_effect, not_checked
from stigmalint.reporters.json import dumps
from stigmalint.reporters.messages import message
from stigmalint.reporters.places import in_words
from stigmalint.reporters.records import plain
from stigmalint.reporters.regions import region_of, replacements
from stigmalint.reporters.sarif_records import (
    ArtifactChange,
    ArtifactLocation,
    Content,
    Driver,
    Fix,
    Invocation,
    Location,
    Log,
    LogicalLocation,
    Notification,
    PhysicalLocation,
    Reference,
    Region,
    Replacement,
    Result,
    Run,
    Tool,
)
from stigmalint.reporters.sarif_terms import NOTIFICATIONS, TOO_MANY, descriptor, text_message
from stigmalint.reporters.saying import count
from stigmalint.reporters.terms import terms_of
from stigmalint.reporters.uris import is_relative, uri_of
from stigmalint.terminal import Look

MOST = 25_000
"""Results that GitHub takes of one run."""
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


def render(report: Report, look: Look) -> str:
    """The log, with one run."""
    return dumps({"$schema": _SCHEMA, **plain(Log("2.1.0", (_run(report),)), camel=True)})


def _run(report: Report) -> Run:
    findings = _gravest(in_order(report.findings))
    terms = terms_of(findings)
    index = {term.id: at for at, term in enumerate(terms)}
    driver = Driver("stigmalint", __version__, __version__, tuple(map(descriptor, terms)), NOTIFICATIONS)
    invocation = Invocation(not report.skipped, tuple(_notifications(report)))
    return Run(Tool(driver), (invocation,), tuple(_result(finding, index) for finding in findings))


def _gravest(findings: list[Finding]) -> list[Finding]:
    """No more findings than are taken, in their order; advice is left out first."""
    if len(findings) <= MOST:
        return findings
    severities = list(Severity)
    by_severity = sorted(range(len(findings)), key=lambda at: severities.index(findings[at].severity))
    return [findings[at] for at in sorted(by_severity[:MOST])]


def _notifications(report: Report) -> Iterator[Notification]:
    for skipped in report.skipped:
        location = Location(PhysicalLocation(_artifact(skipped.path)))
        yield Notification(_reference(NOT_CHECKED), "error", text_message(not_checked(skipped)), (location,))
    for directive in report.ineffective:
        location = Location(PhysicalLocation(_artifact(directive.path), _region(directive.place)))
        yield Notification(_reference(NO_EFFECT), "note", text_message(no_effect(directive)), (location,))
    beyond = len(report.findings) - MOST
    if beyond > 0:
        said = f"Left out here: {count(beyond, 'finding')}, since no more than {MOST:,} are taken; other formats have them all."
        yield Notification(_reference(TOO_MANY), "warning", text_message(said))


def _reference(id: str) -> Reference:
    return Reference(id, [notification.id for notification in NOTIFICATIONS].index(id))


def _result(finding: Finding, index: Mapping[str, int]) -> Result:
    return Result(
        rule_id=finding.term,
        rule_index=index[finding.term],
        level=_LEVELS[finding.severity],
        message=text_message(message(finding)),
        locations=(_location(finding),),
        partial_fingerprints={"primaryLocationLineHash": f"{finding.fingerprint}:1"},
        properties=_properties(finding),
        fixes=tuple(_fixes(finding)) or None,
    )


def _properties(finding: Finding) -> dict[str, object]:
    return {
        "matched": finding.matched,
        "sentence": finding.sentence,
        "suggestions": list(finding.suggestions),
        "place": in_words(finding.place),
        **({} if finding.place.page is None else {"page": finding.place.page}),
    }


def _location(finding: Finding) -> Location:
    region = _region(finding.place)
    if region is not None:
        return Location(PhysicalLocation(_artifact(finding.path), region))
    beginning = Region(1, 1, 1, 2, Content(finding.sentence))
    return Location(PhysicalLocation(_artifact(finding.path), beginning), (LogicalLocation(in_words(finding.place)),))


def _region(place: Place) -> Region | None:
    region = region_of(place, Unit.UTF16)
    return Region(region.start_line, region.start_column, region.end_line, region.end_column) if region else None


def _artifact(path: str) -> ArtifactLocation:
    return ArtifactLocation(uri_of(path), "%SRCROOT%" if is_relative(path) else None)


def _fixes(finding: Finding) -> Iterator[Fix]:
    """One for each wording that can simply be put in."""
    region = _region(finding.place)
    if region is None:
        return
    for text in replacements(finding):
        change = ArtifactChange(_artifact(finding.path), (Replacement(region, Content(text)),))
        yield Fix(text_message(f"Write “{text}”."), (change,))
