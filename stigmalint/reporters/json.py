"""Turn a report into JSON, version 1: keys, their order and their meaning are published and do not change.

The surprise: the text is exact, yet cannot act on a terminal, because what would is written as escapes.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from stigmalint import __version__
from stigmalint.findings import Elements, Finding, Ineffective, Kind, Report, Skipped, Suppressed
from stigmalint.profile import Profile, profile_of
from stigmalint.reporters import in_order
from stigmalint.reporters.places import STEP
from stigmalint.terminal import Look

if TYPE_CHECKING:
    from stigmalint.document import Place
    from stigmalint.statistics import Statistics

FORMAT = 1
"""Raised when a key changes its meaning or goes; not when one is added."""

Value = object


def render(report: Report, look: Look) -> str:
    """The whole report as one JSON object."""
    return dumps(report_record(report))


def dumps(record: Value, *, indent: int | None = 2) -> str:
    """A record as JSON that any encoding of Unicode can carry; half a surrogate pair becomes U+FFFD.

    Without ``indent`` it is one line.
    """
    text = json.dumps(record, ensure_ascii=False, indent=indent, allow_nan=False)
    return _ESCAPED.sub(_escape, text) + "\n"


_ESCAPED = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]|##"
)


def _escape(found: re.Match[str]) -> str:
    """The escape for what a terminal obeys or a person cannot see, and for what opens an order to a build server."""
    if found[0] == "##":
        return r"#\u0023"
    code = ord(found[0])
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return json.dumps(found[0])[1:-1]


def report_record(report: Report) -> dict[str, Value]:
    """The whole report."""
    return {
        "format": FORMAT,
        "tool": {"name": "stigmalint", "version": __version__},
        "checked": report.checked,
        "findings": [finding_record(finding) for finding in in_order(report.findings)],
        "skipped": [skipped_record(skipped) for skipped in sorted(report.skipped, key=lambda each: each.path)],
        "strengths": [strength_record(strength) for strength in in_order(report.strengths)],
        "profile": profile_record(profile_of(report)),
        "suppressed": [suppressed_record(each) for each in report.suppressed],
        "ineffective": [ineffective_record(each) for each in report.ineffective],
        "known": report.known,
        "stale": [{"path": each.path, "term": each.term, "matched": each.matched, "count": each.count} for each in report.stale],
        **({"statistics": _statistics_of(report)} if report.words else {}),
    }


def _statistics_of(report: Report) -> dict[str, Value]:
    from stigmalint.statistics import statistics_of  # noqa: PLC0415  only on demand

    return statistics_record(statistics_of(report))


def statistics_record(statistics: Statistics) -> dict[str, Value]:
    """The counts, there only when they were asked for; a rate is in 1,000 words, and null without words."""
    return {
        "findings": statistics.findings,
        "words": statistics.words,
        "rate": _rounded(statistics.rate),
        "terms": {tally.name: tally.findings for tally in statistics.terms},
        "packs": {tally.name: tally.findings for tally in statistics.packs},
        "files": [
            {"path": file.path, "findings": file.findings, "words": file.words, "rate": _rounded(file.rate)}
            for file in statistics.files
        ],
    }


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 3)


def suppressed_record(suppressed: Suppressed) -> dict[str, Value]:
    """A finding that its author asked to pass over: as a finding, with the reason given and where it is said."""
    return {**finding_record(suppressed.finding), "reason": suppressed.reason, "said": suppressed.said}


def ineffective_record(each: Ineffective) -> dict[str, Value]:
    """A directive without effect; ``unused`` tells those that are understood."""
    return {
        "path": each.path,
        "place": place_record(each.place),
        "directive": each.directive,
        "reason": each.reason,
        "unused": each.unused,
    }


def finding_record(finding: Finding) -> dict[str, Value]:
    """One finding."""
    return {
        "path": finding.path,
        "term": finding.term,
        "pack": finding.pack,
        "kind": finding.kind.value,
        "severity": finding.severity.value,
        "matched": finding.matched,
        "why": finding.why,
        "sources": [source.label for source in finding.sources],
        "rewrite": finding.rewrite.value,
        "suggestions": list(finding.suggestions),
        "sentence": finding.sentence,
        "place": place_record(finding.place),
        "fingerprint": finding.fingerprint,
        "instead": finding.instead,
        "disputed": finding.disputed,
        "note": finding.note,
        **(provision_record(finding) if finding.kind is Kind.PROVISION else {}),
    }


def skipped_record(skipped: Skipped) -> dict[str, Value]:
    """A file that was not checked, or not wholly."""
    return {"path": skipped.path, "reason": skipped.reason}


def provision_record(finding: Finding) -> dict[str, Value]:
    """What a rule in a policy adds: its parts in the words of the document, and the principle it offends."""
    elements = finding.elements or Elements()
    return {
        "elements": {
            "who": elements.who,
            "trigger": elements.trigger,
            "consequence": elements.consequence,
            "force": elements.force,
            "exception": elements.exception,
            "condition": elements.condition,
        },
        "principle": finding.principle,
        "supported": finding.supported,
    }


def strength_record(strength: Finding) -> dict[str, Value]:
    """A rule that protects or helps."""
    return {
        "path": strength.path,
        "term": strength.term,
        "matched": strength.matched,
        "sentence": strength.sentence,
        "place": place_record(strength.place),
        "principle": strength.principle,
    }


def profile_record(profile: Profile) -> dict[str, Value]:
    """The rules of all documents, counted; ``punitive_share`` is null where there are none."""
    return {
        "punitive": profile.punitive,
        "supportive": profile.supportive,
        "punitive_share": _rounded(profile.punitive_share),
        "principles": [
            {
                "principle": principle.name,
                "punitive": principle.punitive,
                "with_alternative": principle.with_alternative,
                "supportive": principle.supportive,
            }
            for principle in profile.principles
        ],
    }


def place_record(place: Place) -> dict[str, Value]:
    """Where it is; what a format does not have is null."""
    return {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "part": place.part,
        "paragraph": place.paragraph,
        "heading": STEP.join(place.heading) or None,
        "page": place.page,
        "boxes": [[round(side, 2) for side in (box.left, box.top, box.right, box.bottom)] for box in place.boxes] or None,
        "table": dict(zip(("table", "row", "column"), place.cell, strict=True)) if place.cell else None,
        "item": place.item,
    }
